#include <foldwise/charset/detail/take_pairs.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise::detail;

struct row {
    std::string_view octets;
    std::size_t at;
    std::string_view wanted;
    std::size_t end;
};

// "<" and an octet are that octet, except "<!".
constexpr row table[] = {
    {"", 0, "", 0},       {"<", 0, "", 0},      {"<a<b", 0, "ab", 4},          {"<a<", 0, "a", 2},
    {"<ax<b", 0, "a", 2}, {"<ax<b", 3, "b", 5}, {"<\xE9<!", 0, "\xC3\xA9", 2},
};

constexpr bool pairs_in_one_piece() {
    for (auto const& row : table) {
        char text[20] = {};
        replaced_places replaced;
        utf8_writer to{text, 0, replaced};
        auto const end =
            take_pairs(row.octets, row.at, to, [](unsigned lead, unsigned trail) -> char32_t {
                return lead == '<' && trail != '!' ? trail : 0;
            });
        REQUIRE_SAME(row.octets, std::string_view(text, to.size()), row.wanted);
        REQUIRE_SAME(row.octets, end, row.end);
    }
    REQUIRE_TRUE(number_of('\xFF') == 255);
    REQUIRE_TRUE(is_from(1, 3, 1) && is_from(1, 3, 3) && !is_from(1, 3, 0) && !is_from(1, 3, 4));
    return true;
}
CASE("take_pairs: as long as there are pairs", pairs_in_one_piece)

} // namespace
