#include "../../tools/report_summary.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"

#include <string>

namespace {

std::string with_crlf_endings(std::string const& mail) {
    std::string text;
    for (char const octet : mail) text += octet == '\n' ? "\r\n" : std::string(1, octet);
    return text;
}

/// What `show` prints of a message whose only part is a report: everything after its fields, and
/// before the list of its attachments.
std::string summary(std::string const& type, std::string const& body) {
    auto const mail = "Content-Type: message/" + type + "\n\n" + body;
    std::string found;
    for (auto const& lines : {mail, with_crlf_endings(mail)}) {
        auto const got = test::run({"show", "-"}, {.input = lines});
        REQUIRE_SAME(got.command, got.err, "");
        auto const end = got.out.find("\nAttachments:");
        auto const text = got.out.substr(1, end == got.out.npos ? end : end - 1);
        if (!found.empty()) REQUIRE_SAME(mail + ", CRLF", text, found);
        found = text;
    }
    return found;
}

} // namespace

TEST_CASE("tool show: each recipient of a delivery report") {
    test::check_lines("two recipients",
                      summary("delivery-status",
                              "Reporting-MTA: dns; mx.example.org (Postfix)\n\n"
                              "Original-Recipient: rfc822; team@example.net\n"
                              "Final-Recipient: rfc822; a@example.net\nAction: failed\n"
                              "Status: 5.2.2\nRemote-MTA: dns; mx.example.net\n"
                              "Diagnostic-Code: smtp; 552 5.2.2 over\n \t quota\n\n"
                              "Final-Recipient: rfc822; b@example.net\nAction: delayed\n"
                              "Status: 4.4.1\n"
                              "Will-Retry-Until: Tue, 16 Dec 2014 11:00:00 +0100\n"),
                      "Delivery report from mx.example.org:\n"
                      "  a@example.net: failed, status 5.2.2 (the mailbox is full)\n"
                      "    sent to team@example.net\n"
                      "    mx.example.net: 552 5.2.2 over quota\n"
                      "  b@example.net: delayed, not delivered yet, status 4.4.1 (the server did "
                      "not answer)\n"
                      "    it will be tried again until 2014-12-16 11:00\n");
    test::check_lines("success",
                      summary("delivery-status", "Final-Recipient: rfc822; a@b.example\n"
                                                 "Action: relayed\nStatus: 2.9.9\n"),
                      "Delivery report:\n"
                      "  a@b.example: relayed to a server that may not report, status 2.9.9\n");
    test::check_lines(
        "a word that no RFC defines",
        summary("delivery-status", "Original-Recipient: rfc822; a@b.example\nAction: Vanished\n"),
        "Delivery report:\n  a@b.example: vanished\n");
    test::check_lines("nothing but a status", summary("delivery-status", "Status: 5.0.0\n"),
                      "Delivery report:\n  an unknown recipient: nothing is said about the "
                      "delivery, status 5.0.0\n");
    test::check_lines("no recipient", summary("delivery-status", "X: y\n"),
                      "Delivery report:\n  no recipients\n");
}

TEST_CASE("tool show: disposition notifications and feedback reports") {
    test::check_lines(
        "a read receipt",
        summary("disposition-notification",
                "Reporting-UA: pc; Mail 1\nFinal-Recipient: rfc822; a@b.example\n"
                "Original-Message-ID: <x@y.example>\n"
                "Disposition: manual-action/MDN-sent-manually; Displayed\n"),
        "Notification of what became of a message:\n  a@b.example: displayed by hand\n"
        "    message x@y.example\n");
    test::check_lines(
        "a failure",
        summary("disposition-notification",
                "Final-Recipient: rfc822; a@b.example\nError: no room\n"
                "Disposition: automatic-action/MDN-sent-automatically; processed/error\n"),
        "Notification of what became of a message:\n"
        "  a@b.example: processed automatically, error\n    no room\n");
    test::check_lines("a complaint",
                      summary("feedback-report",
                              "Feedback-Type: abuse\nUser-Agent: x\nVersion: 1\nIncidents: 3\n"
                              "Source-IP: 192.0.2.1\nOriginal-Mail-From: <a@b.example>\n"
                              "Original-Rcpt-To: <c@d.example>\n"),
                      "Feedback report: abuse\n  the message came from 192.0.2.1\n"
                      "  its sender is a@b.example\n  it was sent to c@d.example\n  3 messages\n");
}

TEST_CASE("tool show: a forwarded report is not the message's") {
    auto const got = test::run({"show", "-"}, {.input = "Content-Type: message/rfc822\n\n"
                                                        "Content-Type: message/delivery-status\n"
                                                        "\nStatus: 5.0.0\n"});
    REQUIRE_SAME(got.command, got.out.find("Delivery report") == got.out.npos, true);
}

TEST_CASE("tool show: a report cannot control a terminal, and fits its width") {
    std::string words;
    for (int i = 0; i < 100; ++i) words += "w\xC3\xB6rd\x1B[2J \xE2\x80\xAE ";
    test::temporary_directory const directory;
    test::check_on_terminals("show", {directory.file("report", "Content-Type: "
                                                               "message/delivery-status\n\n"
                                                               "Final-Recipient: rfc822; a@b\n"
                                                               "Diagnostic-Code: smtp; " +
                                                                   words + "\n")});
}
