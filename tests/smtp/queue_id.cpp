#include <foldwise/smtp/queue_id.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view program;
    std::string_view text;
    std::string_view id;
};

// Texts that these programs and services sent, from public logs and documentation; names of people
// and hosts are replaced. The rows of long identifiers of Postfix, Sendmail 8.9, later OpenSMTPD,
// Postmark, and Oracle without a host are not from a log: their forms are known, but no text of
// them was found.
constexpr row table[] = {
    {"Postfix", "2.0.0 Ok: queued as B8A1D1E745F", "B8A1D1E745F"},
    {"Postfix, without enhanced status codes", "Ok: queued as D7EB663B2D8", "D7EB663B2D8"},
    {"Postfix, a short identifier", "2.0.0 Ok: queued as 4E47884CC0", "4E47884CC0"},
    {"Postfix, enable_long_queue_ids", "2.0.0 Ok: queued as 3Ml8xw2V7Lz1kX", "3Ml8xw2V7Lz1kX"},
    {"SendGrid", "Ok: queued as nhIMmON9SFOPcT0ii4nt2A", "nhIMmON9SFOPcT0ii4nt2A"},
    {"five octets", "Ok: queued as AB12C", "AB12C"},
    {"one digit", "Ok: queued as 1ABCDE", "1ABCDE"},
    {"one letter", "Ok: queued as A123.456", "A123.456"},
    {"amavis before Postfix",
     "2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 2F01D1855DB2",
     "2F01D1855DB2"},
    {"amavis, older",
     "2.6.0 Ok, id=04671-01, from MTA([127.0.0.1]:10025): 250 Ok: queued as 5B2BF1C4A3",
     "5B2BF1C4A3"},
    {"Stalwart", "2.0.0 Message queued as 217700302698266624", "217700302698266624"},
    {"Stalwart", "2.0.0 Message queued with id 217700302698266624", "217700302698266624"},
    {"a dot after the identifier", "Ok: queued as B8A1D1E745F.", "B8A1D1E745F"},
    {"Coremail (163.com)", "Mail OK queued as smtp7,C8CowEA5d0bRGYpW8O4AAA--.501S2 1451891154",
     "smtp7,C8CowEA5d0bRGYpW8O4AAA--.501S2"},
    {"Coremail (163.com)",
     "Mail OK queued as gzga-smtp-mtada-g0-2,_____wBnVacbPw5nKdjHBA--.60317S5 1728987167",
     "gzga-smtp-mtada-g0-2,_____wBnVacbPw5nKdjHBA--.60317S5"},
    {"Yandex",
     "2.0.0 Ok: queued on vla5-445dc1c4c112.qloud-c.yandex.net as "
     "1626807290-H9I3Z0YL1S-so3qUqBj",
     "1626807290-H9I3Z0YL1S-so3qUqBj"},
    {"Yandex",
     "2.0.0 Ok: queued on mail-nwsmtp-mxfront-production-main-10.myt.yp-c.yandex.net "
     "1682952938-btNFgWJPMCg0-4gaCVu2s",
     "1682952938-btNFgWJPMCg0-4gaCVu2s"},
    {"Exim before 4.97", "OK id=1sMrpq-0001Ah-UT", "1sMrpq-0001Ah-UT"},
    {"Exim from 4.97 on", "OK id=1wLWNN-00000002g1x-0ye6", "1wLWNN-00000002g1x-0ye6"},
    {"IONOS", "Requested mail action okay, completed: id=1MKsaz-1wevcp3BHR-00M7kH",
     "1MKsaz-1wevcp3BHR-00M7kH"},
    {"Sendmail 8.12 and later", "2.0.0 kA50s0cL029158 Message accepted for delivery",
     "kA50s0cL029158"},
    {"Sendmail 8.11", "e6FFAFv24566 Message accepted for delivery", "e6FFAFv24566"},
    {"Sendmail 8.9", "OAA12345 Message accepted for delivery", "OAA12345"},
    {"OpenSMTPD", "2.0.0: 832a2432 Message accepted for delivery", "832a2432"},
    {"OpenSMTPD, later", "2.0.0 5f549d2a Message accepted for delivery", "5f549d2a"},
    {"qmail", "ok 1375388751 qp 26627", "1375388751 qp 26627"},
    {"qmail", "ok 1019555935 qp 93990 ", "1019555935 qp 93990"},
    {"qmail, patched", "ok 1349174460 qp 13230 by mx1.example.org", "1349174460 qp 13230"},
    {"MessageLabs", "ok 1476446307 qp 25307 server-6.tower-123.example!1476446305!416754!1",
     "1476446307 qp 25307"},
    {"qmail in 2001", "ok 999999999 qp 7", "999999999 qp 7"},
    {"a number of six digits", "ok 123456", "123456"},
    {"a number only", "ok 17763873", "17763873"},
    {"Exchange Online",
     "2.6.0 <0100017b0e35a8c6-2021949e-71e7-4802-aa95-ae62b696b836-000000@email.example> "
     "[InternalId=95992519094146, Hostname=HE1EUR04HT112.eop-eur04.prod.protection.example] 13478 "
     "bytes in 0.277, 47.373 KB/sec Queued mail for delivery -> 250 2.1.5",
     "95992519094146"},
    {"Exchange Online",
     "2.6.0 <a@b.example> [InternalId=105849469029151, Hostname=AS8PR07MB7669.example] 29353 bytes "
     "in 0.060, 472.320 KB/sec Queued mail for delivery",
     "105849469029151"},
    {"Exchange 2010", "2.6.0 <a@b.example> [InternalId=274498] Queued mail for delivery", "274498"},
    {"Gmail", "2.0.0 OK  1640467005 k9sm10841846wro.80 - gsmtp", "k9sm10841846wro.80"},
    {"Gmail", "2.0.0 OK 1376056636 i3si9508927obz.16 - gsmtp", "i3si9508927obz.16"},
    {"Gmail", "2.0.0 OK  1690517236 x6-20020a05610223c600b004451f8ccf1csm418782vsr.11 - gsmtp",
     "x6-20020a05610223c600b004451f8ccf1csm418782vsr.11"},
    {"Gmail in 2011", "2.0.0 OK 1321118137 q15si6316124anp.165", "q15si6316124anp.165"},
    {"Amazon SES", "Ok 0101015e18822d41-65bd490a-d481-4dc4-a12b-45a78f954f39-000000",
     "0101015e18822d41-65bd490a-d481-4dc4-a12b-45a78f954f39-000000"},
    {"Amazon SES, from its documentation",
     "Ok 01010160d7de98d8-21e57d9a-JZho-416c-bbe1-8ebaAexample-000000",
     "01010160d7de98d8-21e57d9a-JZho-416c-bbe1-8ebaAexample-000000"},
    {"Haraka", "Message Queued (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1)",
     "51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1"},
    {"Postmark (no public text found; its identifiers are UUIDs)",
     "OK b7bc2f4a-e38e-4336-af7d-e6c392c2f817", "b7bc2f4a-e38e-4336-af7d-e6c392c2f817"},
    {"IronPort", "ok:  Message 64111812 accepted", "64111812"},
    {"a server with a young queue", "ok:  Message 12345 accepted", "12345"},
    {"Momentum", "2.0.0 OK 00/00-28443-3AF54065", "00/00-28443-3AF54065"},
    {"Oracle (mac.com)", "2.5.0 Ok, envelope id 0LUD00A9Q8EK4BQ0@smtpin135.mac.com",
     "0LUD00A9Q8EK4BQ0@smtpin135.mac.com"},
    // A Message-ID with blanks: only the InternalId after it counts.
    {"Exchange",
     "2.6.0 < queued as EVIL12345 > [InternalId=4711, Hostname=c.example] Queued mail for delivery",
     "4711"},
    {"Exchange",
     "2.6.0 <a> [InternalId4711 id=1sMrpq-0001Ah-UT> [InternalId=4712, Hostname=c] 13478 bytes in "
     "0.277, 47.373 KB/sec Queued mail for delivery",
     "4712"},
    {"a comma after the identifier", "Ok: queued as ABCDE12345, thanks", "ABCDE12345"},
    {"the same identifier twice", "Ok: queued as AB12CDE (AB12CDE) AB12CDE", "AB12CDE"},
    {"the name of a host after it", "Ok: queued as AB12CDE on mx1.example.org", "AB12CDE"},
    {"text of the sender after it", "Ok: queued as AB12CDE <x queued as EVIL12345>", "AB12CDE"},
    {"accepted", "Message accepted, queued as AB12CDE", "AB12CDE"},
    {"Oracle, without a host", "2.5.0 Ok, envelope id 0LUD00A9Q8EK4BQ0", "0LUD00A9Q8EK4BQ0"},
};

constexpr bool identifiers_are_found() {
    for (auto const& r : table) {
        auto const id = queue_id_of(r.text);
        REQUIRE_SAME(r.text, id.value_or(""), r.id);
        if (id) REQUIRE_SAME(r.text, id->data() - r.text.data() >= 0, true);
    }
    return true;
}
CASE("queue_id_of: the texts of many servers", identifiers_are_found)

constexpr std::string_view near_misses[] = {
    "",
    " ",
    "ok",
    "2.0.0",
    "2.0.0 Ok",
    "2.0.0 Ok: queued",        // Postfix, smtpd_reject or a relay that hides it
    "Ok: queued as ",          // Tencent
    "OK: queued as.",          // Tencent
    "ok dirdel",               // Yahoo
    "Queued (10.594 seconds)", // hMailServer
    "Message Queued (1.5)",
    "Message Queued (not-a-uuid-1)",
    "Message Queued 51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1)",
    "Message Queued (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1",
    "Message Queued (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.)",
    "Message Queued (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.x)",
    "Message Denied (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1)",
    "Great success",                       // Mailgun
    "Message accepted for delivery",       // Domino
    "2.5.0 Message accepted for delivery", // the status code is not an identifier
    "OK Message accepted for delivery",
    "Message received and accepted for delivery",
    "<20141215@a.example> Message accepted for delivery",
    "kA50s0cL029158 Note accepted for delivery",
    "kA50s0cL029158 Message refused for delivery",
    "kA50s0cL029158 Message accepted by delivery",
    "kA50s0cL029158 Message accepted for review",
    "kA50s0cL029158. Message accepted for delivery",
    "2.6.0 message received",
    "queued as requested",
    "queued as AB12",
    "queued as <AB123C",
    "queued as .12345",
    "Ok: queued on mx1.example.org A12345 today",
    "Ok: queued in mx1.example.org A12345",
    "ok x17763873",
    "OK g7bc2f4a-e38e-4336-af7d-e6c392c2f817",
    "queued as soon as possible",
    "queued as 2.0.0",
    "queued as 127.0.0.1",
    "queued as 12,345",
    "queued as A1",                // too short
    "queued as <x1234@y.example>", // the Message-ID
    "queued as B8A1D1E745F\n250",  // a bare LF
    "Ok: queued on mx1.example.org",
    "Ok: queued on mx1.example.org at 12:34:56 today",
    "<SNT0-MC3-F1964x@a.example> Queued mail for delivery", // the Message-ID, often the sender's
    "2.6.0 <a@b.example> Queued mail for delivery",
    "[InternalId=4711] Queued mail for delivery", // the form has a Message-ID
    "<a@b.example> [InternalId=, Hostname=c] Queued mail for delivery",
    "<a@b.example> [InternalId=4711x, Hostname=c] Queued mail for delivery",
    "<a@b.example> [InternalId=4711,2, Hostname=c] Queued mail for delivery",
    "<a@b.example> [InternalId=4711 Hostname=c] Queued mail for delivery",
    "<a@b.example> [InternalId=4711; Hostname=c] Queued mail for delivery",
    "<a@b.example> [InternalId=4711, Hostname=c] Queued mail soon",
    "<a@b.example> [InternalId=4711, Hostname=c] Queued it for delivery",
    "<a@b.example> [InternalId=4711, Hostname=c] Accepted mail for delivery",
    "<a@b.example> [InternalId=4711, Hostname=c] rejected",
    "OK id=",
    "OK id=...",
    "OK id=none",
    "OK sid=1sMrpq-0001Ah-UT",
    "message id=1sMrpq-0001Ah-UT",
    "2.6.0 Ok, id=04671-01, from MTA", // amavis's own name
    "your id 12345678 is known",
    "Ok, envelope id smtpin@host1.example",
    "Ok, envelope id 0LUD00A9Q8EK4BQ0@a\n250",
    "queued with id foo12@host1.example",
    "ok 12345",
    "OK 1376056636 i3si9508927obz.16 x gsmtp",
    "OK 1376056636 i3si9508927obz.16 - other",
    "OK 1376056636 i3si9508927obz.16 - gsmtp more",
    "OK 13760566 i3si9508927obz.16 - gsmtp",
    "=A50s0cL029158 Message accepted for delivery",
    "ok 123", // too short for a queue
    "ok 1418637600 12345678",
    "ok 17763873 bytes",
    "17763873",
    "ok 127.0.0.1",
    "ok 1375388751 qp",
    "ok 1375388751 qp none",
    "ok 1375 qp 26627",
    "ok 1375388751\tqp 26627",
    "OK 1640467005 - gsmtp",
    "OK 1727 - gsmtp",
    "OK 1376056636 i3si9508927obz - gsmtp",
    "OK 1376056636 bytes.",
    "OK 172938102938 mailer",
    "Ok 0101015e18822d41-65bd490a-d481-4dc4-a12b-45a78f954f39-00000",
    "Ok 0101015e18822d41",
    "OK b7bc2f4a-e38e-4336-af7d-e6c392c2f81",
    "OK b7bc2f4a-e38e-4336-af7d-e6c392c2f817 bytes",
    "OK 00/00-28443-3AF5406",
    "ok: Message 64111812 rejected",
    "ok: Message soon accepted",
    "ok: Message 1234 accepted",
    "4.0.0 Ok: queued as B8A1D1E745F", // not accepted
    "5.0.0 Ok: queued as B8A1D1E745F",
    "Ok: queued as B8A1D1E745F, queued as C8A1D1E745F", // which one?
    "OK id=1sMrpq-0001Ah-UT queued as B8A1D1E745F",
    "Ok: queued as ABCDE12345, ABCDE12346",
    "Ok: queued as ABCDE12345 and ABCDE12346.",
    "Ok: queued as 12345678 12345679",
    "OK id=1sMrpq-0001Ah-UT, 1sMrpq-0001Ah-UU",
    // A sentence that does not affirm it.
    "not queued as B8A1D1E745F",
    "Message not queued as B8A1D1E745F",
    "Ok: not queued as B8A1D1E745F",
    "No message queued as B8A1D1E745F",
    "not ok: queued as B8A1D1E745F",
    "never queued as B8A1D1E745F",
    "from MTA(smtp:[127.0.0.1]:10025): 450 4.7.1 Ok: queued as 2F01D1855DB2",
    "from MTA(smtp:[127.0.0.1]:10025): 550 2.0.0 Ok: queued as 2F01D1855DB2",
    "Ok: queued as AB12CDE, then rejected as spam",
    "Ok: queued as 10000 more messages",
    "Ok: queued as 4F1C2D3E45!",
    "Message not queued with id 217700302698266624",
    "Not queued (51DE505A-C5B4-4ED3-9FA0-45ED43F49E96.1)",
    "Requested mail action not okay, completed: id=1MKsaz-1wevcp3BHR-00M7kH",
    "Not completed: id=1MKsaz-1wevcp3BHR-00M7kH",
    "Refused, envelope id 0LUD00A9Q8EK4BQ0",
    "kA50s0cL029158 Message accepted for delivery by nobody",
    "ok: Message 64111812 accepted not",
    "<a@b.example> [InternalId=4711, Hostname=c] not Queued mail for delivery",
    // The name of a host.
    "Ok: queued as mail1.example.com",
    "Ok: queued as mail1.example.com.",
    "Ok: queued as mx1.xn--p1ai",
    "OK id=mail1.example.com",
    // Text of the sender.
    "\"x\" queued as EVIL12345",
    "<x> queued as EVIL12345",
    "Ok: <x queued as EVIL12345 >",
    "Ok: \"x queued as EVIL12345 \"",
    "Ok: message <x> queued as EVIL12345",
    "ok 17763873 <x>",
    "2.6.0 <x> [InternalId=666, Hostname=e] Queued mail for> [InternalId=4711, Hostname=c] Queued "
    "mail for delivery",
    "2.6.0 <x [InternalId=666, Hostname=e] Queued mail for delivery",
    "2.6.0 <x> [InternalId=666] Queued mail for a a a a a a a a a a a a a a a a a a a a a a a a a "
    "a a a a a a a> [InternalId=4711, Hostname=c] Queued mail for delivery",
};

constexpr bool near_misses_have_none() {
    for (auto const text : near_misses) REQUIRE_SAME(text, queue_id_of(text).value_or(""), "");
    return true;
}
CASE("queue_id_of: texts without an identifier", near_misses_have_none)

constexpr bool a_reply_line_has_one() {
    REQUIRE_TRUE(queue_id_of(*reply_line::read("250 ok 17763873\r\n")) == "17763873");
    REQUIRE_TRUE(queue_id_of(*reply_line::read("250 2.0.0 Ok: queued as 4F1xyz\r\n")) == "4F1xyz");
    REQUIRE_TRUE(!queue_id_of(*reply_line::read("250 ok\r\n")));
    REQUIRE_TRUE(!queue_id_of(*reply_line::read("450 Ok: queued as 4F1xyz\r\n")));
    REQUIRE_TRUE(!queue_id_of(*reply_line::read("251 Ok: queued as 4F1xyz\r\n")));
    REQUIRE_TRUE(!queue_id_of(*reply_line::read("250\r\n")));
    return true;
}
CASE("queue_id_of: a reply line", a_reply_line_has_one)

struct reply_row {
    std::string_view reply; // with LF
    std::string_view id;
};

constexpr reply_row replies[] = {
    {"250 ok 17763873\n", "17763873"},
    {"250-hello\n250 Ok: queued as AB12C\n", "AB12C"},
    {"250-Ok: queued as AB12C\n250 bye\n", "AB12C"},
    {"250-2.0.0 Ok: queued as AB12C\n250 2.0.0 OK id=AB12C\n", "AB12C"},
    {"250-Ok: queued as AB12C\n250 Ok: queued as AB12D\n", ""}, // they do not agree
    {"250-Ok: queued as AB12C, AB12D\n250 Ok: queued as AB12C\n", ""},
    {"250-5.0.0 no\n250 Ok: queued as AB12C\n", ""},
    {"250-Ok: queued as AB12C\n251 ok\n", ""}, // RFC 5321 section 4.2.1
    {"550-no\n250 Ok: queued as AB12C\n", ""},
    {"250-Ok: queued as AB12C\n", ""}, // not complete
    {"550 Ok: queued as AB12C\n", ""},
    {"250-a\n250 b\n", ""},
};

constexpr bool the_lines_of_a_reply_agree() {
    for (auto const& r : replies) {
        auto const lf = smtp_reply::read(r.reply, line_ending::lf);
        REQUIRE_SAME(r.reply, queue_id_of(*lf).value_or(""), r.id);
        auto const crlf = test::with_crlf(r.reply);
        REQUIRE_SAME(r.reply, queue_id_of(*smtp_reply::read(crlf)).value_or(""), r.id);
    }
    return true;
}
CASE("queue_id_of: a reply", the_lines_of_a_reply_agree)

constexpr bool only_the_first_words_are_searched() {
    test::text_buffer text;
    for (int i = 0; i < 29; ++i) text.append("ok ");
    text.append("queued as 4F1xyz");
    REQUIRE_TRUE(queue_id_of(std::string_view{text}) == "4F1xyz");
    test::text_buffer longer;
    longer.append("ok ");
    longer.append(text);
    REQUIRE_TRUE(!queue_id_of(std::string_view{longer}));
    return true;
}
CASE("queue_id_of: at most 32 words are searched", only_the_first_words_are_searched)

} // namespace
