#ifndef FOLDWISE_MIME_DETAIL_DELIMITER_HPP
#define FOLDWISE_MIME_DETAIL_DELIMITER_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/mime/detail/open_boundaries.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A line that separates two parts of a multipart, or closes it (RFC 2046 section 5.1.1):
///     delimiter         := CRLF "--" boundary
///     close-delimiter   := delimiter "--"
///     transport-padding := *LWSP-char
/// All members but the last are offsets into the searched bytes:
///
///     one CRLF
///     --b   CRLF
///     two
///
///     3    5     10    12
///     |----|-----|-----|
///     start line text_end end
struct delimiter {
    std::size_t start = 0;    ///< where the line ending before the line starts
    std::size_t line = 0;     ///< where the line starts
    std::size_t text_end = 0; ///< where the line's own ending starts
    std::size_t end = 0;      ///< after the line's own ending
    boundary_match multipart; ///< no multipart (0) at the end of the bytes
};

/// The delimiter line that starts at `at`, if there is one. Octets before offset `first` cannot
/// belong to it. O(line).
constexpr optional<delimiter> delimiter_at(std::string_view bytes, std::size_t at,
                                           std::size_t first,
                                           open_boundaries const& open) noexcept {
    if (open.empty() || bytes.size() - at < 2 || bytes[at] != '-' || bytes[at + 1] != '-')
        return std::nullopt;
    auto const line_feed = scan::line_feed(bytes, at);
    auto const end = line_feed == bytes.size() ? line_feed : line_feed + 1;
    auto const text = without_ending(bytes.substr(at, end - at));
    auto const multipart = open.find(text);
    if (multipart.number == 0) return std::nullopt;
    auto const before = bytes.substr(first, at - first);
    return delimiter{at - size_of(ending_of(before)), at, at + text.size(), end, multipart};
}

/// The first delimiter line at or after `from`, where a line starts. If there is none, returns a
/// delimiter of no multipart at the end of the bytes. `first` as in delimiter_at. O(octets passed);
/// O(1) if no multipart is open.
constexpr delimiter find_delimiter(std::string_view bytes, std::size_t from, std::size_t first,
                                   open_boundaries const& open) noexcept {
    auto const size = bytes.size();
    for (auto at = open.empty() ? size : from; at < size;) {
        if (auto const found = delimiter_at(bytes, at, first, open)) return *found;
        at = scan::octet_pair<'\n', '-'>(bytes, at);
        if (at < size) ++at;
    }
    return {size, size, size, size, {}};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
