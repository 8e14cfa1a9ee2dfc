#include <foldwise/base/equal_octets.hpp>

#include <foldwise/base/spliced.hpp>
#include <foldwise/base/white_space_runs.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

struct comparison_row {
    std::string_view left;
    std::string_view right;
    bool equal;
    bool equal_but_for_case;
};

constexpr comparison_row comparison_table[] = {
    {"", "", true, true},        {"a", "a", true, true},         {"a", "A", false, true},
    {"ab", "a", false, false},   {"a", "ab", false, false},      {"", "a", false, false},
    {"a", "b", false, false},    {"@", "`", false, false},       {"[", "{", false, false},
    {"aZ9", "Az9", false, true}, {"\xC4", "\xE4", false, false},
};

constexpr bool texts_are_compared_octet_by_octet() {
    for (auto const& row : comparison_table) {
        REQUIRE_SAME(row.left, equal_octets(row.left, row.right), row.equal);
        REQUIRE_SAME(row.left, equal_but_for_case(row.left, row.right), row.equal_but_for_case);
        spliced<white_space_runs> const left{row.left};
        REQUIRE_SAME(row.left, equal_octets(left, row.right), row.equal);
        REQUIRE_SAME(row.left, equal_but_for_case(row.right, left), row.equal_but_for_case);
    }
    REQUIRE_TRUE(equal_but_for_case(spliced<white_space_runs>{"A\r\n b"}, std::string_view{"aB"}));
    return true;
}
CASE("equal_octets: with and without the case of ASCII letters", texts_are_compared_octet_by_octet)

} // namespace
