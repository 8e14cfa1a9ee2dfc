#include "../../tools/command_line.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

#include <foldwise/config.hpp>

#include <vector>

using foldwise::mbox_format;
using foldwise::mbox_separator;
using tool::color_choice;
using tool::command;

namespace {

using words = std::vector<std::string>;

/// The command line, and the strings that its options refer to.
struct parsed {
    explicit parsed(words const& arguments)
        : strings{arguments}, pointers{pointers_to(strings)},
          line{static_cast<int>(pointers.size()) - 1, pointers.data()} {}

    static std::vector<char*> pointers_to(words& strings) {
        strings.insert(strings.begin(), "foldwise");
        auto result = test::detail::pointers(strings);
        return result;
    }

    words strings;
    std::vector<char*> pointers;
    tool::command_line line;
};

std::string joined(words const& arguments) {
    std::string text;
    for (auto const& argument : arguments) text += (text.empty() ? "" : " ") + argument;
    return text;
}

struct command_row {
    words arguments;
    enum command command;
    words files;
};

struct wrong_row {
    words arguments;
    std::string_view problem; // text that the error message contains
};

std::vector<wrong_row> const wrong = {
    {{"show", "--message", "f"}, "--message goes with the command smtp only"},
    {{"smtp", "--message", "f", "g"}, "--message goes with one FILE"},
    {{"smtp", "--range", "0", "1", "f"}, "--range does not go with the command smtp"},
    {{"json", "--property", "header:a", "f"}, "--property needs --jmap"},
    {{"ls", "--property", "header:a", "f"}, "--property goes with the command json only"},
    {{"json", "--jmap", "--property", "subject", "f"}, "'subject' is not header:NAME"},
    {{"json", "--jmap", "--property", "header:", "f"}, "'header:' is not header:NAME"},
    {{"json", "--jmap", "--property", "header:Date:asText", "f"}, "RFC 8621"},
    {{}, "FILE"},
    {{"ls"}, "FILE"},
    {{"count", "--"}, "FILE"},
    {{"--nonsense", "f"}, "--nonsense"},
    {{"--nonsense=1", "f"}, "--nonsense"},
    {{"-x", "f"}, "-x"},
    {{"ls", "f", "--colour"}, "--colour"},
    {{"--range"}, "--range"},
    {{"--range", "0"}, "--range"},
    {{"--range", "a", "9", "f"}, "'a'"},
    {{"--range", "0", "-1", "f"}, "'-1'"},
    {{"--range", "0", "1k", "f"}, "'1k'"},
    {{"--range", "", "1", "f"}, "''"},
    {{"--range", "0", "18446744073709551616", "f"}, "'18446744073709551616'"},
    {{"--range", "9", "8", "f"}, "--range"},
    {{"--shard"}, "--shard"},
    {{"--shard", "1", "f"}, "'1'"},
    {{"--shard", "0/3", "f"}, "'0/3'"},
    {{"--shard", "4/3", "f"}, "'4/3'"},
    {{"--shard", "1/0", "f"}, "'1/0'"},
    {{"--shard", "1/2/3", "f"}, "'1/2/3'"},
    {{"--shard", "/", "f"}, "'/'"},
    {{"--shard", "1/3", "--range", "0", "9", "f"}, "--shard"},
    {{"split", "f"}, "--shards"},
    {{"split", "--shards", "0", "f"}, "'0'"},
    {{"split", "--shards", "many", "f"}, "'many'"},
    {{"split", "--shards", "2", "--shard", "1/2", "f"}, "split"},
    {{"split", "--shards", "2", "--range", "0", "1", "f"}, "split"},
    {{"split", "--shards", "2"}, "FILE"},
    {{"ls", "--shards", "2", "f"}, "--shards"},
    {{"ls", "--raw", "f"}, "--raw"},
    {{"json", "--name", "To", "f"}, "--name"},
    {{"ls", "--trust", "x", "f"}, "--trust"},
    {{"auth", "f", "--trust"}, "--trust"},
    {{"auth", "--trust", "", "f"}, "''"},
    {{"auth", "--host", "x", "f"}, "--trust"},
    {{"json", "--public-suffixes", "x", "f"}, "--trust"},
    {{"json", "--public-suffixes=", "--trust=x", "f"}, "''"},
    {{"json", "--json", "f"}, "--json"},
    {{"ls", "--summary", "f"}, "--summary"},
    {{"f", "--severity", "note"}, "--severity"},
    {{"count", "--explain", "nul"}, "--explain"},
    {{"lint"}, "FILE"},
    {{"lint", "--json"}, "FILE"},
    {{"lint", "--severity", "grave", "f"}, "'grave'"},
    {{"lint", "--severity="}, "''"},
    {{"lint", "f", "--severity"}, "--severity"},
    {{"lint", "f", "--explain"}, "--explain"},
    {{"lint", "--explain", "nul", "f"}, "no FILE"},
    {{"lint", "--explain", "nul", "--summary"}, "--explain"},
    {{"lint", "--json=yes", "f"}, "--json"},
    {{"headers", "--name"}, "--name"},
    {{"headers", "--name", "", "f"}, "''"},
    {{"headers", "--name", ":", "f"}, "':'"},
    {{"headers", "--raw=yes", "f"}, "--raw"},
    {{"--ascii=no", "f"}, "--ascii"},
    {{"--help=me"}, "--help"},
    {{"help", "f"}, "no command f"},
    {{"help", "haeders"}, "no command haeders (see foldwise --help); did you mean headers?"},
    {{"help", "ls", "json"}, "one COMMAND"},
    {{"help", "--man", "ls"}, "one COMMAND"},
    {{"help", "--completion", "sh"}, "'sh'"},
    {{"--man"}, "--man goes with the command help only"},
    {{"help", "--range", "0", "1"}, "--range does not go with the command help"},
    {{"--fallback-charset=x-none", "f"}, "'x-none'"},
    {{"--fallback-charset=iso-2022-cn", "f"}, "'iso-2022-cn'"}, // known, but not decoded
    {{"--fallback-charset"}, "--fallback-charset"},
    {{"--color=sometimes", "f"}, "'sometimes'"},
    {{"--color=", "f"}, "''"},
    {{"--format", "mbx", "f"}, "'mbx'"},
    {{"--format"}, "--format"},
    {{"--separator=none", "f"}, "'none'"},
    {{"--separator"}, "--separator"},
};

} // namespace

TEST_CASE("tool options: numbers") {
    struct {
        std::string_view digits;
        std::optional<std::uint64_t> number;
    } const table[] = {
        {"0", 0},    {"7", 7},
        {"007", 7},  {"18446744073709551615", UINT64_MAX},
        {"", {}},    {"18446744073709551616", {}},
        {"-1", {}},  {"99999999999999999999", {}},
        {"+1", {}},  {" 1", {}},
        {"1 ", {}},  {"0x10", {}},
        {"1e3", {}}, {"\xD9\xA1", {}},
    };
    for (auto const& row : table) {
        REQUIRE_SAME(row.digits, foldwise::read_decimal(row.digits).has_value(),
                     row.number.has_value());
        REQUIRE_SAME(row.digits, foldwise::read_decimal(row.digits).value_or(0),
                     row.number.value_or(0));
    }
}

TEST_CASE("tool options: the command and the files") {
    command_row const table[] = {
        {{"f"}, command::ls, {"f"}},
        {{"ls", "f", "g:3"}, command::ls, {"f", "g:3"}},
        {{"headers", "f"}, command::headers, {"f"}},
        {{"trace", "f:3"}, command::trace, {"f:3"}},
        {{"smtp", "--message", "f:3"}, command::smtp, {"f:3"}},
        {{"json", "-"}, command::json, {"-"}},
        {{"lint", "f"}, command::lint, {"f"}},
        {{"lint", "--explain", "nul"}, command::lint, {}},
        {{"auth", "f:3"}, command::auth, {"f:3"}},
        {{"count", "f", "-:2"}, command::count, {"f", "-:2"}},
        {{"split", "f", "--shards", "3"}, command::split, {"f"}},
        {{"help"}, command::help, {}},
        {{"help", "json"}, command::help, {"json"}},
        {{"help", "--man"}, command::help, {}},
        {{"raw", "f:3"}, command::raw, {"f:3"}},
        {{"--help"}, command::help, {}},
        {{"-h"}, command::help, {}},
        {{"json", "--help"}, command::help, {}},
        {{"--version"}, command::version, {}},
        {{"f", "json"}, command::ls, {"f", "json"}},      // after a file, it is a file
        {{"--ascii", "json", "f"}, command::json, {"f"}}, // options may come before the command
        {{"--name", "json", "headers", "f"}, command::headers, {"f"}},
        {{"json", "count"}, command::json, {"count"}},
        {{"--help", "json"}, command::help, {}},
        {{"./count"}, command::ls, {"./count"}},
        {{"--", "count"}, command::ls, {"count"}},
        {{"count", "--", "--raw", "-"}, command::count, {"--raw", "-"}},
        {{"f", "--ascii", "g"}, command::ls, {"f", "g"}}, // and after files
        {{"--color", "never"}, command::ls, {"never"}},   // --color has a value only after "="
    };
    for (auto const& row : table) {
        parsed const got{row.arguments};
        auto const& options = got.line.options();
        auto const name = joined(row.arguments);
        REQUIRE_SAME(name, got.line.problem(), "");
        REQUIRE_SAME(name, options.command, row.command);
        REQUIRE_SAME(name, joined({options.files.begin(), options.files.end()}), joined(row.files));
    }
}

TEST_CASE("tool options: values of options") {
    struct {
        words arguments;
        bool (*holds)(tool::options const&);
    } const table[] = {
        {{"f"}, [](auto& o) { return !o.range && !o.share && !o.ascii && !o.raw; }},
        {{"f"}, [](auto& o) { return o.mbox == foldwise::mbox_options{} && o.names.empty(); }},
        {{"f"}, [](auto& o) { return o.color == color_choice::automatic; }},
        {{"f", "--color"}, [](auto& o) { return o.color == color_choice::always; }},
        {{"f", "--color=always"}, [](auto& o) { return o.color == color_choice::always; }},
        {{"f", "--color=never"}, [](auto& o) { return o.color == color_choice::never; }},
        {{"f", "--color", "--color=auto"},
         [](auto& o) { return o.color == color_choice::automatic; }},
        {{"f", "--ascii"}, [](auto& o) { return o.ascii; }},
        {{"f"}, [](auto& o) { return o.fallback == foldwise::charset::windows_1252; }},
        {{"f", "--fallback-charset", "KOI8-R"},
         [](auto& o) { return o.fallback == foldwise::charset::koi8_r; }},
        {{"f", "--fallback-charset=big5"},
         [](auto& o) { return o.fallback == foldwise::charset::big5; }},
        {{"lint", "f"},
         [](auto& o) { return o.severity == foldwise::severity::violation && !o.json; }},
        {{"lint", "f", "--severity=note"},
         [](auto& o) { return o.severity == foldwise::severity::note; }},
        {{"lint", "f", "--severity", "limit"},
         [](auto& o) { return o.severity == foldwise::severity::limit; }},
        {{"lint", "f", "--json", "--summary"}, [](auto& o) { return o.json && o.summary; }},
        {{"lint", "--explain", "nul", "--explain=bare_cr"},
         [](auto& o) { return o.explained.size() == 2 && o.explained[1] == "bare_cr"; }},
        {{"headers", "f", "--raw"}, [](auto& o) { return o.raw; }},
        {{"headers", "f", "--name", "To", "--name=Cc"},
         [](auto& o) { return o.names.size() == 2 && o.names[0] == "To" && o.names[1] == "Cc"; }},
        {{"f"}, [](auto& o) { return o.trusted.empty() && o.hosts.empty() && !o.suffixes; }},
        {{"auth", "f", "--trust", "a", "--trust=b", "--host", "c"},
         [](auto& o) { return o.trusted.size() == 2 && o.trusted[1] == "b" && o.hosts[0] == "c"; }},
        {{"json", "f", "--trust=a", "--public-suffixes=none"},
         [](auto& o) { return o.suffixes == "none"; }},
        {{"f", "--range", "0", "18446744073709551615"},
         [](auto& o) { return o.range == foldwise::byte_range{0, UINT64_MAX}; }},
        {{"f", "--range", "5", "5"}, [](auto& o) { return o.range == foldwise::byte_range{5, 5}; }},
        {{"f", "--shard", "3/8"}, [](auto& o) { return o.share->k == 3 && o.share->n == 8; }},
        {{"f", "--shard=1/1"}, [](auto& o) { return o.share->k == 1 && o.share->n == 1; }},
        {{"split", "f", "--shards", "8"}, [](auto& o) { return o.shards == 8; }},
        {{"f", "--format", "mboxrd"}, [](auto& o) { return o.mbox.format == mbox_format::mboxrd; }},
        {{"f", "--format", "mboxo"}, [](auto& o) { return o.mbox.format == mbox_format::mboxo; }},
        {{"f", "--format=mboxcl"}, [](auto& o) { return o.mbox.format == mbox_format::mboxcl; }},
        {{"f", "--format=mboxcl2"}, [](auto& o) { return o.mbox.format == mbox_format::mboxcl2; }},
        {{"f", "--separator", "after-empty-line"},
         [](auto& o) { return o.mbox.separator == mbox_separator::after_empty_line; }},
        {{"f", "--separator", "likely"},
         [](auto& o) { return o.mbox.separator == mbox_separator::likely; }},
        {{"f", "--separator=any"}, [](auto& o) { return o.mbox.separator == mbox_separator::any; }},
        {{"f", "--separator", "dated"},
         [](auto& o) { return o.mbox.separator == mbox_separator::dated; }},
    };
    for (auto const& row : table) {
        parsed const got{row.arguments};
        REQUIRE_SAME(joined(row.arguments), got.line.problem(), "");
        REQUIRE_SAME(joined(row.arguments), row.holds(got.line.options()), true);
    }
}

TEST_CASE("tool options: errors") {
    for (auto const& row : wrong) {
        parsed const got{row.arguments};
        auto const& problem = got.line.problem();
        if (problem.find(row.problem) == problem.npos)
            REQUIRE_SAME(joined(row.arguments), problem, row.problem);
    }
}

TEST_CASE("tool options: bad usage ends with one line and status 2") {
    for (auto const& row : wrong) test::check_complaint(test::run(row.arguments), 2, row.problem);
    // The echoed argument is in one line, and does not control a terminal.
    for (std::string const word : {"two\nlines", "\x1B[2J", "\xE2\x80\xAE", "\x9B", "\r"}) {
        for (std::string const option : {"--unknown-", "--color=", "--format=", "--shard="}) {
            auto const got = test::run({option + word, "f"});
            test::check_complaint(got, 2, option.substr(0, option.size() - 1));
            REQUIRE_SAME(got.command, test::danger_in(got.err), "");
        }
    }
}

TEST_CASE("tool options: no arguments") {
    tool::command_line const line{0, nullptr};
    CHECK(!line.problem().empty());
}

TEST_CASE("tool options: the help fits a terminal and is complete") {
    auto const help = test::run({"--help"});
    test::check_output(help, test::run({"help"}).out);
    test::check_output(help, test::run({"-h"}).out);
    auto const of_json = test::run({"json", "--help", "no such file"});
    test::check_output(of_json, test::run({"help", "json"}).out);
    for (auto const& line : test::lines_of(help.out))
        if (line.size() > 80) REQUIRE_SAME(line, line.size(), 80u);
    for (std::string_view const word : {"lint",        "--severity",
                                        "--summary",   "--explain",
                                        "auth",        "--trust",
                                        "--host",      "--public-suffixes",
                                        "ls",          "headers",
                                        "trace",       "json",
                                        "count",       "split",
                                        "--name",      "--raw",
                                        "--shards",    "--range",
                                        "--shard K/N", "--format",
                                        "mboxrd",      "mboxo",
                                        "mboxcl",      "mboxcl2",
                                        "--separator", "after-empty-line",
                                        "any",         "dated",
                                        "--color",     "always",
                                        "never",       "auto",
                                        "NO_COLOR",    "--ascii",
                                        "--help",      "--version",
                                        "FILE:K",      "Exit status"})
        REQUIRE_SAME(word, help.out.find(word) != help.out.npos, true);
}

TEST_CASE("tool options: the version") {
    test::check_output(test::run({"--version"}), "foldwise " FOLDWISE_VERSION "\n");
}
