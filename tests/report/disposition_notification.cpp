#include <foldwise/report/disposition_notification.hpp>

#include "../support.hpp"

#include <foldwise/mime/reads_parts.hpp>

#include <iterator>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<disposition_notification>);
static_assert(reads_parts<disposition_notification>);

constexpr void check_example(std::string_view body) {
    disposition_notification const n{body};
    REQUIRE_TRUE(n.reporting_ua()->name() == "joes-pc.cs.example.com");
    REQUIRE_TRUE(*n.reporting_ua()->product() == "Foomail 97.1");
    REQUIRE_TRUE(n.original_recipient()->addr_spec()->local_part() == "Joe_Recipient");
    REQUIRE_TRUE(n.final_recipient()->decoded() == "Joe_Recipient@example.com");
    REQUIRE_TRUE(n.original_message_id()->text() == "199509192301.23456@example.org");
    REQUIRE_TRUE(n.disposition()->action_mode() == mdn_action_mode::manual);
    REQUIRE_TRUE(n.disposition()->sending_mode() == mdn_sending_mode::manually);
    REQUIRE_TRUE(n.disposition()->type() == mdn_disposition_type::displayed);
    REQUIRE_TRUE(n.errors().empty() && n.failures().empty() && n.warnings().empty());
    REQUIRE_TRUE(!n.mdn_gateway() && n.raw() == body);
    n.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 8098 section 9", problem.name(), std::string_view{});
    });
}

constexpr void check_every_field(std::string_view body) {
    disposition_notification const n{body};
    REQUIRE_TRUE(n.reporting_ua()->name() == "Foomail 97.1" && !n.reporting_ua()->product());
    REQUIRE_TRUE(n.mdn_gateway()->is("dns") && n.mdn_gateway()->text() == "gate.example.org");
    REQUIRE_TRUE(n.final_recipient()->decoded() == "jos\xC3\xA9@sample.net");
    auto const modifiers = n.disposition()->modifiers();
    REQUIRE_TRUE(*modifiers.begin() == "error");
    auto it = n.errors().begin();
    REQUIRE_TRUE((*it).value() == "no paper");
    REQUIRE_TRUE((*++it).value() == "no ink: gr\xC3\xBCn");
    REQUIRE_TRUE(++it == n.errors().end());
    REQUIRE_TRUE((*n.failures().begin()).value() == "f");
    REQUIRE_TRUE((*n.warnings().begin()).value() == "w");
    REQUIRE_TRUE(n.fields().find("x-a")->value() == "b");
}

constexpr bool notifications_are_read() {
    test::with_both_line_endings("Reporting-UA: joes-pc.cs.example.com; Foomail 97.1\n"
                                 "Original-Recipient: rfc822;Joe_Recipient@example.com\n"
                                 "Final-Recipient: rfc822;Joe_Recipient@example.com\n"
                                 "Original-Message-ID: <199509192301.23456@example.org>\n"
                                 "Disposition: manual-action/MDN-sent-manually; displayed\n",
                                 check_example);
    test::with_both_line_endings("\n"
                                 "X-A: b\n"
                                 "Error: no paper\n"
                                 "Disposition: automatic-action/MDN-sent-automatically;\n"
                                 " processed/error\n"
                                 "\n"
                                 "Final-Recipient: utf-8; jos\xC3\xA9@sample.net\n"
                                 "MDN-Gateway: dns; gate.example.org\n"
                                 "reporting-ua: Foomail 97.1\n"
                                 "Error: no ink:\n"
                                 " gr\xC3\xBCn\n"
                                 "Failure: f\n"
                                 "Warning: w",
                                 check_every_field);
    return true;
}
CASE("disposition_notification: every field", notifications_are_read)

constexpr std::string_view bad_values = "Reporting-UA: ; a;b\n"
                                        "Final-Recipient: a@b.example\n"
                                        "Original-Message-ID: not known\n"
                                        "Disposition: displayed\n"
                                        "Disposition: a/b; c\n"
                                        "Original-Message-ID: <a@b>\n";
constexpr std::size_t at(std::string_view text) { return bad_values.find(text); }

constexpr diagnostic bad_value_problems[] = {
    {diagnostic_code::typed_value_without_type, at(" a@b.example") + 1, 11},
    {diagnostic_code::report_field_duplicate, at("Original-Message-ID: <"), 27},
    {diagnostic_code::mdn_disposition_malformed, at(" displayed") + 1, 9},
    {diagnostic_code::report_field_duplicate, at("Disposition: a"), 20},
};

constexpr bool a_bad_value_costs_only_itself() {
    disposition_notification const n{bad_values};
    REQUIRE_TRUE(n.reporting_ua()->name().empty() && *n.reporting_ua()->product() == "a;b");
    REQUIRE_TRUE(n.final_recipient()->addr_spec()->domain() == "b.example");
    REQUIRE_TRUE(!n.original_message_id() && !n.disposition());
    std::size_t count = 0;
    n.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(count < std::size(bad_value_problems) && found == bad_value_problems[count]);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(bad_value_problems));
    return true;
}
CASE("disposition_notification: a malformed value does not affect the others",
     a_bad_value_costs_only_itself)

constexpr bool other_bodies_have_no_values() {
    for (std::string_view const body : {"", "\n", "Read.\n", ": a\n"}) {
        disposition_notification const n{body};
        REQUIRE_TRUE(!n.reporting_ua() && !n.original_message_id() && !n.final_recipient());
        std::size_t count = 0;
        n.diagnose([&](diagnostic const& found) {
            ++count;
            REQUIRE_TRUE(found == diagnostic{diagnostic_code::field_missing, body.size(), 0});
        });
        REQUIRE_SAME(body, count, std::size_t{2});
    }
    return true;
}
CASE("disposition_notification: bodies without these fields", other_bodies_have_no_values)

} // namespace
