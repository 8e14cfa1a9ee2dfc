#include <foldwise/lists/precedence.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::precedence;
using foldwise::precedence_keyword;

static_assert(foldwise::reads_fields<precedence>);

constexpr bool words_of_the_field() {
    struct {
        std::string_view value;
        precedence_keyword wanted;
    } constexpr table[] = {
        {" bulk", precedence_keyword::bulk},
        {"junk", precedence_keyword::junk},
        {"List", precedence_keyword::list},
        {"first-class", precedence_keyword::first_class},
        {"\n special-delivery\n (by hand)", precedence_keyword::special_delivery},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            REQUIRE_SAME(row.value, precedence::read(value).has_value(), true);
            REQUIRE_SAME(row.value, precedence::read(value)->keyword(), row.wanted);
            REQUIRE_SAME(row.value, precedence::read(value)->raw(), value);
            REQUIRE_SAME(row.value, precedence::read(value)->deviation().has_value(), false);
        });
    return true;
}
CASE("precedence: known words", words_of_the_field)

constexpr bool other_words_have_no_value() {
    constexpr std::string_view table[] = {"",      "high",  "klub",     "bulk, junk", "first class",
                                          "bulk(", "bulk;", "\"bulk\"", "(bulk)",     "bul"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     precedence::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::keyword_malformed, value),
                     true);
    return true;
}
CASE("precedence: other words have no value", other_words_have_no_value)

} // namespace
