#ifndef FOLDWISE_BASE_SCAN_BLOCKS_HPP
#define FOLDWISE_BASE_SCAN_BLOCKS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

/// The searches of scan.hpp that examine many octets at a time (`vectors`). Each has a twin that
/// examines one octet after the other (`scalar`). The twin defines the result. It is used in
/// constant expressions and on processors without vectors.
namespace foldwise::inline FOLDWISE_ABI::scan::detail {

/// The octet `first`, directly followed by `second`, `or_second` or `or_third`. If `is_neither`:
/// the octet `first`, directly followed by any other octet or by the end. If `is_reversed`: one of
/// the three, directly followed by `first`; the hit is the former. A pattern is not both. Of the
/// three, any two must be equal or differ in their lower four bits.
struct pair_pattern {
    char first;
    char second;
    char or_second;
    bool is_neither = false;
    char or_third = second;
    char ignored_bits = 0; ///< bits that are set in the next octet before it is compared
    bool is_reversed = false;

    constexpr bool takes(char octet) const noexcept {
        auto const next = static_cast<char>(octet | ignored_bits);
        return (next == second || next == or_second || next == or_third) != is_neither;
    }
};

namespace scalar {

FOLDWISE_ALWAYS_INLINE constexpr std::size_t
find_pair(pair_pattern const& pattern, std::string_view bytes, std::size_t from) noexcept {
    if (pattern.is_reversed) {
        auto second = bytes.find(pattern.first, from + 1);
        while (second < bytes.size() && !pattern.takes(bytes[second - 1]))
            second = bytes.find(pattern.first, second + 1);
        return second < bytes.size() ? second - 1 : bytes.size();
    }
    auto at = bytes.find(pattern.first, from);
    while (at < bytes.size() - 1 && !pattern.takes(bytes[at + 1]))
        at = bytes.find(pattern.first, at + 1);
    return at < bytes.size() - (pattern.is_neither ? 0 : 1) ? at : bytes.size();
}

template <char... octets>
constexpr std::size_t not_visible_or(std::string_view bytes, std::size_t from) noexcept {
    while (from < bytes.size() && vchar.contains(bytes[from]) && !((bytes[from] == octets) || ...))
        ++from;
    return from;
}

template <char... octets>
constexpr std::size_t find_one_of(std::string_view bytes, std::size_t from) noexcept {
    while (from < bytes.size() && !((bytes[from] == octets) || ...)) ++from;
    return from;
}

template <char octet>
constexpr bool is_ascii_without(std::string_view bytes) noexcept {
    for (char const each : bytes)
        if (each == octet || static_cast<unsigned char>(each) >= 0x80) return false;
    return true;
}

/// Writes 64 bits for each block of 64 octets: which octets are line feeds, the first one lowest.
constexpr void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    for (; blocks != 0; --blocks, ++to) {
        *to = 0;
        for (int i = 0; i != 64; ++i) *to |= std::uint64_t{*octets++ == '\n'} << i;
    }
}

} // namespace scalar

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)

namespace vectors {

using foldwise::detail::bits_an_octet;
using foldwise::detail::bits_of;
using foldwise::detail::first_of;
using foldwise::detail::load;
using foldwise::detail::octet_mask;
using foldwise::detail::octet_vector;

inline constexpr std::size_t block = sizeof(octet_vector);

/// Which of the 16 octets at `at` are hits. Reads 17 octets.
FOLDWISE_ALWAYS_INLINE inline octet_mask hits(pair_pattern const& pattern,
                                              char const* at) noexcept {
    auto const next =
        load(at + (pattern.is_reversed ? 0 : 1)) | static_cast<unsigned char>(pattern.ignored_bits);
    auto const is_one =
        (next == pattern.second) | (next == pattern.or_second) | (next == pattern.or_third);
    return (load(at + (pattern.is_reversed ? 1 : 0)) == pattern.first) &
           (pattern.is_neither ? ~is_one : is_one);
}

#if defined(FOLDWISE_VECTORS_X86_64)

// ---- 32 octets at a time, for processors that have AVX2

using foldwise::detail::load_wide;
using foldwise::detail::look_up;
using foldwise::detail::wide_octet_mask;
using foldwise::detail::wide_octet_vector;

/// The three octets that a pattern names after `first`. One look-up replaces three comparisons.
template <pair_pattern pattern>
inline constexpr auto octets_after_first =
    foldwise::detail::set_table({pattern.second, pattern.or_second, pattern.or_third});

template <pair_pattern pattern>
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_mask
hits_wide(char const* at) noexcept {
    wide_octet_vector const next =
        load_wide(at + (pattern.is_reversed ? 0 : 1)) | pattern.ignored_bits;
    wide_octet_mask is_one;
    if constexpr (pattern.second == pattern.or_second && pattern.second == pattern.or_third)
        is_one = next == pattern.second;
    else
        is_one = look_up(load_wide(octets_after_first<pattern>.of), next) == next;
    return (load_wide(at + (pattern.is_reversed ? 1 : 0)) == pattern.first) &
           (pattern.is_neither ? ~is_one : is_one);
}

/// Skips blocks of 128 octets that contain no hit, as long as more than 128 octets are left.
/// Returns the offset at which the search stopped:
///     more than 128 octets are left from there   a hit: nothing else stops the loop
///     at most 128 octets are left from there     perhaps a hit: the caller searches from there
template <pair_pattern pattern>
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t pass_wide(std::string_view bytes,
                                                                    std::size_t from) noexcept {
    auto const* const at = bytes.data();
    for (; bytes.size() - from > 128; from += 128) {
        wide_octet_mask const held[] = {
            hits_wide<pattern>(at + from), hits_wide<pattern>(at + from + 32),
            hits_wide<pattern>(at + from + 64), hits_wide<pattern>(at + from + 96)};
        if (bits_of((held[0] | held[1]) | (held[2] | held[3])) == 0) continue;
        auto const bits = bits_of(held[0]) | bits_of(held[1]) << 32;
        if (bits != 0) return from + first_of(bits);
        return from + 64 + first_of(bits_of(held[2]) | bits_of(held[3]) << 32);
    }
    return from;
}

[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint64_t
line_feeds_of_block(char const* octets) noexcept {
    auto const more = bits_of(load_wide(octets + 32) == '\n');
    return bits_of(load_wide(octets) == '\n') | more << 32;
}
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline void
line_feed_bits_wide(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    if (blocks % 2 != 0) {
        *to++ = line_feeds_of_block(octets);
        octets += 64;
    }
    for (blocks /= 2; blocks != 0; --blocks, octets += 128, to += 2) {
        to[0] = line_feeds_of_block(octets);
        to[1] = line_feeds_of_block(octets + 64);
    }
}

#endif

/// The same as pass_wide() with 64 octets in place of 128, for every processor that has vectors.
FOLDWISE_ALWAYS_INLINE inline std::size_t pass(pair_pattern const& pattern, std::string_view bytes,
                                               std::size_t from) noexcept {
    auto const* const at = bytes.data();
    for (; bytes.size() - from > 64; from += 64) {
        octet_mask const held[] = {hits(pattern, at + from), hits(pattern, at + from + 16),
                                   hits(pattern, at + from + 32), hits(pattern, at + from + 48)};
        if (bits_of((held[0] | held[1]) | (held[2] | held[3])) != 0)
            return from + static_cast<unsigned>(std::countr_zero(bits_of(held)));
    }
    return from;
}

/// Not inline: for arrays shorter than a block, g++ 12 warns of reads that never happen.
template <pair_pattern pattern>
[[gnu::noinline]] inline std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from <= block) return scalar::find_pair(pattern, bytes, from);
    auto const* const at = bytes.data();
    if (auto const bits = bits_of(hits(pattern, at + from))) return from + first_of(bits);
    from += block;
#if defined(FOLDWISE_VECTORS_X86_64)
    if (bytes.size() - from > 256 && __builtin_cpu_supports("avx2")) {
        from = pass_wide<pattern>(bytes, from);
        if (bytes.size() - from > 128) return from;
    }
#endif
    from = pass(pattern, bytes, from);
    if (bytes.size() - from > 64) return from;
    auto const last = bytes.size() - 1 - block; // the last block that has an octet after it
    for (; from < last; from += block)
        if (auto const bits = bits_of(hits(pattern, at + from))) return from + first_of(bits);
    if (auto const bits = bits_of(hits(pattern, at + last))) return last + first_of(bits);
    bool const is_last = pattern.is_neither && bytes.back() == pattern.first;
    return bytes.size() - (is_last ? 1 : 0);
}

/// Which of the 16 octets at `at` are not visible ASCII characters, or are one of `octets`.
template <char... octets>
inline std::uint64_t not_visible_bits(char const* at) noexcept {
    auto const here = load(at);
    return bits_of(foldwise::detail::is_at_most_or_high(here, ' ') | (here == 0x7F) |
                   (... | (here == octets)));
}

template <char... octets>
[[gnu::noinline]] inline std::size_t not_visible_further(std::string_view bytes,
                                                         std::size_t from) noexcept {
    for (; bytes.size() - from >= block; from += block)
        if (auto const bits = not_visible_bits<octets...>(bytes.data() + from))
            return from + first_of(bits);
    return scalar::not_visible_or<octets...>(bytes, from);
}
template <char... octets>
inline std::size_t not_visible_or(std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from < block) return not_visible_further<octets...>(bytes, from);
    auto const bits = not_visible_bits<octets...>(bytes.data() + from);
    return bits != 0 ? from + first_of(bits) : not_visible_further<octets...>(bytes, from + block);
}

template <char... octets>
inline std::uint64_t one_of_bits(char const* at) noexcept {
    auto const here = load(at);
    return bits_of((... | (here == octets)));
}

template <char... octets>
inline std::size_t find_one_of(std::string_view bytes, std::size_t from) noexcept {
    for (; bytes.size() - from >= block; from += block)
        if (auto const bits = one_of_bits<octets...>(bytes.data() + from))
            return from + first_of(bits);
    if (bytes.size() < block || from == bytes.size())
        return scalar::find_one_of<octets...>(bytes, from);
    auto const last =
        bytes.size() - block; // the last block; its first from - last octets are before `from`
    auto const bits = one_of_bits<octets...>(bytes.data() + last) >> (from - last) * bits_an_octet;
    return bits != 0 ? from + first_of(bits) : bytes.size();
}

/// Whether one of the 16 octets at `at` is `octet`, or is not ASCII.
template <char octet>
[[gnu::always_inline]] inline bool has_non_ascii_or(char const* at) noexcept {
    auto const octets = load(at);
    return bits_of((octets == octet) | (reinterpret_cast<octet_mask>(octets) < 0)) != 0;
}
/// The last block may overlap the one before it. Not inline: see find_pair.
template <char octet>
[[gnu::noinline]] inline bool is_ascii_without(std::string_view bytes) noexcept {
    auto const* at = bytes.data();
    if (bytes.size() < block) return scalar::is_ascii_without<octet>(bytes);
    auto const* const last = at + (bytes.size() - block);
    for (; at < last; at += block)
        if (has_non_ascii_or<octet>(at)) return false;
    return !has_non_ascii_or<octet>(last);
}

inline void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (__builtin_cpu_supports("avx2")) return line_feed_bits_wide(octets, blocks, to);
#endif
    for (; blocks != 0; --blocks, octets += 64, ++to) {
        octet_mask const held[] = {load(octets) == '\n', load(octets + 16) == '\n',
                                   load(octets + 32) == '\n', load(octets + 48) == '\n'};
        *to = bits_of(held);
    }
}

} // namespace vectors

#else
namespace vectors = scalar;
#endif

template <pair_pattern pattern>
constexpr std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) return vectors::find_pair<pattern>(bytes, from);
#endif
    return scalar::find_pair(pattern, bytes, from);
}

template <char... octets>
constexpr std::size_t not_visible_or(std::string_view bytes, std::size_t from) noexcept {
    return std::is_constant_evaluated() ? scalar::not_visible_or<octets...>(bytes, from)
                                        : vectors::not_visible_or<octets...>(bytes, from);
}
template <char... octets>
constexpr std::size_t find_one_of(std::string_view bytes, std::size_t from) noexcept {
    return std::is_constant_evaluated() ? scalar::find_one_of<octets...>(bytes, from)
                                        : vectors::find_one_of<octets...>(bytes, from);
}
template <char octet>
constexpr bool is_ascii_without(std::string_view bytes) noexcept {
    return std::is_constant_evaluated() ? scalar::is_ascii_without<octet>(bytes)
                                        : vectors::is_ascii_without<octet>(bytes);
}
constexpr void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    return std::is_constant_evaluated() ? scalar::line_feed_bits(octets, blocks, to)
                                        : vectors::line_feed_bits(octets, blocks, to);
}

} // namespace foldwise::inline FOLDWISE_ABI::scan::detail

#endif
