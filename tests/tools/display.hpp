#ifndef FOLDWISE_TESTS_TOOLS_DISPLAY_HPP
#define FOLDWISE_TESTS_TOOLS_DISPLAY_HPP

// The effect of the tool's output on a terminal, found without the tool's own code.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace test {

/// Appends a code point as UTF-8 (RFC 3629 section 3).
inline void append_utf8(std::string& to, std::uint32_t c) {
    auto const octet = [&](std::uint32_t value) { to += static_cast<char>(value & 0xFF); };
    if (c < 0x80) {
        octet(c);
    } else if (c < 0x800) {
        octet(0xC0 | c >> 6);
        octet(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        octet(0xE0 | c >> 12);
        octet(0x80 | (c >> 6 & 0x3F));
        octet(0x80 | (c & 0x3F));
    } else {
        octet(0xF0 | c >> 18);
        octet(0x80 | (c >> 12 & 0x3F));
        octet(0x80 | (c >> 6 & 0x3F));
        octet(0x80 | (c & 0x3F));
    }
}

inline std::string utf8(std::uint32_t c) {
    std::string text;
    append_utf8(text, c);
    return text;
}

/// Removes a character from the front of `text`. Empty if `text` does not start with UTF-8.
inline std::optional<std::uint32_t> take_utf8(std::string_view& text) {
    auto const lead = static_cast<unsigned char>(text.front());
    std::size_t const size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t c = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size && i < text.size(); ++i)
        c = c << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    // The octets are UTF-8 only if they are the encoding of the code point.
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return std::nullopt;
    if (text.substr(0, size) != utf8(c)) return std::nullopt;
    text.remove_prefix(size);
    return c;
}

/// Removes a colour, such as "ESC [ 0;36 m", from the front. The tool writes no other sequences.
inline bool take_color(std::string_view& text) {
    if (!text.starts_with("\x1B[")) return false;
    auto const end = text.find_first_not_of("0123456789;", 2);
    if (end == text.npos || text[end] != 'm') return false;
    text.remove_prefix(end + 1);
    return true;
}

inline bool has_color(std::string_view text) { return text.find("\x1B[") != text.npos; }

inline bool is_ascii(std::string_view text) {
    for (char const octet : text)
        if (static_cast<unsigned char>(octet) >= 0x80) return false;
    return true;
}

/// A description of the first octets of `text` that could control a terminal or mislead a reader,
/// or an empty string. Line feeds are allowed, colours if `colors`, and TABs if `tabs`.
inline std::string danger_in(std::string_view text, bool colors = false, bool tabs = false) {
    while (!text.empty()) {
        if (colors && take_color(text)) continue;
        auto const rest = text.substr(0, 12);
        auto const c = take_utf8(text);
        if (!c) return "not UTF-8 at " + std::string{rest};
        if (tabs && *c == '\t') continue;
        bool const control = (*c < 0x20 && *c != '\n') || (*c >= 0x7F && *c < 0xA0);
        bool const separator = *c == 0x2028 || *c == 0x2029;
        bool const direction = *c == 0x061C || *c == 0x200E || *c == 0x200F ||
                               (*c >= 0x202A && *c <= 0x202E) || (*c >= 0x2066 && *c <= 0x2069);
        bool const unseen = *c == 0xAD || *c == 0x200B || *c == 0x200C || *c == 0xFEFF ||
                            (*c >= 0x2060 && *c <= 0x2065);
        if (control || separator || direction || unseen)
            return "U+" + std::to_string(*c) + " at " + std::string{rest};
    }
    return {};
}

/// The columns of a line without dangerous characters. Wide characters have two columns. It knows
/// only the wide and combining characters that the tests use.
inline std::size_t columns_of(std::string_view line) {
    std::size_t columns = 0;
    while (!line.empty()) {
        if (take_color(line)) continue;
        auto const taken = take_utf8(line);
        if (!taken) line.remove_prefix(1);
        auto const c = taken.value_or(0xFFFD);
        bool const wide = (c >= 0x1100 && c < 0x1160) || (c >= 0x2E80 && c < 0xA4D0) ||
                          (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF00 && c < 0xFF61) ||
                          (c >= 0x1F300 && c < 0x1F700) || (c >= 0x20000 && c < 0x40000);
        bool const combining = c >= 0x0300 && c < 0x0370;
        columns += combining ? 0 : wide ? 2 : 1;
    }
    return columns;
}

} // namespace test

#endif
