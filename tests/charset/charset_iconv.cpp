#include <foldwise/charset/charset_iconv.hpp>

#include "../support.hpp"

// For glibc only: other implementations of iconv know other sets.
#if defined(__GLIBC__)

#include <foldwise/base/utf8.hpp>
#include <foldwise/charset/charset_decoder.hpp>

#include <type_traits>

namespace {

using foldwise::charset;
using foldwise::charset_decoder;
using foldwise::iconv_converter;

static_assert(!std::is_copy_constructible_v<iconv_converter>);

#define BAD "\xEF\xBF\xBD"

struct row {
    std::string_view from;
    foldwise::charset charset;
    std::string_view octets;
    std::string_view wanted;
    std::size_t replaced;
};

constexpr row table[] = {
    {"nothing", charset::gbk, "", "", 0},
    {"Chinese", charset::gbk, "\xC4\xE3\xBA\xC3 a", "你好 a", 0},
    {"the euro of GBK", charset::gb18030, "\xA2\xE3", "€", 0},
    {"four octets", charset::gb18030, "\x94\x39\xFC\x36", "😀", 0},
    {"Chinese", charset::big5, "\xA7\x41\xA6\x6E", "你好", 0},
    {"two code points of two octets", charset::big5, "\x88\x62", "\xC3\x8A\xCC\x84", 0},
    {"the first of these alone", charset::big5, "\x88\x66", "\xC3\x8A", 0},
    {"Japanese", charset::euc_jp, "\xA4\xB3\xA4\xF3", "こん", 0},
    {"Japanese", charset::shift_jis, "\x82\xB1\x82\xF1\xB1\x5C", "こんｱ\\", 0},
    {"Japanese", charset::iso_2022_jp, "\x1B$B$3$s\x1B(B.", "こん.", 0},
    {"Japanese and Greek", charset::iso_2022_jp_2, "\x1B$B$3\x1B(B\x1B.F\x1BNa", "こα", 0},
    {"Korean", charset::euc_kr, "\xB0\xA1\xB3\xAA", "가나", 0},
    {"Korean of Windows", charset::euc_kr, "\x81\x41", "갂", 0},
    {"Korean", charset::iso_2022_kr, "\x1B$)C\x0E\x30\x21\x0F!", "가!", 0},
    {"unassigned, which iconv passes before it refuses them", charset::euc_kr, "\xA2\xE8", BAD, 1},
    {"the same, in a text", charset::euc_kr, "a\xA2\xE8\xB0\xA1", "a" BAD "가", 1},
    {"cut off", charset::euc_kr, "\xB0\xA1\xB0", "가" BAD, 1},
    {"cut off", charset::shift_jis, "\x82", BAD, 1},
    {"a lead before ASCII", charset::euc_kr, "\xC9!\xB0\xA1", BAD "!가", 1},
    {"two octets without a meaning", charset::euc_kr, "\xB0\xFF\xB0\xA1", BAD "가", 1},
    {"not a lead", charset::euc_kr, "\xFF\xB0\xA1", BAD "가", 1},
    {"not a lead of Shift_JIS", charset::shift_jis, "\xFF\x82\xB1", BAD "こ", 1},
    {"beyond ASCII", charset::iso_2022_jp, "a\xE9\xE9z", "a" BAD BAD "z", 2},
};

TEST_CASE("charset_iconv: texts and malformed octets, however they are cut") {
    iconv_converter converter;
    for (auto const& row : table) {
        for (std::size_t cut = 0; cut <= row.octets.size(); ++cut) {
            charset_decoder decoder{row.charset, converter};
            std::string text;
            decoder.append_to(row.octets.substr(0, cut), text);
            for (char const octet : row.octets.substr(cut)) decoder.append_to({&octet, 1}, text);
            decoder.append_end_to(text);
            REQUIRE_SAME(row.from, text, row.wanted);
            REQUIRE_SAME(row.from, decoder.replaced(), row.replaced);
        }
    }
}

TEST_CASE("charset_iconv: a new text does not depend on an unfinished one before it") {
    iconv_converter converter;
    for (int i = 0; i < 2; ++i) {
        charset_decoder left{charset::iso_2022_jp, converter};
        std::string text;
        left.append_to("\x1B$B$", text); // not finished
        charset_decoder decoder{charset::iso_2022_jp, converter};
        text.clear();
        decoder.append_to("ab", text);
        decoder.append_end_to(text);
        CHECK(text == "ab");
    }
}

TEST_CASE("charset_iconv: start returns false for sets that iconv does not know") {
    iconv_converter converter;
    CHECK(!converter.start(charset::replacement));
    CHECK(!converter.start(charset::utf_8));
    CHECK(!converter.start(charset::iso_2022_cn_ext));
    CHECK(converter.start(charset::big5));
}

TEST_CASE("charset_iconv: any two octets, three times, become UTF-8 within the size limit") {
    iconv_converter converter;
    for (auto const& names : foldwise::detail::iconv_table) {
        if (!converter.start(names.charset)) continue;
        for (unsigned number = 0; number < 0x10000; number += 7) {
            std::string octets;
            for (int i = 0; i < 3; ++i) {
                octets += static_cast<char>(number >> 8);
                octets += static_cast<char>(number & 0xFF);
            }
            std::string text;
            charset_decoder decoder{names.charset, converter};
            decoder.append_to(octets, text);
            decoder.append_end_to(text);
            bool is_utf8 = text.size() <= 3 * octets.size();
            for (std::size_t at = 0; at < text.size();) {
                auto const c = foldwise::utf8_character_at(text, at);
                is_utf8 = is_utf8 && c.is_well_formed;
                at += c.size;
            }
            if (!is_utf8) REQUIRE_SAME(octets, text, "UTF-8");
        }
    }
}

} // namespace

#endif
