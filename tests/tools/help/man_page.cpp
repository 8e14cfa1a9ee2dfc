#include "../../../tools/help/man_page.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

/// The page without its escape sequences, which hyphens have.
std::string plain(std::string const& page) {
    std::string text;
    for (std::size_t at = 0; at < page.size(); ++at) {
        if (page[at] != '\\') text += page[at];
        if (page[at] == '\\' && page[at + 1] == 'f') at += 2;
    }
    return text;
}

/// Runs a program that need not be there; its output must be empty.
void check_quiet(std::vector<std::string> const& words) {
    auto const got = test::run(words, {.program = "/usr/bin/env"});
    if (got.status == 127) return;
    REQUIRE_SAME(words[0], got.status, 0);
    REQUIRE_SAME(words[0], got.err, "");
}

} // namespace

TEST_CASE("tool man page: every command, option and example is in it") {
    auto const got = test::run({"help", "--man"});
    test::check_output(got, tool::man_page{}.write());
    auto const page = plain(got.out);
    for (auto const& row : tool::command_table) {
        // The whole synopsis is the tag of its paragraph.
        auto const first = row.arguments.substr(0, row.arguments.find('\n'));
        auto const tag = ".TP\n" + std::string{row.name} + ' ' + std::string{first} + '\n';
        REQUIRE_SAME(tag, page.find(tag) != page.npos, true);
        for (auto const& each : row.examples)
            REQUIRE_SAME(each.what, page.find(each.what) != page.npos, true);
    }
    for (auto const& row : tool::option_table)
        REQUIRE_SAME(row.name, page.find(tool::names_of(row) + '\n') != page.npos, true);
}

TEST_CASE("tool man page: an option that commands take differently says so for each") {
    auto const page = plain(tool::man_page{}.write());
    REQUIRE_SAME(
        "--json",
        page.find("--json\nlint: one JSON object per problem, one per line; stats: one JSON "
                  "object\n") != page.npos,
        true);
}

TEST_CASE("tool man page: no line is a request by mistake") {
    auto const page = test::run({"help", "--man"}).out;
    for (auto const& line : test::lines_of(page)) {
        REQUIRE_SAME(line, line.empty() || line.starts_with('\'') || line.ends_with(' '), false);
        if (!line.starts_with('.')) continue;
        bool is_known = false;
        for (std::string_view const name : {".TH ", ".SH ", ".TP", ".TQ", ".B ", ".BR ", ".PP"})
            is_known |= line.starts_with(name);
        REQUIRE_SAME(line, is_known, true);
    }
}

TEST_CASE("tool man page: groff and mandoc find nothing wrong") {
    test::temporary_directory const directory;
    auto const page = directory.file("foldwise.1", test::run({"help", "--man"}).out);
    check_quiet({"groff", "-ww", "-man", "-Tascii", "-z", page});
    check_quiet({"mandoc", "-Tlint", "-Wwarning", page});
}
