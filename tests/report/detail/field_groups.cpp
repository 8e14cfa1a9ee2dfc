#include <foldwise/report/detail/field_groups.hpp>

#include "../../support.hpp"

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;
using detail::field_groups;

static_assert(std::is_trivially_copyable_v<field_groups>);
static_assert(!std::is_constructible_v<field_groups, std::string>);
static_assert(std::ranges::forward_range<field_groups> && std::ranges::view<field_groups>);
static_assert(std::ranges::borrowed_range<field_groups>);

struct row {
    std::string_view from;
    std::string_view body;
    std::string_view groups; // each is followed by a bar
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"nothing", "", ""},
    {"empty lines only", "\n\n\n", ""},
    {"RFC 3464 section 2.1", "a: 1\n\nb: 2\nc: 3\n\nd: 4\n", "a: 1\n|b: 2\nc: 3\n|d: 4\n|"},
    {"no final line ending", "a: 1\n\nb: 2", "a: 1\n|b: 2|"},
    {"an empty line at the end", "a: 1\n\n", "a: 1\n|"},
    {"empty lines at the start, and more of them", "\n\na: 1\n\n\n\nb: 2\n", "a: 1\n|b: 2\n|"},
    {"a folded field", "a: 1\n 2\n\nb: 3\n", "a: 1\n 2\n|b: 3\n|"},
    {"a line of white space continues a field", "a: 1\n \nb: 2\n", "a: 1\n \nb: 2\n|"},
    {"text that is not a field", "Sorry.\n\nIt is\nso.\n", "Sorry.\n|It is\nso.\n|"},
};

constexpr void check(row const& r, std::string_view body, std::string_view wanted) {
    test::text_buffer groups;
    for (auto const group : field_groups{body}) {
        groups.append(group.raw());
        groups.append('|');
    }
    REQUIRE_SAME(r.from, std::string_view{groups}, wanted);
    REQUIRE_SAME(r.from, field_groups{body}.empty(), wanted.empty());
}

constexpr bool bodies_have_groups() {
    for (auto const& r : table) {
        check(r, r.body, r.groups);
        check(r, std::string_view{test::with_crlf(r.body)},
              std::string_view{test::with_crlf(r.groups)});
    }
    return true;
}
CASE("field_groups: the groups of a body", bodies_have_groups)

constexpr bool a_bare_cr_is_no_line_ending() {
    auto const one = field_groups{"a: 1\n\r\r\nb: 2\n"};
    REQUIRE_TRUE((*one.begin()).raw() == "a: 1\n\r\r\nb: 2\n");
    REQUIRE_TRUE((*field_groups{"a: 1\n\r"}.begin()).raw() == "a: 1\n\r");
    return true;
}
CASE("field_groups: a bare CR is not a line ending", a_bare_cr_is_no_line_ending)

constexpr bool groups_and_empty_lines_are_all_there_is() {
    return test::for_each_string(
        "a\n\r :", std::is_constant_evaluated() ? 3 : 7, [](std::string_view body) {
            std::size_t end = 0;
            for (auto const group : field_groups{body}) {
                auto const at = offset_of(body, group.raw());
                REQUIRE_SAME(body, group.raw().empty(), false);
                REQUIRE_SAME(body, empty_line_size(body, at), std::size_t{0});
                while (end < at) {
                    REQUIRE_SAME(body, empty_line_size(body, end) != 0, true);
                    end += empty_line_size(body, end);
                }
                REQUIRE_SAME(body, end, at);
                end = at + group.raw().size();
                for (auto const f : group) // no field is an empty line
                    REQUIRE_SAME(body, f.raw() == "\n" || f.raw() == "\r\n", false);
            }
            while (end < body.size()) {
                REQUIRE_SAME(body, empty_line_size(body, end) != 0, true);
                end += empty_line_size(body, end);
            }
            return end == body.size();
        });
}
CASE("field_groups: groups and empty lines make up the body",
     groups_and_empty_lines_are_all_there_is)

} // namespace
