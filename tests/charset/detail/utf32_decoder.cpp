#include <foldwise/charset/detail/utf32_decoder.hpp>

#include "../../tools/display.hpp"
#include "../utf8_read.hpp"

#include <cstdint>

namespace {

using namespace std::string_view_literals;
using foldwise::charset;
using test::read_row;

#define BAD "\xEF\xBF\xBD"

constexpr auto big = charset::utf_32be;
constexpr auto little = charset::utf_32le;
constexpr auto marked = charset::utf_32;

constexpr read_row table[] = {
    {"nothing", big, "", "", 0},
    {"nothing", marked, "", "", 0},
    {"ASCII", big, "\0\0\0H\0\0\0i"sv, "Hi", 0},
    {"ASCII", little, "H\0\0\0i\0\0\0"sv, "Hi", 0},
    {"NUL", big, "\0\0\0\0"sv, "\0"sv, 0},
    {"beyond the first plane", big, "\0\1\x23\x45\0\0\0="sv, "\xF0\x92\x8D\x85=", 0},
    {"beyond the first plane", little, "\x45\x23\1\0=\0\0\0"sv, "\xF0\x92\x8D\x85=", 0},
    {"a mark, big-endian", marked, "\0\0\xFE\xFF\0\0\0a"sv, "a", 0},
    {"a mark, little-endian", marked, "\xFF\xFE\0\0a\0\0\0"sv, "a", 0},
    {"a second mark is text", marked, "\0\0\xFE\xFF\0\0\xFE\xFF"sv, "\xEF\xBB\xBF", 0},
    {"no mark: big-endian", marked, "\0\0\0H\0\0\0i"sv, "Hi", 0},
    {"no mark, and a character in little-endian order only", marked, "H\0\0\0i\0\0\0"sv, "Hi", 0},
    {"no mark, and a character in both orders: big-endian", marked, "\0\1\1\0"sv,
     "\xF0\x90\x84\x80", 0},
    {"no mark, and a character in no order: big-endian", marked, "\xFF\0\0\xFF\0\0\0a"sv, BAD "a",
     1},
    {"no mark where the order is known", big, "\0\0\xFE\xFF\0\0\0a"sv,
     "\xEF\xBB\xBF"
     "a",
     0},
    {"the mark of the other order is not a character", little, "\0\0\xFE\xFF"sv, BAD, 1},
    {"the last character", big, "\0\x10\xFF\xFF"sv, "\xF4\x8F\xBF\xBF", 0},
    {"above it", big, "\0\x11\0\0\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv, BAD BAD BAD, 3},
    {"around the surrogates", big, "\0\0\xD7\xFF\0\0\xE0\0"sv, "\xED\x9F\xBF\xEE\x80\x80", 0},
    {"surrogates", big, "\0\0\xD8\0\0\0\xDF\xFF"sv, BAD BAD, 2},
    {"a pair of surrogates", little, "\x3D\xD8\0\0\x00\xDE\0\0"sv, BAD BAD, 2},
    {"one octet at the end", big, "\0\0\0a\0"sv, "a" BAD, 1},
    {"three octets at the end", big, "\0\0\0a\0\0\0"sv, "a" BAD, 1},
    {"half a mark", marked, "\0\0\xFE"sv, BAD, 1},
};

constexpr bool characters_and_malformed_octets() {
    test::each_reads(table);
    return true;
}
CASE("utf32_decoder: characters and malformed octets", characters_and_malformed_octets)

// Reads the whole text, unit by unit.
std::string plainly_read(std::string_view octets, bool is_big) {
    std::string text;
    for (; octets.size() >= 4; octets.remove_prefix(4)) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value * 256 + static_cast<unsigned char>(octets[is_big ? i : 3 - i]);
        if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
            text += BAD;
        else
            test::append_utf8(text, value);
    }
    if (!octets.empty()) text += BAD;
    return text;
}

TEST_CASE("utf32_decoder: any octets, in pieces, read as the whole text does") {
    auto const alphabet = "\0\x10\x11\xD8\xFF"sv;
    test::each_string_reads(alphabet, 6, big,
                            [](std::string_view octets) { return plainly_read(octets, true); });
    test::each_string_reads(alphabet, 6, little,
                            [](std::string_view octets) { return plainly_read(octets, false); });
    test::each_string_reads("\0a\xFE\xFF"sv, 7, marked, [](std::string_view octets) {
        if (octets.starts_with("\0\0\xFE\xFF"sv)) return plainly_read(octets.substr(4), true);
        if (octets.starts_with("\xFF\xFE\0\0"sv)) return plainly_read(octets.substr(4), false);
        bool const is_big = plainly_read(octets.substr(0, 4), true) != BAD ||
                            plainly_read(octets.substr(0, 4), false) == BAD;
        return plainly_read(octets, is_big);
    });
}

} // namespace
