#ifndef FOLDWISE_TOOLS_UTF8_HPP
#define FOLDWISE_TOOLS_UTF8_HPP

#include "unicode/characters.hpp"

#include <cstddef>
#include <cstdio>
#include <string>

namespace tool {

/// Appends U+FFFD to `to`.
inline void append_replacement(std::string& to) { to += "\xEF\xBF\xBD"; }

/// Whether a character could control a terminal, or changes text without being seen: control and
/// format characters (among them those that change the direction of text, UAX #9), line separators,
/// tags, and the others that no font shows (Default_Ignorable_Code_Point).
inline bool is_unsafe(char32_t c) {
    if (c < 0x7F) return c < 0x20;
    if ((c > 0xAD && c < 0x34F) || (c >= 0x3165 && c < 0xFE00)) return false; // most text
    return unicode::kind{c}.is_unseen();
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
