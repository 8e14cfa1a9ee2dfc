#include <foldwise/report/auth_failure_report.hpp>

#include "../support.hpp"

#include <foldwise/mime/reads_parts.hpp>

#include <algorithm>
#include <iterator>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<auth_failure_report>);
static_assert(reads_parts<auth_failure_report>);

// As in RFC 6591 appendix B.
constexpr std::string_view example = "Feedback-Type: auth-failure\n"
                                     "User-Agent: Someisp!Mail-Feedback/1.0\n"
                                     "Version: 1\n"
                                     "Original-Mail-From: <anexample.reply@a.sender.example>\n"
                                     "Original-Envelope-Id: o3F52gxO029144\n"
                                     "Authentication-Results: mta1011.mail.tp2.receiver.example;\n"
                                     "    dkim=fail (bodyhash) header.d=sender.example\n"
                                     "Auth-Failure: bodyhash\n"
                                     "Delivery-Result: Reject\n"
                                     "DKIM-Canonicalized-Header: QTog\n"
                                     "DKIM-Canonicalized-Body: VGhp\n"
                                     "    cyBp\n"
                                     "    cwo=\n"
                                     "DKIM-Domain: sender.example\n"
                                     "DKIM-Identity: @sender.example\n"
                                     "DKIM-Selector: testkey\n"
                                     "Arrival-Date: 8 Oct 2011 20:15:58 +0000 (GMT)\n"
                                     "Source-IP: 192.0.2.1\n"
                                     "Reported-Domain: a.sender.example\n"
                                     "Reported-URI: http://www.sender.example/\n";

constexpr void check_example(std::string_view body) {
    auth_failure_report const r{body};
    REQUIRE_TRUE(r.feedback_type()->is("auth-failure"));
    REQUIRE_TRUE(r.auth_failure()->keyword() == auth_failure_keyword::bodyhash);
    REQUIRE_TRUE(r.delivery_result()->keyword() == delivery_result_keyword::reject);
    REQUIRE_TRUE(*r.dkim_domain() == "sender.example");
    REQUIRE_TRUE(*r.dkim_identity() == "@sender.example" && *r.dkim_selector() == "testkey");
    REQUIRE_TRUE(std::ranges::equal(*r.dkim_canonicalized_header(), std::string_view{"A: "}));
    REQUIRE_TRUE(std::ranges::equal(*r.dkim_canonicalized_body(), std::string_view{"This is\n"}));
    REQUIRE_TRUE(r.source_ip()->text == "192.0.2.1");
    r.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 6591 appendix B", problem.name(), std::string_view{});
    });
}

constexpr bool reports_are_read() {
    test::with_both_line_endings(example, check_example);
    return true;
}
CASE("auth_failure_report: the example of RFC 6591", reports_are_read)

constexpr bool problems_are_reported() {
    using enum diagnostic_code;
    constexpr std::string_view body = "Feedback-Type: auth-failure\nUser-Agent: a\nVersion: 1\n"
                                      "Delivery-Result: a b\nDKIM-Domain: a\nDKIM-Domain: b\n";
    diagnostic const wanted[] = {
        {field_missing, body.size(), 0},
        {keyword_malformed, body.find("a b"), 3},
        {report_field_duplicate, body.find("DKIM-Domain: b"), 15},
    };
    auto const* next = std::begin(wanted);
    auth_failure_report{body}.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(next != std::end(wanted) && found == *next);
        if (next != std::end(wanted)) ++next;
    });
    REQUIRE_TRUE(next == std::end(wanted));
    REQUIRE_TRUE(auth_failure_report{body}.deviation() == wanted[2]); // an ambiguity
    REQUIRE_TRUE(!auth_failure_report{}.dkim_canonicalized_body());
    return true;
}
CASE("auth_failure_report: problems", problems_are_reported)

constexpr bool encoded_bodies_are_not_read() {
    constexpr std::string_view bytes = "Content-Type: message/feedback-report\n"
                                       "Content-Transfer-Encoding: base64\n\nQTog";
    auth_failure_report const r{entity{message{bytes}}};
    REQUIRE_TRUE(r.is_encoded() && r.raw() == "QTog" && r.fields().empty());
    std::size_t count = 0;
    r.diagnose([&](diagnostic const& found) {
        ++count;
        REQUIRE_TRUE(found == diagnostic{diagnostic_code::body_encoded, 0, 4});
    });
    REQUIRE_TRUE(count == 1);
    return true;
}
CASE("auth_failure_report: encoded bodies are not read", encoded_bodies_are_not_read)

} // namespace
