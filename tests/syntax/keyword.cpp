#include <foldwise/syntax/keyword.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::detail::keyword;
using foldwise::detail::lone_atom;
using foldwise::detail::read_keyword;

constexpr bool the_atom_that_is_all_of_a_value() {
    struct {
        std::string_view value;
        std::string_view atom;
    } constexpr table[] = {
        {"", ""},
        {" \n ", ""},
        {"a", "a"},
        {" (x)\n a (y) (z)\n ", "a"},
        {"a b", ""},
        {"a.b", ""},
        {"\"a\"", ""},
        {"(a)", ""},
        {"a (x", ""},
        {"(x", ""},
        {"a;", ""},
        {";a", ""},
        {"a(x)b", ""},
        {"non-urgent", "non-urgent"},
        {"=?utf-8?Q?a_b?=", "=?utf-8?Q?a_b?="},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            REQUIRE_SAME(row.value, lone_atom(value), row.atom);
        });
    return true;
}
CASE("keyword: lone_atom returns the only atom of a value", the_atom_that_is_all_of_a_value)

constexpr bool the_meaning_of_a_word() {
    constexpr keyword<int> known[] = {{"one", 1}, {"two", 2}};
    REQUIRE_TRUE(*read_keyword(" Two (2)", known) == 2);
    REQUIRE_TRUE(*read_keyword("ONE", known) == 1);
    REQUIRE_TRUE(read_keyword(" three", known).error() ==
                 diagnostic{diagnostic_code::keyword_malformed, 1, 5});
    REQUIRE_TRUE(!read_keyword("", known) && !read_keyword("one two", known));
    return true;
}
CASE("keyword: read_keyword returns the meaning of a known word", the_meaning_of_a_word)

TEST_CASE("keyword: any octets: an atom is inside the value, and is the lone atom of itself") {
    test::for_each_string(" \r\na(\\)\"", 6, [](std::string_view value) {
        auto const atom = lone_atom(value);
        if (atom.empty()) return true;
        REQUIRE_SAME(value, foldwise::offset_of(value, atom) + atom.size() <= value.size(), true);
        REQUIRE_SAME(value, lone_atom(atom), atom);
        return true;
    });
}

} // namespace
