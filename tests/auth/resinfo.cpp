#include <foldwise/auth/resinfo.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <optional>
#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::resinfo;

static_assert(std::is_trivially_copyable_v<resinfo>);
static_assert(noexcept(resinfo::read(std::string_view{})));
static_assert(!std::is_constructible_v<resinfo, std::string_view>); // read() can fail

struct result_row {
    std::string_view from;
    std::string_view raw;
    std::string_view method; // empty: no value
    unsigned version;
    std::string_view result;
    std::optional<std::string_view> reason;
    std::size_t properties;
};

constexpr result_row result_table[] = {
    {"RFC 8601 appendix B.3", "\n  spf=pass smtp.mailfrom=example.net", "spf", 1, "pass", {}, 1},
    {"RFC 8601 appendix B.6", " dkim=pass reason=\"good signature\"\n header.i=@a.example", "dkim",
     1, "pass", "good signature", 1},
    {"RFC 8601 appendix B.7",
     " dkim (I like it) / 1 (One yay) = (wait for it) fail",
     "dkim",
     1,
     "fail",
     {},
     0},
    {"a version", "dkim/0012=pass", "dkim", 12, "pass", {}, 0},
    {"a comment directly after the result", "a=b(c)", "a", 1, "b", {}, 0},
    {"a reason that is a token", "a=b\n reason = (x) c.d e=f", "a", 1, "b", "c.d", 1},
    {"a reason in capitals", "a=b REASON=c", "a", 1, "b", "c", 0},
    {"an empty reason", "a=b reason=", "a", 1, "b", "", 0},
    {"a reason that is quoted and empty", "a=b reason=\"\"", "a", 1, "b", "", 0},
    {"a reason with two meanings", "a=b reason= c.d=e", "a", 1, "b", {}, 1},
    {"a second reason is a property", "a=b reason=c reason=d", "a", 1, "b", "c", 1},
    {"a reason after a property is a property", "a=b c.d=e reason=f", "a", 1, "b", {}, 2},
    {"a reason with a ptype is a property", "a=b reason.c=d", "a", 1, "b", {}, 1},
    {"a longer word", "a=b reasons=d", "a", 1, "b", {}, 1},
    {"the word alone", "a=b reason", "a", 1, "b", {}, 1},
    {"an empty value", "", "", 0, "", {}, 0},
    {"comments", " (a=b) ", "", 0, "", {}, 0},
    {"no method", "=b", "", 0, "", {}, 0},
    {"no result", "a=", "", 0, "", {}, 0},
    {"a result that is not a keyword", "a=b.c", "", 0, "", {}, 0},
    {"a method that is not a keyword", "a.b=c", "", 0, "", {}, 0},
    {"a hyphen at the end", "a=b-", "", 0, "", {}, 0},
    {"a version that is not a number", "a/b=c", "", 0, "", {}, 0},
    {"a version that is too large", "a/10000=c", "", 0, "", {}, 0},
    {"two results", "a=b=c", "", 0, "", {}, 0},
    {"no result, but a property", "a= b.c=d", "", 0, "", {}, 0},
};

constexpr bool table_of_results() {
    for (auto const& row : result_table)
        test::with_both_line_endings(row.raw, [&row](std::string_view raw) {
            auto const read = resinfo::read(raw, 7);
            REQUIRE_SAME(row.from, read.has_value(), !row.method.empty());
            if (!read) {
                bool const is_blank = row.raw.empty() || row.raw.starts_with(" (");
                auto const code = is_blank ? diagnostic_code::authres_result_missing
                                           : diagnostic_code::authres_result_malformed;
                REQUIRE_SAME(row.from, read.error() == diagnostic{code, 7, raw.size()}, true);
                return;
            }
            REQUIRE_SAME(row.from, read->raw(), raw);
            REQUIRE_SAME(row.from, read->method(), row.method);
            REQUIRE_SAME(row.from, read->method_version(), row.version);
            REQUIRE_SAME(row.from, read->result(), row.result);
            REQUIRE_SAME(row.from, read->reason().has_value(), row.reason.has_value());
            if (row.reason) REQUIRE_SAME(row.from, read->reason()->text() == *row.reason, true);
            std::size_t count = 0;
            for (auto const p : read->properties()) count += p || !p ? 1u : 0u;
            REQUIRE_SAME(row.from, count, row.properties);
        });
    return true;
}
CASE("resinfo: a method, its version, its result and the reason", table_of_results)

constexpr bool finding_properties() {
    auto const read = resinfo::read("a=b (x) c.d= e.f=1 c.d=2 C.D=3 (y) d=4", 10);
    REQUIRE_TRUE(read->is("A") && !read->is("b"));
    REQUIRE_TRUE(read->find("C", "d")->value().text() == "2");
    REQUIRE_TRUE(read->find("", "d")->value().text() == "4");
    REQUIRE_TRUE(!read->find("c", "") && !read->find("e", "f"));
    // Offsets count from the start of the value.
    auto const first = *read->properties().begin();
    REQUIRE_TRUE(first.error() == diagnostic{diagnostic_code::authres_property_malformed, 18, 10});
    std::size_t comments = 0;
    for (auto const comment : read->comments()) comments += comment.text().length();
    REQUIRE_TRUE(comments == 2);
    // Text in brackets can contain comments, text in quotes cannot.
    foldwise::record_comments const after_bracket = resinfo::read("a=b c.d=[e(f)")->comments();
    REQUIRE_TRUE(after_bracket.first()->text() == "f");
    REQUIRE_TRUE(resinfo::read("a=b c.d=[\"] (x)")->comments().empty());
    REQUIRE_TRUE(resinfo::read("").error().offset == 0);
    REQUIRE_TRUE(resinfo{}.properties().empty() && !resinfo{}.reason());
    return true;
}
CASE("resinfo: properties by their names, and comments", finding_properties)

constexpr bool case_does_not_count() {
    auto const read = resinfo::read("DKIM=Pass header.d=A.Example header.i=@b.example");
    REQUIRE_TRUE(read->is("dkim") && read->result_is("pass") && !read->result_is("pas"));
    REQUIRE_TRUE(read->result() == "Pass");
    auto const d = read->find("HEADER", "D")->value();
    REQUIRE_TRUE(d.is_domain("a.example") && d.is_domain("A.EXAMPLE") &&
                 !d.is_domain("a.example."));
    REQUIRE_TRUE(!d.is_domain("a.exampl") && !d.is_domain("") && d.text() != "a.example");
    return true;
}
CASE("resinfo: methods, results, property names and domains compare without case",
     case_does_not_count)

constexpr bool problems_are_reported_in_place() {
    auto const read = resinfo::read("a=b reason=c@d (x) e.f=<g> h", 100);
    test::problem_counter counter{std::string_view{}};
    read->diagnose(counter);
    REQUIRE_TRUE(counter.count == 3);
    using enum diagnostic_code;
    REQUIRE_TRUE(read->deviation() == diagnostic{authres_value_unquoted, 111, 3});
    auto const property = read->find("e", "f");
    REQUIRE_TRUE(property->deviation() == diagnostic{authres_value_unquoted, 119, 7});
    REQUIRE_TRUE(!resinfo::read("a=b")->deviation());
    return true;
}
CASE("resinfo: problems of the reason and the properties, at offsets in the field's value",
     problems_are_reported_in_place)

} // namespace
