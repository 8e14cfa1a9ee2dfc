#include "../../tools/jobs.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string message(std::size_t number, std::size_t lines) {
    auto const text = std::to_string(number);
    std::string octets = "From: A Foe <foe@sample.net>\nSubject: message " + text + '\n';
    if (number % 50 == 7) octets += "From: b@sample.net\nno field\n"; // for lint
    octets += "Date: Mon, 15 Dec 2014 10:00:00 +0000\n\n";
    for (std::size_t i = 0; i < lines; ++i)
        octets += "line " + std::to_string(i) + " of " + text + std::string(50, '.') + '\n';
    return octets;
}

std::string mailbox(std::size_t messages, std::size_t lines) {
    std::string octets;
    for (std::size_t i = 1; i <= messages; ++i)
        octets += "From foe@sample.net Mon Dec 15 10:00:00 2014\n" + message(i, lines) + '\n';
    return octets;
}

/// Files of each kind that is divided in another way. A range is 1 MiB.
void make_files(test::temporary_directory const& directory) {
    directory.file("many.mbox", mailbox(1200, 20));
    directory.file("large.mbox", mailbox(1, 1) + mailbox(1, 18000) + mailbox(2, 6000));
    directory.file("large.eml", message(1, 18000));
    directory.file("one.mbox", mailbox(1, 1));
    directory.file("empty", "");
    directory.file("blank", std::string(1100000, '\n') + mailbox(2, 1));
    directory.file("packed.gz", "\x1F\x8B\x08" + std::string(1100000, 'x'));
    directory.file("prose.txt", "\n" + std::string(1100000, 'x') + "\nno field\n");
    directory.file("passed_over.mbox",
                   mailbox(400, 20) + "From here on\nSubject: x\n" + mailbox(400, 30) +
                       "text\nFrom a@b.example Mon Dec 15 10:00:00 2014\nSubject: y\n\n");
    for (std::size_t i = 1; i < 100; ++i)
        directory.file("folder/" + std::to_string(i), message(i, i == 50 ? 3000 : i % 9));
    directory.file("folder/box.mbox", mailbox(900, 20));
    directory.file("folder/packed.gz", "\x1F\x8B\x08");
    directory.file("folder/prose", "\nno field\n");
    directory.file("folder/inner/1", message(1, 1));
    ::mkfifo(directory.path("folder/fifo").c_str(), 0600);
    std::filesystem::create_symlink("1", directory.path("folder/link"));
    for (std::size_t i = 1; i < 100; ++i)
        directory.file("Maildir/" + std::string{i % 3 == 0 ? "new/" : "cur/"} +
                           std::to_string(1000 + i) + ".x:2,S",
                       message(i, 5));
    directory.file("Maildir/cur/1040.packed", "\x1F\x8B\x08");
    directory.file("Maildir/cur/1080.prose", "\nno field\n");
}

/// Checks that the tool prints the same with these numbers of jobs.
void check_same(std::vector<std::string> const& arguments, std::vector<std::string> const& numbers,
                test::setup const& with) {
    auto const alone = test::run(arguments, with);
    for (auto const& jobs : numbers) {
        auto more = arguments;
        more.insert(more.begin() + 1, {"--jobs", jobs});
        auto const got = test::run(more, with);
        REQUIRE_SAME(got.command, got.status, alone.status);
        test::check_lines(got.command, got.out, alone.out);
        test::check_lines(got.command + " 2>", got.err, alone.err);
    }
}

using words = std::vector<std::string>;

words const commands[] = {{"ls"}, {"headers"}, {"show"}, {"lint"}, {"json"}};

words joined(words left, words const& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

TEST_CASE("tool jobs: the same output, notes and status with any number of jobs") {
    test::temporary_directory const directory;
    make_files(directory);
    test::setup with{.input = mailbox(3, 3), .directory = directory.path()};
    words const everything = {
        "one.mbox",  "many.mbox", "missing",   "folder",           "empty",     "large.mbox",
        "-",         "Maildir",   "packed.gz", "passed_over.mbox", "large.eml", "many.mbox:90-110",
        "prose.txt", "blank",     "one.mbox",  "Maildir:@3"};
    for (auto const& command : commands) {
        with.joins = false;
        check_same(joined(command, everything), {"1", "2", "8"}, with);
        with.joins = true; // so that the order of both counts
        check_same(joined(command, everything), {"3"}, with);
    }
}

TEST_CASE("tool jobs: files alone, in which no message is among several, and parts of them") {
    test::temporary_directory const directory;
    make_files(directory);
    test::setup const with{.directory = directory.path()};
    for (words const& files :
         {words{"many.mbox"}, words{"large.mbox"}, words{"large.eml"}, words{"one.mbox"},
          words{"empty"}, words{"empty", "one.mbox", "empty"}, words{"folder"}, words{"Maildir"},
          words{"--recursive", "folder"}, words{"--shard", "2/3", "many.mbox"},
          words{"--shard", "1/2", "folder"}, words{"--shard", "2/2", "Maildir"},
          words{"--range", "0", "1200000", "many.mbox"},
          words{"--range", "5000", "1200000", "many.mbox"},
          words{"--format", "mboxcl", "many.mbox"},
          words{"--separator", "any", "passed_over.mbox"}})
        for (std::string const command : {"ls", "show"})
            check_same(joined({command}, files), {"2"}, with);
}

TEST_CASE("tool jobs: many small messages, more than are kept while they are counted") {
    test::temporary_directory const directory;
    std::string octets;
    for (int i = 0; i < 90000; ++i) octets += "From x\na: " + std::to_string(i % 10) + "\n\n";
    auto const file = directory.file("small.mbox", octets);
    check_same({"ls", file}, {"2", "3"}, {});
}

TEST_CASE("tool jobs: options of the commands") {
    test::temporary_directory const directory;
    make_files(directory);
    test::setup const with{.directory = directory.path()};
    for (words const& command :
         {words{"ls", "--width", "70"}, words{"headers", "--name", "Subject"},
          words{"headers", "--name", "Nosuch"}, words{"headers", "--raw"},
          words{"headers", "--width", "60"}, words{"show", "--width", "60"},
          words{"lint", "--summary"}, words{"lint", "--summary", "--json"},
          words{"lint", "--json", "--severity", "note"}, words{"lint", "--width", "60"},
          words{"json", "--jmap"}, words{"json", "--text", "--ascii"}})
        check_same(joined(command, {"many.mbox", "folder"}), {"2"}, with);
}

TEST_CASE("tool jobs: the files of the test data") {
    test::setup const with{.directory = test::data_directory()};
    for (auto const& command : commands)
        check_same(joined(command, {"--recursive", "."}), {"3"}, with);
}

TEST_CASE("tool jobs: a closed pipe ends the tool quietly, and a full disk is reported") {
    test::temporary_directory const directory;
    auto const file = directory.file("many.mbox", mailbox(1200, 20));
    for (std::size_t const reads : {0u, 1u, 200000u}) {
        auto const got = test::run({"json", "--jobs", "3", file}, {.reads = reads});
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, got.err, "");
    }
    if (!std::filesystem::exists("/dev/full")) return;
    auto const got = test::run({"json", "--jobs", "3", file}, {.stdout_file = "/dev/full"});
    test::check_complaint(got, 2, "standard output");
}

TEST_CASE("tool jobs: on a terminal, the notes of jobs are between whole lines of the output") {
    test::temporary_directory const directory; // less than a MiB, which has no progress line
    for (std::size_t i = 1; i < 200; ++i)
        directory.file("folder/" + std::to_string(i),
                       i % 40 == 0 ? "\nno field\n" : message(i, i % 9));
    test::setup const with{.out_columns = 80, .directory = directory.path(), .joins = true};
    for (auto const& command : commands) check_same(joined(command, {"folder"}), {"2"}, with);
}

TEST_CASE("tool jobs: numbers of jobs that are refused, and commands that have none") {
    auto const file = test::data_file("demo.mbox");
    for (std::string const number : {"0", "257", "-1", "x", "", "1.5", "99999999999999999999"})
        test::check_complaint(test::run({"ls", "--jobs", number, file}), 2,
                              "--jobs: '" + number + "' is not a number of threads, at most 256");
    test::check_complaint(test::run({"count", "--jobs", "2", file}), 2,
                          "--jobs does not go with the command count");
    REQUIRE_SAME("the most", test::run({"ls", "--jobs", "256", file}).status, 0);
}
