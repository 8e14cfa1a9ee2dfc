#include <foldwise/auth/authentication_results.hpp>

#include "../but_for_cr.hpp"
#include "../laws.hpp"
#include "../results_table.hpp"
#include "../support.hpp"

#include <optional>
#include <ranges>
#include <string>

namespace {

using foldwise::authentication_results;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using test::results_row;
using test::said_by;

static_assert(foldwise::reads_fields<authentication_results>);
static_assert(std::is_trivially_copyable_v<authentication_results>);
static_assert(test::keeps_the_laws<authentication_results>(
    "a.example; spf=pass smtp.helo=<b>; ; (c", diagnostic_code::auth_not_closed));
static_assert(std::ranges::forward_range<authentication_results>);
static_assert(std::ranges::view<authentication_results>);
static_assert(std::ranges::borrowed_range<authentication_results>);
static_assert(!std::is_constructible_v<authentication_results, std::string>);
static_assert(noexcept(authentication_results{std::string_view{}}.find(test::some_octets)));

constexpr results_row hostile_table[] = {
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
    {"method and result are not quoted-strings", "a; \"dkim\"=\"pass\"; dkim=\"pass\"",
     "<a>; !authres_result_malformed; !authres_result_malformed"},
    {"a result before the first semicolon does not count", "a dkim=pass; spf=fail",
     "<a>; spf=fail"},
    {"no semicolon between results", "a; spf=fail dkim=pass header.d=b.c",
     "<a>; spf=fail dkim=<pass> header.d=<b.c>"},
    {"a malformed result does not affect the others",
     "a; =; dkim; dkim=; dkim=pass@b; /1=pass; spf==fail; arc=pass",
     "<a>; !authres_result_malformed; !authres_result_malformed; !authres_result_malformed; "
     "!authres_result_malformed; !authres_result_malformed; !authres_result_malformed; arc=pass"},
    {"keywords", "a; -=pass; a-=pass; a_b=c-d; 1=2",
     "<a>; !authres_result_malformed; !authres_result_malformed; a_b=c-d; 1=2"},
    {"semicolons", "a;; spf=fail; (x);",
     "<a>; !authres_result_missing; spf=fail; "
     "!authres_result_missing"},
    {"none before a result", "a; none; dkim=pass", "<a>; !authres_result_malformed; dkim=pass"},
    {"none after a result", "a; dkim=pass; none", "<a>; dkim=pass; !authres_result_malformed"},
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
    {"a method with its version first", "dkim/1=pass; spf=pass",
     "!authres_authserv_id_missing; dkim=pass; spf=pass"},
    {"an authserv-id before an equals sign", "a = = b; spf=pass",
     "!authres_authserv_id_missing; !authres_result_malformed; spf=pass"},
    {"no folding", "a;\nspf=pass", "<a>; !authres_result_malformed"},
};

constexpr bool hostile_fields() { return test::check_results(hostile_table); }
CASE("authentication_results: hostile and malformed fields", hostile_fields)

struct place {
    std::optional<diagnostic_code> code;
    std::string_view where; // the octets that the problem covers, with LF
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
    // Read from a field, and from an offset in a value.
    authentication_results const of_field{foldwise::field{"X-Results: a; spf=pass\r\n"}};
    REQUIRE_TRUE(of_field.find("spf")->is("SPF") && of_field.raw() == " a; spf=pass");
    authentication_results const after_instance{"i=1; a; spf=x y", 4};
    REQUIRE_TRUE(*after_instance.authserv_id() == "a");
    REQUIRE_TRUE(after_instance.raw() == "i=1; a; spf=x y");
    REQUIRE_TRUE(authentication_results("a; spf=x", 99).empty());
    after_instance.diagnose([](diagnostic const& problem) {
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

constexpr bool an_authserv_id_has_no_case() {
    authentication_results const ar{"MX.a.example 1; none"};
    REQUIRE_TRUE(ar.is_by("mx.A.example") && !ar.is_by("a.example") && !ar.is_by("mx.a.example.b"));
    REQUIRE_TRUE(authentication_results{"\"a\\b\n c\"; none"}.is_by("AB C")); // quoted, folded
    REQUIRE_TRUE(!authentication_results{"spf=pass"}.is_by("") && !ar.is_by(""));
    return true;
}
CASE("authentication_results: is_by() ignores case", an_authserv_id_has_no_case)

constexpr bool offsets_count_from_the_start_of_raw() {
    std::string_view const value = "i=1; a.example; =b";
    authentication_results const ar{value, 4};
    REQUIRE_TRUE(ar.raw() == value && ar.is_by("a.example"));
    REQUIRE_TRUE(ar.deviation() == diagnostic{diagnostic_code::authres_result_malformed, 15, 3});
    return true;
}
CASE("authentication_results: skipped octets belong to raw()", offsets_count_from_the_start_of_raw)

} // namespace
