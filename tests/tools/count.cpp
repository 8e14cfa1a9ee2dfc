#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

namespace {

struct row {
    std::string_view file;
    std::vector<std::string> options;
    std::string_view count;
};

/// The counts in tests/data/README.md.
std::vector<row> const table = {
    {"demo.mbox", {}, "12"},
    {"demo.mbox", {"--separator", "any"}, "13"},
    {"demo.mbox", {"--separator", "dated"}, "12"},
    {"crlf.mbox", {}, "3"},
    {"crlf.mbox", {"--format", "mboxrd", "--separator", "after-empty-line"}, "3"},
    {"mboxo.mbox", {"--format", "mboxo"}, "2"},
    {"mboxcl.mbox", {"--format", "mboxcl"}, "3"},
    {"mboxcl2.mbox", {"--format", "mboxcl2"}, "3"},
    {"mboxcl2.mbox", {"--format=mboxcl2", "--separator=dated"}, "3"},
    {"mboxcl2.mbox", {}, "5"},
    {"mboxcl2.mbox", {"--separator", "after-empty-line"}, "6"},
    {"mboxcl2-bad-length.mbox", {}, "3"},
    {"mboxcl2-bad-length.mbox", {"--format", "mboxcl2"}, "3"},
    {"any-separator.mbox", {"--separator", "any"}, "3"},
    {"any-separator.mbox", {}, "1"},
    {"dated.mbox", {"--separator", "dated"}, "2"},
    {"dated.mbox", {}, "2"},
    {"dated.mbox", {"--separator", "likely"}, "2"},
    {"dated.mbox", {"--separator", "after-empty-line"}, "6"},
    {"leading-empty-line.mbox", {}, "2"},
    {"no-final-line-ending.mbox", {}, "2"},
    {"single.eml", {}, "1"},
    {"single-crlf.eml", {}, "1"},
    {"from-line.eml", {}, "1"},
    {"header-only.eml", {}, "1"},
    {"body-only.eml", {}, "1"},
    {"bad-line.eml", {}, "1"},
    {"nul.eml", {}, "1"},
    {"maildir", {}, "3"},
    {"empty.eml", {}, "0"}, // no octets, so not even an empty message
    {"demo.mbox:12", {}, "1"},
    {"maildir:3", {}, "1"},
    {"demo.mbox", {"--range", "0", "1"}, "1"},
    {"demo.mbox", {"--range", "1", "2"}, "0"},
    {"demo.mbox", {"--range", "0", "0"}, "0"},
    {"demo.mbox", {"--range", "0", "18446744073709551615"}, "12"},
    {"demo.mbox", {"--range", "1", "18446744073709551615"}, "11"},
    {"demo.mbox", {"--shard", "1/1"}, "12"},
    {"single.eml", {"--shard", "1/2"}, "1"},
    {"single.eml", {"--shard", "2/2"}, "0"},
    {"empty.eml", {"--shard", "1/2"}, "0"},
};

} // namespace

TEST_CASE("tool count: the test mailboxes") {
    for (auto const& row : table) {
        std::vector<std::string> arguments{"count", test::data_file(row.file)};
        arguments.insert(arguments.end(), row.options.begin(), row.options.end());
        auto const check = [&row](test::outcome got) {
            if (row.file == "body-only.eml") {
                test::check_one_line(got, "no header field");
                got.err.clear();
            }
            if (row.file == "any-separator.mbox" && row.options.empty()) {
                test::check_one_line(got, "passed over 2 lines `From ` that look like separators");
                got.err.clear();
            }
            test::check_output(got, std::string{row.count} + '\n');
        };
        check(test::run(arguments));
        if (row.file == "maildir" || row.file.find(':') != row.file.npos) continue;
        arguments[1].assign(1, '-'); // the same as standard input, and through a pipe
        check(test::run(arguments, {.stdin_file = test::data_file(row.file)}));
        if (!row.options.empty() && row.options[0] == "--shard") continue;
        check(test::run(arguments, {.input = test::contents(test::data_file(row.file))}));
    }
}

TEST_CASE("tool count: several files") {
    auto const here = test::data_directory();
    test::check_output(test::run({"count", "demo.mbox", "empty.eml", "maildir", "demo.mbox:3", "-"},
                                 {.input = "Subject: x\n", .directory = here}),
                       "demo.mbox\t12\nempty.eml\t0\nmaildir\t3\ndemo.mbox:3\t1\n-\t1\n");
}

TEST_CASE("tool count: a file that cannot be read is omitted") {
    auto const got = test::run({"count", "demo.mbox", "missing.mbox", "demo.mbox:13", "single.eml"},
                               {.directory = test::data_directory()});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, got.out, "demo.mbox\t12\nsingle.eml\t1\n");
    REQUIRE_SAME(got.command, test::lines_of(got.err).size(), 2u);
}

TEST_CASE("tool count: empty lines are a message without fields") {
    for (std::string const lines : {"\n", "\r\n", "\n\n\n"}) {
        auto const got = test::run({"count", "-"}, {.input = lines});
        REQUIRE_SAME(lines, got.out, "1\n");
        test::check_one_line(got, "no header field");
    }
}
