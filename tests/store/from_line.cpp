#include <foldwise/store/from_line.hpp>

#include "../support.hpp"

namespace {

using foldwise::from_line;

struct from_line_row {
    std::string_view from;
    std::string_view line;
    std::string_view address;
    std::string_view date_text;
    bool dated;
};

constexpr from_line_row from_line_table[] = {
    {"RFC 4155 appendix A", "From foe@sample.net Mon Dec 15 10:00:00 2014", "foe@sample.net",
     "Mon Dec 15 10:00:00 2014", true},
    {"asctime pads the day with a space", "From foe@sample.net Fri Jan  2 10:00:00 2015",
     "foe@sample.net", "Fri Jan  2 10:00:00 2015", true},
    {"no seconds", "From foe@sample.net Fri Jan 2 10:00 2015", "foe@sample.net",
     "Fri Jan 2 10:00 2015", true},
    {"a zone before the year", "From a@b Fri Jan  2 10:00:00 CET 2015", "a@b",
     "Fri Jan  2 10:00:00 CET 2015", true},
    {"a numeric zone before the year", "From a@b Fri Jan  2 10:00:00 +0100 2015", "a@b",
     "Fri Jan  2 10:00:00 +0100 2015", true},
    {"a numeric zone after the year", "From a@b Fri Jan  2 10:00:00 2015 -0330", "a@b",
     "Fri Jan  2 10:00:00 2015 -0330", true},
    {"text after the date", "From a@b Fri Jan  2 10:00:00 2015 remote from host", "a@b",
     "Fri Jan  2 10:00:00 2015", true},
    {"Mozilla: no date, an address of one character", "From - Fri Jan  2 10:00:00 2015", "-",
     "Fri Jan  2 10:00:00 2015", true},
    {"an obfuscated address", "From foe at sample.net  Fri Jan  2 10:00:00 2015",
     "foe at sample.net", "Fri Jan  2 10:00:00 2015", true},
    {"a local part that is quoted and has a space", "From \"a b\"@c Fri Jan  2 10:00:00 2015",
     "\"a b\"@c", "Fri Jan  2 10:00:00 2015", true},
    {"the last date is the date", "From \"Fri Jan  2 10:00:00 2015\"@c Sat Jan  3 11:00:00 2015 x",
     "\"Fri Jan  2 10:00:00 2015\"@c", "Sat Jan  3 11:00:00 2015", true},
    {"a date before the date is address", "From Fri Jan  2 10:00:00 2015 Sat Jan  3 11:00:00 2015",
     "Fri Jan  2 10:00:00 2015", "Sat Jan  3 11:00:00 2015", true},
    {"names in other case", "From a@b FRI jan 2 10:00:00 2015", "a@b", "FRI jan 2 10:00:00 2015",
     true},
    {"a local part alone", "From MAILER-DAEMON Fri Jan  2 10:00:00 2015", "MAILER-DAEMON",
     "Fri Jan  2 10:00:00 2015", true},
    {"RFC 6532 address", "From \xE7\x94\xB1@b Fri Jan  2 10:00:00 2015", "\xE7\x94\xB1@b",
     "Fri Jan  2 10:00:00 2015", true},
    {"no address", "From Fri Jan  2 10:00:00 2015", "", "Fri Jan  2 10:00:00 2015", true},
    {"no address but spaces", "From   Fri Jan  2 10:00:00 2015", "", "Fri Jan  2 10:00:00 2015",
     true},
    {"no date", "From foe@sample.net", "foe@sample.net", "", false},
    {"another date", "From foe@sample.net 2015-01-02 10:00", "foe@sample.net", "2015-01-02 10:00",
     false},
    {"prose", "From here on, nothing", "here", "on, nothing", false},
    {"nothing after it", "From ", "", "", false},
    {"white space after it", "From   \t", "", "", false},
    {"hour 24", "From a@b Fri Jan  2 24:00:00 2015", "a@b", "Fri Jan  2 24:00:00 2015", false},
    {"minute 60", "From a@b Fri Jan  2 10:60:00 2015", "a@b", "Fri Jan  2 10:60:00 2015", false},
    {"a leap second", "From a@b Fri Jan  2 10:59:60 2015", "a@b", "Fri Jan  2 10:59:60 2015", true},
    {"day 32", "From a@b Fri Jan 32 10:00:00 2015", "a@b", "Fri Jan 32 10:00:00 2015", false},
    {"a year of two digits", "From a@b Fri Jan 2 10:00:00 15", "a@b", "Fri Jan 2 10:00:00 15",
     true},
    {"a year of three digits", "From a@b Fri Jan 2 10:00:00 115", "a@b", "Fri Jan 2 10:00:00 115",
     false},
    {"a zone of two words", "From a@b Fri Jan  2 10:00:00 MET DST 1995", "a@b",
     "Fri Jan  2 10:00:00 MET DST 1995", true},
    {"a zone of three words", "From a@b Fri Jan  2 10:00:00 MET DST X 1995", "a@b",
     "Fri Jan  2 10:00:00 MET DST X 1995", false},
    {"Java", "From a@b Fri Jan 02 10:00:00 GMT+01:00 2015", "a@b",
     "Fri Jan 02 10:00:00 GMT+01:00 2015", true},
    {"a zone with its name", "From a@b Fri Jan  2 10:00:00 -0500 (EST) 2015", "a@b",
     "Fri Jan  2 10:00:00 -0500 (EST) 2015", true},
    {"a comma after the day", "From a@b Fri, Jan 02 10:00:00 2015", "a@b",
     "Fri, Jan 02 10:00:00 2015", true},
    {"a year of five digits", "From a@b Fri Jan 2 10:00:00 20150", "a@b",
     "Fri Jan 2 10:00:00 20150", false},
    {"no month", "From a@b Fri Foo 2 10:00:00 2015", "a@b", "Fri Foo 2 10:00:00 2015", false},
    {"a date inside of a word", "From a@b xFri Jan 2 10:00:00 2015", "a@b",
     "xFri Jan 2 10:00:00 2015", false},
};

constexpr bool check(from_line_row const& row, std::string_view ending) {
    test::text_buffer raw;
    raw.append(row.line);
    raw.append(ending);
    from_line const line{std::string_view{raw}};
    REQUIRE_SAME(row.from, line.raw(), std::string_view{raw});
    REQUIRE_SAME(row.from, line.text(), row.line);
    REQUIRE_SAME(row.from, line.address(), row.address);
    REQUIRE_SAME(row.from, line.date_text(), row.date_text);
    REQUIRE_SAME(row.from, line.is_dated(), row.dated);
    return true;
}

constexpr bool table_of_from_lines() {
    for (auto const& row : from_line_table)
        for (std::string_view const ending : {"", "\n", "\r\n"}) check(row, ending);
    return true;
}
CASE("from_line: address and date of real separators", table_of_from_lines)

struct problem_row {
    std::string_view line;
    std::string_view problems; // each "code offset length;"
};

constexpr problem_row problem_table[] = {
    {"From a@b Mon Dec 15 10:00:00 2014", ""},
    {"From a@b  Fri Jan  2 10:00:00 2015 ", ""},
    {"From a@b", "from_line_date_missing 0 8;"},
    {"From ", "from_line_date_missing 0 5;"},
    {"From  Fri Jan  2 10:00:00 2015", "from_line_address_missing 0 30;"},
    {"From a@b Fri Jan 2 10:00:00 2015", "from_line_date_form 9 23;"},
    {"From a@b Fri Jan  2 10:00 CET 2015", "from_line_date_form 9 25;"},
    {"From a@b Fri Jan  2 10:00:00 15", "from_line_date_form 9 22;"},
    {"From a@b Fri Jan  2 10:00:00 MET DST 2015", "from_line_date_form 9 32;"},
    {"From a@b Fri Jan  2 10:00:00 2015 remote from c", "from_line_text_after 34 13;"},
    {"From Fri Jan  2 10:00 15 x",
     "from_line_address_missing 0 26;from_line_date_form 5 19;from_line_text_after 25 1;"},
    {"\xEF\xBB\xBF"
     "From a@b",
     "from_line_date_missing 3 8;"},
};

constexpr bool problems_are_reported() {
    for (auto const& row : problem_table)
        for (std::string_view const ending : {"", "\n", "\r\n"}) {
            test::text_buffer raw;
            raw.append(row.line);
            raw.append(ending);
            from_line const line{std::string_view{raw}};
            test::text_buffer problems;
            line.diagnose([&](foldwise::diagnostic const& problem) {
                problems.append(problem.name());
                for (auto const number : {problem.offset, problem.length}) {
                    problems.append(' ');
                    if (number > 9) problems.append(static_cast<char>('0' + number / 10));
                    problems.append(static_cast<char>('0' + number % 10));
                }
                problems.append(';');
            });
            REQUIRE_SAME(row.line, std::string_view{problems}, row.problems);
            REQUIRE_SAME(row.line, line.deviation().has_value(), !row.problems.empty());
        }
    return true;
}
CASE("from_line: deviations from RFC 4155", problems_are_reported)

TEST_CASE("from_line: any octets are accepted, and the parts are inside them") {
    // "From " and every string of up to six of the octets that matter.
    constexpr std::string_view octets = " F0:\n";
    std::string text;
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5 * 5; ++code) {
        text = "From ";
        for (int rest = code; rest != 0; rest /= 5)
            text += octets[static_cast<std::size_t>(rest % 5)];
        from_line const line{text};
        auto const end = text.data() + text.size();
        REQUIRE(line.address().data() + line.address().size() <= end);
        REQUIRE(line.date_text().data() + line.date_text().size() <= end);
        REQUIRE(!line.is_dated());
    }
}

} // namespace
