#ifndef FOLDWISE_TOOLS_HTML_TARGET_HPP
#define FOLDWISE_TOOLS_HTML_TARGET_HPP

#include "../utf8.hpp"
#include "references.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace tool {

/// Whether a URL has this scheme, which is given with ":". Case does not count.
inline bool has_scheme(std::string_view url, std::string_view scheme) {
    return foldwise::ascii_istarts_with(url, scheme);
}

/// Whether a character of a target must be encoded, because people could not see it (blanks,
/// controls, format characters and others that no font shows), or would take it for the end of the
/// target ("<", ">").
inline bool is_encoded_in_target(char32_t c) {
    if (c <= ' ' || c == '<' || c == '>') return true;
    if (c < 0x7F) return false;
    return is_unsafe(c) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/// The target of a link as one word: octets that web browsers drop are dropped (WHATWG URL section
/// 4.4), and characters that could end the word or hide in it are encoded.
///     " java&#10;script:x "  ->  "javascript:x"        "a>b c"  ->  "a%3Eb%20c"
///     "http://a&#x200B;b"    ->  "http://a%E2%80%8Bb"
/// `raw` is the value of an attribute. O(raw).
inline std::string target_of(std::string_view raw) {
    std::string decoded;
    append_decoded(decoded, raw, reference_place::attribute);
    constexpr auto blank = foldwise::char_class::range(0, ' ');
    std::string target;
    for (auto rest = foldwise::trim(decoded, blank); !rest.empty();) {
        auto const c = foldwise::utf8_character_at(rest, 0);
        auto const octets = rest.substr(0, c.size);
        rest.remove_prefix(c.size);
        if (c.code_point == '\t' || c.code_point == '\n' || c.code_point == '\r') continue;
        if (!is_encoded_in_target(c.code_point)) {
            target += octets;
            continue;
        }
        for (char const octet : octets) {
            char buffer[4];
            std::snprintf(buffer, sizeof buffer, "%%%02X",
                          static_cast<unsigned>(static_cast<unsigned char>(octet)));
            target += buffer;
        }
    }
    return target;
}

/// Whether `text` already shows `target`: it is the target, perhaps without the scheme or without a
/// slash at the end.
inline bool names_target(std::string_view text, std::string_view target) {
    if (text == target) return true;
    if (has_scheme(target, "mailto:")) return text == target.substr(7);
    if (!has_scheme(target, "http://") && !has_scheme(target, "https://")) return false;
    if (target.ends_with('/') && !text.ends_with('/')) target.remove_suffix(1);
    return text == target || text == target.substr(target.find("//") + 2);
}

/// The text that is shown after the text of a link: its target in angle brackets, or "(script)" or
/// "(data)" for URLs of these kinds. Empty if `text` already shows the target, or if the link leads
/// to a place in the page.
inline std::string shown_target(std::string_view text, std::string_view target) {
    if (target.empty() || target.starts_with('#')) return {};
    for (std::string_view const scheme : {"javascript:", "vbscript:", "livescript:"})
        if (has_scheme(target, scheme)) return "(script)";
    if (has_scheme(target, "data:")) return "(data)";
    if (names_target(text, target)) return {};
    std::string shown = "<";
    shown.append(target).append(">");
    return shown;
}

} // namespace tool

#endif
