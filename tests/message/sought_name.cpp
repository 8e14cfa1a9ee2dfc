#include <foldwise/message/sought_name.hpp>

#include "../support.hpp"

namespace {

using foldwise::detail::first_letter;
using foldwise::detail::sought_name;

static_assert(std::is_trivially_copyable_v<sought_name>);
static_assert(noexcept(sought_name{test::some_octets}.is_of(test::some_octets)));

struct row {
    std::string_view from;
    std::string_view raw;
    std::string_view name;
    bool is_same;
};

constexpr row table[] = {
    {"the same case", "From: a\n", "From", true},
    {"RFC 5322 section 1.2.2, case does not count", "from: a\n", "FROM", true},
    {"RFC 5322 section 4.5, white space before the colon", "From \t: a\n", "From", true},
    {"white space, but no colon after it", "From x: a\n", "From", false},
    {"another first letter", "From: a\n", "Drom", false},
    {"another letter", "From: a\n", "Frum", false},
    {"a longer name", "From: a\n", "Fr", false},
    {"a shorter name", "From: a\n", "From-Space", false},
    {"no colon, as long as the field", "From", "From", false},
    {"a hyphen first", "-a: b", "-a", true},
    {"a control that has the same first_letter as a hyphen", "\x0D: b", "-", false},
    {"no name", ": b", "", false},
    {"NUL", {"\0: b", 4}, "", false},
    {"a name with a colon", "a:b: c", "a:b", false},
    {"a name with a space", "a b: c", "a b", false},
    {"a name of 16 octets or more", "x-header-of-20-chars: c", "X-Header-Of-20-Chars", true},
    {"NUL as a name", {"\0: b", 4}, {"\0", 1}, false},
};

constexpr bool names_are_compared() {
    for (auto const& r : table) {
        REQUIRE_SAME(r.from, sought_name{r.name}.is_of(r.raw), r.is_same);
        REQUIRE_SAME(r.from, sought_name{r.name}.is_of(r.raw, first_letter(r.raw)), r.is_same);
        REQUIRE_SAME(r.from, foldwise::field{r.raw}.is(r.name), r.is_same);
    }
    REQUIRE_TRUE(!sought_name{}.is_of("a: b"));
    return true;
}

constexpr bool first_letters_are_compared() {
    REQUIRE_TRUE(sought_name{"B"}.may_start_with(first_letter("b: c")));
    REQUIRE_TRUE(!sought_name{"B"}.may_start_with(first_letter("C: c")));
    REQUIRE_TRUE(!sought_name{"B"}.may_be_of("C: c", first_letter("C: c")));
    REQUIRE_TRUE(!sought_name{"B"}.may_be_of("Bc: c", first_letter("Bc: c")));
    return true;
}
CASE("sought_name: the first letter tells most names apart", first_letters_are_compared)
CASE("sought_name: names are compared as field::is compares them", names_are_compared)

struct find_row {
    std::string_view name;
    std::string_view header;
    std::size_t at[3]; // where the fields start; the size of the header ends the list
};

constexpr find_row find_table[] = {
    {"a", "A: 1\nB: 2\n c\na: 3\nAb: 4\nA : 5", {0, 13, 24}},
    {"a", "B: 2\n a: no field\n\ta: nor this\na:", {31, 33}},
    {"a", "\nA: after an empty line\n", {1, 24}},
    {"a", "aa: 1\nA\n: 2\na b: 3\nA\t:", {19, 22}},
    {"-a", "b: 1\n\ra: a CR has the same case bit\n-A: 2", {36, 41}},
    {"a:b", "a:b: c\na:b: c\n", {14}},
    {"", ": 1\n: 2\n", {8}},
    {" a", "b: 1\n a: 2\n", {11}},
    {"a", "", {0}},
};

constexpr bool fields_are_found_by_their_first_letter() {
    for (auto const& r : find_table) {
        sought_name const name{r.name};
        auto at = name.find_in(r.header);
        for (auto const wanted : r.at) {
            REQUIRE_SAME(r.header, at, wanted);
            if (at == r.header.size()) break;
            at = name.find_in(r.header, at);
        }
    }
    return true;
}
CASE("sought_name: find_in finds the lines that start a field of the name",
     fields_are_found_by_their_first_letter)

} // namespace
