#ifndef FOLDWISE_TESTS_CHARSET_INDEX_FILE_HPP
#define FOLDWISE_TESTS_CHARSET_INDEX_FILE_HPP

// Reads the indexes of the WHATWG Encoding Standard (section 5), which are not part of the project:
// tests use them where they are in the folder beside the repository.

#include "../support.hpp"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace test {

struct index_entry {
    std::size_t pointer;
    std::uint32_t code_point;
};

/// The entries of index-NAME.txt, in order; none if there is no such file.
inline std::vector<index_entry> read_index(std::string const& name) {
    std::ifstream file{FOLDWISE_SOURCE_DIR "/../shared/charsets/index-" + name + ".txt"};
    std::vector<index_entry> entries;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        auto const tab = line.find('\t');
        entries.push_back({std::stoul(line),
                           static_cast<std::uint32_t>(std::stoul(line.substr(tab), nullptr, 16))});
    }
    return entries;
}

/// The code point of each pointer below 30000, 0 where there is none; empty if there is no file.
inline std::vector<std::uint32_t> read_whole_index(std::string const& name) {
    auto const entries = read_index(name);
    std::vector<std::uint32_t> all(entries.empty() ? 0 : 30000);
    for (auto const& entry : entries) all[entry.pointer] = entry.code_point;
    return all;
}

/// Checks that `character` returns the code point of each pointer of an index, and 0 for the
/// others.
template <class Character>
void has_whole_index(std::string const& name, Character character) {
    auto const all = read_whole_index(name);
    for (std::size_t pointer = 0; pointer < all.size(); ++pointer) {
        std::uint32_t const got = character(pointer);
        if (got != all[pointer])
            REQUIRE_SAME(name + " " + std::to_string(pointer), got, all[pointer]);
    }
}

/// What a table has at a pointer.
struct pointer_row {
    std::size_t pointer;
    std::uint32_t code_point;
};

template <std::size_t Count, class Character>
constexpr void has_rows(pointer_row const (&rows)[Count], Character character) {
    for (auto const& row : rows)
        REQUIRE_SAME(row.pointer, static_cast<std::uint32_t>(character(row.pointer)),
                     row.code_point);
}

} // namespace test

#endif
