// Checks that the files for packages and debuggers have the version of config.hpp.
#include <foldwise/config.hpp>

#include "support.hpp"

#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read_file(std::string const& name) {
    std::ifstream file{std::string{FOLDWISE_SOURCE_DIR} + '/' + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::size_t count(std::string const& text, std::string const& wanted) {
    std::size_t found = 0;
    for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("packaging: each file has the version of config.hpp") {
    std::string const version{FOLDWISE_VERSION};
    auto const port = read_file("tools/packaging/vcpkg/foldwise/vcpkg.json");
    CHECK(count(port, "\"version\": \"" + version + "\",") == 1);
    auto const changes = read_file("tools/packaging/debian/changelog");
    CHECK(changes.starts_with("foldwise (" + version + "-1)"));
    CHECK(count(read_file("CHANGELOG.md"), "\n## " + version + ", ") == 1);

    std::string name{"foldwise::v"};
    for (char const c : version) name += c == '.' ? '_' : c;
    auto const natvis = read_file("tools/debuggers/foldwise.natvis");
    CHECK(count(natvis, name + "::") == count(natvis, "foldwise::v"));
    CHECK(count(natvis, name + "::") == 7);
}
