// What README.md shows is what one gets.

#include "support.hpp"
#include "tools/run.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

std::string read_file(std::string const& name) {
    std::ifstream file{std::string{FOLDWISE_SOURCE_DIR} + '/' + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The text of the first block of README.md in this language (may be "") that holds `part`.
std::string block(std::string_view language, std::string_view part) {
    auto const readme = read_file("README.md");
    auto const opening = "\n```" + std::string{language} + '\n';
    for (auto at = readme.find(opening); at != readme.npos; at = readme.find(opening, at + 1)) {
        auto const start = at + opening.size();
        auto const text = readme.substr(start, readme.find("```", start) - start);
        if (text.find(part) != text.npos) return text;
    }
    return "(no such block)";
}

} // namespace

TEST_CASE("readme: the program is an example, which is compiled and run") {
    auto const example = read_file("examples/subjects.cpp");
    auto const code = example.substr(example.find("#include"));
    REQUIRE_SAME("README.md", block("cpp", "#include"), code);
}

TEST_CASE("readme: the listing is what the tool prints on a terminal of 80 columns") {
    test::setup setup;
    setup.out_columns = 80;
    setup.environment = {"NO_COLOR=1"};
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({"tests/data/demo.mbox"}, setup);
    std::string listing;
    for (char const octet : got.out)
        if (octet != '\r') listing += octet; // the terminal's
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, block("", "1  2014-12-15"), listing);
}

TEST_CASE("readme: the JSON object is what the tool prints, but for line breaks") {
    test::setup setup;
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({"json", "tests/data/header-only.eml"}, setup);
    std::string object;
    auto const shown = block("json", "schema");
    for (std::size_t at = 0; at < shown.size(); ++at)
        if (shown[at] == '\n')
            at = shown.find_first_not_of(" \n", at) - 1;
        else
            object += shown[at];
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, object + '\n', got.out);
}

TEST_CASE("readme: the commands are those that the project is checked with") {
    auto const ci = read_file(".ci/run");
    auto const test = block("sh", "--workflow");
    CHECK(ci.find("cmake --workflow --preset dev") != ci.npos);
    CHECK(test.find("cmake --workflow --preset dev") != test.npos);
    for (auto const* const package :
         {"cmake", "ninja-build", "meson", "pkg-config", "doctest-dev", "libbenchmark-dev"}) {
        CHECK(test.find(package) != test.npos);
        CHECK(ci.find(package) != ci.npos);
    }
}

TEST_CASE("readme: the parts of a message are what the tool draws") {
    test::setup setup;
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({"tree", "tests/data/demo.mbox:8"}, setup);
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, block("", "TEXT  multipart"), got.out);
}

TEST_CASE("readme: the way of a message is what the tool draws") {
    test::setup setup;
    setup.directory = FOLDWISE_SOURCE_DIR;
    auto const got = test::run({"trace", "tests/data/demo.mbox:3"}, setup);
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, block("", "in all, 5 hops"), got.out);
}
