#ifndef FOLDWISE_BASE_COPY_ASCII_HPP
#define FOLDWISE_BASE_COPY_ASCII_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)

/// `in` has the highest bit of each octet set that is not ASCII or is one of `others`.
template <char... others>
struct ascii_stops {
    static octet_mask in(octet_vector const& octets) noexcept {
        return (reinterpret_cast<octet_mask>(octets) | ... | (octets == others));
    }
#if defined(FOLDWISE_VECTORS_X86_64)
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static wide_octet_mask
    in_wide(wide_octet_vector const& octets) noexcept {
        return (reinterpret_cast<wide_octet_mask>(octets) | ... | (octets == others));
    }
#endif
};

/// Two comparisons are enough for three octets if two of them differ only in their lowest bit.
template <char first, char second, char third>
struct ascii_stops<first, second, third> {
    static_assert((first ^ 1) == second);
    static octet_mask in(octet_vector const& octets) noexcept {
        return is_at_most_or_high(octets ^ first, 1) | (octets == third);
    }
#if defined(FOLDWISE_VECTORS_X86_64)
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static wide_octet_mask
    in_wide(wide_octet_vector const& octets) noexcept {
        return (reinterpret_cast<wide_octet_mask>(octets ^ first) <= 1) | (octets == third);
    }
#endif
};

#if defined(FOLDWISE_VECTORS_X86_64)
/// Copies blocks of 128 octets as long as they have no stop. Returns how many octets were copied.
template <char... others>
[[gnu::noinline]] FOLDWISE_TARGET_AVX2 inline std::size_t
copy_ascii_wide(char const* from, std::size_t size, char* to) noexcept {
    using stops = ascii_stops<others...>;
    std::size_t at = 0;
    for (; size - at >= 128; at += 128) {
        wide_octet_vector const held[] = {load_wide(from + at), load_wide(from + at + 32),
                                          load_wide(from + at + 64), load_wide(from + at + 96)};
        auto const any = (stops::in_wide(held[0]) | stops::in_wide(held[1])) |
                         (stops::in_wide(held[2]) | stops::in_wide(held[3]));
        if (high_bits(reinterpret_cast<wide_octet_vector>(any)) != 0) break;
        for (std::size_t i = 0; i != 4; ++i) store(held[i], to + at + 32 * i);
    }
    return at;
}
#endif

#endif

/// Copies the octets from `at` on that are ASCII, and none of `others`, to `to`. Returns where they
/// end. `to` must have room for octets.size() - at octets: more may be written than are copied.
///     copy_ascii<'~'>("ab~c", 0, to)  ->  2
template <char... others>
constexpr std::size_t copy_ascii(std::string_view octets, std::size_t at, char* to) noexcept {
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    if (!std::is_constant_evaluated()) {
        for (auto const* from = octets.data(); octets.size() - at >= 16; at += 16, to += 16) {
            auto const sixteen = load(from + at);
            store(sixteen, to);
            auto const stops = ascii_stops<others...>::in(sixteen) < 0;
            if (bits_of(stops) != 0) return at + first_of(stops);
#if defined(FOLDWISE_VECTORS_X86_64)
            if (octets.size() - at < 272 || !__builtin_cpu_supports("avx2")) continue;
            auto const size =
                copy_ascii_wide<others...>(from + at + 16, octets.size() - at - 16, to + 16);
            at += size;
            to += size;
#endif
        }
    }
#endif
    for (; at < octets.size() && static_cast<unsigned char>(octets[at]) < 0x80; ++at) {
        if (((octets[at] == others) || ...)) break;
        *to++ = octets[at];
    }
    return at;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
