#include "../../tools/passed_over.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

struct row {
    char const* name;
    std::string octets;
    std::vector<std::string> options;
    std::string_view count; ///< of messages
    char const* said;       ///< on standard error; empty: nothing
};

std::string const dated = "From a@b.example Mon Dec 15 10:00:00 2014\n";
std::string const one = dated + "Subject: 1\n\ntext\n";
std::string const two = dated + "Subject: 2\n\ntext\n";

row const table[] = {
    {"an empty line before each", one + "\n" + two, {}, "2", ""},
    {"prose", one + "\nFrom here on.\nIt is late.\n\nFrom now on.\nText.\n", {}, "1", ""},
    {"a field", one + "From : a@b\nx: y\n", {}, "1", ""},
    {"a quoted line", one + ">" + two, {}, "1", ""},
    {"the address of a page after it", one + "From here\nhttp://example.org\n", {}, "1", ""},
    {"no empty line, a postmark",
     one + two,
     {},
     "1",
     "passed over 1 line `From ` that looks like a separator; --separator dated takes it"},
    {"the separator that the note names", one + two, {"--separator", "dated"}, "2", ""},
    {"no empty line, a field after it",
     one + "From \nSubject: 2\n\nx\nFrom \nSubject: 3\n",
     {},
     "1",
     "passed over 2 lines `From ` that look like separators; --separator any takes them"},
    {"the separator that the note names, any",
     one + "From \nSubject: 2\n\nx\nFrom \nSubject: 3\n",
     {"--separator", "any"},
     "3",
     ""},
    {"one of each", one + two + "From \nSubject: 3\n", {}, "1", "--separator any takes them"},
    {"in a header section", dated + "Subject: 1\n" + two, {}, "1", "--separator dated takes it"},
    {"a second `From ` line of one message", dated + one, {}, "1", ""},
    {"after an empty line, but not dated",
     one + "\nFrom -\nSubject: 2\n",
     {"--separator", "dated"},
     "1",
     "--separator likely takes it"},
    {"after no empty line, and not dated",
     one + "From -\nSubject: 2\n",
     {"--separator", "dated"},
     "1",
     "--separator any takes it"},
    {"no empty line",
     one + two,
     {"--separator", "after-empty-line"},
     "1",
     "--separator dated takes it"},
    {"in a message of a known length",
     dated + "Content-Length: 65\n\n" + two + "\n" + "text\n" + "\n" + two,
     {"--format", "mboxcl2"},
     "2",
     ""},
    {"a Content-Length that leads nowhere",
     dated + "Content-Length: 7\n\ntext\n" + two,
     {"--format", "mboxcl2"},
     "1",
     "--separator dated takes it"},
    {"MMDF", "\1\1\1\1\n" + one + two + "\1\1\1\1\n", {}, "1", ""},
    {"junk",
     "junk\n" + one + "\n" + two,
     {},
     "1",
     "junk before its first separator; passed over 2 lines `From ` that look like separators; to "
     "split it: tail -c +6 FILE"},
    {"junk, and an empty line", "junk\n\n" + one, {}, "1", "tail -c +7 FILE"},
    {"the first `From ` line is missing",
     "Subject: 0\n\ntext\n\n" + one + "\n" + two,
     {},
     "1",
     "does not begin with a separator; passed over 2 lines"},
    {"a single message that quotes one", "Subject: 0\n\ntext\n" + one, {}, "1", ""},
    {"a single message with a patch",
     "Subject: 0\n\nFrom 8fa3 Mon Sep 17 00:00:00 2001\nFrom: a@b\n",
     {},
     "1",
     ""},
    {"a range says nothing", one + two, {"--range", "0", "999"}, "1", ""},
    {"a share says nothing", one + two, {"--shard", "1/1"}, "1", ""},
};

std::string with_crlf(std::string text) {
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 2))
        text.insert(at, 1, '\r');
    return text;
}

} // namespace

TEST_CASE("tool passed over: lines `From ` that look like separators are counted") {
    for (auto const& row : table)
        for (bool const crlf : {false, true}) {
            auto const name = row.name + std::string{crlf ? ", CRLF" : ", LF"};
            bool const counts_octets =
                row.octets.find("Content-Length: 65") != row.octets.npos || *row.said == '\0';
            if (crlf && counts_octets && row.options.size() == 2 && row.options[1] == "mboxcl2")
                continue;
            test::temporary_directory const files;
            auto const octets = crlf ? with_crlf(row.octets) : row.octets;
            auto const check = [&](std::string const& file, test::setup const& with) {
                auto arguments = row.options;
                arguments.insert(arguments.begin(), {"count", file});
                auto const got = test::run(arguments, with);
                REQUIRE_SAME(name, got.status, 0);
                REQUIRE_SAME(name, got.out, std::string{row.count} + '\n');
                auto said = std::string{row.said};
                for (auto const& [lf, replaced] : {std::pair{"+6 ", "+7 "}, {"+7 ", "+9 "}})
                    if (auto const at = said.find(lf); crlf && at != said.npos) {
                        said.replace(at, 3, replaced);
                        break;
                    }
                auto const named = said.find(" FILE");
                if (file == "-" && named != said.npos) {
                    said.erase(named, 5);
                    said.insert(said.find("tail"), said.starts_with("tail") ? "" : "... | ");
                }
                if (said.empty())
                    REQUIRE_SAME(name, got.err, "");
                else
                    test::check_one_line(got, said);
            };
            check(files.file("in.mbox", octets), {});
            bool const has_share = !row.options.empty() && row.options[0] == "--shard";
            if (!has_share) check("-", {.input = octets, .chunk = 7});
        }
}

TEST_CASE("tool passed over: the commands of the notes split the file") {
    auto const junk = "junk\n" + one + "\n" + two;
    test::check_output(test::run({"count"}, {.input = junk.substr(5)}), "2\n");
    auto const headless = "Subject: 0\n\ntext\n\n" + one + "\n" + two;
    test::check_output(test::run({"count"}, {.input = "From -\n" + headless}), "3\n");
}

TEST_CASE("tool passed over: a file in a folder gets the note, a message in a Maildir does not") {
    test::temporary_directory const directory;
    auto const text = "Subject: 0\n\ntext\n\n" + one;
    directory.file("mail/1", text);
    directory.file("box/cur/1.host", text);
    auto const folder = test::run({"count", "mail"}, {.directory = directory.path()});
    REQUIRE_SAME(folder.command, folder.out, "1\n");
    test::check_one_line(folder, "mail/1: read as one message");
    test::check_output(test::run({"count", "box"}, {.directory = directory.path()}), "1\n");
}
