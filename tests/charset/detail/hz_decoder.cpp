#include <foldwise/charset/detail/hz_decoder.hpp>

#include "../cjk_read.hpp"

namespace {

using foldwise::charset;

constexpr auto set = charset::hz_gb_2312;

constexpr test::read_row table[] = {
    {"nothing", set, "", "", 0},
    {"ASCII", set, "a\\\x7F\r\n", "a\\\x7F\r\n", 0},
    {"RFC 1843", set, "a~{<:Ky2;~}b", "a己所不b", 0},
    {"a tilde", set, "~~{", "~{", 0},
    {"joined lines", set, "a~\nb~\r\nc", "abc", 0},
    {"the line ends Chinese", set, "~{VP\r\nVP", "中\r\nVP", 0},
    {"spaces and control characters in Chinese", set, "~{VP \tVP~}", "中 \t中", 0},
    {"a joined line in Chinese", set, "~{VP~\nVP~}", "中中", 0},
    {"the second octet is a tilde", set, "~{!~~}", "〓", 0},
    {"escapes that change nothing", set, "~}a~{~{VP", "a中", 0},
    {"a pair without a character", set, "~{x!)!VP", BAD BAD "中", 2},
    {"half a pair", set, "~{V\n", BAD "\n", 1},
    {"beyond ASCII", set, "\xE9~{\xE9VP", BAD BAD "中", 2},
    {"a tilde before anything else", set, "~a~\xE9", BAD "a" BAD BAD, 3},
    {"a tilde before CR", set, "~\ra~\r~{VP", BAD "\ra" BAD "\r中", 2},
    {"a tilde in Chinese", set, "~{~~}VP", BAD "VP", 1},
    {"a tilde before Chinese", set, "~{~VP", BAD "中", 1},
    {"cut off", set, "~", BAD, 1},
    {"cut off", set, "~\r", BAD "\r", 1},
    {"cut off in a pair", set, "~{V", BAD, 1},
};

constexpr bool characters_and_malformed_octets() { return test::each_cjk_reads(table); }
CASE("hz_decoder: characters and malformed octets", characters_and_malformed_octets)

// RFC 1843, with the second octets read ahead.
test::plain_text plainly(std::string_view octets) {
    static auto const gb18030 = test::read_whole_index("gb18030");
    test::plain_reading in{octets};
    bool is_chinese = false;
    for (;;) {
        int const octet = in.read();
        if (octet == in.end) return in.result();
        if (octet >= 0x80) {
            in.error();
        } else if (octet == '~') {
            int const next = in.read();
            int const after = next == '\r' ? in.read() : 0;
            if (next == '{' || next == '}') {
                is_chinese = next == '{';
            } else if (next == '~' && !is_chinese) {
                in.put('~');
            } else if (next != '\n' && after != '\n') {
                in.error();
                if (next == '\r') {
                    in.put('\r');
                    in.prepend({after});
                } else {
                    in.prepend({next});
                }
            }
        } else if (is_chinese && test::is_between(0x21, octet, 0x7E)) {
            int const next = in.read();
            std::uint32_t c = 0;
            if (!test::is_between(0x21, next, 0x7E))
                in.prepend({next});
            else if (octet <= 0x77)
                c = test::code_point_at(gb18030, (octet - 1) * 190 + next + 0x3F);
            if (c != 0 && (c < 0xE000 || c >= 0xF900))
                in.put(c);
            else
                in.error();
        } else {
            if (octet == '\n') is_chinese = false;
            in.put(octet);
        }
    }
}

TEST_CASE("hz_decoder: every pair of octets, and every cut, as a plain reader reads them") {
    if (test::read_index("gb18030").empty()) return;
    for (std::string_view const before : {"", "~", "~{", "~{V", "~{~"})
        test::each_pair_reads(set, plainly, before);
    test::each_cut_reads(set, "~{}V\r\n\xE9", 5, plainly);
}

} // namespace
