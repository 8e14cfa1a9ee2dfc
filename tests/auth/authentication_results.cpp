#include <foldwise/auth/authentication_results.hpp>

#include "../support.hpp"
#include "but_for_cr.hpp"

#include <optional>
#include <ranges>
#include <string>

namespace {

using foldwise::authentication_results;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(std::is_trivially_copyable_v<authentication_results>);
static_assert(std::ranges::forward_range<authentication_results>);
static_assert(std::ranges::view<authentication_results>);
static_assert(std::ranges::borrowed_range<authentication_results>);
static_assert(!std::is_constructible_v<authentication_results, std::string>);
static_assert(noexcept(authentication_results{std::string_view{}}.find("spf")));

template <class Text>
constexpr void append(test::text_buffer& to, Text const& text) {
    to.append('<');
    for (char const octet : text)
        if (octet != '\r') to.append(octet);
    to.append('>');
}

constexpr void append(test::text_buffer& to, foldwise::resinfo const& r) {
    to.append(r.method());
    if (r.method_version() != 1) to.append(r.method_version() == 2 ? "/2" : "/?");
    to.append('=');
    to.append(r.result());
    if (auto const reason = r.reason()) {
        to.append(" reason=");
        append(to, reason->text());
    }
    for (auto const p : r.properties()) {
        to.append(' ');
        if (!p) {
            to.append('!');
            to.append(p.error().name());
            continue;
        }
        to.append(p->ptype());
        if (!p->ptype().empty()) to.append('.');
        to.append(p->property());
        to.append('=');
        append(to, p->value().text());
    }
}

/// All that a value says, in one line: the authserv-id, then each result behind a semicolon;
/// texts in angle brackets; what cannot be read as the name of its diagnostic, behind a "!".
constexpr test::text_buffer said_by(authentication_results const& ar) {
    test::text_buffer said;
    if (auto const id = ar.authserv_id()) {
        append(said, *id);
    } else {
        said.append('!');
        said.append(id.error().name());
    }
    if (auto const version = ar.version(); !version || *version != 1) said.append(" version");
    if (ar.is_none()) said.append("; none");
    for (auto const r : ar) {
        said.append("; ");
        if (r) {
            append(said, *r);
        } else {
            said.append('!');
            said.append(r.error().name());
        }
    }
    return said;
}

struct value_row {
    std::string_view from;
    std::string_view value; // with LF; each is checked with CRLF as well
    std::string_view said;
};

template <std::size_t N>
constexpr bool check(value_row const (&table)[N]) {
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            REQUIRE_SAME(row.from, std::string_view{said_by(authentication_results{value})},
                         row.said);
        });
    return true;
}

constexpr value_row rfc_table[] = {
    {"RFC 8601 B.2", " example.org 1; none", "<example.org>; none"},
    {"RFC 8601 B.3", " example.com;\n          spf=pass smtp.mailfrom=example.net",
     "<example.com>; spf=pass smtp.mailfrom=<example.net>"},
    {"RFC 8601 B.4, the first",
     " example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.net;\n"
     "          spf=pass smtp.mailfrom=example.net",
     "<example.com>; auth=pass smtp.auth=<sender@example.net>; "
     "spf=pass smtp.mailfrom=<example.net>"},
    {"RFC 8601 B.4, the second", " example.com; iprev=pass\n          policy.iprev=192.0.2.200",
     "<example.com>; iprev=pass policy.iprev=<192.0.2.200>"},
    {"RFC 7601 B.4, the second", " example.com;\n          sender-id=pass header.from=example.net",
     "<example.com>; sender-id=pass header.from=<example.net>"},
    {"RFC 8601 B.5, the first",
     " example.com;\n          dkim=pass (good signature) header.d=example.com",
     "<example.com>; dkim=pass header.d=<example.com>"},
    {"RFC 8601 B.5, the second",
     " example.com;\n          auth=pass (cram-md5) smtp.auth=sender@example.com;\n"
     "          spf=fail smtp.mailfrom=example.com",
     "<example.com>; auth=pass smtp.auth=<sender@example.com>; "
     "spf=fail smtp.mailfrom=<example.com>"},
    {"RFC 7601 B.5",
     " example.com;\n          sender-id=fail header.from=example.com;\n"
     "          dkim=pass (good signature) header.d=example.com",
     "<example.com>; sender-id=fail header.from=<example.com>; dkim=pass header.d=<example.com>"},
    {"RFC 8601 B.6, the first",
     " example.com;\n      dkim=pass reason=\"good signature\"\n"
     "        header.i=@mail-router.example.net;\n      dkim=fail reason=\"bad signature\"\n"
     "        header.i=@newyork.example.com",
     "<example.com>; dkim=pass reason=<good signature> header.i=<@mail-router.example.net>; "
     "dkim=fail reason=<bad signature> header.i=<@newyork.example.com>"},
    {"RFC 8601 B.6, the second",
     " example.net;\n      dkim=pass (good signature) header.i=@newyork.example.com",
     "<example.net>; dkim=pass header.i=<@newyork.example.com>"},
    {"RFC 8601 B.7",
     " foo.example.net (foobar) 1 (baz);\n"
     "    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\n"
     "      policy (A dot can go here) . (like that) expired\n"
     "      (this surprised me) = (as I wasn't expecting it) 1362471462",
     "<foo.example.net>; dkim=fail policy.expired=<1362471462>"},
    {"RFC 8601 section 2.4", "example.com; dkim=policy policy.dkim-rules=unsigned-subject",
     "<example.com>; dkim=policy policy.dkim-rules=<unsigned-subject>"},
    {"RFC 8601 section 2.7.4",
     "c.example; auth=pass smtp.auth=client@c.example smtp.mailfrom=bob@b.example",
     "<c.example>; auth=pass smtp.auth=<client@c.example> smtp.mailfrom=<bob@b.example>"},
    {"RFC 8601 section 2.7.6", " example.com;\n          foo=pass bar.baz=blob (2 of 3 tests OK)",
     "<example.com>; foo=pass bar.baz=<blob>"},
    {"RFC 8601 section 2.5, UTF-8", "\xC3\xA9.example; spf=pass smtp.mailfrom=\xC3\xA9@b.example",
     "<\xC3\xA9.example>; spf=pass smtp.mailfrom=<\xC3\xA9@b.example>"},
    {"RFC 8601 section 2.5, examples", "example-auth; spf=none", "<example-auth>; spf=none"},
    {"RFC 8601 section 2.2, a quoted authserv-id", "\"a \\\"b\\\";\n c\"; spf=none",
     "<a \"b\"; c>; spf=none"},
};

template <std::size_t N>
constexpr bool check_proper(value_row const (&table)[N]) {
    for (auto const& row : table)
        authentication_results{row.value}.diagnose([&row](diagnostic const& problem) {
            REQUIRE_SAME(row.from, problem.name(), std::string_view{});
        });
    return check(table);
}

constexpr bool examples_of_the_rfc() { return check_proper(rfc_table); }
CASE("authentication_results: the examples of RFC 8601", examples_of_the_rfc)

constexpr value_row other_rfc_table[] = {
    {"RFC 7208 section 9.2, the first",
     " myhost.example.org; spf=pass\n  smtp.mailfrom=example.net",
     "<myhost.example.org>; spf=pass smtp.mailfrom=<example.net>"},
    {"RFC 7208 section 9.2, the second",
     " myhost.example.org; spf=pass\n  reason=\"client-ip=192.0.2.1; smtp.helo=foo.example.com\"\n"
     "  smtp.mailfrom=user@example.net",
     "<myhost.example.org>; spf=pass reason=<client-ip=192.0.2.1; smtp.helo=foo.example.com> "
     "smtp.mailfrom=<user@example.net>"},
    {"RFC 8617 appendix B",
     " clochette.example.org; spf=fail\n    smtp.from=jqd@d1.example; dkim=fail (512-bit key)\n"
     "    header.i=@d1.example; dmarc=fail; arc=pass (as.2.gmail.example=pass,\n"
     "    ams.2.gmail.example=pass, as.1.lists.example.org=pass,\n"
     "    ams.1.lists.example.org=fail (message has been altered))",
     "<clochette.example.org>; spf=fail smtp.from=<jqd@d1.example>; "
     "dkim=fail header.i=<@d1.example>; dmarc=fail; arc=pass"},
};

constexpr bool examples_of_other_rfcs() { return check_proper(other_rfc_table); }
CASE("authentication_results: the examples of other RFCs", examples_of_other_rfcs)

constexpr value_row cfws_table[] = {
    {"folding anywhere",
     "a\n .example\n ;\n spf\n =\n pass\n smtp\n .\n mailfrom\n =\n b.example\n ",
     "!authres_authserv_id_missing; spf=pass smtp.mailfrom=<b.example>"},
    {"no space anywhere", "a;spf=pass(x)smtp.mailfrom=b.c(y)smtp.helo=d;dkim/1=none(z)",
     "<a>; spf=pass smtp.mailfrom=<b.c> smtp.helo=<d>; dkim=none"},
};

constexpr bool white_space_where_it_may_be() { return check(cfws_table); }
CASE("authentication_results: white space anywhere, and nowhere", white_space_where_it_may_be)

// The forms are those of real fields, the names are not.
constexpr value_row provider_table[] = {
    {"Google",
     " mx.google.com;\n       dkim=pass header.i=@a.example header.s=s1 header.b=ab/cd+e=;\n"
     "       spf=pass (google.com: domain of a+b=c@d.example designates 192.0.2.1 as permitted"
     " sender) smtp.mailfrom=\"a+b=c@d.example\";\n"
     "       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=a.example",
     "<mx.google.com>; dkim=pass header.i=<@a.example> header.s=<s1> header.b=<ab/cd+e=>; "
     "spf=pass smtp.mailfrom=<a+b=c@d.example>; dmarc=pass header.from=<a.example>"},
    {"Google, a bounce",
     "mx.google.com; spf=pass (google.com: a.example designates 192.0.2.1) smtp.mail=",
     "<mx.google.com>; spf=pass smtp.mail=<>"},
    {"Google, an address with much in it",
     "mx.google.com; spf=neutral smtp.mail=a-return-1-x.y=z.com@b.example",
     "<mx.google.com>; spf=neutral smtp.mail=<a-return-1-x.y=z.com@b.example>"},
    {"Microsoft, without an authserv-id",
     " spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=a.example; dkim=pass (signature was"
     " verified)\n header.d=a.example;dmarc=pass action=none\n"
     " header.from=a.example;compauth=pass reason=100",
     "!authres_authserv_id_missing; spf=pass smtp.mailfrom=<a.example>; "
     "dkim=pass header.d=<a.example>; dmarc=pass action=<none> header.from=<a.example>; "
     "compauth=pass reason=<100>"},
    {"Microsoft, with the authserv-id again",
     " outlook.example; dkim=none (message not signed)\n header.d=none;outlook.example; dmarc=none"
     " action=none\n header.from=a.example;",
     "<outlook.example>; dkim=none header.d=<none>; !authres_result_malformed; "
     "dmarc=none action=<none> header.from=<a.example>"},
    {"Microsoft, with a version", "mx.microsoft.com 1; spf=pass; arc=none",
     "<mx.microsoft.com>; spf=pass; arc=none"},
    {"Yahoo, long ago",
     "mta1.yahoo.example  from=a.example; domainkeys=neutral (no sig);  from=a.example; dkim=pass"
     " (ok)",
     "<mta1.yahoo.example>; domainkeys=neutral; !authres_result_malformed; dkim=pass"},
    {"Fastmail",
     "mx6.fastmail.example;\n    x-ptr=pass x-ptr-helo=a.b x-ptr-lookup=;\n    x-return-mx=pass"
     " smtp_is_org_domain=yes;\n    x-tls=pass version=TLSv1.2 bits=128/128;\n"
     "    spf=pass smtp.mailfrom=\"\" smtp.helo=a.b",
     "<mx6.fastmail.example>; x-ptr=pass x-ptr-helo=<a.b> x-ptr-lookup=<>; "
     "x-return-mx=pass smtp_is_org_domain=<yes>; x-tls=pass version=<TLSv1.2> bits=<128/128>; "
     "spf=pass smtp.mailfrom=<> smtp.helo=<a.b>"},
    {"GMX", "gmx.example; dkim=pass header.i=@a.example",
     "<gmx.example>; dkim=pass header.i=<@a.example>"},
    {"rspamd",
     "a.example;\n\tiprev=pass (b.example) smtp.remote-ip=2001:db8:e0a:50e4::2;\n"
     "\tspf=none smtp.mailfrom=<>;\n\tdmarc=skipped",
     "<a.example>; iprev=pass smtp.remote-ip=<2001:db8:e0a:50e4::2>; spf=none smtp.mailfrom=<<>>; "
     "dmarc=skipped"},
    {"amavisd",
     "a.example (amavisd-new);\n\tdkim=fail (2048-bit key)\n reason=\"fail (message has"
     " been altered)\" header.d=b.example",
     "<a.example>; dkim=fail reason=<fail (message has been altered)> header.d=<b.example>"},
    {"OpenDKIM",
     "a.example;\n\tdkim=fail reason=\"signature verification failed\" (2048-bit key;"
     " unprotected) header.d=b.example header.b=\"Pr/TNnuH\";\n\tdkim-atps=neutral",
     "<a.example>; dkim=fail reason=<signature verification failed> header.d=<b.example> "
     "header.b=<Pr/TNnuH>; dkim-atps=neutral"},
    {"Zoho", "a.example;  dkim=pass  header.i=b.example;\n   dmarc=pass header.from=<c@b.example>",
     "<a.example>; dkim=pass header.i=<b.example>; dmarc=pass header.from=<<c@b.example>>"},
    {"nothing behind the authserv-id", "mail.a.example;", "<mail.a.example>"},
    {"none on a line of its own", "a.example;\n        none;", "<a.example>; none"},
};

constexpr bool fields_of_large_providers() { return check(provider_table); }
CASE("authentication_results: what large providers write", fields_of_large_providers)

constexpr value_row hostile_table[] = {
    {"nothing", "", "!authres_authserv_id_missing"},
    {"a semicolon", ";", "!authres_authserv_id_missing"},
    {"a result in a comment", "a (; dkim=pass); spf=fail (x; dkim=pass \\) ; dkim=pass)",
     "<a>; spf=fail"},
    {"in a nested comment", "a; spf=fail (x (y) ; dkim=pass); arc=none", "<a>; spf=fail; arc=none"},
    {"in a quoted-string", "a; spf=fail smtp.helo=\"; dkim=pass \\\"; dkim=pass\"",
     "<a>; spf=fail smtp.helo=<; dkim=pass \"; dkim=pass>"},
    {"in the authserv-id", "\"a; dkim=pass\"; spf=fail", "<a; dkim=pass>; spf=fail"},
    {"a comment that is not closed", "a; spf=fail smtp.helo=b(; dkim=pass",
     "<a>; spf=fail smtp.helo=<b>"},
    {"a quoted-string that is not closed", "a; spf=fail smtp.helo=\"b; dkim=pass header.d=c",
     "<a>; spf=fail !auth_not_closed"},
    {"a reason that is not closed", "a; spf=fail reason=\"b; dkim=pass",
     "<a>; spf=fail "
     "!auth_not_closed"},
    {"an authserv-id that is not closed", "\"a; dkim=pass", "!auth_not_closed"},
    {"a comment before everything", "(a; dkim=pass", "!auth_not_closed"},
    {"brackets hide nothing", "a; spf=fail smtp.helo=[b; dkim=pass",
     "<a>; spf=fail "
     "smtp.helo=<[b>; dkim=pass"},
    {"a backslash outside of quotes hides nothing", "a; spf=fail smtp.helo=\\; dkim=pass",
     "<a>; spf=fail smtp.helo=<\\>; dkim=pass"},
    {"method and result are no strings", "a; \"dkim\"=\"pass\"; dkim=\"pass\"",
     "<a>; !authres_result_malformed; !authres_result_malformed"},
    {"a result before the first semicolon is none", "a dkim=pass; spf=fail", "<a>; spf=fail"},
    {"no semicolon between results", "a; spf=fail dkim=pass header.d=b.c",
     "<a>; spf=fail dkim=<pass> header.d=<b.c>"},
    {"a bad result costs itself", "a; =; dkim; dkim=; dkim=pass@b; /1=pass; spf==fail; arc=pass",
     "<a>; !authres_result_malformed; !authres_result_malformed; !authres_result_malformed; "
     "!authres_result_malformed; !authres_result_malformed; !authres_result_malformed; arc=pass"},
    {"keywords", "a; -=pass; a-=pass; a_b=c-d; 1=2",
     "<a>; !authres_result_malformed; !authres_result_malformed; a_b=c-d; 1=2"},
    {"semicolons", "a;; spf=fail; (x);",
     "<a>; !authres_result_missing; spf=fail; "
     "!authres_result_missing"},
    {"none beside a result", "a; none; dkim=pass", "<a>; !authres_result_malformed; dkim=pass"},
    {"a result beside none", "a; dkim=pass; none", "<a>; dkim=pass; !authres_result_malformed"},
    {"none and more", "a; none dkim=pass", "<a>; !authres_result_malformed"},
    {"none with comments", "a; (b) NONE (c)", "<a>; none"},
    {"none in quotes", "a; \"none\"", "<a>; !authres_result_malformed"},
    {"none as an authserv-id", "none; spf=pass", "<none>; spf=pass"},
    {"version 2", "a 2; dkim=pass", "<a> version; !authres_version_unknown"},
    {"version 0", "a 0; none", "<a> version; !authres_version_unknown"},
    {"a version that nothing holds", "a 99999999999999999999; dkim=pass",
     "<a> version; !authres_version_unknown"},
    {"version 1 with zeros", "a (b) 01 (c); dkim=pass", "<a>; dkim=pass"},
    {"no version", "a 1.0; dkim=pass", "<a>; dkim=pass"},
    {"two versions", "a 1 1; dkim=pass", "<a>; dkim=pass"},
    {"versions of methods", "a; dkim/2=pass; dkim / (x) 2 (y) = pass; dkim/=pass; dkim/x=pass",
     "<a>; dkim/2=pass; dkim/2=pass; !authres_result_malformed; !authres_result_malformed"},
    {"an authserv-id that is an address", "a@b; spf=pass",
     "!authres_authserv_id_missing; spf=pass"},
    {"an authserv-id in two parts", "a .b; spf=pass", "!authres_authserv_id_missing; spf=pass"},
    {"an authserv-id with a control character", "a\x01; spf=pass",
     "!authres_authserv_id_missing; spf=pass"},
    {"an authserv-id that is a method", "spf; spf=pass", "<spf>; spf=pass"},
    {"an authserv-id before an equals sign", "a = = b; spf=pass",
     "!authres_authserv_id_missing; !authres_result_malformed; spf=pass"},
    {"no folding", "a;\nspf=pass", "<a>; !authres_result_malformed"},
};

constexpr bool hostile_fields() { return check(hostile_table); }
CASE("authentication_results: hostile and broken fields", hostile_fields)

struct place {
    std::optional<diagnostic_code> code;
    std::string_view where; // the octets, with LF
};

struct problem_row {
    std::string_view value;
    place problems[4];
};

using enum diagnostic_code;

constexpr problem_row problem_table[] = {
    {"a; none", {}},
    {" spf=pass", {{authres_authserv_id_missing, ""}}},
    {" ; spf=pass", {{authres_authserv_id_missing, " "}}},
    {"a@b; spf=pass", {{authres_authserv_id_missing, "a@b"}}},
    {"a (b) c d ; spf=pass", {{authres_text_after_id, "c d "}}},
    {"a 1 x; spf=pass", {{authres_text_after_id, "1 x"}}},
    {"a 2 ; =", {{authres_version_unknown, "2"}}},
    {"a", {{authres_result_missing, ""}}},
    {"a;", {{authres_result_missing, ";"}}},
    {"a; spf=pass;\n ", {{authres_result_missing, ";\n "}}},
    {"a; none ;", {{authres_result_missing, ";"}}},
    {"a; (x) ; spf=pass", {{authres_result_missing, " (x) "}}},
    {"a; b c ; spf=pass", {{authres_result_malformed, " b c "}}},
    {"a; spf=pass x (y) z.w=1\n ?=",
     {{authres_property_malformed, "x"}, {authres_property_malformed, "?="}}},
    {"a; spf=pass x.y=(z) b.c=d", {{authres_property_malformed, "x.y=(z) b.c=d"}}},
    {"a; spf=pass x = y", {{authres_property_without_ptype, "x = y"}}},
    {"a; spf=pass x. y=a/b c.d=",
     {{authres_value_unquoted, "x. y=a/b"}, {authres_value_unquoted, "c.d="}}},
    {"a; spf=pass reason=a/b", {{authres_value_unquoted, "a/b"}}},
    {"a; spf=pass (b", {{auth_not_closed, "(b"}}},
    {"a; spf=pass b.c=\"d\\\"", {{auth_not_closed, "\"d\\\""}}},
    {"\"a\n ;", {{authres_result_missing, ""}, {auth_not_closed, "\"a\n ;"}}},
    {"x@ (a",
     {{authres_authserv_id_missing, "x@ (a"},
      {authres_result_missing, ""},
      {auth_not_closed, "(a"}}},
};

constexpr bool problems_and_where_they_are() {
    for (auto const& row : problem_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const* wanted = row.problems;
            authentication_results{value}.diagnose([&](diagnostic const& problem) {
                REQUIRE_SAME(row.value, problem.code == wanted->code, true);
                auto const where = value.substr(problem.offset, problem.length);
                REQUIRE_SAME(row.value, test::same_but_for_cr(where, wanted->where), true);
                if (wanted->code) ++wanted;
            });
            REQUIRE_SAME(row.value, wanted->code.has_value(), false);
        });
    return true;
}
CASE("authentication_results: problems, and where they are", problems_and_where_they_are)

constexpr bool finding_results() {
    authentication_results const ar{
        "a; DKIM/2=pass header.d=x.y; dkim=fail (c) header.d=b.c; dkim=pass; spf"};
    REQUIRE_TRUE(ar.find("dkim")->result() == "fail");
    REQUIRE_TRUE(ar.find("DKIM")->find("Header", "D")->value().text() == "b.c");
    REQUIRE_TRUE(!ar.find("dkim")->find("header", "i") && !ar.find("spf") && !ar.find(""));
    REQUIRE_TRUE(ar.find("dkim")->comments().first()->text() == "c");
    REQUIRE_TRUE(!ar.empty() && authentication_results{"a; none"}.empty());
    REQUIRE_TRUE(authentication_results{}.empty());
    // From a field, and from a place in a value.
    authentication_results const of_field{foldwise::field{"X-Results: a; spf=pass\r\n"}};
    REQUIRE_TRUE(of_field.find("spf")->is("SPF") && of_field.raw() == " a; spf=pass");
    authentication_results const behind{"i=1; a; spf=x y", 4};
    REQUIRE_TRUE(*behind.authserv_id() == "a" && behind.raw() == " a; spf=x y");
    REQUIRE_TRUE(authentication_results("a; spf=x", 99).raw().empty());
    behind.diagnose([](diagnostic const& problem) {
        REQUIRE_TRUE(problem == diagnostic{authres_property_malformed, 14, 1});
    });
    return true;
}
CASE("authentication_results: the result of a method", finding_results)

TEST_CASE("authentication_results: any octets; elements in order, inside of the value") {
    test::for_each_string("a1; =.(\"\n", 6, [](std::string_view value) {
        authentication_results const ar{value};
        std::size_t end = 0;
        for (auto const r : ar) {
            auto const at = r ? foldwise::offset_of(value, r->raw()) : r.error().offset;
            auto const size = r ? r->raw().size() : r.error().length;
            REQUIRE_SAME(value, at >= end, true);
            end = at + size;
            REQUIRE_SAME(value, end <= value.size(), true);
            if (!r) continue;
            std::size_t last = at;
            for (auto const p : r->properties()) {
                auto const from = p ? foldwise::offset_of(value, p->raw()) : p.error().offset;
                auto const length = p ? p->raw().size() : p.error().length;
                REQUIRE_SAME(value, from >= last && length > 0 && from + length <= end, true);
                last = from + length;
            }
        }
        ar.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(value, problem.offset <= value.size(), true);
            REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
        });
        if (value.find('\n') != value.npos) {
            auto const crlf = test::with_crlf(value);
            REQUIRE_SAME(value,
                         std::string_view{said_by(authentication_results{std::string_view{crlf}})},
                         std::string_view{said_by(ar)});
        }
        return true;
    });
}

} // namespace
