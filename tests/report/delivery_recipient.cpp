#include <foldwise/report/delivery_recipient.hpp>

#include "../support.hpp"

#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<delivery_recipient>);

// All fields of RFC 3464 section 2.3, in another order and in another case.
constexpr std::string_view every_field = "x: y\n"
                                         "WILL-RETRY-UNTIL: Sat, 20 Dec 2014 11:00:00 +0100\n"
                                         "final-log-id: 5 (a) b\n"
                                         "Last-Attempt-Date: Mon, 15 Dec 2014 11:00:00 +0100\n"
                                         "Localized-Diagnostic: de; Nein\n"
                                         "Localized-Diagnostic: fr; Non\n"
                                         "Diagnostic-Code: smtp; 450 4.2.2\n full (a)\n"
                                         "Remote-MTA: dns; mx.sample.net (192.0.2.1)\n"
                                         "Status: 4.2.2 (full)\n"
                                         "Action: delayed\n"
                                         "Final-Recipient: rfc822; foe@sample.net\n"
                                         "Original-Recipient: rfc822;friend@example.org\n";

constexpr void check_every_field(std::string_view bytes) {
    delivery_recipient const r{bytes, header_section{bytes}};
    REQUIRE_TRUE(r.original_recipient()->addr_spec()->local_part() == "friend");
    REQUIRE_TRUE(r.final_recipient()->addr_spec()->local_part() == "foe");
    REQUIRE_TRUE(r.action()->keyword() == delivery_action_keyword::delayed);
    REQUIRE_TRUE(*r.status() == status_code{status_class::persistent_transient_failure, 2, 2});
    REQUIRE_TRUE(r.remote_mta()->is("dns"));
    REQUIRE_TRUE(r.remote_mta()->without_comments() == "mx.sample.net");
    REQUIRE_TRUE(r.diagnostic_code()->is("SMTP"));
    REQUIRE_TRUE(r.diagnostic_code()->text() == "450 4.2.2 full (a)");
    auto it = r.localized_diagnostics().begin();
    REQUIRE_TRUE((*it)->is("DE"));
    REQUIRE_TRUE((*++it)->text() == "Non");
    REQUIRE_TRUE(++it == r.localized_diagnostics().end());
    REQUIRE_TRUE(!r.deviation());
    REQUIRE_TRUE(r.last_attempt_date()->unix_seconds() == 1418637600);
    REQUIRE_TRUE(*r.final_log_id() == "5 (a) b");
    REQUIRE_TRUE(r.will_retry_until()->unix_seconds() == 1418637600 + 5 * 86400);
    REQUIRE_TRUE(r.fields().find("X")->value() == "y");
    r.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("every field", problem.name(), std::string_view{});
    });
}

constexpr bool every_field_is_read() {
    test::with_both_line_endings(every_field, check_every_field);
    return true;
}
CASE("delivery_recipient: every field", every_field_is_read)

constexpr void take(diagnostic const*& wanted, diagnostic const* end, diagnostic const& found) {
    REQUIRE_TRUE(wanted != end && *wanted == found);
    if (wanted != end) ++wanted;
}

constexpr std::string_view bad_values = "a: b\n\n"
                                        "Final-Recipient: a b; c\n"
                                        "Action: two words\n"
                                        "Status: 5.1\n"
                                        "Diagnostic-Code: Sorry.\n"
                                        "Last-Attempt-Date: never\n"
                                        "Status: 5.1.1\n"
                                        "Will-Retry-Until: 15 Dec 2014 11:00 EST\n"
                                        "Final-Log-ID: 1\n"
                                        "Final-Log-ID: 2\n";
constexpr std::size_t at(std::string_view text) { return bad_values.find(text); }

constexpr diagnostic bad_value_problems[] = {
    {diagnostic_code::typed_value_malformed, at(" a b; c") + 1, 6},
    {diagnostic_code::keyword_malformed, at(" two words") + 1, 9},
    {diagnostic_code::status_code_malformed, at(" 5.1\n") + 1, 3},
    {diagnostic_code::report_field_duplicate, at("Status: 5.1.1"), 14},
    {diagnostic_code::typed_value_without_type, at(" Sorry.") + 1, 6},
    {diagnostic_code::date_malformed, at(" never") + 1, 5},
    {diagnostic_code::report_field_duplicate, at("Final-Log-ID: 2"), 16},
    {diagnostic_code::date_obsolete, at("EST"), 3},
};

constexpr bool a_bad_value_costs_only_itself() {
    constexpr std::string_view group = bad_values.substr(6);
    delivery_recipient const r{bad_values, header_section{group}};
    REQUIRE_TRUE(!r.final_recipient() && !r.action() && !r.status() && !r.last_attempt_date());
    REQUIRE_TRUE(r.diagnostic_code()->text() == "Sorry.");
    REQUIRE_TRUE(r.will_retry_until()->offset_minutes() == -300);
    REQUIRE_TRUE(r.remote_mta().error() ==
                 diagnostic{diagnostic_code::field_missing, bad_values.size(), 0});
    REQUIRE_TRUE(!delivery_recipient{}.status() && !delivery_recipient{}.final_log_id());
    REQUIRE_TRUE(r.deviation() ==
                 diagnostic{diagnostic_code::typed_value_malformed, at(" a b; c") + 1, 6});
    auto const* next = std::begin(bad_value_problems);
    r.diagnose([&](diagnostic const& found) { take(next, std::end(bad_value_problems), found); });
    REQUIRE_TRUE(next == std::end(bad_value_problems));
    return true;
}
CASE("delivery_recipient: a malformed value does not affect the others",
     a_bad_value_costs_only_itself)

constexpr bool localized_diagnostics_count_from_the_start_of_the_body() {
    constexpr std::string_view body = "Localized-Diagnostic: a b; c\n";
    delivery_recipient const r{body, header_section{body}};
    REQUIRE_TRUE((*r.localized_diagnostics().begin()).error() ==
                 diagnostic{diagnostic_code::typed_value_malformed, body.find(" a b") + 1, 6});
    return true;
}
CASE("delivery_recipient: localized diagnostics, and offsets of their errors",
     localized_diagnostics_count_from_the_start_of_the_body)

constexpr bool lines_that_are_not_folded() {
    constexpr std::string_view body = "Final-Recipient: rfc822; foe@sample.net\r\n"
                                      "Action: failed\r\n"
                                      "Diagnostic-Code: smtp; 550-5.1.1 no such\r\n user\r\n"
                                      "550-5.1.1 see\r\n"
                                      "https://sample.net/\r\n"
                                      "550-5.1.1: x\r\n"
                                      "550 5.1.1 end\r\n"
                                      "Status: 5.1.1\r\n"
                                      "no field\r\n";
    delivery_recipient const r{body, header_section{body}};
    REQUIRE_TRUE(r.diagnostic_code()->text() ==
                 "550-5.1.1 no such user\r\n550-5.1.1 see\r\nhttps://sample.net/\r\n"
                 "550-5.1.1: x\r\n550 5.1.1 end");
    REQUIRE_TRUE(r.diagnostic_code()->is("smtp") && r.status()->is("5.1.1"));
    auto const first = body.find("550-5.1.1 see");
    auto const size = body.find("\r\nStatus") - first;
    std::size_t count = 0;
    r.diagnose([&](diagnostic const& found) {
        ++count;
        REQUIRE_TRUE(found == diagnostic{diagnostic_code::report_line_not_folded, first, size});
    });
    REQUIRE_TRUE(count == 1);
    constexpr std::string_view bad = "Action: failed\nDiagnostic-Code: a b; c\nd\n";
    REQUIRE_TRUE(delivery_recipient(bad, header_section{bad}).diagnostic_code().error() ==
                 diagnostic{diagnostic_code::typed_value_malformed, bad.find(" a b") + 1, 8});
    constexpr std::string_view last = "Diagnostic-Code: smtp; a";
    REQUIRE_TRUE(delivery_recipient(last, header_section{last}).diagnostic_code()->text() == "a");
    return true;
}
CASE("delivery_recipient: lines after the diagnostic that are not fields belong to it",
     lines_that_are_not_folded)

constexpr bool missing_fields_are_reported() {
    constexpr std::string_view body = "Status: 2.0.0\r\n";
    std::size_t count = 0;
    delivery_recipient{body, header_section{body}}.diagnose([&](diagnostic const& found) {
        ++count;
        REQUIRE_TRUE(found == diagnostic{diagnostic_code::field_missing, body.size(), 0});
    });
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("delivery_recipient: missing fields that RFC 3464 requires are reported",
     missing_fields_are_reported)

} // namespace
