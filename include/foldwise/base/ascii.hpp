#ifndef FOLDWISE_BASE_ASCII_HPP
#define FOLDWISE_BASE_ASCII_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// `A` to `Z` become `a` to `z`; every other octet is unchanged. Does not depend on the locale.
constexpr char ascii_lower(char octet) noexcept {
    return octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet + ('a' - 'A')) : octet;
}

namespace detail {

/// ascii_lower for each of eight octets. With low = octet & 0x7F, the highest bit of
///     low + 0x80 - 'A'   is set if and only if low >= 'A'
///     low + 0x7F - 'Z'   is set if and only if low > 'Z'
constexpr std::uint64_t ascii_lower_each(std::uint64_t octets) noexcept {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high = 0x80 * ones;
    auto const low = octets & ~high;
    auto const from_a = low + (0x80 - 'A') * ones;
    auto const above_z = low + (0x7F - 'Z') * ones;
    auto const is_capital = from_a & ~above_z & ~octets & high;
    return octets | is_capital >> 2; // 0x80 >> 2 is 0x20
}

template <class Number>
Number load_octets(char const* from) noexcept {
    Number octets;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}

constexpr bool ascii_iequals_eight(std::uint64_t left, std::uint64_t right) noexcept {
    return left == right || ascii_lower_each(left) == ascii_lower_each(right);
}

/// For at least four octets. Compares blocks of eight (or four) octets; the last block may overlap
/// the one before it. Not inline: for short arrays, g++ 12 warns of reads that never happen.
FOLDWISE_NOINLINE inline bool ascii_iequals_many(char const* left, char const* right,
                                                 std::size_t size) noexcept {
    if (size < 8) {
        auto const load = [size](char const* from) noexcept {
            std::uint64_t const last = load_octets<std::uint32_t>(from + size - 4);
            return last << 32 | load_octets<std::uint32_t>(from);
        };
        return ascii_iequals_eight(load(left), load(right));
    }
    for (std::size_t at = 0; at + 8 < size; at += 8) {
        auto const here = load_octets<std::uint64_t>(left + at);
        if (!ascii_iequals_eight(here, load_octets<std::uint64_t>(right + at))) return false;
    }
    auto const last = load_octets<std::uint64_t>(left + size - 8);
    return ascii_iequals_eight(last, load_octets<std::uint64_t>(right + size - 8));
}

} // namespace detail

/// Whether both texts have the same octets when the case of ASCII letters is ignored. Field names
/// (RFC 5322 section 1.2.2) and most keywords are compared like this.
///     ascii_iequals("Return-Path", "return-path")  ->  true
/// Octets that are not ASCII must be equal. O(n), allocates nothing.
constexpr bool ascii_iequals(std::string_view left, std::string_view right) noexcept {
    if (left.size() != right.size()) return false;
    if (left.size() >= 4 && !std::is_constant_evaluated())
        return detail::ascii_iequals_many(left.data(), right.data(), left.size());
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i] != right[i] && ascii_lower(left[i]) != ascii_lower(right[i])) return false;
    return true;
}

/// Whether `text` starts with `start` when the case of ASCII letters is ignored.
///     ascii_istarts_with("Resent-Date", "resent-")  ->  true
/// O(start), allocates nothing.
constexpr bool ascii_istarts_with(std::string_view text, std::string_view start) noexcept {
    return ascii_iequals(text.substr(0, start.size()), start);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
