#ifndef FOLDWISE_MIME_ENTITY_PIECES_HPP
#define FOLDWISE_MIME_ENTITY_PIECES_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/mime/detail/delimiter.hpp>
#include <foldwise/mime/detail/open_boundaries.hpp>
#include <foldwise/mime/detail/open_entity.hpp>
#include <foldwise/mime/entity_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// The kinds of pieces.
enum class piece_kind : unsigned char {
    header,          ///< the header section, the first piece of an entity
    separator,       ///< the empty line after the header section; empty if there is none
    body,            ///< the body of a leaf
    preamble,        ///< the octets of a multipart before its first delimiter line
    delimiter,       ///< a delimiter line, with the line ending before it
    close_delimiter, ///< the delimiter line that closes a multipart
    epilogue,        ///< the octets of a multipart after its close-delimiter
    end,             ///< no octets: the end of an entity
};

/// A piece of a message. Borrows the message's bytes.
struct entity_piece {
    piece_kind kind = piece_kind::end; ///< what the octets are
    std::string_view raw;              ///< the octets, unchanged
    std::size_t depth = 0;             ///< of the entity that the piece belongs to
};

namespace detail {

/// Where a walk starts: at a message, or at a part of one.
struct walk_origin {
    std::uint8_t depth = 0;
    std::uint8_t depth_limit = deepest_entity;
    std::uint8_t path_end = 0; ///< where the numbers of its path end
    bool is_in_digest = false;
    from_quoting quoting = from_quoting::none; ///< which lines of bodies are quoted
    bool starts_message = false;               ///< whether it is a message, not a part of one
};

/// An entity whose header section has been read.
struct known_entity {
    std::string_view bytes; ///< the whole entity; `places.start` is the offset of its first octet
    walk_origin origin;
    entity_path path;
    entity_places places;
};

/// Iterates over the pieces of an entity. Each octet is read a few times, however deeply the parts
/// are nested, because one search finds the next delimiter line of all open multiparts.
///
///     header -> separator -+-> body ----------------------------------------+-> end
///                          |                                                |
///                          +-> preamble -+-> delimiter -> (a part) -+-> close_delimiter
///                          |             +<-------------------------+   -> epilogue -> end
///                          |
///                          +-> (a message) -> end
class entity_piece_walker {
  public:
    /// A walker without pieces.
    constexpr entity_piece_walker() = default;

    /// Repeats a walk that started at a multipart or message. `path` is the path of any entity in
    /// that walk.
    constexpr entity_piece_walker(std::string_view bytes, walk_origin const& origin,
                                  entity_path const& path) noexcept
        : bytes_{bytes}, origin_{origin}, path_{path}, boundaries_{bytes}, is_at_end_{false} {
        path_.cut_numbers(origin.path_end);
        entity_places root;
        root.is_in_digest = origin.is_in_digest;
        root.starts_message = origin.starts_message;
        open(root);
        note_path();
    }

    /// Starts at an entity whose header section has been read.
    explicit constexpr entity_piece_walker(known_entity const& root) noexcept
        : bytes_{root.bytes}, origin_{root.origin}, path_{root.path}, boundaries_{root.bytes},
          places_{root.places.from_own_start()}, is_at_end_{false} {
        entity_opener{bytes_, boundaries_, next_}.open_again(places_);
        levels_[0].open = container_of(places_);
        note_path();
        set(piece_kind::header, 0, places_.header_end);
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr entity_piece current() const noexcept {
        return {kind_, bytes_.substr(first_, last_ - first_), origin_.depth + depth()};
    }

    constexpr void advance() noexcept {
        switch (kind_) {
        case piece_kind::header: set(piece_kind::separator, last_, places_.body); break;
        case piece_kind::separator: go_to_body(); break;
        case piece_kind::preamble: go_to_delimiter(); break;
        case piece_kind::delimiter: enter_part(); break;
        case piece_kind::close_delimiter: set(piece_kind::epilogue, last_, next_->start); break;
        case piece_kind::body:
        case piece_kind::epilogue: set(piece_kind::end, last_, last_); break;
        case piece_kind::end: leave(); break;
        }
    }

    struct place {
        std::size_t octet;
        std::uint8_t depth;
        piece_kind kind;
        bool is_at_end;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {first_, depth_, kind_, is_at_end_}; }

    constexpr std::string_view bytes() const noexcept { return bytes_; }
    constexpr walk_origin const& origin() const noexcept { return origin_; }
    constexpr piece_kind kind() const noexcept { return kind_; }

    /// The depth of the piece below the entity at which the walk started.
    constexpr std::size_t depth() const noexcept { return depth_; }

    /// The multiparts that are open.
    constexpr open_boundaries const& boundaries() const noexcept { return boundaries_; }

    /// The places and the path of the entity, if the piece is its header section.
    constexpr entity_places const& places() const noexcept { return places_; }
    constexpr entity_path const& path() const noexcept { return path_; }

  private:
    /// Whether an entity is a multipart that is still open, and of which kind.
    enum class container : unsigned char { none, multipart, digest };

    /// An open entity. It has no default member initializers, so that `{}` sets an array to zero at
    /// once.
    struct level {
        std::uint8_t path_end; // where the numbers of its path end
        container open;
    };

    constexpr void set(piece_kind kind, std::size_t first, std::size_t last) noexcept {
        kind_ = kind;
        first_ = first;
        last_ = last;
    }

    static constexpr container container_of(entity_places const& places) noexcept {
        if (places.kind != entity_kind::multipart) return container::none;
        return places.content_type().is("multipart", "digest") ? container::digest
                                                               : container::multipart;
    }

    // ---- Into an entity

    constexpr void open(entity_places const& start) noexcept {
        places_ = entity_opener{bytes_, boundaries_, next_}.open(start);
        levels_[depth_].open = container_of(places_);
        set(piece_kind::header, places_.start, places_.header_end);
    }
    /// Opens the entity that starts after the current piece, one level deeper.
    constexpr void open_inner(container parent) noexcept {
        ++depth_;
        entity_places inner;
        inner.start = last_;
        inner.is_in_digest = parent == container::digest;
        inner.starts_message = parent == container::none;
        inner.is_at_limit = origin_.depth + depth_ >= origin_.depth_limit || !path_.has_room();
        open(inner);
    }
    constexpr void note_path() noexcept { levels_[depth_].path_end = path_.end_of_numbers(); }

    constexpr void enter_part() noexcept {
        auto const& parent = levels_[depth_];
        path_.add_next(parent.path_end);
        open_inner(parent.open);
        note_path();
    }

    constexpr void enter_message() noexcept {
        path_.cut_numbers(levels_[depth_].path_end);
        open_inner(container::none); // a message, not a part of a multipart
        path_.add_message(places_.kind == entity_kind::multipart);
        note_path();
    }

    constexpr void go_to_body() noexcept {
        switch (places_.kind) {
        case entity_kind::leaf: set(piece_kind::body, last_, places_.text_end); break;
        case entity_kind::multipart: set(piece_kind::preamble, last_, places_.text_end); break;
        case entity_kind::message: enter_message(); break;
        }
    }

    // ---- Out of an entity

    /// Returns from an entity that has ended to the entity that contains it.
    constexpr void leave() noexcept {
        if (depth_ == 0) {
            is_at_end_ = true;
            return;
        }
        --depth_;
        if (levels_[depth_].open == container::none)
            set(piece_kind::end, last_, last_);
        else if (next_->multipart.number != boundaries_.size())
            end_without_close();
        else if (next_->multipart.is_close)
            go_to_close_delimiter();
        else
            go_to_delimiter();
    }

    /// Another delimiter line may follow at once. The line ending between the two lines belongs to
    /// the second one, or to the first one if both are of the same multipart.
    constexpr void go_to_delimiter() noexcept {
        auto const found = *next_;
        next_ = delimiter_at(bytes_, found.end, found.text_end, boundaries_);
        if (next_ && next_->multipart.number == boundaries_.size()) next_->start = found.end;
        set(piece_kind::delimiter, found.start, next_ ? next_->start : found.end);
    }

    constexpr void go_to_close_delimiter() noexcept {
        auto const found = *next_;
        close();
        next_ = find_delimiter(bytes_, found.end, found.text_end, boundaries_);
        auto const end = found.end < next_->start ? found.end : next_->start;
        set(piece_kind::close_delimiter, found.start, end);
    }

    /// Ends a multipart at a delimiter line of an enclosing multipart, or at the end of the bytes.
    constexpr void end_without_close() noexcept {
        close();
        set(piece_kind::epilogue, last_, last_);
    }

    constexpr void close() noexcept {
        boundaries_.close();
        levels_[depth_].open = container::none;
    }

    std::string_view bytes_;
    walk_origin origin_;
    entity_path path_;
    open_boundaries boundaries_;
    level levels_[deepest_entity + 1] = {};
    entity_places places_;
    optional<delimiter> next_; // the next delimiter line, see entity_opener
    std::size_t first_ = 0;    // the piece is from first_ up to last_
    std::size_t last_ = 0;
    piece_kind kind_ = piece_kind::end;
    std::uint8_t depth_ = 0; // below the entity at which the walk started
    bool is_at_end_ = true;
};

/// The elements of a walker that starts at an entity: a forward, borrowed range that is a view.
/// begin() constructs the walker in place, because it is large.
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

/// The pieces of an entity with all of its parts, in order. Each entity starts with a `header` and
/// ends with an `end`; the pieces of its parts are in between:
///     header, separator, preamble,  delimiter, header, separator, body, end,
///     delimiter, header, separator, body, end,  close_delimiter, epilogue, end
/// Lossless: concatenating the `raw` of all pieces gives the entity. A forward, borrowed range of
/// entity_piece; an iterator has 2 KiB. Borrows the message's bytes; allocates nothing. A traversal
/// is O(raw).
using entity_pieces = detail::entity_range<detail::entity_piece_walker>;

} // namespace foldwise::inline FOLDWISE_ABI

template <class Walker>
inline constexpr bool std::ranges::enable_view<foldwise::detail::entity_range<Walker>> = true;
template <class Walker>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::detail::entity_range<Walker>> =
    true;

#endif
