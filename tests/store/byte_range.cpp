#include <foldwise/store/byte_range.hpp>

#include "../support.hpp"

namespace {

using foldwise::byte_range;
using foldwise::shard;

struct shard_row {
    std::string_view from;
    std::uint64_t size;
    std::uint64_t n;
};

constexpr shard_row shard_table[] = {
    {"one worker", 10, 1},
    {"even shares", 12, 4},
    {"uneven shares", 10, 3},
    {"more workers than octets", 3, 7},
    {"an empty file", 0, 5},
    {"the largest size", UINT64_MAX, 3},
    {"the largest size, many workers", UINT64_MAX, 1000},
};

constexpr bool shares_lie_back_to_back_and_cover_the_file() {
    for (auto const& row : shard_table) {
        std::uint64_t end = 0;
        for (std::uint64_t k = 0; k < row.n; ++k) {
            auto const share = shard(row.size, k, row.n);
            REQUIRE_SAME(row.from, share.first, end);
            REQUIRE_SAME(row.from, share.last - share.first - row.size / row.n <= 1, true);
            end = share.last;
        }
        REQUIRE_SAME(row.from, end, row.size);
    }
    return true;
}
CASE("byte_range: shares cover the file without gaps and differ by at most one byte",
     shares_lie_back_to_back_and_cover_the_file)

constexpr bool no_size_overflows() {
    constexpr auto most = UINT64_MAX;
    REQUIRE_TRUE(shard(most, most - 1, most) == byte_range{most - 1, most});
    REQUIRE_TRUE(shard(most, 0, most) == byte_range{0, 1});
    REQUIRE_TRUE(shard(most - 1, most - 1, most) == byte_range{most - 1, most - 1});
    REQUIRE_TRUE(shard(most, 1, 2) == byte_range{most / 2 + 1, most});
    return true;
}
CASE("byte_range: no size and no number of workers overflows", no_size_overflows)

constexpr bool the_last_octet_is_outside() {
    byte_range const range{3, 5};
    REQUIRE_TRUE(!range.contains(2));
    REQUIRE_TRUE(range.contains(3));
    REQUIRE_TRUE(range.contains(4));
    REQUIRE_TRUE(!range.contains(5));
    REQUIRE_TRUE(!byte_range{4, 4}.contains(4));
    REQUIRE_TRUE(byte_range{}.contains(0));
    REQUIRE_TRUE(byte_range{}.contains(UINT64_MAX - 1));
    return true;
}
CASE("byte_range: contains first, but not last", the_last_octet_is_outside)

} // namespace
