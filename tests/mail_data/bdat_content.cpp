#include <foldwise/mail_data/bdat_content.hpp>

#include "../support.hpp"

#include <ranges>
#include <type_traits>

namespace {

using foldwise::bdat_content;

static_assert(std::ranges::forward_range<bdat_content> && std::ranges::view<bdat_content>);
static_assert(std::ranges::borrowed_range<bdat_content>);
static_assert(std::is_trivially_copyable_v<bdat_content>);

constexpr bool the_octets_of_all_chunks_are_joined() {
    struct {
        std::string_view bytes;
        std::string_view text;
        std::size_t pieces;
    } constexpr table[] = {
        {"BDAT 10\r\n0123456789BDAT 3\r\nabcBDAT 0 LAST\r\nQUIT\r\n", "0123456789abc", 2},
        {"BDAT 3 LAST\r\nabc", "abc", 1},
        {"BDAT 1 LAST\r\naBDAT 1\r\nb", "a", 1},
        {"BDAT 0\r\nBDAT 1\r\naBDAT 0 LAST\r\n", "a", 1},
        {"BDAT 0 LAST\r\n", "", 0},
        {"BDAT 8\r\nBDAT 5\r\nBDAT 1 LAST\r\na", "BDAT 5\r\na", 2},
        {"BDAT 1\r\naBDAT 5 LAST\r\nbc", "abc", 2}, // cut off
        {"BDAT 1\r\naBDAT x\r\nb", "a", 1},         // a malformed command
        {"BDAT 1\naBDAT 0 LAST\r\n", "", 0},        // a bare LF
        {"DATA\r\n", "", 0},                        // no BDAT command
        {"", "", 0},
    };
    for (auto const& row : table) {
        bdat_content const content{row.bytes};
        REQUIRE_SAME(row.bytes, content.raw(), row.bytes);
        REQUIRE_SAME(row.bytes, content == row.text, true);
        REQUIRE_SAME(row.bytes, content.length(), row.text.size());
        REQUIRE_SAME(row.bytes, content.empty(), row.text.empty());
        if (test::can_allocate()) REQUIRE_SAME(row.bytes, content.to_string(), row.text);
        test::text_buffer octets;
        for (char const octet : content) octets.append(octet);
        REQUIRE_SAME(row.bytes, std::string_view{octets}, row.text);
        std::size_t pieces = 0;
        for (auto const piece : content.pieces()) pieces += piece.empty() ? 100u : 1u;
        REQUIRE_SAME(row.bytes, pieces, row.pieces);
        REQUIRE_SAME(row.bytes, content.contiguous().has_value(), pieces <= 1);
        if (auto const whole = content.contiguous()) REQUIRE_SAME(row.bytes, *whole, row.text);
    }
    REQUIRE_TRUE(bdat_content{}.empty());
    return true;
}
CASE("bdat_content: the octets of all chunks are joined", the_octets_of_all_chunks_are_joined)

} // namespace
