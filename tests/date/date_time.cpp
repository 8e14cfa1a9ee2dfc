#include <foldwise/date/date_time.hpp>

#include "../allocation_counter.hpp"
#include "date_time_rows.hpp"

#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/reads_fields.hpp>

#include <cstdio>
#include <iterator>
#include <string>

namespace {

using foldwise::date_time;
using foldwise::diagnostic_code;

static_assert(foldwise::reads_fields<date_time>);
static_assert(std::is_trivially_copyable_v<foldwise::result<date_time>>);
static_assert(noexcept(date_time::read(test::some_octets).has_value()));

constexpr test::date_row forms[] = {
    {"RFC 5322 appendix A.1.1",
     "Fri, 21 Nov 1997 09:55:06 -0600",
     {1997, 11, 21, 9, 55, 6, -360},
     true,
     ""},
    {"RFC 5322 appendix A.1.3, no seconds",
     "Thu, 13 Feb 1969 23:32 -0330",
     {1969, 2, 13, 23, 32, 0, -210},
     true,
     ""},
    {"RFC 5322 section 3.3, no day name",
     "1 Apr 2003 10:52:37 +0200",
     {2003, 4, 1, 10, 52, 37, 120},
     true,
     ""},
    {"RFC 5322 section 3.3, -0000",
     "15 Dec 2014 10:00:00 -0000",
     {2014, 12, 15, 10, 0, 0, 0},
     false,
     ""},
    {"RFC 5322 section 3.3, +0000",
     "15 Dec 2014 10:00:00 +0000",
     {2014, 12, 15, 10, 0, 0, 0},
     true,
     ""},
    {"RFC 5322 section 3.3, a leap second",
     "Wed, 31 Dec 2008 23:59:60 +0000",
     {2008, 12, 31, 23, 59, 60, 0},
     true,
     ""},
    {"RFC 5322 section 3.3, CFWS after",
     " Mon, 15 Dec 2014 10:00:00 +0100 \n (CET (x)) ",
     {2014, 12, 15, 10, 0, 0, 60},
     true,
     ""},
    {"RFC 5322 section 3.3, folded",
     "Thu,\n      13\n        Feb\n          1969\n      23:32\n"
     "               -0330 (Newfoundland Time)",
     {1969, 2, 13, 23, 32, 0, -210},
     true,
     ""},
    {"RFC 5234 section 2.3, case",
     "mON, 15 dEC 2014 10:00:00 +0100",
     {2014, 12, 15, 10, 0, 0, 60},
     true,
     ""},
    {"RFC 5322 section 3.3, the first year",
     "Mon, 1 Jan 1900 00:00:00 +0000",
     {1900, 1, 1, 0, 0, 0, 0},
     true,
     ""},
    {"the last year", "31 Dec 9999 23:59:60 -2359", {9999, 12, 31, 23, 59, 60, -1439}, true, ""},
    {"a leap day", "29 Feb 2000 00:00 +0000", {2000, 2, 29, 0, 0, 0, 0}, true, ""},

    {"RFC 5322 appendix A.6.2",
     "21 Nov 97 09:55:06 GMT",
     {1997, 11, 21, 9, 55, 6, 0},
     true,
     "date_obsolete"},
    {"RFC 5322 appendix A.6.3, comments",
     "Fri, 21 Nov 1997 09(comment):   55  :  06 -0600",
     {1997, 11, 21, 9, 55, 6, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, comments anywhere",
     "(a)Fri(b),(c)21(d)Nov(e)1997(f)09(g):(h)55(i):(j)06(k)-0600(l)",
     {1997, 11, 21, 9, 55, 6, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, one comment",
     "Fri, 21 (x) Nov 1997 09:55 -0600",
     {1997, 11, 21, 9, 55, 0, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, white space before a comma",
     "Fri , 21 Nov 1997 09:55 -0600",
     {1997, 11, 21, 9, 55, 0, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, white space before a colon",
     "21 Nov 1997 09 :55 -0600",
     {1997, 11, 21, 9, 55, 0, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, white space after a colon",
     "21 Nov 1997 09:\n 55 -0600",
     {1997, 11, 21, 9, 55, 0, -360},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, a zone of five letters",
     "15 Dec 2014 10:00 ACSST",
     {2014, 12, 15, 10, 0, 0, 0},
     false,
     "date_zone_unknown"},
    {"a year that cannot be a day",
     "14-Dec-32 10:00 +0000",
     {2032, 12, 14, 10, 0, 0, 0},
     true,
     "date_unusual_form"},
    {"RFC 5322 section 4.3, year 49",
     "15 Dec 49 10:00 +0000",
     {2049, 12, 15, 10, 0, 0, 0},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, year 50",
     "15 Dec 50 10:00 +0000",
     {1950, 12, 15, 10, 0, 0, 0},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, year 114",
     "15 Dec 114 10:00 +0000",
     {2014, 12, 15, 10, 0, 0, 0},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, year 000",
     "15 Dec 000 10:00 +0000",
     {1900, 12, 15, 10, 0, 0, 0},
     true,
     "date_obsolete"},
    {"RFC 5322 section 4.3, no white space",
     "15Dec2014 10:00 +0000",
     {2014, 12, 15, 10, 0, 0, 0},
     true,
     "date_obsolete"},
};
constexpr bool forms_of_the_rfc() { return test::each_row(forms, test::check_date); }
CASE("date_time: the forms of RFC 5322, also the obsolete ones", forms_of_the_rfc)

constexpr test::no_date_row no_dates[] = {
    {"nothing", "", "date_malformed", ""},
    {"white space", " \n ", "date_malformed", ""},
    {"text", "Whenever", "date_malformed", "Whenever"},
    {"a day name", "Mon,", "date_malformed", ""},
    {"no time", "Tue, 19 Jan 2038", "date_malformed", ""},
    {"no year", "Thu Jan 01 00:00:10 +0000", "date_malformed", ""},
    {"no month", "21 1997 09:55 +0000", "date_malformed", "1997"},
    {"an unknown month", "Tue, 02 Avr 2014 15:04:13 -0500", "date_malformed", "Avr"},
    {"a day of three digits", "015 Dec 2014 10:00 +0000", "date_malformed", "015"},
    {"a year of one digit", "15 Dec 4 10:00 +0000", "date_malformed", "4"},
    {"a bare CR", "15 Dec 2014 \r 10:00 +0000", "date_malformed", "\r"},
    {"an unclosed comment", "15 Dec 2014 (10:00 +0000", "date_malformed", ""},
    {"a quoted-string", "\"15 Dec 2014 10:00 +0000\"", "date_malformed",
     "\"15 Dec 2014 10:00 +0000\""},

    {"a year that may be a day", "14-Dec-31 10:00 +0000", "date_ambiguous", "31"},
    {"RFC 5322 section 3.3, day-of-month", "31 Apr 2014 10:00 +0000", "date_out_of_range", "31"},
    {"day 0", "0 Apr 2014 10:00 +0000", "date_out_of_range", "0"},
    {"not a leap year", "29 Feb 2100 10:00 +0000", "date_out_of_range", "29"},
    {"hour 25", "30 Apr 2014 25:00 +0000", "date_out_of_range", "25"},
    {"hour 24", "30 Apr 2014 24:00 +0000", "date_out_of_range", "24"},
    {"minute 60", "30 Apr 2014 10:60 +0000", "date_out_of_range", "60"},
    {"second 61", "30 Apr 2014 10:59:61 +0000", "date_out_of_range", "61"},
    {"RFC 5322 section 3.3, year", "30 Apr 1899 10:00 +0000", "date_out_of_range", "1899"},
    {"year, too long", "30 Apr 10000 10:00 +0000", "date_out_of_range", "10000"},
    {"year, far too long", "30 Apr 99999999999999999999 10:00 +0000", "date_out_of_range",
     "99999999999999999999"},
    {"RFC 5322 section 3.3, day-of-week", "Tue, 15 Dec 2014 10:00 +0000", "date_wrong_day_name",
     "Tue"},
    {"RFC 5322 section 3.3, a whole day name", "(x) Friday, 15 Dec 2014 10:00 +0000",
     "date_wrong_day_name", "Friday"},
};
constexpr bool what_is_no_date() { return test::each_row(no_dates, test::check_no_date); }
CASE("date_time: a malformed date has no value; the diagnostic has its place", what_is_no_date)

constexpr std::string_view day_names[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

struct zone_row {
    std::string_view name;
    int hours;
};
constexpr zone_row zones[] = {
    {"UT", 0},   {"GMT", 0},  {"EST", -5}, {"EDT", -4}, {"CST", -6},
    {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7},
};

constexpr bool named_zones() {
    for (auto const& zone : zones) {
        test::text_buffer text;
        text.append("15 Dec 2014 10:00:00 ");
        text.append(zone.name);
        auto const got = date_time::read(text);
        REQUIRE_SAME(zone.name, got.has_value(), true);
        REQUIRE_SAME(zone.name, got->offset_minutes(), zone.hours * 60);
        REQUIRE_SAME(zone.name, got->is_offset_known(), true);
        REQUIRE_SAME(zone.name, got->unix_seconds(), 1418637600 - zone.hours * 3600);
        REQUIRE_SAME(zone.name, got->deviation()->code, diagnostic_code::date_obsolete);
    }
    for (char letter = 'A'; letter <= 'z'; ++letter) {
        if (!foldwise::alpha.contains(letter)) continue;
        test::text_buffer text;
        text.append("15 Dec 2014 10:00:00 ");
        text.append(letter);
        auto const got = date_time::read(text);
        REQUIRE_SAME(std::string_view{text}, got.has_value(), true);
        REQUIRE_SAME(std::string_view{text}, got->is_offset_known(), false);
        REQUIRE_SAME(std::string_view{text}, got->unix_seconds(), 1418637600);
        bool const is_z = letter == 'Z' || letter == 'z';
        REQUIRE_SAME(std::string_view{text}, got->deviation()->code,
                     is_z ? diagnostic_code::date_obsolete : diagnostic_code::date_zone_unknown);
    }
    return true;
}
CASE("date_time: named zones, and military zones, whose offset is unknown", named_zones)

constexpr bool instants() {
    struct {
        std::string_view value;
        std::int64_t seconds;
    } constexpr table[] = {
        {"1 Jan 1970 00:00:00 +0000", 0},
        {"Thu, 01 Jan 1970 01:59:59 +0200", -1},
        {"31 Dec 1969 19:00 EST", 0},
        {"19 Jan 2038 03:14:08 +0000", 2147483648},
        {"13 Dec 1901 20:45:52 +0000", -2147483648},
        {"1 Jan 1900 00:00 +0000", -2208988800},
        {"31 Dec 9999 23:59:59 +0000", 253402300799},
        {"31 Dec 2008 23:59:60 +0000", 1230768000},
        {"1 Jan 2009 00:00:00 +0000", 1230768000},
        {"15 Dec 2014 11:00:00 +0100", 1418637600},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, date_time::read(row.value)->unix_seconds(), row.seconds);
    return true;
}
CASE("date_time: instants, before 1970, beyond 32 bits, and the leap second", instants)

constexpr bool equal_by_meaning() {
    auto const date = *date_time::read("15 Dec 2014 10:00:00 +0100");
    REQUIRE_TRUE(date == *date_time::read("Mon, 15 Dec 14 10:00 +0100 (x)"));
    for (std::string_view const other :
         {"15 Dec 2014 10:00:01 +0100", "15 Dec 2014 09:00:00 +0000", "15 Dec 2014 10:00 +0101"})
        REQUIRE_TRUE(date != *date_time::read(other));
    REQUIRE_TRUE(*date_time::read("15 Dec 2014 10:00 -0000") !=
                 *date_time::read("15 Dec 2014 10:00 +0000"));
    return true;
}
CASE("date_time: equal if date, time of day and offset are equal", equal_by_meaning)

constexpr bool raw_and_field() {
    constexpr std::string_view value = " 15 Dec 2014 10:00 +0100 ";
    REQUIRE_TRUE(date_time::read(value)->raw().data() == value.data());
    REQUIRE_TRUE(date_time::read(value)->raw().size() == value.size());
    auto const in_field = date_time::read(foldwise::field{"Date: 15 Dec 14 10:00 +0100\n"});
    REQUIRE_TRUE(in_field->raw() == " 15 Dec 14 10:00 +0100" && in_field->deviation()->offset == 8);
    auto const moved = in_field->with_raw("\"15 Dec\" 14");
    REQUIRE_TRUE(moved == *in_field && moved.raw() == "\"15 Dec\" 14");
    REQUIRE_TRUE(
        (*moved.deviation() == foldwise::diagnostic{diagnostic_code::date_obsolete, 0, 11}));
    REQUIRE_TRUE(foldwise::gravest_of(moved) == moved.deviation());
    return true;
}
CASE("date_time: raw() is the value that was read", raw_and_field)

/// Keeps the diagnostics that are reported. It cannot be copied or moved.
struct collector {
    collector() = default;
    collector(collector const&) = delete;
    collector& operator=(collector const&) = delete;
    constexpr void operator()(foldwise::diagnostic const& problem) { found[count++] = problem; }
    foldwise::diagnostic found[8];
    int count = 0;
};

constexpr bool all_problems_are_reported() {
    constexpr std::string_view value = "Monday 15 Dec 14 9:00 EST x";
    auto const date = date_time::read(value);
    collector report;
    date->diagnose(report);
    struct {
        diagnostic_code code;
        std::string_view text;
    } constexpr wanted[] = {
        {diagnostic_code::date_unusual_form, "Monday"}, {diagnostic_code::date_obsolete, "14"},
        {diagnostic_code::date_unusual_form, "9"},      {diagnostic_code::date_obsolete, "EST"},
        {diagnostic_code::date_trailing_text, "x"},
    };
    REQUIRE_TRUE(report.count == 5);
    for (int i = 0; i < 5; ++i) {
        REQUIRE_TRUE(report.found[i].code == wanted[i].code);
        REQUIRE_SAME("place", value.substr(report.found[i].offset, report.found[i].length),
                     wanted[i].text);
    }
    REQUIRE_TRUE(*date->deviation() == report.found[0]);
    // A comma that is obsolete for two reasons is one problem.
    collector once;
    date_time::read("Mon (x), 15 Dec 2014 10:00 +0100")->diagnose(once);
    REQUIRE_TRUE(once.count == 1);
    REQUIRE_TRUE((once.found[0] == foldwise::diagnostic{diagnostic_code::date_obsolete, 7, 1}));
    collector none;
    date_time::read("15 Dec 2014 10:00 +0100")->diagnose(none);
    REQUIRE_TRUE(none.count == 0);
    return true;
}
CASE("date_time: all problems are reported, to a reporter that is not copied",
     all_problems_are_reported)

constexpr bool written_as_iso_8601() {
    struct {
        std::string_view value;
        std::string_view iso;
    } constexpr table[] = {
        {"Mon, 15 Dec 2014 11:00:00 +0100", "2014-12-15T11:00:00+01:00"},
        {"5 Jan 1900 09:08:60 -2359", "1900-01-05T09:08:60-23:59"},
        {"1 Jan 9999 00:00 -0030", "9999-01-01T00:00:00-00:30"},
        {"1 Jan 2000 00:00 GMT", "2000-01-01T00:00:00+00:00"},
        {"1 Jan 2000 00:00 -0000", "2000-01-01T00:00:00-00:00"}, // RFC 3339 section 4.3
        {"1 Jan 2000 00:00 CET", "2000-01-01T00:00:00-00:00"},
    };
    for (auto const& row : table) {
        REQUIRE_SAME(row.value, *date_time::read(row.iso) == *date_time::read(row.value), true);
        if (test::can_allocate())
            REQUIRE_SAME(row.value, std::string_view{date_time::read(row.value)->to_string()},
                         row.iso);
    }
    return true;
}
CASE("date_time: to_string writes ISO 8601, which reads as the same date", written_as_iso_8601)

TEST_CASE("date_time: every day of 500 years is read, with its own day name only") {
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    std::int64_t days = -25567; // days from 1970-01-01 to 1900-01-01, a Monday
    for (int year = 1900; year < 2400; ++year)
        for (int month = 1; month <= 12; ++month) {
            bool const is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
            constexpr int sizes[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            int const size = month == 2 && is_leap ? 29 : sizes[month - 1];
            for (int day = 1; day <= 32; ++day) {
                auto const name = day_names[static_cast<std::size_t>((days + 25571) % 7)];
                auto const wrong =
                    day_names[static_cast<std::size_t>((days + 25571 + day % 6 + 1) % 7)];
                char text[64];
                auto const written = [&](std::string_view day_name) {
                    std::snprintf(text, sizeof text, "%.3s, %d %.3s %d 12:34:56 +0000",
                                  day_name.data(), day, months.data() + (month - 1) * 3, year);
                    return std::string_view{text};
                };
                auto const got = date_time::read(written(name));
                REQUIRE_SAME(written(name), got.has_value(), day <= size);
                if (day > size || !got) {
                    REQUIRE_SAME(written(name), got.error().code,
                                 diagnostic_code::date_out_of_range);
                    continue;
                }
                REQUIRE_SAME(written(name), got->unix_seconds(), days * 86400 + 45296);
                REQUIRE_SAME(written(name),
                             got->year() == year && got->month() == month && got->day() == day,
                             true);
                REQUIRE_SAME(written(wrong), date_time::read(written(wrong)).error().code,
                             diagnostic_code::date_wrong_day_name);
                ++days;
            }
        }
    REQUIRE_SAME("days", days, 157054);
}

TEST_CASE("date_time: long values are read without recursion, and without allocating") {
    constexpr std::size_t many = 1000000;
    std::string const values[] = {
        std::string(many, '('),
        "15 Dec 2014" + std::string(many, '(') + std::string(many, ')') + "10:00 +0100",
        "15 Dec 2014 10:00 +0100 " + std::string(many, '.') + std::string(many, 'a'),
        "15 Dec " + std::string(many, '9') + " 10:00 +0100",
        "15 Dec 2014 10:00:00." + std::string(many, '9') + " +0100",
    };
    constexpr bool wanted[] = {false, true, true, false, true};
    for (std::size_t i = 0; i < std::size(values); ++i) {
        auto const before = test::allocations();
        auto const got = date_time::read(values[i]);
        CHECK(test::allocations() == before);
        REQUIRE_SAME(values[i].substr(0, 30), got.has_value(), wanted[i]);
        if (got) REQUIRE_SAME(values[i].substr(0, 30), got->unix_seconds(), 1418634000);
    }
}

} // namespace
