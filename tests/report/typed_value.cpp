#include <foldwise/report/typed_value.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<typed_value>);
static_assert(reads_fields<typed_value>);

struct row {
    std::string_view from;
    std::string_view value;
    std::string_view type;
    std::string_view text;
    std::string_view without_comments;
    std::optional<diagnostic_code> problem; // the error or the deviation
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"RFC 3464 appendix E", " dns; cs.utk.edu", "dns", "cs.utk.edu", "cs.utk.edu", {}},
    {"RFC 3464 appendix E", " mailbus; SYS30", "mailbus", "SYS30", "SYS30", {}},
    {"RFC 3464 appendix E",
     " smtp;  550 'arathib@vnet.IBM.COM' is not a\n registered gateway user",
     "smtp",
     "550 'arathib@vnet.IBM.COM' is not a registered gateway user",
     "550 'arathib@vnet.IBM.COM' is not a registered gateway user",
     {}},
    {"Sendmail, upper case",
     " DNS; mail.example.com",
     "DNS",
     "mail.example.com",
     "mail.example.com",
     {}},
    {"Sendmail", " X-Unix; 67", "X-Unix", "67", "67", {}},
    {"Sendmail, nothing after the type", " SMTP; ", "SMTP", "", "", {}},
    {"no white space", "dns;MX-1", "dns", "MX-1", "MX-1", {}},
    {"InterMail, an address as a comment",
     " dns; mx.example.net (192.0.2.1)",
     "dns",
     "mx.example.net (192.0.2.1)",
     "mx.example.net",
     {}},
    {"Gmail",
     " dns; mx.example.net (192.0.2.1, the server\n for the domain example.net.)",
     "dns",
     "mx.example.net (192.0.2.1, the server for the domain example.net.)",
     "mx.example.net",
     {}},
    {"an IP address", " dns; [192.0.2.1]", "dns", "[192.0.2.1]", "[192.0.2.1]", {}},
    {"several words", " x; A  \"B C\" (d) E", "x", "A  \"B C\" (d) E", "A B C E", {}},
    {"Exim, an answer of three lines",
     " smtp; 550-a; b\n 550-(c)\n 550 d",
     "smtp",
     "550-a; b 550-(c) 550 d",
     "550-a; b 550- 550 d",
     {}},
    {"RFC 822, comments", "(a) (b)\n dns (c;) ; (d) x", "dns", "(d) x", "x", {}},
    {"Amazon SES, no type", " Amazon SES did not send it. See\n the guide at https://docs.example/",
     "", "Amazon SES did not send it. See the guide at https://docs.example/",
     "Amazon SES did not send it. See the guide at https://docs.example/",
     typed_value_without_type},
    {"a comment alone", "(a)", "", "(a)", "", typed_value_without_type},
    {"two words before the semicolon", " Unknown user; sorry", "", "", "", typed_value_malformed},
    {"no atom before the semicolon", " a@b; c", "", "", "", typed_value_malformed},
    {"nothing before the semicolon", "; c", "", "", "", typed_value_malformed},
    {"a quoted type", "\"dns\"; c", "", "", "", typed_value_malformed},
    {"beyond ASCII", "d\xC3\xA9; c", "", "", "", typed_value_malformed},
    {"a comment that is not closed", "(dns; c", "", "", "", typed_value_malformed},
    {"nothing", "", "", "", "", typed_value_malformed},
    {"white space", " \n ", "", "", "", typed_value_malformed},
};

constexpr void check(row const& r, std::string_view value) {
    auto const read = typed_value::read(value);
    REQUIRE_SAME(r.value, read.has_value(), r.problem != typed_value_malformed);
    if (!read) {
        REQUIRE_SAME(r.value, read.error() == foldwise::whole_value(typed_value_malformed, value),
                     true);
        return;
    }
    REQUIRE_SAME(r.value, read->type(), r.type);
    REQUIRE_SAME(r.value, read->text() == r.text, true);
    REQUIRE_SAME(r.value, unfolded{read->raw_text()} == r.text, true);
    REQUIRE_SAME(r.value, read->without_comments() == r.without_comments, true);
    REQUIRE_SAME(r.value, read->raw(), value);
    auto const deviation = read->deviation();
    REQUIRE_SAME(r.value, deviation.has_value(), r.problem.has_value());
    if (deviation)
        REQUIRE_SAME(r.value, *deviation == foldwise::whole_value(*r.problem, value), true);
    REQUIRE_SAME(r.value, read->is(r.type), true);
}

constexpr bool values_have_types() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) { check(r, value); });
    auto const gmail = *typed_value::read("DNS; mx (a) (b)");
    REQUIRE_TRUE(gmail.is("dns") && !gmail.is("smtp"));
    REQUIRE_TRUE(gmail.comments().first()->text() == "a");
    REQUIRE_TRUE(typed_value::read(field{"Remote-MTA: dns; mx\n"})->text() == "mx");
    REQUIRE_TRUE(typed_value{}.type().empty() && typed_value{}.text().empty());
    return true;
}
CASE("typed_value: types and texts", values_have_types)

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a;( )\n\"", std::is_constant_evaluated() ? 3 : 6, [](std::string_view value) {
            auto const read = typed_value::read(value);
            if (!read) {
                REQUIRE_SAME(value, read.error().length,
                             foldwise::whole_value(read.error().code, value).length);
                return true;
            }
            auto const text = offset_of(value, read->raw_text());
            REQUIRE_SAME(value, trim_fws(read->raw_text()), read->raw_text());
            if (read->type().empty()) {
                REQUIRE_SAME(value, value.find(';') == value.npos, true);
                return true;
            }
            auto const type = offset_of(value, read->type());
            REQUIRE_SAME(value, type + read->type().size() < text, true);
            REQUIRE_SAME(value, scan::not_in(atext, read->type(), 0), read->type().size());
            return true;
        });
}
CASE("typed_value: any value is read", any_value_is_read)

} // namespace
