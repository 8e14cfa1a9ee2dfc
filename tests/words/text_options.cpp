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

constexpr bool a_problem_that_a_fallback_solves_is_none() {
    using foldwise::diagnostic;
    using foldwise::diagnostic_code;
    decoded_text const text{"caf\xE9"};
    std::size_t count = 0;
    text.diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(problem.code == diagnostic_code::charset_octets_replaced);
        ++count;
    });
    REQUIRE_TRUE(count == 1);
    text.diagnose([&](diagnostic const&) { ++count; }, windows);
    REQUIRE_TRUE(count == 1);
    return true;
}
CASE("text_options: a problem that a fallback solves is not reported",
     a_problem_that_a_fallback_solves_is_none)

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
