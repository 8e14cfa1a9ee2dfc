#include "../../tools/ls.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

#include <algorithm>

namespace {

struct row {
    std::string_view from;
    std::string_view mailbox;
    std::string_view list;
};

constexpr row table[] = {
    {"a whole message",
     "Date: Mon, 15 Dec 2014 11:00:00 +0100\nFrom: a@example.org\nSubject: s\n\n",
     "1 | 2014-12-15T11:00:00+01:00 | a@example.org | s | 70\n"},
    {"-0000: the offset is not known", "Date: 15 Dec 2014 11:00 -0000\n",
     "1 | 2014-12-15T11:00:00-00:00 | 30\n"},
    {"a day name of another date", "Date: (c) Tue (c), 15 Dec 2014 11:00 EST\n",
     "1 | 2014-12-15T11:00:00-05:00? | 41\n"},
    {"a day name of another date, without a comma", "Date: Tuesday 15 Dec 2014 11:00 EST\n",
     "1 | 2014-12-15T11:00:00-05:00? | 36\n"},
    {"an unknown zone", "Date: 15 Dec 2014 11:00 XYZ\n", "1 | 2014-12-15T11:00:00-00:00? | 28\n"},
    {"an unusual form, of which programs read other times", "Date: 15 Dec 2014 11.00.00 +0100\n",
     "1 | 2014-12-15T11:00:00+01:00? | 33\n"},
    {"no such day: the unchanged text", "Date: Tue, 31 Apr 2014\n 11:00 +0000\n",
     "1 | Tue, 31 Apr 2014 11:00 +0000 | 36\n"},
    {"no Date field: the date of the From_ line",
     "From a@example.org Mon Dec 15 11:00:00 2014\nReceived: x; 14 Dec 2014 10:00 +0000\n",
     "1 | ~2014-12-15T11:00:00-00:00 | 37\n"},
    {"nor a date in that line: the topmost Received",
     "From x\nReceived: x; 15 Dec 2014 11:00 +0100\nReceived: x; 14 Dec 2014 10:00 +0000\n",
     "1 | ~2014-12-15T11:00:00+01:00 | 74\n"},
    {"a Date field that cannot be read", "Received: x; 15 Dec 2014 11:00 +0100\nDate: soon\n",
     "1 | soon | 48\n"},
    {"a second field is not shown", "Subject: one\nSubject: two\n", "1 | one | 26\n"},
    {"no field at all", "\nSubject: in the body\n", "1 | 22\n"},
    {"names in any case", "SUBJECT: s\nfrom: f\ndATE: d\n", "1 | d | f | s | 27\n"},
    {"unfolded", "Subject: a\n\tb\r\n c\n", "1 | a b c | 18\n"},
    {"controls are shown", "Subject: \x1B[31m\n", "1 | ^[[31m | 15\n"},
    {"numbers, and sizes without the lines of the mbox",
     "From x\nSubject: one\n\n1\n\nFrom y\nSubject: two\n\n22\n\n", "1 | one | 16\n2 | two | 17\n"},
};

/// The values of a list for programs, separated by bars, without empty ones, and without FILE in the
/// name of the message.
std::string columns(std::string_view list) {
    std::string result;
    for (auto const& line : test::lines_of(list)) {
        auto rest = std::string_view{line}.substr(line.substr(0, line.find('\t')).rfind(':') + 1);
        for (bool is_first = true; !rest.empty(); is_first = false) {
            auto const end = std::min(rest.find('\t'), rest.size());
            if (end != 0) result.append(is_first ? "" : " | ").append(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        result += '\n';
    }
    return result;
}

/// The columns of a table for people, separated by bars. Their widths are checked by the golden
/// files.
std::string cells(std::string_view list) {
    std::string result;
    for (auto const& line : test::lines_of(list)) {
        std::size_t spaces = line.find_first_not_of(' ');
        for (auto at = spaces; at < line.size(); at = spaces) {
            auto const end = std::min(line.find("  ", at), line.size());
            result += line.substr(at, end - at);
            spaces = std::min(line.find_first_not_of(' ', end), line.size());
            result += spaces < line.size() ? " | " : "\n";
        }
    }
    return result;
}

} // namespace

TEST_CASE("tool ls: a line for each message") {
    for (auto const& row : table) {
        auto const got = test::run({"ls", "-"}, {.input = std::string{row.mailbox}});
        REQUIRE_SAME(row.from, got.status, 0);
        REQUIRE_SAME(row.from, columns(got.out), row.list);
        if (row.from == "no field at all")
            test::check_one_line(got, "no header field");
        else
            REQUIRE_SAME(row.from, got.err, "");
    }
}

TEST_CASE("tool ls: the demonstration mailbox") {
    auto const here = test::data_directory();
    auto const got = test::run({"ls", "demo.mbox"}, {.directory = here});
    REQUIRE_SAME(got.command, got.status, 0);
    test::check_golden("demo.ls.txt", got.out);
    test::check_output(test::run({"demo.mbox"}, {.directory = here}), got.out); // default: ls
    auto const shown = test::run({"demo.mbox", "--color=never"},
                                 {.out_columns = 80, .environment = {"TZ=UTC"}, .directory = here});
    test::check_golden("demo.ls-80-columns.txt", shown.out);
    // --width is for pipes what a terminal's width is for it, and comes before that.
    auto const in_pipe =
        test::run({"demo.mbox", "--width", "80"}, {.environment = {"TZ=UTC"}, .directory = here});
    test::check_output(in_pipe, shown.out);
    auto const elsewhere =
        test::run({"demo.mbox", "--color=never", "--width=80"},
                  {.out_columns = 120, .environment = {"TZ=UTC"}, .directory = here});
    test::check_output(elsewhere, shown.out);
}

TEST_CASE("tool ls: the author in short form on a terminal") {
    struct {
        std::string_view from;
        std::string_view shown;
    } const authors[] = {
        {"A. Foe <a@b.example>", "A. Foe"},
        {"\"Foe,\\\" A.\" <a@b.example>", "Foe,\" A."},
        {"a@b.example (A. Foe)", "A. Foe"},
        {"a@b.example", "a@b.example"},
        {"\"\" <a@b.example>", "a@b.example"},
        {"\"boss@bank.example\" <a@b.example>", "a@b.example"}, // a deceptive name
        {"Team: A. Foe <a@b.example>;, c@d", "A. Foe"},
        {"nobody, A. Foe <a@b.example>", "A. Foe"},
        {"nobody", "nobody"},
        {"\"A. Foe <a@b.example>", "A. Foe"},
        {"\"A. Foe, <a@b.example>", "\"A. Foe, <a@b.e\xE2\x80\xA6"},
    };
    for (auto const& row : authors) {
        auto const got = test::run(
            {"ls", "--color=never", "-"},
            {.input = "From: " + std::string{row.from} + "\nSubject: s\n", .out_columns = 80});
        REQUIRE_SAME(row.from, cells(got.out).substr(0, 4 + row.shown.size()),
                     "1 | " + std::string{row.shown});
    }
}

TEST_CASE("tool ls: a Maildir in the order of delivery, without hidden and unfinished files") {
    auto const got = test::run({"ls", "maildir"}, {.directory = test::data_directory()});
    test::check_output(got, got.out);
    REQUIRE_SAME(got.command, columns(got.out),
                 "1 | 2014-12-15T10:00:00+00:00 | Astrid Foe <foe@sample.net> | Read | 231\n"
                 "2 | 2014-12-15T10:01:00+00:00 | Zoe Lindqvist <zoe@example.net> | "
                 "Read and flagged | 266\n"
                 "3 | 2014-12-15T10:02:00+00:00 | Hal Okafor <hal@example.com> | "
                 "Just delivered | 235\n");
}

TEST_CASE("tool ls: numbers can be used as FILE:K") {
    auto const here = test::data_directory();
    for (auto const& files : {std::vector<std::string>{"demo.mbox", "maildir", "single.eml"},
                              std::vector<std::string>{"crlf.mbox", "crlf.mbox"}}) {
        auto const all = test::run(files, {.directory = here});
        REQUIRE_SAME(all.command, all.status, 0);
        REQUIRE_SAME(all.command, test::lines_of(all.out).size() >= 6, true);
        for (auto const& line : test::lines_of(all.out)) {
            auto const name = line.substr(0, line.find('\t'));
            auto const one = test::run({name, "single.eml:1"}, {.directory = here});
            REQUIRE_SAME(name, test::lines_of(one.out)[0], line);
        }
    }
}

TEST_CASE("tool ls: a single message keeps its number") {
    auto const demo = test::data_file("demo.mbox");
    auto const all = test::lines_of(test::run({demo}).out);
    REQUIRE_SAME(demo, all.size(), 12u);
    test::check_output(test::run({demo + ":7"}), all[6] + '\n');
}

TEST_CASE("tool ls: in a range after the start of a file, the number is an offset for --range") {
    for (std::string const name : {"demo.mbox", "crlf.mbox", "leading-empty-line.mbox"}) {
        auto const file = test::data_file(name);
        auto const all = test::lines_of(test::run({file}).out);
        auto const rest = test::lines_of(test::run({file, "--range", "1", "99999"}).out);
        for (std::size_t i = 1; i <= rest.size() && i <= all.size(); ++i) {
            auto const& line = rest[rest.size() - i];
            auto const& whole = all[all.size() - i];
            auto const end = line.find('\t');
            auto const start = line.substr(0, end).find(":@");
            if (start == line.npos) { // the first message, which has its number
                REQUIRE_SAME(name, line, whole);
                continue;
            }
            REQUIRE_SAME(name, line.substr(end), whole.substr(whole.find('\t')));
            // The first message has its number then.
            auto const again = test::run({line.substr(0, end)}).out;
            REQUIRE_SAME(name, again.substr(again.find('\t')), line.substr(end) + '\n');
            auto const offset = line.substr(start + 2, end - start - 2);
            auto const next = std::to_string(std::stoul(offset) + 1);
            auto const one = test::run({file, "--range", offset, next});
            REQUIRE_SAME(one.command, one.out, line + '\n');
        }
    }
}

TEST_CASE("tool ls: nothing to list") {
    test::temporary_directory const directory;
    for (auto const& file : {directory.file("empty", ""), test::data_file("empty.eml")}) {
        auto const got = test::run({"ls", file});
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, got.out, "");
        test::check_one_line(got, "no messages");
    }
    // An empty share is not an error.
    test::check_output(test::run({test::data_file("demo.mbox"), "--range", "1", "2"}), "");
    test::check_output(test::run({test::data_file("single.eml"), "--shard", "2/2"}), "");
}

TEST_CASE("tool ls: dates on a terminal are the reader's") {
    struct {
        std::string zone;
        std::string_view shown;
    } const zones[] = {
        {"TZ=UTC", "2014-12-15 10:00 "},
        {"TZ=NPT-5:45", "2014-12-15 15:45 "},
        {"TZ=EST5EDT", "2014-12-15 05:00 "},
        {"TZ=<-12>12", "2014-12-14 22:00 "},
    };
    for (auto const& row : zones) {
        auto const got = test::run({"ls", "--color=never", "-"},
                                   {.input = "Date: Mon, 15 Dec 2014 11:00:00 +0100\n",
                                    .out_columns = 80,
                                    .environment = {row.zone}});
        REQUIRE_SAME(row.zone, got.out.find(row.shown) != got.out.npos, true);
    }
}

TEST_CASE("tool ls: marks beside the date") {
    struct {
        std::string_view input;
        std::string_view shown;
    } const rows[] = {
        {"Date: 15 Dec 2014 11:00 +0000\n", "   1  2014-12-15 11:00   "},
        {"Date: 15 Dec 2014 11:00 XYZ\n", "   1  2014-12-15 11:00?  "},
        {"Received: x; 15 Dec 2014 11:00 +0000\n", "   1 ~2014-12-15 11:00   "},
        {"Date: the day after the flood\n", "   1  the day after t\xE2\x80\xA6   "},
        {"Subject: s\n", "   1                     "},
    };
    for (auto const& row : rows) {
        auto const got = test::run(
            {"ls", "--color=never", "-"},
            {.input = std::string{row.input}, .out_columns = 80, .environment = {"TZ=UTC"}});
        REQUIRE_SAME(row.input, got.out.substr(0, row.shown.size()), row.shown);
    }
}

TEST_CASE("tool ls: of several files, names are never cut, and the subject has 30 columns") {
    test::temporary_directory const directory;
    std::string const subject = "123456789 123456789 123456789 123456789";
    auto const message =
        "Date: 15 Dec 2014 11:00 +0000\nFrom: Astrid Foe <a@b.example>\nSubject: " + subject + "\n";
    std::string const deep = "a/rather/deep/folder/and/a/name/that/nobody/would/type/twice.mbox";
    for (std::string const path :
         {"y", "b.eml", "twelves.mbox", "thirteen.mbox", "twenty-columns.mboxx", deep.c_str()}) {
        directory.file("x", message);
        directory.file(path, message);
        auto const got = test::run(
            {"ls", "--color=never", "x", path},
            {.out_columns = 80, .environment = {"TZ=UTC"}, .directory = directory.path()});
        auto const lines = test::lines_of(got.out);
        REQUIRE_SAME(path, lines.size(), path.size() > 12 ? 3u : 2u);
        REQUIRE_SAME(path, lines[1].starts_with(path + (path.size() > 12 ? ":" : ":1 ")), true);
        for (auto const& line : lines) {
            if (line == path + ":") continue;
            REQUIRE_SAME(line, line.find(subject.substr(0, 29)) != line.npos, true);
            REQUIRE_SAME(line, line.find("2014-12-15") != line.npos, true);
            REQUIRE_SAME(line, test::columns_of(line) <= 80, true);
        }
    }
}
