#include <foldwise/auth/recorded_value.hpp>

#include "../support.hpp"

#include <algorithm>
#include <string>

namespace {

using foldwise::recorded_value;

static_assert(std::is_trivially_copyable_v<recorded_value>);
static_assert(!std::is_constructible_v<recorded_value, std::string>);

struct value_row {
    std::string_view from;
    std::string_view raw;
    std::string_view text;
    bool is_quoted;
    bool is_pvalue;
};

constexpr value_row value_table[] = {
    {"RFC 2045 section 5.1, a token", "a.b", "a.b", false, true},
    {"all octets of a token", "!#$%&'*+-.09AZ^_`az{|}~", "!#$%&'*+-.09AZ^_`az{|}~", false, true},
    {"RFC 8601 section 2.2, a quoted-string", "\"a b\"", "a b", true, true},
    {"an empty one", "\"\"", "", true, true},
    {"quoted-pairs", "\"a\\\"b\\\\\"", "a\"b\\", true, true},
    {"folded", "\"a\n b\"", "a b", true, true},
    {"RFC 8601 section 2.2, an address", "a.b@c.example", "a.b@c.example", false, true},
    {"a domain with an at sign", "@c.example", "@c.example", false, true},
    {"RFC 5322 section 3.4.1, a quoted local part", "\"a b\"@c.example", "\"a b\"@c.example", false,
     true},
    {"a quoted local part with quoted-pairs", "\"a\\\"@b\"@c.example", "\"a\\\"@b\"@c.example",
     false, true},
    {"a folded local part", "\"a\n b\"@c.example", "\"a b\"@c.example", false, true},
    {"RFC 8601 section 2.2, UTF-8", "\xC3\xA9@\xC3\xA9.example", "\xC3\xA9@\xC3\xA9.example", false,
     true},
    {"atext in a local part", "a+b=c/d@e.example", "a+b=c/d@e.example", false, true},
    {"nothing", "", "", false, false},
    {"brackets", "<>", "<>", false, false},
    {"an address in brackets", "<a@b.example>", "<a@b.example>", false, false},
    {"base64", "ab/cd=", "ab/cd=", false, false},
    {"an IPv6 address", "2001:db8::1", "2001:db8::1", false, false},
    {"a domain with one label", "a@b", "a@b", false, false},
    {"a local part that ends with a dot", "a.@b.example", "a.@b.example", false, false},
    {"two dots", "a..b@b.example", "a..b@b.example", false, false},
    {"a dot in front", ".a@b.example", ".a@b.example", false, false},
    {"two at signs", "a@b@c.example", "a@b@c.example", false, false},
    {"a backslash outside of quotes is data", "a\\b", "a\\b", false, false},
    {"text after a quoted-string", "\"a\"b", "\"a\"b", false, false},
    {"two quoted-strings", "\"a\"\"b\"", "\"a\"\"b\"", false, false},
    {"not closed", "\"a", "\"a", false, false},
    {"not closed after a backslash", "\"a\\\"", "\"a\\\"", false, false},
};

constexpr bool values() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.raw, [&row](std::string_view raw) {
            recorded_value const value{raw};
            REQUIRE_SAME(row.from, value.raw(), raw);
            REQUIRE_SAME(row.from, value.text() == row.text, true);
            REQUIRE_SAME(row.from, std::ranges::equal(value.text(), row.text), true);
            REQUIRE_SAME(row.from, value.is_quoted(), row.is_quoted);
            REQUIRE_SAME(row.from, foldwise::detail::is_pvalue(value), row.is_pvalue);
        });
    REQUIRE_TRUE(recorded_value{}.text().empty());
    return true;
}
CASE("recorded_value: raw and unquoted text, and deviations from the RFC", values)

constexpr bool words() {
    using namespace foldwise::detail;
    REQUIRE_TRUE(is_keyword("a") && is_keyword("X-9_b") && is_keyword("1") && is_keyword("_"));
    REQUIRE_TRUE(!is_keyword("") && !is_keyword("a-") && !is_keyword("a.b") &&
                 !is_keyword("\"a\"") && !is_keyword(".a"));
    REQUIRE_TRUE(is_dot_atom("a") && is_dot_atom("a.b=c") && is_dot_atom("\xC3\xA9"));
    REQUIRE_TRUE(!is_dot_atom("") && !is_dot_atom(".a") && !is_dot_atom("a.") &&
                 !is_dot_atom("a b"));
    REQUIRE_TRUE(is_token("a.b") && !is_token("") && !is_token("a b") && !is_token("a\x7F"));
    for (char const octet : std::string_view{"()<>@,;:\\\"/[]?="})
        REQUIRE_SAME(octet, is_token({&octet, 1}), false);
    return true;
}
CASE("recorded_value: keywords, dot-atoms and tokens", words)

} // namespace
