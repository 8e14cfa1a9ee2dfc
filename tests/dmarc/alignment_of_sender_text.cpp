#include <foldwise/dmarc/alignment.hpp>

#include "../support.hpp"

// Results into which a server copied text of the sender, and results in the forms of servers that
// are in use. The author is ceo@bank.example; the sender has evil.example.

namespace {

using foldwise::alignment;
using foldwise::message;
using enum foldwise::alignment_finding;

constexpr std::string_view ids[] = {"mx.a.example", "mx.b.example"};

#define AR "Authentication-Results: mx.a.example; "

struct row {
    std::string_view what;
    std::string_view fields;
    std::string_view findings; // other than author_found and results_trusted
};

constexpr bool finds(row const& row) {
    test::text_buffer source;
    source.append(row.fields);
    source.append("\nFrom: ceo@bank.example\n\n");
    auto const check = [&row](std::string_view bytes) {
        test::text_buffer text;
        alignment const a{message{bytes}, {.authserv_ids = ids}};
        for (auto const step : a.steps()) {
            if (step.finding() == author_found || step.finding() == results_trusted) continue;
            text.append(std::string_view{text}.empty() ? "" : " ");
            text.append(name_of(step.finding()));
            bool const is_inside = step.place().empty() || bytes.find(step.place()) != bytes.npos;
            REQUIRE_SAME(row.what, is_inside, true);
        }
        REQUIRE_SAME(row.what, std::string_view{text}, row.findings);
        REQUIRE_SAME(row.what, a.is_aligned(),
                     row.findings.find("_alignment") != row.findings.npos);
    };
    check(source);
    if (!std::is_constant_evaluated()) check(test::with_crlf(source));
    return true;
}

/// Every row; at compile time, a few of them, since each takes many steps.
template <std::size_t Size>
constexpr bool finds_each(row const (&table)[Size]) {
    for (std::size_t i = 0; i < Size; i += std::is_constant_evaluated() ? 16u : 1u) finds(table[i]);
    return true;
}

constexpr row server_table[] = {
    {"OpenDKIM",
     AR "dkim=pass (2048-bit key; unprotected) header.d=bank.example\n header.i=@bank.example "
        "header.a=rsa-sha256 header.s=s1 header.b=\"Ab/c+d1=\";\n dkim-atps=neutral",
     "strict_alignment other_method"},
    {"OpenDMARC",
     AR "dmarc=pass (p=none dis=none) header.from=bank.example\n" AR
        "spf=pass smtp.mailfrom=bank.example",
     "other_method strict_alignment"},
    {"policyd-spf",
     AR "spf=pass (sender SPF authorized) smtp.mailfrom=bank.example\n (client-ip=192.0.2.1; "
        "helo=c.example; envelope-from=ceo@bank.example; receiver=foe@a.example)",
     "strict_alignment"},
    {"rspamd",
     AR "\n\tdkim=fail (\"body hash did not verify\") header.d=c.example header.s=s1 "
        "header.b=Ab/cd;\n\tspf=pass (mx.a.example: domain of \"ceo=x@bank.example\" designates "
        "2001:db8::1 as permitted sender) smtp.mailfrom=\"ceo=x@bank.example\";\n\tdmarc=pass "
        "(policy=none) header.from=bank.example;\n\tarc=pass (\"c.example:s=x:i=1\")",
     "not_passed strict_alignment other_method other_method"},
    {"Google",
     AR
     "\n       dkim=pass header.i=@bank.example header.s=s1 header.b=\"Ab/cd\";\n       spf=pass "
     "(google.com: domain of ceo@bank.example designates 192.0.2.1 as permitted sender) "
     "smtp.mailfrom=ceo@bank.example;\n       dmarc=pass (p=NONE sp=NONE dis=NONE) "
     "header.from=bank.example",
     "identifier_missing strict_alignment other_method"},
    {"Yahoo",
     AR "\n dkim=pass header.i=@bank.example header.s=s1;\n spf=pass smtp.mailfrom=bank.example;\n "
        "dmarc=pass(p=NONE,sp=QUARANTINE) header.from=bank.example;",
     "identifier_missing strict_alignment other_method"},
    {"Zoho",
     AR
     "\n\tdkim=pass  header.i=bank.example header.d=bank.example;\n\tspf=pass (a.example: domain "
     "of _spf.c.example designates 192.0.2.1 as permitted sender)  "
     "smtp.mailfrom=ceo@bank.example;\n\tdmarc=pass(p=reject dis=none) "
     "header.from=<ceo@bank.example> header.from=<ceo@bank.example>",
     "strict_alignment strict_alignment other_method"},
    {"Exim",
     AR "\n\tiprev=pass (c.example) smtp.remote-ip=2001:db8::1;\n\tspf=pass "
        "smtp.mailfrom=bank.example;\n\tdkim=pass header.d=bank.example header.s=s1 "
        "header.a=rsa-sha256;\n\tdmarc=pass header.from=bank.example;\n\tarc=none",
     "other_method strict_alignment strict_alignment other_method other_method"},
    {"IronPort",
     AR
     "spf=None smtp.pra=ceo@bank.example;\n spf=Pass smtp.mailfrom=ceo@bank.example;\n spf=None "
     "smtp.helo=postmaster@c.example;\n dkim=pass (signature verified) header.i=@bank.example;\n "
     "dmarc=pass (p=none dis=none) d=bank.example",
     "not_passed strict_alignment not_passed identifier_missing other_method"},
    {"Microsoft, in ARC",
     "Authentication-Results: mx.a.example 1; spf=pass (sender ip is\n 192.0.2.1) "
     "smtp.rcpttodomain=c.example smtp.mailfrom=bank.example;\n dmarc=pass (p=reject sp=reject "
     "pct=100) action=none header.from=bank.example;\n dkim=pass (signature was verified) "
     "header.d=bank.example; arc=none",
     "strict_alignment other_method strict_alignment other_method"},
    {"Fastmail",
     AR
     "\n    dkim=none (no signatures found);\n    dmarc=pass policy.published-domain-policy=none\n"
     "      (p=none,d=none,d.eval=none) policy.policy-from=p\n      header.from=bank.example;\n"
     "    iprev=pass smtp.remote-ip=192.0.2.1 (c.example);\n    spf=pass smtp.mailfrom=\"\" "
     "smtp.helo=bank.example",
     "not_passed other_method other_method strict_alignment"},
    {"Proton",
     AR "dkim=pass (Good 2048 bit rsa-sha256 signature) header.d=bank.example\n "
        "header.a=rsa-sha256\n" AR "arc=none smtp.remote-ip=192.0.2.1\n" AR
        "spf=pass smtp.mailfrom=bank.example\n" AR
        "dmarc=pass (p=reject dis=none) header.from=bank.example",
     "strict_alignment other_method strict_alignment other_method"},
};
constexpr bool of_servers() { return finds_each(server_table); }
CASE("alignment: results in the forms of servers", of_servers)

constexpr row sender_table[] = {
    {"header.i, decoded",
     AR "dkim=pass (2048-bit key) header.d=evil.example header.i=a;dkim=pass header.d=bank.example "
        "header.x=z@evil.example header.b=abc",
     "results_with_odd_semicolon"},
    {"header.i with a space after the semicolon",
     AR "dkim=pass header.d=evil.example header.i=a; dkim=pass header.d=bank.example "
        "header.x=z@evil.example header.b=abc",
     "signer_outside_domain property_misplaced"},
    {"header.i before header.s",
     AR "dkim=pass header.i=@bank.example header.d=bank.example header.s=z@evil.example header.s=x",
     "property_misplaced"},
    {"header.i twice",
     AR "dkim=pass header.i=@bank.example header.d=bank.example header.i=z@evil.example",
     "property_repeated"},
    {"header.i of another domain", AR "dkim=pass header.d=bank.example header.i=z@evil.example",
     "signer_outside_domain"},
    {"header.i without a domain", AR "dkim=pass header.d=bank.example header.i=none",
     "signer_outside_domain"},
    {"the name in HELO", AR "spf=none smtp.helo=x;dkim=pass(a)header.d=bank.example",
     "results_with_odd_semicolon"},
    {"the name in HELO makes a failure a pass",
     AR "spf=fail smtp.helo=x;spf=pass smtp.mailfrom=ceo@bank.example",
     "results_with_odd_semicolon"},
    {"the name in HELO, then an empty element", AR "spf=fail smtp.helo=x;; spf=none",
     "not_passed not_passed"},
    {"the name in HELO opens a comment",
     AR "spf=pass smtp.mailfrom=bank.example smtp.helo=x( smtp.x=evil.example )",
     "results_with_odd_comment"},
    {"the name in HELO opens a comment after a space",
     AR "spf=pass smtp.mailfrom=bank.example smtp.helo=x ( smtp.mailfrom=evil.example )",
     "results_with_odd_comment"},
    {"the name in HELO opens quotes",
     AR "spf=pass smtp.mailfrom=bank.example smtp.helo=\"x smtp.mailfrom=\"@evil.example",
     "results_with_odd_quotes"},
    {"the name in HELO opens quotes in a word",
     AR
     "x=fail smtp.helo=x\" smtp.x=\" ; dkim=pass header.d=bank.example; x=y z=\\\" \"@evil.example",
     "results_with_odd_quotes"},
    {"a comment with the address in MAIL FROM",
     AR "spf=pass (sender SPF authorized) smtp.mailfrom=evil.example (client-ip=192.0.2.1; helo=h; "
        "envelope-from=\"a) ;dkim=pass header.d=bank.example (b\"@evil.example; receiver=r)",
     "results_with_odd_comment"},
    {"the same, with a space",
     AR "spf=pass (sender SPF authorized) smtp.mailfrom=evil.example (client-ip=192.0.2.1; helo=h; "
        "envelope-from=\"a) ; dkim=pass header.d=bank.example (b\"@evil.example; receiver=r)",
     "results_with_odd_comment"},
    {"the same, without quotes",
     AR "spf=pass (sender SPF authorized) smtp.mailfrom=evil.example (client-ip=192.0.2.1; helo=h; "
        "envelope-from=a) ; dkim=pass header.d=bank.example (b@evil.example; receiver=r)",
     "organizational_domain_unknown comment_misplaced"},
    {"the same, with a quote as the name in HELO",
     AR "spf=pass smtp.mailfrom=evil.example (helo=\"; envelope-from=\"a) ; dkim=pass "
        "header.d=bank.example (b \"@evil.example; receiver=\" )",
     "results_with_odd_comment"},
    {"a comment with the address before the property",
     AR "spf=pass (mx.a.example: domain of \"a)smtp.mailfrom=bank.example;spf=fail(\"@evil.example "
        "designates 192.0.2.1 as permitted sender) smtp.mailfrom=evil.example",
     "results_with_odd_comment"},
    {"the same, with spaces and without quotes",
     AR "spf=pass (mx.a.example: domain of a) smtp.mailfrom=bank.example; spf=fail (@evil.example "
        "designates 192.0.2.1 as permitted sender) smtp.mailfrom=evil.example",
     "results_for_two_senders"},
    {"the same, with a result of another method",
     AR "spf=pass (mx.a.example: domain of a) smtp.mailfrom=bank.example; x=y (@evil.example "
        "designates 192.0.2.1 as permitted sender) smtp.mailfrom=evil.example",
     "results_for_two_senders"},
    {"a comment between two results", AR "spf=fail (a\\) ; dkim=fail b) header.d=bank.example",
     "results_with_odd_comment"},
    {"smtp.mailfrom without quotes",
     AR "spf=pass smtp.mailfrom=a@bank.example smtp.rcptto=b@evil.example", "property_misplaced"},
    {"smtp.mailfrom and smtp.helo",
     AR "spf=pass smtp.mailfrom=a@bank.example smtp.helo=b@evil.example", "property_misplaced"},
    {"smtp.mailfrom and smtp.mail",
     AR "spf=pass smtp.mailfrom=a@bank.example smtp.mail=b@evil.example",
     "results_for_two_senders"},
    {"smtp.mailfrom and a property of another type",
     AR "spf=pass smtp.mailfrom=a@bank.example header.from=evil.example", "property_misplaced"},
    {"smtp.mailfrom and another method",
     AR "spf=pass smtp.mailfrom=a@bank.example;x=y z.z=b@evil.example",
     "results_with_odd_semicolon"},
    {"smtp.mailfrom in two results",
     AR "spf=pass smtp.mailfrom=a@bank.example; auth=pass smtp.mailfrom=b@evil.example",
     "results_for_two_senders"},
    {"one signature that passed and failed",
     AR "dkim=fail header.d=bank.example header.b=AbCdEfGh; "
        "dkim=pass header.d=bank.example header.b=AbCdEfGh",
     "results_for_one_signature"},
    {"a selector",
     AR "dkim=pass header.d=evil.example header.s=s;dkim=pass(x)header.d=bank.example",
     "results_with_odd_semicolon"},
    {"an account", AR "auth=pass smtp.auth=u;dkim=pass(x)header.d=bank.example",
     "results_with_odd_semicolon"},
    {"a reason", AR "dkim=pass reason=\"x\"header.d=bank.example", "results_with_odd_quotes"},
};
constexpr bool of_senders() { return finds_each(sender_table); }
CASE("alignment: text of the sender in the results", of_senders)

#define OK "dkim=pass header.d=bank.example"

constexpr row dmarc_table[] = {
    {"a failure", AR OK "; dmarc=fail header.from=bank.example",
     "contradicted_by_dmarc dmarc_failed"},
    {"a failure before", AR "dmarc=FAIL; " OK, "dmarc_failed contradicted_by_dmarc"},
    {"a failure in a field above", AR "dmarc=fail\n" AR OK, "dmarc_failed contradicted_by_dmarc"},
    {"a failure in a field below", AR OK "\n" AR "dmarc=fail",
     "contradicted_by_dmarc dmarc_failed"},
    {"a pass above the failure", AR "dmarc=pass\n" AR OK "; dmarc=fail",
     "other_method contradicted_by_dmarc dmarc_failed"},
    {"a failure of another trusted server",
     AR OK "\nAuthentication-Results: mx.b.example; dmarc=fail",
     "contradicted_by_dmarc dmarc_failed"},
    {"a failure of a server that is not trusted",
     AR OK "\nAuthentication-Results: mx.c.example; dmarc=fail",
     "strict_alignment results_by_others"},
    {"a failure in a doubtful field", AR OK "\n" AR "dmarc=fail; x",
     "contradicted_by_dmarc results_doubtful"},
    {"another domain does not align anyway", AR "dkim=pass header.d=evil.example; dmarc=fail",
     "organizational_domain_unknown dmarc_failed"},
    {"no result", AR OK "; dmarc=none; dmarc=temperror; dmarc=bestguesspass",
     "strict_alignment other_method other_method other_method"},
    {"another author", AR OK "; dmarc=pass header.from=evil.example",
     "contradicted_by_dmarc dmarc_of_another_author"},
    {"another author, no policy", AR OK "; dmarc=none header.from=evil.example",
     "contradicted_by_dmarc dmarc_of_another_author"},
    {"a subdomain of the author", AR OK "; dmarc=pass header.from=x.bank.example",
     "contradicted_by_dmarc dmarc_of_another_author"},
    {"two authors", AR OK "; dmarc=pass header.from=bank.example header.from=evil.example",
     "contradicted_by_dmarc dmarc_of_another_author"},
    {"an author that cannot be read", AR OK "; dmarc=pass header.from=*",
     "contradicted_by_dmarc dmarc_of_another_author"},
    {"the author in other case", AR OK "; dmarc=pass header.from=Bank.Example",
     "strict_alignment other_method"},
};
constexpr bool of_dmarc() { return finds_each(dmarc_table); }
CASE("alignment: results of DMARC that contradict it", of_dmarc)

constexpr bool below_the_boundary() {
    std::string_view const source = "Authentication-Results: mx.a.example; dkim=pass "
                                    "header.d=bank.example\n"
                                    "Received: by evil.example; 1 Jan 2024 00:00:00 +0000\n"
                                    "Authentication-Results: mx.a.example; dmarc=fail\n"
                                    "From: ceo@bank.example\n\n";
    message const m{source};
    REQUIRE_TRUE(!alignment(m, {.authserv_ids = ids}).is_aligned());
    REQUIRE_TRUE(alignment(m, {.authserv_ids = ids, .own_hosts = ids}).is_aligned());
    std::string_view const above = "Authentication-Results: mx.a.example; dmarc=fail\n"
                                   "Received: by mx.a.example; 1 Jan 2024 00:00:00 +0000\n"
                                   "Authentication-Results: mx.a.example; dkim=pass "
                                   "header.d=bank.example\n"
                                   "From: ceo@bank.example\n\n";
    REQUIRE_TRUE(!alignment(message{above}, {.authserv_ids = ids, .own_hosts = ids}).is_aligned());
    return true;
}
CASE("alignment: results of DMARC below the boundary do not matter", below_the_boundary)

} // namespace
