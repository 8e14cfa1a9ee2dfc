#include <foldwise/address/addr_spec.hpp>

#include "../support.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace {

using foldwise::addr_spec;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(std::is_trivially_copyable_v<addr_spec>);
static_assert(noexcept(addr_spec::read(test::some_octets)) && noexcept(addr_spec{} == addr_spec{}));
static_assert(noexcept(addr_spec{}.local_part()) && noexcept(addr_spec{}.domain()));

struct address_row {
    std::string_view from;
    std::string_view text;
    std::string_view local_part;
    std::string_view domain;
    std::string_view written; // to_string()
};

// With LF; each is checked with CRLF as well.
constexpr address_row address_table[] = {
    {"RFC 5322 section 3.4.1", "a.foe@sample.net", "a.foe", "sample.net", "a.foe@sample.net"},
    {"RFC 5322 section 3.2.3, atext", "!#$%&'*+-/=?^_`{|}~@b", "!#$%&'*+-/=?^_`{|}~", "b",
     "!#$%&'*+-/=?^_`{|}~@b"},
    {"RFC 6532 section 3.2", "\xC3\xA9@\xC3\xA9", "\xC3\xA9", "\xC3\xA9", "\xC3\xA9@\xC3\xA9"},
    {"a local part that needs its quotes", R"("A. Foe"@b)", "A. Foe", "b", R"("A. Foe"@b)"},
    {"a local part that needs no quotes", R"("a.foe"@b)", "a.foe", "b", "a.foe@b"},
    {"quoted pairs that are needed", R"("a\"\\"@b)", R"(a"\)", "b", R"("a\"\\"@b)"},
    {"quoted pairs that are not needed", R"("\a\@\b"@c)", "a@b", "c", R"("a@b"@c)"},
    {"an empty local part", R"(""@b)", "", "b", R"(""@b)"},
    {"RFC 5322 section 4.4, obs-local-part", "\"A. Foe\" . x\n @ (the) sample.net", "A. Foe.x",
     "sample.net", "\"A. Foe.x\"@sample.net"},
    {"RFC 5322 section 4.4, obs-domain", "a@b (x) . \n (y) c", "a", "b.c", "a@b.c"},
    {"comments and folding around", "(x)\n a@b\n (y) ", "a", "b", "a@b"},
    {"odd dots", "a..b.@c", "a..b.", "c", "\"a..b.\"@c"},
    {"a dot first", ".a@c", ".a", "c", "\".a\"@c"},
    {"white space at the ends of a quoted local part", "\" a\t\"@b", " a\t", "b", "\" a\t\"@b"},
    {"a folded quoted local part", "\"a\n b\"@c", "a b", "c", "\"a b\"@c"},
    {"quotes that prevent an encoded-word", R"("=?x?q?a?="@b)", "=?x?q?a?=", "b",
     R"("=?x?q?a?="@b)"},
    {"quotes that prevent an encoded-word after a dot", R"("a.=?x"@b)", "a.=?x", "b",
     R"("a.=?x"@b)"},
    {"an equals sign and a question mark elsewhere", R"("a=?.=a?.?="@b)", "a=?.=a?.?=", "b",
     "a=?.=a?.?=@b"},
    {"NUL in a quoted local part", {"\"a\0\"@b", 6}, {"a\0", 2}, "b", {"\"a\0\"@b", 6}},
    {"RFC 5322 section 3.4.1, a domain-literal", "a@[192.0.2.1]", "a", "[192.0.2.1]",
     "a@[192.0.2.1]"},
    {"RFC 5321 section 4.1.3", "a@[IPv6:2001:db8::1]", "a", "[IPv6:2001:db8::1]",
     "a@[IPv6:2001:db8::1]"},
    {"a domain-literal with folding and comments around", "a@(x)\n [ b\n c ] (y)", "a", "[ b c ]",
     "a@[ b c ]"},
    {"RFC 5322 section 4.4, quoted pairs in a domain-literal", R"(a@[\b\]\\c])", "a", R"([b]\c])",
     R"(a@[b\]\\c])"},
    {"a bracket in a domain-literal", "a@[b[c]", "a", "[b[c]", R"(a@[b\[c])"},
    {"a dot after the domain", "a@b.c.", "a", "b.c", "a@b.c"},
    {"white space and a dot after the domain", "a@b\n .", "a", "b", "a@b"},
    {"an empty domain-literal", "a@[]", "a", "[]", "a@[]"},
};

constexpr bool table_of_addresses() {
    for (auto const& row : address_table)
        test::with_both_line_endings(row.text, [&row](std::string_view text) {
            auto const got = addr_spec::read(text);
            REQUIRE_SAME(row.from, got.has_value(), true);
            REQUIRE_SAME(row.from, got->local_part() == row.local_part, true);
            REQUIRE_SAME(row.from, std::ranges::equal(got->local_part(), row.local_part), true);
            REQUIRE_SAME(row.from, got->domain() == row.domain, true);
            REQUIRE_SAME(row.from, got->is_domain_literal(), row.domain[0] == '[');
            auto const again = addr_spec::read(row.written);
            REQUIRE_SAME(row.from, again && *again == *got && again->raw() == row.written, true);
            std::string_view rest = row.written;
            bool is_written = true;
            got->for_each_piece([&](std::string_view piece) {
                is_written = is_written && !piece.empty() && rest.starts_with(piece);
                if (is_written) rest.remove_prefix(piece.size());
            });
            REQUIRE_SAME(row.from, is_written && rest.empty(), true);
            if (!test::can_allocate()) return;
            REQUIRE_SAME(row.from, got->to_string(), row.written);
            REQUIRE_SAME(row.from, again->to_string(), row.written);
        });
    return true;
}
CASE("addr_spec: local part, domain, and shortest written form", table_of_addresses)

constexpr bool parts_as_they_stand() {
    constexpr std::string_view text = " (x) \"A. Foe\" . x @ (the) sample.net (y)";
    auto const got = addr_spec::read(text);
    REQUIRE_TRUE(got->raw() == "\"A. Foe\" . x @ (the) sample.net");
    REQUIRE_TRUE(got->raw().data() == text.data() + 5);
    REQUIRE_TRUE(got->local_part().raw() == "\"A. Foe\" . x");
    REQUIRE_TRUE(got->domain().raw() == "sample.net");
    REQUIRE_TRUE(addr_spec{}.raw().empty() && addr_spec{}.domain().empty());
    return true;
}
CASE("addr_spec: raw() of the address and of its parts", parts_as_they_stand)

constexpr bool texts_that_are_none() {
    struct {
        std::string_view text;
        diagnostic_code code;
    } constexpr table[] = {
        {"", diagnostic_code::address_without_at},
        {"(a@b)", diagnostic_code::address_without_at},
        {"foe", diagnostic_code::address_without_at},
        {R"("a@b")", diagnostic_code::address_without_at},
        {"a@", diagnostic_code::address_malformed},
        {"@b", diagnostic_code::address_malformed},
        {".@b", diagnostic_code::address_malformed},
        {"a@b@c", diagnostic_code::address_malformed},
        {"a@b..", diagnostic_code::address_malformed},
        {"a@.", diagnostic_code::address_malformed},
        {"a@[b].", diagnostic_code::address_malformed},
        {"\xC3@b", diagnostic_code::address_malformed}, // RFC 6532 section 3.1, not UTF-8
        {"a@b.\xFF", diagnostic_code::address_malformed},
        {"\"\x80\"@b", diagnostic_code::address_malformed},
        {"a@.b", diagnostic_code::address_malformed},
        {"a@b..c", diagnostic_code::address_malformed},
        {"a b@c", diagnostic_code::address_malformed},
        {"a@b c", diagnostic_code::address_malformed},
        {"a@b, c@d", diagnostic_code::address_malformed},
        {"<a@b>", diagnostic_code::address_malformed},
        {"a@\"b\"", diagnostic_code::address_malformed},
        {"[a]@b", diagnostic_code::address_malformed},
        {"a@b[c]", diagnostic_code::address_malformed},
        {"a@[b]c", diagnostic_code::address_malformed},
        {"a@[b].c", diagnostic_code::address_malformed},
        {"a\\@b@c", diagnostic_code::address_malformed},
        {"\"a@b", diagnostic_code::address_not_closed},
        {"a@b (c", diagnostic_code::address_not_closed},
        {"(c a@b", diagnostic_code::address_not_closed},
        {"a@[b", diagnostic_code::address_not_closed},
        {"=?x?q?a?=@b", diagnostic_code::address_encoded_word},
        {"a@b.=?x?q?c?=", diagnostic_code::address_encoded_word},
        {"a.=?x?q?@?=@b", diagnostic_code::address_encoded_word},
    };
    for (auto const& row : table) {
        auto const got = addr_spec::read(row.text);
        REQUIRE_SAME(row.text, got.has_value(), false);
        REQUIRE_SAME(row.text, got.error() == diagnostic{row.code, 0, row.text.size()}, true);
    }
    return true;
}
CASE("addr_spec: texts that are not an addr-spec, and why", texts_that_are_none)

constexpr bool comparison() {
    constexpr std::string_view same[] = {"a.Foe@sample.net", "\"a.Foe\"@Sample.NET",
                                         "a . \"Foe\" @ (x) sample . net",
                                         "\"\\a.F\\oe\"@sample.net"};
    constexpr std::string_view others[] = {
        "a.foe@sample.net",  "a.Foe@sample.ne", "a.Foe@sample.nett",  "a.Fo@sample.net",
        "a.Foes@sample.net", "aFoe@sample.net", "a.Foe@[sample.net]", "\"a.Foe \"@sample.net"};
    for (auto const left : same) {
        for (auto const right : same)
            REQUIRE_SAME(left, *addr_spec::read(left) == *addr_spec::read(right), true);
        for (auto const right : others)
            REQUIRE_SAME(right, *addr_spec::read(left) == *addr_spec::read(right), false);
    }
    // Only ASCII case is ignored (RFC 5321 section 2.4).
    REQUIRE_TRUE(*addr_spec::read("a@\xC3\xA9") != *addr_spec::read("a@\xC3\x89"));
    REQUIRE_TRUE(*addr_spec::read("a@[IPv6:AB::1]") == *addr_spec::read("a@[ipv6:ab::1]"));
    REQUIRE_TRUE(addr_spec{} == addr_spec{});
    return true;
}
CASE("addr_spec: equality ignores quoting and the case of the domain", comparison)

constexpr bool problems() {
    struct {
        std::string_view text;
        diagnostic_code codes[2];
        std::size_t count;
        std::size_t length; // of raw()
    } constexpr table[] = {
        {" a@b ", {}, 0, 0},
        {"\"a b\"@[c]", {}, 0, 0},
        {" a..b@c", {diagnostic_code::address_dots}, 1, 6},
        {"a@[b[c]", {diagnostic_code::address_octet}, 1, 7},
        {"a (.x.) @b", {diagnostic_code::address_obsolete}, 1, 10},
        {"a@b. ", {diagnostic_code::address_domain_dot}, 1, 3},
        {".a@b .", {diagnostic_code::address_dots, diagnostic_code::address_domain_dot}, 2, 4},
    };
    for (auto const& row : table) {
        auto const got = addr_spec::read(row.text);
        std::size_t count = 0;
        got->diagnose([&](diagnostic const& problem) {
            if (count < 2)
                REQUIRE_SAME(row.text, problem == diagnostic{row.codes[count], 0, row.length},
                             true);
            ++count;
        });
        REQUIRE_SAME(row.text, count, row.count);
        REQUIRE_SAME(row.text, got->deviation().has_value(), row.count != 0);
    }
    REQUIRE_TRUE(!addr_spec{}.deviation());
    return true;
}
CASE("addr_spec: problems of texts that are read", problems)

TEST_CASE("addr_spec: any octets; writing and reading again yields the same") {
    auto const holds = [](std::string_view text) {
        auto const got = addr_spec::read(text);
        if (!got) return true;
        foldwise::offset_of(text, got->raw());
        auto const written = got->to_string();
        auto const again = addr_spec::read(written);
        REQUIRE_SAME(text, again && *again == *got, true);
        REQUIRE_SAME(text, again->local_part() == got->local_part().to_string(), true);
        REQUIRE_SAME(text, again->domain() == got->domain().to_string(), true);
        REQUIRE_SAME(text, again->to_string(), written);
        return true;
    };
    test::for_each_string("a@.\"\\(\n =?", 5, holds);
    test::for_each_string("a\\\"\r\n =?.@", 5, [&](std::string_view text) {
        return holds(std::string{"\""}.append(text).append("\"@b")) &&
               holds(std::string{"a@["}.append(text).append("]"));
    });
    test::for_each_string("a\\[]\n ", 6, [&](std::string_view text) {
        return holds(std::string{"a@["}.append(text).append("]"));
    });
}

constexpr bool of_a_field() {
    REQUIRE_TRUE(addr_spec::read(foldwise::field{"To: a@b\n"})->domain() == "b");
    return true;
}
CASE("addr_spec: of a field", of_a_field)

} // namespace
