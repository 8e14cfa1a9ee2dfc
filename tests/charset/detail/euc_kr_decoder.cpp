#include <foldwise/charset/detail/euc_kr_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::euc_kr;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F", "a\\~\x7F", 0},
    {"two octets", set, "\xB0\xA1\xB3\xAA", "가나", 0},
    {"the extensions of Windows", set, "\x81\x41\xC6\x52", "갂힣", 0},
    {"no lead", set, "\x80\xFF", BAD BAD, 2},
    {"a pair without a character, ASCII", set, "\xC9!\xC7z", BAD "!" BAD "z", 2},
    {"a pair without a character, beyond ASCII", set, "\xC9\xA1\xB0\xFF", BAD BAD, 2},
    {"a lead at the end", set, "a\xB0", "a" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("euc_kr_decoder: characters and malformed octets", characters_and_malformed_octets)

// The steps of section 14.1.1.
test::plain_text plainly(std::string_view octets) {
    static auto const euc_kr = test::read_whole_index("euc-kr");
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
            int pointer = -1;
            if (test::is_between(0x41, octet, 0xFE))
                pointer = (leading - 0x81) * 190 + octet - 0x41;
            if (auto const c = test::code_point_at(euc_kr, pointer)) {
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

TEST_CASE("euc_kr_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("euc-kr").empty()) return;
    test::each_pair_reads(set, plainly);
    test::each_cut_reads(set, "aA\x81\xB0\xA1\xFF", 5, plainly);
}

} // namespace
