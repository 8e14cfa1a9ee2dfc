#include "../../tools/timeline.hpp"

#include "../support.hpp"

#include <cstdint>
#include <string>

namespace {

constexpr std::int64_t day = 86400;

std::string text_of(tool::timeline const& line, tool::timeline::unit unit) {
    std::string text;
    for (auto const& [label, count] : line.rows(unit))
        text.append(text.empty() ? "" : " ").append(label).append(":") += std::to_string(count);
    return text;
}

} // namespace

TEST_CASE("tool timeline: days of the calendar") {
    struct {
        std::int64_t days;
        std::int64_t year;
        unsigned month;
        unsigned day;
    } const table[] = {
        {0, 1970, 1, 1},      {-1, 1969, 12, 31},    {16419, 2014, 12, 15}, {59, 1970, 3, 1},
        {11016, 2000, 2, 29}, {11017, 2000, 3, 1},   {47540, 2100, 2, 28},  {47541, 2100, 3, 1},
        {-25567, 1900, 1, 1}, {-25509, 1900, 2, 28}, {-25508, 1900, 3, 1},  {2932896, 9999, 12, 31},
        {-719468, 0, 3, 1},   {-719469, 0, 2, 29},
    };
    for (auto const& row : table) {
        auto const got = tool::calendar_day::of(row.days);
        REQUIRE_SAME(row.days, got.year, row.year);
        REQUIRE_SAME(row.days, got.month, row.month);
        REQUIRE_SAME(row.days, got.day, row.day);
    }
}

TEST_CASE("tool timeline: days, months and years") {
    tool::timeline line;
    REQUIRE_SAME("empty", line.empty(), true);
    line.add(16419 * day);
    line.add(16421 * day + day - 1);
    line.add(16421 * day);
    REQUIRE_SAME("first", line.first(), "2014-12-15");
    REQUIRE_SAME("last", line.last(), "2014-12-17");
    REQUIRE_SAME("unit", line.readable_unit() == tool::timeline::unit::day, true);
    REQUIRE_SAME("days", text_of(line, tool::timeline::unit::day),
                 "2014-12-15:1 2014-12-16:0 2014-12-17:2");
    line.add((16421 + 60) * day);
    REQUIRE_SAME("unit", line.readable_unit() == tool::timeline::unit::month, true);
    REQUIRE_SAME("months", text_of(line, tool::timeline::unit::month),
                 "2014-12:3 2015-01:0 2015-02:1");
    line.add(-1);
    REQUIRE_SAME("unit", line.readable_unit() == tool::timeline::unit::year, true);
    REQUIRE_SAME("years", text_of(line, tool::timeline::unit::year), "1969:1 2014:3 2015:1");
}

TEST_CASE("tool timeline: many days are counted by month") {
    tool::timeline line;
    for (std::int64_t at = 0; at < 5000; ++at) line.add(at * day);
    REQUIRE_SAME("unit", line.readable_unit() == tool::timeline::unit::year, true);
    REQUIRE_SAME("years", text_of(line, tool::timeline::unit::year).substr(0, 17),
                 "1970:365 1971:365");
    auto const months = line.rows(tool::timeline::unit::month);
    REQUIRE_SAME("months", months.size(), 165u);
    REQUIRE_SAME("leap year", months[25].second, 29u); // February 1972
}
