#ifndef FOLDWISE_TRANSFER_DETAIL_QUOTED_PRINTABLE_BLOCKS_HPP
#define FOLDWISE_TRANSFER_DETAIL_QUOTED_PRINTABLE_BLOCKS_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/detail/hex_octet.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// How many octets of white space at the end of a line of quoted-printable are dropped. A line of
/// mail must not have more (RFC 5322 section 2.1.1). White space before them is text.
inline constexpr std::size_t transport_padding_limit = 998;

namespace detail {

/// Decodes the front of a text, as far as its meaning does not depend on octets that may follow. It
/// stops at an equals sign whose meaning is not clear, at white space after which the line may end,
/// and where there is no room.
class quoted_printable_blocks {
  public:
    /// Decodes with the widest vectors that the processor has, and the rest without vectors. It may
    /// overwrite octets of `to` after the decoded ones, up to `count`.
    static constexpr transcoded decode(std::string_view text, char* to,
                                       std::size_t count) noexcept {
        transcoded done;
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
        if (!std::is_constant_evaluated() && text.size() > 32 && count >= 32) {
#if defined(FOLDWISE_VECTORS_X86_64)
            if (__builtin_cpu_supports("avx2"))
                done = decode_32(text, to, count);
            else
#endif
                done = decode_16(text, to, count);
        }
#endif
        auto const rest =
            decode_scalar(text.substr(done.read), to + done.written, count - done.written);
        return {done.read + rest.read, done.written + rest.written};
    }

    /// The scalar twin of decode_32 and decode_16.
    static constexpr transcoded decode_scalar(std::string_view text, char* to,
                                              std::size_t count) noexcept {
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        for (;;) {
            now = copy_text(now, end);
            while (now.from != end.from && *now.from == '=') {
                auto const before = now.from;
                now = take_equals_sign(now, end);
                if (now.from == before) return done(text, to, now);
            }
            if (now.from == end.from) break;
            if (ends_line(*now.from) && now.from != text.data() && is_white_space(now.from[-1])) {
                place const blank{now.from - 1, now.to - 1};
                now = take_line_end(blank, end, text.data());
                if (now.from == blank.from) break;
                continue;
            }
            if (now.to == end.to) break;
            if (ends_line(*now.from)) *now.to++ = *now.from++;
        }
        return done(text, to, give_back_white_space(now, text.data()));
    }

#if defined(FOLDWISE_VECTORS_X86_64)
    /// Also stops where 33 octets or fewer are left to read, or fewer than 32 to write.
    [[gnu::noinline]] FOLDWISE_TARGET_AVX2 static transcoded
    decode_32(std::string_view text, char* to, std::size_t count) noexcept {
        if (text.size() <= 33 || count < 32) return {};
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        place const last{end.from - 33, end.to - 32};
        block_constants const constant;
        while (now.from < last.from && now.to <= last.to) {
            auto const octets = load_wide(now.from);
            auto const next = load_wide(now.from + 1);
            store(octets, now.to);
            auto const padding = (look_up(constant.blanks, octets) == octets) &
                                 (look_up(constant.endings, next) == next);
            auto const is_sign = octets == constant.equals_sign;
            auto const bits = bits_32(is_sign | padding);
            if (bits == 0) {
                now = {now.from + 32, now.to + 32};
                continue;
            }
            // One or two equals signs are faster to read one by one.
            if (auto const signs = bits_32(is_sign); std::popcount(signs) > 2) {
                auto const before = now.from;
                now = take_block_32(now, signs, bits_32(padding), constant);
                if (now.from != before) continue;
            } else {
                auto const plain = std::countr_zero(bits);
                now = {now.from + plain, now.to + plain};
            }
            auto const before = now.from;
            bool const is_equals_sign = *before == '=';
            now =
                is_equals_sign ? take_equals_sign(now, end) : take_line_end(now, end, text.data());
            if (now.from != before) continue;
            if (is_equals_sign) return done(text, to, now);
            break;
        }
        return done(text, to, give_back_white_space(now, text.data()));
    }
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    /// Also stops where 16 octets or fewer are left to read, or fewer than 16 to write.
    [[gnu::noinline]] static transcoded decode_16(std::string_view text, char* to,
                                                  std::size_t count) noexcept {
        if (text.size() <= 16 || count < 16) return {};
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        place const last{end.from - 16, end.to - 16};
        while (now.from < last.from && now.to <= last.to) {
            auto const octets = load(now.from);
            auto const next = load(now.from + 1);
            store(octets, now.to);
            auto const padding =
                ((octets == ' ') | (octets == '\t')) & ((next == '\n') | (next == '\r'));
            auto const plain = first_of((octets == '=') | padding);
            now.from += plain;
            now.to += plain;
            if (plain == 16) continue;
            if (*now.from != '=') {
                auto const blank = now.from;
                now = take_line_end(now, end, text.data());
                if (now.from == blank) break;
                continue;
            }
            do {
                auto const before = now.from;
                now = take_equals_sign(now, end);
                if (now.from == before) return done(text, to, now);
            } while (now.from < last.from && *now.from == '=');
        }
        return done(text, to, give_back_white_space(now, text.data()));
    }
#endif

  private:
    /// Where to read, and where to write.
    struct place {
        char const* from;
        char* to;
    };
    static constexpr transcoded done(std::string_view text, char const* to, place now) noexcept {
        return {static_cast<std::size_t>(now.from - text.data()),
                static_cast<std::size_t>(now.to - to)};
    }

    static constexpr bool is_white_space(char octet) noexcept {
        return octet == ' ' || octet == '\t';
    }
    static constexpr auto most_padding = static_cast<std::ptrdiff_t>(transport_padding_limit);

    static constexpr std::ptrdiff_t line_ending_at(char const* at, char const* end) noexcept {
        if (at != end && *at == '\n') return 1;
        return end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : 0;
    }
    static constexpr bool ends_line(char octet) noexcept { return octet == '\r' || octet == '\n'; }

    /// Copies octets up to the next "=", CR or LF, as far as there is room.
    static constexpr place copy_text(place now, place end) noexcept {
        auto const room = end.to - now.to;
        auto const* const last = end.from - now.from < room ? end.from : now.from + room;
        if (!std::is_constant_evaluated()) {
            constexpr auto each = ~std::uint64_t{0} / 255; // an octet of 1 eight times
            for (std::uint64_t eight = 0; last - now.from >= 8; now = {now.from + 8, now.to + 8}) {
                std::memcpy(&eight, now.from, sizeof eight);
                std::memcpy(now.to, &eight, sizeof eight);
                auto const signs = eight ^ each * '=';
                // The highest bit of (x - n) & ~x is set if x < n. CR and LF are less than 14.
                // A borrow can set it for another octet, too: the loop below decides.
                if ((((signs - each) & ~signs) | ((eight - each * 14) & ~eight)) & each * 128)
                    break;
            }
        }
        while (now.from != last && *now.from != '=' && !ends_line(*now.from))
            *now.to++ = *now.from++;
        return now;
    }

    /// Takes an encoded octet, a soft line break, or an equals sign that is text. Takes nothing if
    /// its meaning is not clear, or if there is no room.
    FOLDWISE_ALWAYS_INLINE static constexpr place take_equals_sign(place now, place end) noexcept {
        auto const left = end.from - now.from;
        auto const octet = left > 2 ? hex_octet(now.from[1], now.from[2]) : 256;
        if (octet >= 256) {
            auto const* next = now.from + 1;
            if (next != end.from && *next == '\n') return {next + 1, now.to};
            while (next != end.from && next - now.from <= most_padding && is_white_space(*next))
                ++next;
            if (auto const size = line_ending_at(next, end.from); size != 0)
                return {next + size, now.to};
            if (end.from - next < 2 || is_white_space(*next)) return now;
        }
        if (now.to == end.to) return now;
        *now.to = octet < 256 ? static_cast<char>(static_cast<unsigned char>(octet)) : '=';
        return {now.from + (octet < 256 ? 3 : 1), now.to + 1};
    }

    /// Takes the last octet of white space, and the CR or LF after it. If the line ends there, all
    /// of the white space is dropped; otherwise the CR is data. Takes nothing if that is not clear,
    /// or if there is no room.
    static constexpr place take_line_end(place now, place end, char const* first) noexcept {
        auto const* const next = now.from + 1;
        auto const left = end.from - next;
        if (left == 0 || (left == 1 && *next == '\r')) return now;
        place const after{next, now.to + 1};
        bool const is_padding = line_ending_at(next, end.from) != 0;
        auto* const to = is_padding ? give_back_white_space(after, first).to : after.to;
        if (to == end.to) return now;
        if (!is_padding) *now.to = *now.from;
        *to = *next;
        return {next + 1, to + 1};
    }

    /// Goes back to the start of the white space before `now`, by at most 998 octets.
    static constexpr place give_back_white_space(place now, char const* first) noexcept {
        for (std::size_t i = 0;
             i < transport_padding_limit && now.from != first && is_white_space(now.from[-1]); ++i)
            now = {now.from - 1, now.to - 1};
        return now;
    }

#if defined(FOLDWISE_VECTORS_X86_64)
    static constexpr vector_table blank_set = set_table({' ', '\t'});
    static constexpr vector_table ending_set = set_table({'\n', '\r'});

    // An octet with the upper half h and the lower half l is a hexadecimal digit if and only if
    // lower_kinds[l] and upper_kinds[h] have a bit in common; then its value is
    // octet + digit_offsets[h] (modulo 256):
    //     h          3     4     6             l          0    1 to 6  7 to 9  A to F
    //     octets    0-9   A-F   a-f            kinds     1      1|2     1        -
    //     kind       1     2     2
    //     offset   -0x30 -0x37 -0x57
    static constexpr vector_table lower_kinds{1, 3, 3, 3, 3, 3, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    static constexpr vector_table upper_kinds{0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    static constexpr vector_table digit_offsets{0, 0, 0, 0xD0, 0xC9, 0, 0xA9, 0,
                                                0, 0, 0, 0,    0,    0, 0,    0};

    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static inline std::uint32_t
    bits_32(wide_octet_mask const& mask) noexcept {
        return static_cast<std::uint32_t>(bits_of(mask));
    }

    /// The constants of decode_32 and take_block_32, which stay in registers.
    struct block_constants {
        [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 block_constants() noexcept {
            blanks = load_wide(blank_set.of);
            endings = load_wide(ending_set.of);
            lower = load_wide(lower_kinds.of);
            upper = load_wide(upper_kinds.of);
            offsets = load_wide(digit_offsets.of);
        }
        wide_octet_vector equals_sign = all_of('=');
        wide_octet_vector line_feed = all_of('\n');
        wide_octet_vector low_bits = all_of(15);
        wide_octet_vector blanks, endings, lower, upper, offsets;
    };

    /// The upper half of each octet, in the lower four bits. The upper four bits have no meaning.
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static inline wide_octet_vector
    upper_half(wide_octet_vector const& octets) noexcept {
        auto const shifted = reinterpret_cast<wide_vector_of_u32>(octets) >> 4;
        return reinterpret_cast<wide_octet_vector>(shifted);
    }

    /// Decodes 32 octets, or those before the first place that take_equals_sign or take_line_end
    /// has to examine. Reads 34 octets, and writes at most 32.
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static inline place
    take_block_32(place now, std::uint32_t signs, std::uint32_t padding,
                  block_constants const& constant) noexcept {
        auto const octets = load_wide(now.from);
        auto const next = load_wide(now.from + 1);
        auto const third = load_wide(now.from + 2);
        auto const next_upper = upper_half(next) & constant.low_bits;
        auto const third_upper = upper_half(third) & constant.low_bits;
        auto const no_next =
            (look_up(constant.lower, next) & look_up(constant.upper, next_upper)) == 0;
        auto const no_third =
            (look_up(constant.lower, third) & look_up(constant.upper, third_upper)) == 0;
        // Masks with a bit for each octet. At an equals sign:
        //     of_two     "=" LF
        //     of_three   "=" and two hexadecimal digits, "=" CRLF
        //     unclear    any other "=" before CR or white space
        // At octets that are not written: dropped.
        auto const is_sign = octets == constant.equals_sign;
        auto const is_escape = is_sign & ~(no_next | no_third);
        auto const feeds = bits_32(next == constant.line_feed);
        auto const later_feeds = bits_32(third == constant.line_feed);
        auto const ends = bits_32(look_up(constant.endings, next) == next);
        auto const paddings = bits_32(look_up(constant.blanks, next) == next);
        auto const of_two = signs & feeds;
        auto const of_three = bits_32(is_escape) | (signs & ends & ~feeds & later_feeds);
        // An equals sign whose octets extend beyond the block is left for the next block.
        auto const cut = (of_three & 0xC0000000) | (of_two & 0x80000000);
        auto const unclear = signs & (ends | paddings) & ~(of_two | of_three);
        auto const size = std::countr_zero(unclear | cut | padding);
        auto const dropped = (signs & ends) | (of_three | of_two) << 1 | of_three << 2;
        auto const kept = ~dropped & static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);

        // Single octets cannot be shifted: `high << 4` gets the upper half of the octet before. For
        // an equals sign, that is 0: next is "=" there, and 0x3D - 0x30 is 0x0D.
        auto const high = next + look_up(constant.offsets, next_upper);
        auto const low = third + look_up(constant.offsets, third_upper);
        auto const high_shifted = reinterpret_cast<wide_vector_of_u32>(high) << 4;
        auto const decoded = reinterpret_cast<wide_octet_vector>(high_shifted) | low;
        auto const escapes = reinterpret_cast<wide_octet_vector>(is_escape);
        auto const both = (decoded & escapes) | (octets & ~escapes);
        auto const all = reinterpret_cast<wide_vector_of_u64>(both);
        auto* to = put_kept(all[0], kept & 0xFF, now.to);
        to = put_kept(all[1], kept >> 8 & 0xFF, to);
        to = put_kept(all[2], kept >> 16 & 0xFF, to);
        to = put_kept(all[3], kept >> 24, to);
        return {now.from + size, to};
    }
#endif
};

} // namespace detail
} // namespace foldwise::inline FOLDWISE_ABI

#endif
