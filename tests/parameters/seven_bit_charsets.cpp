// Values of parameters, and encoded-words, in charsets that write other characters with octets of
// ASCII, and in UTF-16 and UTF-32: one decoder reads the whole value, wherever it is cut.

#include "../support.hpp"

#include <foldwise/charset_cjk.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/words/decoded_text.hpp>

namespace {

using foldwise::cjk_converter;
using foldwise::decoded_parameter;
using foldwise::decoded_text;

struct value_row {
    std::string_view from;
    std::string_view parameters; // lines end with LF
    std::string_view name;
};

constexpr value_row values[] = {
    {"ISO-2022-JP", "a*=iso-2022-jp''%1B%24B%24%22%24%24%1B%28B.png", "あい.png"},
    {"not percent-encoded", "a*=iso-2022-jp''%1B$B$$$&%1B%28B.png", "いう.png"},
    {"cut between characters", "a*0*=iso-2022-jp''%1B%24B%24%22;\n a*1*=%24%24%1B%28B.png",
     "あい.png"},
    {"cut in a character", "a*0*=iso-2022-jp''%1B%24B%24;\n a*1*=%22%1B%28B.png", "あ.png"},
    {"cut after ESC", "a*0*=iso-2022-jp''x%1B;\n a*1*=%24B%24%22%1B%28B", "xあ"},
    {"cut in an escape sequence", "a*0*=iso-2022-jp''x%1B%24;\n a*1*=B%24%22%1B;\n a*2*=%28B.png",
     "xあ.png"},
    {"cut in an escape sequence, the rest plain",
     "a*0*=iso-2022-jp''%1B%24;\n a*1=\"B$$\"; a*2*=%1B%28; a*3=\"B.png\"", "い.png"},
    {"a plain section between extended ones",
     "a*0*=iso-2022-jp''%1B$B;\n a*1=\"$\\\"$$\"; a*2*=%1B%28B.png", "あい.png"},
    {"a plain section first", "a*0=x; a*1*=%1B", "x\x1B"}, // no charset
    {"sections in any order", "a*2*=%1B%28B.png; a*1*=%24%24; a*0*=iso-2022-jp''%1B%24B%24%22",
     "あい.png"},
    {"sections of an octet",
     "a*0*=iso-2022-jp''%1B; a*1=\"$\"; a*2=B; a*3=\"$\"; a*4*=%22; a*5*=%1B; a*6=\"(\"; a*7=B",
     "あ"},
    {"no escape sequence at the end", "a*=iso-2022-jp''%1B%24B%24%22", "あ"},
    {"half a character at the end", "a*=iso-2022-jp''%1B%24B%24%22%24", "あ\uFFFD"},
    {"ISO-2022-JP-2", "a*0*=iso-2022-jp-2''%1B.F%1B; a*1*=Na", "α"},
    {"another label", "a*0*=csISO2022JP''%1B%24B%24; a*1*=%22", "あ"},
    {"ISO-2022-KR", "a*0*=iso-2022-kr''%1B%24%29C%0E0; a*1*=%21%0F.txt", "가.txt"},
    {"ISO-2022-KR, plain text in the shift",
     "a*0*=iso-2022-kr''%1B%24%29C%0E; a*1=\"0!3*\"; a*2*=%0F.txt", "가나.txt"},
    {"HZ", "a*=hz-gb-2312''~%7BDc:C~%7D.txt", "你好.txt"},
    {"HZ, cut after the tilde", "a*0*=hz-gb-2312''~; a*1*=%7BDc:C~; a*2=\"}.txt\"", "你好.txt"},
    {"HZ, two tildes", "a*0*=hz-gb-2312''~; a*1=\"~x\"", "~x"},
    {"UTF-7", "a*=utf-7''+AOk-t+AOk-.pdf", "été.pdf"},
    {"UTF-7, cut in the base64", "a*0*=utf-7''+A; a*1=\"Ok-t+AO\"; a*2*=k-.pdf", "été.pdf"},
    {"UTF-7, cut in a pair of surrogates", "a*0*=utf-7''+2D3; a*1*=eAA-", "😀"},
    {"UTF-7, percent-encoded", "a*0*=utf-7''%2BAO; a*1*=k%2D.pdf", "é.pdf"},
    {"UTF-7, another label", "a*=unicode-1-1-utf-7''+AOk-", "é"},
    {"UTF-16BE", "a*=utf-16be''%00a%00.%20%AC", "a.€"},
    {"UTF-16LE, cut in a unit", "a*0*=utf-16le''a%00.; a*1*=%00%AC; a*2*=%20", "a.€"},
    {"UTF-16, cut in the mark", "a*0*=utf-16''%FE; a*1*=%FF%00a", "a"},
    {"UTF-32BE", "a*=utf-32be''%00%00%00a%00%01%F6%00", "a😀"},
    {"UTF-32LE, cut in a unit", "a*0*=utf-32le''a%00; a*1*=%00%00%AC%20%00; a*2*=%00", "a€"},
    {"UTF-32, cut in the mark", "a*0*=utf-32''%FF%FE; a*1*=%00%00a%00%00%00", "a"},
    {"an encoded-word of ISO-2022-JP", "a=\"=?iso-2022-jp?B?GyRCJCIkJBsoQg==?=.png\"", "あい.png"},
    {"an encoded-word, cut in an escape sequence",
     "a*0=\"=?iso-2022-jp?Q?=1B$\"; a*1=\"B$=22=1B(B?=\"", "あ"},
};

constexpr bool values_go_through_the_decoder(std::size_t first, std::size_t last) {
    cjk_converter converter;
    for (auto i = first; i < last && i < std::size(values); ++i)
        test::with_both_line_endings(
            values[i].parameters, [&, &row = values[i]](std::string_view list) {
                auto const found = foldwise::parameters{list}.find("a");
                REQUIRE_SAME(row.from, found.has_value(), true);
                if (!found) return;
                decoded_parameter const name{*found};
                test::text_buffer got;
                name.for_each_block([&got](std::string_view block) { got.append(block); },
                                    {.converter = &converter});
                REQUIRE_SAME(row.from, std::string_view{got}, row.name);
                if (row.from.starts_with("UTF")) REQUIRE_SAME(row.from, name == row.name, true);
            });
    return true;
}
CASE("seven_bit_charsets: a value goes through the decoder, 1",
     [] { return values_go_through_the_decoder(2, 5); })
CASE("seven_bit_charsets: a value goes through the decoder, 2",
     [] { return values_go_through_the_decoder(18, 22); })
CASE("seven_bit_charsets: a value goes through the decoder, 3",
     [] { return values_go_through_the_decoder(27, 29); })
TEST_CASE("seven_bit_charsets: all values go through the decoder") {
    CHECK(values_go_through_the_decoder(0, std::size(values)));
}

struct word_row {
    std::string_view from;
    std::string_view raw;
    std::string_view text;
};
constexpr word_row words[] = {
    {"ISO-2022-JP in B", "=?iso-2022-jp?B?GyRCJCIkJBsoQg==?= x", "あい x"},
    {"ISO-2022-JP in Q", "=?ISO-2022-JP?Q?=1B$B$=22=1B(B?= x", "あ x"},
    {"two words", "=?iso-2022-jp?B?GyRCJCIbKEI=?= =?iso-2022-jp?B?GyRCJCQbKEI=?=", "あい"},
    {"ISO-2022-KR", "=?iso-2022-kr?B?GyQpQw4wIQ8=?=", "가"},
    {"HZ", "=?hz-gb-2312?Q?~{Dc:C~}?=", "你好"},
    {"HZ, another label", "=?HZ?Q?~{Dc:C~}?=", "你好"},
    {"UTF-7", "=?utf-7?Q?+AOk-t+AOk-?=", "été"},
    {"UTF-7 in B", "=?utf-7?B?K0FPay10K0FPay0=?=", "été"},
    {"UTF-7, cut between words", "=?utf-7?Q?+A?= =?utf-7?Q?Ok-?=", "é"},
    {"UTF-16BE", "=?utf-16be?B?AGEgrA==?=", "a€"},
    {"UTF-32BE", "=?utf-32be?B?AAAAYQAAIKw=?=", "a€"},
    {"UTF-32 with a mark", "=?utf-32?Q?=FF=FE=00=00a=00=00=00?=", "a"},
};
TEST_CASE("seven_bit_charsets: encoded-words go through the decoder") {
    cjk_converter converter;
    for (auto const& row : words)
        REQUIRE_SAME(row.from, decoded_text{row.raw}.to_string({.converter = &converter}),
                     row.text);
}

TEST_CASE("seven_bit_charsets: asking for a fallback does not disturb what is being decoded") {
    cjk_converter converter;
    CHECK(decoded_text{"=?gb18030?Q?=C4?= \xA4\xB3"}.to_string(
              {.fallback = foldwise::charset::euc_jp, .converter = &converter}) == "\uFFFD こ");
}

} // namespace
