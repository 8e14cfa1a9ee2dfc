#include <foldwise/report/delivery_status.hpp>

#include "../support.hpp"

#include <foldwise/mime/reads_parts.hpp>

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;
using enum delivery_action_keyword;
using enum status_class;

static_assert(std::is_trivially_copyable_v<delivery_status>);
static_assert(reads_parts<delivery_status>);
static_assert(std::ranges::forward_range<delivery_status::recipient_range>);
static_assert(std::ranges::view<delivery_status::recipient_range>);
static_assert(std::ranges::borrowed_range<delivery_status::recipient_range>);

struct recipient {
    std::string_view address; // of Final-Recipient; empty after the last recipient
    delivery_action_keyword action;
    status_code status;
    std::string_view remote_mta;
    std::string_view diagnostic_text;
};

constexpr recipient nobody{"", other, {success, 0, 0}, "", ""};

struct row {
    std::string_view from;
    std::string_view body;
    std::string_view reporting_mta;
    std::size_t problems;
    recipient recipients[4];
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"RFC 3464 appendix E, simple",
     "Reporting-MTA: dns; cs.utk.edu\n"
     "\n"
     "Original-Recipient: rfc822;louisl@larry.slip.umd.edu\n"
     "Final-Recipient: rfc822;louisl@larry.slip.umd.edu\n"
     "Action: failed\n"
     "Status: 4.0.0\n"
     "Diagnostic-Code: smtp; 426 connection timed out\n"
     "Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400\n",
     "cs.utk.edu",
     0,
     {{"louisl@larry.slip.umd.edu",
       failed,
       {persistent_transient_failure, 0, 0},
       "",
       "426 connection timed out"},
      nobody,
      nobody,
      nobody}},
    {"RFC 3464 appendix E, several recipients",
     "Reporting-MTA: dns; cs.utk.edu\n"
     "\n"
     "Original-Recipient: rfc822;arathib@vnet.ibm.com\n"
     "Final-Recipient: rfc822;arathib@vnet.ibm.com\n"
     "Action: failed\n"
     "Status: 5.0.0 (permanent failure)\n"
     "Diagnostic-Code: smtp;  550 'arathib@vnet.IBM.COM' is not a\n"
     " registered gateway user\n"
     "Remote-MTA: dns; vnet.ibm.com\n"
     "\n"
     "Original-Recipient: rfc822;johnh@hpnjld.njd.hp.com\n"
     "Final-Recipient: rfc822;johnh@hpnjld.njd.hp.com\n"
     "Action: delayed\n"
     "Status: 4.0.0 (hpnjld.njd.jp.com: host name lookup failure)\n"
     "\n"
     "Original-Recipient: rfc822;wsnell@sdcc13.ucsd.edu\n"
     "Final-Recipient: rfc822;wsnell@sdcc13.ucsd.edu\n"
     "Action: failed\n"
     "Status: 5.0.0\n"
     "Diagnostic-Code: smtp; 550 user unknown\n"
     "Remote-MTA: dns; sdcc13.ucsd.edu\n",
     "cs.utk.edu",
     0,
     {{"arathib@vnet.ibm.com",
       failed,
       {permanent_failure, 0, 0},
       "vnet.ibm.com",
       "550 'arathib@vnet.IBM.COM' is not a registered gateway user"},
      {"johnh@hpnjld.njd.hp.com", delayed, {persistent_transient_failure, 0, 0}, "", ""},
      {"wsnell@sdcc13.ucsd.edu",
       failed,
       {permanent_failure, 0, 0},
       "sdcc13.ucsd.edu",
       "550 user unknown"},
      nobody}},
    {"RFC 3464 appendix E, from a gateway",
     "Reporting-MTA: mailbus; SYS30\n"
     "\n"
     "Final-Recipient: unknown; nair_s\n"
     "Status: 5.0.0 (unknown permanent failure)\n"
     "Action: failed\n",
     "SYS30",
     0,
     {{"nair_s", failed, {permanent_failure, 0, 0}, "", ""}, nobody, nobody, nobody}},
    {"RFC 3464 appendix E, delayed",
     "Reporting-MTA: dns; sun2.nsfnet-relay.ac.uk\n"
     "\n"
     "Final-Recipient: rfc822;thomas@de-montfort.ac.uk\n"
     "Status: 4.0.0 (unknown temporary failure)\n"
     "Action: delayed\n",
     "sun2.nsfnet-relay.ac.uk",
     0,
     {{"thomas@de-montfort.ac.uk", delayed, {persistent_transient_failure, 0, 0}, "", ""},
      nobody,
      nobody,
      nobody}},
    {"RFC 6533 section 4, encoded and not",
     "Reporting-MTA: dns; mx.example.org\n"
     "\n"
     "Final-Recipient: utf-8; jos\\x{E9}@sample.net\n"
     "Action: failed\n"
     "Status: 5.6.7\n"
     "Diagnostic-Code: smtp; 550 5.6.7 no SMTPUTF8\n"
     "Localized-Diagnostic: fr; pas d\xC3\xA9livr\xC3\xA9\n"
     "\n"
     "Final-Recipient: utf-8; ren\xC3\xA9@sample.net\n"
     "Action: delivered\n"
     "Status: 2.1.5\n",
     "mx.example.org",
     0,
     {{"jos\xC3\xA9@sample.net", failed, {permanent_failure, 6, 7}, "", "550 5.6.7 no SMTPUTF8"},
      {"ren\xC3\xA9@sample.net", delivered, {success, 1, 5}, "", ""},
      nobody,
      nobody}},
    {"Exim, Action first, a reply of several lines",
     "Reporting-MTA: dns; mx.example.org\n"
     "\n"
     "Action: failed\n"
     "Final-Recipient: rfc822;foe@sample.net\n"
     "Status: 5.0.0\n"
     "Remote-MTA: dns; 192.0.2.1\n"
     "Diagnostic-Code: smtp; 550-Verification failed for <a@b.example>\n"
     " 550-Unrouteable address\n"
     " 550 Sender verify failed\n"
     "\n",
     "mx.example.org",
     0,
     {{"foe@sample.net",
       failed,
       {permanent_failure, 0, 0},
       "192.0.2.1",
       "550-Verification failed for <a@b.example> 550-Unrouteable address 550 Sender verify "
       "failed"},
      nobody,
      nobody,
      nobody}},
    {"Postfix, private fields",
     "Reporting-MTA: dns; mx.example.org\n"
     "X-Postfix-Queue-ID: 38C145C00A7\n"
     "X-Postfix-Sender: rfc822; a@example.org\n"
     "Arrival-Date: Mon, 10 Oct 2022 01:37:21 -0400 (EDT)\n"
     "\n"
     "Final-Recipient: rfc822; foe@sample.net\n"
     "Original-Recipient: rfc822;foe@sample.net\n"
     "Action: failed\n"
     "Status: 5.1.1\n"
     "Diagnostic-Code: X-Postfix; unknown user: \"foe\"\n",
     "mx.example.org",
     0,
     {{"foe@sample.net", failed, {permanent_failure, 1, 1}, "", "unknown user: \"foe\""},
      nobody,
      nobody,
      nobody}},
    {"Exchange, no white space, private fields",
     "Reporting-MTA: dns;mx.example.org\n"
     "Received-From-MTA: dns;mail.example.org\n"
     "Arrival-Date: Wed, 8 May 2019 09:46:39 -0700\n"
     "\n"
     "Final-Recipient: rfc822;foe@sample.net\n"
     "Action: Failed\n"
     "Status: 5.4.1\n"
     "Diagnostic-Code: smtp;550 5.4.1 Access denied. AS(201806281)\n"
     "X-Display-Name: A; Foe\n",
     "mx.example.org",
     0,
     {{"foe@sample.net",
       failed,
       {permanent_failure, 4, 1},
       "",
       "550 5.4.1 Access denied. AS(201806281)"},
      nobody,
      nobody,
      nobody}},
    {"Sendmail, types in capitals, an empty text",
     "Reporting-MTA: DNS; mx.example.org\n"
     "Arrival-Date: Thu, 19 Oct 2006 01:23:47 -0400 (EDT)\n"
     "\n"
     "Final-Recipient: RFC822; foe@sample.net\n"
     "Action: delayed\n"
     "Status: 4.5.0\n"
     "Diagnostic-Code: SMTP; \n"
     "Will-Retry-Until: Tue, 24 Oct 2006 01:23:47 -0400 (EDT)\n",
     "mx.example.org",
     0,
     {{"foe@sample.net", delayed, {persistent_transient_failure, 5, 0}, "", ""},
      nobody,
      nobody,
      nobody}},
    {"InterMail, brackets and comments",
     "Reporting-MTA: dns; mx.example.org (inside)\n"
     "Received-From-MTA: dns; mail.example.org (192.0.2.1)\n"
     "\n"
     "Original-Recipient: rfc822;foe@sample.net\n"
     "Final-Recipient: RFC822; <foe@sample.net>\n"
     "Action: failed (bounced)\n"
     "Status: 5.3.0\n",
     "mx.example.org",
     0,
     {{"<foe@sample.net>", failed, {permanent_failure, 3, 0}, "", ""}, nobody, nobody, nobody}},
    {"Amazon SES, a diagnostic code without a type",
     "Reporting-MTA: dns; mx.example.org\n"
     "\n"
     "Action: failed\n"
     "Final-Recipient: rfc822; foe@sample.net\n"
     "Diagnostic-Code: The address is on a list. See the guide\n"
     "Status: 5.1.1 bad\n"
     "\n"
     "\n",
     "mx.example.org",
     2,
     {{"foe@sample.net",
       failed,
       {permanent_failure, 1, 1},
       "",
       "The address is on a list. See the guide"},
      nobody,
      nobody,
      nobody}},
    {"no fields of the message",
     "Final-Recipient: rfc822; a@sample.net\n"
     "Action: failed\n"
     "Status: 5.1.1\n"
     "\n"
     "Final-Recipient: rfc822; b@sample.net\n"
     "Action: relayed\n"
     "Status: 2.0.0",
     "",
     1,
     {{"a@sample.net", failed, {permanent_failure, 1, 1}, "", ""},
      {"b@sample.net", relayed, {success, 0, 0}, "", ""},
      nobody,
      nobody}},
    {"no empty line after the fields of the message",
     "Reporting-MTA: dns; mx.example.org\n"
     "Final-Recipient: rfc822; a@sample.net\n"
     "Action: expanded\n"
     "Status: 2.0.0\n",
     "mx.example.org",
     0,
     {{"a@sample.net", expanded, {success, 0, 0}, "", ""}, nobody, nobody, nobody}},
    {"empty lines everywhere",
     "\n\n"
     "X-A: b\n"
     "\n"
     "Reporting-MTA: dns; mx.example.org\n"
     "\n\n\n"
     "Final-Recipient: rfc822; a@sample.net\n"
     "Action: failed\n"
     "Status: 5.1.1\n"
     "\n\n",
     "mx.example.org",
     0,
     {{"a@sample.net", failed, {permanent_failure, 1, 1}, "", ""}, nobody, nobody, nobody}},
    {"a group that is not about a recipient",
     "Reporting-MTA: dns; mx.example.org\n"
     "\n"
     "Final-Recipient: rfc822; a@sample.net\n"
     "Action: failed\n"
     "Status: 5.1.1\n"
     "\n"
     "X-A: b\n",
     "mx.example.org",
     0,
     {{"a@sample.net", failed, {permanent_failure, 1, 1}, "", ""}, nobody, nobody, nobody}},
    {"text for people",
     "The message could not be delivered:\n\n<foe@sample.net> does not want it\n",
     "",
     2,
     {nobody, nobody, nobody, nobody}},
    {"nothing", "", "", 2, {nobody, nobody, nobody, nobody}},
};

constexpr void check(row const& r, std::string_view body) {
    delivery_status const status{body};
    REQUIRE_SAME(r.from, status.raw(), body);
    REQUIRE_SAME(r.from, status.reporting_mta().has_value(), !r.reporting_mta.empty());
    if (auto const mta = status.reporting_mta())
        REQUIRE_SAME(r.from, mta->without_comments() == r.reporting_mta, true);
    std::size_t count = 0;
    for (auto const each : status.recipients()) {
        auto const& wanted = r.recipients[count++];
        REQUIRE_SAME(r.from, each.final_recipient()->decoded() == wanted.address, true);
        REQUIRE_SAME(r.from, each.action()->keyword(), wanted.action);
        REQUIRE_SAME(r.from, *each.status() == wanted.status, true);
        auto const remote = each.remote_mta();
        REQUIRE_SAME(r.from, remote.has_value(), !wanted.remote_mta.empty());
        if (remote) REQUIRE_SAME(r.from, remote->text() == wanted.remote_mta, true);
        auto const code = each.diagnostic_code();
        REQUIRE_SAME(r.from,
                     code ? code->text() == wanted.diagnostic_text : wanted.diagnostic_text.empty(),
                     true);
    }
    REQUIRE_SAME(r.from, r.recipients[count].address, "");
    std::size_t problems = 0;
    status.diagnose([&](diagnostic const& problem) {
        ++problems;
        REQUIRE_SAME(r.from, problem.offset <= body.size(), true);
    });
    REQUIRE_SAME(r.from, problems, r.problems);
}

template <std::size_t first, std::size_t last>
constexpr bool statuses_are_read() {
    for (auto i = first; i < last; ++i)
        test::with_both_line_endings(table[i].body,
                                     [i](std::string_view body) { check(table[i], body); });
    return true;
}
constexpr auto first_part = statuses_are_read<0, 1>;
constexpr auto second_part = statuses_are_read<1, 2>;
constexpr auto third_part = statuses_are_read<2, 6>;
constexpr auto fourth_part = statuses_are_read<6, 9>;
constexpr auto fifth_part = statuses_are_read<9, 12>;
constexpr auto sixth_part = statuses_are_read<12, std::size(table)>;
CASE("delivery_status: fields of a message and its recipients, 1", first_part)
CASE("delivery_status: fields of a message and its recipients, 2", second_part)
CASE("delivery_status: fields of a message and its recipients, 3", third_part)
CASE("delivery_status: fields of a message and its recipients, 4", fourth_part)
CASE("delivery_status: fields of a message and its recipients, 5", fifth_part)
CASE("delivery_status: fields of a message and its recipients, 6", sixth_part)

struct shared_row {
    std::string_view from;
    std::string_view body;
    std::string_view recipients; // of each: address, word of the action, original address
    std::size_t shared;          // how many report_group_shared are reported
};

// With LF; each is checked with CRLF as well.
constexpr shared_row shared_table[] = {
    {"three in one group",
     "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.0.0\n"
     "Final-Recipient: rfc822; c@d\nAction: delayed\nFinal-Recipient: rfc822; e@f\n"
     "Action: relayed\n\nFinal-Recipient: rfc822; g@h\nAction: expanded\n",
     "a@b failed -|c@d delayed -|e@f relayed -|g@h expanded -|", 2},
    {"in the group of the message",
     "Reporting-MTA: dns; a\nFinal-Recipient: rfc822; a@b\nAction: failed\n"
     "Final-Recipient: rfc822; c@d\nAction: delayed\n",
     "a@b failed -|c@d delayed -|", 1},
    {"the original address first",
     "Original-Recipient: rfc822; o@a\nFinal-Recipient: rfc822; a@b\nAction: failed\n"
     "Original-Recipient: rfc822; o@c\nFinal-Recipient: rfc822; c@d\nAction: delayed\n",
     "a@b failed o@a|c@d delayed o@c|", 1},
    {"only the second has an original address",
     "Final-Recipient: rfc822; a@b\nAction: failed\n"
     "Original-Recipient: rfc822; o@c\nFinal-Recipient: rfc822; c@d\nAction: delayed\n",
     "a@b failed -|c@d delayed o@c|", 1},
    {"only the first has an original address",
     "Original-Recipient: rfc822; o@a\nFinal-Recipient: rfc822; a@b\nAction: failed\n"
     "Final-Recipient: rfc822; c@d\nAction: delayed\n",
     "a@b failed o@a|c@d delayed -|", 1},
    {"the action first",
     "Action: failed\nFinal-Recipient: rfc822; a@b\n"
     "Action: delayed\nFinal-Recipient: rfc822; c@d\n",
     "a@b failed -|c@d delayed -|", 1},
    {"no action of the first",
     "Final-Recipient: rfc822; a@b\nFinal-Recipient: rfc822; c@d\nAction: delayed\n",
     "a@b - -|c@d delayed -|", 1},
    {"original addresses only",
     "Original-Recipient: rfc822; a@b\nAction: failed\n"
     "Original-Recipient: rfc822; c@d\nAction: delayed\n",
     "- failed a@b|- delayed c@d|", 1},
    {"one recipient, the original address after the action",
     "Final-Recipient: rfc822; a@b\nAction: failed\nOriginal-Recipient: rfc822; o@a\n"
     "Action: delayed\n",
     "a@b failed o@a|", 0},
};

constexpr void append(test::text_buffer& to, result<recipient_address> const& address) {
    to.append(address ? address->raw_text() : "-");
}

template <std::size_t First, std::size_t Last>
constexpr bool groups_of_several_recipients() {
    for (auto i = First; i < Last && i < std::size(shared_table); ++i) {
        auto const& row = shared_table[i];
        test::with_both_line_endings(row.body, [&](std::string_view body) {
            delivery_status const status{body};
            test::text_buffer found;
            for (auto const each : status.recipients()) {
                append(found, each.final_recipient());
                found.append(' ');
                found.append(each.action() ? each.action()->word() : "-");
                found.append(' ');
                append(found, each.original_recipient());
                found.append('|');
            }
            REQUIRE_SAME(row.from, std::string_view{found}, row.recipients);
            std::size_t shared = 0;
            status.diagnose([&](diagnostic const& problem) {
                if (problem.code == diagnostic_code::report_group_shared) ++shared;
            });
            REQUIRE_SAME(row.from, shared, row.shared);
        });
    }
    return true;
}
constexpr auto first_groups = groups_of_several_recipients<0, 4>;
constexpr auto last_groups = groups_of_several_recipients<4, SIZE_MAX>;
CASE("delivery_status: several recipients in one group: first rows", first_groups)
CASE("delivery_status: several recipients in one group: last rows", last_groups)

struct split_row {
    std::string_view from;
    std::string_view body;
    std::string_view recipients; // of each: address and word of the action
    std::size_t split;           // how many report_group_split are reported
};

constexpr split_row split_table[] = {
    {"an empty line after the address",
     "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b\n\nAction: failed\nStatus: 5.0.0\n",
     "a@b failed|", 1},
    {"twice",
     "Final-Recipient: rfc822; a@b\n\n\nAction: failed\n\n"
     "Original-Recipient: rfc822; o@c\nFinal-Recipient: rfc822; c@d\n\nStatus: 4.0.0\n"
     "Action: delayed\n",
     "a@b failed|c@d delayed|", 2},
    {"the address is in the group about the message",
     "Reporting-MTA: dns; a\nFinal-Recipient: rfc822; a@b\n\nAction: failed\nStatus: 5.0.0\n",
     "a@b failed|", 1},
    {"another recipient follows",
     "Final-Recipient: rfc822; a@b\n\nFinal-Recipient: rfc822; c@d\nAction: failed\n",
     "a@b -|c@d failed|", 0},
    {"fields that are about nothing follow",
     "Final-Recipient: rfc822; a@b\n\nX: y\n\nAction: failed\n", "a@b -|- failed|", 0},
    {"the action first", "Action: failed\n\nFinal-Recipient: rfc822; a@b\n", "- failed|a@b -|", 0},
};

constexpr bool groups_that_are_split_are_joined() {
    for (auto const& row : split_table)
        test::with_both_line_endings(row.body, [&](std::string_view body) {
            delivery_status const status{body};
            test::text_buffer found;
            for (auto const each : status.recipients()) {
                auto const to = each.final_recipient();
                auto const action = each.action();
                found.append(to ? to->raw_text() : "-");
                found.append(' ');
                found.append(action ? action->word() : "-");
                found.append('|');
            }
            REQUIRE_SAME(row.from, std::string_view{found}, row.recipients);
            std::size_t split = 0;
            status.diagnose([&](diagnostic const& problem) {
                REQUIRE_TRUE(problem.code != diagnostic_code::report_group_shared);
                if (problem.code == diagnostic_code::report_group_split) ++split;
            });
            REQUIRE_SAME(row.from, split, row.split);
        });
    return true;
}
CASE("delivery_status: a recipient in two groups", groups_that_are_split_are_joined)

// All fields of RFC 3464 section 2.2.
constexpr void check_every_field(std::string_view body) {
    delivery_status const status{body};
    REQUIRE_TRUE(*status.original_envelope_id() == "QQ314159 (a)");
    REQUIRE_TRUE(status.reporting_mta()->text() == "mx.example.org");
    REQUIRE_TRUE(status.dsn_gateway()->is("x400"));
    REQUIRE_TRUE(status.received_from_mta()->without_comments() == "mail.example.org");
    REQUIRE_TRUE(status.arrival_date()->unix_seconds() == 1418637600);
    REQUIRE_TRUE(status.fields().find("x-a")->value() == "b");
    REQUIRE_TRUE(!status.fields().find("Action") && status.recipients().empty());
}

constexpr bool every_field_is_read() {
    test::with_both_line_endings("Original-Envelope-Id: QQ314159 (a)\n"
                                 "Reporting-MTA: dns; mx.example.org\n"
                                 "DSN-Gateway: X400; A=\n"
                                 "Received-From-MTA: dns; mail.example.org (192.0.2.1)\n"
                                 "Arrival-Date: Mon, 15 Dec 2014 11:00:00 +0100\n"
                                 "X-A: b\n",
                                 check_every_field);
    return true;
}
CASE("delivery_status: every field of a message", every_field_is_read)

constexpr std::string_view bad_values = "\nReporting-MTA: a b; c\n"
                                        "Arrival-Date: never\n"
                                        "\n"
                                        "Final-Recipient: rfc822; a@b.example\n"
                                        "Action: failed\n"
                                        "\n"
                                        "Final-Recipient: rfc822; c@d.example\n"
                                        "Action: failed\n"
                                        "Status: 7.1.1\n";
constexpr std::size_t at(std::string_view text) { return bad_values.find(text); }

constexpr diagnostic bad_value_problems[] = {
    {diagnostic_code::typed_value_malformed, at(" a b") + 1, 6},
    {diagnostic_code::date_malformed, at("never"), 5},
    {diagnostic_code::field_missing, at("\nFinal-Recipient: rfc822; c"), 0},
    {diagnostic_code::status_code_malformed, at(" 7.1.1") + 1, 5},
};

constexpr bool offsets_count_from_the_start_of_the_body() {
    std::size_t count = 0;
    delivery_status{bad_values}.diagnose([&](diagnostic const& found) {
        REQUIRE_TRUE(count < std::size(bad_value_problems) && found == bad_value_problems[count]);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(bad_value_problems));
    return true;
}
CASE("delivery_status: offsets count from the start of the body",
     offsets_count_from_the_start_of_the_body)

constexpr bool parts_are_read() {
    constexpr std::string_view plain = "Content-Type: message/delivery-status\n\n"
                                       "Reporting-MTA: dns; mx.example.org\n\n"
                                       "Final-Recipient: rfc822; a@b.example\n"
                                       "Action: failed\nStatus: 5.1.1\n";
    entity const part{message{plain}};
    delivery_status const status{part};
    REQUIRE_TRUE(status.raw() == part.raw_body() && !status.is_encoded());
    REQUIRE_TRUE(status.reporting_mta()->is("dns"));
    REQUIRE_TRUE((*status.recipients().begin()).status()->is("5.1.1"));
    REQUIRE_TRUE(!status.deviation());
    return true;
}
CASE("delivery_status: the body of a part", parts_are_read)

// RFC 6533 section 6.2 allows base64 and quoted-printable. Read undecoded, an address would contain
// "=40", and the fields in base64 would not be found.
constexpr bool encoded_bodies_are_not_read() {
    constexpr std::string_view bytes = "Content-Type: message/global-delivery-status\n"
                                       "Content-Transfer-Encoding: quoted-printable\n\n"
                                       "Reporting-MTA: dns; mx.example.org\n\n"
                                       "Final-Recipient: utf-8; a=40b.example\n"
                                       "Action: failed\nStatus: 5.1.1\n";
    entity const part{message{bytes}};
    delivery_status const status{part};
    REQUIRE_TRUE(status.is_encoded() && status.raw() == part.raw_body());
    REQUIRE_TRUE(status.fields().empty() && status.recipients().empty());
    REQUIRE_TRUE(status.reporting_mta().error().code == diagnostic_code::field_missing);
    diagnostic const encoded{diagnostic_code::body_encoded, 0, status.raw().size()};
    REQUIRE_TRUE(status.deviation() == encoded);
    std::size_t count = 0;
    status.diagnose([&](diagnostic const& found) {
        ++count;
        REQUIRE_TRUE(found == encoded);
    });
    REQUIRE_TRUE(count == 1);
    if (!test::can_allocate()) return true;
    auto const text = part.decoded().to_string();
    delivery_status const decoded{text};
    REQUIRE_TRUE((*decoded.recipients().begin()).final_recipient()->decoded() == "a@b.example");
    REQUIRE_TRUE(!decoded.deviation());
    return true;
}
CASE("delivery_status: encoded bodies are not read, but can be decoded",
     encoded_bodies_are_not_read)

TEST_CASE("delivery_status: any lines; recipients are in order, and each is inside of the body") {
    constexpr std::string_view lines[] = {"\n", "a: b\n", "Action: failed\n", " c\n",
                                          "Status:\r\n"};
    test::for_each_string("01234", 6, [&](std::string_view digits) {
        std::string body;
        for (char const digit : digits) body += lines[digit - '0'];
        std::size_t end = 0;
        std::size_t in_recipients = 0;
        delivery_status const status{std::string_view{body}};
        for (auto const each : status.recipients()) {
            auto const raw = each.fields().raw();
            auto const at = offset_of(body, raw);
            REQUIRE_SAME(body, at >= end && !raw.empty(), true);
            REQUIRE_SAME(body, at == 0 || body[at - 1] == '\n', true);
            REQUIRE_SAME(body, detail::is_about_recipient(each.fields()), true);
            end = at + raw.size();
            for (auto const f : each.fields())
                in_recipients += f.is("Action") || f.is("Status") ? 1u : 0u;
        }
        std::size_t all = 0;
        for (auto const f : header_section{std::string_view{body}})
            all += f.is("Action") || f.is("Status") ? 1u : 0u;
        REQUIRE_SAME(body, in_recipients, all);
        auto const fields = status.fields().raw();
        REQUIRE_SAME(body, offset_of(body, fields) + fields.size() <= body.size(), true);
        return true;
    });
}

} // namespace
