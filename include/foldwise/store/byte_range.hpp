#ifndef FOLDWISE_STORE_BYTE_RANGE_HPP
#define FOLDWISE_STORE_BYTE_RANGE_HPP

#include <foldwise/config.hpp>

#include <cstdint>

namespace foldwise {

/// Octets of a file, from `first` up to but without `last`, counted from the
/// start of the file. Without more words: all of it.
struct byte_range {
    std::uint64_t first = 0;
    std::uint64_t last = UINT64_MAX;

    constexpr bool contains(std::uint64_t offset) const noexcept {
        return first <= offset && offset < last;
    }
    friend constexpr bool operator==(byte_range const&, byte_range const&) = default;
};

/// The share of worker `k` (from 0) of `n`, when `n` workers read a file of
/// `size` octets.
///     shard(10, 0, 3)  ->  {0, 4}
///     shard(10, 1, 3)  ->  {4, 7}
///     shard(10, 2, 3)  ->  {7, 10}
/// The shares lie back to back, cover the file, and differ by one octet at most;
/// with more workers than octets, some are empty. `k` must be below `n`. No size
/// overflows. O(1): the file is not looked at, since `mbox` gives an entry to the
/// share in which it starts.
constexpr byte_range shard(std::uint64_t size, std::uint64_t k, std::uint64_t n) noexcept {
    FOLDWISE_ASSERT(k < n);
    auto const each = size / n;
    auto const longer = size % n; // the first so many shares have one octet more
    auto const first = each * k + (k < longer ? k : longer);
    return {first, first + each + (k < longer ? 1 : 0)};
}

} // namespace foldwise

#endif
