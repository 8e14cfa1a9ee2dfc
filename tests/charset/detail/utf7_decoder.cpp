#include <foldwise/charset/detail/utf7_decoder.hpp>

#include "../utf8_read.hpp"

#include <cstdint>

namespace {

using namespace std::string_view_literals;
using foldwise::charset;
using test::read_row;

#define BAD "\xEF\xBF\xBD"

constexpr auto utf_7 = charset::utf_7;

constexpr read_row table[] = {
    {"nothing", utf_7, "", "", 0},
    {"RFC 2152, A<NOT IDENTICAL TO><ALPHA>.", utf_7, "A+ImIDkQ.", "A\xE2\x89\xA2\xCE\x91.", 0},
    {"RFC 2152, Hi Mom -<WHITE SMILING FACE>-!", utf_7, "Hi Mom -+Jjo--!", "Hi Mom -\xE2\x98\xBA-!",
     0},
    {"RFC 2152, the Japanese word nihongo", utf_7, "+ZeVnLIqe-",
     "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 0},
    {"RFC 2152, Item 3 is <POUND>1.", utf_7, "Item 3 is +AKM-1.",
     "Item 3 is \xC2\xA3"
     "1.",
     0},
    {"a plus sign", utf_7, "1 +- 1", "1 + 1", 0},
    {"two plus signs", utf_7, "+-+-", "++", 0},
    {"white space and controls", utf_7, "a\t\r\n\0b"sv, "a\t\r\n\0b"sv, 0},
    {"ASCII that should be in base64", utf_7, "~\\", "~\\", 0},
    {"surrogates", utf_7, "+2D3eAA-", "\xF0\x9F\x98\x80", 0},
    {"ended by the end", utf_7, "+Jjo", "\xE2\x98\xBA", 0},
    {"ended by a line ending", utf_7, "+Jjo\r\n", "\xE2\x98\xBA\r\n", 0},
    {"ended by a hyphen that is then text", utf_7, "+Jjo--", "\xE2\x98\xBA-", 0},
    {"+ and / are base64", utf_7, "+///+-", "\xEF\xBF\xBF" BAD, 1},
    {"all of base64", utf_7, "+//8-", "\xEF\xBF\xBF", 0},
    {"plus sign alone", utf_7, "a+ b", "a" BAD " b", 1},
    {"plus sign at the end", utf_7, "a+", "a" BAD, 1},
    {"plus sign before an octet beyond ASCII", utf_7, "+\xE9", BAD BAD, 2},
    {"octets beyond ASCII", utf_7, "Beno\xC3\xAEt", "Beno" BAD BAD "t", 2},
    {"octet beyond ASCII ends base64", utf_7, "+Jjo\xE9", "\xE2\x98\xBA" BAD, 1},
    {"half a unit", utf_7, "+J-", BAD, 1},
    {"half a unit after a whole one", utf_7, "+JjoA-", "\xE2\x98\xBA" BAD, 1},
    {"bits after a whole unit that are not zero", utf_7, "+Jjp-", "\xE2\x98\xBA" BAD, 1},
    {"lead alone", utf_7, "+2D0-x", BAD "x", 1},
    {"trail alone", utf_7, "+3gA-x", BAD "x", 1},
    {"lead before another character", utf_7, "+2D0AYQ-", BAD "a", 1},
    {"surrogates in two runs of base64", utf_7, "+2D0-+3gA-", BAD BAD, 2},
};

constexpr bool utf7_and_what_is_none() {
    test::each_reads(table);
    return true;
}
CASE("utf7_decoder: characters and malformed octets", utf7_and_what_is_none)

// Reads the whole text. Each run of base64 becomes a string of bits, of which each 16 are a unit.
std::string plainly_read(std::string_view octets) {
    constexpr std::string_view base64 =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < octets.size();) {
        char const octet = octets[at++];
        if (octet != '+') {
            text += static_cast<unsigned char>(octet) < 0x80 ? std::string(1, octet) : BAD;
            continue;
        }
        std::string bits;
        for (; at < octets.size() && base64.find(octets[at]) != base64.npos; ++at)
            for (auto bit = 6u; bit-- > 0;)
                bits += (base64.find(octets[at]) >> bit & 1u) != 0 ? '1' : '0';
        bool const is_hyphen = at < octets.size() && octets[at] == '-';
        if (bits.empty()) text += is_hyphen ? "+" : BAD;
        std::string units;
        for (; bits.size() >= 16; bits.erase(0, 16)) {
            auto const unit = std::stoul(bits.substr(0, 16), nullptr, 2);
            units += static_cast<char>(static_cast<unsigned char>(unit >> 8));
            units += static_cast<char>(static_cast<unsigned char>(unit & 0xFF));
        }
        bool const is_bad = bits.size() >= 6 || bits.find('1') != bits.npos;
        // Appends half a unit, which becomes one U+FFFD together with a lead surrogate before it.
        if (is_bad) units += static_cast<char>(0x01);
        text += foldwise::utf8_text{std::string_view{units}, charset::utf_16be}.to_string();
        at += is_hyphen ? 1u : 0u;
    }
    return text;
}

TEST_CASE("utf7_decoder: any octets, in pieces, read as the whole text does") {
    test::each_string_reads("+-A2D/\xE9", 6, utf_7, plainly_read);
    test::each_string_reads("+-2De", 7, utf_7, plainly_read);
}

} // namespace
