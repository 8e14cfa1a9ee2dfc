#include <foldwise/dmarc/detail/sender_text.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::find_sender_text;
using foldwise::detail::has_property;
using foldwise::detail::has_unusual_name;
using foldwise::detail::is_after_result;
using foldwise::detail::is_usual_comment;
using foldwise::detail::is_usual_quoted_string;
using enum foldwise::alignment_finding;

constexpr std::string_view usual_table[] = {
    "",
    "a.example",
    "a.example; none",
    "a.example;dkim=none",
    "a.example;;",
    "a.example; dkim=none;",
    "a.example; dkim=none; ; spf=none",
    "a.example (b); dkim=none (c)",
    "a.example; dkim=none (c); spf=none",
    "a.example; dmarc=pass(p=REJECT) header.from=b.example",
    "a.example; dmarc=pass(p=REJECT dis=none)  header.from=b.example",
    "a.example;dmarc=pass(p=REJECT)",
    "a.example; dkim=fail (\"body hash did not verify\") header.d=b.example",
    "a.example; spf=pass (domain of \"x=y@b.example\" designates x) smtp.helo=\"x=y@b.example\"",
    "a.example; spf=pass (client-ip=192.0.2.1; helo=c.example; envelope-from=x@b.example)",
    "a.example; spf=pass (helo=\"c.example\"; envelope-from=\"x@b.example\", \"x\")",
    "a.example; dmarc=fail reason=\"SPF not aligned (relaxed), No DKIM\" header.from=b.example",
    "a.example; spf=pass smtp.mailfrom=\"x y\"@b.example; dkim=none",
    "a.example; dkim=pass header.b=\"a/b=\"",
    "a.example; dkim (x) / 1 (y) = (z) fail policy (A) . (b) expired (c) = (d) 1",
    "a.example; dmarc=pass (p=none,d=none,d.eval=none) header.from=b.example",
};

struct row {
    std::string_view value;
    foldwise::alignment_finding finding;
    std::string_view place;
};

constexpr row odd_table[] = {
    {"a; b=c;d=e", results_with_odd_semicolon, ";"},
    {"a; b=c;(d) e=f", results_with_odd_semicolon, ";"},
    {"a; b=c d.e=x(f)", results_with_odd_comment, "(f)"},
    {"a; b=c d=x(f)", results_with_odd_comment, "(f)"},
    {"a; .b=c(f)", results_with_odd_comment, "(f)"},
    {"a(f); b=c", results_with_odd_comment, "(f)"},
    {"a; b=c (f)g", results_with_odd_comment, "(f)"},
    {"a; b=c (f)(g)", results_with_odd_comment, "(f)"},
    {"a; b=c (f)\"g\"", results_with_odd_comment, "(f)"},
    {"a; b=c (f(g))", results_with_odd_comment, "(f(g))"},
    {"a; b=c (f\\)g)", results_with_odd_comment, "(f\\)g)"},
    {"a; b=c (f \"g)", results_with_odd_comment, "(f \"g)"},
    {"a; b=c (f\"g\")", results_with_odd_comment, "(f\"g\")"},
    {"a; b=c (\"g\"@f)", results_with_odd_comment, "(\"g\"@f)"},
    {"a; b=c (\"g\" \"f)", results_with_odd_comment, "(\"g\" \"f)"},
    {"a; b=c (f smtp.mailfrom=g)", results_with_odd_comment, "(f smtp.mailfrom=g)"},
    {"a; b=c d.e=f)", results_with_odd_comment, ")"},
    {"a; b=c d.e=\\f", results_with_odd_quotes, "\\"},
    {"a; b=c d.e=f\"g\"", results_with_odd_quotes, "\"g\""},
    {"a; b=c d.e=\"g\"f", results_with_odd_quotes, "\"g\""},
    {"a; b=c d.e=\"g\"(f)", results_with_odd_quotes, "\"g\""},
    {"a; b=c d.e=\"g\"\"f\"", results_with_odd_quotes, "\"g\""},
    {"a; b=c d.e=\"f HEADER.D=g\"", results_with_odd_quotes, "\"f HEADER.D=g\""},
};

constexpr bool signs() {
    for (auto const value : usual_table)
        REQUIRE_SAME(value, find_sender_text(value).has_value(), false);
    for (auto const& row : odd_table) {
        auto const found = find_sender_text(row.value);
        REQUIRE_SAME(row.value, found.has_value(), true);
        REQUIRE_SAME(row.value, name_of(found->finding), name_of(row.finding));
        REQUIRE_SAME(row.value, found->place, row.place);
    }
    return true;
}
CASE("sender_text: signs of text of the sender", signs)

constexpr bool properties() {
    for (std::string_view const text : {"smtp.a=", "xHeader.b-c=d", "(. body.e=)", "policy.="})
        REQUIRE_SAME(text, has_property(text), true);
    for (std::string_view const text : {"", ".", "smtp.", "smtp.a", "smtp.a =", "a.b=c",
                                        "mtp.a=", "smtp.a.b=", "p=none", "smtp=a"})
        REQUIRE_SAME(text, has_property(text), false);
    return true;
}
CASE("sender_text: properties in a text", properties)

/// Whether the end of the text is after a result.
constexpr bool ends_after_result(std::string_view text) {
    return is_after_result(text, text.size());
}

constexpr bool starts_of_comments_and_quotes() {
    for (std::string_view const text : {"a;b=c", ";b=c", "a; \r\n\tb=c", ";;b=c"})
        REQUIRE_SAME(text, ends_after_result(text), true);
    for (std::string_view const text :
         {"", "b", "b=c", " b=c", "=c", ";=c", "a; =c", ";b=", ";b =c", ";b", "a;x b=c"})
        REQUIRE_SAME(text, ends_after_result(text), false);
    REQUIRE_TRUE(is_usual_comment("a;(b) c", 2, "(b)"));
    REQUIRE_TRUE(is_usual_comment("(b) c", 0, "(b)"));
    REQUIRE_TRUE(!is_usual_comment("a<(b) c", 2, "(b)"));
    REQUIRE_TRUE(is_usual_quoted_string("\"a\"; b", 0, "\"a\""));
    REQUIRE_TRUE(is_usual_quoted_string("x \"a\"; b", 2, "\"a\""));
    REQUIRE_TRUE(is_usual_quoted_string("x=\"a\"; b", 2, "\"a\""));
    REQUIRE_TRUE(!is_usual_quoted_string(" x\"a\"; b", 2, "\"a\""));
    return true;
}
CASE("sender_text: where comments and quoted-strings start", starts_of_comments_and_quotes)

constexpr bool names() {
    for (std::string_view const value : {"\"a\"", " \"a\"; none", " (b) a", "\n\t(b) a", "("})
        REQUIRE_SAME(value, has_unusual_name(value), true);
    for (std::string_view const value : {"", " ", "a", " a (b)", "\n a", "\r\n\ta", " ;(a)"})
        REQUIRE_SAME(value, has_unusual_name(value), false);
    return true;
}
CASE("sender_text: names that filters may not recognize", names)

} // namespace
