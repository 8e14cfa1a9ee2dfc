#include <foldwise/charset/detail/big5_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::big5;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F", "a\\~\x7F", 0},
    {"two octets", set, "\xA7\x41\xA6\x6E", "你好", 0},
    {"the extensions of Hong Kong", set, "\x87\x40\xFE\xFE", "䏰秔", 0},
    {"plane 2", set, "\x87\x45", "𧉧", 0},
    {"E with circumflex and macron", set, "\x88\x62", "\xC3\x8A\xCC\x84", 0},
    {"E with circumflex and caron", set, "\x88\x64", "\xC3\x8A\xCC\x8C", 0},
    {"e with circumflex and macron", set, "\x88\xA3", "\xC3\xAA\xCC\x84", 0},
    {"e with circumflex and caron", set, "\x88\xA5", "\xC3\xAA\xCC\x8C", 0},
    {"the first of these alone", set, "\x88\x66", "\xC3\x8A", 0},
    {"no lead", set, "\x80\xFF", BAD BAD, 2},
    {"a pair without a character, ASCII", set, "\xA7!\x81@", BAD "!" BAD "@", 2},
    {"a pair without a character, beyond ASCII", set, "\xA7\x80\x81\xA1", BAD BAD, 2},
    {"a lead at the end", set, "a\xA7", "a" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("big5_decoder: characters and malformed octets", characters_and_malformed_octets)

// The steps of section 12.1.1.
test::plain_text plainly(std::string_view octets) {
    static auto const big5 = test::read_whole_index("big5");
    test::plain_reading in{octets};
    for (int lead = 0;;) {
        int const octet = in.read();
        if (octet == in.end && lead != 0) {
            lead = 0;
            in.error();
        } else if (octet == in.end) {
            return in.result();
        } else if (lead != 0) {
            int const leading = lead;
            lead = 0;
            int const offset = octet < 0x7F ? 0x40 : 0x62;
            int pointer = -1;
            if (test::is_between(0x40, octet, 0x7E) || test::is_between(0xA1, octet, 0xFE))
                pointer = (leading - 0x81) * 157 + octet - offset;
            if (pointer == 1133 || pointer == 1135) {
                in.put(0xCA);
                in.put(pointer == 1133 ? 0x304 : 0x30C);
            } else if (pointer == 1164 || pointer == 1166) {
                in.put(0xEA);
                in.put(pointer == 1164 ? 0x304 : 0x30C);
            } else if (auto const c = test::code_point_at(big5, pointer)) {
                in.put(c);
            } else {
                if (octet < 0x80) in.prepend({octet});
                in.error();
            }
        } else if (octet < 0x80) {
            in.put(octet);
        } else if (test::is_between(0x81, octet, 0xFE)) {
            lead = octet;
        } else {
            in.error();
        }
    }
}

TEST_CASE("big5_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("big5").empty()) return;
    test::each_pair_reads(set, plainly);
    test::each_cut_reads(set, "ab\x88\xA5\x87\x80", 5, plainly);
}

} // namespace
