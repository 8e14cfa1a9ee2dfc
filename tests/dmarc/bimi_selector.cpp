#include <foldwise/dmarc/bimi_selector.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <string>

namespace {

using foldwise::bimi_selector;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using enum diagnostic_code;

static_assert(foldwise::reads_fields<bimi_selector>);
static_assert(test::keeps_the_laws<bimi_selector>("v=BIMI2; s=-", diagnostic_code::bimi_version));
static_assert(std::is_trivially_copyable_v<bimi_selector>);
static_assert(!std::is_constructible_v<bimi_selector, std::string>);

constexpr void check_selector(std::string_view bytes) {
    bimi_selector const s{foldwise::field{bytes}};
    REQUIRE_TRUE(*s.version() == "BIMI1" && *s.selector() == "brand.x");
    REQUIRE_TRUE(s.tags().find("s").has_value());
    s.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("proper", problem.name(), std::string_view{});
    });
}

constexpr bool selectors() {
    test::with_both_line_endings("BIMI-Selector: v=BIMI1;\n s = brand.x;\n", check_selector);
    return true;
}
CASE("bimi_selector: selectors", selectors)

struct problem_row {
    std::string_view text;
    diagnostic_code code;
    std::string_view where;
};

constexpr problem_row problems[] = {
    {"s=x", bimi_version, "s=x"},
    {"v=BIMI2; s=x", bimi_version, "v=BIMI2"},
    {"v=BIMI1", tag_missing, "v=BIMI1"},
    {"v=BIMI1; s=", tag_value_malformed, ""},
    {"v=BIMI1; s=a..b", tag_value_malformed, "a..b"},
};

constexpr void check_problem(problem_row const& row) {
    std::size_t count = 0;
    bimi_selector{row.text}.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(row.text, problem.name(), kind_of(row.code).name);
        REQUIRE_SAME(row.text, row.text.substr(problem.offset, problem.length), row.where);
        ++count;
    });
    REQUIRE_SAME(row.text, count, std::size_t{1});
}

constexpr bool problems_and_where_they_are() {
    for (auto const& row : problems) check_problem(row);
    return true;
}
CASE("bimi_selector: problems, and where they are", problems_and_where_they_are)

constexpr bool raw_is_what_was_read() {
    REQUIRE_TRUE(foldwise::bimi_selector{"v=BIMI1; s=a"}.raw() == "v=BIMI1; s=a");
    return true;
}
CASE("bimi_selector: raw() is what was read", raw_is_what_was_read)

} // namespace
