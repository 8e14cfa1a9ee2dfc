#ifndef FOLDWISE_TOOLS_UTF8_HPP
#define FOLDWISE_TOOLS_UTF8_HPP

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace tool {

/// One character of text that should be UTF-8. What is not UTF-8 reads as U+FFFD,
/// once for each longest start of a character, as web browsers and Python do it.
struct character {
    char32_t code_point;
    std::size_t size; ///< octets read, 1 to 4
};

/// The character that starts at `at`, which must be inside of `text`.
inline character character_at(std::string_view text, std::size_t at) {
    constexpr character bad{0xFFFD, 1};
    auto const octet = [&](std::size_t index) -> unsigned {
        return at + index < text.size() ? static_cast<unsigned char>(text[at + index]) : 0;
    };
    auto const lead = octet(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4) return bad;
    std::size_t const size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // Overlong forms, surrogates and what is beyond U+10FFFF show in the second octet.
    unsigned const least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned const most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (octet(1) < least || octet(1) > most) return bad;
    char32_t code_point = (lead & (0x7Fu >> size)) << 6 | (octet(1) & 0x3F);
    for (std::size_t i = 2; i < size; ++i) {
        if ((octet(i) & 0xC0) != 0x80) return {0xFFFD, i};
        code_point = code_point << 6 | (octet(i) & 0x3F);
    }
    return {code_point, size};
}

/// Appends U+FFFD to `to`.
inline void append_replacement(std::string& to) { to += "\xEF\xBF\xBD"; }

/// What could drive a terminal, or make text look other than it is: control
/// characters, and those that change the direction of text (UAX #9).
inline bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Appends a character that is_unsafe, so that it can be seen: "^[" for a control of
/// ASCII, "<U+202E>" for another one. Gives how many columns that takes.
inline std::size_t append_visible(std::string& to, char32_t c) {
    auto const before = to.size();
    if (c < 0x20 || c == 0x7F) {
        to += '^';
        to += static_cast<char>(c ^ 0x40);
    } else {
        char buffer[16];
        auto const size =
            std::snprintf(buffer, sizeof buffer, "<U+%04X>", static_cast<unsigned>(c));
        to.append(buffer, static_cast<std::size_t>(size));
    }
    return to.size() - before;
}

} // namespace tool

#endif
