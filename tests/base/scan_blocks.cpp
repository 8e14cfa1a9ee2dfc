#include <foldwise/base/scan_blocks.hpp>

#include "../support.hpp"

#include <string>
#include <vector>

namespace {

namespace vectors = foldwise::scan::detail::vectors;
namespace scalar = foldwise::scan::detail::scalar;

struct place {
    std::string_view bytes;
    std::size_t from;
    std::string to_string() const { return std::string{bytes} + ", from " + std::to_string(from); }
};

TEST_CASE("scan_blocks: the twins of not_visible_or agree, for each octet at each place") {
    for (std::size_t size = 1; size != 40; ++size)
        for (std::size_t at = 0; at != size; ++at)
            for (int octet = 0; octet != 256; ++octet) {
                std::vector<char> octets(size, 'x');
                octets[at] = static_cast<char>(octet);
                std::string_view const bytes{octets.data(), size};
                auto const wanted = scalar::not_visible_or<':', '@'>(bytes, at / 2);
                if (!REQUIRE_SAME(bytes, vectors::not_visible_or<':', '@'>(bytes, at / 2), wanted))
                    return;
            }
    CHECK(vectors::not_visible_or<':'>("Subject: x", 0) == 7);
}

// Blocks of 16 octets, the last of which overlap. The allocation ends with the bytes, so that a
// sanitizer reports a read after them.
TEST_CASE("scan_blocks: the twins of find_one_of agree, for each octet at each place") {
    for (std::size_t size = 0; size != 40; ++size)
        for (std::size_t at = 0; at <= size; ++at)
            for (int octet = 0; octet < 256; octet += octet < 64 ? 1 : 7) {
                std::vector<char> octets(size, 'x');
                if (at != size) octets[at] = static_cast<char>(octet);
                if (at > 2) octets[at / 2] = ' ';
                place const row{{octets.data(), size}, at / 2 + 1};
                if (row.from > size) continue;
                auto const wanted = scalar::find_one_of<' ', '\t', '?'>(row.bytes, row.from);
                auto const found = vectors::find_one_of<' ', '\t', '?'>(row.bytes, row.from);
                if (!REQUIRE_SAME(row, found, wanted)) return;
            }
    CHECK(vectors::find_one_of<' ', '?'>("utf-8?q", 0) == 5);
}

TEST_CASE("scan_blocks: the twins of is_ascii_without agree, for each octet at each place") {
    for (std::size_t size = 0; size != 40; ++size)
        for (std::size_t at = 0; at <= size; ++at)
            for (int octet = 0; octet < 256; ++octet) {
                std::vector<char> octets(size, 'x');
                if (at != size) octets[at] = static_cast<char>(octet);
                std::string_view const bytes{octets.data(), size};
                auto const wanted = scalar::is_ascii_without<'='>(bytes);
                if (!REQUIRE_SAME(bytes, vectors::is_ascii_without<'='>(bytes), wanted)) return;
            }
    CHECK(!vectors::is_ascii_without<'='>("a subject with an = sign"));
}

TEST_CASE("scan_blocks: the twins of line_feed_bits agree, for each octet at each place") {
    for (std::size_t at = 0; at != 192; ++at)
        for (int octet = 0; octet < 256; octet += octet < 16 ? 1 : 15) {
            std::vector<char> octets(192, at % 2 == 0 ? '\n' : 'x');
            octets[at] = static_cast<char>(octet);
            std::uint64_t found[3] = {};
            std::uint64_t wanted[3] = {};
            vectors::line_feed_bits(octets.data(), 3, found);
            scalar::line_feed_bits(octets.data(), 3, wanted);
            for (std::size_t block = 0; block != 3; ++block)
                if (!REQUIRE_SAME(at, found[block], wanted[block])) return;
        }
}

} // namespace
