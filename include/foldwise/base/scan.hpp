#ifndef FOLDWISE_BASE_SCAN_HPP
#define FOLDWISE_BASE_SCAN_HPP

#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <string_view>

/// The searches that everything else is made of. Each looks at `bytes` from the
/// offset `from` (at most `bytes.size()`) and answers with the offset of the
/// first hit, or with `bytes.size()` where there is none. Each reads only octets
/// of `bytes` and costs time in proportion to the octets that it passes.
namespace foldwise::scan {

/// The next `octet`.
///     octet("a\r\nb", '\n', 0)  ->  2
constexpr std::size_t octet(std::string_view bytes, char octet, std::size_t from) noexcept {
    auto const hit = bytes.find(octet, from);
    return hit == std::string_view::npos ? bytes.size() : hit;
}

/// The next line feed, where a line ends.
///     line_feed("a\r\nb", 0)  ->  2
constexpr std::size_t line_feed(std::string_view bytes, std::size_t from) noexcept {
    return octet(bytes, '\n', from);
}

/// The next place where `first` is directly followed by `second`.
///     octet_pair("a\nb\nFrom ", '\n', 'F', 0)  ->  3
/// A `first` that is the last octet is no hit.
constexpr std::size_t octet_pair(std::string_view bytes, char first, char second,
                                 std::size_t from) noexcept {
    for (auto at = octet(bytes, first, from); at + 1 < bytes.size();
         at = octet(bytes, first, at + 1))
        if (bytes[at + 1] == second) return at;
    return bytes.size();
}

/// The next line feed that is not directly followed by SP or HTAB, which is
/// where a folded field ends (RFC 5322 section 2.2.3). A line feed that is the
/// last octet is a hit.
///     line_feed_before_no_wsp("a\n b\nc", 0)  ->  4
constexpr std::size_t line_feed_before_no_wsp(std::string_view bytes, std::size_t from) noexcept {
    for (auto at = octet(bytes, '\n', from); at < bytes.size(); at = octet(bytes, '\n', at + 1))
        if (at + 1 == bytes.size() || !wsp.contains(bytes[at + 1])) return at;
    return bytes.size();
}

/// The next line feed that is directly followed by SP or HTAB, which is where a
/// field is folded.
///     line_feed_before_wsp("a\nb\n c", 0)  ->  3
constexpr std::size_t line_feed_before_wsp(std::string_view bytes, std::size_t from) noexcept {
    for (auto at = octet(bytes, '\n', from); at + 1 < bytes.size(); at = octet(bytes, '\n', at + 1))
        if (wsp.contains(bytes[at + 1])) return at;
    return bytes.size();
}

/// The next octet that is in `set`.
///     in(digit, "July 4", 0)  ->  5
constexpr std::size_t in(char_class const& set, std::string_view bytes, std::size_t from) noexcept {
    while (from < bytes.size() && !set.contains(bytes[from])) ++from;
    return from;
}

/// The next octet that is not in `set`.
///     not_in(ftext, "Subject: x", 0)  ->  7
constexpr std::size_t not_in(char_class const& set, std::string_view bytes,
                             std::size_t from) noexcept {
    while (from < bytes.size() && set.contains(bytes[from])) ++from;
    return from;
}

} // namespace foldwise::scan

#endif
