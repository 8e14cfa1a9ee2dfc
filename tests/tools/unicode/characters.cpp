#include "../../../tools/unicode/characters.hpp"

#include "../../support.hpp"
#include "../display.hpp"

#include <initializer_list>

namespace {

struct width_row {
    std::string_view name;
    char32_t c;
    std::size_t columns;
};

// From EastAsianWidth.txt, UnicodeData.txt and emoji-data.txt of Unicode 15.0.
constexpr width_row widths[] = {
    {"LATIN SMALL LETTER A", 0x61, 1},
    {"LATIN SMALL LETTER E WITH ACUTE", 0xE9, 1},
    {"COMBINING ACUTE ACCENT", 0x301, 0},
    {"COMBINING ENCLOSING KEYCAP", 0x20E3, 0},
    {"HEBREW POINT SHEVA", 0x5B0, 0},
    {"DEVANAGARI SIGN VISARGA, a mark with a width", 0x903, 1},
    {"HANGUL CHOSEONG KIYEOK", 0x1100, 2},
    {"HANGUL JUNGSEONG A", 0x1161, 0},
    {"HANGUL JONGSEONG KIYEOK", 0x11A8, 0},
    {"HANGUL SYLLABLE GA", 0xAC00, 2},
    {"HORIZONTAL ELLIPSIS, which is ambiguous", 0x2026, 1},
    {"WATCH", 0x231A, 2},
    {"WHITE SMILING FACE", 0x263A, 1},
    {"IDEOGRAPHIC SPACE", 0x3000, 2},
    {"HIRAGANA LETTER A", 0x3042, 2},
    {"the first ideograph", 0x4E00, 2},
    {"HALFWIDTH KATAKANA LETTER A", 0xFF71, 1},
    {"FULLWIDTH LATIN CAPITAL LETTER A", 0xFF21, 2},
    {"REPLACEMENT CHARACTER", 0xFFFD, 1},
    {"REGIONAL INDICATOR SYMBOL LETTER A", 0x1F1E6, 1},
    {"GRINNING FACE", 0x1F600, 2},
    {"EMOJI MODIFIER FITZPATRICK TYPE-1-2", 0x1F3FB, 2},
    {"SHAKING FACE, of Unicode 15.0", 0x1FAE8, 2},
    {"an emoji of Unicode 16.0", 0x1FAE9, 2},
    {"an ideograph of plane 3", 0x30000, 2},
    {"a variation selector", 0xE0100, 0},
    {"the last code point", 0x10FFFF, 1},
};

struct cluster_row {
    std::string_view from;
    std::initializer_list<std::uint32_t> text;
    std::size_t code_points; // of the cluster
    std::size_t columns;
};

constexpr std::uint32_t zwj = 0x200D;
constexpr std::uint32_t vs15 = 0xFE0E;
constexpr std::uint32_t vs16 = 0xFE0F;

std::initializer_list<cluster_row> const clusters = {
    {"nothing", {}, 0, 0},
    {"a letter", {'a', 0x301}, 0, 0},
    {"one emoji", {0x1F600, 0x1F600}, 0, 0},
    // UTS #51 ED-9a and ED-8b: presentation sequences
    {"a narrow emoji with VS16", {0x263A, vs16, 'a'}, 2, 2},
    {"a wide emoji with VS16", {0x231A, vs16}, 2, 2},
    {"with VS15", {0x263A, vs15}, 2, 1},
    {"two selectors", {0x263A, vs16, vs16}, 2, 2},
    {"a letter with VS16", {'a', vs16}, 0, 0},
    // ED-20: keycaps
    {"a keycap", {'1', vs16, 0x20E3, '1'}, 3, 2},
    {"a keycap of a number sign", {'#', vs16, 0x20E3}, 3, 2},
    {"a digit with VS16", {'1', vs16, 'a'}, 0, 0},
    {"a letter in a keycap", {'a', vs16, 0x20E3}, 0, 0},
    // ED-14: flags
    {"the flag of Japan", {0x1F1EF, 0x1F1F5, 0x1F1EF}, 2, 2},
    {"half a flag", {0x1F1EF, 'P'}, 0, 0},
    // ED-13: skin tones
    {"a hand with a skin tone", {0x1F44B, 0x1F3FD, 'a'}, 2, 2},
    {"a face takes none", {0x1F600, 0x1F3FD}, 0, 0},
    // ED-17: ZWJ sequences
    {"a woman at a computer", {0x1F469, zwj, 0x1F4BB, 'a'}, 3, 2},
    {"with a skin tone", {0x1F469, 0x1F3FD, zwj, 0x1F4BB}, 4, 2},
    {"a family", {0x1F468, zwj, 0x1F469, zwj, 0x1F467, zwj, 0x1F466}, 7, 2},
    {"a kiss", {0x1F469, zwj, 0x2764, vs16, zwj, 0x1F48B, zwj, 0x1F468}, 8, 2},
    {"a woman running", {0x1F3C3, 0x1F3FF, zwj, 0x2640, vs16}, 5, 2},
    {"a joiner at the end", {0x1F469, zwj}, 0, 0},
    {"a joiner after a sequence", {0x1F469, zwj, 0x1F4BB, zwj, zwj}, 3, 2},
    {"a joiner before a letter", {0x1F469, zwj, 'a'}, 0, 0},
    {"joined, but not listed", {0x1F600, zwj, 0x1F4BB}, 0, 0},
    {"two families in a row",
     {0x1F468, zwj, 0x1F469, zwj, 0x1F467, zwj, 0x1F466, zwj, 0x1F468, zwj, 0x1F469},
     7,
     2},
    // ED-14a: tag sequences
    {"the flag of Scotland",
     {0x1F3F4, 0xE0067, 0xE0062, 0xE0073, 0xE0063, 0xE0074, 0xE007F, 'a'},
     7,
     2},
    {"without its end", {0x1F3F4, 0xE0067, 0xE0062, 0xE0073, 0xE0063, 0xE0074}, 0, 0},
    {"a hidden text", {0x1F3F4, 0xE0068, 0xE0069, 0xE007F}, 0, 0},
    {"tags after another emoji", {0x1F600, 0xE0067, 0xE007F}, 0, 0},
    {"a pirate flag", {0x1F3F4, zwj, 0x2620, vs16}, 4, 2},
    // UTS #37: ideographic variation sequences
    {"an ideograph in one of its forms", {0x845B, 0xE0100, 0xE0101}, 2, 2},
    {"a letter with such a selector", {'a', 0xE0100}, 0, 0},
};

std::string utf8(std::initializer_list<std::uint32_t> code_points, std::size_t count) {
    std::string text;
    for (auto const c : code_points)
        if (count-- != 0)
            test::append_utf8(text, c);
        else
            break;
    return text;
}

} // namespace

TEST_CASE("tool unicode: the columns of characters") {
    for (auto const& row : widths)
        REQUIRE_SAME(row.name, tool::unicode::kind{row.c}.columns(), row.columns);
}

TEST_CASE("tool unicode: what is unseen takes no column, and nothing takes more than two") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        tool::unicode::kind const kind{c};
        bool const right = kind.columns() <= (kind.is_unseen() ? 0u : 2u);
        if (!right) REQUIRE_SAME(test::utf8(c), right, true);
    }
}

TEST_CASE("tool unicode: clusters") {
    for (auto const& row : clusters) {
        auto const text = utf8(row.text, row.text.size());
        auto const found = tool::unicode::cluster_reader{text}.result();
        REQUIRE_SAME(row.from, found.size, utf8(row.text, row.code_points).size());
        REQUIRE_SAME(row.from, found.columns, row.columns);
    }
}

TEST_CASE("tool unicode: every listed sequence is one cluster of two columns") {
    std::u32string_view rest{tool::unicode::sequences, std::size(tool::unicode::sequences) - 1};
    std::size_t count = 0;
    for (; !rest.empty(); ++count) {
        auto const row = rest.substr(0, rest.find(U'\0'));
        rest.remove_prefix(row.size() + 1);
        std::string text;
        for (auto const c : row) test::append_utf8(text, c);
        auto const found = tool::unicode::cluster_reader{text + "a"}.result();
        REQUIRE_SAME(text, found.size, text.size());
        REQUIRE_SAME(text, found.columns, 2u);
    }
    CHECK(count == 229); // 226 with joiners, 3 with tags
}

TEST_CASE("tool unicode: any octets") {
    for (auto const& row : clusters)
        for (std::size_t cut = 0; cut <= 40; ++cut) {
            auto const text = utf8(row.text, row.text.size()).substr(0, cut) + "\xF0\x9F";
            auto const found = tool::unicode::cluster_reader{text}.result();
            REQUIRE_SAME(row.from, found.size <= text.size(), true);
        }
}
