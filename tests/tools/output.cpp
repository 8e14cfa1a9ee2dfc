#include "../../tools/output.hpp"

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
