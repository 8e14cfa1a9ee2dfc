#include <foldwise/report/auth_failure_report.hpp>

#include "../support.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<auth_failure_report>);
static_assert(!std::is_constructible_v<auth_failure_report, std::string>);

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
    REQUIRE_TRUE(*r.feedback_type() == feedback_type::auth_failure);
    REQUIRE_TRUE(*r.auth_failure() == auth_failure::bodyhash);
    REQUIRE_TRUE(*r.delivery_result() == delivery_result::reject);
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

constexpr bool words_are_read() {
    REQUIRE_TRUE(*read_auth_failure("ADSP") == auth_failure::adsp);
    REQUIRE_TRUE(*read_auth_failure(" revoked (a)") == auth_failure::revoked);
    REQUIRE_TRUE(*read_auth_failure("signature") == auth_failure::signature);
    REQUIRE_TRUE(*read_auth_failure("spf") == auth_failure::spf);
    REQUIRE_TRUE(*read_auth_failure("dmarc") == auth_failure::dmarc);
    REQUIRE_TRUE(*read_auth_failure("arc") == auth_failure::other);
    REQUIRE_TRUE(!read_auth_failure("") && !read_auth_failure("spf dmarc"));
    REQUIRE_TRUE(*read_delivery_result("delivered") == delivery_result::delivered);
    REQUIRE_TRUE(*read_delivery_result("spam") == delivery_result::spam);
    REQUIRE_TRUE(*read_delivery_result("policy") == delivery_result::policy);
    REQUIRE_TRUE(*read_delivery_result("other") == delivery_result::other);
    REQUIRE_TRUE(*read_delivery_result("none") == delivery_result::other);
    REQUIRE_TRUE(!read_delivery_result("") && !read_delivery_result("spam, policy"));
    return true;
}
CASE("auth_failure_report: what failed, and what was done", words_are_read)

constexpr bool problems_are_told() {
    using enum diagnostic_code;
    constexpr std::string_view body = "Feedback-Type: auth-failure\nUser-Agent: a\nVersion: 1\n"
                                      "Delivery-Result: a b\nDKIM-Domain: a\nDKIM-Domain: b\n";
    diagnostic const wanted[] = {
        {field_missing, body.size(), 0},
        {keyword_malformed, body.find(" a b"), 4},
        {report_field_duplicate, body.find("DKIM-Domain: b"), 15},
    };
    auto const* next = std::begin(wanted);
    auth_failure_report{body}.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(next != std::end(wanted) && found == *next);
        if (next != std::end(wanted)) ++next;
    });
    REQUIRE_TRUE(next == std::end(wanted));
    REQUIRE_TRUE(!auth_failure_report{}.dkim_canonicalized_body());
    return true;
}
CASE("auth_failure_report: problems", problems_are_told)

} // namespace
