#include <foldwise/charset/detail/gb18030_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::gb18030_character;

constexpr test::pointer_row rows[] = {
    {0, 0x4E02}, {1, 0x4E04}, {23939, 0xE4C5}, {23940, 0}, {99999, 0},
};

constexpr bool characters_and_gaps() {
    test::has_rows(rows, gb18030_character);
    return true;
}
CASE("gb18030_table: characters and gaps", characters_and_gaps)

TEST_CASE("gb18030_table: every pointer of the index") {
    test::has_whole_index("gb18030", gb18030_character);
}

} // namespace
