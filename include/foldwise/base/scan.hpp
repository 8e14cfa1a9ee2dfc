#ifndef FOLDWISE_BASE_SCAN_HPP
#define FOLDWISE_BASE_SCAN_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan_blocks.hpp>
#include <foldwise/base/scan_pairs.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The searches on which everything else is built. Each searches `bytes` from the offset `from` (at
/// most `bytes.size()`) and returns the offset of the first hit, or `bytes.size()` if there is
/// none. Each reads only octets of `bytes`; its cost is proportional to the octets that it passes.
///
/// Some examine many octets at a time: see scan_blocks.hpp and scan_pairs.hpp.
namespace foldwise::inline FOLDWISE_ABI::scan {

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

/// The next octet that is one of `octets`, which should be few.
///     one_of<' ', '?'>("utf-8?q", 0)  ->  5
template <char... octets>
constexpr std::size_t one_of(std::string_view bytes, std::size_t from) noexcept {
    return detail::find_one_of<octets...>(bytes, from);
}

/// The next place where `first` is directly followed by `second`.
///     octet_pair<'\n', 'F'>("a\nb\nFrom ", 0)  ->  3
/// A `first` that is the last octet is not a hit.
template <char first, char second>
constexpr std::size_t octet_pair(std::string_view bytes, std::size_t from) noexcept {
    return detail::find_pair<detail::pair_pattern{first, second, second}>(bytes, from);
}

/// The next CR that is not directly followed by LF.
///     bare_cr("a\r\nb\rc", 0)  ->  4
/// A CR that is the last octet is a hit.
constexpr std::size_t bare_cr(std::string_view bytes, std::size_t from) noexcept {
    auto at = octet(bytes, '\r', from);
    while (at + 1 < bytes.size() && bytes[at + 1] == '\n') at = octet(bytes, '\r', at + 2);
    return at;
}

/// The next line feed that is not directly followed by SP or HTAB: where a folded field ends
/// (RFC 5322 section 2.2.3). A line feed that is the last octet is a hit.
///     line_feed_before_no_wsp("a\n b\nc", 0)  ->  4
constexpr std::size_t line_feed_before_no_wsp(std::string_view bytes, std::size_t from) noexcept {
    return detail::find_pair<detail::pair_pattern{'\n', ' ', '\t', true}>(bytes, from);
}

/// The next line feed that is directly followed by SP or HTAB: where a field is folded.
///     line_feed_before_wsp("a\nb\n c", 0)  ->  3
constexpr std::size_t line_feed_before_wsp(std::string_view bytes, std::size_t from) noexcept {
    return detail::find_pair<detail::pair_pattern{'\n', ' ', '\t'}>(bytes, from);
}

/// The next line feed that is directly followed by LF or CR, such as the one before an empty line.
///     line_feed_before_line_ending("a\nb\r\n\r\n", 0)  ->  4
constexpr std::size_t line_feed_before_line_ending(std::string_view bytes,
                                                   std::size_t from) noexcept {
    return detail::find_pair<detail::pair_pattern{'\n', '\n', '\r'}>(bytes, from);
}

/// The next line feed before a line that may end a header section (an empty line, or a delimiter
/// line of a multipart), or that may be a field whose name starts with `letter`.
///     line_feed_before_end_or<'c'>("a: b\nCc: d\n\n", 0)  ->  4
/// The octet after the line feed is compared with its case bit set, so "*" is a hit, too:
///     octet | 0x20     hit
///     0x2A             LF or "*"
///     0x2D             CR or "-"
///     letter | 0x20    `letter` in either case
template <char letter>
constexpr std::size_t line_feed_before_end_or(std::string_view bytes, std::size_t from) noexcept {
    constexpr char case_bit = 0x20;
    constexpr detail::pair_pattern pattern{'\n',  '\n' | case_bit,   '\r' | case_bit,
                                           false, letter | case_bit, case_bit};
    static_assert(('-' | case_bit) == pattern.or_second);
    return detail::find_pair<pattern>(bytes, from);
}

/// The next line feed that is directly followed by a letter, in either case. `letter` has its case
/// bit (0x20) set; other octets are compared with that bit set, too.
///     line_feed_before("a: b\nCc: d\n", 0, 'c')  ->  4
constexpr std::size_t line_feed_before(std::string_view bytes, std::size_t from,
                                       char letter) noexcept {
    return detail::line_feed_before(letter, bytes, from);
}

/// The next CR, LF or NUL that is directly followed by ".": where an end of mail data, or what some
/// server takes for one, may begin (RFC 5321 section 4.1.1.4).
///     line_ending_before_dot("a\r\n.\r\n", 0)  ->  2
constexpr std::size_t line_ending_before_dot(std::string_view bytes, std::size_t from) noexcept {
    constexpr detail::pair_pattern pattern{'.', '\n', '\r', false, '\0', 0, true};
    return detail::find_pair<pattern>(bytes, from);
}

/// The next octet that is not in `ftext`, where a field name ends.
///     not_ftext("Subject: x", 0)  ->  7
constexpr std::size_t not_ftext(std::string_view bytes, std::size_t from) noexcept {
    return detail::not_visible_or<':'>(bytes, from);
}

/// The next octet that is not a visible ASCII character, or that is one of `octets`.
///     not_visible_or<'@'>("foe@sample.net", 0)  ->  3
template <char... octets>
constexpr std::size_t not_visible_or(std::string_view bytes, std::size_t from) noexcept {
    return detail::not_visible_or<octets...>(bytes, from);
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

/// Whether all octets are ASCII and none of them is `octet`.
///     is_ascii_without<'='>("a b")  ->  true
template <char octet>
constexpr bool is_ascii_without(std::string_view bytes) noexcept {
    return detail::is_ascii_without<octet>(bytes);
}

/// Writes 64 bits to `to` for each of `blocks` blocks of 64 octets: which octets are line feeds,
/// the first octet in the lowest bit.
///     "a\nb\n..."  ->  0b1010
constexpr void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    detail::line_feed_bits(octets, blocks, to);
}

} // namespace foldwise::inline FOLDWISE_ABI::scan

#endif
