#ifndef FOLDWISE_BASE_SCAN_PAIRS_HPP
#define FOLDWISE_BASE_SCAN_PAIRS_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/base/scan_blocks.hpp>
#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>

/// The searches of scan.hpp for an octet that is directly followed by another one. As in
/// scan_blocks.hpp, each has a twin that defines the result.
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

    /// A line feed, directly followed by `letter` in either case. `letter` has its case bit set.
    static constexpr pair_pattern line_feed_before_letter(char letter) noexcept {
        return {'\n', letter, letter, false, letter, 0x20};
    }

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

} // namespace scalar

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)

namespace vectors {

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

using foldwise::detail::look_up;

/// The three octets that a pattern names after `first`. One look-up replaces three comparisons.
template <pair_pattern pattern>
inline constexpr auto octets_after_first =
    foldwise::detail::set_table({pattern.second, pattern.or_second, pattern.or_third});

template <pair_pattern pattern>
struct hits_wide {
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 wide_octet_mask
    operator()(char const* at) const noexcept {
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
};

/// The same for pair_pattern::line_feed_before_letter, where all octets of `letter` are the letter.
struct letter_hits_wide {
    wide_octet_vector letter;
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 wide_octet_mask
    operator()(char const* at) const noexcept {
        wide_octet_vector const next = load_wide(at + 1) | 0x20;
        return (load_wide(at) == '\n') & (next == letter);
    }
};

/// Skips blocks of 128 octets that contain no hit, as long as more than 128 octets are left, as
/// there must be at first. Returns the offset at which the search stopped:
///     more than 128 octets are left from there   a hit: nothing else stops the loop
///     at most 128 octets are left from there     perhaps a hit: the caller searches from there
template <class Hits>
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::size_t
pass_wide_with(Hits const& hits, std::string_view bytes, std::size_t from) noexcept {
    auto const* at = bytes.data() + from;
    auto const* const last = bytes.data() + bytes.size() - 128;
    auto const offset = [&](std::size_t in_block) noexcept {
        return static_cast<std::size_t>(at - bytes.data()) + in_block;
    };
    for (; at < last; at += 128) {
        wide_octet_mask const held[] = {hits(at), hits(at + 32), hits(at + 64), hits(at + 96)};
        if (bits_of((held[0] | held[1]) | (held[2] | held[3])) == 0) continue;
        auto const bits = bits_of(held[0]) | bits_of(held[1]) << 32;
        if (bits != 0) return offset(first_of(bits));
        return offset(64 + first_of(bits_of(held[2]) | bits_of(held[3]) << 32));
    }
    return offset(0);
}
template <pair_pattern pattern>
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t pass_wide(std::string_view bytes,
                                                                    std::size_t from) noexcept {
    return pass_wide_with(hits_wide<pattern>{}, bytes, from);
}
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t
pass_wide_before(char letter, std::string_view bytes, std::size_t from) noexcept {
    return pass_wide_with(
        letter_hits_wide{wide_octet_vector{} + static_cast<unsigned char>(letter)}, bytes, from);
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

/// The same as find_pair() without blocks of 128 octets.
FOLDWISE_ALWAYS_INLINE inline std::size_t
find_pair_in_rest(pair_pattern const& pattern, std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from <= block) return scalar::find_pair(pattern, bytes, from);
    auto const* const at = bytes.data();
    from = pass(pattern, bytes, from);
    if (bytes.size() - from > 64) return from;
    auto const last = bytes.size() - 1 - block; // the last block that has an octet after it
    for (; from < last; from += block)
        if (auto const bits = bits_of(hits(pattern, at + from))) return from + first_of(bits);
    if (auto const bits = bits_of(hits(pattern, at + last))) return last + first_of(bits);
    bool const is_last = pattern.is_neither && bytes.back() == pattern.first;
    return bytes.size() - (is_last ? 1 : 0);
}

/// Not inline: for arrays shorter than a block, g++ 12 warns of reads that never happen.
template <pair_pattern pattern>
[[gnu::noinline]] inline std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from <= block) return scalar::find_pair(pattern, bytes, from);
    if (auto const bits = bits_of(hits(pattern, bytes.data() + from))) return from + first_of(bits);
    from += block;
#if defined(FOLDWISE_VECTORS_X86_64)
    if (bytes.size() - from > 256 && __builtin_cpu_supports("avx2")) {
        from = pass_wide<pattern>(bytes, from);
        if (bytes.size() - from > 128) return from;
    }
#endif
    return find_pair_in_rest(pattern, bytes, from);
}
[[gnu::noinline]] inline std::size_t line_feed_before(char letter, std::string_view bytes,
                                                      std::size_t from) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (bytes.size() - from > 256 && __builtin_cpu_supports("avx2")) {
        from = pass_wide_before(letter, bytes, from);
        if (bytes.size() - from > 128) return from;
    }
#endif
    return find_pair_in_rest(pair_pattern::line_feed_before_letter(letter), bytes, from);
}

} // namespace vectors

#endif

template <pair_pattern pattern>
constexpr std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) return vectors::find_pair<pattern>(bytes, from);
#endif
    return scalar::find_pair(pattern, bytes, from);
}

constexpr std::size_t line_feed_before(char letter, std::string_view bytes,
                                       std::size_t from) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) return vectors::line_feed_before(letter, bytes, from);
#endif
    return scalar::find_pair(pair_pattern::line_feed_before_letter(letter), bytes, from);
}

} // namespace foldwise::inline FOLDWISE_ABI::scan::detail

#endif
