#include <foldwise/charset/detail/gb18030_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::gb18030;

constexpr test::read_row table[] = {
    {"nothing", charset::gbk, "", "", 0},
    {"ASCII", set, "a\\~\x7F", "a\\~\x7F", 0},
    {"two octets", charset::gbk, "\xC4\xE3\xBA\xC3 a", "你好 a", 0},
    {"the euro sign of GBK on Windows", charset::gbk, "\x80", "€", 0},
    {"the euro sign", set, "\xA2\xE3", "€", 0},
    {"four octets", set, "\x81\x30\x81\x30\x94\x39\xFC\x36", "\xC2\x80😀", 0},
    {"four octets, in GBK too", charset::gbk, "\x94\x39\xFC\x36", "😀", 0},
    {"U+E7C7", set, "\x81\x35\xF4\x37", "\xEE\x9F\x87", 0},
    {"the last character", set, "\xE3\x32\x9A\x35", "\xF4\x8F\xBF\xBF", 0},
    {"four octets without a character", set, "\xE3\x32\x9A\x36\x84\x31\xA4\x40",
     BAD BAD "1\xEE\x97\xA6", 2},
    {"no lead", set, "\xFF", BAD, 1},
    {"a pair without a character", set, "\x81\x7F\x81\xFF\x81!", BAD "\x7F" BAD BAD "!", 3},
    {"broken off after two octets", set, "\x81\x30!\x81\x30\xFF", BAD "0!" BAD "0" BAD, 3},
    {"broken off after three octets", set, "\x81\x30\xC4\xE3", BAD "0你", 1},
    {"a third octet that starts no pair", set, "\x81\x30\xC4!", BAD "0" BAD "!", 2},
    {"the first octet at the end", set, "a\x81", "a" BAD, 1},
    {"two octets at the end", set, "a\x81\x30", "a" BAD, 1},
    {"three octets at the end", set, "a\x81\x30\x81", "a" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("gb18030_decoder: characters and malformed octets", characters_and_malformed_octets)

/// The code point of four octets (section 5).
std::uint32_t code_point_of_four(int pointer) {
    static auto const ranges = test::read_index("gb18030-ranges");
    if (test::is_between(39420, pointer, 188999) || pointer > 1237575) return 0;
    if (pointer == 7457) return 0xE7C7;
    auto last = ranges.front();
    for (auto const& each : ranges)
        if (each.pointer <= static_cast<std::size_t>(pointer)) last = each;
    return last.code_point + static_cast<std::uint32_t>(pointer) -
           static_cast<std::uint32_t>(last.pointer);
}

// The steps of section 10.2.1.
test::plain_text plainly(std::string_view octets) {
    static auto const gb18030 = test::read_whole_index("gb18030");
    test::plain_reading in{octets};
    int first = 0;
    int second = 0;
    int third = 0;
    for (;;) {
        int const octet = in.read();
        if (octet == in.end && first == 0 && second == 0 && third == 0) return in.result();
        if (octet == in.end) {
            first = second = third = 0;
            in.error();
        } else if (third != 0) {
            if (!test::is_between('0', octet, '9')) {
                in.prepend({second, third, octet});
                first = second = third = 0;
                in.error();
                continue;
            }
            auto const c =
                code_point_of_four((first - 0x81) * 10 * 126 * 10 + (second - '0') * 10 * 126 +
                                   (third - 0x81) * 10 + octet - '0');
            first = second = third = 0;
            if (c != 0)
                in.put(c);
            else
                in.error();
        } else if (second != 0) {
            if (test::is_between(0x81, octet, 0xFE)) {
                third = octet;
                continue;
            }
            in.prepend({second, octet});
            first = second = 0;
            in.error();
        } else if (first != 0) {
            if (test::is_between('0', octet, '9')) {
                second = octet;
                continue;
            }
            int const leading = first;
            first = 0;
            int const offset = octet < 0x7F ? 0x40 : 0x41;
            int pointer = -1;
            if (test::is_between(0x40, octet, 0x7E) || test::is_between(0x80, octet, 0xFE))
                pointer = (leading - 0x81) * 190 + octet - offset;
            if (auto const c = test::code_point_at(gb18030, pointer)) {
                in.put(c);
            } else {
                if (octet < 0x80) in.prepend({octet});
                in.error();
            }
        } else if (octet < 0x80) {
            in.put(octet);
        } else if (octet == 0x80) {
            in.put(0x20AC);
        } else if (test::is_between(0x81, octet, 0xFE)) {
            first = octet;
        } else {
            in.error();
        }
    }
}

TEST_CASE("gb18030_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("gb18030").empty()) return;
    test::each_pair_reads(set, plainly);
    test::each_pair_reads(charset::gbk, plainly, "\x84\x31"); // the end of the first plane
    test::each_cut_reads(set, "a0@\x81\xFE\xFF\x80", 5, plainly);
}

TEST_CASE("gb18030_decoder: characters of four octets") {
    if (test::read_index("gb18030").empty()) return;
    for (unsigned number = 0; number < 1587600; number += number < 50000 ? 7 : 1009) {
        char const octets[] = {
            static_cast<char>(number / 12600 + 0x81), static_cast<char>(number / 1260 % 10 + '0'),
            static_cast<char>(number / 10 % 126 + 0x81), static_cast<char>(number % 10 + '0')};
        std::string_view const four{octets, sizeof octets};
        if (!test::reads_plainly(set, four, 0, plainly(four))) return;
    }
}

} // namespace
