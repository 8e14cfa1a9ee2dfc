#ifndef FOLDWISE_BASE_SCAN_BLOCKS_HPP
#define FOLDWISE_BASE_SCAN_BLOCKS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/config.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#if defined(FOLDWISE_VECTORS_ARM64)
#include <arm_neon.h>
#endif

/// The searches of scan.hpp that look at many octets at a time (vectors). Each has a twin that
/// looks at one octet after the other (scalar): it says what is meant, runs while compiling, and
/// where there are no vectors.
namespace foldwise::scan::detail {

/// An octet, and directly behind it one of some others, or none of these.
struct pair_pattern {
    char first;
    char second;
    char or_second;
    bool is_neither = false; ///< then a `first` that is the last octet is a hit as well
    char or_third = second;
    char ignored_bits = 0; ///< of the octet behind: set in those that it is compared with

    constexpr bool takes(char octet) const noexcept {
        auto const next = static_cast<char>(octet | ignored_bits);
        return (next == second || next == or_second || next == or_third) != is_neither;
    }
};

namespace scalar {

template <pair_pattern pattern>
constexpr std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
    auto at = bytes.find(pattern.first, from);
    while (at < bytes.size() - 1 && !pattern.takes(bytes[at + 1]))
        at = bytes.find(pattern.first, at + 1);
    return at < bytes.size() - (pattern.is_neither ? 0 : 1) ? at : bytes.size();
}

constexpr std::size_t not_ftext(std::string_view bytes, std::size_t from) noexcept {
    while (from < bytes.size() && ftext.contains(bytes[from])) ++from;
    return from;
}

template <char... octets>
constexpr std::size_t find_one_of(std::string_view bytes, std::size_t from) noexcept {
    while (from < bytes.size() && !((bytes[from] == octets) || ...)) ++from;
    return from;
}

/// Which octets of blocks of 64 are line feeds, the first one of each in its lowest bit.
constexpr void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    for (; blocks != 0; --blocks, ++to) {
        *to = 0;
        for (int i = 0; i != 64; ++i) *to |= std::uint64_t{*octets++ == '\n'} << i;
    }
}

} // namespace scalar

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)

/// The vectors that g++ and clang have: `==`, `&` and the like work on all of their octets at once,
/// and a comparison gives a vector of which the octets that hold are -1 and the others 0.
namespace vectors {

inline constexpr std::size_t block = 16;
using octet_vector = signed char __attribute__((vector_size(block)));

inline octet_vector load(char const* from) noexcept {
    octet_vector loaded;
    __builtin_memcpy(&loaded, from, block);
    return loaded;
}

// ---- What differs from processor to processor: which octets of comparisons hold, as bits, the
// first one in the lowest. Of one comparison, with `bits_an_octet`.
#if defined(FOLDWISE_VECTORS_X86_64)

inline constexpr unsigned bits_an_octet = 1;
inline std::uint64_t bits_of(octet_vector const& held) noexcept {
    using chars = char __attribute__((vector_size(block)));
    return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<chars>(held)));
}
inline std::uint64_t bits_of(octet_vector const (&held)[4]) noexcept {
    return bits_of(held[0]) | bits_of(held[1]) << 16 | bits_of(held[2]) << 32 |
           bits_of(held[3]) << 48;
}

#else

inline constexpr unsigned bits_an_octet = 4;
inline std::uint64_t bits_of(octet_vector const& held) noexcept {
    auto const in_pairs = reinterpret_cast<uint16x8_t>(held);
    return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(in_pairs, 4)), 0);
}
inline std::uint64_t bits_of(octet_vector const (&held)[4]) noexcept {
    constexpr octet_vector bit_of = {1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128};
    uint8x16_t bits[4];
    for (int i = 0; i != 4; ++i) {
        auto const bit_each = held[i] & bit_of;
        bits[i] = reinterpret_cast<uint8x16_t>(bit_each);
    }
    auto const sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

#endif

/// How many octets are before the first one that holds; there must be one.
inline std::size_t first_of(std::uint64_t bits) noexcept {
    return static_cast<unsigned>(std::countr_zero(bits)) / bits_an_octet;
}

/// Which of the octets from `at` on are hits; the one behind these is looked at as well.
template <pair_pattern pattern>
inline octet_vector hits(char const* at) noexcept {
    auto const next = load(at + 1) | pattern.ignored_bits;
    auto const is_one =
        (next == pattern.second) | (next == pattern.or_second) | (next == pattern.or_third);
    return (load(at) == pattern.first) & (pattern.is_neither ? ~is_one : is_one);
}

#if defined(FOLDWISE_VECTORS_X86_64)

// ---- The same with vectors of 32 octets, for processors that have AVX2.

using wide_octets = signed char __attribute__((vector_size(32)));

[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octets
load_wide(char const* from) noexcept {
    wide_octets loaded;
    __builtin_memcpy(&loaded, from, sizeof loaded);
    return loaded;
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint64_t
bits_of_wide(wide_octets const& held) noexcept {
    using chars = char __attribute__((vector_size(32)));
    return static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<chars>(held)));
}

/// For a look-up by the lower half of an octet: the one octet of the pattern that has this half, or
/// else one that has another.
template <pair_pattern pattern>
constexpr std::array<char, 32> by_lower_half() noexcept {
    std::array<char, 32> table{};
    for (unsigned i = 0; i != 32; ++i) table[i] = static_cast<char>(~i);
    for (char const octet : {pattern.second, pattern.or_second, pattern.or_third}) {
        auto const half = static_cast<unsigned char>(octet) & 15u;
        table[half] = table[16 + half] = octet;
    }
    return table;
}

template <pair_pattern pattern>
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octets
is_behind_wide(wide_octets const& next) noexcept {
    if constexpr (pattern.second == pattern.or_second && pattern.second == pattern.or_third)
        return next == pattern.second;
    using chars = char __attribute__((vector_size(32)));
    static constexpr auto table = by_lower_half<pattern>();
    auto const looked_up = __builtin_ia32_pshufb256(
        reinterpret_cast<chars>(load_wide(table.data())), reinterpret_cast<chars>(next));
    return reinterpret_cast<wide_octets>(looked_up) == next; // of those from 0x80 on, 0
}
template <pair_pattern pattern>
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octets hits_wide(char const* at) noexcept {
    auto const is_one = is_behind_wide<pattern>(load_wide(at + 1) | pattern.ignored_bits);
    return (load_wide(at) == pattern.first) & (pattern.is_neither ? ~is_one : is_one);
}

/// Passes octets that are no hits, in blocks of 128, as long as there is more than one block. So
/// where it stops with more than that left, a hit is.
template <pair_pattern pattern>
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t pass_wide(std::string_view bytes,
                                                                    std::size_t from) noexcept {
    auto const* const at = bytes.data();
    for (; bytes.size() - from > 128; from += 128) {
        wide_octets const held[] = {
            hits_wide<pattern>(at + from), hits_wide<pattern>(at + from + 32),
            hits_wide<pattern>(at + from + 64), hits_wide<pattern>(at + from + 96)};
        if (bits_of_wide((held[0] | held[1]) | (held[2] | held[3])) == 0) continue;
        auto const bits = bits_of_wide(held[0]) | bits_of_wide(held[1]) << 32;
        if (bits != 0) return from + first_of(bits);
        return from + 64 + first_of(bits_of_wide(held[2]) | bits_of_wide(held[3]) << 32);
    }
    return from;
}

[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint64_t
line_feeds_of_block(char const* octets) noexcept {
    auto const more = bits_of_wide(load_wide(octets + 32) == '\n');
    return bits_of_wide(load_wide(octets) == '\n') | more << 32;
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

/// The same in blocks of 64.
template <pair_pattern pattern>
inline std::size_t pass(std::string_view bytes, std::size_t from) noexcept {
    auto const* const at = bytes.data();
    for (; bytes.size() - from > 64; from += 64) {
        octet_vector const held[] = {hits<pattern>(at + from), hits<pattern>(at + from + 16),
                                     hits<pattern>(at + from + 32), hits<pattern>(at + from + 48)};
        if (bits_of((held[0] | held[1]) | (held[2] | held[3])) != 0)
            return from + static_cast<unsigned>(std::countr_zero(bits_of(held)));
    }
    return from;
}

/// Not inline: with arrays that are shorter than a block, g++ 12 would warn of what is not done.
template <pair_pattern pattern>
[[gnu::noinline]] inline std::size_t find_pair(std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from <= block) return scalar::find_pair<pattern>(bytes, from);
    auto const* const at = bytes.data();
    if (auto const bits = bits_of(hits<pattern>(at + from))) return from + first_of(bits);
    from += block;
#if defined(FOLDWISE_VECTORS_X86_64)
    if (bytes.size() - from > 256 && __builtin_cpu_supports("avx2")) {
        from = pass_wide<pattern>(bytes, from);
        if (bytes.size() - from > 128) return from;
    }
#endif
    from = pass<pattern>(bytes, from);
    if (bytes.size() - from > 64) return from;
    auto const last = bytes.size() - 1 - block; // the last block with an octet behind it
    for (; from < last; from += block)
        if (auto const bits = bits_of(hits<pattern>(at + from))) return from + first_of(bits);
    if (auto const bits = bits_of(hits<pattern>(at + last))) return last + first_of(bits);
    bool const is_last = pattern.is_neither && bytes.back() == pattern.first;
    return bytes.size() - (is_last ? 1 : 0);
}

/// Which of the octets from `at` on are not in ftext. Those from 0x80 on are below zero.
inline std::uint64_t not_ftext_bits(char const* at) noexcept {
    auto const octets = load(at);
    return bits_of((octets <= ' ') | (octets == ':') | (octets == 0x7F));
}

[[gnu::noinline]] inline std::size_t not_ftext_further(std::string_view bytes,
                                                       std::size_t from) noexcept {
    for (; bytes.size() - from >= block; from += block)
        if (auto const bits = not_ftext_bits(bytes.data() + from)) return from + first_of(bits);
    return scalar::not_ftext(bytes, from);
}
inline std::size_t not_ftext(std::string_view bytes, std::size_t from) noexcept {
    if (bytes.size() - from < block) return not_ftext_further(bytes, from);
    auto const bits = not_ftext_bits(bytes.data() + from);
    return bits != 0 ? from + first_of(bits) : not_ftext_further(bytes, from + block);
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
    auto const last = bytes.size() - block; // the last block, part of which has been passed
    auto const bits = one_of_bits<octets...>(bytes.data() + last) >> (from - last) * bits_an_octet;
    return bits != 0 ? from + first_of(bits) : bytes.size();
}

inline void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (__builtin_cpu_supports("avx2")) return line_feed_bits_wide(octets, blocks, to);
#endif
    for (; blocks != 0; --blocks, octets += 64, ++to) {
        octet_vector const held[] = {load(octets) == '\n', load(octets + 16) == '\n',
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
    return std::is_constant_evaluated() ? scalar::find_pair<pattern>(bytes, from)
                                        : vectors::find_pair<pattern>(bytes, from);
}

/// See not_ftext of scan.hpp, and line_feed_bits.
constexpr std::size_t not_ftext(std::string_view bytes, std::size_t from) noexcept {
    return std::is_constant_evaluated() ? scalar::not_ftext(bytes, from)
                                        : vectors::not_ftext(bytes, from);
}
template <char... octets>
constexpr std::size_t find_one_of(std::string_view bytes, std::size_t from) noexcept {
    return std::is_constant_evaluated() ? scalar::find_one_of<octets...>(bytes, from)
                                        : vectors::find_one_of<octets...>(bytes, from);
}
constexpr void line_feed_bits(char const* octets, std::size_t blocks, std::uint64_t* to) noexcept {
    if (std::is_constant_evaluated())
        scalar::line_feed_bits(octets, blocks, to);
    else
        vectors::line_feed_bits(octets, blocks, to);
}

} // namespace foldwise::scan::detail

#endif
