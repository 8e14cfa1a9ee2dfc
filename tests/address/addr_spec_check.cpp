#include <foldwise/address/addr_spec_check.hpp>

#include "../support.hpp"

#include <foldwise/address/addr_spec.hpp>

#include <algorithm>

namespace {

using foldwise::check_addr_spec;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using namespace std::string_view_literals;

static_assert(noexcept(check_addr_spec(test::some_octets)));

// With LF; each is checked with CRLF as well.

struct proper_row {
    std::string_view from;
    std::string_view text;
};

constexpr proper_row proper_table[] = {
    {"RFC 5322 appendix A.1.1", "jdoe@machine.example"},
    {"RFC 5322 section 3.2.3, dot-atom", "a.b@c.d"},
    {"RFC 5322 section 3.2.3, atext", "!#$%&'*+-/=?^_`{|}~09azAZ@!#$%&'*+-/=?^_`{|}~09azAZ"},
    {"RFC 5322 section 3.4.1, a domain is a dot-atom", "a@-b_.c-"},
    {"RFC 5322 section 3.2.4, quoted-string", "\"a b\"@c"},
    {"RFC 5322 section 3.2.4, qtext", "\"(),:;<>@[].!#]^~\"@c"},
    {"RFC 5322 section 3.2.4, nothing in it", "\"\"@c"},
    {"RFC 5322 section 3.2.4, white space in it", "\" \t\"@c"},
    {"RFC 5322 section 3.2.4, folded", "\"a\n b \n\t\"@c"},
    {"RFC 5322 section 3.2.1, quoted-pair", "\"\\\"\\\\\\a\\ \\\t\"@c"},
    {"RFC 5322 section 3.4.1, domain-literal", "a@[192.0.2.1]"},
    {"RFC 5322 section 3.4.1, nothing in it", "a@[]"},
    {"RFC 5322 section 3.4.1, dtext", "a@[!\"(),.:;<>@Z^~]"},
    {"RFC 5322 section 3.4.1, folded", "a@[ b\n c ]"},
    {"RFC 5322 section 3.2.2, CFWS", " (a) (b) c@d (e) "},
    {"RFC 5322 section 3.2.2, around a quoted-string and a domain-literal", "(a)\"b\"@[c](d)"},
    {"RFC 5322 section 3.2.2, comments nest", "((a)b(c(d)))e@f"},
    {"RFC 5322 section 3.2.2, ctext", "(!'*[]^~\"@<>;:,.)a@b"},
    {"RFC 5322 section 3.2.2, quoted-pairs", "(\\(\\)\\\\)a@b(\\\")"},
    {"RFC 5322 section 3.2.2, nothing in it", "()a@b"},
    {"RFC 5322 section 3.2.2, folded", "(a\n b \n\t(\n c))d@e"},
    {"RFC 5322 section 3.2.2, FWS", "\n a@b \n "},
    {"RFC 5322 section 3.2.2, a fold on each side of a comment", "\n (a)\n b@c\n (d)\n "},
    {"RFC 6532 section 3.2, atext", "\xC3\xA9@\xE2\x82\xAC.\xF0\x9F\x98\x80"},
    {"RFC 6532 section 3.2, qtext, dtext, ctext", "\"\xC3\xA9\"@[\xC3\xA9](\xC3\xA9)"},
    {"RFC 6532 section 3.2, VCHAR of a quoted-pair", "\"\\\xC3\xA9\"@a(\\\xC3\xA9)"},
    {"text that does not start an encoded-word", "a=?b@=a=?"},
    {"an encoded-word must be in an atom", "\"=?utf-8?q?a?=\"@b(=?utf-8?q?a?=)"},
};

constexpr bool proper_ones() {
    for (auto const& row : proper_table)
        test::with_both_line_endings(row.text, [&](std::string_view text) {
            auto const problem = check_addr_spec(text);
            REQUIRE_SAME(row.from, problem ? problem->name() : "", "");
        });
    return true;
}
CASE("addr_spec_check: valid addr-specs", proper_ones)

struct problem_row {
    std::string_view from;
    std::string_view text;
    std::size_t offset;
    std::size_t length;
};

constexpr void check(problem_row const& row, diagnostic_code code, std::string_view text) {
    auto const found = check_addr_spec(text);
    auto const wanted = kind_of(code).name;
    REQUIRE_SAME(row.text, found ? found->name() : "", wanted);
    if (!found) return;
    // With CRLF, each line ending before the place and in it adds one octet.
    bool const is_crlf = text.size() != row.text.size();
    auto const line_feeds = [&](std::size_t from, std::size_t size) {
        auto const part = row.text.substr(from, size);
        return is_crlf ? static_cast<std::size_t>(std::ranges::count(part, '\n')) : 0u;
    };
    auto const inside =
        code == diagnostic_code::address_malformed ? 0u : line_feeds(row.offset, row.length);
    REQUIRE_SAME(row.text, found->offset, row.offset + line_feeds(0, row.offset));
    REQUIRE_SAME(row.text, found->length, row.length + inside);
}

template <std::size_t Size>
constexpr bool all_are(problem_row const (&table)[Size], diagnostic_code code) {
    for (auto const& row : table) {
        check(row, code, row.text);
        check(row, code, std::string_view{test::with_crlf(row.text)});
    }
    return true;
}

constexpr bool obsolete_ones() {
    constexpr problem_row table[] = {
        {"RFC 5322 section 4.4, before a dot", "a .b@c", 1, 1},
        {"after a dot", "a.\t b@c", 2, 2},
        {"a comment", "a(x) .b@c", 1, 4},
        {"folded", "a.\n b@c", 2, 2},
        {"RFC 5322 section 3.4.1, SHOULD NOT, before the @", "a (x) @b", 1, 5},
        {"after the @", "a@\n b", 2, 2},
        {"before a domain-literal", "a@(c)[b]", 2, 3},
        {"after a quoted-string", "\"a\" @b", 3, 1},
        {"RFC 5322 section 4.4, obs-domain, before a dot", "a@b .c", 3, 1},
        {"after a dot", "a@b. c", 4, 1},
        {"after the second dot", "a@b.c.(d)e", 6, 3},
        {"RFC 5322 section 4.4, obs-local-part", "\"a\".b@c", 3, 1},
        {"RFC 5322 section 4.4, obs-local-part", "a.\"b\"@c", 1, 1},
        {"RFC 5322 section 4.4, obs-local-part", "a.b.\"c\"@d", 3, 1},
        {"RFC 5322 section 4.4, obs-local-part", "\"a\".\"b\".\"c\"@d", 3, 1},
        {"RFC 5322 section 4.2, obs-FWS", "\n \n a@b", 2, 1},
        {"RFC 5322 section 4.2, obs-FWS in a comment", "( \n \n \n )a@b", 4, 1},
        {"RFC 5322 section 4.2, obs-FWS in a quoted-string", "\"a\n\t\n b\"@c", 4, 1},
        {"RFC 5322 section 4.2, obs-FWS in a domain-literal", "a@[\n \n ]", 5, 1},
        {"RFC 5322 section 4.2, obs-FWS at the end", "a@b\n \n ", 5, 1},
        {"RFC 5322 section 4.1, obs-qtext", "\"a\x01\"@b", 2, 1},
        {"RFC 5322 section 4.1, obs-ctext", "(\x7F)a@b", 1, 1},
        {"RFC 5322 section 4.4, obs-dtext", "a@[\x1F]", 3, 1},
        {"RFC 5322 section 4.4, obs-dtext, quoted-pair", "a@[\\]]", 3, 2},
        {"RFC 5322 section 4.1, obs-qp, NUL", "\"\\\0\"@a"sv, 1, 2},
        {"RFC 5322 section 4.1, obs-qp, a control character", "(\\\x08)a@b", 1, 2},
        {"RFC 5322 section 4.1, obs-qp, CR", "\"\\\r\"@a", 1, 2},
        {"RFC 5322 section 4.1, obs-qp, LF, which is a fold", "\"\\\n \"@a", 1, 1},
        {"the first of several", "a @ b . c", 1, 1},
    };
    return all_are(table, diagnostic_code::address_obsolete);
}
CASE("addr_spec_check: obsolete syntax (RFC 5322 section 4), and where it is", obsolete_ones)

constexpr bool without_at() {
    constexpr problem_row table[] = {
        {"nothing", "", 0, 0},
        {"a word", "a", 1, 0},
        {"words", "a.b", 3, 0},
        {"a dot at the end", "a.", 2, 0},
        {"a quoted-string", "\"@\"", 3, 0},
        {"a comment", "(@)", 3, 0},
        {"white space", " \n ", 3, 0},
    };
    return all_are(table, diagnostic_code::address_without_at);
}
CASE("addr_spec_check: no at sign", without_at)

constexpr bool not_closed() {
    constexpr problem_row table[] = {
        {"a comment after a dot", "a.(b", 2, 2},
        {"a quoted-string", "\"a@b", 0, 4},
        {"a quoted-pair includes its end", "\"a\\\"", 0, 4},
        {"a backslash at its end", "\"a\\", 0, 3},
        {"a comment", " (a@b", 1, 4},
        {"a comment, though a nested one is closed", "(a(b)", 0, 5},
        {"a quoted-pair includes its end", "a@b(c\\)", 3, 4},
        {"a domain-literal", "a@[b", 2, 2},
        {"a quoted-pair includes its end", "a@[b\\]", 2, 4},
        {"a comment before the at sign", "a(@b", 1, 3},
        {"folded", "a@[b\n ", 2, 4},
    };
    return all_are(table, diagnostic_code::address_not_closed);
}
CASE("addr_spec_check: quotes, comments and brackets that are not closed", not_closed)

constexpr bool encoded_words() {
    constexpr problem_row table[] = {
        {"RFC 2047 section 5", "=?utf-8?q?a?=@b", 0, 2},
        {"RFC 2047 section 5, an at sign in it", "=?utf-8?q?a@b?=", 0, 2},
        {"after a dot", "a.=?b@c", 2, 2},
        {"in the domain", "a@=?b", 2, 2},
        {"after a dot of the domain", "a@b.=?c", 4, 2},
    };
    return all_are(table, diagnostic_code::address_encoded_word);
}
CASE("addr_spec_check: encoded-words", encoded_words)

// RFC 5322 section 3.4.1, unless a row names another section.
constexpr problem_row malformed_table[] = {
    {"no local part", "@a", 0, 1},
    {"no domain", "a@", 2, 0},
    {"two at signs", "a@b@c", 3, 1},
    {"a dot at the start", ".a@b", 0, 1},
    {"before the at sign", "a.@b", 2, 1},
    {"two dots", "a..b@c", 2, 1},
    {"a dot after the at sign", "a@.b", 2, 1},
    {"at the end", "a@b.", 4, 0},
    {"two dots of the domain", "a@b..c", 4, 1},
    {"two atoms", "a b@c", 2, 1},
    {"two atoms, and a comment", "a(x)b@c", 4, 1},
    {"an atom and a quoted-string", "a\"b\"@c", 1, 1},
    {"a quoted-string and an atom", "\"a\"b@c", 3, 1},
    {"two quoted-strings", "\"a\"\"b\"@c", 3, 1},
    {"an atom after the domain", "a@b c", 4, 1},
    {"an atom after a domain-literal", "a@[b]c", 5, 1},
    {"a domain-literal after an atom", "a@b[c]", 3, 1},
    {"a quoted-string as domain", "a@\"b\"", 2, 1},
    {"a bracket in brackets", "a@[b[c]", 4, 1},
    {"angle brackets", "<a@b>", 0, 1},
    {"a quoted-pair without quotes", "a\\@b@c", 1, 1},
    {"a comment that is closed twice", "(a))b@c", 3, 1},
    {"several", "a@b,c@d", 3, 1},
    {"a line ending at the end", "a@b\n", 3, 1},
    {"at the start", "\na@b", 0, 1},
    {"in between", "a\n@b", 1, 1},
    {"a line ending before another", "\n\n a@b", 0, 1},
    {"a line ending in a quoted-string", "\"\n\"@a", 1, 1},
    {"in a comment", "(a\n)b@c", 2, 1},
    {"in a domain-literal", "a@[\n]", 3, 1},
    {"after a backslash", "\"\\\n\"@a", 2, 1},
    {"a bare CR at the start", "\ra@b", 0, 1},
    {"at the end", "a@b\r", 3, 1},
    {"before white space, which is not folding", "a@b\r ", 3, 1},
    {"in a quoted-string", "\"\r\"@a", 1, 1},
    {"in a comment", "(\r)a@b", 1, 1},
    {"NUL in a quoted-string", "\"\0\"@a"sv, 1, 1},
    {"in an atom", "a\0@b"sv, 1, 1},
    {"in a domain-literal", "a@[\0]"sv, 3, 1},
    {"a control character in an atom", "\x7F@a", 0, 1},
    {"in a domain", "a@\x07", 2, 1},
    {"RFC 6532 section 3.1, no UTF-8 in an atom", "a\xE9@b", 1, 1},
    {"in a quoted-string", "\"\xE9\"@a", 1, 1},
    {"in a quoted-pair", "\"\\\xE9\"@a", 2, 1},
    {"in a comment", "(\xE9)a@b", 1, 1},
    {"in a domain", "a@b\xC3", 3, 1},
    {"in a domain-literal", "a@[\xC3]", 3, 1},
    {"RFC 3629 section 3, a surrogate", "\xED\xA0\x80@a", 0, 1},
    {"RFC 3629 section 3, an overlong form", "\xC0\xAF@a", 0, 1},
    {"RFC 3629 section 3, a truncated character", "\xE2\x82@a", 0, 1},
};

constexpr bool malformed_ones() {
    return all_are(malformed_table, diagnostic_code::address_malformed);
}
CASE("addr_spec_check: malformed texts, and where they fail", malformed_ones)

/// Whether `text` is an addr-spec, obsolete or not.
bool is_one(std::string_view text) {
    auto const found = check_addr_spec(text);
    return !found || found->code == diagnostic_code::address_obsolete;
}

bool has_properties(std::string_view text) {
    auto const found = check_addr_spec(text);
    auto const crlf = check_addr_spec(std::string_view{test::with_crlf(text)});
    REQUIRE_SAME(text, found ? found->name() : "", crlf ? crlf->name() : "");
    if (found) {
        REQUIRE_SAME(text, found->offset <= text.size(), true);
        REQUIRE_SAME(text, found->length <= text.size() - found->offset, true);
    }
    // White space and comments around the text change nothing.
    auto const wrapped = "(c) " + std::string{text} + " (c)";
    if (is_one(text)) {
        REQUIRE_SAME(text, foldwise::addr_spec::read(text).has_value(), true);
        REQUIRE_SAME(text, is_one(wrapped), true);
    }
    return true;
}

TEST_CASE("addr_spec_check: any octets; every valid addr-spec can be read") {
    CHECK(test::for_each_string("a.@\"\\ (\n)[]", 5, has_properties));
    CHECK(test::for_each_string("a@=?.\"", 6, has_properties));
    CHECK(test::for_each_string("a@\"\\\x01\xC3\xA9", 6, has_properties));
}

TEST_CASE("addr_spec_check: the shortest form of every address that can be read is valid") {
    std::size_t ones = 0;
    test::for_each_string("a.@ \"\\()", 6, [&](std::string_view text) {
        auto const read = foldwise::addr_spec::read(text);
        if (!read) return true;
        REQUIRE_SAME(text, check_addr_spec(read->to_string()).has_value(), false);
        ++ones;
        return true;
    });
    CHECK(ones > 100);
}

} // namespace
