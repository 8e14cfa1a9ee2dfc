#ifndef FOLDWISE_TRANSFER_DETAIL_BASE64_BLOCKS_HPP
#define FOLDWISE_TRANSFER_DETAIL_BASE64_BLOCKS_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/decoded.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// The octets that encode the values 0 to 63 (RFC 2045 section 6.8, table 1).
inline constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

namespace detail {

/// The bits that each octet contributes to its quantum. The octets a, b, c, d encode the quantum
///     at[0].of[a] | at[1].of[b] | at[2].of[c] | at[3].of[d]
/// whose first octet is in the lowest 8 bits:
///     bits    23 ... 16   15 ... 8    7 ... 0
///     octet   third       second      first
///     from    ccdddddd    bbbbcccc    aaaaaabb
/// An octet that is not in the alphabet contributes bit 24, `outside`.
struct base64_tables {
    static constexpr std::uint32_t outside = std::uint32_t{1} << 24;

    constexpr base64_tables() noexcept {
        for (int i = 0; i < 256; ++i) at[0].of[i] = outside;
        at[1] = at[2] = at[3] = at[0]; // faster to compile than four loops
        auto const* const alphabet = base64_alphabet.data();
        for (std::uint32_t sextet = 0; sextet < 64; ++sextet) {
            auto const octet = static_cast<unsigned char>(alphabet[sextet]);
            at[0].of[octet] = sextet << 2;
            at[1].of[octet] = sextet >> 4 | (sextet & 15) << 12;
            at[2].of[octet] = sextet >> 2 << 8 | (sextet & 3) << 22;
            at[3].of[octet] = sextet << 16;
        }
    }
    struct place {
        std::uint32_t of[256] = {};
    };
    place at[4];
};
inline constexpr base64_tables base64_table{};

/// Decodes the front of a text, as long as it consists of whole quanta, and line endings between
/// them. Stops at anything else, or if there is no room for a quantum.
class base64_blocks {
  public:
    /// Decodes with the widest vectors that the processor has, and the rest without vectors. It may
    /// overwrite octets of `to` after the decoded ones, up to `count`.
    static constexpr transcoded decode(std::string_view text, char* to,
                                       std::size_t count) noexcept {
        transcoded done;
#if defined(FOLDWISE_VECTORS_X86_64)
        if (!std::is_constant_evaluated() && text.size() >= 32 && count >= 32 &&
            (quantum_at(text.data()) < base64_tables::outside || ends_line(text.front()))) {
            if (__builtin_cpu_supports("avx2"))
                done = decode_32(text, to, count);
            else if (__builtin_cpu_supports("ssse3"))
                done = decode_16(text, to, count);
        }
#elif defined(FOLDWISE_VECTORS_ARM64)
        if (!std::is_constant_evaluated() && text.size() >= 16 && count >= 16)
            done = decode_16(text, to, count);
#endif
        auto const rest =
            decode_scalar(text.substr(done.read), to + done.written, count - done.written);
        return {done.read + rest.read, done.written + rest.written};
    }

    /// The scalar twin of decode_32 and decode_16.
    static constexpr transcoded decode_scalar(std::string_view text, char* to,
                                              std::size_t count) noexcept {
        transcoded done;
        for (;;) {
            auto const* const from = text.data() + done.read;
            auto const quanta = decode_quanta(from, text.size() - done.read, to + done.written,
                                              count - done.written);
            done.read += quanta * 4;
            done.written += quanta * 3;
            auto const before = done.read;
            while (done.read < text.size() && ends_line(text[done.read])) ++done.read;
            if (done.read == before) return done;
        }
    }

#if defined(FOLDWISE_VECTORS_X86_64)
    /// Also stops where fewer than 32 octets are left to read or to write.
    FOLDWISE_TARGET_AVX2 static transcoded decode_32(std::string_view text, char* to,
                                                     std::size_t count) noexcept {
        auto const* from = text.data();
        auto const* const end = from + text.size();
        auto* at = to;
        auto* const room_end = to + count;
        for (auto const* line = from; end - from >= 32 && room_end - at >= 32;) {
            wide_octet_vector outside = {};
            decode_block_32(from, at, outside);
            auto const bits = high_bits(outside);
            if (bits == 0) {
                from += 32;
                at += 24;
                continue;
            }
            std::ptrdiff_t const quanta = std::countr_zero(bits) / 4;
            from += 4 * quanta;
            at += 3 * quanta;
            auto const size = from - line;
            auto const ending = line_ending_at(from, end);
            if (ending == 0) break;
            from += ending;
            if (size >= 32 && size <= 96) {
                auto const in_text = (end - from) / (size + ending);
                auto const in_room =
                    (room_end - at - 8) / (size / 4 * 3); // 8 octets are written after the line
                auto const lines =
                    decode_lines_32(from, at, in_text < in_room ? in_text : in_room, size, ending);
                from += lines * (size + ending);
                at += lines * (size / 4 * 3);
            }
            line = from;
        }
        return {static_cast<std::size_t>(from - text.data()), static_cast<std::size_t>(at - to)};
    }
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    /// Also stops where fewer than 16 octets are left to read or to write.
    [[gnu::noinline]] FOLDWISE_TARGET_SSSE3 static transcoded
    decode_16(std::string_view text, char* to, std::size_t count) noexcept {
        transcoded done;
        while (text.size() - done.read >= 16 && count - done.written >= 16) {
            octet_vector outside = {};
            decode_block_16(text.data() + done.read, to + done.written, outside);
            auto const inside = first_high(outside);
            done.read += inside / 4 * 4;
            done.written += inside / 4 * 3;
            if (inside == 16) continue;
            auto const ending = line_ending_at(text.data() + done.read, text.data() + text.size());
            if (ending == 0) break;
            done.read += static_cast<std::size_t>(ending);
        }
        return done;
    }
#endif

  private:
    /// Decodes quanta up to the first that has an octet outside of the alphabet, or for which there
    /// is no room. Returns how many.
    static constexpr std::size_t decode_quanta(char const* text, std::size_t size, char* to,
                                               std::size_t count) noexcept {
        auto const* const start = text;
        // Two at a time: this writes 8 octets, of which 6 are decoded.
        for (auto twos = (size < count ? size : count) / 8; twos != 0; --twos, text += 8, to += 6) {
            auto const first = quantum_at(text);
            auto const second = quantum_at(text + 4);
            put_eight(first | std::uint64_t{second} << 24, to);
            if ((first | second) < base64_tables::outside) continue;
            if (first < base64_tables::outside) text += 4;
            return static_cast<std::size_t>(text - start) / 4;
        }
        auto const taken = static_cast<std::size_t>(text - start) / 4;
        size -= 4 * taken;
        count -= 3 * taken;
        for (; size >= 4 && count >= 3; size -= 4, count -= 3, text += 4, to += 3) {
            auto const quantum = quantum_at(text);
            if (quantum >= base64_tables::outside) break;
            for (int i = 0; i < 3; ++i) to[i] = octet_of(quantum >> (8 * i));
        }
        return static_cast<std::size_t>(text - start) / 4;
    }

    static constexpr std::uint32_t quantum_at(char const* text) noexcept {
        auto const& table = base64_table.at;
        return table[0].of[static_cast<unsigned char>(text[0])] |
               table[1].of[static_cast<unsigned char>(text[1])] |
               table[2].of[static_cast<unsigned char>(text[2])] |
               table[3].of[static_cast<unsigned char>(text[3])];
    }
    /// Writes eight octets, the lowest first.
    static constexpr void put_eight(std::uint64_t octets, char* to) noexcept {
        if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
            for (int i = 0; i < 8; ++i) to[i] = octet_of(octets >> (8 * i));
        else
            std::memcpy(to, &octets, sizeof octets);
    }
    static constexpr char octet_of(std::uint64_t bits) noexcept {
        return static_cast<char>(static_cast<unsigned char>(bits & 0xFF));
    }

    static constexpr bool ends_line(char octet) noexcept { return octet == '\r' || octet == '\n'; }

    /// The size of the line ending at `at`, or of a CR that is none; 0 if there is neither.
    static constexpr std::ptrdiff_t line_ending_at(char const* at, char const* end) noexcept {
        if (at == end || !ends_line(*at)) return 0;
        return end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
    }

    // For an octet with the upper half h and the lower half l, modulo 256:
    //     octet + delta[h + n]    is its sextet
    //     octet + check[h + n]    is 128 or more, if the octet is ASCII and not in the alphabet
    // where h + n depends on the table and on l:
    //     l          0    1 to 9   A      B     C to E   F
    //     delta    h + 1  h + 1  h + 1  h + 1  h + 1   h + 8
    //     check    h + 7  h + 1  h + 2  h + 4  h + 6   h + 8
    // For "A", h = 4 and l = 1: 0x41 + delta[5] = 0x100, so its sextet is 0. One instruction
    // computes h + n as (sign[l] + (octet >> 3) + 1) / 2, where octet >> 3 is 2 * h, or 2 * h + 1
    // if l >= 8. (The hash is from aqrit's base64 decoders.) Since single octets cannot be shifted,
    // bits of the next octet get into the upper half of octet >> 3. A look-up ignores them.
    static constexpr vector_table delta_sign{1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 15};
    static constexpr vector_table delta{0,    0, 0,    0x13, 0x04, 0xBF, 0xBF, 0xB9,
                                        0xB9, 0, 0x10, 0xC3, 0xBF, 0xBF, 0xB9, 0xB9};
    static constexpr vector_table check_sign{13, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 7, 11, 11, 11, 15};
    static constexpr vector_table check{0x80, 0x80, 0x80, 0x80, 0xCF, 0xBF, 0xD5, 0xA6,
                                        0xB5, 0x86, 0xD1, 0x80, 0xB1, 0x80, 0x91, 0x80};

#if defined(FOLDWISE_VECTORS_X86_64)
    /// Decodes 32 octets to 24, and writes 8 more after them. Sets the highest bit in `outside` for
    /// each octet that is not in the alphabet.
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static inline void
    decode_block_32(char const* from, char* to, wide_octet_vector& outside) noexcept {
        auto const text = load_wide(from);
        auto const delta_signs = load_wide(delta_sign.of);
        auto const check_signs = load_wide(check_sign.of);
        auto const shifted = reinterpret_cast<wide_vector_of_u32>(text) >> 3;
        auto const high = reinterpret_cast<wide_octet_vector>(shifted);
        auto const check_at = average(look_up(check_signs, text), high);
        auto const delta_at = average(look_up(delta_signs, text), high);
        outside |= (look_up(load_wide(check.of), check_at) + text) | text;
        store(join_sextets(look_up(load_wide(delta.of), delta_at) + text), to);
    }

    /// Decodes at most `most` lines of `size` octets, from 32 to 96, and a line ending of `ending`
    /// octets. Stops at the first line that is different. Returns how many lines were decoded.
    FOLDWISE_TARGET_AVX2 static std::ptrdiff_t decode_lines_32(char const* from, char* to,
                                                               std::ptrdiff_t most,
                                                               std::ptrdiff_t size,
                                                               std::ptrdiff_t ending) noexcept {
        auto const written = size / 4 * 3;
        auto const before_feed = ending == 2 ? '\r' : '\n';
        auto left = most;
        for (; left > 0; --left, from += size + ending, to += written) {
            wide_octet_vector outside = {};
            decode_block_32(from, to, outside);
            if (size > 64) decode_block_32(from + 32, to + 24, outside);
            decode_block_32(from + size - 32, to + written - 24, outside);
            if (high_bits(outside) != 0 || from[size] != before_feed ||
                from[size + ending - 1] != '\n')
                break;
        }
        return most - left;
    }
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    /// Decodes 16 octets to 12, and writes 4 more after them; see decode_block_32.
    [[gnu::always_inline]] FOLDWISE_TARGET_SSSE3 static inline void
    decode_block_16(char const* from, char* to, octet_vector& outside) noexcept {
        auto const text = load(from);
        auto const delta_signs = load(delta_sign.of);
        auto const check_signs = load(check_sign.of);
        auto const shifted = reinterpret_cast<vector_of_u32>(text) >> 3;
        auto const high = reinterpret_cast<octet_vector>(shifted);
        auto const check_at = average(look_up(check_signs, text), high);
        auto const delta_at = average(look_up(delta_signs, text), high);
        outside |= (look_up(load(check.of), check_at) + text) | text;
        store(join_sextets(look_up(load(delta.of), delta_at) + text), to);
    }
#endif
};

} // namespace detail
} // namespace foldwise::inline FOLDWISE_ABI

#endif
