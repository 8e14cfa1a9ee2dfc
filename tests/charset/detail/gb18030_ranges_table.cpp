#include <foldwise/charset/detail/gb18030_ranges_table.hpp>

#include "../../support.hpp"
#include "../index_file.hpp"

namespace {

using foldwise::detail::gb18030_character_of_four;

constexpr test::pointer_row rows[] = {
    {0, 0x80},         {35, 0xA3},          {36, 0xA5},      {7456, 0x1E3E}, {7457, 0xE7C7},
    {7458, 0x1E40},    {39394, 0xFFE6},     {39419, 0xFFFF}, {39420, 0},     {188999, 0},
    {189000, 0x10000}, {1237575, 0x10FFFF}, {1237576, 0},    {1587599, 0},
};

constexpr bool ranges_and_gaps() {
    test::has_rows(rows, gb18030_character_of_four);
    return true;
}
CASE("gb18030_ranges_table: the ends of ranges, and gaps", ranges_and_gaps)

/// The code point of a pointer, step by step as in section 5 of the standard.
std::uint32_t plainly(std::vector<test::index_entry> const& ranges, std::size_t pointer) {
    if ((pointer > 39419 && pointer < 189000) || pointer > 1237575) return 0;
    if (pointer == 7457) return 0xE7C7;
    auto last = ranges.front();
    for (auto const& each : ranges)
        if (each.pointer <= pointer) last = each;
    return last.code_point + static_cast<std::uint32_t>(pointer - last.pointer);
}

TEST_CASE("gb18030_ranges_table: every pointer below U+10000, and some above") {
    auto const ranges = test::read_index("gb18030-ranges");
    if (ranges.empty()) return;
    for (std::size_t pointer = 0; pointer < 1260000; pointer += pointer < 40000 ? 1 : 997) {
        std::uint32_t const got = gb18030_character_of_four(pointer);
        auto const wanted = plainly(ranges, pointer);
        if (got != wanted) REQUIRE_SAME(pointer, got, wanted);
    }
}

} // namespace
