#include <foldwise/charset/detail/big5_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::big5_character;

constexpr test::pointer_row rows[] = {
    {0, 0},         {941, 0},         {942, 0x43F0},   {947, 0x27267}, {980, 0},   {1133, 0},
    {5495, 0x4E00}, {19780, 0x2910D}, {19781, 0x79D4}, {19782, 0},     {99999, 0},
};

constexpr bool characters_and_gaps() {
    test::has_rows(rows, big5_character);
    return true;
}
CASE("big5_table: characters and gaps", characters_and_gaps)

TEST_CASE("big5_table: every pointer of the index") {
    test::has_whole_index("big5", big5_character);
}

} // namespace
