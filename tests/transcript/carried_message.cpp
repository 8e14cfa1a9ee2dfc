#include <foldwise/transcript/carried_message.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::transcript;

constexpr bool pieces_are_as_long_as_they_can_be() {
    struct {
        std::string_view bytes; // after MAIL
        std::string_view text;
        int pieces;
    } constexpr table[] = {
        {"DATA\n354\na: b\n\nc\n.\n", "a: b\n\nc\n", 1},
        {"DATA\n354\n..a\nb\n.\n", ".a\nb\n", 1}, // a dot before the first line
        {"DATA\n354\na\n..b\nc\n...\n.\n", "a\n.b\nc\n..\n", 3},
        {"DATA\n354\n.\n", "", 0},
        {"DATA\n354\n", "", 0},
        {"BDAT 3\na\nBDAT 0 LAST\n", "a\n", 1},
        {"BDAT 3\na\nBDAT 3\n..\nb\n.\n", "a\n..\n", 2}, // dots in chunks are text
        {"BDAT 1\nxBDAT 1 LAST\ny", "xy", 2},
    };
    for (auto const& row : table) {
        test::text_buffer bytes;
        bytes.append("MAIL FROM:<>\n250 ok\n");
        bytes.append(row.bytes);
        transcript const t{std::string_view{bytes}};
        auto const carried = (*t.begin()).message();
        int count = 0;
        for (auto const piece : carried.pieces()) count += piece.empty() ? 100 : 1;
        REQUIRE_SAME(row.bytes, count, row.pieces);
        REQUIRE_SAME(row.bytes, carried == row.text, true);
        REQUIRE_SAME(row.bytes, carried.empty(), row.text.empty());
        auto const contiguous = carried.contiguous();
        REQUIRE_SAME(row.bytes, contiguous.has_value(), row.pieces < 2);
        if (contiguous) REQUIRE_SAME(row.bytes, *contiguous, row.text);
        test::text_buffer octets;
        for (char const octet : carried) octets.append(octet);
        REQUIRE_SAME(row.bytes, std::string_view{octets}, row.text);
        char buffer[16] = {};
        auto const size = carried.copy_to(buffer, sizeof buffer);
        REQUIRE_SAME(row.bytes, std::string_view(buffer, size), row.text);
    }
    return true;
}
CASE("carried_message: pieces", pieces_are_as_long_as_they_can_be)

} // namespace
