#ifndef FOLDWISE_BASE_OCTET_VECTOR_HPP
#define FOLDWISE_BASE_OCTET_VECTOR_HPP

#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(FOLDWISE_VECTORS_ARM64)
#include <arm_neon.h>
#endif

/// The one file of the decoders that knows processors: vectors of 16 and of 32 octets, and the few
/// things to do with them for which there is no operator. With an operator each octet stands for
/// itself; a comparison gives octets with all bits set where it holds, else 0.
///     octets_16   with FOLDWISE_VECTORS_X86_64 or FOLDWISE_VECTORS_ARM64; look_up and join_sextets
///                 only in functions of FOLDWISE_TARGET_SSSE3
///     octets_32   with FOLDWISE_VECTORS_X86_64, only in functions of FOLDWISE_TARGET_AVX2
/// What uses them has a scalar twin beside it: for other compilers and processors, for constant
/// expressions, and for the ends of a text.
namespace foldwise::detail {

/// Sixteen octets, twice, as vectors of 32 octets look them up in halves of 16.
struct vector_table {
    template <class... Octets>
    explicit constexpr vector_table(Octets... octets) noexcept
        : of{static_cast<unsigned char>(octets)..., static_cast<unsigned char>(octets)...} {
        static_assert(sizeof...(Octets) == 16);
    }
    unsigned char of[32];
};

/// Where the octets of four quanta are, each in 32 bits, the lowest octet first.
inline constexpr vector_table joined_octets{2, 1,  0,  6,  5,    4,    10,   9,
                                            8, 14, 13, 12, 0xFF, 0xFF, 0xFF, 0xFF};

/// Of eight octets, where those are that the bits of an octet say, side by side, the first one
/// lowest.
struct kept_places {
    constexpr kept_places() noexcept {
        for (unsigned bits = 0; bits < 256; ++bits) {
            int count = 0;
            for (std::uint64_t i = 0; i < 8; ++i)
                if ((bits >> i & 1) != 0) of[bits] |= i << (8 * count++);
        }
    }
    std::uint64_t of[256] = {};
};
inline constexpr kept_places kept_table{};

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)

using octets_16 = unsigned char __attribute__((vector_size(16)));
using doubles_16 = std::uint32_t __attribute__((vector_size(16)));

[[gnu::always_inline]] inline void load(void const* from, octets_16& to) noexcept {
    std::memcpy(&to, from, sizeof to);
}
[[gnu::always_inline]] inline void store(octets_16 const& octets, void* to) noexcept {
    std::memcpy(to, &octets, sizeof octets);
}
#endif

#if defined(FOLDWISE_VECTORS_X86_64)

using signed_16 = char __attribute__((vector_size(16)));
using quads_16 = std::uint64_t __attribute__((vector_size(16)));
using words_16 = short __attribute__((vector_size(16)));

/// The index of the first octet that is 128 or more; 16 if there is none.
[[gnu::always_inline]] inline std::size_t first_high(octets_16 const& octets) noexcept {
    auto const bits = static_cast<unsigned>(__builtin_ia32_pmovmskb128((signed_16)octets));
    return static_cast<std::size_t>(std::countr_zero(bits | 1u << 16));
}
/// (a + b + 1) / 2
[[gnu::always_inline]] inline octets_16 average(octets_16 const& a, octets_16 const& b) noexcept {
    return (octets_16)__builtin_ia32_pavgb128((signed_16)a, (signed_16)b);
}
/// Of each index below 128, the octet of `table` that its four lowest bits say; else 0.
[[gnu::always_inline]] FOLDWISE_TARGET_SSSE3 inline octets_16
look_up(octets_16 const& table, octets_16 const& index) noexcept {
    return (octets_16)__builtin_ia32_pshufb128((signed_16)table, (signed_16)index);
}
/// The three octets that each four sextets are, one behind the other, and four of 0.
[[gnu::always_inline]] FOLDWISE_TARGET_SSSE3 inline octets_16
join_sextets(octets_16 const& sextets) noexcept {
    octets_16 places;
    load(joined_octets.of, places);
    auto const pairs =
        __builtin_ia32_pmaddubsw128((signed_16)sextets, (signed_16)(doubles_16{} + 0x01400140u));
    auto const quanta =
        __builtin_ia32_pmaddwd128((words_16)pairs, (words_16)(doubles_16{} + 0x00011000u));
    return look_up((octets_16)quanta, places);
}

using octets_32 = unsigned char __attribute__((vector_size(32)));
using doubles_32 = std::uint32_t __attribute__((vector_size(32)));
using quads_32 = std::uint64_t __attribute__((vector_size(32)));
using signed_32 = char __attribute__((vector_size(32)));
using words_32 = short __attribute__((vector_size(32)));
using integers_32 = int __attribute__((vector_size(32)));

[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline void load(void const* from,
                                                             octets_32& to) noexcept {
    std::memcpy(&to, from, sizeof to);
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline void store(octets_32 const& octets,
                                                              void* to) noexcept {
    std::memcpy(to, &octets, sizeof octets);
}
/// That octet 32 times, in a register, which GCC would fill again and again.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline octets_32 all_of(unsigned octet) noexcept {
    auto octets = octets_32{} + static_cast<unsigned char>(octet);
    asm("" : "+x"(octets));
    return octets;
}
/// A bit for each octet, the first one lowest: whether it is 128 or more.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint32_t
high_bits(octets_32 const& octets) noexcept {
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256((signed_32)octets));
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline octets_32 average(octets_32 const& a,
                                                                     octets_32 const& b) noexcept {
    return (octets_32)__builtin_ia32_pavgb256((signed_32)a, (signed_32)b);
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline octets_32
look_up(octets_32 const& table, octets_32 const& index) noexcept {
    return (octets_32)__builtin_ia32_pshufb256((signed_32)table, (signed_32)index);
}
/// The 24 octets, and 8 that mean nothing.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline octets_32
join_sextets(octets_32 const& sextets) noexcept {
    octets_32 places;
    load(joined_octets.of, places);
    auto const pairs =
        __builtin_ia32_pmaddubsw256((signed_32)sextets, (signed_32)(doubles_32{} + 0x01400140u));
    auto const quanta =
        __builtin_ia32_pmaddwd256((words_32)pairs, (words_32)(doubles_32{} + 0x00011000u));
    auto const halves = look_up((octets_32)quanta, places);
    return (octets_32)__builtin_ia32_permvarsi256((integers_32)halves,
                                                  integers_32{0, 1, 2, 4, 5, 6, 3, 7});
}

/// Writes those of eight octets, the lowest first, that the bits of `kept` say, and anything behind
/// them, eight octets in all; gives the end of those that are kept.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline char*
put_kept(std::uint64_t octets, std::uint32_t kept, char* to) noexcept {
    auto const places = (octets_16)quads_16{kept_table.of[kept], 0};
    auto const packed = (quads_16)look_up((octets_16)quads_16{octets, 0}, places);
    std::uint64_t const eight = packed[0];
    std::memcpy(to, &eight, sizeof eight);
    return to + std::popcount(kept);
}

#elif defined(FOLDWISE_VECTORS_ARM64)

[[gnu::always_inline]] inline std::size_t first_high(octets_16 const& octets) noexcept {
    // The highest bit of each octet four times, side by side.
    auto const all = vreinterpretq_u16_s8(vshrq_n_s8(vreinterpretq_s8_u8(octets), 7));
    auto const bits = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(all, 4)), 0);
    return static_cast<std::size_t>(std::countr_zero(bits)) / 4;
}
[[gnu::always_inline]] inline octets_16 average(octets_16 const& a, octets_16 const& b) noexcept {
    return vrhaddq_u8(a, b);
}
[[gnu::always_inline]] inline octets_16 look_up(octets_16 const& table,
                                                octets_16 const& index) noexcept {
    return vqtbl1q_u8(table, index & 0x8F);
}
[[gnu::always_inline]] inline octets_16 join_sextets(octets_16 const& sextets) noexcept {
    auto const all = (doubles_16)sextets;
    auto const pairs = (all & 0x003F003F) << 6 | (all >> 8 & 0x003F003F);
    octets_16 places;
    load(joined_octets.of, places);
    return look_up((octets_16)((pairs & 0xFFFF) << 12 | pairs >> 16), places);
}
#endif

} // namespace foldwise::detail

#endif
