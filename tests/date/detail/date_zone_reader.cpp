#include <foldwise/date/detail/date_zone_reader.hpp>

#include "../../support.hpp"

#include <foldwise/date/date_time.hpp>

namespace {

struct zone_row {
    std::string_view zone;
    std::string_view place; // of date_zone_unreadable
};

constexpr zone_row unreadable_zones[] = {
    // RFC 5322 section 3.3: a sign, four digits, at most 59 minutes.
    {"+9999", "+9999"},
    {"+0160", "+0160"},
    {"+2400", "+2400"},
    {"-060", "-060"},
    {"+01", "+01"},
    {"+05000", "+05000"},
    {"+02:", "+02:"},
    {"+02:000", "+02:000"},
    {"+", "+"},
    {"+ 0100", "+ 0100"},
    {"+\n 0100", "+\n 0100"},
    {"+\r\n 0100", "+\r\n 0100"},
    {"+-0100", "+-0100"},
    {"0100", "0100"}, // no sign
    {"H0500", "H0500"},
    {"A+0200", "A+0200"},
    {"GMT+24", "GMT+24"},
    // POSIX.1 section 8.3, TZ: positive is west of Greenwich.
    {"EST5EDT", "EST5EDT"},
    {"PST8PDT,M3.2.0,M11.1.0", "PST8PDT,M3.2.0,M11.1.0"},
    {"UTC0", "UTC0"},
    {"JST-9", "JST-9"},
    {"MET-1", "MET-1"},
    {"CET-1CEST", "CET-1CEST"},
    {"NZST-12NZDT (x)", "NZST-12NZDT"},
    {"IST-5:30", "IST-5:30"},
    {"EST+5", "EST+5"},
    {"<-03>3", "<-03>3"},
    {"<+0330>-3:30 x", "<+0330>-3:30"},
    // The time zone database.
    {"Europe/Berlin", "Europe/Berlin"},
    {"America/Port-au-Prince (x)", "America/Port-au-Prince"},
    {"Etc/GMT-5", "Etc/GMT-5"},
    // Two zones.
    {"EST+0200", "EST+0200"},
    {"PST -0000", "PST -0000"},
    {"Z+01", "Z+01"},
    {"+0100 -0500", "-0500"},
    {"+0200 EST", "EST"},
    {"+0200 x EST PST", "EST"},
    {"CET GMT", "GMT"},
    {"Berlin UTC", "UTC"},
    {"Berlin +0100", "+0100"},
};

/// The value is a date of 2014-12-15 10:00 with the zone.
constexpr void check_unreadable_zone(zone_row const& row, std::string_view value) {
    auto const got = foldwise::date_time::read(value);
    REQUIRE_SAME(value, got.has_value(), true);
    if (!got) return;
    REQUIRE_SAME(value, got->unix_seconds(), 1418637600);
    REQUIRE_SAME(value, got->offset_minutes(), 0);
    REQUIRE_SAME(value, got->is_offset_known(), false);
    int count = 0;
    got->diagnose([&](foldwise::diagnostic const& problem) {
        if (problem.name() != "date_zone_unreadable") return;
        REQUIRE_SAME(value, value.substr(problem.offset, problem.length), row.place);
        ++count;
    });
    REQUIRE_SAME(value, count, 1);
}

constexpr bool zones_that_cannot_be_read() {
    for (auto const& row : unreadable_zones) {
        test::text_buffer text;
        text.append("Mon, 15 Dec 2014 10:00 ");
        text.append(row.zone);
        check_unreadable_zone(row, text);
        if (row.zone != row.place || row.zone == "0100" || row.zone == "+") continue;
        test::text_buffer year_last;
        year_last.append("Mon Dec 15 10:00 ");
        year_last.append(row.zone);
        year_last.append(" 2014");
        check_unreadable_zone(row, year_last);
    }
    return true;
}
CASE("date_time: if only the zone cannot be read, the offset is unknown", zones_that_cannot_be_read)

} // namespace
