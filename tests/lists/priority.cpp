#include <foldwise/lists/priority.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::importance;
using foldwise::message_priority;
using foldwise::priority;
using foldwise::result;
using foldwise::x_msmail_priority;
using foldwise::x_priority;

static_assert(foldwise::reads_fields<importance>);
static_assert(foldwise::reads_fields<priority>);
static_assert(foldwise::reads_fields<x_priority>);
static_assert(foldwise::reads_fields<x_msmail_priority>);

template <class Field>
constexpr result<message_priority> level_of(std::string_view value) noexcept {
    auto const got = Field::read(value);
    if (got) REQUIRE_SAME(value, got->raw(), value);
    return got.transform([](Field const& f) { return f.level(); });
}

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
    {"RFC 2156 section 5.3.4", level_of<importance>, " low", low},
    {"RFC 2156 section 5.3.4", level_of<importance>, "normal", normal},
    {"RFC 2156 section 5.3.4", level_of<importance>, "high", high},
    {"Outlook", level_of<importance>, " High", high},
    {"comments and folding", level_of<importance>, "\n (a) HIGH\n (b)", high},
    {"a word of another field", level_of<importance>, "urgent", std::nullopt},
    {"no word", level_of<importance>, " ", std::nullopt},
    {"two words", level_of<importance>, "high high", std::nullopt},
    {"not closed", level_of<importance>, "high (a", std::nullopt},
    {"RFC 2156 section 5.3.6", level_of<priority>, "non-urgent", low},
    {"RFC 2156 section 5.3.6", level_of<priority>, "normal", normal},
    {"RFC 2156 section 5.3.6", level_of<priority>, "Urgent (!)", high},
    {"a word of another field", level_of<priority>, "high", std::nullopt},
    {"X-Priority", level_of<x_priority>, "1 (Highest)", high},
    {"X-Priority", level_of<x_priority>, "2 (High)", high},
    {"X-Priority", level_of<x_priority>, " 3", normal},
    {"X-Priority", level_of<x_priority>, "4", low},
    {"X-Priority", level_of<x_priority>, "5\n (Lowest)", low},
    {"out of range", level_of<x_priority>, "0", std::nullopt},
    {"out of range", level_of<x_priority>, "6", std::nullopt},
    {"out of range", level_of<x_priority>, "33", std::nullopt},
    {"a word", level_of<x_priority>, "Normal", std::nullopt},
    {"X-MSMail-Priority", level_of<x_msmail_priority>, "Low", low},
    {"X-MSMail-Priority", level_of<x_msmail_priority>, "Normal", normal},
    {"X-MSMail-Priority", level_of<x_msmail_priority>, "High", high},
    {"a word of another field", level_of<x_msmail_priority>, "1", std::nullopt},
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
                                 foldwise::whole_value(diagnostic_code::keyword_malformed, value),
                             true);
        });
    return true;
}
CASE("priority: the four fields on one scale", table_of_priorities)

constexpr bool numbers_from_one_to_five() {
    constexpr std::string_view values[] = {"1", "2", "3", "4", "5"};
    int wanted = 0;
    for (auto const value : values)
        REQUIRE_SAME(value, x_priority::read(value)->number(), ++wanted);
    REQUIRE_TRUE(!x_priority::read("0") && !x_priority::read("1.0"));
    REQUIRE_TRUE(low < normal && normal < high);
    return true;
}
CASE("priority: the number of X-Priority", numbers_from_one_to_five)

} // namespace
