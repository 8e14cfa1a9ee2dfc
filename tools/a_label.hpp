#ifndef FOLDWISE_TOOLS_A_LABEL_HPP
#define FOLDWISE_TOOLS_A_LABEL_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

namespace detail {

/// Encodes the characters of a label (RFC 3492 section 6.3). Quadratic, so for labels only.
inline std::string punycode(std::vector<char32_t> const& label) {
    constexpr std::uint32_t base = 36, least = 1, most = 26;
    std::string text;
    for (auto const c : label)
        if (c < 0x80) text += static_cast<char>(c);
    auto const basic = static_cast<std::uint32_t>(text.size());
    if (basic != 0) text += '-';
    auto const digit = [](std::uint32_t d) {
        return static_cast<char>(d < 26 ? 'a' + d : '0' + d - 26);
    };
    std::uint32_t n = 0x80, delta = 0, bias = 72;
    for (auto done = basic; done < label.size();) {
        char32_t next = 0x110000;
        for (auto const c : label)
            if (c >= n && c < next) next = c;
        delta += (static_cast<std::uint32_t>(next) - n) * (done + 1);
        n = static_cast<std::uint32_t>(next);
        for (auto const c : label) {
            if (c < n) ++delta;
            if (c != n) continue;
            auto rest = delta;
            for (auto k = base;; k += base) {
                auto const t = k <= bias ? least : k >= bias + most ? most : k - bias;
                if (rest < t) break;
                text += digit(t + (rest - t) % (base - t));
                rest = (rest - t) / (base - t);
            }
            text += digit(rest);
            // The bias for the next character (RFC 3492 section 6.1).
            delta = done == basic ? delta / 700 : delta / 2;
            delta += delta / (done + 1);
            std::uint32_t k = 0;
            for (; delta > (base - least) * most / 2; k += base) delta /= base - least;
            bias = k + (base - least + 1) * delta / (delta + 38);
            delta = 0;
            ++done;
        }
        ++delta;
        ++n;
    }
    return text;
}

} // namespace detail

/// The name of a domain with its ASCII letters in lower case, and with A-labels in place of
/// U-labels (RFC 5890 section 2.3.2).
///     "\u65E5.EXAMPLE"  ->  "xn--wgv.example"
/// Nothing if it is not UTF-8, or too long for a domain name. U-labels are not normalized: one that
/// is not in the form that IDNA2008 requires gets an A-label that matches no registered domain.
inline std::optional<std::string> with_a_labels(std::string_view domain) {
    if (domain.size() > 1000) return std::nullopt; // octets of UTF-8; 253 octets of A-labels
    std::string text;
    for (std::size_t at = 0;;) {
        auto const dot = domain.find('.', at);
        auto const label = domain.substr(at, dot == domain.npos ? dot : dot - at);
        std::vector<char32_t> characters;
        bool is_ascii = true;
        for (std::size_t i = 0; i < label.size();) {
            auto const c = foldwise::utf8_character_at(label, i);
            if (c.code_point == 0xFFFD) return std::nullopt;
            is_ascii = is_ascii && c.code_point < 0x80;
            characters.push_back(c.code_point < 0x80
                                     ? static_cast<unsigned char>(foldwise::ascii_lower(label[i]))
                                     : c.code_point);
            i += c.size;
        }
        if (is_ascii)
            for (auto const c : characters) text += static_cast<char>(c);
        else
            text.append("xn--").append(detail::punycode(characters));
        if (dot == domain.npos) break;
        text += '.';
        at = dot + 1;
    }
    if (text.size() > 253) return std::nullopt;
    return text;
}

} // namespace tool

#endif
