#include "../locked_path.hpp"
#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

struct row {
    std::vector<std::string> arguments;
    int status;
    std::string_view said; ///< on standard error; empty: nothing
};

/// For commands that print something of each message. "in.mbox" has two messages.
row const of_messages[] = {
    {{"in.mbox"}, 0, ""},
    {{"in.mbox:2"}, 0, ""},
    {{"in.mbox:1-2"}, 0, ""},
    {{"in.mbox:2-7"}, 0, ""},
    {{"in.mbox:@0"}, 0, ""},
    {{"in.mbox:3"}, 1, "in.mbox: no message 3; it has 2"},
    {{"in.mbox:0"}, 1, "in.mbox: no message 0; it has 2"},
    {{"in.mbox:3-9"}, 1, "in.mbox: no messages 3 to 9; it has 2"},
    {{"in.mbox:@9999"}, 1, "in.mbox: no message at octet 9999"},
    {{"empty:1"}, 1, "empty: no message 1; it has 0"},
    {{"empty:@0"}, 1, "empty: no message at octet 0"},
    {{"box:2"}, 1, "box: no message 2; it has 1"},
    {{"--range", "1", "2", "in.mbox"}, 0, ""},
    {{"--shard", "2/1000", "in.mbox"}, 0, ""},
    {{"in.mbox:2-1"}, 2, "in.mbox: no messages from 2 to 1"},
    {{"in.mbox:1", "--shard", "1/2"}, 2, "in.mbox: a message number or offset does not go with"},
    {{"--range", "2", "1", "in.mbox"}, 2, "--range: FIRST is greater than LAST"},
    {{"nosuch"}, 2, "nosuch: No such file or directory"},
    {{"nosuch:1"}, 2, "nosuch: No such file or directory"},
    {{"packed"}, 2, "packed: compressed with gzip"},
    {{}, 2, "no FILE given"},
    {{"in.mbox", "nosuch"}, 2, "nosuch: No such file or directory"},
    {{"in.mbox", "in.mbox:3"}, 1, "in.mbox: no message 3; it has 2"},
};

} // namespace

TEST_CASE("tool exit statuses: for files, messages, offsets and ranges") {
    test::temporary_directory const directory;
    std::string const entry = "From x\nSubject: a\n\ntext\n\n";
    directory.file("in.mbox", entry + entry);
    directory.file("empty", "");
    directory.file("packed", "\x1F\x8B\x08");
    directory.file("box/cur/1.host", "Subject: a\n\n");
    test::setup const with{.directory = directory.path()};
    for (std::string const command : {"ls", "show", "json", "headers", "tree", "count", "raw"}) {
        for (auto const& row : of_messages) {
            auto arguments = row.arguments;
            arguments.insert(arguments.begin(), command);
            auto const got = test::run(arguments, with);
            REQUIRE_SAME(got.command, got.status, row.status);
            if (row.said.empty())
                REQUIRE_SAME(got.command, got.err, "");
            else
                test::check_one_line(got, row.said);
        }
        // An empty file is a mailbox without messages. Programs are told by what they get.
        auto const empty = test::run({command, "empty"}, with);
        REQUIRE_SAME(empty.command, empty.status, 0);
        REQUIRE_SAME(empty.command, empty.out, command == "count" ? "0\n" : "");
        if (command == "json" || command == "count")
            REQUIRE_SAME(empty.command, empty.err, "");
        else
            test::check_one_line(empty, "empty: no messages");
    }
}

TEST_CASE("tool exit statuses: what is missing is said with the name of the file") {
    test::temporary_directory const directory;
    directory.file("a.eml", "Subject: a\n\ntext\n");
    directory.file("b.eml", "Subject: b\n\ntext\n");
    directory.file("empty", "");
    row const table[] = {
        {{"extract", "7", "a.eml"}, 1, "a.eml: no part 7"},
        {{"headers", "--name", "X", "a.eml"}, 1, "a.eml: no such field"},
        {{"headers", "--name", "X", "a.eml", "b.eml"}, 1, "a.eml and 1 other file: no such field"},
        {{"trace", "a.eml"}, 1, "a.eml: no Received field"},
        {{"auth", "a.eml"}, 1, "a.eml: nothing is recorded about authentication"},
        {{"trace", "empty"}, 0, "empty: no messages"},
        {{"lint", "empty"}, 0, "empty: no messages"},
        {{"auth", "empty"}, 0, "empty: no messages"},
        {{"smtp", "a.eml"}, 1, "a.eml: "},
        {{"smtp", "a.eml:@0"}, 2, "a.eml: transactions have numbers"},
        {{"nosuch"}, 2, "nosuch: neither a command nor a file\n"},
        {{"shwo"}, 2, "shwo: neither a command nor a file; did you mean show?\n"},
        {{"show", "nosuch"}, 2, "nosuch: No such file or directory"},
        {{"split", "--shards", "2", "nosuch"}, 2, "nosuch"},
    };
    for (auto const& row : table)
        test::check_complaint(test::run(row.arguments, {.directory = directory.path()}), row.status,
                              row.said);
    directory.file("bad.eml", "A : b\n\n");
    auto const lint =
        test::run({"lint", "--severity=ambiguity", "bad.eml"}, {.directory = directory.path()});
    REQUIRE_SAME(lint.command, lint.status, 1);
    test::locked_path const locked{directory.path("b.eml")};
    if (!locked.holds()) return;
    auto const got = test::run({"ls", "b.eml", "a.eml"}, {.directory = directory.path()});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, test::lines_of(got.out).size(), 1u);
    test::check_one_line(got, "b.eml: Permission denied");
}

TEST_CASE("tool exit statuses: where no message is read, none lacks what is wanted") {
    test::temporary_directory const directory;
    directory.file("in.mbox", "From x\nSubject: a\n\ntext\n");
    directory.file("empty", "");
    std::vector<std::vector<std::string>> const commands = {
        {"headers", "--name", "X"},
        {"extract", "7"},
        {"extract", "7", "-o", "out"},
        {"extract", "--all", "-o", "out"},
        {"extract", "--attachments", "-o", "out"},
        {"trace"},
        {"auth"},
    };
    test::setup const with{.directory = directory.path()};
    auto const run = [&](std::vector<std::string> arguments, std::vector<std::string> const& more) {
        arguments.insert(arguments.end(), more.begin(), more.end());
        return test::run(arguments, with);
    };
    for (auto const& command : commands) {
        test::check_complaint(run(command, {"empty"}), 0, "empty: no messages");
        test::check_complaint(run(command, {"empty:1"}), 1, "empty: no message 1");
        test::check_output(run(command, {"--shard", "1000/1000", "in.mbox"}), "");
        test::check_output(run(command, {"--range", "1", "2", "in.mbox"}), "");
        if (command.size() > 1 && command[1] == "--all") continue;
        REQUIRE_SAME(command[0], run(command, {"in.mbox"}).status, 1);
        REQUIRE_SAME(command[0], run(command, {"empty", "in.mbox"}).status, 1);
    }
    directory.file("file", "");
    auto const no_directory = run({"extract", "--all", "-o", "file"}, {"empty"});
    REQUIRE_SAME(no_directory.command, no_directory.status, 2);
}

TEST_CASE("tool exit statuses: without FILE, a pipe or a file on standard input is read") {
    test::temporary_directory const directory;
    auto const file = directory.file("a.eml", "Subject: a\n\ntext\n");
    test::setup const pipe{.input = "Subject: a\n\ntext\n"};
    for (auto const& with : {pipe, test::setup{.stdin_file = file}}) {
        test::check_output(test::run({"count"}, with), "1\n");
        test::check_output(test::run({"headers"}, with), "Subject: a\n");
        test::check_output(test::run({"extract", "1"}, with), "text\n");
        REQUIRE_SAME("no command", test::run({}, with).status, 0);
        test::check_complaint(test::run({"split", "--shards", "2"}, with), 2, "-: ");
        REQUIRE_SAME("a FILE", test::run({"count", "nosuch"}, with).status, 2);
    }
    test::check_complaint(test::run({"count"}), 2, "no FILE given"); // from /dev/null
}
