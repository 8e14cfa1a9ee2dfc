#ifndef FOLDWISE_STORE_BYTE_RANGE_HPP
#define FOLDWISE_STORE_BYTE_RANGE_HPP

#include <foldwise/config.hpp>

#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI {

/// The bytes of a file from offset `first` up to, but not including, offset `last`. The default is
/// the whole file.
struct byte_range {
    std::uint64_t first = 0;         ///< where the range starts
    std::uint64_t last = UINT64_MAX; ///< where it ends; not part of it

    /// Whether the byte at `offset` is in the range.
    constexpr bool contains(std::uint64_t offset) const noexcept {
        return first <= offset && offset < last;
    }
    friend constexpr bool operator==(byte_range const&, byte_range const&) = default;
};

/// The share of worker `k` (counted from 0) when `n` workers read a file of `size` bytes.
///     shard(10, 0, 3)  ->  {0, 4}
///     shard(10, 1, 3)  ->  {4, 7}
///     shard(10, 2, 3)  ->  {7, 10}
/// The shares cover the file without gaps, and their sizes differ by at most one byte; with more
/// workers than bytes, some are empty. A share may end inside an entry: `mbox` assigns each entry
/// to the share in which it starts. `k` must be less than `n`. No size overflows. O(1).
constexpr byte_range shard(std::uint64_t size, std::uint64_t k, std::uint64_t n) noexcept {
    FOLDWISE_ASSERT(k < n);
    auto const each = size / n;
    auto const longer = size % n; // the first `longer` shares have one byte more
    auto const first = each * k + (k < longer ? k : longer);
    return {first, first + each + (k < longer ? 1 : 0)};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
