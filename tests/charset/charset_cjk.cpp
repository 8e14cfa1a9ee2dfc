#include <foldwise/charset/charset_cjk.hpp>

#include "cjk_read.hpp"

#include <foldwise/charset_cjk.hpp>

namespace {

using foldwise::charset;
using foldwise::charset_decoder;
using foldwise::cjk_converter;

constexpr charset all[] = {
    charset::gb18030,     charset::gbk,        charset::big5,   charset::euc_jp,
    charset::iso_2022_jp, charset::shift_jis,  charset::euc_kr, charset::iso_2022_jp_2,
    charset::iso_2022_kr, charset::hz_gb_2312,
};

constexpr bool which_charsets_it_knows() {
    cjk_converter converter;
    for (std::size_t number = 0; number < foldwise::detail::charset_count; ++number) {
        auto const set = static_cast<charset>(number);
        bool is_known = false;
        for (auto const each : all) is_known = is_known || each == set;
        REQUIRE_SAME(name_of(set), converter.start(set), is_known);
    }
    return true;
}
CASE("charset_cjk: which charsets it knows", which_charsets_it_knows)

// "Hi" in Chinese, Japanese or Korean. The rows are in the order of `all`.
constexpr test::read_row greetings[] = {
    {"gb18030", charset::gb18030, "\xC4\xE3\xBA\xC3!", "你好!", 0},
    {"gbk", charset::gbk, "\xC4\xE3\xBA\xC3!", "你好!", 0},
    {"big5", charset::big5, "\xA7\x41\xA6\x6E!", "你好!", 0},
    {"euc-jp", charset::euc_jp, "\xA4\xB3\xA4\xF3!", "こん!", 0},
    {"iso-2022-jp", charset::iso_2022_jp, "\x1B$B$3$s\x1B(B!", "こん!", 0},
    {"shift_jis", charset::shift_jis, "\x82\xB1\x82\xF1!", "こん!", 0},
    {"euc-kr", charset::euc_kr, "\xB0\xA1\xB3\xAA!", "가나!", 0},
    {"iso-2022-jp-2", charset::iso_2022_jp_2, "\x1B$(C0!\x1B(B!", "가!", 0},
    {"iso-2022-kr", charset::iso_2022_kr,
     "\x1B$)C\x0E"
     "0!3*\x0F!",
     "가나!", 0},
    {"hz-gb-2312", charset::hz_gb_2312, "~{Dc:C~}!", "你好!", 0},
};

constexpr bool each_charset_is_read() { return test::each_cjk_reads(greetings); }
CASE("charset_cjk: a text in each charset", each_charset_is_read)

constexpr bool a_text_does_not_depend_on_an_unfinished_one() {
    cjk_converter converter;
    for (std::string_view const unfinished :
         {"\x1B$B$", "\x1B$(", "~{V", "\x81\x30\x81", "\x8F\xA1"}) {
        for (auto const from : all) {
            char text[charset_decoder::max_size(8)];
            charset_decoder left{from, converter};
            left.write(unfinished, text);
            charset_decoder decoder{from, converter};
            auto size = decoder.write("ab", text);
            size += decoder.finish(text + size);
            REQUIRE_SAME(name_of(from), std::string_view(text, size), "ab");
            REQUIRE_SAME(name_of(from), decoder.replaced(), std::size_t{0});
        }
    }
    return true;
}
CASE("charset_cjk: a text does not depend on an unfinished one before it",
     a_text_does_not_depend_on_an_unfinished_one)

struct replaced_row {
    foldwise::charset charset;
    std::string_view octets;
    std::size_t first; // of the octets that are replaced
    std::size_t last;
};
constexpr replaced_row replaced_table[] = {
    {charset::shift_jis, "ab\x82!c", 2, 3},
    {charset::shift_jis,
     "a\xFF"
     "bc\x82",
     1, 5},
    {charset::euc_jp, "a\x8F\xA1\xA1z", 1, 4},
    {charset::gb18030, "a\x81\x30\x81!", 1, 4},
    {charset::gb18030, "ab\x81\x30\x81", 2, 5},
    {charset::big5, "a\xFFz", 1, 2},
    {charset::iso_2022_jp, "ab\x1B[m", 2, 3},
    {charset::iso_2022_kr, "ab\x1B$x", 2, 3},
    {charset::hz_gb_2312, "a~bc", 1, 2},
};

constexpr bool malformed_octets_are_where_they_are() {
    for (auto const& row : replaced_table) {
        for (std::size_t cut = 0; cut <= row.octets.size(); ++cut) {
            cjk_converter converter;
            charset_decoder decoder{row.charset, converter};
            char text[charset_decoder::max_size(8)] = {};
            decoder.write(row.octets.substr(0, cut), text);
            decoder.write(row.octets.substr(cut), text);
            decoder.finish(text);
            std::size_t count = 0;
            decoder.diagnose([&](foldwise::diagnostic const& problem) {
                ++count;
                REQUIRE_SAME(row.octets, problem.offset, row.first);
                REQUIRE_SAME(row.octets, problem.offset + problem.length, row.last);
            });
            REQUIRE_SAME(row.octets, count, std::size_t{1});
        }
    }
    return true;
}
CASE("charset_cjk: malformed octets are reported where they are",
     malformed_octets_are_where_they_are)

TEST_CASE("charset_cjk: ASCII of any length, with a character anywhere in it") {
    for (auto const& row : greetings) {
        for (std::size_t size = 0; size < 200; size += size < 40 ? 1 : 23) {
            for (std::size_t at = 0; at <= size; at += at < 20 ? 1 : 13) {
                std::string octets(size, 'a');
                std::string wanted = octets;
                octets.insert(at, row.octets);
                wanted.insert(at, row.wanted);
                cjk_converter converter;
                charset_decoder decoder{row.charset, converter};
                std::string text;
                decoder.append_to(octets, text);
                decoder.append_end_to(text);
                if (text != wanted) REQUIRE_SAME(row.from, text, wanted);
            }
        }
    }
}

TEST_CASE("charset_cjk: any two octets, three times, stay within the size limit") {
    for (auto const from : all) {
        for (unsigned number = 0; number < 0x10000; number += 7) {
            std::string octets;
            for (int i = 0; i < 3; ++i) {
                octets += static_cast<char>(number >> 8);
                octets += static_cast<char>(number & 0xFF);
            }
            // For every start of the text: no decoder writes ahead.
            for (std::size_t size = 1; size <= octets.size(); ++size) {
                auto const got = test::read_cut(from, octets.substr(0, size), ~0u);
                if (!test::is_utf8(got.text) || got.text.size() > 3 * size)
                    REQUIRE_SAME(octets, got.text, "UTF-8 of at most three octets for one");
            }
        }
    }
}

// From the start of the first octet that U+FFFD replaces to the end of the last one.
struct place_row {
    std::string_view octets;
    std::size_t first;
    std::size_t last;
};

/// Checks which octets a decoder replaces, cut in two anywhere.
template <class Decoder, std::size_t Count>
constexpr bool replaces(place_row const (&table)[Count]) {
    using namespace foldwise::detail;
    for (auto const& row : table) {
        for (std::size_t cut = 0; cut <= row.octets.size(); ++cut) {
            char text[80] = {};
            replaced_places replaced;
            Decoder decoder;
            utf8_writer first{text, 0, replaced};
            decode(decoder, row.octets.substr(0, cut), first);
            utf8_writer second{text + first.size(), cut, replaced};
            decode(decoder, row.octets.substr(cut), second);
            decoder.finish(second);
            REQUIRE_SAME(row.octets, replaced.first, row.first);
            REQUIRE_SAME(row.octets, replaced.last, row.last);
        }
    }
    return true;
}

constexpr place_row in_gb18030[] = {
    {"a\x81\x30!", 1, 2},
    {"a\x81\x30\xC4\xE3", 1, 2},
    {"a\x81\x30\x81", 1, 4},
    {"a\xE3\x32\x9A\x36z", 1, 5},
};
constexpr place_row in_euc_jp[] = {{"a\x8F\xB0!", 1, 3}, {"a\x8F\xB0", 1, 3}};
constexpr place_row in_iso_2022_jp[] = {
    {"a\x1B[m", 1, 2},
    {"a\x1B$Cz", 1, 2},
    {"a\x1B$", 1, 2},
    {"\x1B$B\x1B(Bz", 3, 6},
};
constexpr place_row in_iso_2022_kr[] = {
    {"a\x1B[m", 1, 2},
    {"a\x1B$xz", 1, 2},
    {"a\x1B$", 1, 2},
    {"\x0EI!z", 1, 4},
};
constexpr place_row in_hz[] = {
    {"a~b", 1, 2}, {"a~\rb", 1, 2}, {"a~\r", 1, 2}, {"~{V\n", 2, 3}, {"~{x!z", 2, 5}};

constexpr bool which_octets_are_replaced() {
    using namespace foldwise::detail;
    return replaces<gb18030_decoder>(in_gb18030) && replaces<euc_jp_decoder>(in_euc_jp) &&
           replaces<iso_2022_jp_decoder>(in_iso_2022_jp) &&
           replaces<iso_2022_kr_decoder>(in_iso_2022_kr) && replaces<hz_decoder>(in_hz);
}
CASE("charset_cjk: which octets are replaced", which_octets_are_replaced)

} // namespace
