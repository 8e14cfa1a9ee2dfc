#include <foldwise/charset/detail/seven_bit_sets.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise::detail;

struct set_row {
    std::string_view from;
    char32_t (*pair)(unsigned lead, unsigned trail) noexcept;
    unsigned lead;
    unsigned trail;
    char32_t wanted;
};

constexpr set_row table[] = {
    {"JIS X 0208", jis0208_pair, 0x24, 0x33, U'\u3053'},
    {"JIS X 0208, no lead", jis0208_pair, 0x20, 0x33, 0},
    {"JIS X 0208, no trail", jis0208_pair, 0x24, 0x7F, 0},
    {"JIS X 0208, no character", jis0208_pair, 0x29, 0x21, 0},
    {"JIS X 0208, beyond ASCII", jis0208_pair, 0xA4, 0xB3, 0},
    {"JIS X 0212", jis0212_pair, 0x30, 0x21, U'\u4E02'},
    {"JIS X 0212, no character", jis0212_pair, 0x7E, 0x7E, 0},
    {"JIS X 0212, no trail", jis0212_pair, 0x30, 0x20, 0},
    {"GB 2312", gb2312_pair, 0x56, 0x50, U'\u4E2D'},
    {"GB 2312, the last row", gb2312_pair, 0x77, 0x7E, U'\u9F44'},
    {"GB 2312, no lead", gb2312_pair, 0x78, 0x21, 0},
    {"GB 2312, for private use in GBK", gb2312_pair, 0x2A, 0x21, 0},
    {"KS C 5601", ksc5601_pair, 0x30, 0x21, U'\uAC00'},
    {"KS C 5601, no character", ksc5601_pair, 0x49, 0x21, 0},
    {"KS C 5601, no trail", ksc5601_pair, 0x30, 0xA1, 0},
};

constexpr bool sets_of_94_by_94() {
    for (auto const& row : table) REQUIRE_TRUE(row.pair(row.lead, row.trail) == row.wanted);
    return true;
}
CASE("seven_bit_sets: characters, and octets that have none", sets_of_94_by_94)

} // namespace
