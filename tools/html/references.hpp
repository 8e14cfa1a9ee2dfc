#ifndef FOLDWISE_TOOLS_HTML_REFERENCES_HPP
#define FOLDWISE_TOOLS_HTML_REFERENCES_HPP

#include "reference_table.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace tool {

/// Appends a code point as UTF-8; U+FFFD if it is not a character.
inline void append_character(std::string& to, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    char octets[4];
    to.append(octets, foldwise::write_utf8(c, octets));
}

/// Where a character reference occurs. In an attribute, "&copy" before "=" or a letter belongs to
/// an address such as "?a=1&copy=2".
enum class reference_place : unsigned char { text, attribute };

namespace references {

/// The character with this number; U+FFFD if there is none. 0x80 to 0x9F are read as windows-1252,
/// which old pages used.
inline char32_t character_of(char32_t number) {
    constexpr char16_t windows_1252[32] = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
    if (number >= 0x80 && number < 0xA0) return windows_1252[number - 0x80];
    bool const is_character =
        number != 0 && number <= 0x10FFFF && (number < 0xD800 || number >= 0xE000);
    return is_character ? number : 0xFFFD;
}

/// Appends the character of the reference at the start of `text`, which begins with "&#". Returns
/// the length of the reference, or 0.
inline std::size_t append_numbered(std::string& to, std::string_view text) {
    bool const is_hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    std::size_t const start = is_hexadecimal ? 3 : 2;
    auto const end = foldwise::scan::not_in(is_hexadecimal ? foldwise::hexdig : foldwise::digit,
                                            text, std::min(start, text.size()));
    if (end <= start) return 0;
    char32_t number = 0;
    for (char const octet : text.substr(start, end - start)) {
        number = number * (is_hexadecimal ? 16 : 10) + foldwise::hex_digit_value(octet);
        number = std::min<char32_t>(number, 0x110000);
    }
    append_character(to, character_of(number));
    return end < text.size() && text[end] == ';' ? end + 1 : end;
}

/// The row of a name, or a null pointer. O(log table).
inline named_reference const* find(std::string_view name) {
    auto const* const found = std::lower_bound(
        std::begin(table), std::end(table), name,
        [](named_reference const& row, std::string_view wanted) { return row.name < wanted; });
    return found != std::end(table) && found->name == name ? found : nullptr;
}

/// Appends the character of the reference at the start of `text`, which begins with "&" and a
/// letter. Returns the length of the reference, or 0.
inline std::size_t append_named(std::string& to, std::string_view text, reference_place place) {
    constexpr std::size_t longest = 16;     // name in the table
    constexpr std::size_t longest_bare = 6; // name without a semicolon
    constexpr auto letters = foldwise::alpha + foldwise::digit;
    auto const head = text.substr(1, longest);
    auto const size = foldwise::scan::not_in(letters, head, 0);
    if (size + 1 < text.size() && text[size + 1] == ';') {
        if (auto const* const found = find(head.substr(0, size))) {
            append_character(to, found->code_point);
            return size + 2;
        }
    }
    for (auto length = std::min(size, longest_bare); length >= 2; --length) {
        auto const* const found = find(head.substr(0, length));
        if (found == nullptr || found->end != reference_end::bare) continue;
        char const next = length + 1 < text.size() ? text[length + 1] : ' ';
        if (place == reference_place::attribute && (next == '=' || letters.contains(next)))
            return 0;
        append_character(to, found->code_point);
        return length + 1;
    }
    return 0;
}

} // namespace references

/// Appends `text` with its character references decoded, as web browsers decode them (WHATWG HTML
/// section 13.2.5.72 and the following).
///     "&lt;b&gt; &#8364; &#x80; &amp"  ->  "<b> € € &"
/// Anything else is text, including references by the rare names that the table lacks. O(text).
inline void append_decoded(std::string& to, std::string_view text, reference_place place) {
    while (!text.empty()) {
        auto const plain = foldwise::scan::octet(text, '&', 0);
        to.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) return;
        std::size_t size = 0;
        if (text.size() > 1 && text[1] == '#')
            size = references::append_numbered(to, text);
        else if (text.size() > 1 && foldwise::alpha.contains(text[1]))
            size = references::append_named(to, text, place);
        if (size == 0) to += '&';
        text.remove_prefix(size == 0 ? 1 : size);
    }
}

} // namespace tool

#endif
