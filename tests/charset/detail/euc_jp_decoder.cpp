#include <foldwise/charset/detail/euc_jp_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::euc_jp;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F", "a\\~\x7F", 0},
    {"JIS X 0208", set, "\xA4\xB3\xA4\xF3", "こん", 0},
    {"NEC row 13", set, "\xAD\xA1", "①", 0},
    {"half-width katakana", set, "\x8E\xB1\x8E\xDF", "ｱﾟ", 0},
    {"JIS X 0212", set, "\x8F\xB0\xA1", "丂", 0},
    {"no lead", set, "\x80\x90\xFF", BAD BAD BAD, 3},
    {"no katakana", set, "\x8E\xE0\x8E.", BAD BAD ".", 2},
    {"a pair without a character, ASCII", set, "\xA4!", BAD "!", 1},
    {"a pair without a character, beyond ASCII", set, "\xA9\xA1\xA4\x80", BAD BAD, 2},
    {"three octets without a character", set, "\x8F\xA1\xA1\x8F\xB0\x80", BAD BAD, 2},
    {"three octets with ASCII", set, "\x8F\xB0!\x8F!", BAD "!" BAD "!", 2},
    {"8E after 8F", set, "\x8F\x8E\xB1", BAD BAD, 2},
    {"a lead at the end", set, "a\xA4", "a" BAD, 1},
    {"two octets of three at the end", set, "a\x8F\xB0", "a" BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("euc_jp_decoder: characters and malformed octets", characters_and_malformed_octets)

constexpr bool octets_taken_one_by_one() {
    for (auto const& row : table) {
        auto const taken = test::taken_one_by_one(foldwise::detail::euc_jp_decoder{}, row.octets);
        REQUIRE_SAME(row.octets, std::string_view{taken}, row.wanted);
    }
    return true;
}
CASE("euc_jp_decoder: octets taken one by one read the same", octets_taken_one_by_one)

// The steps of section 13.1.1.
test::plain_text plainly(std::string_view octets) {
    static auto const jis0208 = test::read_whole_index("jis0208");
    static auto const jis0212 = test::read_whole_index("jis0212");
    test::plain_reading in{octets};
    bool is_jis0212 = false;
    for (int lead = 0;;) {
        int const octet = in.read();
        if (octet == in.end && lead != 0) {
            lead = 0;
            in.error();
        } else if (octet == in.end) {
            return in.result();
        } else if (lead == 0x8E && test::is_between(0xA1, octet, 0xDF)) {
            lead = 0;
            in.put(0xFF61 - 0xA1 + octet);
        } else if (lead == 0x8F && test::is_between(0xA1, octet, 0xFE)) {
            is_jis0212 = true;
            lead = octet;
        } else if (lead != 0) {
            int const leading = lead;
            lead = 0;
            std::uint32_t c = 0;
            if (test::is_between(0xA1, leading, 0xFE) && test::is_between(0xA1, octet, 0xFE))
                c = test::code_point_at(is_jis0212 ? jis0212 : jis0208,
                                        (leading - 0xA1) * 94 + octet - 0xA1);
            is_jis0212 = false;
            if (c != 0) {
                in.put(c);
            } else {
                if (octet < 0x80) in.prepend({octet});
                in.error();
            }
        } else if (octet < 0x80) {
            in.put(octet);
        } else if (octet == 0x8E || octet == 0x8F || test::is_between(0xA1, octet, 0xFE)) {
            lead = octet;
        } else {
            in.error();
        }
    }
}

TEST_CASE("euc_jp_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("jis0212").empty()) return;
    test::each_pair_reads(set, plainly);
    test::each_pair_reads(set, plainly, "\x8F"); // JIS X 0212
    test::each_cut_reads(set, "a\x8E\x8F\xB0\xA1\x80\xFF", 5, plainly);
}

} // namespace
