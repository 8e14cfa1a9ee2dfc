#include <foldwise/auth/received_spf.hpp>

#include "../but_for_cr.hpp"
#include "../laws.hpp"
#include "../support.hpp"

#include <optional>
#include <ranges>
#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::received_spf;
using foldwise::spf_result;
using enum diagnostic_code;

static_assert(foldwise::reads_fields<received_spf>);
static_assert(test::keeps_the_laws<received_spf>("pass client-ip=a@b; =c; (d",
                                                 diagnostic_code::auth_not_closed));
static_assert(std::is_trivially_copyable_v<received_spf>);
static_assert(std::ranges::forward_range<received_spf>);
static_assert(std::ranges::view<received_spf>);
static_assert(std::ranges::borrowed_range<received_spf>);
static_assert(!std::is_constructible_v<received_spf, std::string>);

struct value_row {
    std::string_view from;
    std::string_view value;
    std::optional<spf_result> result;
    std::string_view comment; // empty: no comment
    std::string_view pairs;   // the text of each, and its deviation or error
};

constexpr value_row value_table[] = {
    {"RFC 7208 section 9.1, pass",
     " pass (mybox.example.org: domain of\n"
     "     myname@example.com designates 192.0.2.1 as permitted sender)\n"
     "        receiver=mybox.example.org; client-ip=192.0.2.1;\n"
     "        envelope-from=\"myname@example.com\"; helo=foo.example.com;",
     spf_result::pass,
     "mybox.example.org: domain of     myname@example.com designates 192.0.2.1 as permitted sender",
     "receiver=<mybox.example.org> client-ip=<192.0.2.1> envelope-from=<myname@example.com> "
     "helo=<foo.example.com> "},
    {"RFC 7208 section 9.1, fail",
     " fail (mybox.example.org: domain of\n"
     "                  myname@example.com does not designate\n"
     "                  192.0.2.1 as permitted sender)\n"
     "                  identity=mailfrom; client-ip=192.0.2.1;\n"
     "                  envelope-from=\"myname@example.com\";",
     spf_result::fail,
     "mybox.example.org: domain of                  myname@example.com does not designate"
     "                  192.0.2.1 as permitted sender",
     "identity=<mailfrom> client-ip=<192.0.2.1> envelope-from=<myname@example.com> "},
    {"RFC 7208 section 9.2",
     " pass (myhost.example.org: domain of\n"
     "    myname@example.com designates 192.0.2.1 as permitted sender)\n"
     "     receiver=mybox.example.org; client-ip=192.0.2.1;\n"
     "     envelope-from=\"myname@example.com\"; helo=foo.example.com;",
     spf_result::pass,
     "myhost.example.org: domain of    myname@example.com designates 192.0.2.1 as permitted sender",
     "receiver=<mybox.example.org> client-ip=<192.0.2.1> envelope-from=<myname@example.com> "
     "helo=<foo.example.com> "},
    {"Google",
     " pass (google.com: domain of a+b=c@d.example designates 192.0.2.1 as permitted"
     " sender) client-ip=192.0.2.1;",
     spf_result::pass,
     "google.com: domain of a+b=c@d.example designates 192.0.2.1 as permitted sender",
     "client-ip=<192.0.2.1> "},
    {"without pairs", " none (domain of a.example does not designate permitted sender hosts)",
     spf_result::none, "domain of a.example does not designate permitted sender hosts", ""},
    {"Exim", " pass client-ip=2001:db8::1274:39;\n envelope-from=a@b.example; helo=b.example",
     spf_result::pass, "",
     "client-ip=<2001:db8::1274:39>* envelope-from=<a@b.example>* helo=<b.example> "},
    {"Microsoft",
     " Pass (protection.a.example: domain of b.example designates\n 192.0.2.1 as"
     " permitted sender) receiver=a.example;\n client-ip=192.0.2.1; helo=c; pr=C",
     spf_result::pass,
     "protection.a.example: domain of b.example designates 192.0.2.1 as permitted sender",
     "receiver=<a.example> client-ip=<192.0.2.1> helo=<c> pr=<C> "},
    {"pypolicyd-spf",
     " pass (a.example: Sender is authorized to use\n\t'b@a.example' in 'mfrom' identity (mechanism"
     "\n\t'include:_spf.a.example' matched))\n\treceiver=c.example; identity=mailfrom;\n"
     "\tenvelope-from=\"b@a.example\"; helo=d.example; client-ip=192.0.2.1",
     spf_result::pass,
     "a.example: Sender is authorized to use\t'b@a.example' in 'mfrom' identity (mechanism"
     "\t'include:_spf.a.example' matched)",
     "receiver=<c.example> identity=<mailfrom> envelope-from=<b@a.example> helo=<d.example> "
     "client-ip=<192.0.2.1> "},
    {"all results", "(a) neutral", spf_result::neutral, "", ""},
    {"softfail", "softfail x=y", spf_result::softfail, "", "x=<y> "},
    {"temperror", "temperror\n (a)", spf_result::temperror, "a", ""},
    {"permerror", "PermError(a)problem=\"b c\"", spf_result::permerror, "a", "problem=<b c> "},
    {"CFWS", "fail (a) (b)\n helo (c) = (d) e.f (g) ; (h) x = \"\" ;(i)", spf_result::fail, "a",
     "helo=<e.f> x=<> "},
    {"values without quotes", "pass a=b@c; d=; e=<>; mechanism=ip4:192.0.2.0/24; f=.g",
     spf_result::pass, "", "a=<b@c>* d=<>* e=<<>>* mechanism=<ip4:192.0.2.0/24>* f=<.g>* "},
    {"malformed pairs do not affect the others", "pass a; =b; a b=c; 1=d; \"a\"=b; a=b c; ; d=e",
     spf_result::pass, "",
     "!spf_pair_malformed !spf_pair_malformed !spf_pair_malformed !spf_pair_malformed "
     "!spf_pair_malformed !spf_pair_malformed !spf_pair_malformed d=<e> "},
    {"two meanings", "pass a= b=c; d=e @f; g=h", spf_result::pass, "",
     "!spf_pair_malformed !spf_pair_malformed g=<h> "},
    {"a pair in a comment", "pass (; a=b) c=\"; d=e\"", spf_result::pass, "; a=b", "c=<; d=e> "},
    {"a comment after a pair", "pass a=b (c)", spf_result::pass, "", "a=<b> "},
    {"a comment in brackets", "pass [(a)] b=c", spf_result::pass, "", "!spf_pair_malformed "},
    {"not closed", "fail a=\"b; c=d", spf_result::fail, "", "!auth_not_closed "},
    {"a comment that is not closed", "fail (b; c=d", spf_result::fail, "b; c=d", ""},
    {"a semicolon after the result", "pass; a=b", spf_result::pass, "",
     "!spf_pair_malformed a=<b> "},
    {"nothing", "", {}, "", ""},
    {"another result", "error (a) b=c", {}, "a", ""},
    {"a longer word", "passed", {}, "", ""},
    {"a result with text directly after it", "pass. a=b", {}, "", ""},
    {"a result that is quoted", "\"pass\" a=b", {}, "", ""},
    {"a result in a comment", "(pass) a=b", {}, "", ""},
};

constexpr test::text_buffer said_by(received_spf const& spf) {
    test::text_buffer said;
    for (auto const p : spf) {
        if (p) {
            said.append(p->key());
            said.append("=<");
            for (char const octet : p->value().text())
                if (octet != '\r') said.append(octet);
            said.append(p->deviation() ? ">* " : "> ");
        } else {
            said.append('!');
            said.append(p.error().name());
            said.append(' ');
        }
    }
    return said;
}

constexpr void check(value_row const& row, std::string_view value) {
    received_spf const spf{value};
    auto const result = spf.result();
    REQUIRE_SAME(row.from, result.has_value(), row.result.has_value());
    if (result) REQUIRE_SAME(row.from, *result, *row.result);
    if (!result) REQUIRE_SAME(row.from, result.error().code, spf_result_unknown);
    auto const comment = spf.comment();
    REQUIRE_SAME(row.from, comment.has_value(), !row.comment.empty());
    if (comment) REQUIRE_SAME(row.from, comment->text() == row.comment, true);
    REQUIRE_SAME(row.from, std::string_view{said_by(spf)}, row.pairs);
}

constexpr bool table_of_values() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value,
                                     [&row](std::string_view value) { check(row, value); });
    return true;
}
CASE("received_spf: results, comments and pairs", table_of_values)

constexpr bool finding_pairs() {
    received_spf const spf{foldwise::field{"Received-SPF: pass a= b=c; A=1; a=2; client-ip=x\n"}};
    REQUIRE_TRUE(spf.find("a")->value().text() == "1" && spf.find("a")->is("A"));
    REQUIRE_TRUE(spf.find("CLIENT-IP")->key() == "client-ip" && !spf.find("helo"));
    REQUIRE_TRUE(spf.find("a")->raw() == " A=1" && spf.raw().starts_with(" pass"));
    REQUIRE_TRUE(!spf.empty() && received_spf{}.empty() && !received_spf{}.comment());
    return true;
}
CASE("received_spf: the pair of a key", finding_pairs)

struct place {
    std::optional<diagnostic_code> code;
    std::string_view where; // the octets that the problem covers, with LF
};

struct problem_row {
    std::string_view value;
    place problems[3];
};

constexpr problem_row problem_table[] = {
    {"pass (x) a=b; c=\"d e\";", {}},
    {" error a=b", {{spf_result_unknown, "error"}}},
    {"", {{spf_result_unknown, ""}}},
    {"pass a=b:c;\n d ; e= (f) ",
     {{spf_value_unquoted, "b:c"}, {spf_pair_malformed, "\n d "}, {spf_value_unquoted, ""}}},
    {"pass a=\"b\n c", {{auth_not_closed, "\"b\n c"}}},
    {"pass a=b (c", {{auth_not_closed, "(c"}}},
    {"(pass", {{spf_result_unknown, ""}, {auth_not_closed, "(pass"}}},
};

constexpr bool problems_and_where_they_are() {
    for (auto const& row : problem_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const* wanted = row.problems;
            received_spf{value}.diagnose([&](diagnostic const& problem) {
                REQUIRE_SAME(row.value, problem.code == wanted->code, true);
                auto const where = value.substr(problem.offset, problem.length);
                REQUIRE_SAME(row.value, test::same_but_for_cr(where, wanted->where), true);
                if (wanted->code) ++wanted;
            });
            REQUIRE_SAME(row.value, wanted == row.problems + 3 || !wanted->code, true);
        });
    return true;
}
CASE("received_spf: problems, and where they are", problems_and_where_they_are)

TEST_CASE("received_spf: any octets; pairs in order, LF and CRLF alike") {
    test::for_each_string("a=; (\"\n.", 6, [](std::string_view pairs) {
        auto const value = "pass " + std::string{pairs};
        received_spf const spf{value};
        std::size_t end = 0;
        for (auto const p : spf) {
            auto const at = p ? foldwise::offset_of(value, p->raw()) : p.error().offset;
            REQUIRE_SAME(value, at >= end, true);
            end = at + (p ? p->raw().size() : p.error().length);
        }
        REQUIRE_SAME(value, end <= value.size(), true);
        spf.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(value, problem.offset <= value.size(), true);
            REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
        });
        if (pairs.find('\n') == pairs.npos) return true;
        auto const crlf = test::with_crlf(value);
        REQUIRE_SAME(value, std::string_view{said_by(received_spf{std::string_view{crlf}})},
                     std::string_view{said_by(spf)});
        return true;
    });
}

} // namespace
