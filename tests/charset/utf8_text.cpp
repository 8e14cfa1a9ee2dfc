#include <foldwise/charset/utf8_text.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace {

using foldwise::charset;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::utf8_text;

static_assert(std::ranges::forward_range<utf8_text>);
static_assert(std::ranges::borrowed_range<utf8_text>);
static_assert(std::ranges::view<utf8_text>);
static_assert(std::is_trivially_copyable_v<utf8_text>);
static_assert(!std::is_constructible_v<utf8_text, std::string, charset>);
static_assert(std::is_constructible_v<utf8_text, std::string&, charset>);

constexpr bool a_range_of_octets() {
    utf8_text const text{"Beno\xEEt", charset::windows_1252};
    REQUIRE_TRUE(text == "Benoît");
    REQUIRE_TRUE(!(text == "Benoî") && !(text == "Benoît!") && !(text == "Benoit"));
    REQUIRE_TRUE(std::ranges::equal(text, std::string_view{"Benoît"}));
    REQUIRE_SAME("raw", text.raw(), "Beno\xEEt");
    REQUIRE_TRUE(!text.empty());
    REQUIRE_TRUE(utf8_text{}.empty() && utf8_text{} == "");
    REQUIRE_TRUE(utf8_text("", charset::gbk).empty());
    return true;
}
CASE("utf8_text: it is a range of octets", a_range_of_octets)

constexpr bool iterators_know_their_place() {
    struct {
        std::string_view octets;
        foldwise::charset charset;
        std::size_t size;
    } constexpr table[] = {
        {"a\xE2\x82\xC3\xA9+\xF0\x9F", charset::utf_8, 10},
        {"+AGF", charset::utf_7, 4}, // the last octet completes "a" and leaves bits: U+FFFD
    };
    for (auto const& row : table) {
        // Places differ from each other: in a character, between characters, at the end.
        utf8_text const text{row.octets, row.charset};
        std::size_t size = 0;
        for (auto i = text.begin(); i != text.end(); ++i, ++size) {
            std::size_t same = 0;
            for (auto j = text.begin(); j != text.end(); ++j) same += i == j ? 1u : 0u;
            REQUIRE_SAME(row.octets, same, std::size_t{1});
            REQUIRE_TRUE(*i == *i);
        }
        REQUIRE_SAME(row.octets, size, row.size);
    }
    utf8_text const text{"a\xE2", charset::utf_8};
    auto i = text.begin();
    auto const before = i++;
    REQUIRE_TRUE(*before == 'a' && *i == '\xEF');
    return true;
}
CASE("utf8_text: iterators are equal at the same place only", iterators_know_their_place)

constexpr bool what_is_left_at_the_end_is_shown() {
    REQUIRE_TRUE(utf8_text("\xE2\x82", charset::utf_8) == "\xEF\xBF\xBD");
    REQUIRE_TRUE(utf8_text("+", charset::utf_7) == "\xEF\xBF\xBD");
    REQUIRE_TRUE(utf8_text("ab", charset::euc_kr) == "\xEF\xBF\xBD");
    return true;
}
CASE("utf8_text: octets left at the end become U+FFFD", what_is_left_at_the_end_is_shown)

constexpr bool problems_are_those_of_the_decoder() {
    std::size_t problems = 0;
    utf8_text("ab\xE9z\xE2\x82z", charset::utf_8).diagnose([&](diagnostic const& problem) {
        ++problems;
        REQUIRE_TRUE(problem == diagnostic{diagnostic_code::charset_octets_replaced, 2, 4});
    });
    utf8_text("ab", charset::utf_8).diagnose([&](diagnostic const&) { ++problems; });
    REQUIRE_SAME("problems", problems, std::size_t{1});
    test::still_reporter report;
    utf8_text("ab\xE9", charset::utf_8).diagnose(report);
    utf8_text("ab\xE9", charset::us_ascii).diagnose(report);
    utf8_text("ab", charset::us_ascii).diagnose(report);
    REQUIRE_SAME("problems", report.count, std::size_t{2});
    REQUIRE_TRUE(utf8_text("\xE9", charset::utf_8).deviation() ==
                 diagnostic{diagnostic_code::charset_octets_replaced, 0, 1});
    REQUIRE_TRUE(!utf8_text("\xE9", charset::windows_1252).deviation());
    return true;
}
CASE("utf8_text: it reports the problems of the decoder", problems_are_those_of_the_decoder)

constexpr bool a_view_where_the_octets_are_utf_8() {
    struct {
        std::string_view octets;
        foldwise::charset charset;
        bool is_contiguous;
    } constexpr table[] = {
        {"", charset::utf_8, true},
        {"abc", charset::utf_8, true},
        {"\xC3\xA9", charset::utf_8, true},
        {"\xEF\xBB\xBFx", charset::utf_8, true}, // a byte order mark is a character
        {"\xC3", charset::utf_8, false},
        {"abc", charset::us_ascii, true},
        {"abc", charset::x_user_defined, true},
        {"\xE9", charset::windows_1252, false},
        {"ab", charset::utf_16, false},
        {"a", charset::utf_7, false},
        {"a", charset::gbk, false},
    };
    for (auto const& row : table) {
        utf8_text const text{row.octets, row.charset};
        auto const view = text.contiguous();
        REQUIRE_SAME(row.octets, view.has_value(), row.is_contiguous);
        if (view) REQUIRE_TRUE(text == *view && view->data() == row.octets.data());
    }
    return true;
}
CASE("utf8_text: contiguous() is a view if the octets are UTF-8", a_view_where_the_octets_are_utf_8)

constexpr bool a_string_gets_the_same() {
    if (!test::can_allocate()) return true;
    std::string text = "> ";
    utf8_text{"\xA4 5", charset::iso_8859_15}.append_to(text);
    REQUIRE_TRUE(text == "> € 5");
    REQUIRE_TRUE(utf8_text("\xE2\x82", charset::utf_8).to_string() == "\xEF\xBF\xBD");
    return true;
}
CASE("utf8_text: append_to and to_string have the same text", a_string_gets_the_same)

} // namespace
