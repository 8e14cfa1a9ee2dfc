// What other readers make of dates, and where foldwise differs: tests/data/expected/dates.tsv
// lists each difference with its reason. One that is not listed fails, and so does a listed one
// that is none any more. The tables lie beside the sources, where they lie anywhere.

#include <foldwise/structured/date_time.hpp>

#include "../support.hpp"
#include "../tools/strict_json.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace {

std::string octets_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// JSON as strict_json takes it: without white space; numbers and true as strings.
std::string plain_json(std::string_view text) {
    std::string plain;
    bool is_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_string || text[i] == '"') {
            if (text[i] == '\\') plain += text[i++];
            is_string = text[i] == '"' ? !is_string : is_string;
            plain += text[i];
        } else if (text[i] == '-' || foldwise::digit.contains(text[i])) {
            auto const end = text.find_first_not_of("-0123456789", i);
            plain.append("\"").append(text.substr(i, end - i)).append("\"");
            i = end - 1;
        } else if (text.substr(i).starts_with("true")) {
            plain += "\"yes\"";
            i += 3;
        } else if (!foldwise::wsp.contains(text[i]) && text[i] != '\n') {
            plain += text[i];
        }
    }
    return plain;
}

/// What a table says of a date: its instant and where given its offset, "a date", "no date".
std::string said_of(test::json_value const& row) {
    auto const& seconds = row["unix"];
    if (seconds.is_null()) return row["ok"].text == "yes" ? "a date" : "no date";
    auto const& offset = row["tz_minutes"];
    return offset.is_null() ? seconds.text : seconds.text + " at " + offset.text;
}

/// The same of foldwise, as far as `said` goes; behind it in brackets what it diagnoses.
std::string read_as(std::string_view value, std::string_view said) {
    auto const got = foldwise::read_date_time(value);
    if (!got) return "no date [" + std::string{got.error().name()} + ']';
    auto text = std::to_string(got->unix_seconds());
    if (said == "a date") text = said;
    if (said.find(" at ") != said.npos) text += " at " + std::to_string(got->offset_minutes());
    if (auto const deviation = got->deviation())
        text += " [" + std::string{deviation->name()} + ']';
    return text;
}

/// A line of the list, but for its reason.
std::string difference(std::string_view table, std::string_view value, std::string_view said,
                       std::string_view read) {
    std::string line{table};
    return line.append("\t")
        .append(test::shown(value))
        .append("\t")
        .append(said)
        .append("\t")
        .append(read);
}

TEST_CASE("date_time: what other readers make of dates, but for the differences that are listed") {
    std::string const folder = FOLDWISE_SOURCE_DIR "/../shared/corpus/tables/";
    std::set<std::string> listed;
    std::ifstream list{FOLDWISE_SOURCE_DIR "/tests/data/expected/dates.tsv"};
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line[0] == '#') continue;
        auto const reason = line.rfind('\t');
        REQUIRE_SAME(line, std::ranges::count(line, '\t'), 4);
        REQUIRE_SAME(line, line.size() > reason + 1, true);
        REQUIRE_SAME(line, listed.insert(line.substr(0, reason)).second, true);
    }
    CHECK(!listed.empty());
    for (std::string const table : {"dates-dovecot", "dates-go", "dates-jsmime"}) {
        auto const path = folder + table + ".json";
        std::error_code error; // the corpus need not be there
        bool const is_there = std::filesystem::exists(path, error);
        std::size_t rows = 0;
        auto const json = test::strict_json::read(is_there ? plain_json(octets_of(path)) : "{}");
        CHECK(json.has_value());
        if (!is_there || !json) {
            std::erase_if(listed, [&](auto const& one) { return one.starts_with(table + '\t'); });
            continue;
        }
        for (auto const& row : (*json)["rows"].items) {
            ++rows;
            auto const& value = row["input"].text;
            auto const said = said_of(row);
            auto const read = read_as(value, said);
            if (read.substr(0, read.find(" [")) == said) continue;
            auto const line = difference(table, value, said, read);
            REQUIRE_SAME(line, std::string_view{listed.erase(line) == 1 ? "listed" : "not listed"},
                         std::string_view{"listed"});
        }
        CHECK(rows > 10);
    }
    for (auto const& line : listed)
        REQUIRE_SAME(line, std::string_view{"listed, and no difference"}, std::string_view{});
}

} // namespace
