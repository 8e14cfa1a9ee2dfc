#ifndef FOLDWISE_MIME_QUOTED_PRINTABLE_BLOCKS_HPP
#define FOLDWISE_MIME_QUOTED_PRINTABLE_BLOCKS_HPP

#include <foldwise/config.hpp>
#include <foldwise/mime/decoded.hpp>
#include <foldwise/mime/octet_vector.hpp>

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
    /// Stops where 32 octets or less are left to read, or less to write, too.
    [[gnu::noinline]] FOLDWISE_TARGET_AVX2 static transcoded
    decode_32(std::string_view text, char* to, std::size_t count) noexcept {
        if (text.size() <= 32 || count < 32) return {};
        place now{text.data(), to};
        place const end{text.data() + text.size(), to + count};
        place const last{end.from - 32, end.to - 32};
        octets_take const take;
        octets_32 is_blank, is_ending;
        load(blank_places.of, is_blank);
        load(ending_places.of, is_ending);
        while (now.from < last.from && now.to <= last.to) {
            octets_32 octets, next;
            load(now.from, octets);
            load(now.from + 1, next);
            store(octets, now.to);
            auto const padding = (octets_32)(look_up(is_blank, octets) == octets) &
                                 (octets_32)(look_up(is_ending, next) == next);
            auto const bits = high_bits((octets_32)(octets == take.equals_sign) | padding);
            auto const plain = std::countr_zero(bits);
            now.from += plain;
            now.to += plain;
            if (bits == 0) continue;
            if (*now.from != '=') {
                auto const blank = now.from;
                now = take_line_end(now, end, text.data());
                if (now.from == blank) break;
                continue;
            }
            while (now.from < last.from && now.to <= last.to && *now.from == '=') {
                if (now.from[3] == '=') {
                    auto const taken = take(now.from, now.to);
                    now.from += 3 * taken;
                    now.to += taken;
                    if (taken != 0) continue;
                }
                auto const before = now.from;
                now = take_equals_sign(now, end);
                if (now.from == before) return done(text, to, now);
            }
        }
        return done(text, to, give_back_white_space(now, text.data()));
    }
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    /// Stops where 16 octets or less are left to read, or less to write, too.
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

    /// The octets that are encoded at `from`, up to ten, one behind the other; gives how many.
    /// Reads 32 octets, and writes 13.
    struct octets_take {
        [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 octets_take() noexcept {}

        [[gnu::always_inline]] FOLDWISE_TARGET_AVX2 std::ptrdiff_t
        operator()(char const* from, char* to) const noexcept {
            octets_32 octets;
            load(from, octets);
            auto const letters = (octets_32)(((octets | x20) + minus_a) <= five);
            auto const digits = (octets_32)((octets + minus_0) <= nine) | letters;
            auto const right = ((octets_32)(octets == equals_sign) & signs) | (digits & ~signs);
            auto const end = std::countr_zero(~high_bits(right) | std::uint32_t{1} << 30);
            auto const taken = end * 11 >> 5; // a third of up to 30
            auto const values = (octets & fifteen) + (letters & nine);
            auto const highs = (octets_32)((doubles_32)look_up(values, high_places) << 4);
            auto const all = (quads_32)(highs | look_up(values, low_places));
            std::uint64_t const first = all[0];
            std::uint64_t const second = all[2];
            std::memcpy(to, &first, sizeof first);
            std::memcpy(to + 5, &second, sizeof second);
            return taken;
        }
        static constexpr unsigned char o = 0xFF;
        octets_32 equals_sign = all_of('=');
        octets_32 x20 = all_of(0x20);
        octets_32 minus_a = all_of(0x100 - 'a');
        octets_32 minus_0 = all_of(0x100 - '0');
        octets_32 five = all_of(5);
        octets_32 nine = all_of(9);
        octets_32 fifteen = all_of(15);
        octets_32 signs = {o, 0, 0, o, 0, 0, o, 0, 0, o, 0, 0, o, 0, 0, o,
                           0, 0, o, 0, 0, o, 0, 0, o, 0, 0, o, 0, 0, 0, 0};
        octets_32 high_places = {1, 4, 7, 10, 13, o, o, o, o, o, o, o, o, o, o, o,
                                 0, 3, 6, 9,  12, o, o, o, o, o, o, o, o, o, o, o};
        octets_32 low_places = {2, 5, 8, 11, 14, o, o, o, o, o, o, o, o, o, o, o,
                                1, 4, 7, 10, 13, o, o, o, o, o, o, o, o, o, o, o};
    };
#endif
};

} // namespace detail
} // namespace foldwise

#endif
