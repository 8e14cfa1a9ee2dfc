#include <foldwise/dkim/canonical_body.hpp>

#include "../sha256.hpp"
#include "../support.hpp"

#include <algorithm>

namespace {

using foldwise::bare_lf;
using foldwise::canonical_body;
using foldwise::canonical_form;

static_assert(std::is_trivially_copyable_v<canonical_body>);
static_assert(noexcept(canonical_body{std::string_view{}}.pieces()));

struct row {
    std::string_view from;
    std::string_view body; // in LF, which stands for CRLF
    std::string_view simple;
    std::string_view relaxed;
};

constexpr row table[] = {
    {"RFC 6376 section 3.4.5, examples 1 and 2", " C \nD \t E\n\n\n", " C \nD \t E\n", " C\nD E\n"},
    {"section 3.4.3: an empty body", "", "\n", ""},
    {"only empty lines", "\n\n\n", "\n", ""},
    {"only white space", " \t\n  \n", " \t\n  \n", ""},
    {"white space without a line ending", " \t", " \t\n", ""},
    {"section 3.4.3: no line ending at the end", "a", "a\n", "a\n"},
    {"white space at the end, and no line ending", "a \t", "a \t\n", "a\n"},
    {"empty lines inside and at the start stay", "\n\na\n\n\nb\n\n", "\n\na\n\n\nb\n",
     "\n\na\n\n\nb\n"},
    {"blank lines inside become empty", "a\n \t\n\t\nb\n", "a\n \t\n\t\nb\n", "a\n\n\nb\n"},
    {"blank lines at the end go", "a\n \n\n\t\n \t", "a\n \n\n\t\n \t\n", "a\n"},
    {"blank lines at the start stay", " \n\ta\n", " \n\ta\n", "\n a\n"},
    {"one HTAB becomes SP", "a\tb\n", "a\tb\n", "a b\n"},
    {"SP, then HTAB", "a \tb\n", "a \tb\n", "a b\n"},
    {"HTAB, then SP", "a\t b\n", "a\t b\n", "a b\n"},
    {"HTAB, SP, HTAB", "a\t \tb\n", "a\t \tb\n", "a b\n"},
    {"SP, HTAB, SP", "a \t b\n", "a \t b\n", "a b\n"},
    {"single SPs stay", "a b c d\n", "a b c d\n", "a b c d\n"},
    {"white space at the start of a line", "  a\n\tb\n c\n", "  a\n\tb\n c\n", " a\n b\n c\n"},
    {"white space at the end of a line", "a \nb\t\nc \t\nd\n", "a \nb\t\nc \t\nd\n",
     "a\nb\nc\nd\n"},
    {"CR is data", "a\rb \r c\r", "a\rb \r c\r\n", "a\rb \r c\r\n"},
    {"CR before a line ending is data", "a \r\rb\r", "a \r\rb\r\n", "a \r\rb\r\n"},
    {"NUL, and octets above 127",
     {"a\0 \0b\x80 \xFF\n", 9},
     {"a\0 \0b\x80 \xFF\n", 9},
     {"a\0 \0b\x80 \xFF\n", 9}},
    {"a byte order mark", "\xEF\xBB\xBF\n", "\xEF\xBB\xBF\n", "\xEF\xBB\xBF\n"},
    {"vertical tab and form feed are no white space", "a \v \f\n", "a \v \f\n", "a \v \f\n"},
    {"dots are not removed", ".\n..a\n", ".\n..a\n", ".\n..a\n"},
};

constexpr bool check(row const& each, std::string_view body, bare_lf lf) {
    auto const simple = test::with_crlf(each.simple);
    auto const relaxed = test::with_crlf(each.relaxed);
    canonical_body const s{body, canonical_form::simple, lf};
    canonical_body const r{body, canonical_form::relaxed, lf};
    REQUIRE_SAME(each.from, s == std::string_view{simple}, true);
    REQUIRE_SAME(each.from, r == std::string_view{relaxed}, true);
    REQUIRE_SAME(each.from, std::ranges::equal(s, std::string_view{simple}), true);
    REQUIRE_SAME(each.from, std::ranges::equal(r, std::string_view{relaxed}), true);
    REQUIRE_SAME(each.from, r.length(), std::string_view{relaxed}.size());
    REQUIRE_SAME(each.from, r.empty(), std::string_view{relaxed}.empty());
    for (auto const piece : r.pieces()) REQUIRE_SAME(each.from, piece.empty(), false);
    return true;
}

constexpr bool each_body_has_its_canonical_forms() {
    for (auto const& each : table) {
        check(each, each.body, bare_lf::crlf);
        check(each, test::with_crlf(each.body), bare_lf::data);
        check(each, test::with_crlf(each.body), bare_lf::crlf); // CRLF is CRLF in any case
    }
    return true;
}
CASE("canonical_body: each body has its canonical forms, with LF and with CRLF",
     each_body_has_its_canonical_forms)

constexpr bool a_bare_lf_among_crlf_is_data() {
    constexpr std::string_view body = "a\n \r\nb \n\r\n\n";
    REQUIRE_SAME(body, canonical_body{body}, std::string_view{"a\n \r\nb \n\r\n\n\r\n"});
    REQUIRE_SAME(body, (canonical_body{body, canonical_form::relaxed}),
                 std::string_view{"a\n\r\nb \n\r\n\n\r\n"});
    return true;
}
CASE("canonical_body: a bare LF among CRLF is data", a_bare_lf_among_crlf_is_data)

constexpr bool simple_of_crlf_is_the_bytes() {
    for (std::string_view const body : {"a\r\n", " a\t \r\n\r\nb\r\n"}) {
        auto const text = canonical_body{body}.contiguous();
        REQUIRE_SAME(body, text && text->data() == body.data() && *text == body, true);
    }
    constexpr std::string_view longer = "a\r\n\r\n\r\n";
    REQUIRE_TRUE(*canonical_body{longer}.contiguous() == longer.substr(0, 3));
    REQUIRE_TRUE(!canonical_body{std::string_view{"a"}}.contiguous());
    REQUIRE_TRUE(canonical_body{}.contiguous() == "\r\n" && canonical_body{} == "\r\n");
    return true;
}
CASE("canonical_body: simple of CRLF is the bytes", simple_of_crlf_is_the_bytes)

constexpr bool first_counts_octets() {
    canonical_body const text{"a \t b\r\n", canonical_form::relaxed};
    constexpr std::string_view whole = "a b\r\n";
    for (std::size_t count = 0; count <= whole.size(); ++count)
        REQUIRE_SAME(whole, text.first(count), whole.substr(0, count));
    REQUIRE_SAME(whole, text.first(100), whole);
    REQUIRE_SAME(whole, text.first(2).first(4), whole.substr(0, 2));
    return true;
}
CASE("canonical_body: first() counts octets of the canonical form", first_counts_octets)

// RFC 6376 sections 3.4.3 and 3.4.4.
constexpr bool empty_bodies_have_their_hashes() {
    using test::base64_hash_of;
    canonical_body const simple{std::string_view{}};
    canonical_body const relaxed{std::string_view{}, canonical_form::relaxed};
    REQUIRE_TRUE(base64_hash_of(simple) == "frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
    REQUIRE_TRUE(base64_hash_of(relaxed) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    return true;
}
CASE("canonical_body: empty bodies have the hashes of RFC 6376", empty_bodies_have_their_hashes)

constexpr bool raw_is_what_was_read() {
    REQUIRE_TRUE(foldwise::canonical_body{"a \n\n"}.raw() == "a \n\n");
    return true;
}
CASE("canonical_body: raw() is what was read", raw_is_what_was_read)

} // namespace
