#include <foldwise/parameters/detail/parameter_words.hpp>

#include "../../support.hpp"

#include <foldwise/parameters/parameter.hpp>

namespace {

using namespace foldwise;
using namespace foldwise::detail;

constexpr parameter_octets octets_of(std::string_view list) {
    return parameter_octets{parameters{list}.find("a")->name_text().first_piece()};
}

constexpr bool octets_are_passed_across_sections() {
    auto at = octets_of("a*0*=''b%63; a*1=\"d\"; a*2=efg");
    REQUIRE_TRUE(at.rest() == "b" && at.front() == 'b' && at.passed() == 0);
    at.pass(2);
    REQUIRE_TRUE(at.rest() == "d" && at.passed() == 2);
    at.pass(3);
    REQUIRE_TRUE(at.rest() == "g" && !at.at_end());
    at.pass(1);
    REQUIRE_TRUE(at.at_end() && at.passed() == 6);
    REQUIRE_TRUE(parameter_octets{}.at_end());
    return true;
}
CASE("parameter_words: octets are passed across sections", octets_are_passed_across_sections)

constexpr bool words_are_found() {
    struct {
        std::string_view list;
        bool is_word;
        std::size_t text_size;
    } constexpr table[] = {
        {"a=\"=?utf-8?Q?bc?=d\"", true, 2},
        {"a=\"=?utf-8?B?\?=\"", true, 0},
        {"a*0=\"=?utf\"; a*1=\"-8?B?b c?\"; a*2=\"=\"", true, 3},
        {"a*=%3D%3Futf-8%3FQ%3Fb%3F%3D", true, 1},
        {"a=\"=?utf-8?Q?b=?=\"", true, 2},
        {"a=\"=?utf-8?Q?b=?utf-8?Q?c?=\"", false, 0},
        {"a=\"=?utf-8?Q?b?\"", false, 0},
        {"a=\"=?utf-8?X?b?=\"", false, 0},
        {"a=\"=?utf 8?Q?b?=\"", false, 0},
        {"a=\"=b\"", false, 0},
        {"a=\"=\"", false, 0},
        {"a=\"=?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?Q?b?="
         "\"",
         false, 0},
    };
    for (auto const& row : table) {
        parameter_word_finder finder;
        auto const word = finder.word_at(octets_of(row.list));
        REQUIRE_SAME(row.list, word.is_found(), row.is_word);
        if (!word.is_found()) continue;
        REQUIRE_SAME(row.list, word.text_size, row.text_size);
        REQUIRE_SAME(row.list, word.charset_label(), "utf-8");
        REQUIRE_SAME(row.list, has_encoded_word(octets_of(row.list)), true);
    }
    REQUIRE_TRUE(has_encoded_word(octets_of("a=\"=?x?Q?b=?utf-8*en?B?c?=\"")));
    REQUIRE_TRUE(!has_encoded_word(octets_of("a=\"=?x?Q?b=?utf-8?B?c?\"")));
    REQUIRE_TRUE(!has_encoded_word(octets_of("a*0=\"b=\"; a*1=\"=c\"")));
    return true;
}
CASE("parameter_words: encoded-words are found", words_are_found)

} // namespace
