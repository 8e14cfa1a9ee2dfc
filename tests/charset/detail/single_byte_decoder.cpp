#include <foldwise/charset/detail/single_byte_decoder.hpp>

#include "../utf8_read.hpp"

namespace {

using foldwise::charset;
using test::read_row;

#define BAD "\xEF\xBF\xBD"

constexpr read_row table[] = {
    {"nothing", charset::koi8_r, "", "", 0},
    {"ASCII", charset::iso_8859_2, "To: a <b@c>\r\n", "To: a <b@c>\r\n", 0},
    {"Privet", charset::windows_1251, "\xCF\xF0\xE8\xE2\xE5\xF2!", "Привет!", 0},
    {"Privet", charset::koi8_r, "\xF0\xD2\xC9\xD7\xC5\xD4!", "Привет!", 0},
    {"Privet", charset::iso_8859_5, "\xBF\xE0\xD8\xD2\xD5\xE2!", "Привет!", 0},
    {"Privet", charset::ibm866, "\x8F\xE0\xA8\xA2\xA5\xE2!", "Привет!", 0},
    {"Privet", charset::x_mac_cyrillic, "\x8F\xF0\xE8\xE2\xE5\xF2!", "Привет!", 0},
    {"quotes of Windows", charset::windows_1252, "\x93z\x94 \x80", "“z” €", 0},
    {"a control character", charset::windows_1252, "\x81", "\xC2\x81", 0},
    {"Latin-9", charset::iso_8859_15, "c\xBDur \xA4", "cœur €", 0},
    {"Hebrew", charset::iso_8859_8_i, "\xF9\xEC\xE5\xED", "שלום", 0},
    {"Thai", charset::windows_874, "\xA1\xB4", "กด", 0},
    {"octets without a meaning", charset::iso_8859_6, "a\xA1\xC7\xFF", "a" BAD "ا" BAD, 2},
    {"US-ASCII", charset::us_ascii, "Beno\xC3\xAEt", "Beno" BAD BAD "t", 2},
    {"private characters", charset::x_user_defined, "a\x80\xFF", "a\xEF\x9E\x80\xEF\x9F\xBF", 0},
};

constexpr bool octets_by_the_table() {
    test::each_reads(table);
    return true;
}
CASE("single_byte_decoder: octets are read by the table of their set", octets_by_the_table)

constexpr bool octets_taken_one_by_one() {
    char16_t characters[129] = {};
    characters[0xE9 - 0x80] = u'\u00E9';
    characters[0xFF - 0x80] = 0xFFFD;
    foldwise::detail::single_byte_decoder const decoder{characters};
    REQUIRE_TRUE(std::string_view{test::taken_one_by_one(decoder, "a\xE9\xFF")} == "a\xC3\xA9" BAD);
    return true;
}
CASE("single_byte_decoder: octets taken one by one read the same", octets_taken_one_by_one)

} // namespace
