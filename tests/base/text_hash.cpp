#include <foldwise/base/text_hash.hpp>

#include "../support.hpp"

namespace {

using foldwise::text_hash;

struct hash_row {
    std::string_view text;
    std::uint64_t wanted;
};

// Test vectors that the authors of FNV published.
constexpr hash_row hash_table[] = {
    {"", 0xCBF29CE484222325},
    {"a", 0xAF63DC4C8601EC8C},
    {"foobar", 0x85944171F73967E8},
};

constexpr bool hashes_and_pieces() {
    for (auto const& row : hash_table) {
        REQUIRE_SAME(row.text, text_hash{}.add(row.text).value(), row.wanted);
        for (std::size_t cut = 0; cut <= row.text.size(); ++cut)
            REQUIRE_SAME(row.text,
                         text_hash{}.add(row.text.substr(0, cut)).add(row.text.substr(cut)).value(),
                         row.wanted);
    }
    return true;
}
CASE("text_hash: it is FNV-1a, whatever the pieces", hashes_and_pieces)

} // namespace
