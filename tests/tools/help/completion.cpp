#include "../../../tools/help/completion.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

std::string script_for(std::string const& shell) {
    auto const got = test::run({"help", "--completion", shell});
    REQUIRE_SAME(got.command, got.status, 0);
    return got.out;
}

/// What bash offers for the last of the words, in one line.
std::string offered(std::string const& script, std::string const& words) {
    auto const program = "source " + script + "\nCOMP_WORDS=(foldwise " + words +
                         ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_foldwise\n"
                         "echo \"${COMPREPLY[*]}\"";
    auto const got = test::run({"bash", "-c", program}, {.program = "/usr/bin/env"});
    REQUIRE_SAME(words, got.status, 0);
    REQUIRE_SAME(words, got.err, "");
    return got.out.substr(0, got.out.find('\n'));
}

bool has_program(std::string const& name, std::string const& needs = "exit 0") {
    return test::run({name, "-c", needs}, {.program = "/usr/bin/env"}).status == 0;
}

} // namespace

TEST_CASE("tool completion: every command, option and choice is in each script") {
    for (std::string const shell : {"bash", "zsh", "fish"}) {
        auto const script = script_for(shell);
        for (auto const& row : tool::command_table)
            REQUIRE_SAME(shell + std::string{row.name}, script.find(row.name) != script.npos, true);
        for (auto const& row : tool::option_table) {
            auto const name =
                shell == "fish" ? " -l " + std::string{row.name.substr(2)} : std::string{row.name};
            REQUIRE_SAME(shell + name, script.find(name) != script.npos, true);
            if (!row.choices.empty())
                REQUIRE_SAME(shell + name, script.find(row.choices) != script.npos, true);
        }
    }
}

TEST_CASE("tool completion: the shells read the scripts") {
    test::temporary_directory const directory;
    for (std::string const shell : {"bash", "zsh", "fish"}) {
        if (!has_program(shell)) continue;
        auto const script = directory.file(shell, script_for(shell));
        auto const got = test::run({shell, "-n", script}, {.program = "/usr/bin/env"});
        REQUIRE_SAME(shell, got.status, 0);
        REQUIRE_SAME(shell, got.err, "");
    }
}

TEST_CASE("tool completion: fish describes an option that commands take differently for each") {
    auto const script = tool::fish_completion();
    for (std::string_view const line :
         {"__fish_seen_subcommand_from lint' -l json -d 'one JSON object per problem, one per "
          "line'\n",
          "__fish_seen_subcommand_from stats' -l json -d 'one JSON object'\n"})
        REQUIRE_SAME(line, script.find(line) != script.npos, true);
}

TEST_CASE("tool completion: what bash offers") {
    if (!has_program("bash")) return;
    test::temporary_directory const directory;
    directory.file("sub/file", "");
    auto const script = directory.file("script", script_for("bash"));
    struct {
        std::string words;
        std::string offered;
    } const table[] = {
        {"he", "headers help"},
        {"help ex", "extract"},
        {"--as", "--ascii"},
        {"headers --na", "--name"},
        {"ls --na", ""},
        {"extract --a", "--all --attachments --ascii"},
        {"--format mboxc", "mboxcl mboxcl2"},
        {"--format = mboxcl2", "mboxcl2"},
        {"lint --severity =", "note obsolete violation ambiguity limit"},
        {"--color = al", "always"},
        {"--color he", "headers help"}, // its value comes only after "="
        {"headers --name x", ""},
        {"show in.mb", ""},
        {"extract -o " + directory.path("s"), directory.path("sub")},
        {"help --completion z", "zsh"},
    };
    for (auto const& row : table) REQUIRE_SAME(row.words, offered(script, row.words), row.offered);
}

TEST_CASE("tool completion: what fish offers") {
    if (!has_program("fish", "functions -q __fish_seen_subcommand_from")) return;
    test::temporary_directory const directory;
    auto const script = directory.file("script", script_for("fish"));
    struct {
        std::string_view words;
        std::string_view offered;
    } const table[] = {
        {"headers --na", "--name"},  {"lint --severity am", "ambiguity"},
        {"in.mbox --wi", "--width"}, // ls is run
        {"smtp --wi", "--width"},    {"smtp --recu", ""},
    };
    for (auto const& row : table) {
        auto const program =
            "source " + script + "; complete -C 'foldwise " + std::string{row.words} + "'";
        auto const got = test::run({"fish", "-c", program}, {.program = "/usr/bin/env"});
        auto const first = got.out.substr(0, got.out.find_first_of("\t\n"));
        REQUIRE_SAME(row.words, first, row.offered);
    }
}
