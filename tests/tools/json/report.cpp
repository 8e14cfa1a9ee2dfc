#include "../../../tools/json/report.hpp"

#include "../../support.hpp"
#include "value_of.hpp"

namespace {

std::string report(std::string const& head, std::string const& body) {
    return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n"
           "Sorry.\n--b\nContent-Type: message/delivery-status\n" +
           head + "\n" + body + "\n--b--\n";
}

constexpr std::string_view of_two =
    R"({"part":"2","reporting_mta":"mx.example.org","arrival_date":{"unix":1418637600,)"
    R"("offset_minutes":60,"iso":"2014-12-15T11:00:00+01:00"},"recipients":[)"
    R"({"original_recipient":"b@example.net","final_recipient":"a@example.net",)"
    R"("action":"failed","status":"5.1.1","remote_mta":"mx.example.net",)"
    R"("diagnostic":"550 no such user","last_attempt":null,"will_retry_until":null},)"
    R"({"original_recipient":null,"final_recipient":"c@example.net","action":"delayed",)"
    R"("status":null,"remote_mta":null,"diagnostic":null,"last_attempt":null,)"
    R"("will_retry_until":{"unix":1418724000,"offset_minutes":60,)"
    R"("iso":"2014-12-16T11:00:00+01:00"}}]})";

std::string const two = "Reporting-MTA: dns; mx.example.org (Postfix)\n"
                        "Arrival-Date: Mon, 15 Dec 2014 11:00:00 +0100\n\n"
                        "Original-Recipient: rfc822;b@example.net\n"
                        "Final-Recipient: rfc822; <a@example.net>\nAction: Failed\n"
                        "Status: 5.1.1\nRemote-MTA: dns; mx.example.net\n"
                        "Diagnostic-Code: smtp; 550\n no such user\n\n"
                        "Final-Recipient: rfc822; c@example.net\nAction: delayed\n"
                        "Will-Retry-Until: Tue, 16 Dec 2014 11:00:00 +0100\n";

} // namespace

TEST_CASE("tool json: a delivery report, recipient by recipient") {
    REQUIRE_SAME("plain", test::value_of(report("", two), "report"), of_two);
    REQUIRE_SAME("empty", test::value_of(report("", ""), "report"),
                 R"({"part":"2","reporting_mta":null,"arrival_date":null,"recipients":[]})");
    REQUIRE_SAME("no report", test::value_of("Subject: x\n\nx\n", "report"), "");
    REQUIRE_SAME("a receipt",
                 test::value_of("Content-Type: message/disposition-notification\n\n"
                                "Final-Recipient: rfc822; a@b\nDisposition: x/y; displayed\n",
                                "report"),
                 "");
}

TEST_CASE("tool json: what a server answered may be in any charset, an address may not") {
    auto const got = test::value_of(report("", "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; "
                                               "\xE9@b\nDiagnostic-Code: smtp; 550 d\xE9j\xE0\n"),
                                    "report");
    REQUIRE_SAME(got, got.find("\"diagnostic\":\"550 d\xC3\xA9j\xC3\xA0\"") != got.npos, true);
    REQUIRE_SAME(got, got.find("\xC3\xA9@b") == got.npos, true);
}

TEST_CASE("tool json: a delivery report in a transfer encoding, and in an mbox") {
    REQUIRE_SAME("quoted-printable",
                 test::value_of(report("Content-Transfer-Encoding: quoted-printable\n",
                                       "Final-Recipient: rfc822; a=40b\n"),
                                "report")
                         .find(R"("final_recipient":"a@b")") != std::string::npos,
                 true);
    auto const in_mbox = test::object_of("From x\n" + report("", "Final-Recipient: rfc822; a@b\n"
                                                                 "Diagnostic-Code: smtp; 1\n"
                                                                 ">From x: y\n"));
    REQUIRE_SAME("mbox",
                 test::value_of(in_mbox, "report").find(R"("diagnostic":"1 From x: y")") !=
                     std::string::npos,
                 true);
}
