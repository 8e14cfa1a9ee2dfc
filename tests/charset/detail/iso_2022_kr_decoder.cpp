#include <foldwise/charset/detail/iso_2022_kr_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::iso_2022_kr;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F\r\n", "a\\~\x7F\r\n", 0},
    {"RFC 1557", set,
     "\x1B$)C\r\n\x0E"
     "0!3*\x0F!",
     "\r\n가나!", 0},
    {"no declaration", set,
     "\x0E"
     "0!\x0F"
     "0!",
     "가0!", 0},
    {"a declaration in the middle", set,
     "a\x1B$)C\x0E"
     "0!",
     "a가", 0},
    {"a declaration in Korean", set,
     "\x0E"
     "0!\x1B$)C3*",
     "가나", 0},
    {"spaces and control characters in Korean", set,
     "\x0E"
     "0! \t"
     "3*",
     "가 \t나", 0},
    {"the line ends Korean", set,
     "\x0E"
     "0!\r\n0!",
     "가\r\n0!", 0},
    {"a pair without a character", set,
     "\x0E"
     "I!0!",
     BAD "가", 1},
    {"half a pair before SI", set,
     "\x0E"
     "0\x0F!",
     BAD "!", 1},
    {"half a pair before a line ending", set,
     "\x0E"
     "0\n0!",
     BAD "\n0!", 1},
    {"beyond ASCII", set,
     "\xE9\x0E\xE9"
     "0!",
     BAD BAD "가", 2},
    {"another escape sequence", set, "\x1B$B\x1B(B", BAD "$B" BAD "(B", 2},
    {"another escape sequence in Korean", set, "\x0E\x1B$)D", BAD "ㄹ" BAD, 2},
    {"ESC ESC", set,
     "\x1B\x1B$)C\x0E"
     "0!",
     BAD "가", 1},
    {"cut off in the declaration", set, "\x1B$)", BAD "$)", 1},
    {"cut off in a pair", set,
     "\x0E"
     "0!0",
     "가" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("iso_2022_kr_decoder: characters and malformed octets", characters_and_malformed_octets)

// RFC 1557, with the octets after ESC read ahead.
test::plain_text plainly(std::string_view octets) {
    static auto const euc_kr = test::read_whole_index("euc-kr");
    test::plain_reading in{octets};
    bool is_korean = false;
    int lead = 0;
    for (;;) {
        int const octet = in.read();
        if (octet == 0x1B) {
            if (lead != 0) in.error();
            lead = 0;
            int const a = in.read();
            int const b = a == '$' ? in.read() : in.end;
            int const c = b == ')' ? in.read() : in.end;
            if (c == 'C') continue;
            in.prepend({a, b, c});
            in.error();
        } else if (lead != 0 && test::is_between(0x21, octet, 0x7E)) {
            int const pointer = (lead - 1) * 190 + octet + 0x3F;
            lead = 0;
            if (auto const c = test::code_point_at(euc_kr, pointer))
                in.put(c);
            else
                in.error();
        } else if (lead != 0) {
            lead = 0;
            in.prepend({octet});
            in.error();
        } else if (octet == in.end) {
            return in.result();
        } else if (octet == 0x0E || octet == 0x0F) {
            is_korean = octet == 0x0E;
        } else if (is_korean && test::is_between(0x21, octet, 0x7E)) {
            lead = octet;
        } else if (octet >= 0x80) {
            in.error();
        } else {
            if (octet == '\n') is_korean = false;
            in.put(octet);
        }
    }
}

TEST_CASE(
    "iso_2022_kr_decoder: every pair of octets, and every cut, as a plain reader reads them") {
    if (test::read_index("euc-kr").empty()) return;
    for (std::string_view const before : {"", "\x1B$", "\x0E",
                                          "\x0E"
                                          "0"})
        test::each_pair_reads(set, plainly, before);
    test::each_cut_reads(set, "\x1B$)C\x0E\n\xE9", 5, plainly);
}

} // namespace
