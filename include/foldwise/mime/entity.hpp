#ifndef FOLDWISE_MIME_ENTITY_HPP
#define FOLDWISE_MIME_ENTITY_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/decoded_body.hpp>
#include <foldwise/mime/detail/delimiter.hpp>
#include <foldwise/mime/detail/open_boundaries.hpp>
#include <foldwise/mime/detail/open_entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class entity_walker;
class child_walker;
} // namespace detail

class entity;
class entity_walk;
class entity_children;

template <class Report>
constexpr void diagnose_parts(entity const& root, Report&& report);

/// A message from an mbox, with the quotes of its lines, such as an mbox_entry.
template <class T>
concept quoted_message = requires(T const& entry) {
    { entry.message() } -> std::same_as<message>;
    { entry.quotes() } -> std::same_as<from_quotes>;
};

/// A message or a part of one (RFC 2045 section 2.4). Its body consists of octets, of parts, or of
/// one message:
///
///     Content-Type: multipart/mixed; boundary=b CRLF    |
///     CRLF                                              |
///     preamble CRLF                                     |
///     --b CRLF                                          |
///     CRLF                                              |  |
///     Hello CRLF                                        |  | part 1
///     --b-- CRLF                                        |
///     epilogue CRLF                                     |
///
///     for (auto const part : entity{m}.walk())
///         if (part.is_leaf()) use(part.path(), part.content_type(), part.decoded());
///
/// A delimiter line is `--boundary` or `--boundary--`, with nothing after it but white space (RFC
/// 2046 section 5.1.1); the line ending before it belongs to it. A line that matches several open
/// multiparts belongs to the innermost one. The delimiter line of an enclosing multipart ends all
/// multiparts inside. If the close-delimiter is missing, the last part ends where the multipart
/// ends.
///
/// A delimiter line in a header section ends it. That may be a line of an enclosing multipart, or,
/// after the Content-Type field that declares the boundary, one of the entity itself: some programs
/// omit the empty line before the first part. So header() may be shorter than the header section of
/// the `message`, which ends at the first empty line; no field of a part is in it.
///
/// An entity whose body consists of octets is a leaf. These are leaves, too:
///     - a multipart without parts: it has no boundary, or no delimiter line starts a part;
///     - a message in base64 or quoted-printable;
///     - every entity at the depth limit.
///
/// Borrows the bytes of the message; trivially copyable, at most 256 octets; allocates nothing.
/// Total. Lossless: pieces() returns every octet.
class entity {
  public:
    constexpr entity() noexcept : entity{message{}} {}

    /// Entities at depth `depth_limit` are leaves; a limit above 100 is read as 100. (Entities
    /// whose entity_path has no room for more numbers are leaves, too. That takes dozens of levels
    /// with hundreds of parts each.) O(header), and for a multipart O(preamble).
    explicit constexpr entity(message const& m, std::size_t depth_limit = deepest_entity) noexcept
        : entity{m, from_quotes{from_quoting::none}, depth_limit} {}

    /// A message from an mbox, whose bodies are decoded without the quotes; everything that is
    /// called raw keeps them.
    ///     for (auto const entry : mbox{bytes}) use(text_body(entity{entry}));
    template <quoted_message Entry>
    explicit constexpr entity(Entry const& entry, std::size_t depth_limit = deepest_entity) noexcept
        : entity{entry.message(), entry.quotes(), depth_limit} {}
    constexpr entity(message const& m, from_quotes quotes,
                     std::size_t depth_limit = deepest_entity) noexcept
        : bytes_{m.raw()}, end_{m.raw().size()} {
        auto const limit = depth_limit < deepest_entity ? depth_limit : deepest_entity;
        origin_.depth_limit = static_cast<std::uint8_t>(limit);
        origin_.quoting = quotes.quoting;
        detail::open_boundaries boundaries{bytes_};
        optional<detail::delimiter> next;
        places_.is_at_limit = limit == 0;
        places_.starts_message = true;
        places_ = detail::entity_opener{bytes_, boundaries, next}.open(places_);
        path_.add_message(kind() == entity_kind::multipart);
    }

    /// How many entities contain this one: 0 for a message, 1 for its parts.
    constexpr std::size_t depth() const noexcept { return depth_; }

    /// Its IMAP part number, such as "1", "2.1" or "TEXT".
    constexpr entity_path path() const noexcept { return path_; }

    /// What the body consists of.
    constexpr entity_kind kind() const noexcept { return places_.kind; }
    constexpr bool is_leaf() const noexcept { return kind() == entity_kind::leaf; }

    /// The fields of the entity. O(1).
    constexpr header_section header() const noexcept {
        return header_section{between(places_.start, places_.header_end),
                              places_.starts_message ? header_place::message_start
                                                     : header_place::elsewhere};
    }
    /// The empty line between header section and body; empty if there is none.
    constexpr std::string_view separator() const noexcept {
        return between(places_.header_end, places_.body);
    }

    /// raw_body() is the body unchanged, still encoded; raw() is the whole entity. O(1), except for
    /// a multipart or message returned by walk(): its end is not known yet, so the walk is repeated
    /// from its start to the end of the entity.
    constexpr std::string_view raw_body() const noexcept { return between(places_.body, last()); }
    constexpr std::string_view raw() const noexcept { return between(places_.start, last()); }

    /// The octets of a multipart before its first and after its last delimiter line; empty for
    /// other entities. preamble() is O(1), epilogue() O(body).
    constexpr std::string_view preamble() const noexcept {
        return kind() == entity_kind::multipart ? between(places_.body, places_.text_end)
                                                : std::string_view{};
    }
    constexpr std::string_view epilogue() const noexcept {
        if (kind() != entity_kind::multipart) return {};
        std::string_view last;
        for (auto const piece : pieces())
            if (piece.kind == piece_kind::epilogue && piece.depth == depth_) last = piece.raw;
        return last;
    }

    /// The first Content-Type field. If it is missing or unreadable, the type is text/plain, or
    /// message/rfc822 in a multipart/digest (RFC 2046 section 5.1.5).
    constexpr foldwise::content_type content_type() const noexcept {
        return places_.content_type();
    }
    /// The first Content-Disposition field, if there is one.
    constexpr optional<foldwise::content_disposition> content_disposition() const noexcept {
        if (places_.disposition.empty()) return std::nullopt;
        return foldwise::content_disposition{field{places_.disposition}};
    }
    /// The encoding named by the first Content-Transfer-Encoding field; seven_bit if there is none.
    constexpr transfer_encoding encoding() const noexcept { return places_.encoding; }

    /// The octets that the body represents. A multipart must not be encoded (RFC 2045 section 6.4),
    /// so its body is never decoded.
    constexpr decoded_body decoded() const noexcept {
        bool const can_be = !is_encoded(encoding()) || !content_type().is("multipart");
        return decoded_body{
            raw_body(), can_be ? encoding() : transfer_encoding::binary, {origin_.quoting}};
    }

    /// This entity and all entities in it, depth first, each before the entities it contains. A
    /// walk is O(raw), independent of the depth. An iterator has 2 KiB.
    constexpr entity_walk walk() const noexcept;

    /// The entities directly in this one: the parts of a multipart, or the one message in a
    /// message/rfc822. A traversal is O(raw).
    constexpr entity_children children() const noexcept;

    /// All octets of the entity, split into header sections, bodies, delimiter lines and so on.
    constexpr entity_pieces pieces() const noexcept { return entity_pieces{known()}; }

  private:
    friend class detail::entity_walker;
    friend class detail::child_walker;
    template <class Report>
    friend constexpr void diagnose_parts(entity const& root, Report&& report);

    static constexpr auto unknown = static_cast<std::size_t>(-1);

    constexpr entity(std::string_view bytes, detail::walk_origin const& from,
                     detail::entity_places const& places, entity_path const& path,
                     std::size_t depth, std::size_t end) noexcept
        : bytes_{bytes}, origin_{from}, depth_{static_cast<std::uint8_t>(from.depth + depth)},
          path_{path}, places_{places}, end_{end} {}

    constexpr std::string_view between(std::size_t first, std::size_t last) const noexcept {
        return bytes_.substr(first, last - first);
    }
    constexpr std::size_t last() const noexcept { return end_ != unknown ? end_ : find_end(); }
    constexpr std::size_t find_end() const noexcept {
        detail::entity_piece_walker at{bytes_, origin_, path_};
        std::size_t const depth = depth_ - origin_.depth;
        while (at.depth() != depth || at.places().start != places_.start) at.advance();
        while (at.depth() != depth || at.kind() != piece_kind::end) at.advance();
        return at.position().octet;
    }
    constexpr detail::known_entity known() const noexcept {
        return {raw(),
                {depth_, origin_.depth_limit, path_.end_of_numbers(), places_.is_in_digest,
                 origin_.quoting, places_.starts_message},
                path_,
                places_};
    }

    std::string_view bytes_; // of the entity at which the walk started
    detail::walk_origin origin_;
    std::uint8_t depth_ = 0;
    entity_path path_;
    detail::entity_places places_;
    std::size_t end_ = 0;
};

namespace detail {

class entity_walker {
  public:
    constexpr entity_walker() = default;
    explicit constexpr entity_walker(known_entity const& root) noexcept : pieces_{root} {}
    explicit constexpr entity_walker(entity const& root) noexcept : pieces_{root.known()} {}

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr entity current() const noexcept {
        auto const& places = pieces_.places();
        auto const end = places.kind == entity_kind::leaf ? places.text_end : entity::unknown;
        return {pieces_.bytes(), pieces_.origin(), places, pieces_.path(), pieces_.depth(), end};
    }
    /// Advances to the end of the current entity and returns it, with its end known. O(entity).
    constexpr entity pass_current() noexcept {
        auto passed = current();
        auto const depth = pieces_.depth();
        do pieces_.advance();
        while (pieces_.depth() != depth || pieces_.kind() != piece_kind::end);
        passed.end_ = pieces_.position().octet;
        return passed;
    }
    constexpr void advance() noexcept {
        do pieces_.advance();
        while (!at_end() && pieces_.kind() != piece_kind::header);
    }
    constexpr entity_piece_walker::place position() const noexcept { return pieces_.position(); }

    /// The walk piece by piece. current() is the current entity if the piece is a header section.
    constexpr entity_piece_walker const& pieces() const noexcept { return pieces_; }
    constexpr void advance_piece() noexcept { pieces_.advance(); }

  private:
    entity_piece_walker pieces_;
};

class child_walker {
  public:
    constexpr child_walker() = default;
    explicit constexpr child_walker(known_entity const& parent) noexcept : pieces_{parent} {
        advance();
    }

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr entity current() const noexcept {
        return {pieces_.bytes(), pieces_.origin(), places_, path_, 1, pieces_.position().octet};
    }
    /// Goes to the end of the next child.
    constexpr void advance() noexcept {
        for (pieces_.advance(); !at_end(); pieces_.advance()) {
            if (pieces_.depth() != 1) continue;
            if (pieces_.kind() == piece_kind::end) return;
            if (pieces_.kind() != piece_kind::header) continue;
            places_ = pieces_.places();
            path_ = pieces_.path();
        }
    }
    constexpr entity_piece_walker::place position() const noexcept { return pieces_.position(); }

  private:
    entity_piece_walker pieces_;
    entity_places places_; // of the child at whose end the walk is
    entity_path path_;
};

} // namespace detail

/// The range returned by entity::walk(): a forward, borrowed range of entity.
class entity_walk : public detail::entity_range<detail::entity_walker> {
  public:
    using entity_range::entity_range;
};

/// The range returned by entity::children(): a forward, borrowed range of entity.
class entity_children : public detail::entity_range<detail::child_walker> {
  public:
    using entity_range::entity_range;
};

constexpr entity_walk entity::walk() const noexcept { return entity_walk{known()}; }
constexpr entity_children entity::children() const noexcept { return entity_children{known()}; }

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::entity_walk> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::entity_walk> = true;
template <>
inline constexpr bool std::ranges::enable_view<foldwise::entity_children> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::entity_children> = true;

#endif
