#include <foldwise/dmarc/alignment.hpp>

#include "../support.hpp"

#include <ranges>

namespace {

using foldwise::alignment;
using foldwise::alignment_options;
using foldwise::dmarc_alignment_mode;
using foldwise::domain_name;
using foldwise::message;
using foldwise::optional;
using foldwise::organizational_domain_by;
using enum foldwise::alignment_finding;
using std::literals::string_view_literals::operator""sv;

static_assert(std::is_trivially_copyable_v<alignment>);
static_assert(sizeof(alignment) < 4096);
static_assert(noexcept(alignment{message{}, alignment_options{}}));
static_assert(std::ranges::forward_range<alignment::step_range>);
static_assert(std::ranges::view<alignment::step_range>);
static_assert(std::ranges::borrowed_range<alignment::step_range>);

/// As if "example", "net" and "co.example" were the public suffixes.
constexpr auto registered = [](std::string_view domain) -> optional<std::string_view> {
    if (domain == "co.example") return std::nullopt;
    auto at = domain.rfind('.');
    if (domain.ends_with(".co.example")) at = domain.size() - 11;
    if (at == domain.npos || at == 0) return std::nullopt;
    auto const before = domain.rfind('.', at - 1);
    return before == domain.npos ? domain : domain.substr(before + 1);
};
constexpr organizational_domain_by finder{registered};

constexpr std::string_view ids[] = {"mx.sample.net", "", "other.example"};
constexpr std::string_view hosts[] = {"mx.sample.net", "inner.sample.net"};

constexpr alignment_options trusting{.authserv_ids = ids, .organizational_domain = &finder};

struct row {
    std::string_view what;
    std::string_view results; // fields, without the From field
    std::string_view findings;
    std::string_view from = "From: a@b.example\n";
};

constexpr test::text_buffer findings_of(alignment const& a) {
    test::text_buffer text;
    for (auto const step : a.steps()) {
        if (step.finding() == author_found || step.finding() == results_trusted) continue;
        if (!std::string_view{text}.empty()) text.append(' ');
        text.append(name_of(step.finding()));
    }
    return text;
}

/// Findings other than author_found and results_trusted, in order.
constexpr bool finds(row const& row, alignment_options const& options) {
    test::text_buffer source;
    source.append(row.results);
    source.append(row.from);
    source.append("To: x@y.example\n\nFrom: x@y.example\n");
    auto const check = [&](std::string_view bytes) {
        alignment const a{message{bytes}, options};
        REQUIRE_SAME(row.what, std::string_view{findings_of(a)}, row.findings);
        bool const aligns = row.findings.find("_alignment") != row.findings.npos;
        REQUIRE_SAME(row.what, a.is_aligned(), aligns);
        REQUIRE_SAME(row.what, a.aligned_step().has_value(), aligns);
    };
    check(source);
    if (!std::is_constant_evaluated()) check(test::with_crlf(source));
    return true;
}

/// Every row; at compile time, a few of them, since each takes many steps.
template <std::size_t Size>
constexpr bool find_all(row const (&table)[Size], alignment_options const& options = trusting) {
    for (std::size_t i = 0; i < Size; i += std::is_constant_evaluated() ? 16u : 1u)
        finds(table[i], options);
    return true;
}

#define AR "Authentication-Results: mx.sample.net; "

constexpr row dkim_table[] = {
    {"identical", AR "dkim=pass header.d=b.example\n", "strict_alignment"},
    {"case", AR "DKIM=Pass Header.D=B.Example\n", "strict_alignment"},
    {"a subdomain", AR "dkim=pass header.d=x.b.example\n", "relaxed_alignment"},
    {"a quoted domain", AR "dkim=pass header.d=\"b.example\"\n", "strict_alignment"},
    {"comments", AR "(x) dkim (y) = (z) pass (a) header (b) . (c) d (d) = (e) b.example\n",
     "strict_alignment"},
    {"folded", "Authentication-Results:\n mx.sample.net;\n dkim=pass\n header.d=b.example\n",
     "strict_alignment"},
    {"version 1", "Authentication-Results: mx.sample.net 1; dkim/1=pass header.d=b.example\n",
     "strict_alignment"},
    {"a reason", AR "dkim=pass reason=\"d=c.example (x)\" header.d=b.example\n",
     "strict_alignment"},
    {"a reason with a property", AR "dkim=pass reason=\"header.d=c.example\" header.d=b.example\n",
     "results_with_odd_quotes"},
    {"another domain", AR "dkim=pass header.d=c.example\n", "domains_differ"},
    {"a parent that is a suffix", AR "dkim=pass header.d=example\n",
     "organizational_domain_unknown"},
    {"the end of a label", AR "dkim=pass header.d=xb.example\n", "domains_differ"},
    {"the author domain as a subdomain", AR "dkim=pass header.d=b.example.c.net\n",
     "domains_differ"},
    {"any of several",
     AR "dkim=fail header.d=b.example; dkim=pass header.d=c.example;\n dkim=pass "
        "header.d=b.example\n",
     "not_passed domains_differ strict_alignment"},
    {"header.i is not the signing domain", AR "dkim=pass header.i=@b.example\n",
     "identifier_missing"},
    {"header.i of the author", AR "dkim=pass header.d=c.example header.i=@b.example\n",
     "signer_outside_domain"},
    {"policy", AR "dkim=pass policy.d=b.example\n", "identifier_missing"},
    {"other types", AR "dkim=pass body.d=b.example smtp.d=b.example header.b=b.example\n",
     "identifier_missing"},
    {"twice", AR "dkim=pass header.d=b.example header.d=b.example\n", "identifier_repeated"},
    {"two domains", AR "dkim=pass header.d=c.example header.d=b.example\n", "identifier_repeated"},
    {"an address", AR "dkim=pass header.d=a@b.example\n", "identifier_malformed"},
    {"an address without local part", AR "dkim=pass header.d=@b.example\n", "identifier_malformed"},
    {"a dot at the end", AR "dkim=pass header.d=b.example.\n", "identifier_malformed"},
    {"a dot at the start", AR "dkim=pass header.d=.b.example\n", "identifier_malformed"},
    {"an empty label", AR "dkim=pass header.d=x..b.example\n", "identifier_malformed"},
    {"quoted dots", AR "dkim=pass header.d=\"b\\.example\"\n", "identifier_malformed"},
    {"quoted white space", AR "dkim=pass header.d=\" b.example\"\n", "identifier_malformed"},
    {"a folded quoted domain", AR "dkim=pass header.d=\"b.\n example\"\n", "identifier_malformed"},
    {"an encoded word", AR "dkim=pass header.d=\"=?utf-8?q?b=2Eexample?=\"\n",
     "identifier_malformed"},
    {"empty quotes", AR "dkim=pass header.d=\"\"\n", "identifier_malformed"},
    {"empty", AR "dkim=pass header.d=\n", "result_doubtful"},
    {"in a comment", AR "dkim=pass (header.d=b.example)\n", "results_with_odd_comment"},
    {"in a quoted-string", AR "dkim=pass header.s=\"x header.d=b.example\"\n",
     "results_with_odd_quotes"},
    {"a comment in the domain", AR "dkim=pass header.d=c.example(.b.example)\n",
     "results_with_odd_comment"},
    {"a domain in two parts", AR "dkim=pass header.d=c .b.example\n", "results_doubtful"},
    {"a domain without type", AR "dkim=pass d=b.example header.d=b.example\n", "result_doubtful"},
    {"other text", AR "dkim=pass header.d=b.example x\n", "results_doubtful"},
    {"other text in another result", AR "dkim=pass header.d=b.example; spf=fail x\n",
     "results_doubtful"},
    {"a value that needs quotes in another result",
     AR "dkim=pass header.d=b.example; x=fail y.z=a/b w=v\n", "strict_alignment other_method"},
    {"a value that needs quotes", AR "dkim=pass header.b=a/b header.d=b.example\n",
     "result_doubtful"},
    {"two results", AR "dkim=fail dkim=pass header.d=b.example\n", "not_passed"},
    {"results other than pass",
     AR "dkim=passed header.d=b.example; dkim=fail header.d=b.example; dkim=none;\n "
        "dkim=neutral header.d=b.example; dkim=policy header.d=b.example\n",
     "not_passed not_passed not_passed not_passed not_passed"},
    {"pass in a comment", AR "dkim=fail (pass) header.d=b.example\n", "not_passed"},
    {"an unknown version", AR "dkim/2=pass header.d=b.example\n", "method_version_unknown"},
    {"other methods",
     AR "dmarc=pass header.from=b.example; arc=pass header.d=b.example;\n "
        "dkim-adsp=pass header.d=b.example; xdkim=pass header.d=b.example; auth=pass "
        "smtp.auth=a@b.example; iprev=pass policy.iprev=192.0.2.1\n",
     "other_method other_method other_method other_method other_method other_method"},
    {"none", AR "none\n", ""},
    {"nothing between semicolons", AR "; dkim=pass header.d=b.example;\n", "strict_alignment"},
};
constexpr bool of_dkim() { return find_all(dkim_table); }
CASE("alignment: results of DKIM", of_dkim)

constexpr row spf_table[] = {
    {"a domain", AR "spf=pass smtp.mailfrom=b.example\n", "strict_alignment"},
    {"an address", AR "spf=pass smtp.mailfrom=x@b.example\n", "strict_alignment"},
    {"a subdomain", AR "spf=pass smtp.mailfrom=x@y.B.Example\n", "relaxed_alignment"},
    {"an address without local part", AR "spf=pass smtp.mailfrom=@b.example\n", "strict_alignment"},
    {"a quoted local part", AR "spf=pass smtp.mailfrom=\"x y\"@b.example\n", "strict_alignment"},
    {"quoted", AR "spf=pass smtp.mailfrom=\"x@b.example\"\n", "strict_alignment"},
    {"an address in the local part", AR "spf=pass smtp.mailfrom=\"x@b.example\"@c.example\n",
     "identifier_malformed"},
    {"another address in the local part", AR "spf=pass smtp.mailfrom=\"x@c.example\"@b.example\n",
     "identifier_malformed"},
    {"a result in the local part",
     AR "spf=pass smtp.mailfrom=\"; spf=pass smtp.mailfrom=b.example; x\"@c.example\n",
     "results_with_odd_quotes"},
    {"quotes in the local part",
     AR "spf=pass smtp.mailfrom=\"\\\"x@b.example\\\"; spf=pass "
        "smtp.mailfrom=b.example\"@c.example\n",
     "results_with_odd_quotes"},
    {"a result after a parenthesis in a comment with the local part",
     AR "spf=pass (domain of \"a)b;dkim=pass header.d=b.example (c\"@c.example)\n"
        " smtp.mailfrom=c.example\n",
     "results_doubtful"},
    {"two at signs", AR "spf=pass smtp.mailfrom=x@c.example@b.example\n", "result_doubtful"},
    {"two at signs in quotes", AR "spf=pass smtp.mailfrom=\"x@c.example@b.example\"\n",
     "identifier_malformed"},
    {"brackets", AR "spf=pass smtp.mailfrom=\"<x@b.example>\"\n", "identifier_malformed"},
    {"a comment", AR "spf=pass smtp.mailfrom=x(y)@b.example\n", "results_doubtful"},
    {"a quoted-string in quotes", AR "spf=pass smtp.mailfrom=\"\\\"x\\\"@b.example\"\n",
     "identifier_malformed"},
    {"an IP address", AR "spf=pass smtp.mailfrom=\"x@[192.0.2.1]\"\n", "identifier_malformed"},
    {"an IP address without brackets", AR "spf=pass smtp.mailfrom=192.0.2.1\n",
     "identifier_malformed"},
    {"HELO", AR "spf=pass smtp.helo=b.example\n", "spf_for_helo"},
    {"HELO and another MAIL FROM", AR "spf=pass smtp.mailfrom=c.example smtp.helo=b.example\n",
     "domains_differ"},
    {"a null MAIL FROM", AR "spf=pass smtp.mailfrom=\"\" smtp.helo=b.example\n",
     "strict_alignment"},
    {"a null MAIL FROM after HELO", AR "spf=pass smtp.helo=b.example smtp.mailfrom=\"<>\"\n",
     "strict_alignment"},
    {"a null MAIL FROM without quotes", AR "spf=pass smtp.mailfrom=<> smtp.helo=b.example\n",
     "result_doubtful"},
    {"an empty MAIL FROM", AR "spf=pass smtp.mailfrom= smtp.helo=b.example\n", "results_doubtful"},
    {"a null MAIL FROM only", AR "spf=pass smtp.mailfrom=\"\"\n", "identifier_missing"},
    {"a null MAIL FROM and two HELO",
     AR "spf=pass smtp.mailfrom=\"\" smtp.helo=b.example smtp.helo=b.example\n",
     "identifier_repeated"},
    {"a null MAIL FROM and an address",
     AR "spf=pass smtp.mailfrom=\"\" smtp.helo=b.example smtp.mailfrom=c.example\n",
     "results_for_two_senders"},
    {"the same MAIL FROM twice", AR "spf=pass smtp.mailfrom=b.example smtp.mailfrom=x@b.example\n",
     "identifier_repeated"},
    {"HELO with an address", AR "spf=pass smtp.mailfrom=\"\" smtp.helo=x@b.example\n",
     "identifier_malformed"},
    {"HELO with an IP address", AR "spf=pass smtp.mailfrom=\"\" smtp.helo=\"[192.0.2.1]\"\n",
     "identifier_malformed"},
    {"other properties",
     AR "spf=pass smtp.mail=b.example smtp.rcptto=b.example policy.mailfrom="
        "b.example header.from=b.example\n",
     "identifier_missing"},
    {"other results",
     AR "spf=fail smtp.mailfrom=b.example; spf=softfail smtp.mailfrom=b.example;\n "
        "spf=policy smtp.mailfrom=b.example; spf=hardpass smtp.mailfrom=b.example\n",
     "not_passed not_passed not_passed not_passed"},
    {"the RFC's example of a null path in Received-SPF only", "Received-SPF: pass\n", ""},
};
constexpr bool of_spf() { return find_all(spf_table); }
CASE("alignment: results of SPF", of_spf)

#define OK "dkim=pass header.d=b.example\n"

constexpr row trust_table[] = {
    {"another server", "Authentication-Results: evil.example; " OK, "results_by_others"},
    {"the second trusted one", "Authentication-Results: OTHER.example; " OK, "strict_alignment"},
    {"case", "AUTHENTICATION-RESULTS: Mx.Sample.Net; " OK, "strict_alignment"},
    {"a quoted authserv-id", "Authentication-Results: \"mx.sample.net\"; " OK,
     "results_by_unusual_name"},
    {"a quoted authserv-id with a backslash", "Authentication-Results: \"mx.sample\\.net\"; " OK,
     "results_by_unusual_name"},
    {"a comment before the authserv-id", "Authentication-Results: (x) mx.sample.net; " OK,
     "results_by_unusual_name"},
    {"a comment after it", "Authentication-Results: mx.sample.net (x); " OK, "strict_alignment"},
    {"a comment at its end", "Authentication-Results: mx.sample.net(x); " OK,
     "results_with_odd_comment"},
    {"a fold before it", "Authentication-Results:\n mx.sample.net; " OK, "strict_alignment"},
    {"no authserv-id", "Authentication-Results: " OK, "results_by_nobody"},
    {"an empty one", "Authentication-Results: ; " OK, "results_by_nobody"},
    {"an empty quoted one", "Authentication-Results: \"\"; " OK, "results_by_others"},
    {"a comment in its place", "Authentication-Results: (mx.sample.net); " OK, "results_by_nobody"},
    {"in a comment", "Authentication-Results: (mx.sample.net;) evil.example; " OK,
     "results_by_others"},
    {"longer", "Authentication-Results: mx.sample.net.evil.example; " OK, "results_by_others"},
    {"a subdomain", "Authentication-Results: x.mx.sample.net; " OK, "results_by_others"},
    {"a dot at the end", "Authentication-Results: mx.sample.net.; " OK, "results_by_others"},
    {"two", "Authentication-Results: mx.sample.net evil.example; " OK, "results_doubtful"},
    {"two, the other way", "Authentication-Results: evil.example mx.sample.net; " OK,
     "results_by_others"},
    {"an address", "Authentication-Results: x@mx.sample.net; " OK, "results_by_nobody"},
    {"a white space in it", "Authentication-Results: mx.sample .net; " OK, "results_by_nobody"},
    {"NUL after it", "Authentication-Results: mx.sample.net\0; dkim=pass header.d=b.example\n"sv,
     "header_doubtful results_by_nobody"},
    {"NUL in a comment", AR "dkim=pass (\0) header.d=b.example\n"sv,
     "header_doubtful results_doubtful"},
    {"a blank line in a comment", AR "dkim=pass (\n \n) header.d=b.example\n"sv,
     "header_doubtful results_doubtful"},
    {"version 2", "Authentication-Results: mx.sample.net 2; " OK, "results_of_unknown_version"},
    {"version 0", "Authentication-Results: mx.sample.net 0; " OK, "results_of_unknown_version"},
    {"a huge version", "Authentication-Results: mx.sample.net 99999999999999999999; " OK,
     "results_of_unknown_version"},
    {"version 2 in a comment", "Authentication-Results: mx.sample.net (2); " OK,
     "strict_alignment"},
    {"version 1.0", "Authentication-Results: mx.sample.net 1.0; " OK, "results_doubtful"},
    {"two versions", "Authentication-Results: mx.sample.net 1 1; " OK, "results_doubtful"},
    {"a space before the colon", "Authentication-Results : mx.sample.net; " OK, "results_doubtful"},
    {"text that is no result", AR "x; " OK, "results_doubtful"},
    {"an element after an injected one",
     AR "spf=pass smtp.mailfrom=x;dkim=pass header.d=b.example;y@evil.example\n",
     "results_doubtful"},
    {"text after an injected result",
     AR "spf=fail smtp.mailfrom=x;dkim=pass header.d=b.example y@evil.example\n",
     "results_doubtful"},
    {"a comment that is not closed", AR "dkim=pass header.d=b.example (\n", "results_doubtful"},
    {"a comment that is not closed before", AR "(dkim=pass header.d=b.example\n",
     "results_doubtful"},
    {"a quote that is not closed", AR "dkim=pass header.d=b.example x.y=\"\n", "results_doubtful"},
    {"other fields",
     "X-Authentication-Results: mx.sample.net; " OK "ARC-Authentication-Results: i=1; "
     "mx.sample.net; " OK "Original-Authentication-Results: mx.sample.net; " OK
     "Authentication-Results-Original: mx.sample.net; " OK,
     ""},
    {"in another field", "Subject: x\n Authentication-Results: mx.sample.net; " OK, ""},
    {"in the body only", "\nAuthentication-Results: mx.sample.net; " OK, "from_missing"},
};
constexpr bool of_trusted_servers() { return find_all(trust_table); }
CASE("alignment: only results of trusted servers", of_trusted_servers)

constexpr row repeated_table[] = {
    {"two fields with different methods",
     AR "spf=fail smtp.mailfrom=b.example\n" AR "dkim=pass header.d=b.example\n",
     "not_passed strict_alignment"},
    {"a forged field below the real one",
     AR "dkim=fail header.d=b.example\n" AR "dkim=pass header.d=b.example\n",
     "not_passed result_superseded"},
    {"in other case",
     AR "dkim=none\nauthentication-RESULTS: MX.sample.NET; DKIM=PASS "
        "HEADER.D=B.EXAMPLE\n",
     "not_passed result_superseded"},
    {"in other words",
     AR "spf=none; dkim=none\nAuthentication-Results: (x) \"mx.sample.net\" 1;\n "
        "dkim/1=pass header.d=b.example;\n spf=pass smtp.mailfrom=b.example\n",
     "not_passed not_passed results_by_unusual_name"},
    {"a name in quotes above", "Authentication-Results: \"mx.sample.net\"; none\n" AR OK,
     "results_by_unusual_name result_superseded"},
    {"below one of an unknown version of the method", AR "dkim/2=fail\n" AR OK,
     "method_version_unknown result_superseded"},
    {"below one of an unknown version",
     "Authentication-Results: mx.sample.net 2; dkim=fail\n" AR OK,
     "results_of_unknown_version result_superseded"},
    {"below one that cannot be read", AR "dkim=fail; x\n" AR OK,
     "results_doubtful result_superseded"},
    {"below one that cannot be read, SPF",
     AR "spf=fail; x\n" AR "spf=pass smtp.mailfrom=b.example\n",
     "results_doubtful result_superseded"},
    {"below one of another server", "Authentication-Results: evil.example; dkim=fail\n" AR OK,
     "results_by_others strict_alignment"},
    {"below one of another trusted server",
     "Authentication-Results: other.example; dkim=fail header.d=b.example\n" AR OK,
     "not_passed strict_alignment"},
    {"below one without a server", "Authentication-Results: dkim=fail\n" AR OK,
     "results_by_nobody strict_alignment"},
    {"above one that does not count", AR OK AR "dkim=fail header.d=b.example\n",
     "strict_alignment result_superseded"},
    {"a third field",
     AR "dkim=none\n" AR "spf=none\n" AR "dkim=pass header.d=b.example; spf=pass "
        "smtp.mailfrom=b.example\n",
     "not_passed not_passed result_superseded result_superseded"},
};
constexpr bool of_repeated_fields() { return find_all(repeated_table); }
CASE("alignment: only the topmost results of a server", of_repeated_fields)

#define OURS "Received: from x by mx.sample.net; 1 Jan 2024 00:00:00 +0000\n"
#define INNER "received: from mx.sample.net by Inner.Sample.Net (x) with ESMTP id y; 1 Jan 2024\n"
#define THEIRS "Received: from y by evil.example; 1 Jan 2024 00:00:00 +0000\n"

constexpr row boundary_table[] = {
    {"above everything", AR OK OURS, "strict_alignment own_host"},
    {"no Received field", AR OK, "strict_alignment"},
    {"below one of ours", OURS AR OK THEIRS, "own_host strict_alignment trust_boundary"},
    {"below two of ours", INNER OURS AR OK, "own_host own_host strict_alignment"},
    {"below one of theirs", OURS THEIRS AR OK, "own_host trust_boundary results_below_boundary"},
    {"below one of theirs and one that looks like ours", THEIRS OURS AR OK,
     "trust_boundary results_below_boundary"},
    {"another server below", THEIRS "Authentication-Results: evil.example; " OK,
     "trust_boundary results_by_others"},
    {"by nobody", "Received: from mx.sample.net; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by in a comment", "Received: from x (by mx.sample.net) ; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by two hosts", "Received: by mx.sample.net by evil.example; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by two hosts, the other way", "Received: by evil.example by mx.sample.net; x\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by a longer name", "Received: by mx.sample.net.evil.example; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by a name with text after it", "Received: by mx.sample.net evil.example; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"by a name that ends early", "Received: by mx.sample.net,evil.example; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"a comment that is not closed", "Received: by mx.sample.net (; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"a space before the colon", "Received : by mx.sample.net; 1 Jan 2024\n" AR OK,
     "trust_boundary results_below_boundary"},
    {"an empty one", "Received:\n" AR OK, "trust_boundary results_below_boundary"},
};
constexpr bool of_own_hosts() {
    auto options = trusting;
    options.own_hosts = hosts;
    return find_all(boundary_table, options);
}
CASE("alignment: only above the fields of other hosts", of_own_hosts)

constexpr bool received_fields_do_not_matter_otherwise() {
    return finds({"without hosts", THEIRS AR OK, "strict_alignment"}, trusting);
}
CASE("alignment: without own hosts, Received fields do not matter",
     received_fields_do_not_matter_otherwise)

constexpr bool methods_are_told_apart() {
    alignment const spf{message{AR "spf=pass smtp.mailfrom=a@b.example\nFrom: a@b.example\n"},
                        trusting};
    REQUIRE_TRUE(spf.is_aligned() && spf.is_spf_aligned() && !spf.is_dkim_aligned());
    alignment const dkim{message{AR "dkim=pass header.d=b.example\nFrom: a@b.example\n"}, trusting};
    REQUIRE_TRUE(dkim.is_aligned() && dkim.is_dkim_aligned() && !dkim.is_spf_aligned());
    alignment const both{message{AR "dkim=pass header.d=b.example; spf=pass "
                                    "smtp.mailfrom=a@b.example\nFrom: a@b.example\n"},
                         trusting};
    REQUIRE_TRUE(both.is_dkim_aligned() && both.is_spf_aligned());
    return true;
}
CASE("alignment: SPF and DKIM are told apart", methods_are_told_apart)

constexpr row author_table[] = {
    {"no From field", AR OK, "from_missing without_author", ""},
    {"two", AR OK, "from_repeated without_author", "From: a@b.example\nFrom: a@b.example\n"},
    {"two authors", AR OK, "authors_several without_author", "From: a@b.example, c@b.example\n"},
    {"a group", AR OK, "author_in_group without_author", "From: x: a@b.example;\n"},
    {"a doubtful form", AR OK, "from_doubtful without_author", "From: a@b.example.\n"},
    {"a space before the colon", AR OK, "from_doubtful without_author", "From : a@b.example\n"},
    {"a bad line", AR OK, "header_doubtful without_author", "x\nFrom: a@b.example\n"},
    {"results below the From field", "From: a@b.example\n" AR OK, "strict_alignment", ""},
    {"doubtful results below it", "From: a@b.example\n" AR "x.y=\"\0\";" OK ""sv,
     "results_doubtful", ""},
    {"a literal", AR "spf=pass smtp.mailfrom=\"[192.0.2.1]\"\n",
     "author_domain_literal identifier_malformed", "From: a@[192.0.2.1]\n"},
    {"an IP address", AR "spf=pass smtp.mailfrom=192.0.2.1\n",
     "author_domain_malformed identifier_malformed", "From: a@192.0.2.1\n"},
    {"a single label", AR "dkim=pass header.d=example\n",
     "author_domain_single_label without_author", "From: a@example\n"},
    {"an obsolete form", AR OK, "strict_alignment", "From: a@b . (x)\n Example\n"},
    {"an obsolete form and a subdomain", AR "dkim=pass header.d=x.b.example\n", "relaxed_alignment",
     "From: a@y.b . (x)\n Example\n"},
    {"a public suffix", AR "dkim=pass header.d=evil.co.example\n", "organizational_domain_unknown",
     "From: a@co.example\n"},
    {"a public suffix that signs", AR "dkim=pass header.d=co.example\n",
     "organizational_domain_unknown", "From: a@b.co.example\n"},
    {"a public suffix itself", AR "dkim=pass header.d=co.example\n", "strict_alignment",
     "From: a@co.example\n"},
    {"below a public suffix", AR "dkim=pass header.d=x.co.example\n", "domains_differ",
     "From: a@y.co.example\n"},
    {"siblings below a public suffix", AR "dkim=pass header.d=x.z.co.example\n",
     "relaxed_alignment", "From: a@y.z.co.example\n"},
};
constexpr bool of_authors() { return find_all(author_table); }
CASE("alignment: authors", of_authors)

// ---- Internationalized domains (RFC 8616 section 6)

#define U_LABEL                                                                                    \
    "b\xC3\xBC"                                                                                    \
    "cher"
#define U_LABEL_UPPER                                                                              \
    "B\xC3\x9C"                                                                                    \
    "CHER"
#define A_LABEL "xn--bcher-kva"

/// Knows one label, in lower and upper case, at the start of a name or after one letter and a dot.
class converter final : public foldwise::a_label_converter {
  public:
    constexpr optional<domain_name> convert(domain_name const& name) const noexcept override {
        struct pair {
            std::string_view u_labels;
            std::string_view a_labels;
        };
        constexpr pair pairs[] = {{U_LABEL ".example", A_LABEL ".example"},
                                  {"b\xC3\x9C"
                                   "cher.example",
                                   A_LABEL ".example"},
                                  {"x." U_LABEL ".example", "x." A_LABEL ".example"}};
        for (auto const& each : pairs)
            if (name.text() == each.u_labels) return domain_name::read(each.a_labels);
        return std::nullopt;
    }
};
constexpr converter to_a_labels;

constexpr row with_converter_table[] = {
    {"A-label and U-label", AR "dkim=pass header.d=" A_LABEL ".example\n", "strict_alignment",
     "From: a@" U_LABEL ".example\n"},
    {"U-label and A-label", AR "spf=pass smtp.mailfrom=x@" U_LABEL ".example\n", "strict_alignment",
     "From: a@XN--Bcher-KVA.example\n"},
    {"U-labels in other case",
     AR "dkim=pass header.d=b\xC3\x9C"
        "cher.example\n",
     "strict_alignment", "From: a@" U_LABEL ".example\n"},
    {"a subdomain", AR "dkim=pass header.d=x." U_LABEL ".example\n", "relaxed_alignment",
     "From: a@" A_LABEL ".example\n"},
    {"another domain", AR "dkim=pass header.d=b.example\n", "domains_differ",
     "From: a@" U_LABEL ".example\n"},
    {"a domain that cannot be converted", AR "dkim=pass header.d=\xC3\xBC.example\n",
     "identifier_not_converted", "From: a@" A_LABEL ".example\n"},
    {"an author that cannot be converted", AR "dkim=pass header.d=" A_LABEL ".example\n",
     "author_domain_not_converted without_author", "From: a@\xC3\xBC.example\n"},
    {"both cannot be converted", AR "dkim=pass header.d=\xC3\xBC.example\n",
     "author_domain_not_converted identifier_not_converted", "From: a@\xC3\xBC.example\n"},
};
constexpr bool with_converter() {
    auto options = trusting;
    options.converter = &to_a_labels;
    alignment const a{
        message{AR "dkim=pass header.d=" U_LABEL ".example\nFrom: a@" U_LABEL ".example\n"},
        options};
    auto at = a.steps().begin();
    REQUIRE_TRUE((*at).domain()->text() == A_LABEL ".example"); // the author's
    REQUIRE_TRUE(a.aligned_step()->domain()->text() == A_LABEL ".example");
    return find_all(with_converter_table, options);
}
CASE("alignment: U-labels with a converter", with_converter)

constexpr row without_converter_table[] = {
    {"A-label and U-label", AR "dkim=pass header.d=" A_LABEL ".example\n",
     "identifier_needs_converter", "From: a@" U_LABEL ".example\n"},
    {"U-label and A-label", AR "dkim=pass header.d=" U_LABEL ".example\n",
     "identifier_needs_converter", "From: a@" A_LABEL ".example\n"},
    {"the same U-label", AR "dkim=pass header.d=" U_LABEL ".Example\n", "strict_alignment",
     "From: a@" U_LABEL ".example\n"},
    {"U-labels in other case", AR "dkim=pass header.d=" U_LABEL_UPPER ".example\n",
     "identifier_needs_converter", "From: a@" U_LABEL ".example\n"},
    {"a subdomain", AR "dkim=pass header.d=x." U_LABEL ".example\n", "identifier_needs_converter",
     "From: a@" U_LABEL ".example\n"},
    {"the same A-label", AR "dkim=pass header.d=" A_LABEL ".example\n", "strict_alignment",
     "From: a@" A_LABEL ".example\n"},
    {"octets that are not UTF-8", AR "dkim=pass header.d=b\xFC.example\n",
     "author_unreadable identifier_malformed", "From: a@b\xFC.example\n"},
    {"an ideographic full stop",
     AR "dkim=pass header.d=b\xE3\x80\x82"
        "example\n",
     "author_domain_malformed identifier_malformed",
     "From: a@b\xE3\x80\x82"
     "example\n"},
};
constexpr bool without_converter() { return find_all(without_converter_table); }
CASE("alignment: U-labels without a converter", without_converter)

// ---- Strict alignment, method by method

constexpr bool modes() {
    row const both{"", AR "spf=pass smtp.mailfrom=x.b.example; dkim=pass header.d=x.b.example\n",
                   ""};
    auto options = trusting;
    auto const check = [&](dmarc_alignment_mode spf, dmarc_alignment_mode dkim,
                           std::string_view findings) {
        options.spf = spf;
        options.dkim = dkim;
        return finds({"modes", both.results, findings}, options);
    };
    using enum dmarc_alignment_mode;
    check(relaxed, relaxed, "relaxed_alignment relaxed_alignment");
    check(strict, relaxed, "domains_differ relaxed_alignment");
    check(relaxed, strict, "relaxed_alignment domains_differ");
    if (!std::is_constant_evaluated()) check(strict, strict, "domains_differ domains_differ");
    return true;
}
CASE("alignment: adkim= and aspf=", modes)

// Its steps and its author are members, so that a temporary does not give them.
template <class T>
concept refers_to_its_object = requires(T&& object) {
    static_cast<T&&>(object).steps();
    static_cast<T&&>(object).author();
};
static_assert(refers_to_its_object<alignment const&> && !refers_to_its_object<alignment>);

constexpr bool no_trust() {
    finds({"no authserv-ids", AR OK, "results_by_others"}, {});
    auto options = trusting;
    options.organizational_domain = nullptr;
    finds({"no finder", AR "dkim=pass header.d=x.b.example; dkim=pass header.d=b.example\n",
           "organizational_domain_unknown strict_alignment"},
          options);
    alignment const none;
    REQUIRE_TRUE(!none.is_aligned() && none.steps().empty());
    return true;
}
CASE("alignment: nothing is trusted by default", no_trust)

} // namespace
