// How commands print the names of messages and files: whole, and so that they can be passed back.

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

/// Two messages, the second of which has a problem, and both of which have a hop with a delay.
constexpr std::string_view mailbox =
    "From x Mon Dec 15 10:00:00 2014\nFrom: <a@x.example>\nReceived: by b; Mon, 15 Dec 2014 "
    "10:00:09 +0000\nReceived: by a; Mon, 15 Dec 2014 10:00:00 +0000\nSubject: one\n\n\n"
    "From x Mon Dec 15 10:00:00 2014\nFrom: <a@x.example>\nReceived: by d; Mon, 15 Dec 2014 "
    "10:00:05 +0000\nReceived: by c; Mon, 15 Dec 2014 10:00:00 +0000\nSubject : \x01two\n\n"
    "the longer one\n";

/// A name with characters that control a terminal, and octets that are not UTF-8.
constexpr std::string_view odd = "\xE2\x80\xAEx\x1B[31m\r \xFF\xC3\xA9.mbox";

std::vector<std::vector<std::string>> const commands = {
    {"ls"},    {"headers"}, {"show"},
    {"trace"}, {"lint"},    {"lint", "--summary"},
    {"stats"}, {"count"},   {"split", "--shards", "1"}};

} // namespace

TEST_CASE("tool names: in a pipe, a name is the octets of the file's name") {
    test::temporary_directory const directory;
    directory.file(odd, mailbox);
    directory.file("plain", mailbox);
    for (auto arguments : commands) {
        arguments.insert(arguments.end(), {std::string{odd}, "plain"});
        auto const got = test::run(arguments, {.directory = directory.path()});
        REQUIRE_SAME(got.command, got.out.find(odd) != got.out.npos, true);
        REQUIRE_SAME(got.command, got.out.find("<U+202E>") == got.out.npos, true);
    }
    auto const got = test::run({"ls", std::string{odd}}, {.directory = directory.path()});
    auto const lines = test::lines_of(got.out);
    REQUIRE_SAME("lines", lines.size(), 2u);
    for (auto const& line : lines) {
        auto const name = line.substr(0, line.find('\t'));
        test::check_output(test::run({"ls", name}, {.directory = directory.path()}), line + '\n');
    }
}

TEST_CASE("tool names: a TAB and a line feed, which separate values and lines, are shown") {
    test::temporary_directory const directory;
    directory.file("a\tb\nc", mailbox);
    for (auto arguments : commands) {
        arguments.insert(arguments.end(), {"a\tb\nc", "a\tb\nc"});
        auto const got = test::run(arguments, {.directory = directory.path()});
        REQUIRE_SAME(got.command, got.out.find("a^Ib^Jc") != got.out.npos, true);
        REQUIRE_SAME(got.command, got.out.find("a\tb") == got.out.npos, true);
        REQUIRE_SAME(got.command, got.out.find("b\nc") == got.out.npos, true);
    }
}

TEST_CASE("tool names: on a terminal, no name controls it") {
    test::temporary_directory const directory;
    auto const name = std::string{odd} + "\na\tb";
    directory.file(name, mailbox);
    for (auto arguments : commands) {
        arguments.insert(arguments.end(), {name, name});
        auto const got = test::run(arguments, {.out_columns = 120, .directory = directory.path()});
        bool const is_split = arguments[0] == "split" || arguments[0] == "count";
        REQUIRE_SAME(got.command, test::danger_in(got.out, true, is_split), std::string{});
        REQUIRE_SAME(got.command, got.out.find("<U+202E>x^[[31m^M ") != got.out.npos, true);
        REQUIRE_SAME(got.command, got.out.find("^Ja b") != got.out.npos, true);
    }
    directory.file("part", "Content-Type: text/plain; name=n.txt\n\nx\n");
    auto const into = directory.path("\x1B[2J");
    for (int const columns : {0, 80}) {
        auto const got = test::run({"extract", "1", "-o", into, directory.path("part")},
                                   {.out_columns = columns});
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, test::danger_in(got.out).empty(), columns != 0);
    }
}

TEST_CASE("tool names: names are never cut") {
    test::temporary_directory const directory;
    auto const long_name = directory.file(std::string(90, 'd') + "/in.mbox", mailbox);
    auto const other = directory.file("other", mailbox);
    for (int const columns : {40, 80, 120}) {
        for (auto arguments : commands) {
            if (arguments[0] == "trace" && columns == 40) continue; // without names
            arguments.insert(arguments.end(), {long_name, other});
            auto const got =
                test::run(arguments, {.out_columns = columns, .environment = {"NO_COLOR=1"}});
            REQUIRE_SAME(got.command, got.out.find(long_name) != got.out.npos, true);
        }
    }
    auto const trace =
        test::run({"trace", "--ascii", "--color=never", long_name, other}, {.out_columns = 80});
    test::check_output(trace,
                       "    all    hops   median  slowest  from -> by, and the slowest message\n"
                       "   18 s       2      9 s      9 s  - -> b\n"
                       "    " +
                           long_name +
                           ":1\n"
                           "   10 s       2      5 s      5 s  - -> d\n"
                           "    " +
                           long_name +
                           ":2\n"
                           "\n4 messages\n8 hops\n");
    auto const stats = test::run({"stats", "--color=never", long_name}, {.out_columns = 80});
    REQUIRE_SAME("stats", stats.out.find(" B\n  " + long_name + ":2\n") != stats.out.npos, true);
    auto const signed_one = directory.file(std::string(80, 'e') + "/m m.eml",
                                           "From: <a@x.example>\nAuthentication-Results: x; "
                                           "spf=pass smtp.mailfrom=x.example\n\n");
    auto const auth = test::run({"auth", "--color=never", signed_one}, {.out_columns = 80});
    auto const title = signed_one + ":1:\nauthentication as recorded, not verified\n";
    REQUIRE_SAME("auth", auth.out.starts_with(title), true);
}
