#ifndef FOLDWISE_MIME_DETAIL_OPEN_ENTITY_HPP
#define FOLDWISE_MIME_DETAIL_OPEN_ENTITY_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_cutter.hpp>
#include <foldwise/message/sought_name.hpp>
#include <foldwise/mime/detail/delimiter.hpp>
#include <foldwise/mime/detail/open_boundaries.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// What the body of an entity consists of.
enum class entity_kind : unsigned char {
    leaf,      ///< octets
    multipart, ///< parts, with delimiter lines between them
    message,   ///< one message
};

namespace detail {

/// What is known about an entity whose header section has been read. Offsets are into the bytes of
/// the walk. Borrows the bytes; trivially copyable.
struct entity_places {
    std::size_t start = 0;
    std::size_t header_end = 0;
    std::size_t body = 0;
    std::size_t text_end = 0;     ///< the end of a leaf's body, or of a multipart's preamble
    std::string_view type;        ///< the first Content-Type field; empty if there is none
    std::string_view disposition; ///< the first Content-Disposition field; empty if there is none
    entity_kind kind = entity_kind::leaf;
    transfer_encoding encoding = transfer_encoding::seven_bit;
    bool has_encoding = false; ///< whether there is a Content-Transfer-Encoding field
    bool is_in_digest = false;
    bool starts_message = false; ///< whether a byte order mark may be before its first field
    bool is_at_limit = false;    ///< whether it is at the depth limit, and so is a leaf

    /// Whether the header section ends at a delimiter line of this multipart, without an empty
    /// line. Only then can there be a body without a separator before it.
    constexpr bool lacks_empty_line() const noexcept {
        if (kind == entity_kind::message || body != header_end) return false;
        return kind == entity_kind::multipart || text_end != body;
    }

    /// The same, with offsets that count from the start of the entity.
    constexpr entity_places from_own_start() const noexcept {
        auto moved = *this;
        for (auto* const place : {&moved.header_end, &moved.body, &moved.text_end}) *place -= start;
        moved.start = 0;
        return moved;
    }

    /// The type. In a multipart/digest, the default is message/rfc822 (RFC 2046 section 5.1.5).
    constexpr foldwise::content_type content_type() const noexcept {
        auto const stated =
            type.empty() ? foldwise::content_type{} : foldwise::content_type{field{type}};
        if (is_in_digest && (type.empty() || !stated.is_readable()))
            return foldwise::content_type{"message/rfc822"};
        return stated;
    }
};

/// Opens the entity that starts at an offset: reads its header section, and finds where the body of
/// a leaf ends or where the first part of a multipart starts. After open():
///
///     next        the next delimiter line: the line that ends the body of a leaf, or the first one
///                 of a multipart. For a message, it may be unknown
///     boundaries  the boundaries of the enclosing multiparts and, if the entity is a multipart
///                 with a part, its own
///
/// O(header), plus O(body) for a leaf or O(preamble) for a multipart.
class entity_opener {
  public:
    entity_opener() = delete;
    constexpr entity_opener(std::string_view bytes, open_boundaries& boundaries,
                            optional<delimiter>& next) noexcept
        : bytes_{bytes}, boundaries_{boundaries}, next_{next} {}

    /// In `places`, start, is_in_digest and is_at_limit are set. If `next` is set, it is a
    /// delimiter line at which the entity starts, so the entity is empty.
    constexpr entity_places open(entity_places places) noexcept {
        read_header(places);
        read_body_start(places);
        return places;
    }

    /// Opens an entity that was opened before, at the start of another walk.
    constexpr void open_again(entity_places const& places) noexcept {
        if (places.kind != entity_kind::multipart) return;
        if (auto const boundary = places.content_type().boundary()) boundaries_.open(*boundary);
        auto line = places.text_end;
        if (bytes_[line] == '\r') ++line;
        if (bytes_[line] == '\n') ++line;
        next_ = delimiter_at(bytes_, line, places.body, boundaries_);
    }

  private:
    // ---- The header section: an empty line or a delimiter line ends it.

    /// Whether the boundary of the entity itself is open while its header section is read.
    enum class own_boundary : unsigned char { unknown, none, open };

    /// Reads only lines that may end the header section, and lines that start with "c" or "C": the
    /// names of all fields that describe the body start with "Content-".
    constexpr void read_header(entity_places& places) noexcept {
        auto const start = places.start;
        if (next_) return end_header_at_delimiter(places);
        auto own = own_boundary::unknown;
        find_end_of_header(start, own, places);
        // A field after a byte order mark counts if there is no other of its name.
        constexpr auto mark_size = utf8_byte_order_mark.size();
        if (places.starts_message && bytes_.size() - start > mark_size &&
            bytes_.substr(start).starts_with(utf8_byte_order_mark))
            note(bytes_.substr(start + mark_size), places);
        if (own == own_boundary::open) boundaries_.close();
        if (next_) end_header_at_delimiter(places);
    }

    constexpr void find_end_of_header(std::size_t const start, own_boundary& own,
                                      entity_places& places) noexcept {
        for (auto at = start; at != bytes_.size();) {
            char const first = bytes_[at];
            if (first == '-') {
                next_ = delimiter_at(bytes_, at, start, boundaries_);
                if (!next_ && own == own_boundary::unknown && !places.type.empty() &&
                    bytes_.substr(at, 2) == "--") {
                    own = open_own(places);
                    next_ = delimiter_at(bytes_, at, start, boundaries_);
                }
                if (next_ && own == own_boundary::open &&
                    next_->multipart.number == boundaries_.size()) {
                    next_.reset();
                    places.header_end = places.body = at;
                    return;
                }
                if (next_) return;
            } else if (auto const size = empty_line_size(bytes_, at); size != 0) {
                places.header_end = at;
                places.body = at + size;
                return;
            } else if (ascii_lower(first) == 'c') {
                note(bytes_.substr(at), places);
            }
            at = scan::line_feed_before_end_or<'c'>(bytes_, at);
            if (at != bytes_.size()) ++at;
        }
        places.header_end = places.body = bytes_.size();
    }

    /// Opens the boundary that the header section has declared. A line of an enclosing multipart
    /// with the same boundary ends the header section as one of that multipart.
    constexpr own_boundary open_own(entity_places const& places) noexcept {
        auto const type = places.content_type();
        auto const boundary = type.boundary();
        if (!type.is("multipart") || !boundary || !boundaries_.open(*boundary))
            return own_boundary::none;
        if (!boundaries_.is_innermost_repeated()) return own_boundary::open;
        boundaries_.close();
        return own_boundary::none;
    }

    /// The line ending before a delimiter line belongs to the delimiter, not to the last field.
    constexpr void end_header_at_delimiter(entity_places& places) const noexcept {
        auto const end = next_->start;
        places.header_end = places.body = end;
        for (auto* const raw : {&places.type, &places.disposition})
            if (!raw->empty()) *raw = raw->substr(0, end - offset_of(bytes_, *raw));
    }

    /// Notes the field at the start of `rest` if it describes the body. If there are several fields
    /// with the same name, the first one counts.
    static constexpr void note(std::string_view rest, entity_places& places) noexcept {
        constexpr sought_name type{"Content-Type"};
        constexpr sought_name encoding{"Content-Transfer-Encoding"};
        constexpr sought_name disposition{"Content-Disposition"};
        if (places.type.empty() && type.is_of(rest)) {
            places.type = first_field(rest);
        } else if (places.disposition.empty() && disposition.is_of(rest)) {
            places.disposition = first_field(rest);
        } else if (!places.has_encoding && encoding.is_of(rest)) {
            places.has_encoding = true;
            places.encoding = content_transfer_encoding{field{first_field(rest)}}.encoding();
        }
    }

    // ---- The start of the body

    constexpr void read_body_start(entity_places& places) noexcept {
        auto const type = places.content_type();
        if (!places.is_at_limit && type.is("multipart") && open_multipart(type, places)) return;
        // The empty line after the header section belongs to a delimiter line directly after it,
        // unless that is the first delimiter line of this multipart.
        if (!next_) next_ = delimiter_at(bytes_, places.body, places.header_end, boundaries_);
        if (next_ && next_->start < places.body) places.body = next_->start;
        if (!places.is_at_limit && is_message(type, places.encoding)) {
            places.kind = entity_kind::message;
            return;
        }
        if (!next_) next_ = find_delimiter(bytes_, places.body, places.body, boundaries_);
        places.text_end = next_->start;
    }

    /// Returns whether the multipart has a part. A multipart without parts is a leaf.
    constexpr bool open_multipart(content_type const& type, entity_places& places) noexcept {
        auto const boundary = type.boundary();
        if (next_ || !boundary || !boundaries_.open(*boundary)) return false;
        next_ = find_delimiter(bytes_, places.body, places.body, boundaries_);
        auto const [number, is_close] = next_->multipart;
        if (number != boundaries_.size() || is_close) {
            boundaries_.close();
            // The line may be a delimiter line of an enclosing multipart with the same boundary.
            next_ = find_delimiter(bytes_, next_->line, places.header_end, boundaries_);
            return false;
        }
        places.kind = entity_kind::multipart;
        places.text_end = next_->start;
        return true;
    }

    /// Whether the body is one message. A message/rfc822 must not be encoded (RFC 2046 section
    /// 5.2.1). A message/global may be encoded (RFC 6532 section 3.7), but is a leaf then.
    static constexpr bool is_message(content_type const& type,
                                     transfer_encoding encoding) noexcept {
        return !is_encoded(encoding) &&
               (type.is("message", "rfc822") || type.is("message", "global"));
    }

    std::string_view bytes_;
    open_boundaries& boundaries_;
    optional<delimiter>& next_;
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
