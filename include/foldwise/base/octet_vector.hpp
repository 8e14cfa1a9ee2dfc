#ifndef FOLDWISE_BASE_OCTET_VECTOR_HPP
#define FOLDWISE_BASE_OCTET_VECTOR_HPP

#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>

#if defined(FOLDWISE_VECTORS_ARM64)
#include <arm_neon.h>
#endif

/// The only file with the vector instructions of particular processors:
///
///     octet_vector       16 octets, where FOLDWISE_VECTORS_X86_64 or FOLDWISE_VECTORS_ARM64 is
///                        defined; look_up and join_sextets only in FOLDWISE_TARGET_SSSE3 functions
///     wide_octet_vector  32 octets, where FOLDWISE_VECTORS_X86_64 is defined, and only in
///                        FOLDWISE_TARGET_AVX2 functions
///
/// They are the vectors of g++ and clang: `+`, `&`, `<<` and the like work on each octet by itself.
/// A comparison gives a mask, an octet_mask or a wide_octet_mask: each octet of it has all bits set
/// if the comparison holds there, none otherwise. The functions below do what has no operator.
///
/// A function that uses them has a scalar twin beside it, which returns the same results. The twin
/// is used by other compilers, on other processors, in constant expressions, and at the ends of a
/// text.
namespace foldwise::inline FOLDWISE_ABI::detail {

// ---- Tables, in memory. Every look_up works in blocks of 16 octets.

/// A table of 16 octets, for look_up. Stored twice, because look_up of a wide_octet_vector needs
/// one for each half.
struct vector_table {
    constexpr vector_table() noexcept : of{} {}
    template <class... Octets>
    explicit constexpr vector_table(Octets... octets) noexcept
        : of{static_cast<unsigned char>(octets)..., static_cast<unsigned char>(octets)...} {
        static_assert(sizeof...(Octets) == 16);
    }
    unsigned char of[32];
};

/// A table that recognises the octets of a set. They must be below 128 and differ in their lower
/// halves (the lower four bits):
///     an octet is in the set if and only if look_up(table, octet) == octet
/// The entry for a lower half is the member of the set with that half, or 0xFF. For CR and LF:
///     lower half   0   1   2   3   4   5   6   7   8   9   A   B   C   D   E   F
///     table       FF  FF  FF  FF  FF  FF  FF  FF  FF  FF  0A  FF  FF  0D  FF  FF
/// For octets of 128 and above, look_up returns 0.
constexpr vector_table set_table(std::initializer_list<char> members) noexcept {
    vector_table table;
    for (auto& octet : table.of) octet = 0xFF;
    for (char const member : members) {
        auto const octet = static_cast<unsigned char>(member);
        table.of[octet % 16] = table.of[16 + octet % 16] = octet;
    }
    return table;
}

/// For join_sextets: the places of the lower three octets of each 32 bits, the most significant one
/// first. 0xFF stands for an octet of 0.
inline constexpr vector_table joined_octets{2, 1,  0,  6,  5,    4,    10,   9,
                                            8, 14, 13, 12, 0xFF, 0xFF, 0xFF, 0xFF};

/// For put_kept: for each value of eight bits, the numbers of the bits that are set, one per octet,
/// the lowest first.
///     of[0b10010010]  ->  0x070401
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

// ---- 16 octets, on any processor

using octet_vector = unsigned char __attribute__((vector_size(16)));
using octet_mask = signed char __attribute__((vector_size(16)));
using vector_of_u32 = std::uint32_t __attribute__((vector_size(16)));

[[gnu::always_inline]] inline octet_vector load(void const* from) noexcept {
    octet_vector octets;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}
[[gnu::always_inline]] inline void store(octet_vector const& octets, void* to) noexcept {
    std::memcpy(to, &octets, sizeof octets);
}

/// Which octets are at most `most`, or 128 or more: a comparison of signed octets.
[[gnu::always_inline]] inline octet_mask is_at_most_or_high(octet_vector const& octets,
                                                            signed char most) noexcept {
    return reinterpret_cast<octet_mask>(octets) <= most;
}
#endif

#if defined(FOLDWISE_VECTORS_X86_64)

// ---- 16 octets, x86-64. The built-in functions take signed types.

using vector_of_char = char __attribute__((vector_size(16)));
using vector_of_i16 = short __attribute__((vector_size(16)));
using vector_of_u64 = std::uint64_t __attribute__((vector_size(16)));

/// The bits of a mask: `bits_an_octet` for each octet, those of the first octet lowest.
inline constexpr unsigned bits_an_octet = 1;
[[gnu::always_inline]] inline std::uint64_t bits_of(octet_mask const& mask) noexcept {
    return static_cast<unsigned>(
        __builtin_ia32_pmovmskb128(reinterpret_cast<vector_of_char>(mask)));
}
/// The bits of four masks: one for each of 64 octets, that of the first octet lowest.
[[gnu::always_inline]] inline std::uint64_t bits_of(octet_mask const (&masks)[4]) noexcept {
    return bits_of(masks[0]) | bits_of(masks[1]) << 16 | bits_of(masks[2]) << 32 |
           bits_of(masks[3]) << 48;
}
/// The index of the first octet of a mask that is set; 16 if there is none.
[[gnu::always_inline]] inline std::size_t first_of(octet_mask const& mask) noexcept {
    return static_cast<std::size_t>(std::countr_zero(bits_of(mask) | 1u << 16));
}
/// The index of the first octet that is 128 or more; 16 if there is none.
[[gnu::always_inline]] inline std::size_t first_high(octet_vector const& octets) noexcept {
    return first_of(reinterpret_cast<octet_mask>(octets));
}
/// (a + b + 1) / 2
[[gnu::always_inline]] inline octet_vector average(octet_vector const& a,
                                                   octet_vector const& b) noexcept {
    return reinterpret_cast<octet_vector>(__builtin_ia32_pavgb128(
        reinterpret_cast<vector_of_char>(a), reinterpret_cast<vector_of_char>(b)));
}
/// For each octet of `index`: table[octet % 16] if it is below 128, else 0.
[[gnu::always_inline]] FOLDWISE_TARGET_SSSE3 inline octet_vector
look_up(octet_vector const& table, octet_vector const& index) noexcept {
    return reinterpret_cast<octet_vector>(__builtin_ia32_pshufb128(
        reinterpret_cast<vector_of_char>(table), reinterpret_cast<vector_of_char>(index)));
}
/// Joins 16 sextets to 12 octets, followed by four octets of 0. Four sextets a, b, c, d, from 0 to
/// 63, are a quantum of three octets. Its 24 bits are
///     ((a * 64 + b) * 64 + c) * 64 + d  =  (a * 64 + b) * 4096 + (c * 64 + d)
/// which takes two instructions that multiply neighbours and add the products.
[[gnu::always_inline]] FOLDWISE_TARGET_SSSE3 inline octet_vector
join_sextets(octet_vector const& sextets) noexcept {
    constexpr std::uint32_t by_64_and_1 = 0x01400140;   // in octets: 64, 1, 64, 1
    constexpr std::uint32_t by_4096_and_1 = 0x00011000; // in 16 bits: 4096, 1
    auto const pairs = __builtin_ia32_pmaddubsw128(
        reinterpret_cast<vector_of_char>(sextets),
        reinterpret_cast<vector_of_char>(vector_of_u32{} + by_64_and_1));
    auto const quanta =
        __builtin_ia32_pmaddwd128(reinterpret_cast<vector_of_i16>(pairs),
                                  reinterpret_cast<vector_of_i16>(vector_of_u32{} + by_4096_and_1));
    return look_up(reinterpret_cast<octet_vector>(quanta), load(joined_octets.of));
}

// ---- 32 octets, x86-64 with AVX2

using wide_octet_vector = unsigned char __attribute__((vector_size(32)));
using wide_octet_mask = signed char __attribute__((vector_size(32)));
using wide_vector_of_char = char __attribute__((vector_size(32)));
using wide_vector_of_i16 = short __attribute__((vector_size(32)));
using wide_vector_of_i32 = int __attribute__((vector_size(32)));
using wide_vector_of_u32 = std::uint32_t __attribute__((vector_size(32)));
using wide_vector_of_u64 = std::uint64_t __attribute__((vector_size(32)));

[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_vector
load_wide(void const* from) noexcept {
    wide_octet_vector octets;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline void store(wide_octet_vector const& octets,
                                                              void* to) noexcept {
    std::memcpy(to, &octets, sizeof octets);
}
/// The same octet 32 times, kept in a register. The empty asm statement hides from g++ that it is a
/// constant, which g++ would load again in each iteration of a loop.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_vector
all_of(unsigned octet) noexcept {
    auto octets = wide_octet_vector{} + static_cast<unsigned char>(octet);
    asm("" : "+x"(octets));
    return octets;
}
/// One bit for each octet, that of the first one lowest: set if the octet is 128 or more.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint32_t
high_bits(wide_octet_vector const& octets) noexcept {
    return static_cast<std::uint32_t>(
        __builtin_ia32_pmovmskb256(reinterpret_cast<wide_vector_of_char>(octets)));
}
/// One bit for each octet of a mask, that of the first one lowest.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline std::uint64_t
bits_of(wide_octet_mask const& mask) noexcept {
    return static_cast<std::uint32_t>(
        __builtin_ia32_pmovmskb256(reinterpret_cast<wide_vector_of_char>(mask)));
}
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_vector
average(wide_octet_vector const& a, wide_octet_vector const& b) noexcept {
    return reinterpret_cast<wide_octet_vector>(__builtin_ia32_pavgb256(
        reinterpret_cast<wide_vector_of_char>(a), reinterpret_cast<wide_vector_of_char>(b)));
}
/// As for 16 octets; each half of `index` is looked up in the same half of `table`.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_vector
look_up(wide_octet_vector const& table, wide_octet_vector const& index) noexcept {
    return reinterpret_cast<wide_octet_vector>(
        __builtin_ia32_pshufb256(reinterpret_cast<wide_vector_of_char>(table),
                                 reinterpret_cast<wide_vector_of_char>(index)));
}
/// As for 16 octets: the 24 octets of eight quanta, followed by eight octets of 0.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline wide_octet_vector
join_sextets(wide_octet_vector const& sextets) noexcept {
    auto const by_64_and_1 = wide_vector_of_u32{} + 0x01400140u;
    auto const by_4096_and_1 = wide_vector_of_u32{} + 0x00011000u;
    auto const pairs =
        __builtin_ia32_pmaddubsw256(reinterpret_cast<wide_vector_of_char>(sextets),
                                    reinterpret_cast<wide_vector_of_char>(by_64_and_1));
    auto const quanta =
        __builtin_ia32_pmaddwd256(reinterpret_cast<wide_vector_of_i16>(pairs),
                                  reinterpret_cast<wide_vector_of_i16>(by_4096_and_1));
    auto const halves =
        look_up(reinterpret_cast<wide_octet_vector>(quanta), load_wide(joined_octets.of));
    // Each half has 12 octets (3 times 32 bits) and 4 octets of 0. Moves both 12 to the front.
    return reinterpret_cast<wide_octet_vector>(__builtin_ia32_permvarsi256(
        reinterpret_cast<wide_vector_of_i32>(halves), wide_vector_of_i32{0, 1, 2, 4, 5, 6, 3, 7}));
}

/// Writes those of eight octets whose bits are set in `kept`, and returns the end of them. Bit 0
/// stands for the first octet, the least significant one of `octets`.
///     put_kept(0x44434241, 0b1010, to)  ->  to + 2; `to` starts with 42 44
/// Writes to eight octets of `to`: those after the end are meaningless.
[[gnu::always_inline]] FOLDWISE_TARGET_AVX2 inline char*
put_kept(std::uint64_t octets, std::uint32_t kept, char* to) noexcept {
    auto const places = reinterpret_cast<octet_vector>(vector_of_u64{kept_table.of[kept], 0});
    auto const packed = look_up(reinterpret_cast<octet_vector>(vector_of_u64{octets, 0}), places);
    std::uint64_t const eight = reinterpret_cast<vector_of_u64>(packed)[0];
    std::memcpy(to, &eight, sizeof eight);
    return to + std::popcount(kept);
}

#elif defined(FOLDWISE_VECTORS_ARM64)

// ---- 16 octets, ARM. See the functions for x86-64 for what each does.

/// ARM has no instruction that extracts one bit of each octet. Narrowing each 16 bits to the middle
/// 8 of them keeps half of each octet of a mask: four bits.
inline constexpr unsigned bits_an_octet = 4;
[[gnu::always_inline]] inline std::uint64_t bits_of(octet_mask const& mask) noexcept {
    auto const halves = vshrn_n_u16(reinterpret_cast<uint16x8_t>(mask), 4);
    return vget_lane_u64(vreinterpret_u64_u8(halves), 0);
}
/// Keeps bit i of octet i, for every eight octets. Adding neighbours three times then joins the
/// eight octets to one.
[[gnu::always_inline]] inline std::uint64_t bits_of(octet_mask const (&masks)[4]) noexcept {
    constexpr octet_mask bit_of = {1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128};
    uint8x16_t bits[4];
    for (int i = 0; i != 4; ++i) {
        auto const bit_each = masks[i] & bit_of;
        bits[i] = reinterpret_cast<uint8x16_t>(bit_each);
    }
    auto const sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}
[[gnu::always_inline]] inline std::size_t first_of(octet_mask const& mask) noexcept {
    return static_cast<std::size_t>(std::countr_zero(bits_of(mask))) / bits_an_octet;
}
[[gnu::always_inline]] inline std::size_t first_high(octet_vector const& octets) noexcept {
    return first_of(reinterpret_cast<octet_mask>(octets) < 0);
}
[[gnu::always_inline]] inline octet_vector average(octet_vector const& a,
                                                   octet_vector const& b) noexcept {
    auto const averages =
        vrhaddq_u8(reinterpret_cast<uint8x16_t>(a), reinterpret_cast<uint8x16_t>(b));
    return reinterpret_cast<octet_vector>(averages);
}
[[gnu::always_inline]] inline octet_vector look_up(octet_vector const& table,
                                                   octet_vector const& index) noexcept {
    auto const places = index & 0x8F; // vqtbl1q_u8 returns 0 for an index above 15
    auto const found =
        vqtbl1q_u8(reinterpret_cast<uint8x16_t>(table), reinterpret_cast<uint8x16_t>(places));
    return reinterpret_cast<octet_vector>(found);
}
/// Computes the same with shifts. In each 32 bits, the sextet a is the lowest octet.
[[gnu::always_inline]] inline octet_vector join_sextets(octet_vector const& sextets) noexcept {
    auto const all = reinterpret_cast<vector_of_u32>(sextets);
    auto const pairs = (all & 0x003F003F) << 6 | (all >> 8 & 0x003F003F);
    auto const quanta = (pairs & 0xFFFF) << 12 | pairs >> 16;
    return look_up(reinterpret_cast<octet_vector>(quanta), load(joined_octets.of));
}
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
/// The index of the first octet of a mask that is set, from the bits of the mask. One must be set.
[[gnu::always_inline]] inline std::size_t first_of(std::uint64_t bits) noexcept {
    return static_cast<unsigned>(std::countr_zero(bits)) / bits_an_octet;
}
#endif

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
