// Compares dates with tables of other readers. Differences are in tests/data/expected/dates.tsv.

#include <foldwise/date/date_time.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

/// What a table says about a date: "no date", "a date", its instant, or its instant and offset.
std::string said_of(test::json_value const& row) {
    auto const& seconds = row["unix"];
    if (seconds.is_null()) return row["ok"].text == "yes" ? "a date" : "no date";
    auto const& offset = row["tz_minutes"];
    return offset.is_null() ? seconds.text : seconds.text + " at " + offset.text;
}

/// What foldwise reads, in the same form as `said`, and in brackets the name of its diagnostic.
std::string read_as(std::string_view value, std::string_view said) {
    auto const got = foldwise::date_time::read(value);
    if (!got) return "no date [" + std::string{got.error().name()} + ']';
    auto text = std::to_string(got->unix_seconds());
    if (said == "a date") text = said;
    if (said.find(" at ") != said.npos) text += " at " + std::to_string(got->offset_minutes());
    if (auto const deviation = got->deviation())
        text += " [" + std::string{deviation->name()} + ']';
    return text;
}

std::optional<test::difference> difference_in(test::json_value const& row) {
    auto const& value = row["input"].text;
    auto const said = said_of(row);
    auto const read = read_as(value, said);
    if (read.substr(0, read.find(" [")) == said) return std::nullopt;
    return test::difference{value, said, read};
}

TEST_CASE("date_time: dates are read as other readers do, except for the listed differences") {
    test::check_tables("dates.tsv", {"dates-dovecot", "dates-go", "dates-jsmime"}, difference_in);
}

} // namespace
