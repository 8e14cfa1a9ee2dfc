#include <foldwise/lists/priority.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::message_priority;
using foldwise::read_importance;
using foldwise::read_priority;
using foldwise::read_x_msmail_priority;
using foldwise::read_x_priority;
using foldwise::read_x_priority_number;
using foldwise::result;

static_assert(noexcept(read_importance("")) && noexcept(read_priority("")));
static_assert(noexcept(read_x_priority("")) && noexcept(read_x_msmail_priority("")));

constexpr auto low = message_priority::low;
constexpr auto normal = message_priority::normal;
constexpr auto high = message_priority::high;

struct value_row {
    std::string_view from;
    result<message_priority> (*read)(std::string_view) noexcept;
    std::string_view value;
    std::optional<message_priority> wanted;
};

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"RFC 2156 section 5.3.4", read_importance, " low", low},
    {"RFC 2156 section 5.3.4", read_importance, "normal", normal},
    {"RFC 2156 section 5.3.4", read_importance, "high", high},
    {"Outlook", read_importance, " High", high},
    {"comments and folding", read_importance, "\n (a) HIGH\n (b)", high},
    {"of another field", read_importance, "urgent", std::nullopt},
    {"no word", read_importance, " ", std::nullopt},
    {"two words", read_importance, "high high", std::nullopt},
    {"not closed", read_importance, "high (a", std::nullopt},
    {"RFC 2156 section 5.3.6", read_priority, "non-urgent", low},
    {"RFC 2156 section 5.3.6", read_priority, "normal", normal},
    {"RFC 2156 section 5.3.6", read_priority, "Urgent (!)", high},
    {"of another field", read_priority, "high", std::nullopt},
    {"X-Priority", read_x_priority, "1 (Highest)", high},
    {"X-Priority", read_x_priority, "2 (High)", high},
    {"X-Priority", read_x_priority, " 3", normal},
    {"X-Priority", read_x_priority, "4", low},
    {"X-Priority", read_x_priority, "5\n (Lowest)", low},
    {"out of range", read_x_priority, "0", std::nullopt},
    {"out of range", read_x_priority, "6", std::nullopt},
    {"out of range", read_x_priority, "33", std::nullopt},
    {"a word", read_x_priority, "Normal", std::nullopt},
    {"X-MSMail-Priority", read_x_msmail_priority, "Low", low},
    {"X-MSMail-Priority", read_x_msmail_priority, "Normal", normal},
    {"X-MSMail-Priority", read_x_msmail_priority, "High", high},
    {"of another field", read_x_msmail_priority, "1", std::nullopt},
};

constexpr bool table_of_priorities() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = row.read(value);
            REQUIRE_SAME(row.from, got.has_value(), row.wanted.has_value());
            if (got)
                REQUIRE_SAME(row.from, *got, *row.wanted);
            else
                REQUIRE_SAME(row.from,
                             got.error() ==
                                 diagnostic{diagnostic_code::keyword_malformed, 0, value.size()},
                             true);
        });
    return true;
}
CASE("priority: what each field says on one scale", table_of_priorities)

constexpr bool numbers_as_they_stand() {
    constexpr std::string_view values[] = {"1", "2", "3", "4", "5"};
    int wanted = 0;
    for (auto const value : values) REQUIRE_SAME(value, *read_x_priority_number(value), ++wanted);
    REQUIRE_TRUE(!read_x_priority_number("0") && !read_x_priority_number("1.0"));
    REQUIRE_TRUE(low < normal && normal < high);
    return true;
}
CASE("priority: the number of X-Priority", numbers_as_they_stand)

} // namespace
