// Authentication-Results as the RFCs and large providers write them.

#include <foldwise/auth/authentication_results.hpp>

#include "../results_table.hpp"
#include "../support.hpp"

namespace {

using foldwise::authentication_results;
using foldwise::diagnostic;
using test::results_row;

constexpr results_row rfc_table[] = {
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
constexpr bool check_proper(results_row const (&table)[N]) {
    for (auto const& row : table)
        authentication_results{row.value}.diagnose([&row](diagnostic const& problem) {
            REQUIRE_SAME(row.from, problem.name(), std::string_view{});
        });
    return test::check_results(table);
}

constexpr bool examples_of_the_rfc() { return check_proper(rfc_table); }
CASE("authentication_results: the examples of RFC 8601", examples_of_the_rfc)

constexpr results_row other_rfc_table[] = {
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

constexpr results_row cfws_table[] = {
    {"folding anywhere",
     "a\n .example\n ;\n spf\n =\n pass\n smtp\n .\n mailfrom\n =\n b.example\n ",
     "!authres_authserv_id_missing; spf=pass smtp.mailfrom=<b.example>"},
    {"no space anywhere", "a;spf=pass(x)smtp.mailfrom=b.c(y)smtp.helo=d;dkim/1=none(z)",
     "<a>; spf=pass smtp.mailfrom=<b.c> smtp.helo=<d>; dkim=none"},
};

constexpr bool white_space_where_it_may_be() { return test::check_results(cfws_table); }
CASE("authentication_results: white space everywhere, and nowhere", white_space_where_it_may_be)

// Real fields with other names.
constexpr results_row provider_table[] = {
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
    {"nothing after the authserv-id", "mail.a.example;", "<mail.a.example>"},
    {"none on a line of its own", "a.example;\n        none;", "<a.example>; none"},
};

constexpr bool fields_of_large_providers() { return test::check_results(provider_table); }
CASE("authentication_results: fields that large providers write", fields_of_large_providers)

} // namespace
