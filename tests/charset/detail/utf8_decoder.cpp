#include <foldwise/charset/detail/utf8_decoder.hpp>

#include "../utf8_read.hpp"

namespace {

using foldwise::charset;
using test::read_row;

#define BAD "\xEF\xBF\xBD"

constexpr auto utf_8 = charset::utf_8;

constexpr read_row table[] = {
    {"nothing", utf_8, "", "", 0},
    {"ASCII", utf_8, "Subject: a\r\n", "Subject: a\r\n", 0},
    {"characters of two octets", utf_8, "\xC2\x80\xDF\xBF", "\xC2\x80\xDF\xBF", 0},
    {"characters of three", utf_8, "a\xE2\x82\xACz", "a\xE2\x82\xACz", 0},
    {"of four", utf_8, "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF", "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF", 0},
    {"U+FEFF is text", utf_8, "\xEF\xBB\xBFx", "\xEF\xBB\xBFx", 0},
    {"U+FFFD is text", utf_8, BAD, BAD, 0},
    {"ISO-8859-1", utf_8, "Beno\xEEt", "Beno" BAD "t", 1},
    {"cut off", utf_8, "\xF0\x9F\x98", BAD, 1},
    {"cut off by another character", utf_8, "\xE2\x82\xC3\xA9", BAD "\xC3\xA9", 1},
    {"cut off twice", utf_8, "\xE2\x82\xE2\x82", BAD BAD, 2},
    {"octets that are never in UTF-8", utf_8, "\xC0\xC1\xF5\xFE\xFF", BAD BAD BAD BAD BAD, 5},
    {"Unicode 15 table 3-8, overlong forms", utf_8, "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
     BAD BAD BAD BAD BAD BAD BAD BAD "A", 8},
    {"Unicode 15 table 3-9, surrogates", utf_8, "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
     BAD BAD BAD BAD BAD BAD BAD BAD "A", 8},
    {"Unicode 15 table 3-10, others", utf_8, "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
     BAD BAD BAD BAD BAD "A" BAD BAD "B", 7},
    {"Unicode 15 table 3-11, cut off", utf_8, "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
     BAD BAD BAD BAD "A", 4},
};

constexpr bool utf8_and_what_is_none() {
    test::each_reads(table);
    return true;
}
CASE("utf8_decoder: characters and malformed octets", utf8_and_what_is_none)

// Reads the whole text, which is not cut into pieces.
std::string plainly_read(std::string_view octets) {
    std::string text;
    for (std::size_t at = 0; at < octets.size();) {
        auto const c = foldwise::utf8_character_at(octets, at);
        text.append(c.is_well_formed ? octets.substr(at, c.size) : std::string_view{BAD});
        at += c.size;
    }
    return text;
}

TEST_CASE("utf8_decoder: any octets, in pieces, read as the whole text does") {
    test::each_string_reads("A\x80\x9F\xA0\xBF\xC1\xC2\xE0\xE2\xED\xF0\xF4\xF5", 4, utf_8,
                            plainly_read);
}

} // namespace
