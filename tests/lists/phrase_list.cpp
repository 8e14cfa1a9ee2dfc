#include <foldwise/lists/phrase_list.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <ranges>

namespace {

using foldwise::phrase_list;

static_assert(foldwise::reads_fields<phrase_list>);
static_assert(std::ranges::forward_range<phrase_list>);
static_assert(std::ranges::view<phrase_list>);
static_assert(std::ranges::borrowed_range<phrase_list>);
static_assert(noexcept(phrase_list{std::string_view{}}.begin()));

struct value_row {
    std::string_view from;
    std::string_view value;
    std::size_t count;
    std::string_view phrases[4];
};

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"nothing", "", 0, {}},
    {"white space alone", " \n ", 0, {}},
    {"RFC 5322 section 3.6.5", " mail, two words", 2, {"mail", "two words"}},
    {"RFC 5322 section 3.6.5, folded", "mail,\n two\n words", 2, {"mail", "two words"}},
    {"RFC 5322 section 3.2.5, a quoted word", "\"a, b\" c", 1, {"a, b c"}},
    {"RFC 5322 section 3.2.2, comments", "(x, y) a (, z), b (c", 2, {"a", "b"}},
    {"a comment between two words", "a (x, y) b", 1, {"a b"}},
    {"RFC 5322 section 4.1, a dot", "J. Foe,a.b", 2, {"J. Foe", "a.b"}},
    {"RFC 5322 section 4.5.5, empty elements", ", a,, (c) ,b,", 2, {"a", "b"}},
    {"RFC 5322 section 4.5.5, nothing else", ",(a), ,", 0, {}},
    {"RFC 2047 section 5", "=?utf-8?Q?a,_b?=, c", 2, {"=?utf-8?Q?a,_b?=", "c"}},
    {"an empty word", "\"\",a", 2, {"", "a"}},
    {"a domain-literal", "[a,b],c", 2, {"[a,b]", "c"}},
    {"specials", "a; b, c@d", 2, {"a; b", "c@d"}},
    {"a quote that is not closed", "a, \"b, c", 2, {"a", "b, c"}},
    {"GNU Emacs, Keywords of a package", "aap, noot,mies", 3, {"aap", "noot", "mies"}},
};

constexpr bool table_of_phrases() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            std::size_t count = 0;
            for (auto const p : phrase_list{value}) {
                if (count < row.count) REQUIRE_SAME(row.from, p == row.phrases[count], true);
                ++count;
            }
            REQUIRE_SAME(row.from, count, row.count);
        });
    return true;
}
CASE("phrase_list: the phrases of a value", table_of_phrases)

constexpr bool a_phrase_is_from_its_first_word_to_its_last() {
    phrase_list const list{" (x) a (y)\r\n b (z) , c "};
    auto at = list.begin();
    REQUIRE_TRUE((*at).raw() == "a (y)\r\n b");
    REQUIRE_TRUE((*++at).raw() == "c");
    REQUIRE_TRUE(++at == list.end());
    REQUIRE_TRUE(!list.empty() && phrase_list{" (x) "}.empty() && phrase_list{}.empty());
    return true;
}
CASE("phrase_list: raw() is from the first word to the last",
     a_phrase_is_from_its_first_word_to_its_last)

constexpr bool each_problem_is_reported() {
    phrase_list const list{foldwise::field{"Keywords: a, b;c [d], e. (f\n"}};
    REQUIRE_TRUE(list.raw() == " a, b;c [d], e. (f");
    constexpr auto code = foldwise::diagnostic_code::phrase_malformed;
    foldwise::diagnostic const wanted[] = {{code, 5, 1}, {code, 8, 3}, {code, 16, 2}};
    std::size_t count = 0;
    list.diagnose([&](foldwise::diagnostic const& d) { REQUIRE_TRUE(d == wanted[count++]); });
    REQUIRE_TRUE(count == 3 && list.deviation() == wanted[0]);
    REQUIRE_TRUE(!phrase_list{"a b, \"c;d\" (e;)"}.deviation() && !phrase_list{}.deviation());
    return true;
}
CASE("phrase_list: text that is not a phrase", each_problem_is_reported)

constexpr bool each_empty_element_is_reported() {
    phrase_list const list{", a, (b) ,c,"};
    constexpr auto code = foldwise::diagnostic_code::phrase_empty;
    foldwise::diagnostic const wanted[] = {{code, 0, 1}, {code, 9, 1}, {code, 12, 0}};
    std::size_t count = 0;
    list.diagnose([&](foldwise::diagnostic const& d) { REQUIRE_TRUE(d == wanted[count++]); });
    REQUIRE_TRUE(count == 3 && list.deviation() == wanted[0]);
    REQUIRE_TRUE(!phrase_list{"a, \"\""}.deviation() && !phrase_list{"(a)"}.deviation());
    return true;
}
CASE("phrase_list: elements without a word", each_empty_element_is_reported)

/// Whether every line ending folds. Then CRLF in place of LF changes nothing.
bool folds_only(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i)
        if (value[i] == '\n' && !value.substr(i + 1).starts_with(' ')) return false;
    return true;
}

std::string summary_of(std::string_view value) {
    std::string summary;
    for (auto const p : phrase_list{value}) summary += p.to_string() + '|';
    return summary;
}

TEST_CASE("phrase_list: any octets; phrases in order, inside of the value, never empty") {
    test::for_each_string(" \n,a\"(\\).", 6, [](std::string_view value) {
        if (folds_only(value))
            REQUIRE_SAME(value, summary_of(test::with_crlf(value)), summary_of(value));
        std::size_t end = 0;
        for (auto const p : phrase_list{value}) {
            auto const at = foldwise::offset_of(value, p.raw());
            REQUIRE_SAME(value, at >= end, true);
            REQUIRE_SAME(value, p.raw().empty(), false);
            end = at + p.raw().size();
            // Read on its own, it is the same single phrase.
            phrase_list const again{p.raw()};
            REQUIRE_SAME(value, (*again.begin()).raw(), p.raw());
            REQUIRE_SAME(value, ++again.begin() == again.end(), true);
        }
        REQUIRE_SAME(value, end <= value.size(), true);
        return true;
    });
}

} // namespace
