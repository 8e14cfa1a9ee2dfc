#include "../../tools/progress.hpp"

#include "../../tools/folder_size.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <limits>

namespace {

constexpr std::size_t mebi = 1 << 20;

/// A message of three MiB.
std::string large_message() { return "Subject: large\n\n" + std::string(3 * mebi, 'x'); }

/// The sequence that clears the progress line.
constexpr std::string_view cleared = "\r\x1B[K";

} // namespace

TEST_CASE("tool progress: human-readable sizes") {
    struct {
        std::uint64_t octets;
        std::string_view text;
    } const table[] = {
        {0, "0 B"},
        {1, "1 B"},
        {999, "999 B"},
        {1000, "1.0 KiB"},
        {1023, "1.0 KiB"},
        {1024, "1.0 KiB"},
        {1536, "1.5 KiB"},
        {10188, "9.9 KiB"},
        {10189, "10 KiB"},
        {1023487, "999 KiB"},
        {1023488, "1.0 MiB"},
        {mebi, "1.0 MiB"},
        {std::uint64_t{3} << 29, "1.5 GiB"},
        {std::uint64_t{1} << 40, "1.0 TiB"},
        {std::uint64_t{1} << 50, "1.0 PiB"},
        {std::uint64_t{1} << 60, "1.0 EiB"},
        {std::numeric_limits<std::uint64_t>::max(), "16 EiB"},
    };
    for (auto const& row : table) REQUIRE_SAME(row.octets, tool::human_size(row.octets), row.text);
    for (int shift = 0; shift < 64; ++shift) // no wider than the column of ls
        for (std::uint64_t const octets : {std::uint64_t{1} << shift, ~std::uint64_t{0} >> shift})
            REQUIRE_SAME(octets, tool::human_size(octets).size() <= 7, true);
}

TEST_CASE("tool progress: shown after a second, and cleared before other output") {
    auto const got =
        test::run({"count", "-", "missing.mbox"},
                  {.input = large_message(), .chunk = 2 * mebi, .pause = 1100, .err_columns = 80});
    REQUIRE_SAME(got.command, got.out, "-\t1\n");
    REQUIRE_SAME(got.command, got.err.starts_with(cleared), true);
    REQUIRE_SAME(got.command, got.err.find("MiB, ") != got.err.npos, true);
    auto const complaint = got.err.find("foldwise: ");
    REQUIRE_SAME(got.command, complaint != got.err.npos, true);
    auto const before = std::string_view{got.err}.substr(0, complaint);
    REQUIRE_SAME(got.command, before.ends_with(cleared), true);
    REQUIRE_SAME(got.command, got.err.find("MiB", complaint), std::string::npos);
}

TEST_CASE("tool progress: never shown if standard error is not a terminal") {
    auto const got =
        test::run({"count", "-"}, {.input = large_message(), .chunk = 2 * mebi, .pause = 1100});
    test::check_output(got, "1\n");
}

TEST_CASE("tool progress: not shown in the first second") {
    test::temporary_directory const directory;
    auto const large = directory.file("large", large_message() + large_message());
    for (std::string const command : {"ls", "headers", "json", "count"}) {
        for (std::string const& file : {large, std::string{"-"}}) {
            auto const got = test::run({command, file}, {.stdin_file = large, .err_columns = 80});
            REQUIRE_SAME(got.command, got.status, 0);
            REQUIRE_SAME(got.command, got.err, "");
        }
        auto const piped = test::run({command, "-"}, {.input = large_message(), .err_columns = 80});
        REQUIRE_SAME(piped.command, piped.err, "");
    }
}

TEST_CASE("tool progress: on the terminal of the output, it is drawn between whole lines") {
    std::string input;
    for (int i = 0; i < 40000; ++i)
        input += "From x\nSubject: " + std::to_string(i) + "\n\n" + std::string(60, 'x') + "\n\n";
    for (std::string const command : {"ls", "show", "json"}) {
        auto const got = test::run(
            {command, "-"},
            {.input = input, .chunk = mebi + 777, .pause = 600, .out_columns = 80, .joins = true});
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, got.out.find("MiB, ") != got.out.npos, true);
        for (auto at = got.out.find(cleared); at != got.out.npos;
             at = got.out.find(cleared, at + 1)) {
            auto const before = std::string_view{got.out}.substr(0, at);
            bool const is_at_start =
                before.empty() || before.ends_with('\n') || before.ends_with("/s");
            REQUIRE_SAME(got.command + ": " + std::string{before.substr(before.rfind('\n') + 1)},
                         is_at_start, true);
        }
    }
}

TEST_CASE("tool progress: the size of folders, of any kind") {
    test::temporary_directory const directory;
    directory.file("mh/1", "12345");
    directory.file("mh/2", "123");
    directory.file("mh/deeper/3", "12");
    directory.file("box/new/a", "1234");
    directory.file("box/cur/b", "1");
    directory.file("box/tmp/c", "1");
    REQUIRE_SAME("MH", tool::folder_size(directory.path("mh"), false), 8u);
    REQUIRE_SAME("recursive", tool::folder_size(directory.path("mh"), true), 10u);
    REQUIRE_SAME("Maildir", tool::folder_size(directory.path("box"), false), 5u);
    REQUIRE_SAME("nothing", tool::folder_size(directory.path("none"), true), 0u);
}
