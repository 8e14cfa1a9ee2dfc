#ifndef FOLDWISE_TOOLS_UTF8_HPP
#define FOLDWISE_TOOLS_UTF8_HPP

#include <cstddef>
#include <cstdio>
#include <string>

namespace tool {

/// Appends U+FFFD to `to`.
inline void append_replacement(std::string& to) { to += "\xEF\xBF\xBD"; }

/// Whether a character could control a terminal or make text look different from what it is:
/// control characters, and characters that change the direction of text (UAX #9).
inline bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Appends a character for which is_unsafe is true, in visible form: "^[" for an ASCII control
/// character, "<U+202E>" for any other. Returns the number of columns.
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
