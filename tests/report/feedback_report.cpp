#include <foldwise/report/feedback_report.hpp>

#include "../support.hpp"

#include <foldwise/mime/reads_parts.hpp>

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<feedback_report>);
static_assert(reads_parts<feedback_report>);
static_assert(std::ranges::forward_range<feedback_report::path_range>);
static_assert(std::ranges::borrowed_range<feedback_report::domain_range>);
static_assert(std::ranges::view<feedback_report::uri_range>);

constexpr void no_problem(diagnostic const& problem) {
    REQUIRE_SAME("a feedback report", problem.name(), std::string_view{});
}

// RFC 5965 appendix B.1.
constexpr void check_short_example(std::string_view body) {
    feedback_report const r{body};
    REQUIRE_TRUE(r.feedback_type()->is("abuse"));
    REQUIRE_TRUE(*r.user_agent() == "SomeGenerator/1.0");
    REQUIRE_TRUE(*r.version() == 1);
    REQUIRE_TRUE(!r.source_ip() && !r.incidents() && !r.original_mail_from());
    REQUIRE_TRUE(r.original_rcpt_to().empty() && r.reported_uris().empty());
    r.diagnose(no_problem);
}

// RFC 5965 appendix B.2.
constexpr void check_long_example(std::string_view body) {
    feedback_report const r{body};
    REQUIRE_TRUE(r.feedback_type()->is("abuse") && *r.version() == 1);
    REQUIRE_TRUE(r.original_mail_from()->addr_spec()->local_part() == "somespammer");
    REQUIRE_TRUE((*r.original_rcpt_to().begin())->addr_spec()->domain() == "example.com");
    REQUIRE_TRUE(r.reporting_mta()->text() == "mail.example.com");
    REQUIRE_TRUE(*r.source_ip() == ip_address{"192.0.2.1", ip_version::v4});
    auto result = r.authentication_results().begin();
    REQUIRE_TRUE((*result).value().length() > 40);
    REQUIRE_TRUE(++result == std::default_sentinel);
    REQUIRE_TRUE(*r.reported_domains().begin() == "example.net");
    auto uri = r.reported_uris().begin();
    REQUIRE_TRUE(*uri == "http://example.net/earn_money.html");
    REQUIRE_TRUE(*++uri == "mailto:user@example.com");
    REQUIRE_TRUE(++uri == std::default_sentinel);
    REQUIRE_TRUE(r.fields().find("Removal-Recipient")->value() == "user@example.com");
    // The day name in the example is wrong.
    REQUIRE_TRUE(r.arrival_date().error().code == diagnostic_code::date_wrong_day_name);
    std::size_t count = 0;
    r.diagnose([&](diagnostic const& problem) {
        ++count;
        REQUIRE_TRUE(problem == r.arrival_date().error());
    });
    REQUIRE_TRUE(count == 1);
}

// All fields of RFC 5965 section 3, with repetitions where they are allowed.
constexpr void check_every_field(std::string_view body) {
    feedback_report const r{body};
    REQUIRE_TRUE(r.feedback_type()->keyword() == feedback_type_keyword::not_spam);
    REQUIRE_TRUE(*r.original_envelope_id() == "QQ314159 x");
    REQUIRE_TRUE(r.original_mail_from()->is_null());
    REQUIRE_TRUE(r.arrival_date()->unix_seconds() == 1418637600);
    REQUIRE_TRUE(*r.source_ip() == ip_address{"2001:db8::1", ip_version::v6});
    REQUIRE_TRUE(*r.incidents() == 4294967295u);
    auto to = r.original_rcpt_to().begin();
    REQUIRE_TRUE((*to)->addr_spec()->local_part() == "a");
    REQUIRE_TRUE((*++to).error().offset == body.find("nobody"));
    REQUIRE_TRUE((*++to)->addr_spec()->local_part() == "c");
    REQUIRE_TRUE(++to == std::default_sentinel);
    auto domain = r.reported_domains().begin();
    REQUIRE_TRUE(*domain == "a.example");
    REQUIRE_TRUE(*++domain == "[192.0.2.1]");
    REQUIRE_TRUE(*r.reported_uris().begin() == "http://a.example/bc");
}

constexpr bool reports_are_read() {
    test::with_both_line_endings("Feedback-Type: abuse\n"
                                 "User-Agent: SomeGenerator/1.0\n"
                                 "Version: 1\n",
                                 check_short_example);
    test::with_both_line_endings("Feedback-Type: abuse\n"
                                 "User-Agent: SomeGenerator/1.0\n"
                                 "Version: 1\n"
                                 "Original-Mail-From: <somespammer@example.net>\n"
                                 "Original-Rcpt-To: <user@example.com>\n"
                                 "Arrival-Date: Thu, 8 Mar 2005 14:00:00 EDT\n"
                                 "Reporting-MTA: dns; mail.example.com\n"
                                 "Source-IP: 192.0.2.1\n"
                                 "Authentication-Results: mail.example.com;\n"
                                 "    spf=fail smtp.mail=somespammer@example.com\n"
                                 "Reported-Domain: example.net\n"
                                 "Reported-Uri: http://example.net/earn_money.html\n"
                                 "Reported-Uri: mailto:user@example.com\n"
                                 "Removal-Recipient: user@example.com\n",
                                 check_long_example);
    return true;
}
CASE("feedback_report: the examples of RFC 5965", reports_are_read)

constexpr bool every_field_is_read() {
    test::with_both_line_endings("\n"
                                 "feedback-type: (a) Not-Spam\n"
                                 "Original-Envelope-Id: QQ314159\n x\n"
                                 "Original-Mail-From: <> (a)\n"
                                 "Received-Date: Tue, 16 Dec 2014 11:00:00 +0100\n"
                                 "Arrival-Date: Mon, 15 Dec 2014 11:00:00 +0100\n"
                                 "\n"
                                 "Source-IP: IPv6:2001:db8::1 (a (b))\n"
                                 "Incidents: 4294967295\n"
                                 "Original-Rcpt-To: <a@b.example>\n"
                                 "Original-Rcpt-To: nobody\n"
                                 "Original-Rcpt-To: c@d.example\n"
                                 "Reported-Domain: a.example (a)\n"
                                 "Reported-Domain: [192.0.2.1]\n"
                                 "Reported-URI: http://a.example/b\n  c \n",
                                 check_every_field);
    return true;
}
CASE("feedback_report: every field", every_field_is_read)

constexpr bool numbers_are_read() {
    struct {
        std::string_view value;
        std::optional<std::uint32_t> number;
    } constexpr table[] = {
        {" 1", 1u},         {"0 (a)", 0u},
        {"007", 7u},        {"4294967295", 4294967295u},
        {"4294967296", {}}, {"99999999999999999999999", {}},
        {"", {}},           {"1.0", {}},
        {"-1", {}},         {"1a", {}},
        {"1 2", {}},        {"\"1\"", {}},
    };
    for (auto const& row : table) {
        auto const read = detail::read_feedback_number(row.value);
        REQUIRE_SAME(row.value, read.has_value(), row.number.has_value());
        if (read)
            REQUIRE_SAME(row.value, *read, *row.number);
        else
            REQUIRE_SAME(row.value,
                         read.error() == foldwise::whole_value(
                                             diagnostic_code::feedback_value_malformed, row.value),
                         true);
    }
    return true;
}
CASE("feedback_report: numbers", numbers_are_read)

constexpr bool ip_addresses_are_read() {
    struct {
        std::string_view value;
        std::string_view text; // empty: no address
    } constexpr table[] = {
        {"192.0.2.1", "192.0.2.1"},
        {" (a) 192.0.2.1\r\n (b.example)", "192.0.2.1"}, // as OpenDMARC writes the name
        {"2001:db8::1", "2001:db8::1"},
        {"ipv6:::1", "::1"},
        {"::ffff:192.0.2.1", "::ffff:192.0.2.1"},
        {"fe80::1%eth0", "fe80::1%eth0"},
        {"192.0.2.1 a", ""},
        {"192.0.2.1 (a", ""},
        {"192.0.2.256", ""},
        {"[192.0.2.1]", ""},
        {"192.0.2.1:25", ""},
        {"a.example", ""},
        {"UNKNOWN", ""},
        {"", ""},
    };
    for (auto const& row : table) {
        auto const read = detail::read_source_ip(row.value);
        REQUIRE_SAME(row.value, read.has_value(), !row.text.empty());
        if (read) REQUIRE_SAME(row.value, read->text, row.text);
    }
    return true;
}
CASE("feedback_report: IP addresses", ip_addresses_are_read)

constexpr std::string_view bad_values = "Feedback-Type: abuse fraud\n"
                                        "Version: 0.1\n"
                                        "Version: 1\n"
                                        "Original-Mail-From: a@b.example\n"
                                        "Received-Date: never\n"
                                        "Reporting-MTA: mx.example.org\n"
                                        "Source-IP: here\n"
                                        "Incidents: many\n"
                                        "Original-Rcpt-To: c\n"
                                        "Original-Rcpt-To: d@e.example\n";
constexpr std::size_t at(std::string_view text) { return bad_values.find(text); }

constexpr diagnostic bad_value_problems[] = {
    {diagnostic_code::keyword_malformed, at(" abuse") + 1, 11},
    {diagnostic_code::field_missing, bad_values.size(), 0},
    {diagnostic_code::feedback_value_malformed, at(" 0.1") + 1, 3},
    {diagnostic_code::report_field_duplicate, at("Version: 1"), 11},
    {diagnostic_code::path_without_brackets, at("a@b"), 11},
    {diagnostic_code::date_malformed, at("never"), 5},
    {diagnostic_code::typed_value_without_type, at(" mx") + 1, 14},
    {diagnostic_code::feedback_value_malformed, at(" here") + 1, 4},
    {diagnostic_code::feedback_value_malformed, at(" many") + 1, 4},
    {diagnostic_code::address_without_at, at("c\n"), 1},
    {diagnostic_code::path_without_brackets, at("d@e"), 11},
};

constexpr bool a_bad_value_costs_only_itself() {
    feedback_report const r{bad_values};
    REQUIRE_TRUE(!r.feedback_type() && !r.version() && !r.user_agent() && !r.incidents());
    REQUIRE_TRUE(r.original_mail_from()->addr_spec()->domain() == "b.example");
    std::size_t count = 0;
    r.diagnose([&](diagnostic const& found) {
        REQUIRE_SAME(found.name(),
                     count < std::size(bad_value_problems) && found == bad_value_problems[count],
                     true);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(bad_value_problems));
    REQUIRE_TRUE(r.deviation()->code == diagnostic_code::report_field_duplicate);
    return true;
}
CASE("feedback_report: a malformed value does not affect the others", a_bad_value_costs_only_itself)

} // namespace
