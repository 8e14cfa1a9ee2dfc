#include <foldwise/charset/detail/jis0212_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::jis0212_character;

constexpr test::pointer_row rows[] = {
    {0, 0}, {107, 0}, {108, 0x2D8}, {119, 0}, {7210, 0x9FA5}, {7211, 0}, {99999, 0},
};

constexpr bool characters_and_gaps() {
    test::has_rows(rows, jis0212_character);
    return true;
}
CASE("jis0212_table: characters and gaps", characters_and_gaps)

TEST_CASE("jis0212_table: every pointer of the index") {
    test::has_whole_index("jis0212", jis0212_character);
}

} // namespace
