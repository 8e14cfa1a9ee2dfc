#include <foldwise/auth/tag_value.hpp>

#include "../support.hpp"

namespace {

using foldwise::tag_list;
using foldwise::text_without_fws;
using namespace foldwise::detail;

struct domain_row {
    std::string_view from;
    std::string_view text;
    std::size_t labels; // the number of labels; 0 if the text is not a domain
};

constexpr domain_row domain_table[] = {
    {"RFC 6376 section 3.5", "example.net", 2},
    {"RFC 6376 section 3.1, a selector", "march2005.reykjavik", 2},
    {"RFC 6376 section 3.5, one sub-domain", "brisbane", 1},
    {"RFC 5321 section 4.1.2, Let-dig [Ldh-str]", "3a.b-c.x", 3},
    {"an underscore, as signers use it", "key_1._x", 2},
    {"RFC 8617 section 4.1.4, a U-label", "\xC3\xA9.example", 2},
    {"nothing", "", 0},
    {"a dot at the end", "a.b.", 0},
    {"a dot at the start", ".a.b", 0},
    {"two dots", "a..b", 0},
    {"a hyphen at the start of a label", "a.-b", 0},
    {"a hyphen at the end of a label", "a-.b", 0},
    {"an address literal", "[192.0.2.1]", 0},
    {"white space", "a .b", 0},
    {"white space at the start of a label", "a. b", 0},
    {"an address", "x@a.b", 0},
};

constexpr bool table_of_domains() {
    for (auto const& row : domain_table)
        for (std::size_t least = 1; least < 5; ++least)
            REQUIRE_SAME(row.from, is_domain_name(row.text, least), row.labels >= least);
    return true;
}
CASE("tag_value: domain names and selectors", table_of_domains)

struct base64_row {
    std::string_view text;
    bool is_base64;
};

constexpr base64_row base64_table[] = {
    // RFC 6376 section 2.10
    {"QQ==", true},    {"QUI=", true},     {"QUJD", true}, {"a", true},          {"+/09AZaz", true},
    {"Q Q = =", true}, {"Q\n Q\t=", true}, {"", false},    {"=", false},         {"==", false},
    {"Q===", false},   {"Q=Q", false},     {"Q-Q", false}, {"Q\xC3\xA9", false}, {"Q\rQ", false},
};

constexpr bool table_of_base64() {
    for (auto const& row : base64_table)
        test::with_both_line_endings(row.text, [&row](auto text) {
            REQUIRE_SAME(row.text, is_base64(text_without_fws{text}), row.is_base64);
        });
    return true;
}
CASE("tag_value: base64, folded anywhere", table_of_base64)

constexpr bool words_and_domains() {
    for (std::string_view const word : {"a", "simple", "a-b", "a9", "a--9"})
        REQUIRE_SAME(word, is_hyphenated_word(word), true);
    for (std::string_view const word : {"", "-", "9", "a-", "-a", "a_b", "a b", "9a"})
        REQUIRE_SAME(word, is_hyphenated_word(word), false);
    REQUIRE_TRUE(is_in_domain("example.net", "example.net")); // RFC 6376 section 3.5, i=
    REQUIRE_TRUE(is_in_domain("eng.Example.NET", "example.net"));
    REQUIRE_TRUE(!is_in_domain("badexample.net", "example.net"));
    REQUIRE_TRUE(!is_in_domain("net", "example.net"));
    REQUIRE_TRUE(!is_in_domain("example.net.example.org", "example.net"));
    return true;
}
CASE("tag_value: words, and a domain below another one", words_and_domains)

struct number_row {
    std::string_view text;
    bool can_be_read; // with at most 20 digits
    std::uint64_t value;
};

constexpr number_row number_table[] = {
    {"0", true, 0},
    {" 1117574938 ", true, 1117574938},
    {"\n 12", true, 12},
    {"00000000000000000012", true, 12},
    {"18446744073709551615", true, 18446744073709551615u},
    {"18446744073709551616", false, 0},
    {"18446744073709551620", false, 0},
    {"99999999999999999999", false, 0},
    {"000000000000000000012", false, 0},
    {"", false, 0},
    {"-1", false, 0},
    {"+1", false, 0},
    {"1 2", false, 0},
    {"1x", false, 0},
    {"0x1", false, 0},
};

constexpr bool table_of_numbers() {
    for (auto const& row : number_table) {
        test::text_buffer bytes;
        bytes.append("l=");
        bytes.append(row.text);
        tag_list const list{std::string_view{bytes}};
        auto const number = number_of(list, "l", 20);
        REQUIRE_SAME(row.text, number.has_value(), row.can_be_read);
        if (number && row.can_be_read) REQUIRE_SAME(row.text, **number, row.value);
        if (!number)
            REQUIRE_SAME(row.text, number.error() == malformed(list, *list.find("l")), true);
        REQUIRE_SAME(row.text, number_of(list, "x", 20) == foldwise::optional<std::uint64_t>{},
                     true);
    }
    return true;
}
CASE("tag_value: numbers that fit, and no others", table_of_numbers)

constexpr bool uris() {
    using foldwise::detail::is_uri;
    for (std::string_view const good : {"mailto:a@b", "https://a.b/c?d=e#f", "x-1.+:%2C%af", "a:b"})
        REQUIRE_SAME(good, is_uri(good), true);
    for (std::string_view const bad :
         {"", ":", "a", "a:", ":a", "1:a", "a b:c", "a:b c", "a:\x80", "a:%", "a:%2", "a:%g0",
          "a:%0g", "a:%20%2", "a:%20%g0", "a:<b>", "a/b:c"})
        REQUIRE_SAME(bad, is_uri(bad), false);
    return true;
}
CASE("tag_value: URIs", uris)

enum class word : unsigned char { none, some, all };

constexpr bool one_of_some_words() {
    using foldwise::detail::one_of;
    using foldwise::detail::or_if_missing;
    tag_list const list{"a= All ;b=;c=nothing;d=some some;e=\x01"};
    auto const read = [&list](std::string_view name) {
        return one_of<word>(list, name, {"none", "some", "all"});
    };
    REQUIRE_TRUE(*read("a") == word::all && *or_if_missing(read("a"), word::none) == word::all);
    for (std::string_view const name : {"b", "c", "d"})
        REQUIRE_SAME(name, read(name).error() == malformed(list, *list.find(name)), true);
    REQUIRE_TRUE(read("e").error() == list.find("e").error());
    REQUIRE_TRUE(!or_if_missing(read("e"), word::none)); // e= is present, but malformed
    REQUIRE_TRUE(*or_if_missing(read("f"), word::some) == word::some);
    REQUIRE_TRUE(*one_of<word>(tag_list{"a=None"}, "a", {"none", "some"}) == word::none);
    return true;
}
CASE("tag_value: one of several words", one_of_some_words)

constexpr bool versions() {
    struct {
        std::string_view list;
        bool is_there;
        std::size_t offset = 0;
        std::size_t length = 0;
    } constexpr table[] = {
        {"v=X1", true},         {" v = X1 ;a=b", true},  {"", false, 0, 0},
        {"v=x1;", false, 0, 4}, {"V=X1", false, 0, 4},   {"a=b;v=X1", false, 0, 3},
        {"v=X", false, 0, 3},   {"v=X1 2", false, 0, 6}, {";v=X1", false, 0, 0},
        {"v", false, 0, 1},     {"v=\x01", false, 0, 3},
    };
    for (auto const& row : table) {
        auto const code = foldwise::diagnostic_code::bimi_version;
        auto const read = foldwise::detail::version_tag(tag_list{row.list}, "X1", code);
        REQUIRE_SAME(row.list, read.has_value(), row.is_there);
        if (read) REQUIRE_SAME(row.list, *read, "X1");
        foldwise::diagnostic const wanted{code, row.offset, row.length};
        if (!read) REQUIRE_SAME(row.list, read.error() == wanted, true);
    }
    return true;
}
CASE("tag_value: a version in the first tag", versions)

constexpr bool texts_and_base64_and_items() {
    tag_list const list{"a= b ; c=QUI=; d=?;e=\x01; f= g:h"};
    auto const is_b = [](std::string_view value) { return value == "b"; };
    REQUIRE_TRUE(*text_of(list, "a", is_b) == "b");
    REQUIRE_TRUE(text_of(list, "c", is_b).error() == malformed(list, *list.find("c")));
    REQUIRE_TRUE(text_of(list, "e", is_b).error() == list.find("e").error());
    REQUIRE_TRUE(text_of(list, "x", is_b).error() == list.find("x").error());
    REQUIRE_TRUE(*base64_of(list, "c") == "QUI=");
    REQUIRE_TRUE(base64_of(list, "d").error() == malformed(list, *list.find("d")));
    REQUIRE_TRUE(base64_of(list, "e").error() == list.find("e").error());
    REQUIRE_TRUE(**items_of(list, list.find("f")).begin() == "g");
    REQUIRE_TRUE((*items_of(list, list.find("x")).begin()).error() == list.find("x").error());
    REQUIRE_TRUE(number_of(list, "e", 20).error() == list.find("e").error());
    return true;
}
CASE("tag_value: texts, base64 and items, or why not", texts_and_base64_and_items)

constexpr bool problems_that_the_list_does_not_report() {
    tag_list const list{"a=b;c=?;e=\x01"};
    std::size_t reported = 0;
    auto report = [&reported](foldwise::diagnostic const& problem) {
        reported += problem.code == foldwise::diagnostic_code::tag_value_malformed ? 1u : 100u;
    };
    auto const check = report_tag_problem(report);
    check(base64_of(list, "c")); // malformed
    check(base64_of(list, "e")); // tag_value_octet
    check(base64_of(tag_list{"a=QUI="}, "a"));
    REQUIRE_TRUE(reported == 1);
    return true;
}
CASE("tag_value: problems that tag_list does not report", problems_that_the_list_does_not_report)

} // namespace
