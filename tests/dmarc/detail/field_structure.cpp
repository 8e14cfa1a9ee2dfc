#include <foldwise/dmarc/detail/field_structure.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::field;
using foldwise::optional;
using foldwise::detail::find_early_end;
using foldwise::detail::find_hidden_field;
using foldwise::detail::find_space_before_colon;
using foldwise::detail::find_structure_problem;
using std::literals::string_view_literals::operator""sv;
using enum diagnostic_code;

struct row {
    std::string_view raw;
    optional<diagnostic_code> problem;
    std::string_view where = {};
};

constexpr row table[] = {
    {"A: b\n", {}},
    {"A: b", {}},
    {"A: b\r\n c\r\n", {}},
    {"A:\n  b\n", {}},
    {"A: \n", {}},
    {"b\n", field_without_name, "b\n"},
    {"From b\n", field_without_name, "From b\n"},
    {"\xEF\xBB\xBF"
     "A: b\n",
     byte_order_mark, "\xEF\xBB\xBF"},
    {"A: b\rc\n", bare_cr, "\r"},
    {"A: b\r\r\n", bare_cr, "\r"},
    {"A: b\r", bare_cr, "\r"},
    {"A: b\0c\n"sv, nul, "\0"sv},
    {"A: b\n \n", blank_continuation, " "},
    {"A:\n\t \r\n b\n", blank_continuation, "\t "},
    {"A \t: b\n", space_before_colon, " \t"},
};

constexpr bool problems() {
    for (auto const& row : table) {
        auto const problem = find_structure_problem(field{row.raw});
        REQUIRE_SAME(row.raw, problem.has_value(), row.problem.has_value());
        if (!problem) continue;
        REQUIRE_SAME(row.raw, problem->name(), foldwise::kind_of(*row.problem).name);
        REQUIRE_SAME(row.raw, row.raw.substr(problem->offset, problem->length), row.where);
    }
    REQUIRE_TRUE(!find_hidden_field(field{"From b\n"}, true));
    REQUIRE_TRUE(find_hidden_field(field{">From b\n"}, true).has_value());
    REQUIRE_TRUE(!find_hidden_field(field{"A : \0\n \n"sv}, true));
    REQUIRE_TRUE(!find_early_end(field{"A : b\r c\n"}));
    REQUIRE_TRUE(!find_space_before_colon(field{"A b: c\n"}));
    return true;
}
CASE("field_structure: where programs disagree about fields", problems)

} // namespace
