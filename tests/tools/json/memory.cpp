// How much memory `json` needs beside the file that it has mapped: little, whatever the message is.

#include "../../sanitizer.hpp"
#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string many(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

/// 3 MB in lines of a folded field.
std::string folded(std::string_view line = "abcdefghijklmnopqrstuvwxyz\n ") {
    return many(3000000 / line.size(), line);
}

/// A parameter in many sections (RFC 2231 section 3).
std::string sections(std::string_view name) {
    std::string all;
    for (std::size_t i = 0; all.size() < 3000000; ++i)
        all.append(";\n ").append(name).append("*").append(std::to_string(i)).append("=abcdefgh");
    return all;
}

constexpr std::string_view multipart = "Content-Type: multipart/mixed; boundary=b\n\n";

/// Runs `json` with `options` in an address space of `memory` octets.
test::outcome run(std::string const& file, std::vector<std::string> arguments, std::size_t memory) {
    arguments.insert(arguments.begin(), {"json", file});
    return test::run(arguments, {.stdout_file = "/dev/null", .memory = memory});
}

} // namespace

TEST_CASE("tool json: a message of any form is written while it is read") {
    if (!test::can_limit_memory) return;
    struct {
        std::string_view what;
        std::string mail;
        std::vector<std::vector<std::string>> options = {{"--text"}, {"--jmap", "--text"}};
    } const table[] = {
        {"delimiter lines", std::string{multipart} + many(100000, "--b\n")},
        {"parts", std::string{multipart} + many(20000, "--b\nContent-ID: <a@b>\n\nx\n")},
        {"nested multiparts",
         many(5000, "Content-Type: multipart/mixed; boundary=b\n\n--b\n") + "\nx\n"},
        {"nested messages", many(20000, "Content-Type: message/rfc822\n\n") + "\nx\n"},
        {"attached messages", std::string{multipart} + many(10000, "--b\nContent-Type: message/"
                                                                   "rfc822\n\nSubject: x\n\ny\n")},
        {"fields", many(50000, "X: y\n") + "\nz\n"},
        {"Received", many(10000, "Received: from a by b; 15 Dec 2014 10:00:00 +0000\n") + "\nz\n"},
        {"a long field", "X: " + std::string(3000000, 'y') + "\n\nz\n"},
        {"a long Subject", "Subject: " + std::string(3000000, 'y') + "\n\nz\n"},
        {"a long encoded Subject",
         "Subject: =?utf-8?q?a?=" + many(150000, "\n =?utf-8?q?abcdefgh?=") + "\n\nz\n"},
        {"a long name", "To: " + std::string(3000000, 'y') + " <a@b>\n\nz\n"},
        {"addresses", "To: a@b.example" + many(50000, ",\n A. Foe <a.foe@b.example>") + "\n\nz\n"},
        {"identifiers", "References:" + many(100000, "\n <a@b.example>") + "\n\nz\n"},
        {"long parameters of a part",
         std::string{multipart} + "--b\nContent-Type: text/plain; name=\"" +
             std::string(3000000, 'y') + "\"\nContent-Description: " + std::string(3000000, 'y') +
             "\n\nz\n--b--\n"},
        {"text", "Content-Type: text/plain; charset=iso-8859-1\n\n" +
                     many(125000, "the text \xE4 of a message\n")},
        {"text in one line",
         "Content-Type: text/plain; charset=utf-8\n\n" + std::string(3000000, 'y') + "\n"},
        {"text that is malformed",
         "Content-Type: text/plain; charset=utf-8\n\n" + many(500000, "\xE4\xF6\n")},
        {"text in base64", "Content-Transfer-Encoding: base64\n\n" +
                               many(50000, "TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQsIGNvbnNlY3RldHVy"
                                           "IGFkaXBpc2NpbmcK\n")},
        {"HTML", "Content-Type: text/html; charset=utf-8\n\n" +
                     many(60000, "<p>text &amp; <a href='http://a.example/'>a link</a>\n")},
        {"HTML in one line",
         "Content-Type: text/html; charset=utf-8\n\n<p>" + std::string(3000000, 'y') + "\n"},
        {"HTML with a long tag", "Content-Type: text/html; charset=utf-8\n\n<img alt=a src='data:" +
                                     std::string(3000000, 'y') + "'>\n"},
        {"HTML with a long comment",
         "Content-Type: text/html; charset=utf-8\n\n<!--" + std::string(3000000, '-') + "x-->a\n"},
        {"HTML with spaces that count",
         "Content-Type: text/html; charset=utf-8\n\n<pre>" + std::string(3000000, ' ') + "a\n"},
        {"HTML with a long link", "Content-Type: text/html; charset=utf-8\n\n<a href='x'>" +
                                      std::string(3000000, 'y') + "</a>\n"},
        {"HTML in base64", "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
                           "base64\n\n" +
                               many(50000, "PHA+TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQ8L3A+PGJyPmE8"
                                           "Yj5iPC9iPg==\n")},
        {"flowed text", "Content-Type: text/plain; charset=utf-8; format=flowed\n\n" +
                            many(150000, "the text of a message \n")},
        {"a calendar", "Content-Type: text/calendar; charset=utf-8\n\nBEGIN:VCALENDAR\n" +
                           many(60000, "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20141215T100000Z\n"
                                       "END:VEVENT\n") +
                           "END:VCALENDAR\n"},
        {"uuencoded files", "X: y\n\n" + many(20000, "begin 644 a\n#86)C\n`\nend\n")},
        {"uuencoded files in base64", "Content-Transfer-Encoding: base64\n\n" +
                                          many(50000, "YmVnaW4gNjQ0IGEKIzg2KUMKYAplbmQK"
                                                      "YmVnaW4gNjQ0IGEKIzg2KUMKYAplbmQK\n")},
        {"a long uuencoded file", "X: y\n\nbegin 644 a\n" + many(500000, "#86)C\n") + "`\nend\n"},
        {"an encoded delivery report",
         "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n" +
             many(100000, "UmVwb3J0aW5nLU1UQTogYQoKRmluYWwtUmVjaXBpZW50OiBiCgoK\n")},
        {"long words about a body",
         "Content-Type: text/plain; charset=" + std::string(3000000, 'y') +
             "\nContent-Disposition: " + std::string(3000000, 'y') +
             "\nContent-Transfer-Encoding: " + std::string(3000000, 'y') + "\n\nz\n"},
        {"a long parameter",
         "Content-Type: text/plain; x=" + std::string(3000000, 'y') + "\n\nz\n"},
        {"a long local part", "To: " + std::string(3000000, 'y') + "@b\n\nz\n"},
        {"a folded local part", "To: \"" + folded() + "\"@b\n\nz\n"},
        {"an obsolete local part", "From: a" + folded(" .\n a") + "@b\n\nz\n"},
        {"a folded domain-literal", "To: a@[" + folded() + "]\n\nz\n"},
        {"long clauses of a Received field", "Received: from " + std::string(3000000, 'y') +
                                                 " by b for <\"" + folded() +
                                                 "\"@b>; 15 Dec 2014 10:00:00 +0000\n\nz\n"},
        {"folded parameters", "Content-Type: text/plain; x=\"" + folded() + "\"; name=\"" +
                                  folded() + "\"; charset=\"" + folded() + "\"\n\nz\n"},
        {"parameters in sections",
         "Content-Type: text/plain; y=1" + sections("x") + sections("name") + "\n\nz\n"},
        {"a long name of a parameter",
         "Content-Type: text/plain; " + std::string(3000000, 'y') + "=1\n\nz\n"},
        {"long identifiers", "Message-ID: <" + folded() + "@b>\nReferences: <" +
                                 std::string(3000000, 'y') + "@b>\n\nz\n"},
        {"long values of a delivery report",
         "Content-Type: message/delivery-status\n\nReporting-MTA: dns; " + folded() +
             "z\n\nFinal-Recipient: utf-8; <" + folded() + "z@b>\nAction: " +
             std::string(3000000, 'y') + "\nDiagnostic-Code: smtp; " + folded() + "z\n"},
        {"long tags of a signature", "DKIM-Signature: a=rsa-" + std::string(3000000, 'y') +
                                         "; d=b.c; i=" + folded() + "@b.c\n\nz\n"},
        {"long words of authentication results",
         "Authentication-Results: a; " + std::string(3000000, 'y') + "=pass smtp." +
             std::string(3000000, 'y') + "=b\nReceived-SPF: pass " + std::string(3000000, 'y') +
             "=b\n\nz\n"},
        {"diagnostics", many(50000, "junk\n") + "\nz\n"},
        {"a delivery report",
         "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n" +
             many(30000, "\nFinal-Recipient: rfc822; u@b.example\nAction: failed\n"
                         "Status: 5.1.1\nDiagnostic-Code: smtp; 550 no\n")},
    };
    constexpr std::size_t mebibyte = 1 << 20;
    test::temporary_directory const directory;
    auto const small = directory.file("small", "Subject: x\n\ny\n");
    // What the program itself needs is different everywhere.
    std::size_t base = mebibyte;
    while (base < 256 * mebibyte && run(small, {"--text"}, base).status != 0) base += mebibyte;
    for (auto const& row : table) {
        auto const file = directory.file("large", row.mail);
        for (auto const& options : row.options) {
            auto const got = run(file, options, base + row.mail.size() + 2 * mebibyte);
            REQUIRE_SAME(std::string{row.what} + ": " + got.command, got.status, 0);
        }
    }
}
