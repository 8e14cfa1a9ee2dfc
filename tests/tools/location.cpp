#include "../../tools/location.hpp"

#include "../support.hpp"
#include "../temporary_directory.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using tool::message_numbers;

struct row {
    std::string_view argument;
    std::string_view path;
    std::optional<message_numbers> numbers = {};
    std::optional<std::uint64_t> octet = {};
};

row const table[] = {
    {"no-such-file:3", "no-such-file", message_numbers{3, 3}},
    {"no-such-file:0", "no-such-file", message_numbers{0, 0}},
    {"no-such-file:3-5", "no-such-file", message_numbers{3, 5}},
    {"no-such-file:5-3", "no-such-file", message_numbers{5, 3}},
    {"no-such-file:@3", "no-such-file", {}, 3},
    {"-", "-"},
    {"-:2", "-", message_numbers{2, 2}},
    {"-:2-3", "-", message_numbers{2, 3}},
    {"-:@0", "-", {}, 0},
    {"a:b:1", "a:b", message_numbers{1, 1}},
    {"a:b", "a:b"},
    {"a:", "a:"},
    {"", ""},
    {"a: 1", "a: 1"},
    {"a:1-", "a:1-"},
    {"a:-1", "a:-1"},
    {"a:1-2-3", "a:1-2-3"},
    {"a:@", "a:@"},
    {"a:@-1", "a:@-1"},
    {"a:@1-2", "a:@1-2"},
    {"a:18446744073709551615", "a", message_numbers{UINT64_MAX, UINT64_MAX}},
    {"a:18446744073709551616", "a:18446744073709551616"},
    {"a:1-18446744073709551616", "a:1-18446744073709551616"},
    {"a:@18446744073709551616", "a:@18446744073709551616"},
};

constexpr std::string_view entry = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";

std::string subjects(std::string const& file, test::setup const& with) {
    std::string all;
    for (auto const& line :
         test::lines_of(test::run({"headers", "--name", "Subject", file}, with).out))
        all += line.substr(line.find("Subject: ") + 9) + ' ';
    return all;
}

} // namespace

TEST_CASE("tool location: FILE, FILE:K, FILE:K-L and FILE:@OFFSET") {
    for (auto const& row : table) {
        auto const got = tool::locate(row.argument);
        REQUIRE_SAME(row.argument, got.path, row.path);
        REQUIRE_SAME(row.argument, got.numbers == row.numbers, true);
        REQUIRE_SAME(row.argument, got.octet == row.octet, true);
    }
}

TEST_CASE("tool location: a file of that whole name comes first") {
    test::temporary_directory const directory;
    test::setup const with{.directory = directory.path()};
    for (std::string const name : {"box:1", "box:1-2", "box:@0", "-:1"}) {
        directory.file(name, "Subject: whole\n");
        directory.file("box", "Subject: part\n");
        auto const got = test::run({"count", "./" + name}, with);
        test::check_output(got, "1\n");
        REQUIRE_SAME(name, subjects("./" + name, with), "whole ");
        REQUIRE_SAME(name, subjects("./" + name + ":1", with), "whole ");
    }
}

TEST_CASE("tool location: FILE:K-L, in a file and in a pipe") {
    std::string octets;
    for (char const name : {'a', 'b', 'c', 'd'})
        octets.append(entry).append("Subject: ").append(1, name).append("\n\nx\n\n");
    test::temporary_directory const directory;
    directory.file("box", octets);
    test::setup const with{.input = octets, .chunk = 7, .directory = directory.path()};
    struct {
        std::string which;
        std::string_view subjects;
        int status;
    } const rows[] = {
        {"1-4", "a b c d ", 0}, {"2-3", "b c ", 0}, {"3-3", "c ", 0},
        {"3-9", "c d ", 0},     {"5-9", "", 1},     {"3-18446744073709551615", "c d ", 0},
        {"0-2", "", 2},         {"3-2", "", 2},
    };
    for (auto const& row : rows)
        for (std::string const file : {"box", "-"}) {
            auto const name = file + ':' + row.which;
            REQUIRE_SAME(name, test::run({"json", name}, with).status, row.status);
            REQUIRE_SAME(name, subjects(name, with), row.subjects);
        }
    auto const none = test::run({"ls", "box:5-9"}, with);
    test::check_complaint(none, 1, "box: no messages 5 to 9; it has 4");
    auto const folder = test::run({"count", ".:1-2"}, with);
    test::check_output(folder, "2\n");
}

TEST_CASE("tool location: FILE:@OFFSET is the message whose entry contains the octet") {
    for (std::string const ending : {"\n", "\r\n"}) {
        for (std::string const& first : {std::string{}, ending, "\xEF\xBB\xBF" + std::string{}}) {
            std::string octets = first;
            std::string owners(first.size(), 'a'); // the subject of each octet's message
            for (char const name : {'a', 'b', 'c'}) {
                auto text = std::string{entry} + "Subject: " + name + "\n\nFrom here.\n\n";
                for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 2))
                    if (ending.size() == 2) text.insert(at, "\r");
                octets += text;
                owners.append(text.size(), name);
            }
            test::temporary_directory const directory;
            directory.file("box", octets);
            test::setup const with{.input = octets, .directory = directory.path()};
            for (std::size_t at = 0; at < octets.size(); at += at < 60 ? 1 : 11)
                for (std::string const file : {"box", "-"}) {
                    auto const name = file + ":@" + std::to_string(at);
                    REQUIRE_SAME(name, subjects(name, with), std::string{owners[at]} + ' ');
                }
            for (std::string const file : {"box", "-"}) {
                auto const end = std::to_string(octets.size());
                auto const got = test::run({"show", file + ":@" + end}, with);
                test::check_complaint(got, 1, file + ": no message at octet " + end);
            }
        }
    }
}

TEST_CASE("tool location: FILE:@OFFSET in files of all kinds") {
    struct {
        std::string_view name;
        std::string_view octets;
        std::size_t offset;
        std::string_view subject;
    } const rows[] = {
        {"one.eml", "Subject: one\n\nx\n", 14, "one "},
        {"1.emlx", "13\nSubject: one\n<?xml version=\"1.0\"?>\n<plist></plist>\n", 0, "one "},
        {"2.emlx", "13\nSubject: one\n<?xml version=\"1.0\"?>\n<plist></plist>\n", 50, "one "},
        {"mmdf", "\1\1\1\1\nSubject: one\n\n\1\1\1\1\n\1\1\1\1\nSubject: two\n\1\1\1\1\n", 0,
         "one "},
        {"mmdf", "\1\1\1\1\nSubject: one\n\n\1\1\1\1\n\1\1\1\1\nSubject: two\n\1\1\1\1\n", 25,
         "two "},
    };
    for (auto const& row : rows) {
        test::temporary_directory const directory;
        auto const file = directory.file(row.name, row.octets);
        auto const name = file + ":@" + std::to_string(row.offset);
        REQUIRE_SAME(row.name, subjects(name, {}), row.subject);
    }
}

TEST_CASE("tool location: an octet far into a file, after a long message") {
    test::temporary_directory const directory;
    std::string octets;
    std::vector<std::size_t> starts;
    for (std::size_t const size : {10u, 400'000u, 100u, 70'000u}) {
        starts.push_back(octets.size());
        octets.append(entry).append("Subject: ").append(std::to_string(size)).append("\n\n");
        octets.append(size, 'x').append("\n\n");
    }
    auto const file = directory.file("box", octets);
    auto const in = [&](std::size_t at) { return subjects(file + ":@" + std::to_string(at), {}); };
    REQUIRE_SAME("the last octet of the long one", in(starts[2] - 1), "400000 ");
    REQUIRE_SAME("the first after it", in(starts[2]), "100 ");
    REQUIRE_SAME("the last of all", in(octets.size() - 1), "70000 ");
    // Offsets of JSON and of ls name the message.
    auto const ls = test::run({"ls", "--range", std::to_string(starts[2]), "9999999", file});
    auto const name = ls.out.substr(0, ls.out.find('\t'));
    auto const label = name.substr(name.rfind(':') + 1);
    REQUIRE_SAME("ls", label, "@" + std::to_string(starts[2]));
    REQUIRE_SAME("ls", subjects(file + ":" + label, {}), "100 ");
}
