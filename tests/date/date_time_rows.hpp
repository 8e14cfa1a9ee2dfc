#ifndef FOLDWISE_TESTS_DATE_DATE_TIME_ROWS_HPP
#define FOLDWISE_TESTS_DATE_DATE_TIME_ROWS_HPP

// Rows of tables of dates: a value and the result of date_time::read.

#include <foldwise/date/date_time.hpp>

#include "../support.hpp"

namespace test {

struct date_row {
    std::string_view from;
    std::string_view value; // lines end with LF
    int fields[7];          // year, month, day, hour, minute, second, offset in minutes
    bool is_offset_known;
    std::string_view deviation; // its name; empty if there is none
};

struct no_date_row {
    std::string_view from;
    std::string_view value; // lines end with LF
    std::string_view code;
    std::string_view place; // the octets of the diagnostic
};

constexpr void check_date(date_row const& row, std::string_view value) {
    auto const got = foldwise::date_time::read(value);
    REQUIRE_SAME(row.value, got.has_value(), true);
    if (!got) return;
    REQUIRE_SAME(row.value, got->year(), row.fields[0]);
    REQUIRE_SAME(row.value, got->month(), row.fields[1]);
    REQUIRE_SAME(row.value, got->day(), row.fields[2]);
    REQUIRE_SAME(row.value, got->hour(), row.fields[3]);
    REQUIRE_SAME(row.value, got->minute(), row.fields[4]);
    REQUIRE_SAME(row.value, got->second(), row.fields[5]);
    REQUIRE_SAME(row.value, got->offset_minutes(), row.fields[6]);
    REQUIRE_SAME(row.value, got->is_offset_known(), row.is_offset_known);
    auto const deviation = got->deviation();
    REQUIRE_SAME(row.value, deviation ? deviation->name() : "", row.deviation);
    if (deviation)
        REQUIRE_SAME(row.value, deviation->offset + deviation->length <= value.size(), true);
}

constexpr void check_no_date(no_date_row const& row, std::string_view value) {
    auto const got = foldwise::date_time::read(value);
    REQUIRE_SAME(row.value, got.has_value(), false);
    if (got) return;
    REQUIRE_SAME(row.value, got.error().name(), row.code);
    REQUIRE_SAME(row.value, value.substr(got.error().offset, got.error().length), row.place);
}

template <class Row, std::size_t Count, class Check>
constexpr bool each_row(Row const (&rows)[Count], Check check) {
    for (auto const& row : rows)
        with_both_line_endings(row.value, [&](std::string_view value) { check(row, value); });
    return true;
}

} // namespace test

#endif
