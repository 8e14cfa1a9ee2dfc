#include "../../tools/terminal.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

using namespace std::string_view_literals;

namespace {

constexpr auto no_limit = static_cast<std::size_t>(-1);

struct append_row {
    std::string_view text;
    std::size_t columns; // at most
    std::string_view shown;
    std::string_view ascii; // `shown` with --ascii
    std::size_t used;
};

constexpr append_row table[] = {
    {"", no_limit, "", "", 0},
    {"abc", no_limit, "abc", "abc", 3},
    {"abc", 3, "abc", "abc", 3},
    {"abcd", 3, "ab\xE2\x80\xA6", "ab~", 3},
    {"abc", 1, "\xE2\x80\xA6", "~", 1},
    {"a", 1, "a", "a", 1},
    {"a", 0, "", "", 0},
    {"", 0, "", "", 0},
    {"\x1B[31mred", no_limit, "^[[31mred", "^[[31mred", 9},
    {"\0\x01\x7F"sv, no_limit, "^@^A^?", "^@^A^?", 6},
    {"a\tb", no_limit, "a b", "a b", 3},
    {"a\r\nb", no_limit, "a^M^Jb", "a^M^Jb", 6},
    {"\x07\x08", no_limit, "^G^H", "^G^H", 4},
    {"\xC2\x9B"
     "31m",
     no_limit, "<U+009B>31m", "<U+009B>31m", 11},
    {"\xC2\x85", no_limit, "<U+0085>", "<U+0085>", 8},
    {"\xE2\x80\xAE"
     "fdp.exe",
     no_limit, "<U+202E>fdp.exe", "<U+202E>fdp.exe", 15},
    {"\xD8\x9C\xE2\x81\xA7", no_limit, "<U+061C><U+2067>", "<U+061C><U+2067>", 16},
    {"\xE2\x80\xA8", no_limit, "<U+2028>", "<U+2028>", 8},
    {"caf\xC3\xA9", no_limit, "caf\xC3\xA9", "caf?", 4},
    {"caf\xE9", no_limit, "caf\xEF\xBF\xBD", "caf?", 4},
    {"\x9B"
     "1m",
     no_limit,
     "\xEF\xBF\xBD"
     "1m",
     "?1m", 3},
    {"\xE2\x80", no_limit, "\xEF\xBF\xBD", "?", 1},
    {"caf\xC3\xA9s", 4, "caf\xE2\x80\xA6", "caf~", 4},
    {"a\x1B"
     "b",
     3, "a\xE2\x80\xA6", "a~", 2},                  // ^[ is not split
    {"a\xE2\x80\xAE", 8, "a\xE2\x80\xA6", "a~", 2}, // nor is <U+202E>
    {"ab\xE2\x80\xAE", 10, "ab<U+202E>", "ab<U+202E>", 10},
    {"pay\xE2\x80\x8Bment", no_limit, "pay<U+200B>ment", "pay<U+200B>ment", 15},
    {"\xEF\xBB\xBFx\xC2\xAD", no_limit, "<U+FEFF>x<U+00AD>", "<U+FEFF>x<U+00AD>", 17},
    {"a\xE2\x80\x8D"
     "b",
     no_limit, "a<U+200D>b", "a<U+200D>b", 10},
    {"\xF3\xA0\x81\xA1", no_limit, "<U+E0061>", "<U+E0061>", 9},
    {"a\xEF\xB8\x8F", no_limit, "a<U+FE0F>", "a<U+FE0F>", 9},
};

struct wide_row {
    std::string_view from;
    std::string_view text;
    std::size_t columns;
    std::string_view shown;
    std::size_t used;
};

constexpr wide_row wide[] = {
    {"two columns each", "\xE7\x94\xB1\xE7\xBE\x8E", no_limit, "\xE7\x94\xB1\xE7\xBE\x8E", 4},
    {"just fits", "\xE7\x94\xB1\xE7\xBE\x8E", 4, "\xE7\x94\xB1\xE7\xBE\x8E", 4},
    {"one column short", "\xE7\x94\xB1\xE7\xBE\x8E", 3, "\xE7\x94\xB1\xE2\x80\xA6", 3},
    {"two columns short", "\xE7\x94\xB1\xE7\xBE\x8E", 2, "\xE2\x80\xA6", 1},
    {"no room beside a wide one", "\xE7\x94\xB1\xE7\xBE\x8Ex", 4, "\xE7\x94\xB1\xE2\x80\xA6", 3},
    {"a combining accent", "e\xCC\x81x", no_limit, "e\xCC\x81x", 2},
    {"an accent stays with its letter", "e\xCC\x81xy", 2, "e\xCC\x81\xE2\x80\xA6", 2},
    {"an emoji", "\xF0\x9F\x98\x80!", no_limit, "\xF0\x9F\x98\x80!", 3},
    {"an emoji sequence", "x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBBy", no_limit,
     "x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBBy", 4},
    {"it is not split", "x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBBy", 3, "x\xE2\x80\xA6", 2},
    {"a keycap", "1\xEF\xB8\x8F\xE2\x83\xA3 1", no_limit, "1\xEF\xB8\x8F\xE2\x83\xA3 1", 4},
    {"which is not split either", "ab1\xEF\xB8\x8F\xE2\x83\xA3", 3, "ab\xE2\x80\xA6", 3},
};

/// Mail with all octets and all marks of direction in every field.
std::string hostile_mailbox() {
    std::string evil;
    for (int octet = 0; octet < 0x100; ++octet)
        if (octet != '\n') evil += static_cast<char>(octet);
    for (std::uint32_t c = 0x80; c < 0x2070; c += c == 0xA0 ? 0x061C - 0xA0 : 1)
        test::append_utf8(evil, c);
    std::string mailbox;
    for (std::string_view const name : {"Date", "From", "Subject", "X-Evil", "\x1B[2J", "\x9B"}) {
        mailbox.append("From \x1B[2Jx Mon Dec 15 10:00:00 2014\n").append(name);
        mailbox.append(": ").append(evil).append("\n ").append(evil).append("\n\n\x1B[2J\n\n");
    }
    return mailbox;
}

struct color_row {
    std::vector<std::string> options;
    std::vector<std::string> environment;
    bool on_terminal;
    bool colored;
};

} // namespace

TEST_CASE("tool terminal: displayed text") {
    tool::terminal const terminal{false, false};
    tool::terminal const ascii{false, true};
    for (auto const& row : table) {
        std::string shown = "before ";
        REQUIRE_SAME(row.text, terminal.append(shown, row.text, row.columns), row.used);
        REQUIRE_SAME(row.text, shown, "before " + std::string{row.shown});
        shown.clear();
        REQUIRE_SAME(row.text, ascii.append(shown, row.text, row.columns), row.used);
        REQUIRE_SAME(row.text, shown, row.ascii);
    }
    for (auto const& row : wide) {
        std::string shown;
        REQUIRE_SAME(row.from, terminal.append(shown, row.text, row.columns), row.used);
        REQUIRE_SAME(row.from, shown, row.shown);
        bool const is_sequence =
            shown.find("\xE2\x80\x8D") != shown.npos || shown.find("\xE2\x83\xA3") != shown.npos;
        if (!is_sequence) REQUIRE_SAME(row.from, test::columns_of(shown), row.used);
    }
    std::string shown; // in ASCII, too, it is one character
    CHECK(ascii.append(shown, "x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBBy") == 3);
    CHECK(shown == "x?y");
}

TEST_CASE("tool terminal: no text is wider than its column, or controls the terminal") {
    tool::terminal const terminal{false, false};
    auto const text = hostile_mailbox();
    for (std::size_t at = 0; at < text.size(); at += 13) {
        for (std::size_t columns = 0; columns <= 12; ++columns) {
            std::string shown;
            auto const part = std::string_view{text}.substr(at, 26);
            auto const used = terminal.append(shown, part, columns);
            auto const danger = test::danger_in(shown + "\n");
            if (!danger.empty()) REQUIRE_SAME(part, danger, "");
            if (used > columns) REQUIRE_SAME(part, used, columns);
            // The table of widths here is incomplete: compare only texts of one-column characters.
            if (test::is_ascii(part)) REQUIRE_SAME(part, test::columns_of(shown), used);
        }
    }
}

TEST_CASE("tool terminal: style") {
    std::string text;
    tool::terminal{true, false}.style(text, "1;31");
    tool::terminal{true, false}.plain(text);
    CHECK(text == "\x1B[1;31m\x1B[0m");
    tool::terminal{false, false}.style(text, "1;31");
    tool::terminal{false, false}.plain(text);
    CHECK(text == "\x1B[1;31m\x1B[0m");
}

TEST_CASE("tool terminal: mail cannot control a terminal or mislead") {
    test::temporary_directory const directory;
    directory.file("hostile", hostile_mailbox());
    std::string const evil_name = "\x1B[2J\xE2\x80\xAE\x9B";
    directory.file(evil_name, hostile_mailbox());
    directory.file("box/cur/" + evil_name, hostile_mailbox());
    auto const demo = test::data_file("demo.mbox");
    std::vector<std::vector<std::string>> const commands = {
        {"ls", "hostile"},      {"headers", "hostile"},
        {"json", "hostile"},    {"ls", demo},
        {"headers", demo},      {"json", demo},
        {"ls", evil_name, "-"}, {"headers", "--name", "X-Evil", evil_name},
        {"json", evil_name},    {"ls", "box"},
        {"json", "box"},
    };
    for (auto const& command : commands) {
        for (int const columns : {0, 80}) {
            for (bool const colors : {false, true}) {
                auto arguments = command;
                arguments.push_back(colors ? "--color=always" : "--color=never");
                auto const got =
                    test::run(arguments, {.out_columns = columns, .directory = directory.path()});
                REQUIRE_SAME(got.command, got.status, 0);
                REQUIRE_SAME(got.command, got.out.empty(), false);
                // For programs, the names of files are their octets.
                auto out = got.out;
                if (columns == 0 && !colors)
                    for (auto at = out.find(evil_name); at != out.npos; at = out.find(evil_name))
                        out.erase(at, evil_name.size());
                REQUIRE_SAME(got.command, test::danger_in(out, colors, columns == 0), "");
            }
        }
    }
    auto const raw = test::run({"headers", "--raw", "hostile", demo},
                               {.out_columns = 80, .directory = directory.path()});
    REQUIRE_SAME(raw.command, test::danger_in(raw.out, true), "");
}

TEST_CASE("tool terminal: no line of ls is wider than the terminal") {
    test::temporary_directory const directory;
    directory.file("hostile", hostile_mailbox());
    directory.file("wide", "Date: \xE7\x94\xB1\xE7\xBE\x8E\xE7\x94\xB1\xE7\xBE\x8E\nFrom: "
                           "\xE6\xB8\xA1\xE8\xBE\xBA\xE7\x94\xB1\xE7\xBE\x8E x \xE7\x94\xB1\n");
    std::string many;
    for (int i = 0; i < 10001; ++i)
        many.append("From x\nSubject: ").append(200, 'x').append("\n\n");
    directory.file("many", many);
    std::string const deep = "a/rather/deep/folder/and/a/name/that/nobody/would/type/twice.mbox";
    directory.file(deep, test::contents(test::data_file("demo.mbox")));
    std::vector<std::vector<std::string>> const commands = {
        {test::data_file("demo.mbox")},
        {"hostile"},
        {"wide"},
        {"many:10001"},
        {"many", "--range", "2180000", "99999999"},
        {"hostile", "wide"},
        {deep, "wide"},
        {"--ascii", "hostile", "wide"},
    };
    for (auto const& command : commands) {
        for (int const columns : {30, 40, 80, 200}) {
            auto const got =
                test::run(command, {.out_columns = columns, .directory = directory.path()});
            REQUIRE_SAME(got.command, got.status, 0);
            REQUIRE_SAME(got.command, got.out.empty(), false);
            for (auto const& line : test::lines_of(got.out)) {
                if (line.ends_with(deep + ":")) continue; // names of files are never cut
                auto const row = got.command + ", " + std::to_string(columns) + " columns: " + line;
                auto const used = test::columns_of(line);
                if (used > static_cast<std::size_t>(columns)) {
                    REQUIRE_SAME(row, used, static_cast<std::size_t>(columns));
                    break; // one failure is enough
                }
            }
        }
    }
}

TEST_CASE("tool terminal: output to a pipe is not truncated") {
    auto const line = "Subject: " + std::string(5000, 'x') + '\n';
    auto const got = test::run({"ls", "-"}, {.input = line});
    REQUIRE_SAME(got.command, got.out.find(std::string(5000, 'x')) != got.out.npos, true);
}

TEST_CASE("tool terminal: colours") {
    std::vector<color_row> const rows = {
        {{}, {}, true, true},
        {{}, {}, false, false},
        {{"--color"}, {}, false, true},
        {{"--color=always"}, {}, false, true},
        {{"--color=always"}, {"NO_COLOR=1"}, true, true},
        {{"--color=never"}, {}, true, false},
        {{"--color=auto"}, {}, true, true},
        {{"--color=auto"}, {}, false, false},
        {{}, {"NO_COLOR=1"}, true, false},
        {{}, {"NO_COLOR=0"}, true, false},
        {{}, {"NO_COLOR="}, true, true}, // https://no-color.org: "when not an empty string"
        {{"--color=auto"}, {"NO_COLOR=1"}, true, false},
        {{}, {"TERM=dumb"}, true, false},
        {{}, {"TERM=xterm"}, true, true},
        {{"--color"}, {"TERM=dumb"}, true, true},
    };
    for (auto const& row : rows) {
        for (std::string const command : {"ls", "headers"}) {
            auto arguments = row.options;
            arguments.insert(arguments.begin(), command);
            arguments.push_back(test::data_file("demo.mbox"));
            auto const got = test::run(arguments, {.out_columns = row.on_terminal ? 80 : 0,
                                                   .environment = row.environment});
            auto const name = got.command + (row.on_terminal ? " on a terminal" : " into a pipe") +
                              (row.environment.empty() ? "" : " with " + row.environment[0]);
            REQUIRE_SAME(name, got.status, 0);
            REQUIRE_SAME(name, test::has_color(got.out), row.colored);
            REQUIRE_SAME(name, test::danger_in(got.out, true, !row.on_terminal), "");
        }
    }
}

TEST_CASE("tool terminal: output for programs has no colours") {
    for (std::string const command : {"json", "count"}) {
        auto const got = test::run({command, "--color=always", test::data_file("demo.mbox")},
                                   {.out_columns = 80});
        REQUIRE_SAME(got.command, test::has_color(got.out), false);
    }
}

TEST_CASE("tool terminal: --ascii") {
    test::temporary_directory const directory;
    auto const hostile = directory.file("hostile", hostile_mailbox());
    for (std::string const command : {"ls", "headers", "json"}) {
        for (int const columns : {0, 80}) {
            for (auto const& file : {test::data_file("demo.mbox"), hostile}) {
                auto const got = test::run({command, "--ascii", file}, {.out_columns = columns});
                REQUIRE_SAME(got.command, got.status, 0);
                REQUIRE_SAME(got.command, got.out.empty(), false);
                REQUIRE_SAME(got.command, test::is_ascii(got.out), true);
            }
        }
    }
}

TEST_CASE("tool terminal: the display code of these tests") {
    CHECK(test::danger_in("a\n\xE2\x80\xA6\xC2\xA0\n").empty());
    for (auto const text : {"\x1B[0m"sv, "\r"sv, "\0"sv, "\x7F"sv, "\xC2\x9B"sv, "\x9B"sv,
                            "\xE2\x80\xAE"sv, "\xE2\x81\xA6"sv, "\xED\xA0\x80"sv, "\xC0\x80"sv})
        REQUIRE_SAME(text, test::danger_in(text).empty(), false);
    CHECK(test::danger_in("\x1B[0;36mx", true).empty());
    CHECK(!test::danger_in("\x1B[2J", true).empty());
    CHECK(test::columns_of("\x1B[1ma\xE7\x94\xB1"
                           "e\xCC\x81\x1B[0m") == 4);
}
