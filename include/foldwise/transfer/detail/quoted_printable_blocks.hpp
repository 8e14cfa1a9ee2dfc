#ifndef FOLDWISE_TRANSFER_DETAIL_QUOTED_PRINTABLE_BLOCKS_HPP
#define FOLDWISE_TRANSFER_DETAIL_QUOTED_PRINTABLE_BLOCKS_HPP

#include <foldwise/base/octet_vector.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/decoded.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace foldwise {

/// How much white space at the end of a line of quoted-printable is dropped: 998 octets, as
/// no line of mail may have more (RFC 5322 section 2.1.1). What is before them is text.
inline constexpr std::size_t transport_padding_limit = 998;

namespace detail {

/// What each octet, as a hexadecimal digit of either case, adds to the octet that two of them are:
/// at the first place, and at the second one. For all other octets, a bit above it.
struct hex_values {
    constexpr hex_values() noexcept {
        constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
        for (auto& value : high) value = 256;
        for (auto& value : low) value = 256;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            auto const octet = static_cast<unsigned char>(digits[i]);
            high[octet] = static_cast<std::uint16_t>(i % 16 * 16);
            low[octet] = static_cast<std::uint16_t>(i % 16);
        }
    }
    std::uint16_t high[256] = {};
    std::uint16_t low[256] = {};
};
inline constexpr hex_values hex_table{};

/// The octet that two hexadecimal digits are; 256 or more where they are none.
constexpr unsigned hex_octet(char high, char low) noexcept {
    return unsigned{hex_table.high[static_cast<unsigned char>(high)]} |
           unsigned{hex_table.low[static_cast<unsigned char>(low)]};
}

/// Reads what most quoted-printable consists of, wherever it may be cut: octets that stand for
/// themselves, octets that are encoded, and soft line breaks without white space. It stops at an
/// equals sign that is anything else, at white space that the line may end behind, and where there
/// is no room.
class quoted_printable_blocks {
  public:
    /// In octets_32 or octets_16, as the processor has them, and without for what is left. It
    /// writes anything behind what it has written, within `count`.
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

    /// The scalar twin of the other ones.
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
    /// Stops where 33 octets or less are left to read, or less than 32 to write, too.
    [[gnu::noinline]] FOLDWISE_TARGET_AVX2 static transcoded
    decode_32(std::string_view text, char* to, std::size_t count) noexcept {
        if (text.size() <= 33 || count < 32) return {};
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        place const last{end.from - 33, end.to - 32};
        block_constants const constant;
        while (now.from < last.from && now.to <= last.to) {
            octets_32 octets, next;
            load(now.from, octets);
            load(now.from + 1, next);
            store(octets, now.to);
            auto const padding = (octets_32)(look_up(constant.blanks, octets) == octets) &
                                 (octets_32)(look_up(constant.endings, next) == next);
            auto const is_sign = (octets_32)(octets == constant.equals_sign);
            auto const bits = high_bits(is_sign | padding);
            if (bits == 0) {
                now = {now.from + 32, now.to + 32};
                continue;
            }
            // Few are quicker to read one by one.
            if (auto const signs = high_bits(is_sign); std::popcount(signs) > 2) {
                auto const before = now.from;
                now = take_block_32(now, signs, high_bits(padding), constant);
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
    /// Stops where 16 octets or less are left to read, or less than 16 to write, too.
    [[gnu::noinline]] static transcoded decode_16(std::string_view text, char* to,
                                                  std::size_t count) noexcept {
        if (text.size() <= 16 || count < 16) return {};
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        place const last{end.from - 16, end.to - 16};
        while (now.from < last.from && now.to <= last.to) {
            octets_16 octets, next;
            load(now.from, octets);
            load(now.from + 1, next);
            store(octets, now.to);
            auto const plain = first_high((octets_16)(octets == '=') |
                                          ((octets_16)((octets == ' ') | (octets == '\t')) &
                                           (octets_16)((next == '\n') | (next == '\r'))));
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
    /// Where is read, and where is written.
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

    /// What has neither equals signs nor line endings, as far as there is room.
    static constexpr place copy_text(place now, place end) noexcept {
        auto const room = end.to - now.to;
        auto const* const last = end.from - now.from < room ? end.from : now.from + room;
        if (!std::is_constant_evaluated()) {
            constexpr auto each = ~std::uint64_t{0} / 255; // an octet of 1 eight times
            for (std::uint64_t eight = 0; last - now.from >= 8; now = {now.from + 8, now.to + 8}) {
                std::memcpy(&eight, now.from, sizeof eight);
                std::memcpy(now.to, &eight, sizeof eight);
                auto const signs = eight ^ each * '=';
                // Also of octets beside those that are 0, and that are less than 14.
                if ((((signs - each) & ~signs) | ((eight - each * 14) & ~eight)) & each * 128)
                    break;
            }
        }
        while (now.from != last && *now.from != '=' && !ends_line(*now.from))
            *now.to++ = *now.from++;
        return now;
    }

    /// An octet that is encoded, a soft line break, or an equals sign that is plainly text; nothing
    /// if it is none of these, or there is no room.
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

    /// A last octet of white space and the first one of the line ending behind it, which drops all
    /// the white space, or of a CR that is data; nothing if that cannot be told, or there is no
    /// room.
    static constexpr place take_line_end(place now, place end, char const* first) noexcept {
        auto const* const next = now.from + 1;
        auto const left = end.from - next;
        if (left == 0 || (left == 1 && *next == '\r')) return now;
        place const behind{next, now.to + 1};
        bool const is_padding = line_ending_at(next, end.from) != 0;
        auto* const to = is_padding ? give_back_white_space(behind, first).to : behind.to;
        if (to == end.to) return now;
        if (!is_padding) *now.to = *now.from;
        *to = *next;
        return {next + 1, to + 1};
    }

    /// Before the white space that is directly before, as much of it as may be dropped.
    static constexpr place give_back_white_space(place now, char const* first) noexcept {
        for (std::size_t i = 0;
             i < transport_padding_limit && now.from != first && is_white_space(now.from[-1]); ++i)
            now = {now.from - 1, now.to - 1};
        return now;
    }

#if defined(FOLDWISE_VECTORS_X86_64)
    // Where the low four bits of an octet say, there is the only octet of a kind that has them.
    static constexpr vector_table blank_places{' ', 0, 0, 0, 0, 0, 0, 0, 0, '\t', 0, 0, 0, 0, 0, 0};
    static constexpr vector_table ending_places{1, 0, 0,    0, 0, 0,    0, 0,
                                                0, 0, '\n', 0, 0, '\r', 0, 0};

    /// What take_block_32 needs again and again, in registers.
    struct block_constants {
        [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 block_constants() noexcept {
            load(blank_places.of, blanks);
            load(ending_places.of, endings);
            load(low_kinds.of, lows);
            load(high_kinds.of, highs);
            load(digit_offsets.of, offsets);
        }
        octets_32 equals_sign = all_of('=');
        octets_32 line_feed = all_of('\n');
        octets_32 low_bits = all_of(15);
        octets_32 blanks, endings, lows, highs, offsets;
    };
    // Digits have 3 as their four high bits, letters 4 or 6: what these go with.
    static constexpr vector_table low_kinds{1, 3, 3, 3, 3, 3, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    static constexpr vector_table high_kinds{0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    // And what they add to, to give the value.
    static constexpr vector_table digit_offsets{0, 0, 0, 0xD0, 0xC9, 0, 0xA9, 0,
                                                0, 0, 0, 0,    0,    0, 0,    0};

    /// Of 32 octets those up to the first that take_equals_sign and take_line_end have to look at.
    /// Reads 34 octets, and writes 32.
    [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 static inline place
    take_block_32(place now, std::uint32_t signs, std::uint32_t padding,
                  block_constants const& constant) noexcept {
        octets_32 octets, next, third;
        load(now.from, octets);
        load(now.from + 1, next);
        load(now.from + 2, third);
        // Digits are known, and what they stand for, by their high and their low bits.
        auto const next_high = (octets_32)((doubles_32)next >> 4) & constant.low_bits;
        auto const third_high = (octets_32)((doubles_32)third >> 4) & constant.low_bits;
        auto const no_next =
            (octets_32)((look_up(constant.lows, next) & look_up(constant.highs, next_high)) == 0);
        auto const no_third =
            (octets_32)((look_up(constant.lows, third) & look_up(constant.highs, third_high)) == 0);
        // What each equals sign means, a bit for each.
        auto const is_sign = (octets_32)(octets == constant.equals_sign);
        auto const is_escape = is_sign & ~(no_next | no_third);
        auto const feeds = high_bits((octets_32)(next == constant.line_feed));
        auto const later_feeds = high_bits((octets_32)(third == constant.line_feed));
        auto const ends = high_bits((octets_32)(look_up(constant.endings, next) == next));
        auto const paddings = high_bits((octets_32)(look_up(constant.blanks, next) == next));
        auto const of_two = signs & feeds;
        auto const of_three = high_bits(is_escape) | (signs & ends & ~feeds & later_feeds);
        // Those that go on behind the block are left for the next one.
        auto const cut = (of_three & 0xC0000000) | (of_two & 0x80000000);
        auto const unclear = signs & (ends | paddings) & ~(of_two | of_three);
        auto const size = std::countr_zero(unclear | cut | padding);
        auto const dropped = (signs & ends) | (of_three | of_two) << 1 | of_three << 2;
        auto const kept = ~dropped & static_cast<std::uint32_t>((std::uint64_t{1} << size) - 1);

        // What stands before an equals sign has no high bits here, which the shift would add to it.
        auto const high = next + look_up(constant.offsets, next_high);
        auto const low = third + look_up(constant.offsets, third_high);
        auto const decoded = (octets_32)((doubles_32)high << 4) | low;
        auto const all = (quads_32)((decoded & is_escape) | (octets & ~is_escape));
        auto* to = put_kept(all[0], kept & 0xFF, now.to);
        to = put_kept(all[1], kept >> 8 & 0xFF, to);
        to = put_kept(all[2], kept >> 16 & 0xFF, to);
        to = put_kept(all[3], kept >> 24, to);
        return {now.from + size, to};
    }
#endif
};

} // namespace detail
} // namespace foldwise

#endif
