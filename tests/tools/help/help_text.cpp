#include "../../../tools/help/help_text.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"

#include <string>
#include <string_view>

namespace {

void check_width(std::string_view name, std::string_view text, std::size_t columns) {
    for (auto const& line : test::lines_of(text))
        if (line.size() > columns && !line.starts_with("  foldwise") && !line.starts_with("    p"))
            REQUIRE_SAME(std::string{name} + ": " + line, line.size(), columns);
}

/// The words of a text, with one space between them.
std::string words_of(std::string_view text) {
    std::string words;
    for (char const octet : text) {
        bool const is_space = octet == ' ' || octet == '\n';
        if (!is_space || !words.ends_with(' ')) words += is_space ? ' ' : octet;
    }
    return words;
}

} // namespace

TEST_CASE("tool help: every command and option is on the first page") {
    auto const help = test::run({"help"}).out;
    for (auto const& row : tool::command_table) {
        auto const line = "\n  " + std::string{row.name} + ' ';
        REQUIRE_SAME(row.name, help.find(line) != help.npos, true);
        REQUIRE_SAME(row.name, row.brief.size() <= 68, true);
    }
    for (auto const& row : tool::option_table)
        REQUIRE_SAME(row.name, help.find("\n  " + tool::names_of(row)) != help.npos, true);
    REQUIRE_SAME("help", help.starts_with("Reads mail"), true);
}

TEST_CASE("tool help: each command has a page with its options and examples") {
    for (auto const& row : tool::command_table) {
        auto const got = test::run({"help", std::string{row.name}});
        test::check_output(got, tool::help_text{80}.page(row));
        check_width(row.name, got.out, 80);
        REQUIRE_SAME(row.name,
                     got.out.find("Usage: foldwise " + std::string{row.name}) != got.out.npos,
                     true);
        for (auto const& option : tool::option_table)
            REQUIRE_SAME(std::string{row.name}.append(" ").append(option.name),
                         got.out.find("\n  " + tool::names_of(option)) != got.out.npos,
                         option.commands.has(row.id));
        std::size_t examples = 0;
        for (auto const& each : row.examples) examples += each.line.empty() ? 0u : 1u;
        REQUIRE_SAME(row.name, examples != 0, true);
        for (auto const& each : row.examples)
            REQUIRE_SAME(each.line, words_of(got.out).find(each.what) != got.out.npos, true);
    }
}

TEST_CASE("tool help: the page of a command says only what concerns it") {
    auto const lint = test::run({"help", "lint"}).out;
    auto const stats = test::run({"help", "stats"}).out;
    REQUIRE_SAME("lint",
                 words_of(lint).find("--json one JSON object per problem, one per line --") !=
                     lint.npos,
                 true);
    REQUIRE_SAME("stats", words_of(stats).find("--json one JSON object --") != stats.npos, true);
    tool::option_row const row{
        .id = tool::option_id::json, .name = "--x", .commands = {}, .text = "a; ls: b; lint: c"};
    REQUIRE_SAME("first", tool::text_for(row, "ls"), "b");
    REQUIRE_SAME("last", tool::text_for(row, "lint"), "c");
    REQUIRE_SAME("another", tool::text_for(row, "l"), row.text);
    REQUIRE_SAME("none", tool::text_for(row, "stats"), row.text);
}

TEST_CASE("tool help: it fits a narrow terminal") {
    for (std::size_t const columns : {50u, 60u, 80u})
        check_width("help", tool::help_text{columns}.overview(), columns);
    auto const shown = test::run({"help", "lint"}, {.out_columns = 60});
    test::check_output(shown, tool::help_text{60}.page(tool::row_of(tool::command::lint)));
    auto const wide = test::run({"help", "lint"}, {.out_columns = 200});
    test::check_output(wide, tool::help_text{80}.page(tool::row_of(tool::command::lint)));
}
