#include <foldwise/inspect/detail/data_ambiguity.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

#include <string_view>

namespace {

using foldwise::diagnostic_code;
using foldwise::detail::extent;
using foldwise::detail::octet_range;

constexpr bool each_row_is_an_ambiguity() {
    for (auto const& row : foldwise::detail::data_ambiguity_rows) {
        auto const& kind = foldwise::kind_of(row.code);
        REQUIRE_SAME(kind.name, kind.severity == foldwise::severity::ambiguity, true);
        REQUIRE_TRUE(row.first.text != row.second.text);
        REQUIRE_TRUE(foldwise::detail::data_ambiguity_row_of(row.code) == &row);
    }
    REQUIRE_TRUE(foldwise::detail::data_ambiguity_row_of(diagnostic_code::nul) == nullptr);
    return true;
}
CASE("data_ambiguity: each row is about an ambiguity", each_row_is_an_ambiguity)

struct row {
    std::string_view before;
    std::string_view problem;
    std::string_view after;
    extent which;
    std::string_view octets;
};

constexpr row table[] = {
    {"a\r\nb", "\n", "c\r\nd", extent::line, "b\nc\r\n"},
    {"b", "\n", "c", extent::line, "b\nc"},
    {"", "\n", "c\r\n", extent::line, "\nc\r\n"},
    {"a\r\n", "\n", "\r\n", extent::line, "\n\r\n"},
    {"a\r\nb", "\n", "c\nd\r\ne", extent::line_after, "c\nd\r\n"},
    {"a", "\n", "", extent::line_after, ""},
    {"a", "\n.\n", "b\r\nc", extent::covered, "\n.\n"},
    {"a", "\n.\n", "b\r\nc", extent::entity_after, "b\r\nc"},
};

constexpr bool readings_are_found() {
    for (auto const& r : table) {
        test::text_buffer text;
        text.append(r.before);
        text.append(r.problem);
        text.append(r.after);
        octet_range const problem{r.before.size(), r.before.size() + r.problem.size()};
        auto const [first, last] = foldwise::detail::range_in_data(text, problem, r.which);
        REQUIRE_SAME(std::string_view{text}, std::string_view{text}.substr(first, last - first),
                     r.octets);
    }
    return true;
}
CASE("data_ambiguity: lines end with CRLF, and the data with the message", readings_are_found)

} // namespace
