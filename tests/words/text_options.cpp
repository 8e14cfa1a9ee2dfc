#include <foldwise/words/text_options.hpp>

#include "../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/words/decoded_text.hpp>

namespace {

using foldwise::charset;
using foldwise::decoded_comment;
using foldwise::decoded_phrase;
using foldwise::decoded_text;
using foldwise::text_options;

struct fallback_row {
    std::string_view raw;
    std::string_view without; // the text without a fallback
    std::string_view with;    // the text with fallback windows-1252
};
constexpr fallback_row table[] = {
    {"plain", "plain", "plain"},
    {"caf\xC3\xA9", "café", "café"},
    {"caf\xE9", "caf\uFFFD", "café"},
    // One charset is used for all of the text.
    {"caf\xE9 \xC3\xA9", "caf\uFFFD é", "café Ã©"},
    {"\xC3\xA9 =?utf-8?Q?=C3=A9?= \xE9", "é é \uFFFD", "Ã© é é"},
    {"\xC3\n \xA9", "\uFFFD \uFFFD", "Ã ©"},
    // The fallback is not used for encoded-words, which name their charset.
    {"=?utf-8?Q?=E9?= \xC3\xA9", "\uFFFD é", "\uFFFD é"},
    {"=?utf-8?Q?=C3?= \xA9", "\uFFFD \uFFFD", "\uFFFD ©"},
    {"\xE9=?iso-8859-2?Q?=E6?=", "\uFFFDć", "éć"},
    {"=?x?Q?a?= \xE9", "=?x?Q?a?= \uFFFD", "=?x?Q?a?= é"},
    // Encoded-words in US-ASCII: UTF-8 if all of them are, else the fallback.
    {"=?us-ascii?Q?cafe?=", "cafe", "cafe"},
    {"=?us-ascii?Q?caf=C3=A9?=", "café", "café"},
    {"=?us-ascii?Q?caf=E9?=", "caf\uFFFD", "café"},
    {"=?us-ascii?B?Y2Fmw6k=?=", "café", "café"},
    {"=?US-ASCII*fr?b?Y2Fm6Q==?=", "caf\uFFFD", "café"},
    {"=?us-ascii?Q?caf=C3?=\n =?us-ascii?Q?=A9?=", "café", "café"},
    {"=?us-ascii?Q?=E9?= =?us-ascii?Q?=C3=A9?=", "\uFFFDé", "éÃ©"},
    {"=?us-ascii?Q?=C3?= x =?us-ascii?Q?=A9?=", "\uFFFD x \uFFFD", "Ã x ©"},
    // RFC 1428 section 3: Python labels octets like this whose charset it does not know.
    {"=?unknown-8bit?q?caf=C3=A9?=", "café", "café"},
    {"=?UNKNOWN-8BIT?b?Y2Fm6Q==?=", "caf\uFFFD", "café"},
    {"=?unknown-7bit?q?e?=", "=?unknown-7bit?q?e?=", "=?unknown-7bit?q?e?="},
    // Other text decides alone, and so does a word that names its charset.
    {"=?us-ascii?Q?=C3=A9?= \xE9", "é \uFFFD", "é é"},
    {"\xC3\xA9 =?us-ascii?Q?=E9?=", "é \uFFFD", "é é"},
    {"=?iso-8859-2?Q?=E6?= =?us-ascii?Q?=E9?=", "ć\uFFFD", "ćé"},
    {"=?utf-8?Q?=E9?= =?us-ascii?Q?=E9?=", "\uFFFD\uFFFD", "\uFFFDé"},
    // UTF-8 that is cut at the end is not UTF-8.
    {"caf\xC3", "caf\uFFFD", "cafÃ"},
    {"\xE2\x82\xAC \xE2\x82", "€ \uFFFD", "â‚¬ â‚"},
    // A byte order mark at the start is left out.
    {"\xEF\xBB\xBFx", "x", "x"},
    {"\xEF\xBB\xBF", "", ""},
    {"\xEF\xBB\xBF\xEF\xBB\xBFx", "\uFEFFx", "\uFEFFx"},
    {"x \xEF\xBB\xBFy", "x \uFEFFy", "x \uFEFFy"},
    {"=?utf-8?B?77u/eA==?=", "x", "x"},
    {"=?utf-8?Q?=EF=BB?= =?utf-8?Q?=BF?= x", " x", " x"},
    {"=?utf-8?Q?=EF=BB=BF?= =?utf-8?Q?x?=", "x", "x"},
    {"=?utf-8?Q?x?= =?utf-8?Q?=EF=BB=BFy?=", "x\uFEFFy", "x\uFEFFy"},
    {"=?utf-16le?B?//54AA==?=", "x", "x"},
    {"=?utf-7?Q?+/v8-x?=", "x", "x"},
};

constexpr text_options windows{.fallback = charset::windows_1252};

template <class Text>
constexpr bool a_fallback_reads_what_is_not_utf_8() {
    if (!test::can_allocate()) return true;
    for (auto const& row : table) {
        Text const text{row.raw};
        REQUIRE_SAME(row.raw, text.to_string(), row.without);
        REQUIRE_SAME(row.raw, text.to_string(windows), row.with);
        std::string line{"> "};
        text.append_to(line, windows);
        REQUIRE_SAME(row.raw, std::string_view{line}.substr(2), row.with);
    }
    return true;
}
CASE("text_options: a fallback reads unstructured text that is not UTF-8",
     a_fallback_reads_what_is_not_utf_8<decoded_text>)
CASE("text_options: a fallback reads comments that are not UTF-8",
     a_fallback_reads_what_is_not_utf_8<decoded_comment>)
CASE("text_options: a fallback reads phrases that are not UTF-8",
     a_fallback_reads_what_is_not_utf_8<decoded_phrase>)

struct problem {
    std::string_view name;
    std::size_t offset;
    std::size_t length;
    friend constexpr bool operator==(problem const&, problem const&) = default;
};
struct problem_row {
    std::string_view raw;
    problem without[2]; // without a fallback
    problem with[2];    // with fallback windows-1252
};
constexpr problem_row problems[] = {
    {"caf\xE9", {{"charset_octets_replaced", 0, 4}}, {{"charset_fallback", 0, 4}}},
    // RFC 6532 section 3.1: UTF-8 needs no charset, except in an encoded-word.
    {"caf\xC3\xA9", {}, {}},
    {"=?us-ascii?Q?e?=", {}, {}},
    {"a =?us-ascii?Q?=C3=A9?=", {{"charset_undeclared", 2, 21}}, {{"charset_undeclared", 2, 21}}},
    {"a =?us-ascii?Q?=E9?= b", {{"charset_octets_replaced", 2, 18}}, {{"charset_fallback", 2, 18}}},
    {"=?us-ascii?Q?e?= =?us-ascii?Q?=E9?=",
     {{"charset_octets_replaced", 17, 18}},
     {{"charset_fallback", 17, 18}}},
    {"=?us-ascii?Q?=E9?= \xE9",
     {{"charset_octets_replaced", 0, 18}, {"charset_octets_replaced", 18, 2}},
     {{"charset_fallback", 0, 18}, {"charset_fallback", 18, 2}}},
    {"=?x?Q?=E9?=",
     {{"encoded_word_charset_unknown", 0, 11}},
     {{"encoded_word_charset_unknown", 0, 11}}},
};

constexpr bool undeclared_text_is_reported() {
    for (auto const& row : problems)
        for (bool const with : {false, true}) {
            problem found[2] = {};
            std::size_t count = 0;
            decoded_text{row.raw}.diagnose(
                [&](foldwise::diagnostic const& next) {
                    if (count < 2) found[count] = {next.name(), next.offset, next.length};
                    ++count;
                },
                with ? windows : text_options{});
            auto const& wanted = with ? row.with : row.without;
            for (std::size_t i = 0; i < 2; ++i) {
                REQUIRE_SAME(row.raw, found[i].name, wanted[i].name);
                REQUIRE_TRUE(found[i] == wanted[i]);
            }
            REQUIRE_TRUE(count <= 2);
        }
    return true;
}
CASE("text_options: text without a charset is reported", undeclared_text_is_reported)

constexpr bool a_fallback_that_cannot_be_read_is_ignored() {
    if (!test::can_allocate()) return true;
    REQUIRE_TRUE(decoded_text{"a\xE9"}.to_string({.fallback = charset::gbk}) == "a\uFFFD");
    return true;
}
CASE("text_options: a fallback that cannot be read is ignored",
     a_fallback_that_cannot_be_read_is_ignored)

/// Decodes GBK: every octet becomes "z".
class gbk_converter final : public foldwise::charset_converter {
  public:
    constexpr bool start(charset from) noexcept override { return from == charset::gbk; }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        for (std::size_t i = 0; i < octets.size(); ++i) to[i] = 'z';
        return {octets.size(), 0};
    }
    constexpr written finish(char*) noexcept override { return {0, 0}; }
};

constexpr bool a_converter_reads_the_fallback_too() {
    if (!test::can_allocate()) return true;
    gbk_converter converter;
    text_options const options{.fallback = charset::gbk, .converter = &converter};
    REQUIRE_TRUE(decoded_text{"a\xE9"}.to_string(options) == "zz");
    REQUIRE_TRUE(decoded_text{"=?gbk?Q?=81?= \xC3\xA9"}.to_string(options) == "z é");
    return true;
}
CASE("text_options: a converter reads the fallback too", a_converter_reads_the_fallback_too)

} // namespace
