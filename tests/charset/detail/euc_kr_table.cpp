#include <foldwise/charset/detail/euc_kr_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::euc_kr_character;

constexpr test::pointer_row rows[] = {
    {0, 0xAC02}, {1, 0xAC03}, {26, 0}, {23749, 0x8A70}, {23750, 0}, {99999, 0},
};

constexpr bool characters_and_gaps() {
    test::has_rows(rows, euc_kr_character);
    return true;
}
CASE("euc_kr_table: characters and gaps", characters_and_gaps)

TEST_CASE("euc_kr_table: every pointer of the index") {
    test::has_whole_index("euc-kr", euc_kr_character);
}

} // namespace
