#include <foldwise/address/smtp_mailbox_check.hpp>

#include "../support.hpp"

namespace {

using foldwise::check_addr_spec;
using foldwise::check_smtp_domain;
using foldwise::check_smtp_mailbox;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using namespace std::string_view_literals;

static_assert(noexcept(check_smtp_mailbox(test::some_octets)));

struct proper_row {
    std::string_view from;
    std::string_view text;
};

constexpr proper_row proper_table[] = {
    {"RFC 5321 appendix D.1", "Smith@bar.com"},
    {"RFC 5321 section 4.1.2, Dot-string", "!#$%&'*+-/=?^_`{|}~.a@b"},
    {"RFC 5321 section 4.1.2, Quoted-string", "\"a b\"@c"},
    {"RFC 5321 section 4.1.2, nothing in it", "\"\"@c"},
    {"RFC 5321 section 4.1.2, qtextSMTP", "\" !#[]~@.,\"@c"},
    {"RFC 5321 section 4.1.2, quoted-pairSMTP", "\"\\\"\\\\\\ \\~\\a\"@c"},
    {"RFC 5321 section 4.1.2, one quoted-pairSMTP", "\"\\a\"@c"},
    {"RFC 5321 section 4.1.2, Domain", "a@b.c-d.9.e--f"},
    {"RFC 5321 section 4.1.2, a sub-domain of digits", "a@192.0.2.1"},
    {"RFC 5321 section 2.3.5, a top-level domain", "a@b"},
    {"RFC 5890 section 2.3.2.1, A-label", "a@xn--caf-dma.example"},
    {"RFC 6531 section 3.3, atext", "\xC3\xA9@b"},
    {"RFC 6531 section 3.3, qtextSMTP", "\"\xC3\xA9 \xC3\xA9\"@b"},
    {"RFC 6531 section 3.3, U-label", "a@\xC3\xA9.b\xC3\xA9-c"},
    {"RFC 5321 section 4.1.3, IPv4", "a@[192.0.2.1]"},
    {"RFC 5321 section 4.1.3, Snum", "a@[0.00.000.255]"},
    {"RFC 5321 section 4.1.3, IPv6-full", "a@[IPv6:0:00:000:0000:9abc:def0:9ABC:DEF0]"},
    {"RFC 5234 section 2.3, the tag's case", "a@[ipv6:1:2:3:4:5:6:7:8]"},
    {"RFC 5321 section 4.1.3, IPv6-comp", "a@[IPv6:::]"},
    {"RFC 5321 section 4.1.3, IPv6-comp", "a@[IPv6:1::]"},
    {"RFC 5321 section 4.1.3, IPv6-comp", "a@[IPv6:::1]"},
    {"RFC 5321 section 4.1.3, IPv6-comp of 6 groups", "a@[IPv6:1:2:3::6:7:8]"},
    {"RFC 5321 section 4.1.3, IPv6-comp of 6 groups", "a@[IPv6:1:2:3:4:5:6::]"},
    {"RFC 5321 section 4.1.3, IPv6-comp of 6 groups", "a@[IPv6:::3:4:5:6:7:8]"},
    {"RFC 5321 section 4.1.3, IPv6v4-full", "a@[IPv6:1:2:3:4:5:6:192.0.2.1]"},
    {"RFC 5321 section 4.1.3, IPv6v4-comp", "a@[IPv6:::192.0.2.1]"},
    {"RFC 5321 section 4.1.3, IPv6v4-comp", "a@[IPv6:1::192.0.2.1]"},
    {"RFC 5321 section 4.1.3, IPv6v4-comp of 4 groups", "a@[IPv6:1:2::5:6:192.0.2.1]"},
    {"RFC 5321 section 4.1.3, IPv6v4-comp of 4 groups", "a@[IPv6:1:2:3:4::192.0.2.1]"},
};

constexpr bool proper_ones() {
    for (auto const& row : proper_table) {
        auto const problem = check_smtp_mailbox(row.text);
        REQUIRE_SAME(row.from, problem ? problem->name() : "", "");
    }
    return true;
}
CASE("smtp_mailbox_check: addresses that SMTP can carry", proper_ones)

struct misfit_row {
    std::string_view from;
    std::string_view text; // with LF; checked with CRLF at the same place as well
    std::size_t offset;
    std::size_t length;
};

constexpr misfit_row misfit_table[] = {
    {"RFC 5322 section 3.2.2, white space before it", " a@b", 0, 1},
    {"after it", "a@b ", 3, 1},
    {"folded", "a@b\n ", 3, 1},
    {"a comment", "(c)a@b", 0, 1},
    {"after it", "a@b(c)", 3, 1},
    {"after a domain-literal", "a@[192.0.2.1] ", 2, 12},
    {"RFC 5322 section 4.4, before the at sign", "a @b", 1, 1},
    {"after it", "a@ b", 2, 1},
    {"before a dot of the domain", "a@b .c", 3, 1},
    {"after it", "a@b. c", 4, 1},
    {"quotes before a dot", "\"a\".b@c", 3, 1},
    {"after it", "a.\"b\"@c", 2, 1},
    {"RFC 5321 section 4.1.2, HTAB in quotes", "\"a\tb\"@c", 2, 1},
    {"folded quotes", "\"a\n b\"@c", 2, 1},
    {"a control character", "\"\x7F\"@c", 1, 1},
    {"HTAB in a quoted-pair", "\"\\\t\"@c", 1, 1},
    {"NUL in a quoted-pair", "\"\\\0\"@c"sv, 1, 1},
    {"RFC 6531 section 3.3, quoted-pairSMTP is unchanged", "\"\\\xC3\xA9\"@c", 1, 1},
    {"RFC 5321 section 4.1.2, no underscore", "a@b_c", 3, 1},
    {"a hyphen first", "a@-b", 2, 1},
    {"a hyphen last", "a@b-", 3, 1},
    {"a hyphen last of a label", "a@b--.c", 4, 1},
    {"a hyphen first of a label", "a@b.-c", 4, 1},
    {"RFC 5891 section 4.2.3.1, a hyphen last of a U-label", "a@\xC3\xA9-.b", 4, 1},
    {"other atext", "a@b/c", 3, 1},
    {"RFC 5321 section 4.1.3, no address", "a@[]", 2, 2},
    {"three numbers", "a@[192.0.2]", 2, 9},
    {"five numbers", "a@[192.0.2.1.1]", 2, 13},
    {"a number above 255", "a@[192.0.2.256]", 2, 13},
    {"a number of four digits", "a@[192.0.2.0001]", 2, 14},
    {"no number", "a@[192.0..1]", 2, 10},
    {"a dot at the end", "a@[192.0.2.1.]", 2, 12},
    {"white space", "a@[ 192.0.2.1]", 2, 12},
    {"IPv6 without its tag", "a@[::1]", 2, 5},
    {"IPv4 with the tag", "a@[IPv6:192.0.2.1]", 2, 16},
    {"a tag that is not registered", "a@[x400:1]", 2, 8},
    {"seven groups", "a@[IPv6:1:2:3:4:5:6:7]", 2, 20},
    {"nine groups", "a@[IPv6:1:2:3:4:5:6:7:8:9]", 2, 24},
    {"a group of five digits", "a@[IPv6:1:2:3:4:5:6:7:00008]", 2, 26},
    {"a group with another digit", "a@[IPv6:1:2:3:4:5:6:7:g]", 2, 22},
    {"seven groups beside \"::\", in the middle", "a@[IPv6:1:2:3:4:5:6::8]", 2, 21},
    {"at the start", "a@[IPv6:::2:3:4:5:6:7:8]", 2, 22},
    {"at the end", "a@[IPv6:1:2:3:4:5:6:7::]", 2, 22},
    {"eight groups beside it", "a@[IPv6:1:2:3:4::5:6:7:8]", 2, 23},
    {"\"::\" twice", "a@[IPv6:1::2::3]", 2, 14},
    {"three colons", "a@[IPv6:1:::3]", 2, 12},
    {"a colon first", "a@[IPv6::1:2:3:4:5:6:7]", 2, 21},
    {"a colon last", "a@[IPv6:1::2:]", 2, 12},
    {"five groups and an IPv4 address", "a@[IPv6:1:2:3:4:5:192.0.2.1]", 2, 26},
    {"seven groups and an IPv4 address", "a@[IPv6:1:2:3:4:5:6:7:192.0.2.1]", 2, 30},
    {"five groups beside \"::\", and an IPv4 address", "a@[IPv6:1:2:3:4:5::192.0.2.1]", 2, 27},
    {"groups after the IPv4 address", "a@[IPv6:::192.0.2.1:1]", 2, 20},
    {"RFC 4007 section 11, a zone", "a@[IPv6:fe80::1%eth0]", 2, 19},
};

constexpr bool misfits() {
    for (auto const& row : misfit_table) {
        auto const letter = check_addr_spec(row.text);
        REQUIRE_SAME(row.text, !letter || letter->code == diagnostic_code::address_obsolete, true);
        test::with_both_line_endings(row.text, [&](std::string_view text) {
            auto const found = check_smtp_mailbox(text);
            REQUIRE_SAME(row.text, found ? found->name() : "", "address_not_for_smtp");
            if (!found) return;
            REQUIRE_SAME(row.text, found->offset, row.offset);
            REQUIRE_SAME(row.text, found->length, row.length);
        });
    }
    return true;
}
CASE("smtp_mailbox_check: addr-specs that SMTP cannot carry, and why", misfits)

/// `before`, then `count` times "x", then `after`.
constexpr test::text_buffer padded(std::string_view before, std::size_t count,
                                   std::string_view after) {
    test::text_buffer text;
    text.append(before);
    for (std::size_t i = 0; i < count; ++i) text.append('x');
    text.append(after);
    return text;
}

/// `local_part`, "@" and a domain of `size` octets, in labels of 62 (and 63 at the end).
constexpr test::text_buffer with_domain(std::string_view local_part, std::size_t size) {
    test::text_buffer text;
    text.append(local_part);
    text.append('@');
    for (std::size_t i = 1; i <= size; ++i) text.append(i % 63 == 0 && i != size ? '.' : 'x');
    return text;
}

constexpr void check_length(std::string_view text, std::size_t offset, std::size_t length) {
    auto const found = check_smtp_mailbox(text);
    REQUIRE_SAME(text, found ? found->name() : "", length == 0 ? "" : "address_too_long");
    REQUIRE_TRUE(!check_addr_spec(text));
    if (!found || length == 0) return;
    REQUIRE_SAME(text, found->offset, offset);
    REQUIRE_SAME(text, found->length, length);
}

constexpr bool lengths() {
    // RFC 5321 section 4.5.3.1.1: the local part, with its quotes
    check_length(padded("", 64, "@a"), 0, 0);
    check_length(padded("", 65, "@a"), 0, 65);
    check_length(padded("\"", 62, "\"@a"), 0, 0);
    check_length(padded("\"", 63, "\"@a"), 0, 65);
    // RFC 1035 section 2.3.4, a label
    check_length(padded("a@b.", 63, ".c"), 0, 0);
    check_length(padded("a@b.", 64, ".c"), 4, 64);
    check_length(padded("a@", 64, ""), 2, 64);
    check_length(padded("a@\xC3\xA9", 64, ""), 0, 0); // the length of its A-label is not known
    // RFC 5321 section 4.5.3.1.3: a path, including its brackets
    check_length(with_domain("a", 252), 0, 0);
    check_length(with_domain("a", 253), 0, 255);
    check_length(with_domain("abcd", 249), 0, 0);
    check_length(with_domain("abcd", 250), 0, 255);
    // RFC 5321 section 4.5.3.1.2, a domain
    check_length(with_domain("a", 255), 0, 257);
    check_length(with_domain("a", 256), 2, 256);
    return true;
}
CASE("smtp_mailbox_check: lengths", lengths)

constexpr bool no_addr_spec() {
    constexpr std::string_view table[] = {"",     "a",      "\"a@b",       "(a@b", "a@[b",
                                          "a@@b", "a..b@c", "=?u?q?a?=@b", "<a@b>"};
    for (auto const text : table) {
        auto const letter = check_addr_spec(text);
        REQUIRE_SAME(text, letter.has_value(), true);
        REQUIRE_SAME(text, check_smtp_mailbox(text) == letter, true);
    }
    return true;
}
CASE("smtp_mailbox_check: a malformed addr-spec has the problem of check_addr_spec", no_addr_spec)

bool has_properties(std::string_view text) {
    auto const letter = check_addr_spec(text);
    auto const found = check_smtp_mailbox(text);
    bool const is_obsolete = letter && letter->code == diagnostic_code::address_obsolete;
    if (letter && !is_obsolete) REQUIRE_SAME(text, found == letter, true);
    if (is_obsolete) REQUIRE_SAME(text, found ? found->name() : "", "address_not_for_smtp");
    if (!found) return true;
    REQUIRE_SAME(text, found->offset <= text.size(), true);
    REQUIRE_SAME(text, found->length <= text.size() - found->offset, true);
    auto const crlf = check_smtp_mailbox(std::string_view{test::with_crlf(text)});
    REQUIRE_SAME(text, crlf ? crlf->name() : "", found->name());
    return true;
}

TEST_CASE("smtp_mailbox_check: any octets; every address that SMTP can carry is an addr-spec") {
    CHECK(test::for_each_string("a.@\"\\ (\n)[]", 5, has_properties));
    CHECK(test::for_each_string("a@\"\\\x01\xC3\xA9", 6, has_properties));
}

TEST_CASE("smtp_mailbox_check: any octets of a domain, and in brackets") {
    test::for_each_string("1:.f]%-", 6, [](std::string_view octets) {
        auto const domain = "a@" + std::string{octets};
        auto const literal = "a@[IPv6:" + std::string{octets} + "]";
        return has_properties(domain) && has_properties(literal);
    });
}

struct domain_row {
    std::string_view from;
    std::string_view text;
    std::string_view problem; // "" if there is none
    std::size_t offset = 0;
    std::size_t length = 0;
};

constexpr domain_row domain_table[] = {
    {"RFC 5321 section 4.1.2, Domain", "mx.sample.net", ""},
    {"one label", "localhost", ""},
    {"digits", "192.0.2.1", ""},
    {"RFC 6531 section 3.3, U-label", "b\xC3\xBC-a.example", ""},
    {"RFC 6531 section 3.3, U-label at the start", "\xC3\xBC.example", ""},
    {"RFC 5321 section 4.1.3, IPv4", "[192.0.2.1]", ""},
    {"IPv6", "[IPv6:2001:db8::1]", ""},
    {"nothing", "", "address_not_for_smtp", 0, 0},
    {"an underscore", "my_pc", "address_not_for_smtp", 2, 1},
    {"a dot at the end", "a.", "address_not_for_smtp", 2, 0},
    {"a hyphen at the end", "a-", "address_not_for_smtp", 1, 1},
    {"white space", "a b", "address_not_for_smtp", 1, 1},
    {"IPv6 without its tag", "[::1]", "address_not_for_smtp", 0, 5},
    {"no closing bracket", "[192.0.2.1", "address_not_for_smtp", 0, 10},
    {"one bracket", "[", "address_not_for_smtp", 0, 1},
    {"another octet for the closing bracket", "[192.0.2.1x", "address_not_for_smtp", 0, 11},
    {"text after a literal", "[192.0.2.1]a]", "address_not_for_smtp", 0, 13},
    {"not UTF-8", "a\xC3.b", "address_malformed", 1, 1},
    {"64 octets in a label", "a.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
     "address_too_long", 2, 64},
};

constexpr bool domains() {
    for (auto const& row : domain_table) {
        auto const problem = check_smtp_domain(row.text);
        REQUIRE_SAME(row.from, problem ? problem->name() : "", row.problem);
        if (!problem) continue;
        REQUIRE_SAME(row.from, problem->offset, row.offset);
        REQUIRE_SAME(row.from, problem->length, row.length);
    }
    char text[256] = {};
    for (char& octet : text) octet = 'a';
    for (std::size_t at = 50; at < 250; at += 50) text[at] = '.';
    REQUIRE_TRUE(!check_smtp_domain(std::string_view{text, 255}));
    auto const too_long = check_smtp_domain(std::string_view{text, 256});
    REQUIRE_TRUE(too_long == diagnostic{diagnostic_code::address_too_long, 0, 256});
    return true;
}
CASE("smtp_mailbox_check: names of hosts", domains)

} // namespace
