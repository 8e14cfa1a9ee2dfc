#include <foldwise/charset/detail/shift_jis_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::shift_jis;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F", "a\\~\x7F", 0},
    {"two octets", set, "\x93\xFA\x96\x7B", "日本", 0},
    {"a trail that is ASCII elsewhere", set, "\x95\\", "表", 0},
    {"half-width katakana", set, "\xB1\xDF", "ｱﾟ", 0},
    {"NEC row 13", set, "\x87\x40", "①", 0},
    {"IBM row 115", set, "\xFA\x54", "￢", 0},
    {"for private use", set, "\xF0\x40\xF9\xFC", "\xEE\x80\x80\xEE\x9D\x97", 0},
    {"octet 80", set, "\x80", "\xC2\x80", 0},
    {"no lead", set, "\xA0\xFD\xFF", BAD BAD BAD, 3},
    {"a pair without a character, ASCII", set,
     "\x82"
     "@\x85@",
     BAD "@" BAD "@", 2},
    {"a pair without a character, beyond ASCII", set, "\x82\xFF\x85\xA1", BAD BAD, 2},
    {"a lead before a line ending", set, "\x82\r\n", BAD "\r\n", 1},
    {"a lead at the end", set, "a\x82", "a" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("shift_jis_decoder: characters and malformed octets", characters_and_malformed_octets)

// The steps of section 13.3.1.
test::plain_text plainly(std::string_view octets) {
    static auto const jis0208 = test::read_whole_index("jis0208");
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
            int const offset = octet < 0x7F ? 0x40 : 0x41;
            int const leading_offset = leading < 0xA0 ? 0x81 : 0xC1;
            int pointer = -1;
            if (test::is_between(0x40, octet, 0x7E) || test::is_between(0x80, octet, 0xFC))
                pointer = (leading - leading_offset) * 188 + octet - offset;
            if (test::is_between(8836, pointer, 10715)) {
                in.put(0xE000 - 8836 + pointer);
            } else if (auto const c = test::code_point_at(jis0208, pointer)) {
                in.put(c);
            } else {
                if (octet < 0x80) in.prepend({octet});
                in.error();
            }
        } else if (octet <= 0x80) {
            in.put(octet);
        } else if (test::is_between(0xA1, octet, 0xDF)) {
            in.put(0xFF61 - 0xA1 + octet);
        } else if (test::is_between(0x81, octet, 0x9F) || test::is_between(0xE0, octet, 0xFC)) {
            lead = octet;
        } else {
            in.error();
        }
    }
}

TEST_CASE("shift_jis_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("jis0208").empty()) return;
    test::each_pair_reads(set, plainly);
    test::each_cut_reads(set, "a@\x82\xA0\xF0\xB1\xFF", 5, plainly);
}

} // namespace
