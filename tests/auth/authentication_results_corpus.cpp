// Authentication-Results as another reader reads them.
// tests/data/expected/authentication-results.tsv lists each difference with its reason.

#include <foldwise/auth/authentication_results.hpp>

#include "../support.hpp"
#include "../tables.hpp"

#include <optional>
#include <string>

namespace {

using foldwise::authentication_results;
using foldwise::diagnostic;

/// A pvalue in the notation of the tables.
std::string written(std::string const& value) { return value.empty() ? "\"\"" : value; }

/// A result with its properties and comments in order, in the notation of the tables.
std::string written(foldwise::resinfo const& r) {
    std::string text{r.method()};
    text.append("=").append(r.result());
    auto comments = r.comments();
    auto next = comments.begin();
    auto const append_comments_before = [&](char const* place) {
        for (; next != comments.end() && (*next).raw().data() < place; ++next)
            text.append(" (").append((*next).text().to_string()).append(")");
    };
    for (auto const p : r.properties()) {
        if (!p) return text.append(" !").append(p.error().name());
        append_comments_before(p->raw().data());
        text.append(" ").append(p->ptype()).append(p->ptype().empty() ? "" : ".");
        text.append(p->property()).append("=").append(written(p->value().text().to_string()));
    }
    append_comments_before(r.raw().data() + r.raw().size());
    return text;
}

/// An entry of a table's tree in that notation.
std::string written(test::json_value const& entry) {
    auto text = entry["key"].text + "=" + written(entry["value"].text);
    for (auto const& child : entry["children"].items) {
        if (child["type"].text == "comment")
            text.append(" (").append(child["value"].text).append(")");
        else
            text.append(" ").append(written(child));
    }
    return text;
}

/// The number of results of the value with this method and this result.
std::size_t count_of(authentication_results const& ar, std::string const& method,
                     std::string const& result) {
    std::size_t count = 0;
    for (auto const r : ar) count += r && r->method() == method && r->result() == result ? 1u : 0u;
    return count;
}

/// Whether foldwise reports a problem that is graver than a note.
bool is_rejected(authentication_results const& ar) {
    bool is_bad = false;
    ar.diagnose([&is_bad](diagnostic const& problem) {
        is_bad = is_bad || problem.severity() > foldwise::severity::obsolete;
    });
    return is_bad;
}

/// The value as a field can hold it. Some values in the table lack the white space of a fold.
std::string value_of(std::string_view input) {
    constexpr std::string_view name = "Authentication-Results:";
    if (input.starts_with(name)) input.remove_prefix(name.size());
    std::string value;
    for (std::size_t i = 0; i < input.size(); ++i) {
        value += input[i];
        bool const is_fold = i + 1 < input.size() && foldwise::wsp.contains(input[i + 1]);
        if (input[i] == '\n' && !is_fold) value += ' ';
    }
    return value;
}

std::optional<test::difference> difference_in(test::json_value const& row) {
    auto const value = value_of(row["input"].text);
    authentication_results const ar{value};

    std::string said;
    std::string read;
    if (row["valid"].text != "yes") {
        said = "rejected";
        read = is_rejected(ar) ? "rejected" : "read";
    }
    auto const& parsed = row["parsed"];
    auto const& id = parsed.is_null() ? row["authserv_id"] : parsed["authserv_id"]["value"];
    if (!id.is_null()) {
        auto const got = ar.authserv_id();
        said += id.text;
        read += got ? got->to_string() : "!" + std::string{got.error().name()};
    }
    for (auto const& pair : row["contains"].items) {
        auto const& method = pair.items[0].text;
        auto const& result = pair.items[1].text;
        said.append("; ").append(method).append("=").append(result);
        if (count_of(ar, method, result) == 1)
            read.append("; ").append(method).append("=").append(result);
    }
    for (auto const& entry : parsed["children"].items) said.append("; ").append(written(entry));
    for (auto const& entry : row["normalized"].items) said.append("; ").append(entry.text);
    if (!parsed.is_null() || !row["normalized"].is_null())
        for (auto const r : ar)
            read.append("; ").append(r ? written(*r) : "!" + std::string{r.error().name()});
    if (said == read) return std::nullopt;
    return test::difference{value, said, read};
}

TEST_CASE("authentication_results: as another reader, except for the listed differences") {
    test::check_tables("authentication-results.tsv", {"authentication-results-perl"},
                       difference_in);
}

} // namespace
