#ifndef FOLDWISE_MESSAGE_HEADER_END_HPP
#define FOLDWISE_MESSAGE_HEADER_END_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The answer of `find_header_end`.
struct header_end {
    /// If found(), the offset at which the header section ends and the separator starts. Otherwise,
    /// the offset at which to continue when more bytes have arrived.
    std::size_t position = 0;
    /// The size of the separator, an empty line: 1 for LF, 2 for CRLF, 0 if it was not found.
    std::size_t separator_size = 0;

    /// Whether the end has been found.
    constexpr bool found() const noexcept { return separator_size != 0; }
    friend constexpr bool operator==(header_end const&, header_end const&) = default;
};

/// Searches for the end of the header section, the first empty line (RFC 5322 section 2.1), in the
/// bytes of a message that have arrived so far.
///     auto end = find_header_end(buffer);
///     while (!end.found() && read_more_into(buffer))
///         end = find_header_end(buffer, end.position);
///     message m{buffer, end};
/// `from` is 0 in the first call and the last answer's `position` in later ones. The bytes before
/// it must not have changed. However the bytes arrive, each octet is examined once, except for a CR
/// or LF at the end of the bytes of a call. If nothing was found when the message ends, all of it
/// is header section.
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

} // namespace foldwise::inline FOLDWISE_ABI

#endif
