// Checks the drawing in docs/doors.md: each room stands above all rooms of which it includes a
// header, and below none of them.

#include "support.hpp"

#include <foldwise/base/line.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

fs::path const top{FOLDWISE_SOURCE_DIR};

std::string text_of(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The floor of each room, counted from the roof: the lines of the drawing between its walls.
std::map<std::string, int> floors_of(std::string_view page) {
    std::map<std::string, int> floors;
    int floor = 0;
    for (auto const line : foldwise::lines{page}) {
        auto const first = line.text().find('|');
        auto const last = line.text().rfind('|');
        if (!line.text().starts_with("    ") || first == last) continue;
        std::istringstream rooms{std::string{line.text().substr(first + 1, last - first - 1)}};
        ++floor;
        for (std::string room; rooms >> room;)
            if (room != "|") floors.emplace(room, floor);
    }
    return floors;
}

/// The first complaint about the headers of a room: "" if there is none.
std::string complaint(std::string const& room, std::map<std::string, int> const& floors) {
    std::string_view const start = "#include <foldwise/";
    for (auto const& file : fs::recursive_directory_iterator{top / "include/foldwise" / room}) {
        if (!file.is_regular_file()) continue;
        auto const text = text_of(file.path());
        for (auto at = text.find(start); at != text.npos; at = text.find(start, at)) {
            at += start.size();
            auto const included = text.substr(at, text.find_first_of("/>", at) - at);
            auto const found = floors.find(included);
            if (found == floors.end() || included == room) continue; // no room, or its own
            if (found->second <= floors.at(room))
                return room + " includes " + included + ", which is not below it";
        }
    }
    return {};
}

} // namespace

TEST_CASE("house: the drawing has each room, above those that it includes") {
    auto const floors = floors_of(text_of(top / "docs/doors.md"));
    for (auto const& entry : fs::directory_iterator{top / "include/foldwise"}) {
        if (!entry.is_directory()) continue;
        auto const room = entry.path().filename().string();
        CAPTURE(room);
        REQUIRE(floors.count(room) == 1);
        REQUIRE_SAME(room, complaint(room, floors), std::string{});
    }
}

TEST_CASE("house: a room beside one that it includes is found") {
    auto floors = floors_of("    | mime  report |\n    | base |\n");
    CHECK(floors.at("mime") == 1);
    CHECK(floors.at("base") == 2);
    CHECK(complaint("report", floors) == "report includes mime, which is not below it");
    floors["report"] = 0;
    CHECK(complaint("report", floors).empty());
}
