// Checks README.md and the pages in docs/: their commands print what the pages show, their C++ code
// is part of an example that is compiled and run, and the files that they name exist.

#include "support.hpp"
#include "tools/run.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read_file(fs::path const& name) {
    std::ifstream file{fs::path{FOLDWISE_SOURCE_DIR} / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The files of a directory with this extension, as paths from the top of the repository.
std::vector<std::string> files_in(std::string const& directory, std::string_view extension) {
    std::vector<std::string> names;
    for (auto const& file : fs::directory_iterator{fs::path{FOLDWISE_SOURCE_DIR} / directory})
        if (file.path().extension() == extension)
            names.push_back(directory + '/' + file.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> pages() {
    auto names = files_in("docs", ".md");
    for (auto const* const name : {"README.md", "CONTRIBUTING.md", "SECURITY.md"})
        names.emplace_back(name);
    return names;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The fenced code blocks of a page in this language (which may be "").
std::vector<std::string> blocks(std::string const& page, std::string const& language) {
    std::vector<std::string> found;
    std::string text;
    bool is_wanted = false;
    bool is_inside = false;
    for (auto const& line : lines_of(read_file(page))) {
        if (!line.starts_with("```")) {
            if (is_wanted) text += line + '\n';
            continue;
        }
        if (is_wanted) found.push_back(std::exchange(text, {}));
        is_inside = !is_inside;
        is_wanted = is_inside && line == "```" + language;
    }
    return found;
}

/// A page without its fenced code blocks.
std::string prose_of(std::string const& page) {
    std::string text;
    bool is_inside = false;
    for (auto const& line : lines_of(read_file(page))) {
        if (line.starts_with("```"))
            is_inside = !is_inside;
        else if (!is_inside)
            text += line + '\n';
    }
    return text;
}

/// Code with each run of white space replaced by one space, to compare it whatever its layout.
std::string with_single_blanks(std::string_view code) {
    std::string text;
    for (char const c : code) {
        if (c != ' ' && c != '\n')
            text += c;
        else if (!text.ends_with(' '))
            text += ' ';
    }
    return text;
}

/// The words of a command that has no quotes.
std::vector<std::string> words_of(std::string_view command) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < command.size();) {
        auto const end = std::min(command.find(' ', at), command.size());
        if (end != at) words.emplace_back(command.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// What a command prints on a terminal of 80 columns. The first word, the tool's name, is ignored.
std::string run_on_terminal(std::vector<std::string> words) {
    test::setup setup;
    setup.out_columns = 80;
    setup.environment = {"NO_COLOR=1", "TZ=UTC"};
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({words.begin() + 1, words.end()}, setup);
    bool const finds_problems = words.at(1) == "lint" && got.status == 1;
    if (!finds_problems) REQUIRE_SAME(got.command, got.status, 0);
    return got.out + got.err;
}

void check_commands(std::string const& page, std::string const& block) {
    std::string command;
    std::string shown;
    auto const check = [&] {
        if (command.empty()) return;
        REQUIRE_SAME(page + ": " + command, shown, run_on_terminal(words_of(command)));
        shown.clear();
    };
    for (auto const& line : lines_of(block)) {
        if (line.starts_with("$ foldwise ") || line.starts_with("$ ./foldwise ")) {
            check();
            command = line.substr(2);
        } else {
            shown += line + '\n';
        }
    }
    if (command.empty()) test::failed(__FILE__, __LINE__, (page + ": no command").c_str());
    check();
}

/// Whether `name` exists: from the top of the repository, in include/, or in include/foldwise/.
bool is_in_repository(std::string const& name) {
    fs::path const top{FOLDWISE_SOURCE_DIR};
    return fs::exists(top / name) || fs::exists(top / "include" / name) ||
           fs::exists(top / "include/foldwise" / name);
}

/// Whether a page has a heading to which "#target" links, as GitHub makes such links.
bool has_heading(std::string const& text, std::string_view target) {
    constexpr std::string_view dropped = "!\"#$%&'()*+,./:;<=>?@[\\]^`{|}~";
    for (auto const& line : lines_of(text)) {
        auto const start = line.find_first_not_of('#');
        if (start == 0 || start == line.npos) continue;
        std::string link{"#"};
        for (char const octet : line.substr(start + 1)) {
            bool const is_upper = octet >= 'A' && octet <= 'Z';
            if (dropped.find(octet) == dropped.npos)
                link += octet == ' ' ? '-'
                        : is_upper   ? static_cast<char>(octet - 'A' + 'a')
                                     : octet;
        }
        if (link == target) return true;
    }
    return false;
}

} // namespace

TEST_CASE("readme: at most 220 lines") { CHECK(lines_of(read_file("README.md")).size() <= 220); }

TEST_CASE("readme: the first program is examples/subjects.cpp") {
    auto const example = read_file("examples/subjects.cpp");
    REQUIRE_SAME("README.md", blocks("README.md", "cpp").at(0),
                 example.substr(example.find("#include")));
}

TEST_CASE("readme and docs: every C++ block is part of an example") {
    std::string examples;
    for (auto const& name : files_in("examples", ".cpp"))
        examples += with_single_blanks(read_file(name));
    for (auto const& page : pages())
        for (auto const& block : blocks(page, "cpp"))
            if (examples.find(with_single_blanks(block)) == examples.npos)
                test::failed(__FILE__, __LINE__, (page + ": in no example:\n" + block).c_str());
}

TEST_CASE(
    "docs: the code for other libraries is part of a program that is compared with foldwise") {
    std::string programs;
    for (auto const* const extension : {".c", ".cpp", ".py"})
        for (auto const& name : files_in("tests/moving", extension)) programs += read_file(name);
    for (auto const& page : files_in("docs", ".md")) {
        if (!page.starts_with("docs/from_")) continue;
        for (auto const* const language : {"c", "c++", "python"})
            for (auto const& block : blocks(page, language))
                if (programs.find(block) == programs.npos)
                    test::failed(__FILE__, __LINE__, (page + ": in no program:\n" + block).c_str());
    }
}

TEST_CASE("docs: a page that shows output has the name of an example, so that it is compared") {
    for (auto const& page : pages()) {
        if (blocks(page, "text").empty()) continue;
        auto const example = "examples/" + fs::path{page}.stem().string() + ".cpp";
        if (!fs::exists(fs::path{FOLDWISE_SOURCE_DIR} / example))
            test::failed(__FILE__, __LINE__, (page + ": no " + example).c_str());
    }
}

TEST_CASE("readme and docs: commands print what the page shows, on a terminal of 80 columns") {
    for (auto const& page : pages())
        for (auto const& block : blocks(page, "console")) check_commands(page, block);
}

TEST_CASE("docs: the tool prints the JSON object, except for its line breaks") {
    test::setup setup;
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({"json", "tests/data/header-only.eml"}, setup);
    std::string object;
    for (auto const& line : lines_of(blocks("docs/json.md", "json").at(0)))
        object += line.substr(line.find_first_not_of(' '));
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, object + '\n', got.out);
}

TEST_CASE("readme: the packages and the test command are those of .ci/run") {
    auto const checks = read_file(".ci/run");
    std::string commands;
    for (auto const& block : blocks("README.md", "sh")) commands += block;
    for (auto const* const word :
         {"cmake --workflow --preset dev", "g++", "cmake", "ninja-build", "meson", "pkg-config",
          "doctest-dev", "libbenchmark-dev", "openssl", "python3-jsonschema"}) {
        CAPTURE(word);
        CHECK(commands.find(word) != commands.npos);
        CHECK(checks.find(word) != checks.npos);
    }
}

TEST_CASE("docs: docs/README.md lists every page") {
    auto const list = prose_of("docs/README.md");
    for (auto const& page : files_in("docs", ".md")) {
        auto const name = fs::path{page}.filename().string();
        if (name != "README.md" && list.find("](" + name + ")") == list.npos)
            test::failed(__FILE__, __LINE__, (page + " is not in docs/README.md").c_str());
    }
}

TEST_CASE("readme and docs: linked pages exist") {
    for (auto const& page : pages()) {
        auto const text = prose_of(page);
        for (auto at = text.find("]("); at != text.npos; at = text.find("](", at + 1)) {
            auto const target = text.substr(at + 2, text.find(')', at) - at - 2);
            if (target.find("://") != target.npos) continue;
            auto const hash = std::min(target.find('#'), target.size());
            auto const name =
                target.starts_with('#')
                    ? page
                    : (fs::path{page}.parent_path() / target.substr(0, hash)).string();
            bool const is_there = fs::exists(fs::path{FOLDWISE_SOURCE_DIR} / name);
            auto const heading = target.substr(hash);
            if (!is_there || (!heading.empty() && !has_heading(prose_of(name), heading)))
                test::failed(__FILE__, __LINE__, (page + ": no page " + target).c_str());
        }
    }
}

TEST_CASE("readme and docs: files named in `code` exist") {
    for (auto const& page : pages()) {
        auto const text = prose_of(page);
        for (auto at = text.find('`'); at != text.npos; at = text.find('`', at + 1)) {
            auto const end = std::min(text.find_first_of("`\n", at + 1), text.size());
            auto const name = text.substr(at + 1, end - at - 1);
            auto const is_file = name.ends_with(".hpp") || name.ends_with(".cpp") ||
                                 name.ends_with(".py") || name.ends_with(".md");
            if (is_file && name.find_first_of(" <*") == name.npos &&
                name.find("X/Y") == name.npos && !is_in_repository(name))
                test::failed(__FILE__, __LINE__, (page + ": no file " + name).c_str());
            at = end;
        }
    }
}
