#ifndef FOLDWISE_EXAMPLES_VISIBLE_HPP
#define FOLDWISE_EXAMPLES_VISIBLE_HPP

#include <cstddef>
#include <string>

/// Text from a message, in UTF-8, made safe to print on a terminal: the octets of control characters
/// and of those that change the direction of text are replaced by question marks.
///     visible("a\x1B[31m")  ->  "a?[31m"
inline std::string visible(std::string text) {
    auto const octet = [&text](std::size_t at) { // 0 after the end
        return static_cast<unsigned char>(text.c_str()[at]);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t size = 0;
        if (octet(i) < ' ' || octet(i) == 0x7F) size = 1;
        if (octet(i) == 0xC2 && octet(i + 1) >= 0x80 && octet(i + 1) < 0xA0) size = 2; // C1
        if (octet(i) == 0xE2 && octet(i + 1) == 0x80 && octet(i + 2) >= 0xAA && octet(i + 2) < 0xAF)
            size = 3; // U+202A to U+202E
        if (octet(i) == 0xE2 && octet(i + 1) == 0x81 && octet(i + 2) >= 0xA6 && octet(i + 2) < 0xAA)
            size = 3; // U+2066 to U+2069
        text.replace(i, size, size, '?');
    }
    return text;
}

#endif
