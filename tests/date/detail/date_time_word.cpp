#include <foldwise/date/detail/date_time_word.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise::detail;

struct word_row {
    std::string_view text;
    char kind;
    bool is_glued;
    bool is_after_comment;
};

constexpr auto number = date_word::number;
constexpr auto letters = date_word::letters;

constexpr bool atoms_are_cut() {
    constexpr word_row wanted[] = {
        {"15T10", '"', false, false}, // stands for the quoted-string, whose text is not checked
        {"15", number, false, false}, {"T", letters, true, false},   {"10", number, true, false},
        {":", ':', true, false},      {"00", number, false, true},   {"GMT", letters, false, false},
        {"+", '+', true, false},      {"0200", number, true, false}, {"x", letters, false, true},
    };
    test::with_both_line_endings(
        "\"a\n b\" 15T10:(c)00\n GMT+0200 (d) (e) x (f", [&](std::string_view value) {
            date_words words{value};
            for (auto const& row : wanted) {
                auto const got = words.word();
                REQUIRE_SAME(row.text, got.kind, row.kind);
                if (&row != wanted) REQUIRE_SAME(row.text, got.text, row.text);
                REQUIRE_SAME(row.text, value.substr(got.offset, got.text.size()), got.text);
                REQUIRE_SAME(row.text, got.is_glued, row.is_glued);
                REQUIRE_SAME(row.text, got.is_after_comment, row.is_after_comment);
                auto const second = words.second();
                words.advance();
                REQUIRE_SAME(row.text, second.text, words.word().text);
            }
            REQUIRE_TRUE(words.word().is_end());
            REQUIRE_TRUE(words.word().offset == value.size());
            REQUIRE_TRUE(words.unclosed_size() == 2);
            words.advance();
            REQUIRE_TRUE(words.word().is_end());
        });
    REQUIRE_TRUE(date_words{""}.word().is_end());
    for (int octet = 0; octet < 256; ++octet) {
        char const text[] = {static_cast<char>(octet), '1'};
        REQUIRE_SAME(octet, date_words(std::string_view{text, 2}).word().is_end(), octet == '(');
    }
    return true;
}
CASE("date_time_word: atoms are cut into numbers, letters and the rest", atoms_are_cut)

constexpr bool names_and_numbers() {
    auto const word = [](std::string_view text) { return date_words{text}.word(); };
    REQUIRE_TRUE(day_name_number(word("sun")) == 1 && day_name_number(word("Saturday")) == 7);
    REQUIRE_TRUE(day_name_number(word("Su")) == 0 && day_name_number(word("Sunda")) == 1);
    REQUIRE_TRUE(month_number(word("JAN")) == 1 && month_number(word("december")) == 12);
    REQUIRE_TRUE(month_number(word("Sept")) == 9 && month_number(word("Janus")) == 0);
    REQUIRE_TRUE(month_number(word("1")) == 0);
    REQUIRE_TRUE(zone_offset(word("pst")) == -480 && zone_offset(word("UTC")) == 0);
    REQUIRE_TRUE(!zone_offset(word("CET")) && !zone_offset(word("Z")));
    REQUIRE_TRUE(word("0815").value() == 815 && word("10000000000000").value() == 10000);
    REQUIRE_TRUE(word("12").is_number(1, 2) && !word("123").is_number(1, 2));
    REQUIRE_TRUE(word("-").is_sign() && word("+").is_sign() && !word("/").is_sign());
    return true;
}
CASE("date_time_word: names of days, months and zones, and numbers", names_and_numbers)

} // namespace
