// Published catalogues of messages that programs read differently, item by item, and what diagnose()
// reports for each. Their sources:
//
//     espoofer        the tool of "Composition Kills: A Case Study of Email Sender Authentication"
//                     (USENIX Security 2020): chenjj/espoofer, testcases.py, server_a1 to server_a19
//     jmap-email      the defects that the README of jmap-email lists, after "Inbox Invasion:
//                     Exploiting MIME Ambiguities to Evade Email Attachment Detectors" (CCS 2024)
//                     and the Internet-Draft draft-chen-email-mime-ambiguity-defense
//     RFC 7103        advice for the safe handling of malformed messages
//     MIME-tools      CVE-2026-116264 to CVE-2026-116272: parameters that MIME-tools for Perl read
//                     otherwise than mail programs, before version 5.522
//     ClamAV          six forms of a boundary that hid attachments: Cisco-Talos/clamav pull
//                     request 1814
//     Exchange        MimeComplianceStatus, what Exchange 2013 reports to its agents
//     SMTP smuggling  the sequences of The-Login/SMTP-Smuggling-Tools and hannob/smtpsmug

#include <foldwise/inspect/diagnose.hpp>

#include "../support.hpp"
#include "catalogue_cases.hpp"

#include <foldwise/mail_data/mail_data.hpp>
#include <foldwise/smtp/mail_command.hpp>

#include <algorithm>

namespace {

using foldwise::diagnostic;
using namespace std::literals::string_view_literals;

struct published_row {
    std::string_view source;
    std::string_view item;
    std::string_view text;
    std::string_view codes; // with spaces between them
};

constexpr published_row message_table[] = {
    // espoofer, A1: a subdomain that does not exist, which is not in the message. A2, A5 to A7: see
    // command_table.
    {"espoofer", "A3: NUL in the selector of a signature",
     "DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=s.\0"
     ".x; h=From; bh=YQ==; b=YQ==\n"sv,
     "nul"},
    {"espoofer", "A4: a quote in the domain of a signature",
     "DKIM-Signature: v=1; a=rsa-sha256; d=b.example'a.example; s=s; h=From; bh=YQ==; b=YQ==\n"sv,
     "tag_value_malformed"},
    {"espoofer", "A8: two From fields", "From: <a@b.example>\nFrom: <c@d.example>\n"sv,
     "field_duplicate"},
    {"espoofer", "A9: a space before the first From",
     " From: <a@b.example>\nFrom: <c@d.example>\n"sv, "field_without_name"},
    {"espoofer", "A10: a space after the name of the second From",
     "From: <a@b.example>\nFrom : <c@d.example>\n"sv, "space_before_colon field_duplicate"},
    {"espoofer", "A11: a fold after the name of the first From",
     "From\n : <a@b.example>\nFrom: <c@d.example>\n"sv, "field_without_name"},
    {"espoofer", "A12: From is folded, and there is a Sender",
     "From\n : <a@b.example>\nSender: <c@d.example>\n"sv, "field_without_name"},
    {"espoofer", "A13: From is folded, and there is a Resent-From",
     "From\n : <a@b.example>\nResent-From: <c@d.example>\n"sv, "field_without_name"},
    {"espoofer", "A14: two addresses in From", "From: <a@b.example>, <c@d.example>\n"sv,
     "from_several_mailboxes"},
    {"espoofer", "A15: an encoded address",
     "From: =?utf-8?b?PGFAYi5leGFtcGxlPg==?=,<c@d.example>\n"sv, "address_encoded_word"},
    {"espoofer", "A16: a route", "From: <@b.example,@e.example:c@d.example>\n"sv, "address_route"},
    {"espoofer", "A17: a quoted-pair between addresses", "From: <a@b.example>\\,<c@d.example>\n"sv,
     "address_malformed"},
    {"espoofer", "A18: a comma before the angle brackets", "From: a@b.example,<c@d.example>\n"sv,
     "from_several_mailboxes"},
    {"espoofer", "A19: an address after the angle brackets", "From: <a@b.example>c@d.example\n"sv,
     "address_malformed"},
    // jmap-email, not reported: no MIME-Version, text before the first part or after the last one, a fold in a quoted parameter, message/partial, message/external-body.
    {"jmap-email", "two Content-Type fields",
     "Content-Type: text/plain\nContent-Type: text/html\n"sv, "field_duplicate"},
    {"jmap-email", "two Content-Transfer-Encoding fields",
     "Content-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n"sv, "field_duplicate"},
    {"jmap-email", "an unknown encoding", "Content-Transfer-Encoding: bas64\n"sv,
     "transfer_encoding_unknown"},
    {"jmap-email", "an encoding after a colon", "Content-Transfer-Encoding: : base64\n"sv,
     "transfer_encoding_malformed"},
    {"jmap-email", "two boundaries",
     "Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\n--a--\n"sv,
     "parameter_duplicate"},
    {"jmap-email", "an empty boundary", "Content-Type: multipart/mixed; boundary=\"\"\n"sv,
     "boundary_missing"},
    {"jmap-email", "NUL in a field about content",
     "Content-Disposition: attachment; filename=\"a\0"
     "b\"\n"sv,
     "nul"},
    {"jmap-email", "an encoded-word in a parameter",
     "Content-Disposition: attachment; filename=\"=?utf-8?q?a?=\"\n"sv, "parameter_encoded_word"},
    {"jmap-email", "two forms of a file name",
     "Content-Disposition: attachment; filename=a; filename*=utf-8''b\n"sv,
     "parameter_forms_differ"},
    {"jmap-email", "a name and a filename that differ",
     "Content-Type: a/b; name=a.txt\nContent-Disposition: attachment; filename=a.exe\n"sv,
     "file_names_differ"},
    {"RFC 7103", "7.1.2: excess angle brackets", "From: <<a@b.example>>\n"sv,
     "address_bracket_repeated"},
    {"RFC 7103", "7.1.3: unbalanced angle brackets", "From: <a@b.example\n"sv,
     "address_bracket_missing"},
    {"RFC 7103", "7.1.4: unbalanced parentheses", "From: (a <a@b.example>\n"sv,
     "address_not_closed"},
    {"RFC 7103", "7.1.6: unbalanced quotes", "From: \"a <a@b.example>\n"sv,
     "address_quote_not_closed"},
    {"RFC 7103", "7.1.7: a local-part alone", "From: a\n"sv, "address_without_at"},
    {"RFC 7103", "7.2: lines that are no fields",
     "From: a@b.example\nnot a field\nTo: c@d.example\n"sv, "field_without_name"},
    {"RFC 7103", "7.3: a line of white space only", "From: a@b.example\n \nTo: c@d.example\n"sv,
     "blank_continuation"},
    {"RFC 7103", "7.4: white space before the colon", "From : a@b.example\n"sv,
     "space_before_colon"},
    {"RFC 7103", "7.5: several fields of a name", "Subject: a\nSubject: b\n"sv, "field_duplicate"},
    {"RFC 7103", "8.2: faulty base64", "Content-Transfer-Encoding: base64\n\nYQ\n"sv,
     "base64_truncated"},
    {"MIME-tools", "116264: a name with a colon before the boundary",
     "Content-Type: multipart/mixed; x:y=1; boundary=a\n\n--a\n\n--a--\n"sv, "parameter_malformed"},
    {"MIME-tools", "116264: a name with an octet above 127 before the boundary",
     "Content-Type: multipart/mixed; x\xE9=1; boundary=a\n\n--a\n\n--a--\n"sv,
     "parameter_malformed"},
    {"MIME-tools", "116265: the same section of a boundary twice",
     "Content-Type: multipart/mixed; boundary*0=a; boundary*1=b; boundary*1=c\n\n"
     "--ab\n\n--ab--\n"sv,
     "parameter_duplicate"},
    {"MIME-tools", "116265: an encoded-word in the sections of a boundary",
     "Content-Type: multipart/mixed; boundary*0=\"=?us-ascii?q?a\"; boundary*1=\"?=\"\n\n"
     "--a\n\n--a--\n"sv,
     "parameter_encoded_word"},
    {"MIME-tools", "116265: white space at the end of a section",
     "Content-Type: multipart/mixed; boundary*0=\"a \"\n\n--a\n\n--a--\n"sv, "boundary_malformed"},
    {"MIME-tools", "116266: a boundary that is encoded in part",
     "Content-Type: multipart/mixed; boundary=\"abc=?us-ascii?Q?def?=\"\n\n--abcdef\n"sv,
     "parameter_encoded_word"},
    // MIME-tools, 116269: a language tag with a hyphen, which RFC 2231 allows.
    {"MIME-tools", "116272: a nested comment after the name of a first boundary",
     "Content-Type: multipart/mixed; boundary((c))=\"a\"; boundary=\"b\"\n\n--a\n\n--a--\n"sv,
     "parameter_duplicate"},
    {"ClamAV", "a boundary with spaces and without quotes",
     "Content-Type: multipart/mixed; boundary=a b\n\n--a b\n\n--a b--\n"sv,
     "parameter_value_unquoted"},
    {"ClamAV", "a backslash in a quoted boundary",
     "Content-Type: multipart/mixed; boundary=\"a\\b\"\n\n--ab\n\n--ab--\n"sv,
     "parameter_quoted_pair"},
    {"ClamAV", "a quote in a quoted boundary",
     "Content-Type: multipart/mixed; boundary=\"a\\\"\"\n\n--a\"\n\n--a\"--\n"sv,
     "boundary_malformed"},
    // Exchange, InvalidWrapping: a long line, which is a requirement of RFC 5322 section 2.1.1.
    {"ClamAV", "sections of a boundary",
     "Content-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n--ab\n\n--ab--\n"sv,
     "boundary_extended"},
    {"ClamAV", "encoded sections of a boundary",
     "Content-Type: multipart/mixed; boundary*0*=us-ascii''a; boundary*1*=%62\n\n"
     "--ab\n\n--ab--\n"sv,
     "boundary_extended"},
    // ClamAV, white space at the start of a quoted boundary, which RFC 2046 allows.
    {"Exchange", "MissingBoundary: no closing delimiter",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nb\n"sv, "multipart_not_closed"},
    {"Exchange", "MissingBoundaryParameter", "Content-Type: multipart/mixed\n\n--a\n"sv,
     "boundary_missing"},
    {"Exchange", "InvalidBoundary",
     "Content-Type: multipart/mixed; boundary=\"a*b\"\n\n--a*b\n\n--a*b--\n"sv,
     "boundary_malformed"},
    {"Exchange", "InvalidTransferEncoding: of a multipart",
     "Content-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n\n"
     "--a\n\n--a--\n"sv,
     "multipart_encoded"},
    {"Exchange", "InvalidHeader, and MissingBodySeparator", "Subject: a\nHello\n"sv,
     "field_without_name"},
    {"Exchange", "InvalidExternalBody", "Content-Type: message/external-body\n\n\n"sv,
     "message_parameter_missing"},
    {"Exchange", "UnexpectedBinaryContent", "Content-Type: text/plain\n\na\xE9\n"sv, "body_octet"},
};

/// Whether all codes are among those that were reported.
bool reports_all(std::vector<std::string_view> const& reported, std::string_view codes) {
    for (auto const& code : test::split(codes, " "))
        if (std::ranges::count(reported, code) == 0) return false;
    return true;
}

TEST_CASE("published catalogues: diagnose reports each item") {
    for (auto const& row : message_table)
        test::with_both_line_endings(row.text, [&row](std::string_view const text) {
            std::vector<std::string_view> reported;
            foldwise::diagnose(foldwise::message{text}, [&](diagnostic const& problem) {
                reported.push_back(problem.name());
            });
            auto const item = std::string{row.source}.append(", ").append(row.item);
            REQUIRE_SAME(item, reports_all(reported, row.codes), true);
        });
}

// Exchange, BareLinefeedInHeader and BareLinefeedInBody: only among lines that end with CRLF.
constexpr published_row bare_table[] = {
    {"Exchange", "BareLinefeedInHeader", "Subject: a\nTo: b@c.example\r\n\r\n"sv, "bare_lf"},
    {"Exchange", "BareLinefeedInBody", "Subject: a\r\n\r\nb\nc\r\n"sv, "bare_lf"},
};

TEST_CASE("published catalogues: LF without CR") {
    for (auto const& row : bare_table) {
        std::vector<std::string_view> reported;
        foldwise::diagnose(foldwise::message{row.text},
                           [&](diagnostic const& problem) { reported.push_back(problem.name()); });
        REQUIRE_SAME(row.item, reports_all(reported, row.codes), true);
    }
}

constexpr published_row command_table[] = {
    {"espoofer", "A2: a parenthesis at the start of the sender", "MAIL FROM:<(any@b.example>\r\n"sv,
     "address_not_closed"},
    {"espoofer", "A5: a parenthesis in the domain", "MAIL FROM:<any@b.example(a.c.example>\r\n"sv,
     "address_not_closed"},
    {"espoofer", "A6: two at signs", "MAIL FROM:<any@b.example'@any.c.example>\r\n"sv,
     "address_malformed"},
    {"espoofer", "A7: a route", "MAIL FROM:<@b.example,@e.example:'any@c.example>\r\n"sv,
     "smtp_source_route"},
};

TEST_CASE("published catalogues: the sender of a transmission") {
    for (auto const& row : command_table) {
        std::vector<std::string_view> reported;
        auto const command = foldwise::mail_command::read(row.text);
        if (command)
            command->diagnose(
                [&](diagnostic const& problem) { reported.push_back(problem.name()); });
        else
            reported.push_back(command.error().name());
        REQUIRE_SAME(row.item, reports_all(reported, row.codes), true);
    }
}

// What the client sends after DATA; a server must not take the sequence for the end.
constexpr published_row data_table[] = {
    {"SMTP smuggling", "LF . LF", "a\n.\nb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "LF . CRLF", "a\n.\r\nb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "CRLF . LF", "a\r\n.\nb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "CR . CR", "a\r.\rb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "CR . LF", "a\r.\nb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "CRLF . CR", "a\r\n.\rb\r\n.\r\n"sv, "end_of_data_near_miss"},
    {"SMTP smuggling", "CR CRLF . CR CRLF", "a\r\r\n.\r\r\nb\r\n.\r\n"sv, "bare_cr"},
};

TEST_CASE("published catalogues: mail data ends only where it must, and near misses are reported") {
    for (auto const& row : data_table) {
        foldwise::mail_data const data{row.text};
        REQUIRE_SAME(row.item, data.raw().size(), row.text.size());
        std::vector<std::string_view> reported;
        data.diagnose([&](diagnostic const& problem) { reported.push_back(problem.name()); });
        REQUIRE_SAME(row.item, reports_all(reported, row.codes), true);
    }
}

} // namespace
