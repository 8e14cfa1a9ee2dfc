#include <foldwise/lists/precedence.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::precedence;
using foldwise::read_precedence;

static_assert(noexcept(read_precedence("")));

constexpr bool words_of_the_field() {
    struct {
        std::string_view value;
        precedence wanted;
    } constexpr table[] = {
        {" bulk", precedence::bulk},
        {"junk", precedence::junk},
        {"List", precedence::list},
        {"first-class", precedence::first_class},
        {"\n special-delivery\n (by hand)", precedence::special_delivery},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            REQUIRE_SAME(row.value, read_precedence(value).has_value(), true);
            REQUIRE_SAME(row.value, *read_precedence(value), row.wanted);
        });
    return true;
}
CASE("precedence: the words that it knows", words_of_the_field)

constexpr bool other_words_have_no_value() {
    constexpr std::string_view table[] = {"",      "high",  "klub",     "bulk, junk", "first class",
                                          "bulk(", "bulk;", "\"bulk\"", "(bulk)",     "bul"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     read_precedence(value).error() ==
                         diagnostic{diagnostic_code::keyword_malformed, 0, value.size()},
                     true);
    return true;
}
CASE("precedence: no value", other_words_have_no_value)

} // namespace
