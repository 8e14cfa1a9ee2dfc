#include <foldwise/trace/received_clause.hpp>

#include "../support.hpp"

#include <iterator>
#include <ranges>

namespace {

using foldwise::clause_kind;
using foldwise::extended_domain;
using foldwise::received_clause;

using clause_range = foldwise::walk_range<foldwise::detail::received_clause_walker>;

static_assert(std::is_trivially_copyable_v<received_clause>);
static_assert(std::is_trivially_copyable_v<extended_domain>);
static_assert(std::ranges::forward_range<clause_range> && std::ranges::view<clause_range>);

constexpr clause_range clauses_of(std::string_view stamp) {
    return clause_range{foldwise::detail::received_clause_walker{stamp}};
}

struct row {
    std::string_view from;
    std::string_view stamp;
    std::string_view clauses; // each as word=value, "!" and unexpected() if not empty, "|"
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"nothing", "", ""},
    {"RFC 5322 appendix A.4",
     " from x.y.test\n   by example.net\n   via TCP\n   with ESMTP\n   id ABC12345\n"
     "   for <mary@example.net>",
     "from=x.y.test|by=example.net|via=TCP|with=ESMTP|id=ABC12345|for=<mary@example.net>|"},
    {"case does not count", "FROM a By b wItH c", "from=a|by=b|with=c|"},
    {"RFC 8314 section 4.3", "with ESMTPS tls TLS_A (c)", "with=ESMTPS|tls=TLS_A|"},
    {"no clauses in comments", "from a (by b (with c) id d) for e", "from=a|for=e|"},
    {"nor in quoted-strings", "from \"by b\" with c", "from=\"by b\"|with=c|"},
    {"nor in domain-literals", "from [by b] with c", "from=[by b]|with=c|"},
    {"nor in angle brackets", "from a id <x by y> for <p via q>",
     "from=a|id=<x by y>|for=<p via q>|"},
    {"nor in longer words", "from by.a with-b idc x=for", "from=by.a!with-b idc x=for|"},
    {"a comma after a host", "by a, id b", "by=a!,|id=b|"},
    {"a comma in place of a host", "by , id b", "by=!,|id=b|"},
    {"a comma between hosts", "from a,b.c by d,e f", "from=a!,b.c|by=d!,e f|"},
    {"a word after a host", "by a and b (c)", "by=a!and b|"},
    {"a port after a host", "by a:25 from b:x by [::1]:25", "by=a!:25|from=b:x|by=[::1]!:25|"},
    {"an address directly after a host", "from a[192.0.2.1] by b<c>",
     "from=a![192.0.2.1]|by=b!<c>|"},
    {"an address of version 6", "by 2001:db8::1 id a", "by=2001:db8::1|id=a|"},
    {"other names", "from <a, b> by \"c, d\"", "from=<a, b>|by=\"c, d\"|"},
    {"a client that calls itself by", "from by (u [192.0.2.1]) by b", "from=by|by=b|"},
    {"an empty clause before another", "with id x", "with=id x!x|"},
    {"empty at the end", "by a with", "by=a|with=|"},
    {"RFC 5322 section 3.2.2, comments before the value", "from (c) (d) a by (e) b with (f) c d",
     "from=a|by=b|with=c d!d|"},
    {"empty before a comment", "from (c) by (d) [192.0.2.1] id (e)", "from=|by=![192.0.2.1]|id=|"},
    {"empty before a comment", "by (c);", "by=!;|"},
    {"empty before a semicolon", "from ; by b", "from=!;|by=b|"},
    {"text after the value", "id a b (c) d for e f", "id=a!b (c) d|for=e!f|"},
    {"several words", "with Microsoft SMTP\n Server (v) via x y",
     "with=Microsoft SMTP\n Server!SMTP\n Server|via=x y!y|"},
    {"an address after the name", "from a [192.0.2.1] b (c) by d", "from=a![192.0.2.1] b|by=d|"},
    {"twice", "by a by b", "by=a|by=b|"},
    {"text before them", "x y (z) by b", "by=b|"},
    {"not closed", "from a (b by c", "from=a|"},
    {"angle bracket not closed", "id <a by b", "id=<a|by=b|"},
};

constexpr void check(row const& row, std::string_view stamp) {
    test::text_buffer got;
    for (auto const clause : clauses_of(stamp)) {
        got.append(word_of(clause.kind()));
        got.append('=');
        got.append(clause.raw_value());
        if (!clause.unexpected().empty()) got.append('!');
        got.append(clause.unexpected());
        got.append('|');
    }
    bool const is_crlf = stamp.find('\r') != stamp.npos;
    auto const wanted = is_crlf ? test::with_crlf(row.clauses) : test::text_buffer{};
    REQUIRE_SAME(row.from, std::string_view{got}, is_crlf ? std::string_view{wanted} : row.clauses);
}

constexpr bool table_of_clauses() {
    for (auto const& row : table)
        test::with_both_line_endings(row.stamp, [&](std::string_view stamp) { check(row, stamp); });
    return true;
}
CASE("received_clause: the clauses of a stamp", table_of_clauses)

constexpr bool parts_of_a_clause() {
    constexpr std::string_view stamp = "by a with x\n y (c) (d \\)) z (e) id f";
    auto const clause = *std::ranges::next(clauses_of(stamp).begin());
    REQUIRE_TRUE(clause.kind() == clause_kind::with);
    REQUIRE_TRUE(clause.raw() == "with x\n y (c) (d \\)) z (e)");
    REQUIRE_TRUE(clause.raw_value() == "x\n y" && clause.value() == "x y");
    std::size_t comments = 0;
    constexpr std::string_view texts[] = {"c", "d )", "e"};
    for (auto const comment : clause.comments()) REQUIRE_TRUE(comment.text() == texts[comments++]);
    REQUIRE_TRUE(comments == 3);
    REQUIRE_TRUE(received_clause{}.raw().empty() && received_clause{}.comments().empty());
    return true;
}
CASE("received_clause: its parts", parts_of_a_clause)

struct host_row {
    std::string_view from;
    std::string_view clause;
    std::string_view name;
    std::string_view helo;
    std::string_view host;    // "" for none
    std::string_view address; // "" for none
};

constexpr host_row hosts[] = {
    {"RFC 5321 section 4.4, Domain", "from a.example", "a.example", "a.example", "", ""},
    {"the claimed name may be an address", "from [192.0.2.1]", "[192.0.2.1]", "[192.0.2.1]", "",
     ""},
    {"Postfix", "from pc17 (a.example [192.0.2.1])", "pc17", "pc17", "a.example", "192.0.2.1"},
    {"Gmail", "from [10.0.0.1] ([192.0.2.1])", "[10.0.0.1]", "[10.0.0.1]", "", "192.0.2.1"},
    {"Exim", "from a.example ([192.0.2.1] helo=pc17)", "a.example", "pc17", "a.example",
     "192.0.2.1"},
    {"Exim", "from [192.0.2.1] (helo=pc17)", "[192.0.2.1]", "pc17", "", "192.0.2.1"},
    {"Exim", "from [192.0.2.1] (port=25 helo=[10.0.0.1])", "[192.0.2.1]", "[10.0.0.1]", "",
     "192.0.2.1"},
    {"qmail", "from unknown (HELO pc17) (192.0.2.1)", "unknown", "pc17", "", "192.0.2.1"},
    {"qmail", "from a.example (HELO pc17) (root@192.0.2.1)", "a.example", "pc17", "a.example",
     "192.0.2.1"},
    {"Yahoo", "from 127.0.0.1 (EHLO pc17) (192.0.2.1)", "127.0.0.1", "pc17", "", "192.0.2.1"},
    {"fetchmail", "from a.example [192.0.2.1]", "a.example", "a.example", "", "192.0.2.1"},
    {"a comment counts more", "from a.example [198.51.100.1] (b.example [192.0.2.1])", "a.example",
     "a.example", "b.example", "192.0.2.1"},
    {"an address after a comment", "from a.example (c) [192.0.2.1]", "a.example", "a.example", "",
     "192.0.2.1"},
    {"the first of several", "from a [192.0.2.1] [198.51.100.1]", "a", "a", "", "192.0.2.1"},
    {"HELO, then the address", "from a.example (EHLO b.example) [192.0.2.1]:25", "a.example",
     "b.example", "a.example", "192.0.2.1"},
    {"HELO outside of a comment", "from a.example EHLO b.example [192.0.2.1]", "a.example",
     "b.example", "a.example", "192.0.2.1"},
    {"HELO outside of a comment", "from [192.0.2.1] helo=b.example", "[192.0.2.1]", "b.example", "",
     "192.0.2.1"},
    {"HELO before the address", "from a.example (helo=b.example [192.0.2.1])", "a.example",
     "b.example", "a.example", "192.0.2.1"},
    {"HELO before the address, no name", "from (helo=b.example [192.0.2.1])", "", "b.example", "",
     "192.0.2.1"},
    {"HELO after the address, no name", "from ([192.0.2.1] helo=b.example)", "", "b.example", "",
     "192.0.2.1"},
    {"not in the words of HELO", "from a.example (HELO b [198.51.100.1]) (192.0.2.1)", "a.example",
     "b", "a.example", "192.0.2.1"},
    {"not in the words of HELO", "from [192.0.2.1] (HELO b [198.51.100.1])", "[192.0.2.1]", "b", "",
     "192.0.2.1"},
    {"only a claim", "from [198.51.100.1] (HELO [198.51.100.1])", "[198.51.100.1]",
     "[198.51.100.1]", "", ""},
    {"a claim and an address", "from [198.51.100.1] (HELO [198.51.100.1] [192.0.2.1])",
     "[198.51.100.1]", "[198.51.100.1]", "", "192.0.2.1"},
    {"only claims", "from a HELO [198.51.100.1]", "a", "[198.51.100.1]", "a", ""},
    {"only claims", "from a (helo = [198.51.100.1])", "a", "[198.51.100.1]", "a", ""},
    {"only claims", "from helo=[198.51.100.1]", "helo=", "[198.51.100.1]", "", ""},
    {"only claims", "from EHLO [198.51.100.1]", "EHLO", "[198.51.100.1]", "EHLO", ""},
    {"a claim in place of the name", "from helo=a.example ([192.0.2.1])", "helo=a.example",
     "a.example", "", "192.0.2.1"},
    {"not verified", "from a (Not Verified [192.0.2.1])", "a", "a", "", "192.0.2.1"},
    {"a comma", "from a [192.0.2.1], b", "a", "a", "", "192.0.2.1"},
    {"a colon", "from a.example: ([192.0.2.1])", "a.example", "a.example", "", "192.0.2.1"},
    {"an address without brackets", "by 2001:db8::", "2001:db8::", "2001:db8::", "", ""},
    {"only claims", "from a (b) (ehlo= [198.51.100.1])", "a", "[198.51.100.1]", "a", ""},
    {"which one is not known", "from a (HELO b [198.51.100.1]) (EHLO c [192.0.2.1])", "a", "b", "a",
     ""},
    {"a port", "from a.example (192.0.2.1:4025)", "a.example", "a.example", "", "192.0.2.1"},
    {"a claimed address is not the host's", "from a.example (HELO [192.0.2.1])", "a.example",
     "[192.0.2.1]", "a.example", ""},
    {"the first address counts", "from a (b.example [192.0.2.1]) (c.example [192.0.2.2])", "a", "a",
     "b.example", "192.0.2.1"},
    {"several words", "from a b (c.example [192.0.2.1])", "a", "a", "c.example", "192.0.2.1"},
    {"several words and a mark", "from a b (HELO pc17)", "a", "pc17", "a", ""},
    {"no name", "from (c.example [192.0.2.1])", "", "", "c.example", "192.0.2.1"},
    {"RFC 5322 section 3.2.2, a comment before the name", "from (x) a (c.example [192.0.2.1])", "a",
     "a", "c.example", "192.0.2.1"},
    {"notes before the name", "from ([192.0.2.1] helo=pc17) (x) a", "a", "pc17", "a", "192.0.2.1"},
    {"an address after a comment", "from (x) [192.0.2.1] a", "", "", "", "192.0.2.1"},
    {"no name and a mark", "from (HELO pc17)", "", "pc17", "", ""},
    {"nothing", "from", "", "", "", ""},
    {"its own address", "by mx.example.org (store1 [192.0.2.9])", "mx.example.org",
     "mx.example.org", "store1", "192.0.2.9"},
    {"Exchange", "by mx.example.org (2001:db8::9) with", "mx.example.org", "mx.example.org", "",
     "2001:db8::9"},
    {"the name of a program", "by mx.example.org (Postfix)", "mx.example.org", "mx.example.org", "",
     ""},
};

constexpr bool table_of_hosts() {
    for (auto const& row : hosts) {
        extended_domain const got{*clauses_of(row.clause).begin()};
        REQUIRE_SAME(row.clause, got.name() == row.name, true);
        REQUIRE_SAME(row.clause, got.helo() == row.helo, true);
        REQUIRE_SAME(row.clause, got.host().value_or(""), row.host);
        REQUIRE_SAME(row.clause, got.address() ? got.address()->text : "", row.address);
        REQUIRE_SAME(row.clause, got.may_be_forged(), false);
    }
    extended_domain const forged{*clauses_of("from a (b [192.0.2.1] (may be forged))").begin()};
    REQUIRE_TRUE(forged.may_be_forged() && forged.clause().kind() == clause_kind::from);
    REQUIRE_TRUE(extended_domain{}.name().empty() && extended_domain{}.helo().empty());
    return true;
}
CASE("received_clause: names and addresses of hosts", table_of_hosts)

} // namespace
