#ifndef FOLDWISE_TESTS_TOOLS_FILES_HPP
#define FOLDWISE_TESTS_TOOLS_FILES_HPP

// Files for the tool to read: the files of tests/data, and new ones.

#include "../support.hpp"
#include "../temporary_directory.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// The directory of the test data. Run the tool in it if the output contains names of files.
inline std::string data_directory() { return FOLDWISE_SOURCE_DIR "/tests/data"; }

inline std::string data_file(std::string_view name) {
    return data_directory() + '/' + std::string{name};
}

inline std::string contents(std::string const& path) {
    std::string octets;
    auto* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        failed(__FILE__, __LINE__, path.c_str());
        return octets;
    }
    char buffer[1 << 16];
    while (auto const count = std::fread(buffer, 1, sizeof buffer, file))
        octets.append(buffer, count);
    std::fclose(file);
    return octets;
}

/// The lines of `text`, without their endings.
inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const size = text.find('\n');
        lines.emplace_back(text.substr(0, size));
        text.remove_prefix(size == text.npos ? text.size() : size + 1);
    }
    return lines;
}

/// Checks that both texts are the same. A failure shows the first line that differs.
inline void check_lines(std::string_view what, std::string_view got, std::string_view wanted) {
    if (got == wanted) return;
    auto const got_lines = lines_of(got);
    auto const wanted_lines = lines_of(wanted);
    std::size_t at = 0;
    while (at < got_lines.size() && at < wanted_lines.size() && got_lines[at] == wanted_lines[at])
        ++at;
    auto const row = std::string{what} + ", line " + std::to_string(at + 1);
    auto const end = std::string{"(the end, or another line ending)"};
    auto const line = [&](std::vector<std::string> const& lines) {
        return at < lines.size() ? lines[at] : end;
    };
    failed_row(__FILE__, __LINE__, row, "it", line(got_lines), line(wanted_lines));
}

/// check_lines() with a file of tests/data/tools.
inline void check_golden(std::string_view name, std::string_view got) {
    check_lines(name, got, contents(data_file("tools/" + std::string{name})));
}

} // namespace test

#endif
