#ifndef FOLDWISE_MIME_ENTITY_PIECES_HPP
#define FOLDWISE_MIME_ENTITY_PIECES_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/mime/detail/entity_places.hpp>
#include <foldwise/mime/detail/multipart.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foldwise {

/// What a piece of a message is.
enum class piece_kind : unsigned char {
    header,          ///< the header section of an entity, with which it starts
    separator,       ///< the empty line behind it, if there is one
    body,            ///< of a leaf
    preamble,        ///< of a multipart: what is before its first delimiter line
    delimiter,       ///< a delimiter line, with the line ending before it
    close_delimiter, ///< the last one of a multipart
    epilogue,        ///< of a multipart: what is behind that
    end,             ///< nothing: the entity ends here
};

/// A piece of a message. Borrows the message's bytes.
struct entity_piece {
    piece_kind kind = piece_kind::end;
    std::string_view raw;
    std::size_t depth = 0; ///< of the entity that it belongs to
};

namespace detail {

/// Goes over a message from its start to its end, piece by piece. Each octet is looked at a few
/// times, however deep the parts lie in each other: a delimiter line is searched for once, for all
/// the multiparts that are open.
class entity_piece_walker {
  public:
    /// At the end of nothing. Levels that are not open have no value, as in open_boundaries.
    constexpr entity_piece_walker() noexcept {
        if (!std::is_constant_evaluated()) return;
        for (auto& each : levels_) each = {};
    }

    /// Starts at a message, or at a part whose path does not matter.
    constexpr entity_piece_walker(std::string_view bytes, walk_origin const& origin) noexcept
        : entity_piece_walker{} {
        bytes_ = bytes;
        origin_ = origin;
        is_at_end_ = false;
        enter(0, origin.is_in_digest);
        number_message();
        note_numbers();
    }

    /// Starts at an entity that is known already.
    explicit constexpr entity_piece_walker(known_entity const& root) noexcept
        : entity_piece_walker{} {
        bytes_ = root.bytes;
        origin_ = root.origin;
        path_ = root.path;
        is_at_end_ = false;
        places_ = root.places.from_own_start();
        levels_[0] = {};
        levels_[0].kind = places_.kind;
        note_numbers();
        set(piece_kind::header, 0, places_.header_end);
        if (places_.kind == entity_kind::multipart) open_again();
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr entity_piece current() const noexcept {
        return {kind_, bytes_.substr(first_, last_ - first_), origin_.depth + depth_};
    }

    constexpr void advance() noexcept {
        switch (kind_) {
        case piece_kind::header: set(piece_kind::separator, last_, places_.body); break;
        case piece_kind::separator: open_body(); break;
        case piece_kind::preamble: set_delimiter(); break;
        case piece_kind::delimiter: enter_part(); break;
        case piece_kind::close_delimiter: set(piece_kind::epilogue, last_, next_->start); break;
        case piece_kind::body:
        case piece_kind::epilogue: set(piece_kind::end, last_, last_); break;
        case piece_kind::end: leave(); break;
        }
    }

    struct place {
        std::size_t octet;
        std::size_t depth;
        piece_kind kind;
        bool is_at_end;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {first_, depth_, kind_, is_at_end_}; }

    constexpr std::string_view bytes() const noexcept { return bytes_; }
    constexpr walk_origin const& origin() const noexcept { return origin_; }
    constexpr piece_kind kind() const noexcept { return kind_; }

    /// How deep it is in the entity at which the walk started.
    constexpr std::size_t depth() const noexcept { return depth_; }

    /// The multiparts that are open.
    constexpr open_boundaries const& boundaries() const noexcept { return boundaries_; }

    /// Whether what it is in must be a leaf.
    constexpr bool is_at_depth_limit() const noexcept {
        return origin_.depth + depth_ >= origin_.depth_limit;
    }

    /// Of the entity whose header section the piece is.
    constexpr entity_places const& places() const noexcept { return places_; }
    constexpr entity_path const& path() const noexcept { return path_; }

  private:
    /// An entity that is open.
    struct level {
        std::uint32_t parts;
        std::uint8_t numbers; // of its path
        entity_kind kind;
        bool is_digest;
        bool has_boundary;
    };

    constexpr void set(piece_kind kind, std::size_t first, std::size_t last) noexcept {
        kind_ = kind;
        first_ = first;
        last_ = last;
    }

    /// Another delimiter line may follow at once. The line ending between the two belongs to the
    /// outer one, or to the first one if they are of the same multipart.
    constexpr void set_delimiter() noexcept {
        auto end = next_->end;
        behind_ = delimiter_at(bytes_, end, next_->text_end, boundaries_);
        if (behind_ && behind_->multipart.number == boundaries_.size()) behind_->start = end;
        if (behind_) end = behind_->start;
        set(piece_kind::delimiter, next_->start, end);
    }

    // ---- Entering an entity

    constexpr void enter_part() noexcept {
        auto& parent = levels_[depth_];
        auto const start = last_;
        next_ = behind_;
        ++depth_;
        path_.cut(parent.numbers);
        path_.add(++parent.parts);
        enter(start, parent.is_digest);
        note_numbers();
    }

    constexpr void enter_message() noexcept {
        path_.cut(levels_[depth_].numbers);
        ++depth_;
        enter(last_, false);
        number_message();
        note_numbers();
    }

    /// A message has no number of its own, but what it is made of.
    constexpr void number_message() noexcept {
        if (places_.kind == entity_kind::multipart)
            path_.add_text();
        else
            path_.add(1);
    }

    constexpr void note_numbers() noexcept {
        levels_[depth_].numbers = static_cast<std::uint8_t>(path_.size());
    }

    constexpr void enter(std::size_t start, bool is_in_digest) noexcept {
        places_ = {};
        places_.start = start;
        places_.is_in_digest = is_in_digest;
        levels_[depth_] = {};
        read_header(bytes_, boundaries_, places_, next_);
        set(piece_kind::header, places_.start, places_.header_end);
        look_into_body();
        levels_[depth_].kind = places_.kind;
    }

    constexpr void look_into_body() noexcept {
        auto const type = places_.content_type();
        bool const can_open = !is_at_depth_limit();
        if (can_open && type.is("multipart") && open_multipart(type)) return;
        // The empty line before a delimiter belongs to that, unless it is the first of a multipart.
        if (!next_) next_ = delimiter_at(bytes_, places_.body, places_.header_end, boundaries_);
        if (next_ && next_->start < places_.body) places_.body = next_->start;
        if (can_open && is_message(type)) {
            places_.kind = entity_kind::message;
            return;
        }
        if (!next_) next_ = find_delimiter(bytes_, places_.body, places_.body, boundaries_);
        places_.body_end = next_->start;
    }

    /// Whether it has a part; what has none is a leaf.
    constexpr bool open_multipart(content_type const& type) noexcept {
        auto const boundary = type.boundary();
        if (next_ || !boundary || !boundaries_.open(*boundary)) return false;
        next_ = find_delimiter(bytes_, places_.body, places_.body, boundaries_);
        auto const [number, is_close] = next_->multipart;
        if (number != boundaries_.size() || is_close) {
            boundaries_.close();
            // Perhaps it is that of an enclosing multipart, with the same boundary.
            next_ = find_delimiter(bytes_, next_->line, places_.header_end, boundaries_);
            return false;
        }
        places_.kind = entity_kind::multipart;
        places_.preamble_end = next_->start;
        levels_[depth_].has_boundary = true;
        levels_[depth_].is_digest = type.is("multipart", "digest");
        return true;
    }

    /// Opens the multipart at which the walk starts, of which it is known that it has a part.
    constexpr void open_again() noexcept {
        auto const type = places_.content_type();
        if (auto const boundary = type.boundary()) boundaries_.open(*boundary);
        auto line = places_.preamble_end;
        if (bytes_[line] == '\r') ++line;
        if (bytes_[line] == '\n') ++line;
        next_ = delimiter_at(bytes_, line, places_.body, boundaries_);
        levels_[0].has_boundary = true;
        levels_[0].is_digest = type.is("multipart", "digest");
    }

    /// What must not be encoded (RFC 2046 section 5.2.1), or may be and is not (RFC 6532 section
    /// 3.7).
    constexpr bool is_message(content_type const& type) const noexcept {
        return !is_encoded(places_.encoding) &&
               (type.is("message", "rfc822") || type.is("message", "global"));
    }

    // ---- Going on in it

    constexpr void open_body() noexcept {
        switch (places_.kind) {
        case entity_kind::leaf: set(piece_kind::body, last_, places_.body_end); break;
        case entity_kind::multipart: set(piece_kind::preamble, last_, places_.preamble_end); break;
        case entity_kind::message: enter_message(); break;
        }
    }

    /// Goes from an entity that is over to the one that it lies in.
    constexpr void leave() noexcept {
        if (depth_ == 0) {
            is_at_end_ = true;
            return;
        }
        --depth_;
        auto& at = levels_[depth_];
        if (!at.has_boundary) {
            set(piece_kind::end, last_, last_);
        } else if (next_->multipart.number != boundaries_.size()) { // it is not closed
            close(at);
            set(piece_kind::epilogue, last_, last_);
        } else if (next_->multipart.is_close) {
            auto const found = *next_;
            close(at);
            next_ = find_delimiter(bytes_, found.end, found.text_end, boundaries_);
            auto const end = found.end < next_->start ? found.end : next_->start;
            set(piece_kind::close_delimiter, found.start, end);
        } else {
            set_delimiter();
        }
    }
    constexpr void close(level& at) noexcept {
        boundaries_.close();
        at.has_boundary = false;
    }

    std::string_view bytes_;
    walk_origin origin_;
    entity_path path_;
    open_boundaries boundaries_;
    level levels_[deepest_entity + 1];
    std::size_t depth_ = 0; // from where the walk started
    entity_places places_;
    std::optional<delimiter> next_;   // where what is open ends, where that is known
    std::optional<delimiter> behind_; // at once behind the delimiter line that is the piece
    piece_kind kind_ = piece_kind::end;
    std::size_t first_ = 0; // the piece
    std::size_t last_ = 0;
    bool is_at_end_ = true;
};

/// What a walker finds that starts at an entity: a forward, borrowed range and a view. The walker
/// is large, so that begin() makes it where it stays.
template <walker Walker>
class entity_range {
  public:
    using iterator = walk_iterator<Walker>;

    explicit constexpr entity_range(known_entity const& root) noexcept : root_{root} {}

    constexpr iterator begin() const noexcept { return iterator{std::in_place, root_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

  private:
    known_entity root_;
};

} // namespace detail

/// The pieces of a message with all of its parts, in order. Lossless: their `raw` one after the
/// other are the message. An entity starts with its header and ends with an `end`, between which
/// its parts lie:
///     header, separator, preamble,  delimiter, header, separator, body, end,
///     delimiter, header, separator, body, end,  close_delimiter, epilogue, end
/// A forward, borrowed range; see entity.
using entity_pieces = detail::entity_range<detail::entity_piece_walker>;

} // namespace foldwise

template <class Walker>
inline constexpr bool std::ranges::enable_view<foldwise::detail::entity_range<Walker>> = true;
template <class Walker>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::detail::entity_range<Walker>> =
    true;

#endif
