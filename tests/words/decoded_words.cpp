#include <foldwise/words/decoded_words.hpp>

#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/words/detail/word_places.hpp>

#include "../support.hpp"

#include <string>

namespace {

using namespace foldwise;
using namespace foldwise::detail;

/// A text that adds nothing to decoded_words.
class text : public decoded_words<text_segment_walker> {
  public:
    explicit constexpr text(std::string_view raw) : decoded_words{raw} {}
};

/// Reads Shift_JIS as if it were ASCII, and knows no other set.
class one_charset final : public charset_converter {
  public:
    constexpr bool start(charset from) noexcept override {
        ++started;
        return from == charset::shift_jis;
    }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        return {octets.copy(to, octets.size()), 0};
    }
    constexpr written finish(char*) noexcept override { return {0, 0}; }
    int started = 0;
};

#define BIG "=?big5?Q?b?="
#define SJIS "=?shift_jis?Q?s?="

constexpr bool a_converter_is_asked_once_for_each_charset() {
    one_charset converter;
    constexpr std::string_view value = SJIS " " BIG " " BIG " " SJIS;
    auto const readable =
        segment_reader<text_segment_walker>{value, {.converter = &converter}}.readable();
    REQUIRE_TRUE(converter.started == 2);
    REQUIRE_TRUE(readable.contains(charset::shift_jis) && !readable.contains(charset::big5));
    auto const built_in = segment_reader<text_segment_walker>{value, {}}.readable();
    REQUIRE_TRUE(!built_in.contains(charset::shift_jis) && built_in.contains(charset::utf_7));
    return true;
}
CASE("decoded_words: a converter is asked once for each charset",
     a_converter_is_asked_once_for_each_charset)

TEST_CASE("decoded_words: words in sets that the converter does not know stay") {
    one_charset converter;
    text const mixed{SJIS " " SJIS " " BIG " =?utf-8?Q?u?="};
    CHECK(mixed.to_string({.converter = &converter}) == "ss " BIG " u");
    CHECK(mixed.to_string() == SJIS " " SJIS " " BIG " u");
    CHECK(mixed == SJIS " " SJIS " " BIG " u");
}

TEST_CASE("decoded_words: the text is the same octet by octet and in blocks") {
    CHECK(test::for_each_string("=?C3\xA9 ", 7, [](std::string_view tail) {
        auto const raw = std::string{"=?utf-8?q?=C3?= =?utf-8?q?"}.append(tail).append("?=");
        text const decoded{raw};
        std::string octets;
        for (char const octet : decoded) octets += octet;
        return octets == decoded.to_string() && decoded == octets &&
               decoded.empty() == octets.empty();
    }));
}

struct joined_row {
    std::string_view raw;
    std::string_view wanted;
};
constexpr joined_row joined_table[] = {
    // RFC 2047 section 3: each word starts and ends in ASCII.
    {"=?ISO-2022-JP?B?GyRCJDMbKEI=?=\n =?ISO-2022-JP?B?GyRCJHMbKEI=?=", "こん"},
    {"=?ISO-2022-JP?Q?=1B$B$3=1b(B?= =?ISO-2022-JP?Q?=1b$B$s=1B(B?=", "こん"},
    {"=?ISO-2022-JP?B?GyRCJDMbKEI=?= =?ISO-2022-JP?Q?=1B$B$s?=", "こん"},
    {"=?ISO-2022-KR?B?GyQpQw4wIQ8=?= =?ISO-2022-KR?B?GyQpQw4zKg8=?=", "가나"},
    {"=?ISO-2022-KR?Q?=1B$)C=0E0!?= =?ISO-2022-KR?Q?=1B$)Ca?=", "가a"}, // SI is missing
    {"=?ISO-2022-JP-2?Q?=1B.F?= =?ISO-2022-JP-2?Q?=1B(Ja=1BNa?=", "a\uFFFDNa"},
    // A character is split between two words.
    {"=?ISO-2022-JP?B?GyRCJDMk?= =?ISO-2022-JP?B?cxsoQg==?=", "こん"},
    {"=?ISO-2022-JP?B?GyRCJDM?= =?ISO-2022-JP?B?kcxsoQg==?=", "こん"},
    {"=?GBK?B?xOO6?= =?GBK?B?ww==?=", "你好"},
    // A character that is cut off before an escape sequence.
    {"=?ISO-2022-JP?B?GyRCJDMk?= =?ISO-2022-JP?B?GyRCJHMbKEI=?=", "こ\uFFFDん"},
};

TEST_CASE("decoded_words: words of one charset, joined or each by itself") {
    foldwise::cjk_converter converter;
    for (auto const& row : joined_table)
        REQUIRE_SAME(row.raw, text{row.raw}.to_string({.converter = &converter}), row.wanted);
}

} // namespace
