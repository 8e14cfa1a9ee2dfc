#include <foldwise/words/encoded_word.hpp>

#include "../support.hpp"

#include <foldwise/syntax/token.hpp>

#include <ranges>
#include <string>

namespace {

using foldwise::charset;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::encoded_word;
using foldwise::word_encoding;
static_assert(encoded_word{"=?utf-8*en?q?a?=", 8}.charset_label() == "utf-8");
static_assert(encoded_word{"=?utf-8*en?q?a?=", 8}.encoded_text() == "a");
static_assert(encoded_word::read("=?utf-8*en?q?a?=")->label_size() == 8);
using octet_range = decltype(encoded_word{}.octets());

static_assert(std::ranges::forward_range<octet_range> && std::ranges::view<octet_range>);
static_assert(std::ranges::borrowed_range<octet_range>);
static_assert(std::is_trivially_copyable_v<encoded_word>);
static_assert(!std::is_constructible_v<encoded_word, std::string_view>);
static_assert(!std::is_constructible_v<encoded_word, std::string, std::size_t>);
static_assert(std::is_constructible_v<encoded_word, std::string const&, std::size_t>);

struct word_row {
    std::string_view from;
    std::string_view raw;
    std::string_view label;
    std::string_view language;
    word_encoding encoding;
    std::string_view octets;
};

constexpr auto b = word_encoding::b;
constexpr auto q = word_encoding::q;

constexpr word_row word_table[] = {
    {"RFC 2047 section 8", "=?US-ASCII?Q?Keith_Moore?=", "US-ASCII", "", q, "Keith Moore"},
    {"RFC 2047 section 8", "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=", "ISO-8859-1", "", b,
     "If you can read this yo"},
    {"RFC 2231 section 5", "=?US-ASCII*EN?Q?Keith_Moore?=", "US-ASCII", "EN", q, "Keith Moore"},
    {"an empty language", "=?utf-8*?q?a?=", "utf-8", "", q, "a"},
    {"two asterisks", "=?utf-8*a*b?q?a?=", "utf-8", "a*b", q, "a"},
    {"an unknown charset", "=?x?q?a?=", "x", "", q, "a"},
    {"RFC 2047 section 4.2, an octet", "=?utf-8?q?=C3=a9=5F_=3D?=", "utf-8", "", q, "\xC3\xA9_ ="},
    {"an equals sign alone", "=?utf-8?q?=?=", "utf-8", "", q, "="},
    {"malformed octets", "=?utf-8?q?=C=ZZ=A?=", "utf-8", "", q, "=C=ZZ=A"},
    {"a question mark", "=?utf-8?q?a?b?\?=", "utf-8", "", q, "a?b?"},
    {"beyond ASCII", "=?utf-8?q?\xC3\xA9?=", "utf-8", "", q, "\xC3\xA9"},
    {"an empty text", "=?utf-8?q?\?=", "utf-8", "", q, ""},
    {"an empty text in base64", "=?utf-8?b?\?=", "utf-8", "", b, ""},
    {"base64 without padding", "=?utf-8?b?YQ?=", "utf-8", "", b, "a"},
    {"base64 with padding in it", "=?utf-8?B?YQ==YQ==?=", "utf-8", "", b, "aa"},
    {"base64 with other octets", "=?utf-8?B?Y_Q=?=", "utf-8", "", b, "a"},
};

constexpr bool components_are_read() {
    for (auto const& row : word_table) {
        auto const read = encoded_word::read(row.raw);
        REQUIRE_SAME(row.raw, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(row.raw, read->raw(), row.raw);
        REQUIRE_SAME(row.raw, read->charset_label(), row.label);
        REQUIRE_SAME(row.raw, read->language(), row.language);
        REQUIRE_SAME(row.raw, read->encoding(), row.encoding);
        test::text_buffer octets;
        for (char const octet : read->octets()) octets.append(octet);
        REQUIRE_SAME(row.raw, std::string_view{octets}, row.octets);
    }
    REQUIRE_TRUE(encoded_word::read("=?latin1*fr?q?a?=")->charset() == charset::windows_1252);
    REQUIRE_TRUE(!encoded_word::read("=?x?q?a?=")->charset());
    REQUIRE_TRUE(encoded_word::read("=?utf-8?q?a_?=")->encoded_text() == "a_");
    return true;
}
CASE("encoded_word: its components and its octets", components_are_read)

constexpr bool malformed_words_are_refused() {
    for (std::string_view const text : {"",
                                        "=?",
                                        "=?=",
                                        "a",
                                        "=?utf-8?q?a",
                                        "=?utf-8?q?a?",
                                        "=?utf-8?q?=",
                                        "=?utf-8?q?",
                                        "=?utf-8?=",
                                        "=??q?a?=",
                                        "=?*en?q?a?=",
                                        "=?utf-8??a?=",
                                        "=?utf-8?x?a?=",
                                        "=?utf-8?qq?a?=",
                                        "=?utf-8?q?a b?=",
                                        "=?utf-8?q?a\tb?=",
                                        "=?utf-8?q?a\n b?=",
                                        "=?ut f-8?q?a?=",
                                        "=?utf(8?q?a?=",
                                        "=?utf-8?q?a?= ",
                                        " =?utf-8?q?a?=",
                                        "=?utf-8?q?a?=b?=",
                                        "?utf-8?q?a?=",
                                        "=utf-8?q?a?="}) {
        auto const read = encoded_word::read(text);
        REQUIRE_SAME(text, read.has_value(), false);
        if (!read)
            REQUIRE_TRUE(read.error() ==
                         diagnostic{diagnostic_code::encoded_word_malformed, 0, text.size()});
    }
    return true;
}
CASE("encoded_word: malformed words are refused", malformed_words_are_refused)

constexpr bool none_is_empty() {
    encoded_word const none;
    REQUIRE_TRUE(none.raw().empty() && none.charset_label().empty() && none.language().empty());
    REQUIRE_TRUE(none.encoded_text().empty() && none.octets().empty() && !none.charset());
    return true;
}
CASE("encoded_word: a default encoded_word is empty", none_is_empty)

constexpr bool iterators_know_their_place() {
    for (auto const& row : word_table) {
        auto const octets = encoded_word::read(row.raw)->octets();
        for (auto i = octets.begin(); i != octets.end(); ++i) {
            std::size_t same = 0;
            for (auto j = octets.begin(); j != octets.end(); ++j) same += i == j ? 1u : 0u;
            REQUIRE_SAME(row.raw, same, std::size_t{1});
        }
    }
    return true;
}
CASE("encoded_word: iterators are equal at the same place only", iterators_know_their_place)

TEST_CASE("encoded_word: read accepts the words that the lexer finds, if their encoding is known") {
    test::for_each_string("=?Qab _\"(", 7, [](std::string_view text) {
        auto const word = std::string{"=?a?"}.append(text);
        if (auto const size = foldwise::encoded_word_size(word); size == word.size()) {
            auto const encoding = word.substr(4, word.find('?', 4) - 4);
            bool const is_known = encoding == "Q" || encoding == "b";
            REQUIRE_SAME(word, encoded_word::read(word).has_value(), is_known);
        }
        return true;
    });
}

} // namespace
