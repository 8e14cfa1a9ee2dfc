#include <foldwise/smtp/ehlo_line.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

#include <iterator>
#include <ranges>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<ehlo_line>);
static_assert(std::ranges::forward_range<ehlo_parameters>);
static_assert(std::ranges::borrowed_range<ehlo_parameters> && std::ranges::view<ehlo_parameters>);
static_assert(std::size(detail::ehlo_keywords) == static_cast<std::size_t>(smtp_extension::other));

struct row {
    std::string_view from;
    std::string_view text;
    std::string_view keyword;
    smtp_extension extension;
    std::string_view parameters; // with one space between them
};

constexpr row table[] = {
    {"RFC 2920", "PIPELINING", "PIPELINING", smtp_extension::pipelining, ""},
    {"RFC 1870 section 7", "SIZE 1000000", "SIZE", smtp_extension::size, "1000000"},
    {"RFC 1870 section 3", "SIZE", "SIZE", smtp_extension::size, ""},
    {"RFC 6152 section 2", "8BITMIME", "8BITMIME", smtp_extension::eight_bit_mime, ""},
    {"RFC 6531 section 3.1", "SMTPUTF8", "SMTPUTF8", smtp_extension::smtp_utf8, ""},
    {"RFC 3207 section 5", "STARTTLS", "STARTTLS", smtp_extension::start_tls, ""},
    {"RFC 4954 section 4.1", "AUTH GSSAPI DIGEST-MD5 PLAIN", "AUTH", smtp_extension::auth,
     "GSSAPI DIGEST-MD5 PLAIN"},
    {"RFC 3461 section 4", "DSN", "DSN", smtp_extension::dsn, ""},
    {"RFC 2034 section 3", "ENHANCEDSTATUSCODES", "ENHANCEDSTATUSCODES",
     smtp_extension::enhanced_status_codes, ""},
    {"RFC 3030 section 2", "CHUNKING", "CHUNKING", smtp_extension::chunking, ""},
    {"RFC 3030 section 3", "BINARYMIME", "BINARYMIME", smtp_extension::binary_mime, ""},
    {"RFC 9422", "LIMITS MAILMAX=10 RCPTMAX=100", "LIMITS", smtp_extension::limits,
     "MAILMAX=10 RCPTMAX=100"},
    {"RFC 8689 section 2", "REQUIRETLS", "REQUIRETLS", smtp_extension::require_tls, ""},
    {"Postfix XCLIENT_README", "XCLIENT NAME ADDR PORT PROTO HELO LOGIN", "XCLIENT",
     smtp_extension::xclient, "NAME ADDR PORT PROTO HELO LOGIN"},
    {"Postfix XFORWARD_README", "XFORWARD NAME ADDR", "XFORWARD", smtp_extension::xforward,
     "NAME ADDR"},
    {"RFC 2852 section 2", "DELIVERBY 240", "DELIVERBY", smtp_extension::deliver_by, "240"},
    {"RFC 6710 section 3", "MT-PRIORITY STANAG4406", "MT-PRIORITY", smtp_extension::mt_priority,
     "STANAG4406"},
    {"RFC 4865 section 3", "FUTURERELEASE 86400 2024-12-31T00:00:00Z", "FUTURERELEASE",
     smtp_extension::future_release, "86400 2024-12-31T00:00:00Z"},
    {"RFC 3865 section 3", "NO-SOLICITING net.example:ADV", "NO-SOLICITING",
     smtp_extension::no_soliciting, "net.example:ADV"},
    {"RFC 4468 section 3.3", "BURL imap", "BURL", smtp_extension::burl, "imap"},
    {"RFC 7293 section 5", "RRVS", "RRVS", smtp_extension::rrvs, ""},
    {"RFC 2645", "ATRN", "ATRN", smtp_extension::atrn, ""},
    {"RFC 1985", "ETRN", "ETRN", smtp_extension::etrn, ""},
    {"RFC 5321 section 4.1.1", "VRFY", "VRFY", smtp_extension::vrfy, ""},
    {"RFC 5321 section 4.1.1", "EXPN", "EXPN", smtp_extension::expn, ""},
    {"RFC 5321 section 4.1.1", "HELP", "HELP", smtp_extension::help, ""},
    {"Postfix VERP_README", "VERP", "VERP", smtp_extension::verp, ""},
    {"case does not count", "StartTLS", "StartTLS", smtp_extension::start_tls, ""},
    {"case does not count", "auth login", "auth", smtp_extension::auth, "login"},
    {"an unknown keyword", "X-EXPS GSSAPI NTLM", "X-EXPS", smtp_extension::other, "GSSAPI NTLM"},
    {"one letter", "A", "A", smtp_extension::other, ""},
    {"a digit first", "8A", "8A", smtp_extension::other, ""},
    {"only the start of a keyword", "SIZ 1", "SIZ", smtp_extension::other, "1"},
    {"more than a keyword", "SIZED 1", "SIZED", smtp_extension::other, "1"},
};

constexpr bool has_parameters(row const& r, ehlo_line const& line) {
    std::size_t at = 0;
    for (auto const parameter : line.parameters()) {
        if (at != 0) ++at;
        REQUIRE_SAME(r.text, parameter, r.parameters.substr(at, parameter.size()));
        REQUIRE_SAME(r.text, line.has(parameter), true);
        at += parameter.size();
    }
    return REQUIRE_SAME(r.text, at, r.parameters.size());
}

constexpr bool lines_are_read() {
    for (auto const& r : table) {
        auto const line = ehlo_line::read(r.text);
        REQUIRE_SAME(r.text, line.has_value(), true);
        if (!line) continue;
        REQUIRE_SAME(r.text, line->raw(), r.text);
        REQUIRE_SAME(r.text, line->keyword(), r.keyword);
        REQUIRE_SAME(r.text, line->extension(), r.extension);
        REQUIRE_SAME(r.text, line->deviation().has_value(), false);
        has_parameters(r, *line);
    }
    auto const auth = ehlo_line::read("AUTH PLAIN LOGIN");
    REQUIRE_TRUE(auth->is("auth") && auth->has("plain") && auth->has("LOGIN"));
    REQUIRE_TRUE(!auth->has("AUTH") && !auth->has("PLAI") && !auth->has(""));
    return true;
}
CASE("ehlo_line: keywords and parameters", lines_are_read)

struct problem_row {
    std::string_view text;
    std::string_view parameters;
    diagnostic problem; // the only one
};

constexpr problem_row problems[] = {
    {"AUTH=LOGIN PLAIN", "LOGIN PLAIN", {ehlo_keyword_equals, 4, 1}},
    {"AUTH=", "", {ehlo_keyword_equals, 4, 1}},
    {"AUTH= LOGIN", "LOGIN", {ehlo_keyword_equals, 4, 1}},
    {"AUTH =LOGIN", "=LOGIN", {}}, // a parameter may start with "="
    {"X_A b", "b", {ehlo_keyword_octet, 1, 1}},
    {"-A b", "b", {ehlo_keyword_octet, 0, 1}},
    {"A.B", "", {ehlo_keyword_octet, 1, 1}},
    {"OK:", "", {ehlo_keyword_octet, 2, 1}},
    {"\xC3\xA9", "", {ehlo_keyword_octet, 0, 1}},
    {"AUTH  PLAIN", "PLAIN", {ehlo_white_space, 4, 2}},
    {"AUTH\tPLAIN", "PLAIN", {ehlo_white_space, 4, 1}},
    {"AUTH PLAIN ", "PLAIN", {ehlo_white_space, 10, 1}},
    {"AUTH ", "", {ehlo_white_space, 4, 1}},
    {"AUTH A \tB", "A B", {ehlo_white_space, 6, 2}},
    {"AUTH A\x01", "A\x01", {ehlo_parameter_octet, 6, 1}},
    {"AUTH A \xE9", "A \xE9", {ehlo_parameter_octet, 7, 1}},
};

constexpr bool problems_are_reported() {
    for (auto const& r : problems) {
        auto const line = ehlo_line::read(r.text);
        REQUIRE_SAME(r.text, line.has_value(), true);
        if (!line) continue;
        has_parameters({"", r.text, "", {}, r.parameters}, *line);
        std::size_t count = 0;
        line->diagnose([&](diagnostic const& problem) {
            ++count;
            REQUIRE_SAME(r.text, problem == r.problem, true);
        });
        REQUIRE_SAME(r.text, count, r.problem.length == 0 ? 0u : 1u);
    }
    return true;
}
CASE("ehlo_line: problems", problems_are_reported)

constexpr bool a_line_needs_a_keyword() {
    for (std::string_view const text : {"", " ", " AUTH", "=", "=PLAIN", "\tSIZE 1"})
        REQUIRE_SAME(
            text, ehlo_line::read(text).error() == diagnostic{ehlo_keyword_missing, 0, text.size()},
            true);
    return true;
}
CASE("ehlo_line: lines without a keyword", a_line_needs_a_keyword)

constexpr bool any_text_is_read() {
    return test::for_each_string(
        "A= \t.", std::is_constant_evaluated() ? 3 : 7, [](std::string_view text) {
            auto const line = ehlo_line::read(text);
            if (!line) return true;
            std::size_t octets = line->keyword().size();
            for (auto const parameter : line->parameters()) {
                octets += parameter.size();
                REQUIRE_SAME(text, parameter.empty() || scan::in(wsp, parameter, 0) == 0, false);
            }
            REQUIRE_SAME(text, octets <= text.size(), true);
            line->diagnose([text](diagnostic const& problem) {
                REQUIRE_SAME(text, problem.length != 0, true);
                REQUIRE_SAME(text, problem.offset + problem.length <= text.size(), true);
            });
            return true;
        });
}
CASE("ehlo_line: any text is read", any_text_is_read)

TEST_CASE("ehlo_line: the reporter is not copied") {
    test::still_reporter reporter;
    ehlo_line::read("AUTH=A ")->diagnose(reporter);
    CHECK(reporter.count == 2);
}

} // namespace
