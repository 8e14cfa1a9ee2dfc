#ifndef FOLDWISE_MIME_ENTITY_PIECES_HPP
#define FOLDWISE_MIME_ENTITY_PIECES_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/content_type.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/mime/multipart.hpp>
#include <foldwise/mime/transfer_encoding.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// What the body of an entity is made of.
enum class entity_kind : unsigned char {
    leaf,      ///< octets
    multipart, ///< parts, with delimiter lines between them
    message,   ///< one message
};

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

/// What is known of an entity from its header section on. Offsets are from the start of the bytes
/// that are walked over.
struct entity_places {
    std::size_t start = 0;
    std::size_t header_end = 0;
    std::size_t body = 0;
    std::size_t preamble_end = 0; ///< of a multipart
    std::size_t body_end = 0;     ///< of a leaf
    std::optional<field> type;    ///< the first Content-Type
    entity_kind kind = entity_kind::leaf;
    transfer_encoding encoding = transfer_encoding::seven_bit;
    bool is_in_digest = false;

    /// In a multipart/digest, what is not said is message/rfc822 (RFC 2046 section 5.1.5).
    constexpr foldwise::content_type content_type() const noexcept {
        auto const said = type ? foldwise::content_type{*type} : foldwise::content_type{};
        if (!is_in_digest || (type && said.is_readable())) return said;
        return foldwise::content_type{"message/rfc822"};
    }
};

/// Where a walk starts: at a message, or at a part of one.
struct walk_origin {
    std::size_t depth = 0;
    std::size_t depth_limit = deepest_entity;
    bool is_in_digest = false;
};

/// Goes over a message from its start to its end, piece by piece. Each octet is looked at a few
/// times, however deep the parts lie in each other: a delimiter line is searched for once, for all
/// the multiparts that are open.
class entity_piece_walker {
  public:
    constexpr entity_piece_walker() = default;
    /// `path` is that of the part; empty, where the walk starts at a message.
    constexpr entity_piece_walker(std::string_view bytes, walk_origin const& origin,
                                  entity_path const& path) noexcept
        : bytes_{bytes}, origin_{origin}, path_{path}, is_at_end_{false} {
        enter(0, origin.is_in_digest);
        if (path_.empty()) number_message();
        note_numbers();
    }

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr entity_piece current() const noexcept {
        return {kind_, bytes_.substr(first_, last_ - first_), origin_.depth + depth_};
    }

    constexpr void advance() noexcept {
        switch (kind_) {
        case piece_kind::header: set(piece_kind::separator, last_, places_.body); break;
        case piece_kind::separator: open_body(); break;
        case piece_kind::preamble: set(piece_kind::delimiter, next_->start, next_->end); break;
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
        std::uint32_t parts = 0;
        std::uint8_t numbers = 0; // of its path
        entity_kind kind = entity_kind::leaf;
        bool is_digest = false;
        bool has_boundary = false;
    };

    constexpr void set(piece_kind kind, std::size_t first, std::size_t last) noexcept {
        kind_ = kind;
        first_ = first;
        last_ = last;
    }

    // ---- Entering an entity

    constexpr void enter_part() noexcept {
        auto& parent = levels_[depth_];
        auto const start = next_->end;
        next_.reset();
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
        find_body();
        set(piece_kind::header, places_.start, places_.header_end);
        header_section const header{bytes_.substr(first_, last_ - first_)};
        bool has_encoding = false;
        for (auto const field : header) {
            if (!places_.type && field.is("Content-Type")) {
                places_.type = field;
            } else if (!has_encoding && field.is("Content-Transfer-Encoding")) {
                has_encoding = true;
                places_.encoding = content_transfer_encoding{field}.encoding();
            }
        }
        look_into_body();
        levels_[depth_].kind = places_.kind;
    }

    /// A delimiter line ends the header section as well.
    constexpr void find_body() noexcept {
        auto const start = places_.start;
        for (auto at = start;;) {
            if (!next_) next_ = delimiter_at(bytes_, at, start, boundaries_);
            if (next_) {
                places_.header_end = places_.body = next_->start;
                return;
            }
            if (auto const size = empty_line_size(bytes_, at)) {
                places_.header_end = at;
                places_.body = at + size;
                return;
            }
            auto const line_feed = scan::line_feed(bytes_, at);
            if (line_feed >= bytes_.size()) {
                places_.header_end = places_.body = bytes_.size();
                return;
            }
            at = line_feed + 1;
        }
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

    /// What must not be encoded (RFC 2046 section 5.2.1), or may be and is not (RFC 6532 section
    /// 3.7).
    constexpr bool is_message(content_type const& type) const noexcept {
        bool const is_encoded = places_.encoding == transfer_encoding::base64 ||
                                places_.encoding == transfer_encoding::quoted_printable;
        return !is_encoded && (type.is("message", "rfc822") || type.is("message", "global"));
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
            set(piece_kind::delimiter, next_->start, next_->end);
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
    std::optional<delimiter> next_; // where what is open ends, where that is known
    piece_kind kind_ = piece_kind::end;
    std::size_t first_ = 0; // the piece
    std::size_t last_ = 0;
    bool is_at_end_ = true;
};

} // namespace detail

/// The pieces of a message with all of its parts, in order. Lossless: their `raw` one after the
/// other are the message. An entity starts with its header and ends with an `end`, between which
/// its parts lie:
///     header, separator, preamble,  delimiter, header, separator, body, end,
///     delimiter, header, separator, body, end,  close_delimiter, epilogue, end
/// A forward, borrowed range; see entity.
using entity_pieces = walk_range<detail::entity_piece_walker>;

} // namespace foldwise

#endif
