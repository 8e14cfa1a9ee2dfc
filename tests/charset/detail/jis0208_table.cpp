#include <foldwise/charset/detail/jis0208_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::jis0208_character;

constexpr test::pointer_row rows[] = {
    {0, 0x3000}, {1, 0x3001}, {108, 0}, {1128, 0x2460}, {11103, 0x9ED1}, {11104, 0}, {99999, 0},
};

constexpr bool characters_and_gaps() {
    test::has_rows(rows, jis0208_character);
    return true;
}
CASE("jis0208_table: characters and gaps", characters_and_gaps)

TEST_CASE("jis0208_table: every pointer of the index") {
    test::has_whole_index("jis0208", jis0208_character);
}

} // namespace
