#ifndef FOLDWISE_BENCH_ENCODE_HPP
#define FOLDWISE_BENCH_ENCODE_HPP

// The simplest possible encoders. The measured decoders must return the input of these encoders,
// which share no code with the library.

#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

inline constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline unsigned octet_at(std::string_view octets, std::size_t at) {
    return at < octets.size() ? static_cast<unsigned char>(octets[at]) : 0u;
}

/// Base64 without line endings.
inline std::string to_base64(std::string_view octets) {
    std::string text;
    for (std::size_t at = 0; at < octets.size(); at += 3) {
        auto const quantum =
            octet_at(octets, at) << 16 | octet_at(octets, at + 1) << 8 | octet_at(octets, at + 2);
        auto const left = octets.size() - at;
        text += base64_digits[quantum >> 18];
        text += base64_digits[quantum >> 12 & 63];
        text += left > 1 ? base64_digits[quantum >> 6 & 63] : '=';
        text += left > 2 ? base64_digits[quantum & 63] : '=';
    }
    return text;
}

/// Base64 in lines of 76 octets that end with `ending`.
inline std::string to_base64_lines(std::string_view octets, std::string_view ending) {
    constexpr std::size_t of_line = 57;
    std::string text;
    for (std::size_t at = 0; at < octets.size(); at += of_line)
        text.append(to_base64(octets.substr(at, of_line))).append(ending);
    return text;
}

/// The escape of an octet in quoted-printable: "=C3" for octet C3.
inline void append_escape(std::string& text, char octet) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const value = static_cast<unsigned char>(octet);
    text += '=';
    text += digits[value >> 4];
    text += digits[value & 15];
}

/// Quoted-printable. `text` has LF line endings, which become `ending`, and no white space before
/// them. Lines have at most 76 octets, including a soft line break.
inline std::string to_quoted_printable(std::string_view text, std::string_view ending) {
    std::string encoded;
    std::size_t column = 0;
    for (char const octet : text) {
        if (octet == '\n') {
            encoded.append(ending);
            column = 0;
            continue;
        }
        bool const is_plain = octet >= ' ' && octet <= '~' && octet != '=';
        auto const size = is_plain ? std::size_t{1} : std::size_t{3};
        if (column + size > 75) {
            encoded.append("=").append(ending);
            column = 0;
        }
        if (is_plain)
            encoded += octet;
        else
            append_escape(encoded, octet);
        column += size;
    }
    return encoded;
}

/// An encoded-word (RFC 2047) in B.
inline std::string to_b_word(std::string_view charset, std::string_view text) {
    return std::string{"=?"}.append(charset).append("?B?").append(to_base64(text)).append("?=");
}

/// An encoded-word in Q: everything but letters and digits is escaped.
inline std::string to_q_word(std::string_view charset, std::string_view text) {
    std::string encoded{"=?"};
    encoded.append(charset).append("?Q?");
    for (char const octet : text) {
        if (octet == ' ')
            encoded += '_';
        else if (base64_digits.substr(0, 62).find(octet) != std::string_view::npos)
            encoded += octet;
        else
            append_escape(encoded, octet);
    }
    return encoded.append("?=");
}

} // namespace bench

#endif
