#include "../../tools/output.hpp"

#include "../sanitizer.hpp"
#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <filesystem>

namespace {

/// So many messages that their output fills any pipe.
constexpr std::size_t many = 9000;

std::string large_mailbox() {
    std::string mailbox;
    for (std::size_t i = 0; i < many; ++i)
        mailbox += "From x\nFrom: someone\nSubject: " + std::to_string(i) + "\n\nbody\n\n";
    return mailbox;
}

/// The arguments of every run that writes output.
std::vector<std::vector<std::string>> const writers = {
    {"ls", "FILE"},
    {"FILE"},
    {"headers", "FILE"},
    {"json", "FILE"},
    {"count", "FILE"},
    {"split", "--shards", "9", "FILE"},
    {"headers", "--raw", "FILE"},
    {"help"},
    {"--version"},
};

std::vector<std::string> with_file(std::vector<std::string> arguments, std::string const& file) {
    for (auto& argument : arguments)
        if (argument == "FILE") argument = file;
    return arguments;
}

} // namespace

TEST_CASE("tool output: the worse status counts") {
    using tool::status;
    CHECK(tool::worse(status::done, status::done) == status::done);
    CHECK(tool::worse(status::done, status::nothing_matched) == status::nothing_matched);
    CHECK(tool::worse(status::failed, status::nothing_matched) == status::failed);
    CHECK(tool::worse(status::nothing_matched, status::failed) == status::failed);
}

TEST_CASE("tool output: a closed pipe ends the tool quietly") {
    test::temporary_directory const directory;
    auto const large = directory.file("large", large_mailbox());
    for (auto const& writer : writers) {
        for (std::size_t const reads : {0u, 1u, 70000u}) {
            auto const got = test::run(with_file(writer, large), {.reads = reads});
            auto const row = got.command + ", after " + std::to_string(reads);
            REQUIRE_SAME(row, got.status, 0);
            REQUIRE_SAME(row, got.err, "");
        }
    }
}

TEST_CASE("tool output: a full disk is reported") {
    if (!std::filesystem::exists("/dev/full")) return;
    test::temporary_directory const directory;
    auto const large = directory.file("large", large_mailbox());
    for (auto const& writer : writers) {
        for (auto const& file : {large, test::data_file("single.eml")}) {
            auto const got = test::run(with_file(writer, file), {.stdout_file = "/dev/full"});
            test::check_complaint(got, 2, "standard output");
        }
    }
}

TEST_CASE("tool output: large output arrives complete") {
    test::temporary_directory const directory;
    auto const large = directory.file("large", large_mailbox());
    for (std::string const command : {"ls", "json"}) {
        auto const got = test::run({command, large});
        REQUIRE_SAME(got.command, got.status, 0);
        auto const lines = test::lines_of(got.out);
        REQUIRE_SAME(got.command, lines.size(), many);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto const number = std::to_string(i);
            bool const is_there = lines[i].find(command == "ls" ? '\t' + number + '\t'
                                                                : "\"value\":\"" + number + "\"") !=
                                  std::string::npos;
            if (!is_there) REQUIRE_SAME(lines[i], number, "in it");
        }
    }
}

TEST_CASE("tool output: nothing is written to standard error on success") {
    auto const demo = test::data_file("demo.mbox");
    for (auto const& writer : writers) {
        auto const got = test::run(with_file(writer, demo));
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, got.out.empty(), false);
        REQUIRE_SAME(got.command, got.err, "");
    }
}

TEST_CASE("tool output: a file that is truncated while it is read is reported") {
    test::temporary_directory const directory;
    auto const large = directory.file("large", large_mailbox());
    auto const got = test::run({"json", large}, {.cut_short = large});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, test::lines_of(got.out).size() < many, true);
    test::check_one_line(got, "cut short");
}

TEST_CASE("tool output: without enough memory, the tool says so and fails") {
    if (!test::can_limit_memory) return;
    test::temporary_directory const directory;
    directory.file("small.eml", "Subject: a\n\ntext\n");
    std::filesystem::resize_file(directory.file("large", "Subject: b\n\n"), std::size_t{1} << 30);
    for (auto const& arguments : std::vector<std::vector<std::string>>{
             {"ls", "small.eml", "large"}, {"count", "small.eml", "large"}, {"json", "large"}}) {
        auto const got =
            test::run(arguments, {.directory = directory.path(), .memory = std::size_t{1} << 26});
        REQUIRE_SAME(got.command, got.status, 2);
        REQUIRE_SAME(got.command, got.err, "foldwise: not enough memory\n");
        // What was found before is there.
        auto const lines = test::lines_of(got.out).size();
        REQUIRE_SAME(got.command, lines, arguments.size() == 3 ? 1u : 0u);
    }
}

namespace {

/// Messages whose output is many times what the tool keeps before it writes.
std::string message(std::string const& subject) {
    std::string text = "Subject: " + subject + "\n\n";
    for (int i = 0; i < 4000; ++i) text += "line " + std::to_string(i) + " of " + subject + "\n";
    return text;
}

} // namespace

TEST_CASE("tool output: on a terminal, notes are in order and divide no line") {
    test::temporary_directory const directory;
    directory.file("a.eml", "Subject: first\n\nshort text\n");
    directory.file("b.gz", "\x1F\x8B\x08");
    directory.file("c.txt", "\nno field\n");
    std::string mailbox;
    for (std::string const subject : {"second", "third", "fourth"})
        mailbox += "From x\n" + message(subject) + "\n";
    directory.file("d.mbox", mailbox);
    for (std::string const command : {"show", "headers", "raw", "ls", "json"}) {
        auto const got =
            test::run({command, "a.eml", "b.gz", "d.mbox", "c.txt", "d.mbox:9", "d.mbox:2"},
                      {.out_columns = 80, .directory = directory.path(), .joins = true});
        REQUIRE_SAME(got.command, got.status, 2);
        std::string order;
        for (auto const& line : test::lines_of(got.out)) {
            auto const note = line.find("foldwise: ");
            if (note == line.npos) continue;
            REQUIRE_SAME(got.command + ": " + line, note, 0u);
            order += line.substr(10, line.find(':', 10) - 10) + ' ';
        }
        REQUIRE_SAME(got.command, order, "b.gz c.txt d.mbox ");
        auto const place = [&](std::string_view what) { return got.out.find(what); };
        REQUIRE_SAME(got.command, place("first") < place("foldwise: b.gz"), true);
        REQUIRE_SAME(got.command, place("foldwise: b.gz") < place("second"), true);
        REQUIRE_SAME(got.command, place("fourth") < place("foldwise: c.txt"), true);
    }
    // A first message that waits for its name has it if the note is about another file.
    auto const named = test::run({"headers", "--color=never", "a.eml", "b.gz"},
                                 {.out_columns = 80, .directory = directory.path(), .joins = true});
    REQUIRE_SAME(named.command, named.out.starts_with("a.eml:1:Subject: first\nfoldwise: "), true);
    auto const alone = test::run({"show", "c.txt"},
                                 {.out_columns = 80, .directory = directory.path(), .joins = true});
    REQUIRE_SAME(alone.command, alone.out.find("no field\nfoldwise: c.txt") != std::string::npos,
                 true);
}

TEST_CASE("tool output: on a terminal, a note after a line without an end begins a line") {
    test::temporary_directory const directory;
    directory.file("long.eml", "Subject: a\n\n" + std::string(200000, 'x'));
    auto const got = test::run({"raw", "long.eml", "nosuch"},
                               {.out_columns = 80, .directory = directory.path(), .joins = true});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, got.out.find("\nfoldwise: nosuch: ") != std::string::npos, true);
}
