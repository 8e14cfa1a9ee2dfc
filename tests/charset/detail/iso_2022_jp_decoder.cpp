#include <foldwise/charset/detail/iso_2022_jp_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::iso_2022_jp;
constexpr auto extended = charset::iso_2022_jp_2;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\~\x7F\r\n", "a\\~\x7F\r\n", 0},
    {"JIS X 0208", set, "\x1B$B$3$s\x1B(B.", "こん.", 0},
    {"JIS X 0208-1978", set, "\x1B$@$3\x1B(B", "こ", 0},
    {"NEC row 13", set, "\x1B$B-!\x1B(B", "①", 0},
    {"JIS X 0201, Roman", set, "\x1B(J\\~a\x1B(B\\", "¥‾a\\", 0},
    {"JIS X 0201, katakana", set, "\x1B(I1_\x1B(B", "ｱﾟ", 0},
    {"two escape sequences in a row", set, "\x1B$B\x1B(Ba", BAD "a", 1},
    {"three escape sequences in a row", set, "\x1B(J\x1B$B\x1B(Ba", BAD BAD "a", 2},
    {"beyond ASCII", set, "a\xE9z", "a" BAD "z", 1},
    {"shifts", set, "\x0E\x0F", BAD BAD, 2},
    {"no katakana", set, "\x1B(I a", BAD BAD, 2},
    {"no JIS X 0208", set, "\x1B$B \n$ ", BAD BAD BAD, 3},
    {"a pair without a character", set, "\x1B$B)!$3", BAD "こ", 1},
    {"an escape inside of a pair", set, "\x1B$B$\x1B(Ba", BAD "a", 1},
};
constexpr test::read_row broken[] = {
    {"an unknown escape sequence", set, "\x1B[0m\x1B$C\x1B)B", BAD "[0m" BAD "$C" BAD ")B", 3},
    {"an unknown escape sequence in JIS X 0208", set, "\x1B$B\x1B$3", BAD "こ", 1},
    {"ESC ESC", set, "\x1B\x1B$B$3", BAD "こ", 1},
    {"ESC $ ESC", set, "\x1B$\x1B$B$3", BAD "$こ", 1},
    {"sets of ISO-2022-JP-2", set, "\x1B.A\x1B$A", BAD ".A" BAD "$A", 2},
    {"cut off in an escape sequence", set, "a\x1B", "a" BAD, 1},
    {"cut off in an escape sequence", set, "a\x1B$", "a" BAD "$", 1},
    {"cut off in an escape sequence", set, "\x1B$B$3\x1B$", "こ" BAD BAD, 2},
    {"cut off in a pair", set, "\x1B$B$", BAD, 1},
};
constexpr test::read_row table_2[] = {
    {"the sets of ISO-2022-JP", extended, "\x1B$B$3\x1B(J\\\x1B(B.", "こ¥.", 0},
    {"GB 2312", extended, "\x1B$AVP\x1B(B", "中", 0},
    {"KS C 5601", extended, "\x1B$(C0!\x1B(B", "가", 0},
    {"JIS X 0212", extended, "\x1B$(D0!\x1B(B", "丂", 0},
    {"ISO-8859-1", extended, "\x1B.A\x1BNi\x1BN!a", "é¡a", 0},
    {"ISO-8859-7", extended, "\x1B.F\x1BNa", "α", 0},
    {"a second set inside of JIS X 0208", extended, "\x1B$B\x1B.A$3\x1BNi$s", "こéん", 0},
    {"escape sequences in a row", extended, "\x1B$B\x1B(Ba", "a", 0},
    {"the line ends the second set", extended, "\x1B.A\n\x1BNi", "\n" BAD "Ni", 1},
    {"no second set", extended, "\x1BNi", BAD "Ni", 1},
    {"not in the second set", extended, "\x1B.F\x1BNR\x1BN\n", BAD "NR" BAD "N\n", 2},
    {"unknown", extended, "\x1B$(E\x1B.B", BAD "$(E" BAD ".B", 2},
    {"cut off", extended, "\x1B$(", BAD "$(", 1},
    {"cut off", extended, "\x1BN", BAD "N", 1},
};

constexpr bool sets_and_malformed_octets() { return test::each_cjk_reads(table); }
constexpr bool broken_escape_sequences() { return test::each_cjk_reads(broken); }
constexpr bool iso_2022_jp_2() { return test::each_cjk_reads(table_2); }
CASE("iso_2022_jp_decoder: sets and malformed octets", sets_and_malformed_octets)
CASE("iso_2022_jp_decoder: broken escape sequences", broken_escape_sequences)
CASE("iso_2022_jp_decoder: ISO-2022-JP-2", iso_2022_jp_2)

enum class state { ascii, roman, katakana, lead_octet, trail_octet, escape_start, escape, none };

// The steps of section 13.2.1.
test::plain_text plainly(std::string_view octets) {
    static auto const jis0208 = test::read_whole_index("jis0208");
    test::plain_reading in{octets};
    auto now = state::ascii;
    auto output = state::ascii;
    int lead = 0;
    bool has_output_flag = false;
    for (;;) {
        int const octet = in.read();
        bool const is_end = octet == in.end;
        switch (now) {
        case state::ascii:
        case state::roman:
            if (octet == 0x1B) {
                now = state::escape_start;
                break;
            }
            if (is_end) return in.result();
            has_output_flag = false;
            if (now == state::roman && octet == 0x5C)
                in.put(0xA5);
            else if (now == state::roman && octet == 0x7E)
                in.put(0x203E);
            else if (octet < 0x80 && octet != 0x0E && octet != 0x0F)
                in.put(octet);
            else
                in.error();
            break;
        case state::katakana:
            if (octet == 0x1B) {
                now = state::escape_start;
                break;
            }
            if (is_end) return in.result();
            has_output_flag = false;
            if (test::is_between(0x21, octet, 0x5F))
                in.put(0xFF61 - 0x21 + octet);
            else
                in.error();
            break;
        case state::lead_octet:
            if (octet == 0x1B) {
                now = state::escape_start;
                break;
            }
            if (is_end) return in.result();
            has_output_flag = false;
            if (test::is_between(0x21, octet, 0x7E)) {
                lead = octet;
                now = state::trail_octet;
            } else {
                in.error();
            }
            break;
        case state::trail_octet:
            if (octet == 0x1B) {
                now = state::escape_start;
                in.error();
                break;
            }
            now = state::lead_octet;
            if (test::is_between(0x21, octet, 0x7E)) {
                int const pointer = (lead - 0x21) * 94 + octet - 0x21;
                if (auto const c = test::code_point_at(jis0208, pointer))
                    in.put(c);
                else
                    in.error();
            } else {
                in.error();
            }
            break;
        case state::escape_start:
            if (octet == 0x24 || octet == 0x28) {
                lead = octet;
                now = state::escape;
                break;
            }
            in.prepend({octet});
            has_output_flag = false;
            now = output;
            in.error();
            break;
        case state::escape: {
            int const leading = lead;
            lead = 0;
            auto next = state::none;
            if (leading == 0x28 && octet == 0x42) next = state::ascii;
            if (leading == 0x28 && octet == 0x4A) next = state::roman;
            if (leading == 0x28 && octet == 0x49) next = state::katakana;
            if (leading == 0x24 && (octet == 0x40 || octet == 0x42)) next = state::lead_octet;
            if (next != state::none) {
                now = output = next;
                if (has_output_flag) in.error();
                has_output_flag = true;
                break;
            }
            in.prepend({leading, octet});
            has_output_flag = false;
            now = output;
            in.error();
            break;
        }
        case state::none: break;
        }
    }
}

TEST_CASE(
    "iso_2022_jp_decoder: every pair of octets, and every cut, by the steps of the standard") {
    if (test::read_index("jis0208").empty()) return;
    for (std::string_view const before : {"", "\x1B", "\x1B(J", "\x1B(I", "\x1B$B"})
        test::each_pair_reads(set, plainly, before);
    test::each_cut_reads(set, "\x1B$(BJ3\x80", 5, plainly);
    test::each_cut_reads(set, "\x1B$(B", 7, plainly);
}

TEST_CASE("iso_2022_jp_decoder: the sets of ISO-2022-JP-2 that are indexes") {
    struct {
        std::string name;
        std::string_view escape;
        int first_row; // the row of the index at 21
        int columns;
        int first_column;
        int rows;
    } const sets[] = {
        {"jis0212", "\x1B$(D", 0, 94, 0, 94},
        {"euc-kr", "\x1B$(C", 0x20, 190, 0x60, 94},
        {"gb18030", "\x1B$A", 0x20, 190, 0x60, 87},
    };
    for (auto const& each : sets) {
        auto const index = test::read_whole_index(each.name);
        if (index.empty()) continue;
        for (int row = 0; row < 94; ++row) {
            for (int column = 0; column < 94; ++column) {
                std::string octets{each.escape};
                octets += static_cast<char>(row + 0x21);
                octets += static_cast<char>(column + 0x21);
                int const pointer =
                    (each.first_row + row) * each.columns + each.first_column + column;
                auto c = row < each.rows ? test::code_point_at(index, pointer) : 0;
                if (c >= 0xE000 && c < 0xF900) c = 0; // for private use
                test::plain_reading wanted{""};
                if (c != 0)
                    wanted.put(c);
                else
                    wanted.error();
                if (!test::reads_plainly(extended, octets, 0, wanted.result())) return;
            }
        }
    }
}

} // namespace
