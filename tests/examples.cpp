// Checks what the programs in examples/ have in common.

#include "support.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

fs::path const folder = FOLDWISE_SOURCE_DIR "/examples";

std::string read_file(fs::path const& name) {
    std::ifstream file{name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The names of the programs, without extension.
std::vector<std::string> programs() {
    std::vector<std::string> names;
    for (auto const& file : fs::directory_iterator{folder})
        if (file.path().extension() == ".cpp") names.push_back(file.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

bool is_for_a_page(std::string const& name) {
    return fs::exists(fs::path{FOLDWISE_SOURCE_DIR} / "docs" / (name + ".md"));
}

} // namespace

TEST_CASE("examples: fewer than 60 lines, except those for a page or in place of a resolver") {
    for (auto const& name : programs()) {
        auto const text = read_file(folder / (name + ".cpp"));
        // moving.cpp has the code of the pages docs/from_*.md.
        bool const may_be_long = is_for_a_page(name) || name == "moving" ||
                                 name.starts_with("organizational_domain_by_");
        if (!may_be_long && std::count(text.begin(), text.end(), '\n') >= 60)
            test::failed(__FILE__, __LINE__, (name + ": 60 lines or more").c_str());
    }
    CHECK(programs().size() >= 12);
}

TEST_CASE("examples: each says how to run it, and what it prints is compared") {
    for (auto const& name : programs()) {
        auto const text = read_file(folder / (name + ".cpp"));
        if (text.find("\n//     build/bin/examples_" + name) == text.npos)
            test::failed(__FILE__, __LINE__, (name + ": no command").c_str());
        bool const is_compared = fs::exists(folder / "expected" / (name + ".txt")) ||
                                 read_file(fs::path{FOLDWISE_SOURCE_DIR} / "docs" / (name + ".md"))
                                         .find("\n```text\n") != std::string::npos;
        if (!is_compared) test::failed(__FILE__, __LINE__, (name + ": no expected text").c_str());
    }
}

TEST_CASE("examples: README.md names each of them") {
    auto const page = read_file(folder / "README.md");
    for (auto const& name : programs())
        if (page.find('`' + name + ".cpp`") == page.npos)
            test::failed(__FILE__, __LINE__, (name + ": not in examples/README.md").c_str());
}
