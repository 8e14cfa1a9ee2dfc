#ifndef FOLDWISE_TESTS_TOOLS_ON_TERMINALS_HPP
#define FOLDWISE_TESTS_TOOLS_ON_TERMINALS_HPP

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace test {

/// Whether some lines may be wider than the terminal, for example a single long word.
enum class long_lines : unsigned char { none, some };

/// Checks the output of the command for each file on terminals of many widths: no control
/// characters, colours and ASCII only as requested, and lines that fit, except those
/// with the name of the file.
inline void check_on_terminals(std::string const& command, std::vector<std::string> const& files,
                               long_lines lines = long_lines::none) {
    for (int columns = 30; columns <= 200; columns += columns < 90 ? 9 : 51)
        for (auto const& file : files)
            for (std::string const option : {"--color=always", "--color=never", "--ascii"}) {
                auto const got = run({command, option, file}, {.out_columns = columns});
                auto const row = got.command + " in " + std::to_string(columns);
                REQUIRE_SAME(row, got.status, 0);
                REQUIRE_SAME(row, danger_in(got.out, true), std::string{});
                if (option != "--ascii")
                    REQUIRE_SAME(row, has_color(got.out), option == "--color=always");
                else
                    REQUIRE_SAME(row, is_ascii(got.out), true);
                if (lines == long_lines::some) continue;
                for (auto const& line : lines_of(got.out))
                    if (line.find(file) == line.npos) // names are never cut
                        REQUIRE_SAME(row + ": " + line,
                                     columns_of(line) <= static_cast<std::size_t>(columns), true);
            }
}

} // namespace test

#endif
