#ifndef FOLDWISE_MIME_DETAIL_ENTITY_PLACES_HPP
#define FOLDWISE_MIME_DETAIL_ENTITY_PLACES_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/mime/detail/multipart.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// What the body of an entity is made of.
enum class entity_kind : unsigned char {
    leaf,      ///< octets
    multipart, ///< parts, with delimiter lines between them
    message,   ///< one message
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
    std::string_view disposition; ///< the octets of the first Content-Disposition, if there is one
    entity_kind kind = entity_kind::leaf;
    transfer_encoding encoding = transfer_encoding::seven_bit;
    bool has_encoding = false; ///< whether a field says it
    bool is_in_digest = false;

    /// The same, with offsets from its own start on.
    constexpr entity_places from_own_start() const noexcept {
        auto moved = *this;
        for (auto* const place :
             {&moved.header_end, &moved.body, &moved.preamble_end, &moved.body_end})
            *place -= start;
        moved.start = 0;
        return moved;
    }

    /// In a multipart/digest, what is not said is message/rfc822 (RFC 2046 section 5.1.5).
    constexpr foldwise::content_type content_type() const noexcept {
        if (is_in_digest && !(type && foldwise::content_type{*type}.is_readable()))
            return foldwise::content_type{"message/rfc822"};
        return type ? foldwise::content_type{*type} : foldwise::content_type{};
    }
};

/// Where a walk starts: at a message, or at a part of one.
struct walk_origin {
    std::size_t depth = 0;
    std::size_t depth_limit = deepest_entity;
    bool is_in_digest = false;
};

/// An entity whose header section has been read.
struct known_entity {
    std::string_view bytes; ///< all of it; they start at `places.start`
    walk_origin origin;
    entity_path path;
    entity_places places;
};

// ---- The header section

/// The field that starts at `at`, its folded lines included.
constexpr field field_at(std::string_view bytes, std::size_t at) noexcept {
    auto const line_feed = scan::line_feed_before_no_wsp(bytes, at);
    auto const end = line_feed == bytes.size() ? line_feed : line_feed + 1;
    return field{bytes.substr(at, end - at)};
}

/// Notes what the field that starts at `at` says of the body. Of each name, the first one counts.
constexpr void note_field(std::string_view bytes, std::size_t at, entity_places& places) noexcept {
    auto const name = field{bytes.substr(at)}.name();
    if (!places.type && ascii_iequals(name, "Content-Type")) {
        places.type = field_at(bytes, at);
    } else if (places.disposition.empty() && ascii_iequals(name, "Content-Disposition")) {
        places.disposition = field_at(bytes, at).raw();
    } else if (!places.has_encoding && ascii_iequals(name, "Content-Transfer-Encoding")) {
        places.has_encoding = true;
        places.encoding = content_transfer_encoding{field_at(bytes, at)}.encoding();
    }
}

constexpr void end_header(std::string_view bytes, std::size_t header_end, std::size_t body,
                          entity_places& places) noexcept {
    places.header_end = header_end;
    places.body = body;
    // The line ending before a delimiter line belongs to that.
    auto const in_header = [&](std::string_view raw) noexcept {
        return raw.substr(0, header_end - offset_of(bytes, raw));
    };
    if (places.type)
        if (auto const raw = places.type->raw(); in_header(raw).size() != raw.size())
            places.type = field{in_header(raw)};
    if (!places.disposition.empty()) places.disposition = in_header(places.disposition);
}

/// Reads the header section that starts at `places.start`, in one pass. An empty line ends it, and
/// a delimiter line as well, which is then `next`; or has been, if that is known.
constexpr void read_header(std::string_view bytes, open_boundaries const& open,
                           entity_places& places, std::optional<delimiter>& next) noexcept {
    auto at = places.start;
    if (next) return end_header(bytes, next->start, next->start, places);
    while (at != bytes.size()) {
        char const first = bytes[at];
        if (first == '-') {
            next = delimiter_at(bytes, at, places.start, open);
            if (next) return end_header(bytes, next->start, next->start, places);
        } else if (first == '\n' || first == '\r') {
            auto const size = empty_line_size(bytes, at);
            if (size != 0) return end_header(bytes, at, at + size, places);
        }
        if (ascii_lower(first) == 'c') note_field(bytes, at, places);
        // Each of the names that count starts with this letter.
        at = scan::line_feed_before_end_or<'c'>(bytes, at);
        if (at != bytes.size()) ++at;
    }
    end_header(bytes, at, at, places);
}

} // namespace detail

} // namespace foldwise

#endif
