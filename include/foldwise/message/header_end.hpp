#ifndef FOLDWISE_MESSAGE_HEADER_END_HPP
#define FOLDWISE_MESSAGE_HEADER_END_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// What `find_header_end` saw.
struct header_end {
    /// Found: where the header section ends and the separator starts. Not found:
    /// where to go on when more bytes have arrived.
    std::size_t position = 0;
    /// The octets of the separator, an empty line: 1 for LF, 2 for CRLF; 0 when
    /// it has not arrived.
    std::size_t separator_size = 0;

    constexpr bool found() const noexcept { return separator_size != 0; }
    friend constexpr bool operator==(header_end const&, header_end const&) = default;
};

/// Looks for the end of the header section in what has arrived of a message so
/// far: the first empty line (RFC 5322 section 2.1).
///     auto end = find_header_end(buffer);
///     while (!end.found() && read_more_into(buffer))
///         end = find_header_end(buffer, end.position);
///     message m{buffer, end};
/// `from` is 0 at first and then the last answer's `position`; the bytes before
/// it must be the same as then. Each octet is looked at once however it arrives,
/// but for a CR or LF at the end of what had arrived. If the message ends and
/// nothing was found, all of it is header section.
constexpr header_end find_header_end(std::string_view so_far, std::size_t from = 0) noexcept {
    if (from == 0) {
        if (auto const size = empty_line_size(so_far, 0)) return {0, size};
        if (so_far.empty() || so_far == "\r") return {};
    }
    for (auto at = from;; ++at) {
        at = scan::line_feed_before_line_ending(so_far, at);
        if (at == so_far.size()) return {at - (so_far.ends_with('\n') ? 1 : 0), 0};
        if (auto const size = empty_line_size(so_far, at + 1)) return {at + 1, size};
        if (at + 2 == so_far.size()) return {at, 0}; // at a CR
    }
}

} // namespace foldwise

#endif
