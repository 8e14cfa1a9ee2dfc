#include "../../tools/calendar_text.hpp"

#include "../support.hpp"

namespace {

struct row {
    std::string_view from;
    std::string_view properties; // of an event
    std::string_view lines;
};

constexpr row table[] = {
    {"RFC 5545 section 3.3.5, form 2: UTC",
     "SUMMARY:s\nDTSTART:20141220T090000Z\nDTEND:20141220T103000Z\n",
     "Event: s\n  2014-12-20 09:00 UTC to 2014-12-20 10:30 UTC\n"},
    {"form 3: a time zone", "SUMMARY:s\nDTSTART;TZID=Europe/London:20141220T090000\n",
     "Event: s\n  2014-12-20 09:00 (Europe/London)\n"},
    {"a quoted zone with a colon", "SUMMARY:s\nDTSTART;TZID=\"a:b\";X=y:20141220T090000\n",
     "Event: s\n  2014-12-20 09:00 (a:b)\n"},
    {"section 3.3.4: a day", "SUMMARY:s\nDTSTART;VALUE=DATE:20141220\n",
     "Event: s\n  2014-12-20\n"},
    {"section 3.6.1: DURATION", "SUMMARY:s\nDTSTART:20141220T090000\nDURATION:PT1H\n",
     "Event: s\n  2014-12-20 09:00, for PT1H\n"},
    {"section 3.8.5.3: RRULE", "SUMMARY:s\nDTSTART:20141220T090000\nRRULE:FREQ=DAILY\n",
     "Event: s\n  2014-12-20 09:00, and again\n"},
    {"section 3.3.11: escapes", "SUMMARY:a\\, b\\; c\\\\d\\ne\n", "Event: a, b; c\\d e\n"},
    {"section 3.1: folded", "SUMMARY:one\n  two\n\tthree\n", "Event: one twothree\n"},
    {"names in any case", "summary:s\nLocation:l\n", "Event: s\n  at l\n"},
    {"parameters", "SUMMARY;LANGUAGE=en:s\nLOCATION;ALTREP=\"http://a/\":l\n",
     "Event: s\n  at l\n"},
    {"an alarm is not the event", "BEGIN:VALARM\nSUMMARY:alarm\nEND:VALARM\nSUMMARY:s\n",
     "Event: s\n"},
    {"no title", "DTSTART:20141220\n", "Event: (without a title)\n  2014-12-20\n"},
    {"not a time", "SUMMARY:s\nDTSTART:soon\n", "Event: s\n  soon\n"},
    {"the first value counts", "SUMMARY:s\nSUMMARY:t\n", "Event: s\n"},
    {"no colon", "SUMMARY:s\nLOCATION\n", "Event: s\n"},
};

std::string lines(std::string_view text) { return tool::calendar_text{text}.lines(); }

std::string calendar(std::string_view before, std::string_view properties) {
    return std::string{"BEGIN:VCALENDAR\n"}
        .append(before)
        .append("BEGIN:VEVENT\n")
        .append(properties)
        .append("END:VEVENT\nEND:VCALENDAR\n");
}

} // namespace

TEST_CASE("tool calendar_text: an event") {
    for (auto const& row : table) {
        auto const text = calendar("", row.properties);
        REQUIRE_SAME(row.from, lines(text), row.lines);
        std::string crlf;
        for (char const octet : text) crlf.append(octet == '\n' ? "\r" : "").append(1, octet);
        REQUIRE_SAME(row.from, lines(crlf), row.lines);
    }
}

TEST_CASE("tool calendar_text: what is done with the event (RFC 5546 section 1.4)") {
    CHECK(lines(calendar("METHOD:REQUEST\n", "SUMMARY:s\n")) == "Invitation: s\n");
    CHECK(lines(calendar("METHOD:CANCEL\n", "SUMMARY:s\n")) == "Cancelled: s\n");
    CHECK(lines(calendar("METHOD:REPLY\n", "SUMMARY:s\n")) == "Reply: s\n");
    CHECK(lines(calendar("METHOD:PUBLISH\n", "SUMMARY:s\n")) == "Event: s\n");
}

TEST_CASE("tool calendar_text: other components, many events, and other text") {
    CHECK(lines(calendar("BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\n"
                         "END:VTIMEZONE\n",
                         "SUMMARY:s\n")) == "Event: s\n");
    CHECK(lines("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:s\nEND:VTODO\nEND:VCALENDAR\n").empty());
    CHECK(lines("").empty());
    CHECK(lines("END:VEVENT\nEND:VEVENT\nhello\n").empty());
    std::string many = "BEGIN:VCALENDAR\n";
    for (int i = 0; i < 30; ++i) many += "BEGIN:VEVENT\nSUMMARY:s\nEND:VEVENT\n";
    std::string wanted;
    for (int i = 0; i < 20; ++i) wanted += "Event: s\n";
    CHECK(lines(many) == wanted + "(10 more events are left out)\n");
}
