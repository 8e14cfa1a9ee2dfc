#ifndef FOLDWISE_BASE_UTF8_HPP
#define FOLDWISE_BASE_UTF8_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The byte order mark U+FEFF as UTF-8 (RFC 3629 section 6). Some programs write it at the start of
/// a file.
inline constexpr std::string_view utf8_byte_order_mark{"\xEF\xBB\xBF"};

/// A character of text that should be UTF-8 (RFC 3629).
struct utf8_character {
    char32_t code_point; ///< U+FFFD if it is not well-formed
    std::size_t size;    ///< octets read, 1 to 4
    bool is_well_formed; ///< otherwise, `code_point` stands for malformed octets
};

/// The character that starts at `at`, which must be inside of `text`.
///     utf8_character_at("a\xC3\xA9", 1)  ->  U+00E9 of 2 octets
///     utf8_character_at("a\xE9 b", 1)    ->  not well-formed, 1 octet
/// Octets that are not UTF-8 count as one character as far as they could be the start of one, as in
/// web browsers and Python. Overlong forms, surrogates and code points above U+10FFFF are not
/// UTF-8. Total. O(1).
constexpr utf8_character utf8_character_at(std::string_view text, std::size_t at) noexcept {
    constexpr char32_t replacement = 0xFFFD;
    auto const octet = [text, at](std::size_t index) -> unsigned {
        return index < text.size() - at ? static_cast<unsigned char>(text[at + index]) : 0u;
    };
    auto const lead = octet(0);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {replacement, 1, false};
    std::size_t const size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The limits of the second octet exclude overlong forms (after E0, F0), surrogates (after ED)
    // and code points above U+10FFFF (after F4).
    unsigned const least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned const most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (octet(1) < least || octet(1) > most) return {replacement, 1, false};
    char32_t code_point = (lead & (0x7Fu >> size)) << 6 | (octet(1) & 0x3F);
    for (std::size_t i = 2; i < size; ++i) {
        if ((octet(i) & 0xC0) != 0x80) return {replacement, i, false};
        code_point = code_point << 6 | (octet(i) & 0x3F);
    }
    return {code_point, size, true};
}

/// Writes a code point as UTF-8 (RFC 3629 section 3) to `to`, which has room for 4 octets, and
/// returns the number of octets written, 1 to 4. `c` is at most U+10FFFF and not a surrogate.
///     char octets[4];
///     write_utf8(U'\u00E9', octets)  ->  2, and octets starts with C3 A9
///
///     code point           octets (x: the bits of the code point, highest first)
///     U+0000  to U+007F    0xxxxxxx
///     U+0080  to U+07FF    110xxxxx 10xxxxxx
///     U+0800  to U+FFFF    1110xxxx 10xxxxxx 10xxxxxx
///     U+10000 to U+10FFFF  11110xxx 10xxxxxx 10xxxxxx 10xxxxxx
constexpr std::size_t write_utf8(char32_t c, char* to) noexcept {
    auto* at = to;
    auto const put = [&at](char32_t octet) noexcept {
        *at++ = static_cast<char>(static_cast<unsigned char>(octet));
    };
    if (c < 0x80) {
        put(c);
        return 1;
    }
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
    return static_cast<std::size_t>(at - to);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
