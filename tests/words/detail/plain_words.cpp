#include <foldwise/words/detail/plain_words.hpp>

#include "../../support.hpp"

#include <foldwise/words/decoded_text.hpp>

#include <string>

namespace {

using namespace foldwise;
using foldwise::detail::plain_words;

struct row {
    std::string_view raw;
    std::string_view text; // "-" if the words are not plain
};

constexpr row table[] = {
    {"=?utf-8?Q?Andr=C3=A9_B.?=", "Andr\xC3\xA9 B."},
    {"=?UTF-8?b?w4k=?= \r\n\t=?utf-8?B?QUI=?=", "\xC3\x89"
                                                "AB"},
    {"=?utf-8?q?a=?= =?utf-8?q?b?=", "-"}, // an escape may be split
    {"=?utf-8?q?a=4?=", "-"},
    {"=?utf-8?q?a=4g?=", "a=4g"},
    {"=?utf-8?Q?\?=", ""},
    {"=?utf-8?B?\?= =?utf-8?Q?x?=", "x"},
    {"=?utf-8?B?QUJD?=", "ABC"},
    {"=?utf-8?B?QUJDR?=", "-"}, // base64 may be split
    {"=?utf-8?B?QQ?= =?utf-8?B?==?=", "-"},
    {"=?utf-8?B?QQ==QQ==?=", "-"},
    {"=?utf-8?B?QU.D?=", "-"},
    {"=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "-"}, // and so may a character
    {"=?utf-8?Q?=C3=28?=", "-"},
    {"=?utf-8?Q?=EF=BB=BFa?=", "-"}, // a byte order mark
    {"=?utf-8?Q?a?= =?utf-8?Q?=EF=BB=BFb?=", "a\xEF\xBB\xBF"
                                             "b"},
    {"=?utf-8?Q?a?==?utf-8?Q?b?=", "-"},
    {"=?utf-8?Q?a?= b", "-"},
    {"=?utf-8?Q?a?= ", "-"},
    {" =?utf-8?Q?a?=", "-"},
    {"=?utf-8?Q?a?=\n=?utf-8?Q?b?=", "-"}, // no fold
    {"=?utf-8?Q?a?b?=", "-"},
    {"=?utf-8?Q?a b?=", "-"},
    {"=?utf-8?Q?a\\b?=", "-"}, // not the same in every place
    {"=?utf-8?Q?a(b?=", "-"},
    {"=?utf-8?Q?\"a\"?=", "-"},
    {"=?utf-8?Q?\xC3\xA9?=", "\xC3\xA9"},
    {"=?utf-8?X?a?=", "-"},
    {"=?utf-8*en?Q?a?=", "-"},
    {"=?us-ascii?Q?a?=", "-"},
    {"=?utf-8?Q?=", "-"},
    {"=?utf-8?Q", "-"},
    {"", "-"},
};

constexpr bool which_words_are_plain() {
    for (auto const& r : table) {
        plain_words const words{r.raw};
        REQUIRE_SAME(r.raw, words.is_read(), r.text != "-");
        if (words.is_read()) REQUIRE_SAME(r.raw, words.text(), r.text);
    }
    return true;
}
CASE("plain_words: which words are plain, and their texts", which_words_are_plain)

/// Whether the text is the one that the iterators find, which read segment by segment.
template <class Text>
bool agrees_with_iterators(std::string_view raw) {
    Text const text{raw};
    std::string wanted;
    for (char const octet : text) wanted += octet;
    return REQUIRE_SAME(raw, text.to_string(), wanted);
}

TEST_CASE("plain_words: the segments of the text are decoded to the same") {
    bool is_same = true;
    for (std::string_view const first : {"Q", "B"})
        test::for_each_string("QBE=4CA9_. \n", 4, [&](std::string_view letters) {
            std::string raw;
            auto const all = std::string{first}.append(letters).append("E");
            for (char const letter : all) {
                if (letter == 'Q' || letter == 'B')
                    raw.append("=?utf-8?").append(1, letter).append("?");
                else if (letter == 'E')
                    raw.append("?=");
                else
                    raw += letter;
            }
            is_same = is_same && agrees_with_iterators<decoded_text>(raw) &&
                      agrees_with_iterators<decoded_phrase>(raw) &&
                      agrees_with_iterators<decoded_comment>(raw);
            return is_same;
        });
    for (auto const& r : table)
        is_same = is_same && agrees_with_iterators<decoded_text>(r.raw) &&
                  agrees_with_iterators<decoded_phrase>(r.raw) &&
                  agrees_with_iterators<decoded_comment>(r.raw);
    CHECK(is_same);
    auto const longest = "=?utf-8?Q?" + std::string(plain_words::most - 12, 'a') + "?=";
    CHECK(plain_words{longest}.text() == std::string(plain_words::most - 12, 'a'));
    CHECK(!plain_words{longest.substr(0, 10) + "a" + longest.substr(10)}.is_read());
}

} // namespace
