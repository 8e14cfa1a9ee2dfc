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

namespace scalar {

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

#if defined(FOLDWISE_VECTORS_X86_64)

// ---- 32 octets at a time, for processors that have AVX2

using foldwise::detail::load_wide;
using foldwise::detail::wide_octet_mask;
using foldwise::detail::wide_octet_vector;

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
