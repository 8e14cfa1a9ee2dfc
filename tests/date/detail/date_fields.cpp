#include <foldwise/date/detail/date_fields.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::date_fields;
using foldwise::detail::days_from_1970;
using foldwise::detail::days_in_month;
using foldwise::detail::weekday_of;

static_assert(std::is_trivially_copyable_v<date_fields>);
static_assert(noexcept(days_from_1970(2014, 12, 15)));

constexpr bool days_of_months() {
    REQUIRE_TRUE(days_from_1970(1970, 1, 1) == 0);
    REQUIRE_TRUE(days_from_1970(1900, 1, 1) == -25567);
    REQUIRE_TRUE(days_from_1970(2000, 3, 1) - days_from_1970(2000, 2, 29) == 1);
    REQUIRE_TRUE(days_in_month(2000, 2) == 29);
    REQUIRE_TRUE(days_in_month(1900, 2) == 28);
    REQUIRE_TRUE(weekday_of(1900, 1, 1) == 1);
    REQUIRE_TRUE(weekday_of(2014, 12, 14) == 0 && weekday_of(2014, 12, 13) == 6);
    return true;
}
CASE("date_fields: the calendar", days_of_months)

TEST_CASE("date_fields: each day follows the previous day") {
    auto days = days_from_1970(1900, 1, 1);
    int weekday = 1;
    for (int year = 1900; year <= 9999; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= days_in_month(year, month); ++day) {
                REQUIRE_SAME(year, days_from_1970(year, month, day), days++);
                REQUIRE_SAME(year, weekday_of(year, month, day), weekday++ % 7);
            }
    CHECK(days == 2932897); // one more than the number of 9999-12-31
}

} // namespace
