// docs/ambiguities.md lists each ambiguity with both readings and the programs that take them. It is
// made here, from the tables of ambiguity_of and from tests/readers, and the test checks that the
// file is current. To write it, run
//
//     FOLDWISE_WRITE_PAGE=1 foldwise_tests --test-case="ambiguities page*"

#include <foldwise/inspect/ambiguity.hpp>

#include "../support.hpp"
#include "catalogue_cases.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/store/mbox_entry.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::kind_of;
using foldwise::reading;

/// Appends a paragraph, or an element of a list, in lines of at most 100 columns.
void append_lines(std::string& page, std::string_view text, std::string_view indent = "") {
    std::size_t columns = 0;
    for (auto const& word : test::split(text, " ")) {
        bool const fits = columns + 1 + word.size() <= 100;
        if (columns != 0) page.append(fits ? " " : "\n").append(fits ? "" : indent);
        columns = columns == 0 ? word.size()
                  : fits       ? columns + 1 + word.size()
                               : indent.size() + word.size();
        page += word;
    }
    page += '\n';
}

std::string place_of(diagnostic const& problem) {
    auto const whole = to_string(problem);
    auto const open = whole.rfind("(RFC ");
    return open == whole.npos ? "" : " " + whole.substr(open);
}

void append_reading(std::string& page, std::string_view title, reading const& one) {
    auto text = std::string{"- "}.append(title).append(": ").append(one.text).append(".");
    std::string tried;
    for (auto const each : one.readers) {
        if (each.source == "tests/readers")
            tried.append(tried.empty() ? " Tried: " : ", ").append(each.name);
    }
    if (!tried.empty()) text.append(tried).append(".");
    std::string documented;
    for (auto const each : one.readers) {
        if (each.source != "tests/readers")
            documented.append(documented.empty() ? " Documented: " : ", ")
                .append(each.name)
                .append(" (")
                .append(each.source)
                .append(")");
    }
    if (!documented.empty()) text.append(documented).append(".");
    append_lines(page, text, "  ");
}

/// Appends a code of a place in `Bytes`.
template <class Bytes>
void append_code(std::string& page, foldwise::detail::ambiguity_row const& row) {
    auto const found = ambiguity_of(Bytes{}, diagnostic{row.code, 0, 0});
    auto const& kind = kind_of(row.code);
    page.append("\n### ").append(kind.name).append("\n\n");
    auto text = std::string{kind.text}.append(place_of({row.code, 0, 0})).append(".");
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    append_lines(page, text);
    page += '\n';
    append_reading(page, "first reading", found->first());
    append_reading(page, "second reading", found->second());
}

/// The readers of each message: names without versions, from outcomes.tsv.
void append_cases(std::string& page, std::vector<test::catalogue_case> const& cases) {
    std::map<std::string, std::vector<std::string>> outcomes;
    std::ifstream file{FOLDWISE_SOURCE_DIR "/tests/readers/outcomes.tsv", std::ios::binary};
    for (std::string line; std::getline(file, line);) {
        auto const fields = test::split(line, "\t");
        if (fields.size() == 4) outcomes[fields[0]] = fields;
    }
    for (auto const& row : cases) {
        auto const& of = outcomes[row.name];
        if (of.size() != 4) continue;
        auto const count = [&of](std::size_t column) {
            return of[column].empty() ? std::string{"0"}
                                      : std::to_string(test::split(of[column], "; ").size());
        };
        page.append("| ").append(row.name).append(" | `").append(row.code).append("` | ");
        page.append(count(1)).append(" | ").append(count(2)).append(" | ").append(count(3));
        page.append(" |\n");
    }
}

std::string ambiguities_page() {
    std::string page = R"(# Ambiguities

Places in a message, in a mailbox file, in what an SMTP client sends after DATA, and in a recorded
SMTP session, that programs read differently. `ambiguity_of` (`inspect.hpp`) returns for each such diagnostic the
octets of two readings; foldwise takes the first one. A program is named only where it was tried,
with the messages of `tests/readers`, or where somebody has reported how it reads; other versions
may read otherwise. A program that reads some of the messages of a code in one way and some in
another is named with the case in brackets, or not at all.

)";
    page += "These programs were tried:\n\n";
    for (auto const each : foldwise::detail::tried_readers)
        page.append("- ").append(each).append("\n");
    page += "\n## Codes\n";
    for (auto const& row : foldwise::detail::ambiguity_rows)
        append_code<foldwise::message>(page, row);
    page += "\n## Codes of a mailbox file\n";
    for (auto const& row : foldwise::detail::entry_ambiguity_rows)
        append_code<foldwise::mbox_entry>(page, row);
    page += "\n## Codes of the transmission\n";
    for (auto const& row : foldwise::detail::data_ambiguity_rows)
        append_code<foldwise::mail_data>(page, row);
    page += "\n## Codes of a session\n";
    for (auto const& row : foldwise::detail::session_ambiguity_rows)
        append_code<foldwise::transcript>(page, row);
    page += R"(
## Messages that were tried

Each message of `tests/readers/cases.tsv`, and how many programs take the first reading, the second
one, and another one. `tests/readers/outcomes.tsv` has the programs and the other answers.

| message | code | first | second | other |
| --- | --- | --- | --- | --- |
)";
    append_cases(page, test::catalogue_cases());
    page += R"(
## Mailbox files that were tried

The same for the mailbox files of `tests/readers/mailboxes.tsv`. The bodies of the messages are
compared. `From ` lines that all programs read in the same way are only notes.

| mailbox file | code | first | second | other |
| --- | --- | --- | --- | --- |
)";
    append_cases(page, test::mailbox_cases());
    return page;
}

TEST_CASE("ambiguities page: docs/ambiguities.md is current") {
    auto const path = FOLDWISE_SOURCE_DIR "/docs/ambiguities.md";
    auto const page = ambiguities_page();
    if (std::getenv("FOLDWISE_WRITE_PAGE") != nullptr)
        std::ofstream{path, std::ios::binary} << page;
    std::ifstream file{path, std::ios::binary};
    std::string const written{std::istreambuf_iterator<char>{file}, {}};
    INFO("tests/inspect/ambiguities_page.cpp says how to write it");
    CHECK(written == page);
}

} // namespace
