#ifndef FOLDWISE_MIME_ENTITY_HPP
#define FOLDWISE_MIME_ENTITY_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/message/field.hpp>
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

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise {

namespace detail {
class entity_walker;
class child_walker;
} // namespace detail

class entity;
class entity_walk;
class entity_children;

template <class Report>
constexpr void diagnose_parts(entity const& root, Report&& report);

/// A message or a part of one (RFC 2045 section 2.4), whose body is octets, parts or a message:
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
/// The parts of a multipart are those between its delimiter lines, by the innermost open boundary
/// first; an enclosing one closes what is open in it. A delimiter line is `--boundary` or
/// `--boundary--` with nothing behind it but white space; the line ending before it belongs to
/// it. Where the close-delimiter is missing, the last part ends where the multipart does.
/// A leaf is also a multipart that has no part, since its boundary is missing or no delimiter line
/// has it; a message in base64 or quoted-printable, which it must not be in; and what lies at the
/// depth limit.
///
/// Borrows the bytes of the message; trivially copyable, at most 256 octets; allocates nothing.
/// Total and lossless, see pieces().
class entity {
  public:
    constexpr entity() noexcept : entity{message{}} {}

    /// Entities that lie `depth_limit` deep, from 0 to 100, are leaves. (So are those whose path
    /// has no room for one more number, see entity_path: that takes dozens of levels with hundreds
    /// of parts each.) Costs the header section and, of a multipart, the search for its first part.
    explicit constexpr entity(message const& m, std::size_t depth_limit = deepest_entity) noexcept
        : bytes_{m.raw()}, end_{m.raw().size()} {
        auto const limit = depth_limit < deepest_entity ? depth_limit : deepest_entity;
        origin_.depth_limit = static_cast<std::uint8_t>(limit);
        detail::open_boundaries boundaries{bytes_};
        optional<detail::delimiter> next;
        places_.is_at_limit = limit == 0;
        places_ = detail::entity_opener{bytes_, boundaries, next}.open(places_);
        path_.add_message(kind() == entity_kind::multipart);
    }

    /// How many entities it lies in: 0 for a message, 1 for its parts.
    constexpr std::size_t depth() const noexcept { return depth_; }

    /// As IMAP numbers it: "1", "2.1", "TEXT".
    constexpr entity_path path() const noexcept { return path_; }

    constexpr entity_kind kind() const noexcept { return places_.kind; }
    constexpr bool is_leaf() const noexcept { return kind() == entity_kind::leaf; }

    constexpr header_section header() const noexcept {
        return header_section{between(places_.start, places_.header_end)};
    }
    /// The empty line between header section and body; empty where there is none.
    constexpr std::string_view separator() const noexcept {
        return between(places_.header_end, places_.body);
    }

    /// The body as it stands, and all of the entity. Of one that walk() gives and that is no
    /// leaf, the end is not known before the walk is there: O(walk up to there). Else O(1).
    constexpr std::string_view raw_body() const noexcept { return between(places_.body, last()); }
    constexpr std::string_view raw() const noexcept { return between(places_.start, last()); }

    /// Of a multipart: what is before its first delimiter line, and behind the last one. The
    /// former is O(1), the latter O(body).
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

    /// What it is. Where nothing is said, or nothing that can be read: text/plain, and in a
    /// multipart/digest message/rfc822.
    constexpr foldwise::content_type content_type() const noexcept {
        return places_.content_type();
    }
    /// The first field of that name, if there is one.
    constexpr optional<foldwise::content_disposition> content_disposition() const noexcept {
        if (places_.disposition.empty()) return std::nullopt;
        return foldwise::content_disposition{field{places_.disposition}};
    }
    /// As the first field of that name says; seven_bit where there is none.
    constexpr transfer_encoding encoding() const noexcept { return places_.encoding; }

    /// The octets that the body stands for. A multipart cannot be encoded: it is as it stands.
    constexpr decoded_body decoded() const noexcept {
        bool const can_be = !is_encoded(encoding()) || !content_type().is("multipart");
        return decoded_body{raw_body(), can_be ? encoding() : transfer_encoding::binary};
    }

    /// This entity and all that lie in it, each before those that lie in it: depth first. A walk
    /// is O(raw), however deep it goes, and its iterators have 7 KiB.
    constexpr entity_walk walk() const noexcept;

    /// The entities that lie in it directly: the parts of a multipart, the one message of a
    /// message. O(raw) for all of them.
    constexpr entity_children children() const noexcept;

    /// All the octets of it, taken apart.
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
                {depth_, origin_.depth_limit, path_.end_of_numbers(), places_.is_in_digest},
                path_,
                places_};
    }

    std::string_view bytes_; // of the entity at which the walk started that gave it
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
    /// The current one, whose end is known then, since it goes there. O(what lies in it).
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
    /// Goes to the end of the next one.
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
    entity_places places_; // of the one at whose end it is
    entity_path path_;
};

} // namespace detail

/// What entity::walk() gives: a forward, borrowed range of entity.
class entity_walk : public detail::entity_range<detail::entity_walker> {
  public:
    using entity_range::entity_range;
};

/// What entity::children() gives: a forward, borrowed range of entity.
class entity_children : public detail::entity_range<detail::child_walker> {
  public:
    using entity_range::entity_range;
};

constexpr entity_walk entity::walk() const noexcept { return entity_walk{known()}; }
constexpr entity_children entity::children() const noexcept { return entity_children{known()}; }

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::entity_walk> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::entity_walk> = true;
template <>
inline constexpr bool std::ranges::enable_view<foldwise::entity_children> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::entity_children> = true;

#endif
