#include <foldwise/trace/received.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"

#include <foldwise/message/message.hpp>
#include <foldwise/message/reads_fields.hpp>
#include <foldwise/store/mbox.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace {

using foldwise::clause_kind;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::received;

static_assert(foldwise::reads_fields<received>);
static_assert(noexcept(received{std::string_view{}}.from()));
static_assert(noexcept(received{std::string_view{}}.date()));

struct row {
    std::string_view mailer;
    std::string_view value;
    std::string_view helo;    // of from; "-" in this and the next members: no such clause
    std::string_view host;    // of from
    std::string_view address; // of from
    std::string_view by;
    std::string_view with;
    std::string_view id;
    std::string_view for_path;
    std::string_view problems; // names of codes, without "received_"
};

// Every date is 15 December 2014, 10:00:00 UTC. With LF; each is checked with CRLF as well.
constexpr std::int64_t ten_o_clock = 1418637600;

constexpr row table[] = {
    {"Postfix",
     " from mail.example.net (out1.example.net [192.0.2.25])\n"
     "\t(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))\n"
     "\t(Client CN \"out1\", Issuer \"by mail (x)\" (not verified))\n"
     "\tby mx.example.org (Postfix) with ESMTPS id 3jvP1k2mMhz5d\n"
     "\tfor <crew@example.org>; Mon, 15 Dec 2014 10:00:00 +0000 (UTC)",
     "mail.example.net", "out1.example.net", "192.0.2.25", "mx.example.org", "ESMTPS",
     "3jvP1k2mMhz5d", "<crew@example.org>", ""},
    {"Postfix, version 6, submission",
     " from [IPv6:2001:db8::17] (unknown [IPv6:2001:db8::17])\n"
     "\t(Authenticated sender: foe)\n"
     "\tby mail.example.net (Postfix) with ESMTPSA id 62B9B1F2005A;\n"
     "\tMon, 15 Dec 2014 05:00:00 -0500 (EST)",
     "[IPv6:2001:db8::17]", "-", "2001:db8::17", "mail.example.net", "ESMTPSA", "62B9B1F2005A", "-",
     ""},
    {"Postfix, pickup",
     " by mail.example.net (Postfix, from userid 1000)\n"
     "\tid 37BD05C00A2; Mon, 15 Dec 2014 10:00:00 +0000 (UTC)",
     "-", "-", "-", "mail.example.net", "-", "37BD05C00A2", "-", "from_missing"},
    {"Exim",
     " from [192.0.2.144] (helo=pc17)\n"
     "\tby mail.example.net with esmtpsa (TLS1.2:ECDHE_RSA_AES_128_GCM_SHA256:128)\n"
     "\t(Exim 4.84)\n"
     "\t(envelope-from <zoe@example.org>)\n"
     "\tid 1Y0UkQ-0004Hn-7s\n"
     "\tfor crew@example.org; Mon, 15 Dec 2014 11:00:00 +0100",
     "pc17", "-", "192.0.2.144", "mail.example.net", "esmtpsa", "1Y0UkQ-0004Hn-7s",
     "crew@example.org", ""},
    {"Exim, a name that was looked up, tls",
     " from a.example.net ([192.0.2.144]:60844 helo=pc17)\n"
     "\tby mail.example.net with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384\n"
     "\t(Exim 4.96)\n"
     "\tid 1Y0UkQ-0004Hn-7s; Mon, 15 Dec 2014 10:00:00 +0000",
     "pc17", "a.example.net", "192.0.2.144", "mail.example.net", "esmtps", "1Y0UkQ-0004Hn-7s", "-",
     ""},
    {"Exim, local",
     " from zoe by pc17.example.net with local (Exim 4.84)\n"
     "\t(envelope-from <zoe@example.org>) id 1Y0UkQ-0004Hn-7s;\n"
     "\tMon, 15 Dec 2014 10:00:00 +0000",
     "zoe", "-", "-", "pc17.example.net", "local", "1Y0UkQ-0004Hn-7s", "-", ""},
    {"Exim, more text outside of comments",
     " from a.example.net ([192.0.2.144])\n"
     "\tfrom C=XX,O=Example,CN=a.example.net (verified)\n"
     "\tby mail.example.net with esmtp (Exim) id 1 by authid <zoe> with cram_md5;\n"
     "\tMon, 15 Dec 2014 10:00:00 +0000",
     "a.example.net", "-", "192.0.2.144", "mail.example.net", "esmtp", "1", "-",
     "clause_duplicate unexpected_text clause_duplicate unexpected_text clause_duplicate"},
    {"Sendmail",
     " from a.example.net (root@b.example.net [192.0.2.5] (may be forged))\n"
     "\tby mx.example.org (8.14.4/8.14.4) with ESMTP id sBFA00x1012345\n"
     "\t(version=TLSv1/SSLv3 cipher=DHE-RSA-AES256-SHA bits=256 verify=NOT)\n"
     "\tfor <crew@example.org>; Mon, 15 Dec 2014 10:00:00 GMT",
     "a.example.net", "b.example.net", "192.0.2.5", "mx.example.org", "ESMTP", "sBFA00x1012345",
     "<crew@example.org>", "date_obsolete"},
    {"Sendmail, submission",
     " (from root@localhost)\n"
     "\tby pc17.example.net (8.14.4/8.14.4/Submit) id sBFA00x1012345;\n"
     "\tMon, 15 Dec 2014 10:00:00 GMT\n\t(envelope-from root)",
     "-", "-", "-", "pc17.example.net", "-", "sBFA00x1012345", "-", "from_missing date_obsolete"},
    {"qmail",
     " from unknown (HELO pc17) (192.0.2.5)\n"
     "  by mx.example.org with SMTP; 15 Dec 2014 10:00:00 -0000",
     "pc17", "-", "192.0.2.5", "mx.example.org", "SMTP", "-", "-", ""},
    {"qmail, its queue", " (qmail 25055 invoked from network); 15 Dec 2014 10:00:00 -0000", "-",
     "-", "-", "-", "-", "-", "-", "from_missing by_missing"},
    {"Exchange",
     " from A.example.com (2001:db8:408:fb::21)\n"
     " by B.example.com (2001:db8:a03:2c9::21) with\n"
     " Microsoft SMTP Server (version=TLS1_2,\n"
     " cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.5746.21 via Frontend\n"
     " Transport; Mon, 15 Dec 2014 10:00:00 +0000",
     "A.example.com", "-", "2001:db8:408:fb::21", "B.example.com", "Microsoft SMTP Server",
     "15.20.5746.21", "-", "unexpected_text unexpected_text"},
    {"Exchange, mapi",
     " from A.example.com ([fe80::1:2:3]) by B.example.com\n"
     " ([10.0.0.2]) with mapi id 14.03.0210.002; Mon, 15 Dec 2014 10:00:00 +0000",
     "A.example.com", "-", "fe80::1:2:3", "B.example.com", "mapi", "14.03.0210.002", "-", ""},
    {"Gmail",
     " from ?10.0.1.6? (mail.example.net. [192.0.2.25])\n"
     "        by mx.example.com with ESMTPS id g14sm267889rvb.22.2014.12.15.10.00.00\n"
     "        for <crew@example.com>\n"
     "        (version=TLSv1/SSLv3 cipher=RC4-MD5);\n"
     "        Mon, 15 Dec 2014 02:00:00 -0800 (PST)",
     "?10.0.1.6?", "mail.example.net.", "192.0.2.25", "mx.example.com", "ESMTPS",
     "g14sm267889rvb.22.2014.12.15.10.00.00", "<crew@example.com>", ""},
    {"Gmail, internal",
     " by 2002:adf:b343:0:0:0:0:0 with SMTP id k3csp2230702wrd;\n"
     "        Mon, 15 Dec 2014 02:00:00 -0800 (PST)",
     "-", "-", "-", "2002:adf:b343:0:0:0:0:0", "SMTP", "k3csp2230702wrd", "-", "from_missing"},
    {"ZMailer",
     " from a.example.net ([192.0.2.5]:51369 \"EHLO\n\tpc17\" rhost-flags-OK-OK-OK-OK)\n"
     "\tby vger.example.org with ESMTP id S1751575Ab0FYXFb convert rfc822-to-8bit (ORCPT\n"
     "\t<rfc822;crew@example.org>); Mon, 15 Dec 2014 05:00:00 -0500",
     "pc17", "a.example.net", "192.0.2.5", "vger.example.org", "ESMTP", "S1751575Ab0FYXFb", "-",
     "unexpected_text"},
    {"majordomo",
     " (majordomo@vger.example.org) by vger.example.org via listexpand\n"
     "\tid S1757510Ab0KOD5r (ORCPT <rfc822;crew@example.org>);\n"
     "\tMon, 15 Dec 2014 05:00:00 -0500",
     "-", "-", "-", "vger.example.org", "-", "S1757510Ab0KOD5r", "-", "from_missing"},
    {"fetchmail",
     " from mail.example.net [192.0.2.25]\n\tby pc17 with POP3 (fetchmail-6.3.26)\n"
     "\tfor <zoe@localhost> (single-drop); Mon, 15 Dec 2014 11:00:00 +0100 (CET)",
     "mail.example.net", "-", "192.0.2.25", "pc17", "POP3", "-", "<zoe@localhost>",
     "unexpected_text"},
    {"Lotus Domino",
     " from mail.example.net ([192.0.2.25])\n"
     "          by mx.example.com (Lotus Domino Release 8.5.3)\n"
     "          with ESMTP id 2014121510000000-1234 ;\n          Mon, 15 Dec 2014 11:00:00 +0100",
     "mail.example.net", "-", "192.0.2.25", "mx.example.com", "ESMTP", "2014121510000000-1234", "-",
     ""},
    {"iPlanet",
     " from pc17 (a.example.net [192.0.2.5])\n by mail.example.net\n"
     " (iPlanet Messaging Server 5.2 HotFix 1.14 (built Mar 18 2003))\n"
     " with ESMTP id <0IG600JFYLYCAA@mail.example.net> for crew@example.org\n"
     " (ORCPT crew@example.org); Mon, 15 Dec 2014 10:00:00 +0000 (GMT)",
     "pc17", "a.example.net", "192.0.2.5", "mail.example.net", "ESMTP",
     "<0IG600JFYLYCAA@mail.example.net>", "crew@example.org", ""},
    {"MDaemon",
     " from pc17 by mail.example.net (MDaemon PRO v11.0.3)\n"
     "\twith ESMTP id md50004804310.msg\n"
     "\tfor <crew@example.org>; Mon, 15 Dec 2014 10:00:00 +0000",
     "pc17", "-", "-", "mail.example.net", "ESMTP", "md50004804310.msg", "<crew@example.org>", ""},
    {"Courier",
     " from pc17 (a.example.net [::ffff:192.0.2.5])\n"
     "  (AUTH: LOGIN zoe, TLS: TLSv1/SSLv3,256bits,AES256-SHA)\n"
     "  by mail.example.net with esmtp; Mon, 15 Dec 2014 10:00:00 +0000\n"
     "  id 0000000000064024.548EB220.00003D2D",
     "pc17", "a.example.net", "::ffff:192.0.2.5", "mail.example.net", "esmtp",
     "0000000000064024.548EB220.00003D2D", "-", "date_misplaced"},
    {"Courier, local",
     " from localhost (localhost [127.0.0.1])\n"
     "  (uid 1000)\n"
     "  by mail.example.net with local; Mon, 15 Dec 2014 10:00:00 +0000 (UTC);\n"
     "  x id 0000000000064024.548EB220.00003D2D for <crew@example.org>",
     "localhost", "localhost", "127.0.0.1", "mail.example.net", "local",
     "0000000000064024.548EB220.00003D2D", "<crew@example.org>", "unexpected_text date_misplaced"},
    {"no semicolon",
     " by mx0017.example.net with SMTP id k7QZfXwTBa Mon, 15 Dec 2014 10:00:00 +0000 (UTC)", "-",
     "-", "-", "mx0017.example.net", "SMTP", "k7QZfXwTBa", "-", "from_missing date_misplaced"},
    {"no semicolon, no id",
     " from a.example by b.example with Microsoft SMTP 15 Dec 2014 10:00:00 +0000", "a.example",
     "-", "-", "b.example", "Microsoft SMTP", "-", "-", "unexpected_text date_misplaced"},
    {"no semicolon, the date before the id",
     " from a.example by b.example with esmtp Mon Dec 15 10:00:00 2014 +0000 id Mon", "a.example",
     "-", "-", "b.example", "esmtp", "Mon", "-",
     "date_misplaced date_unusual_form date_unusual_form"},
    {"a semicolon after the date",
     " from a.example by b.example; Monday, 15-Dec-2014 10:00:00 GMT;", "a.example", "-", "-",
     "b.example", "-", "-", "-",
     "date_misplaced date_unusual_form date_unusual_form date_obsolete"},
    {"XMail",
     " from list.example.com (192.0.2.86:23198) by mx1.example.net\n"
     " with [XMail 1.20 ESMTP Server]; Mon, 15 Dec 2014 04:00:00 -0600",
     "list.example.com", "-", "192.0.2.86", "mx1.example.net", "[XMail 1.20 ESMTP Server]", "-",
     "-", "address_form"},
    {"MailMarshal",
     " from mail.example (Not Verified[192.0.2.18])\n"
     " by a.example with smtp id 1; Mon, 15 Dec 2014 10:00:00 +0000",
     "mail.example", "-", "192.0.2.18", "a.example", "smtp", "1", "-", "address_form"},
    {"helo= before the address",
     " from web.live.example (helo=mail.live.example [192.0.2.16])\n"
     " by a.example with smtp id 1; Mon, 15 Dec 2014 10:00:00 +0000",
     "mail.live.example", "web.live.example", "192.0.2.16", "a.example", "smtp", "1", "-",
     "address_after_helo"},
    {"EHLO, then the address outside of the comment",
     " from web.example (EHLO mail.example) [192.0.2.17]\n"
     " by a.example with smtp id 1; Mon, 15 Dec 2014 10:00:00 +0000",
     "mail.example", "web.example", "192.0.2.17", "a.example", "smtp", "1", "-", "unexpected_text"},
    {"a comma after the host",
     " from a.example by st.example.at, id smtpdEDUB8h; Mon, 15 Dec 2014 10:00:00 +0000",
     "a.example", "-", "-", "st.example.at", "-", "smtpdEDUB8h", "-", "unexpected_text"},
    {"more hosts",
     " from a.example,b.example [192.0.2.1]:25 by c.example and d.example:25 with smtp;\n"
     " Mon, 15 Dec 2014 10:00:00 +0000",
     "a.example", "-", "192.0.2.1", "c.example", "smtp", "-", "-",
     "unexpected_text unexpected_text"},
    {"ports",
     " from [192.0.2.1]:4025 ([192.0.2.1]:4025 helo=pc17) by c.example:25;\n"
     " Mon, 15 Dec 2014 10:00:00 +0000",
     "pc17", "-", "192.0.2.1", "c.example", "-", "-", "-", "unexpected_text unexpected_text"},
    {"ecelerity",
     " from [192.0.2.5] ([192.0.2.5:42266] helo=pc17)\n"
     "\tby mail.example.net (envelope-from <zoe@example.org>)\n"
     "\t(ecelerity 2.2.2.39 r()) with ESMTP\n"
     "\tid 3C/0E-12345-6789ABCD; Mon, 15 Dec 2014 05:00:00 -0500",
     "pc17", "-", "192.0.2.5", "mail.example.net", "ESMTP", "3C/0E-12345-6789ABCD", "-", ""},
    {"Zimbra",
     " from mx.example.com (LHLO mx.example.com) (192.0.2.3) by\n"
     " store.example.com with LMTP; Mon, 15 Dec 2014 02:00:00 -0800 (PST)",
     "mx.example.com", "mx.example.com", "192.0.2.3", "store.example.com", "LMTP", "-", "-", ""},
    {"amavisd-new",
     " from mx.example.org ([127.0.0.1])\n"
     "\tby localhost (mx.example.org [127.0.0.1]) (amavisd-new, port 10024)\n"
     "\twith ESMTP id TPvKqVQ91cB6 for <crew@example.org>;\n"
     "\tMon, 15 Dec 2014 10:00:00 +0000 (UTC)",
     "mx.example.org", "-", "127.0.0.1", "localhost", "ESMTP", "TPvKqVQ91cB6", "<crew@example.org>",
     ""},
    {"Cyrus",
     " from mx.example.org ([unix socket])\n\t by mx.example.org (Cyrus v2.4.17) with LMTPA;\n"
     "\t Mon, 15 Dec 2014 10:00:00 +0000",
     "mx.example.org", "-", "-", "mx.example.org", "LMTPA", "-", "-", ""},
    {"Dovecot",
     " from mx.example.org\n\tby store with LMTP\n\tid aJuOE0ZJcGnXXAAAu9opvQ\n"
     "\t(envelope-from <zoe@example.org>)\n"
     "\tfor <crew@example.org>; Mon, 15 Dec 2014 11:00:00 +0100",
     "mx.example.org", "-", "-", "store", "LMTP", "aJuOE0ZJcGnXXAAAu9opvQ", "<crew@example.org>",
     ""},
    {"Mimecast",
     " from a.example.net (b.example.net [192.0.2.4])\n"
     " (Using TLS) by relay.example.com with ESMTP with STARTTLS id\n"
     " us-mta-6-vBGvGzzCMIG6kes1J63o-g-1; Mon, 15 Dec 2014 05:00:00 -0500",
     "a.example.net", "b.example.net", "192.0.2.4", "relay.example.com", "ESMTP",
     "us-mta-6-vBGvGzzCMIG6kes1J63o-g-1", "-", "clause_duplicate"},
    {"Smail",
     " by a.example.net (/\\==/\\ Smail3.1.29.1)\n\t  from b.example.net (192.0.2.4) with smtp\n"
     "\t  id <m0uWPrO-0004wpC>; Mon, 15 Dec 14 10:00:00 GMT",
     "b.example.net", "-", "192.0.2.4", "a.example.net", "smtp", "<m0uWPrO-0004wpC>", "-",
     "date_obsolete date_obsolete"},
    {"Hotmail",
     " from mail pickup service by hotmail.example.com with Microsoft SMTPSVC;\n"
     "\t Mon, 15 Dec 2014 02:00:00 -0800",
     "mail", "-", "-", "hotmail.example.com", "Microsoft SMTPSVC", "-", "-",
     "unexpected_text unexpected_text"},
    {"ULTRIX, an extra semicolon",
     " from a.example.net by b.example.net; (5.65v3.0/1.1.8.2)\n"
     "\tid AA01376; Mon, 15 Dec 2014 11:00:00 +0100",
     "a.example.net", "-", "-", "b.example.net", "-", "AA01376", "-", "unexpected_text"},
    {"a mailing list", " with LISTAR (v0.129a; list crew); Mon, 15 Dec 2014 12:00:00 +0200", "-",
     "-", "-", "-", "LISTAR", "-", "-", "from_missing by_missing"},
    {"several recipients",
     " by a.example.net with SMTP id 4so742644qwi.19\n"
     "        for <multiple recipients>; Mon, 15 Dec 2014 02:00:00 -0800 (PST)",
     "-", "-", "-", "a.example.net", "SMTP", "4so742644qwi.19", "<multiple recipients>",
     "from_missing"},
};

/// The value of a clause, or "-" if the field does not have it.
template <class Clause>
constexpr std::string_view said(Clause const& clause) {
    return clause ? clause->raw_value() : "-";
}

constexpr test::text_buffer problems_of(received const& r) {
    test::text_buffer names;
    r.diagnose([&](diagnostic const& problem) {
        if (!std::string_view{names}.empty()) names.append(' ');
        auto name = problem.name();
        if (name.starts_with("received_")) name.remove_prefix(9);
        names.append(name);
        REQUIRE_TRUE(problem.offset + problem.length <= r.raw().size());
    });
    return names;
}

constexpr void check(row const& row, std::string_view value) {
    received const r{value};
    auto const from = r.from();
    REQUIRE_SAME(row.mailer, from.has_value(), row.helo != "-");
    if (from) REQUIRE_SAME(row.mailer, from->helo() == row.helo, true);
    REQUIRE_SAME(row.mailer, from && from->host() ? *from->host() : "-", row.host);
    REQUIRE_SAME(row.mailer, from && from->address() ? from->address()->text : "-", row.address);
    auto const by = r.by();
    REQUIRE_SAME(row.mailer, by ? by->name().raw() : "-", row.by);
    if (auto const with = r.with())
        REQUIRE_SAME(row.mailer, with->value() == row.with, true);
    else
        REQUIRE_SAME(row.mailer, row.with, "-");
    REQUIRE_SAME(row.mailer, said(r.id()), row.id);
    REQUIRE_SAME(row.mailer, said(r.for_path()), row.for_path);
    REQUIRE_SAME(row.mailer, std::string_view{problems_of(r)}, row.problems);
    auto const date = r.date();
    REQUIRE_SAME(row.mailer, date.has_value(), true);
    if (date) REQUIRE_SAME(row.mailer, date->unix_seconds(), ten_o_clock);
}

constexpr bool check_mailer(std::size_t index) {
    auto const& row = table[index];
    test::with_both_line_endings(row.value, [&](std::string_view value) { check(row, value); });
    return true;
}

/// One evaluation for each row, since compilers limit the steps of one evaluation.
template <std::size_t index>
constexpr bool is_read = check_mailer(index);
template <std::size_t... indices>
constexpr bool all_are_read(std::index_sequence<indices...>) {
    return (is_read<indices> && ...);
}
static_assert(all_are_read(std::make_index_sequence<std::size(table)>{}));
TEST_CASE("received: fields that mailers write") {
    for (std::size_t i = 0; i < std::size(table); ++i) CHECK(check_mailer(i));
}

struct problem_row {
    std::string_view value;
    diagnostic problems[4];
    std::size_t count;
};

using enum diagnostic_code;

constexpr problem_row problem_table[] = {
    {" from a by b; 15 Dec 2014 10:00:00 +0000", {}, 0},
    {"",
     {{received_from_missing, 0, 0}, {received_by_missing, 0, 0}, {received_date_missing, 0, 0}},
     3},
    {"from a by b", {{received_date_missing, 11, 0}}, 1},
    {"from a by b; (c)", {{received_date_missing, 11, 5}}, 1},
    {"from a by b; never", {{date_malformed, 13, 5}}, 1},
    {"from a by b; 32 Dec 2014 10:00:00 +0000", {{date_out_of_range, 13, 2}}, 1},
    {"from a by b; 15 Dec 14 10:00:00 +0000", {{date_obsolete, 20, 2}}, 1},
    {"from a by b; 15 Dec 14 10:00:00 +0000 x",
     {{date_obsolete, 20, 2}, {date_trailing_text, 38, 1}},
     2},
    {"by b; 15 Dec 2014 10:00:00 +0000", {{received_from_missing, 4, 0}}, 1},
    {"from a (b; c",
     {{received_not_closed, 7, 5}, {received_by_missing, 12, 0}, {received_date_missing, 12, 0}},
     3},
    {"from a by \"b; c", {{received_not_closed, 10, 5}, {received_date_missing, 15, 0}}, 2},
    {"x (y) z from a by b;15 Dec 2014 10:00:00 +0000", {{received_unexpected_text, 0, 7}}, 1},
    {"from a by b by c;15 Dec 2014 10:00:00 +0000", {{received_clause_duplicate, 12, 4}}, 1},
    {"from by by b;15 Dec 2014 10:00:00 +0000", {{received_clause_word, 5, 2}}, 1},
    {"from a by (c);15 Dec 2014 10:00:00 +0000", {{received_clause_empty, 7, 6}}, 1},
    {"from a by b id c d;15 Dec 2014 10:00:00 +0000", {{received_unexpected_text, 17, 1}}, 1},
    {"from a by b,c;15 Dec 2014 10:00:00 +0000", {{received_unexpected_text, 11, 2}}, 1},
    {"from a by b; 15 Dec 14 10:00:00 +0000 id c",
     {{received_date_misplaced, 12, 26}, {date_obsolete, 20, 2}},
     2},
    {"from a by b 15 Dec 2014 10:00:00 +0000", {{received_date_misplaced, 12, 26}}, 1},
    {"from a by b; 15 Dec 2014 10:00:00 +0000; x id c",
     {{received_unexpected_text, 41, 1}, {received_date_misplaced, 12, 27}},
     2},
    {"from a by b id Sun 15",
     {{received_unexpected_text, 19, 2}, {received_date_missing, 21, 0}},
     2},
    {"from a by b; never; 15x", {{received_unexpected_text, 11, 7}, {date_malformed, 22, 1}}, 2},
    {"from a (192.0.2.1:25) by b; 15 Dec 2014 10:00:00 +0000", {{received_address_form, 8, 9}}, 1},
    {"from a (verified[192.0.2.1]) by b; 15 Dec 2014 10:00:00 +0000",
     {{received_address_form, 17, 9}},
     1},
    {"from a (Not\n Verified [192.0.2.1]) by b; 15 Dec 2014 10:00:00 +0000",
     {{received_address_form, 23, 9}},
     1},
    {"from a (port=1 [192.0.2.1]) by b; 15 Dec 2014 10:00:00 +0000",
     {{received_address_form, 16, 9}},
     1},
    {"from a (b [192.0.2.1], c) by b; 15 Dec 2014 10:00:00 +0000",
     {{received_address_form, 11, 9}},
     1},
    {"from a (b\n [192.0.2.1]) by b; 15 Dec 2014 10:00:00 +0000", {}, 0},
    {"from a ([192.0.2.1] c) (d) by b; 15 Dec 2014 10:00:00 +0000", {}, 0},
    {"from a by b id c, 15 Dec 2014 10:00:00 +0000",
     {{received_unexpected_text, 16, 1}, {received_date_misplaced, 18, 26}},
     2},
    {"from a: by b: 15 Dec 2014 10:00:00 +0000",
     {{received_unexpected_text, 6, 1},
      {received_unexpected_text, 12, 1},
      {received_date_misplaced, 14, 26}},
     3},
    {"from a (HELO b [192.0.2.1]) by b; 15 Dec 2014 10:00:00 +0000",
     {{received_address_after_helo, 16, 9}},
     1},
};

constexpr bool table_of_problems() {
    for (auto const& row : problem_table) {
        std::size_t count = 0;
        received{row.value}.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(row.value, count < row.count, true);
            if (count >= row.count) return;
            auto const& wanted = row.problems[count++];
            REQUIRE_SAME(row.value, problem.name(), wanted.name());
            REQUIRE_SAME(row.value, problem.offset, wanted.offset);
            REQUIRE_SAME(row.value, problem.length, wanted.length);
        });
        REQUIRE_SAME(row.value, count, row.count);
    }
    return true;
}
CASE("received: problems and their places", table_of_problems)

constexpr bool parts_of_a_field() {
    foldwise::field const field{"Received: (c1) from a (c2) via b by d with LMTPS tls e\n (c3) ; "
                                "15 Dec 14 11:00 +0100 (c4)\n"};
    received const r{field};
    REQUIRE_TRUE(r.raw() == field.raw_value());
    REQUIRE_TRUE(r.raw_stamp() == " (c1) from a (c2) via b by d with LMTPS tls e\n (c3) ");
    REQUIRE_TRUE(r.raw_date() == " 15 Dec 14 11:00 +0100 (c4)");
    REQUIRE_TRUE(r.via()->raw_value() == "b" && r.tls()->raw_value() == "e");
    REQUIRE_TRUE(r.protocol()->is_lmtp && r.protocol()->is_encrypted);
    REQUIRE_TRUE(r.date()->offset_minutes() == 60 && r.date()->is_offset_known());
    REQUIRE_TRUE(r.date()->hour() == 11 && r.date()->year() == 2014);
    REQUIRE_TRUE(*r.date()->deviation() == diagnostic{date_obsolete, 8, 2});
    REQUIRE_TRUE(r.date()->raw() == r.raw_date());
    std::size_t comments = 0;
    for (auto const comment : r.comments()) REQUIRE_TRUE(comment.raw()[2] == "1234"[comments++]);
    REQUIRE_TRUE(comments == 4);
    auto clause = r.clauses().begin();
    using enum clause_kind;
    for (auto const kind : {from, via, by, with, tls}) REQUIRE_TRUE((*clause++).kind() == kind);
    REQUIRE_TRUE(clause == std::default_sentinel);
    REQUIRE_TRUE(!r.id() && !r.for_path() && !received{}.protocol());
    REQUIRE_TRUE(received{}.raw_date().empty() && received{}.clauses().empty());
    REQUIRE_TRUE(!received{"with HTTP"}.protocol());
    // The date follows the last ";".
    REQUIRE_TRUE(received{"from a;b; 15 Dec 2014 10:00 +0000"}.date().has_value());
    REQUIRE_TRUE(received{"from \"a;b\" (c;d); 15 Dec 2014 10:00 +0000 (;)"}.date().has_value());
    return true;
}
CASE("received: its parts", parts_of_a_field)

constexpr bool the_gravest_problem() {
    received const r{"from a by b with c d; 15 Dec 2014 10:00:00"};
    REQUIRE_TRUE(r.deviation()->code == diagnostic_code::date_zone_missing);
    REQUIRE_TRUE(r.deviation()->severity() == foldwise::severity::ambiguity);
    REQUIRE_TRUE(!received{"from a by b; 15 Dec 2014 10:00:00 +0000"}.deviation());
    return true;
}
CASE("received: deviation() is the gravest problem", the_gravest_problem)

constexpr bool names_in_any_case() {
    received const r{"from PC17.Example\r\n by mx.example.org with esmtps"};
    REQUIRE_TRUE(r.with()->is("ESMTPS") && !r.with()->is("ESMTP") && !r.with()->is("ESMTPSA"));
    REQUIRE_TRUE(r.by()->is("MX.example.ORG") && !r.by()->is("example.org"));
    REQUIRE_TRUE(r.from()->is("pc17.example") && !r.from()->is(""));
    return true;
}
CASE("received: is() ignores case", names_in_any_case)

TEST_CASE("received: any octets; clauses in order, inside of the stamp") {
    for (std::string_view const before : {"", "from a by b;", "with (by c) <"})
        test::for_each_string(" ;<>(\")[b", 5, [&](std::string_view end) {
            auto value = std::string{before};
            value.append(end).append("by a;");
            received const r{value};
            std::size_t last = 0;
            for (auto const clause : r.clauses()) {
                auto const at = foldwise::offset_of(r.raw_stamp(), clause.raw());
                REQUIRE_SAME(value, at >= last, true);
                last = at + clause.raw().size();
                REQUIRE_SAME(value, clause.raw().empty(), false);
                foldwise::offset_of(clause.raw(), clause.raw_value());
                foldwise::offset_of(clause.raw(), clause.unexpected());
                // Read without the other clauses, it is the same.
                received::clause_range const again{
                    foldwise::detail::received_clause_walker{clause.raw()}};
                REQUIRE_SAME(value, (*again.begin()).raw(), clause.raw());
                REQUIRE_SAME(value, (*again.begin()).raw_value(), clause.raw_value());
            }
            return true;
        });
}

TEST_CASE("received: the work is linear in the length of any value") {
    // Quadratic work would take hours.
    for (std::string_view const piece :
         {"<",   "< ",    "<a ",         "(",      "[",      "\"",
          ";",   "; ",    "from ",       "by by ", "from (", "from <a (b) ",
          "a@",  "helo=", "from a (b [", "=?",     "=?a?b?", "\\",
          "\n ", "1:",    "1."}) {
        std::string value;
        while (value.size() < 100'000) value.append(piece);
        for (std::string_view const start : {"", "from a (", "from a by b; "}) {
            auto const whole = std::string{start} + value;
            received const r{std::string_view{whole}};
            std::size_t sum = r.date() ? 1 : 0;
            r.diagnose([&](diagnostic const& problem) { sum += problem.length + 1; });
            if (auto const from = r.from()) sum += from->helo().raw().size();
            CHECK(sum > 0);
        }
    }
}

TEST_CASE("received: nearly all fields of real mail have a server and a date") {
    std::size_t fields = 0;
    std::size_t with_from = 0;
    std::size_t with_address = 0;
    std::size_t with_by = 0;
    std::size_t with_id = 0;
    std::size_t with_date = 0;
    test::for_each_mail_file([&](std::string const&, std::string_view bytes) {
        for (auto const entry : foldwise::mbox{bytes})
            for (auto const field : entry.message().header().find_all("Received")) {
                received const r{field};
                ++fields;
                auto const from = r.from();
                with_from += from ? 1u : 0u;
                with_address += from && from->address() ? 1u : 0u;
                with_by += r.by() ? 1u : 0u;
                with_id += r.id() ? 1u : 0u;
                with_date += r.date() ? 1u : 0u;
            }
    });
    CHECK(fields > 20);
    if (fields < 3000) return; // the corpus is not there
    auto const per_cent = [&](std::size_t count) { return 100.0 * double(count) / double(fields); };
    MESSAGE(fields << " fields: from " << per_cent(with_from) << ", address "
                   << per_cent(with_address) << ", by " << per_cent(with_by) << ", id "
                   << per_cent(with_id) << ", date " << per_cent(with_date));
    CHECK(per_cent(with_from) > 70);
    CHECK(per_cent(with_address) > 65);
    CHECK(per_cent(with_by) > 97.5);
    CHECK(per_cent(with_id) > 90);
    CHECK(per_cent(with_date) > 99);
}

/// The offset of the last semicolon, found token by token.
constexpr std::size_t last_semicolon_token(std::string_view value) {
    auto found = value.size();
    foldwise::lexer in{value};
    for (auto next = in.next(); !next.is(foldwise::token_kind::end); next = in.next())
        if (next.is(';')) found = foldwise::offset_of(value, next.raw());
    return found;
}

constexpr bool the_last_semicolon() {
    for (std::string_view const value :
         {"a;b;", "a; (;)", "\";\"", "[;];[", "=?u?q?;?=;=?u?q?;?==?u?q?;?=", "a=?u?q?;?=", "a=;",
          "=;=?u?q?;", "\\=?u?q?;?=", "(\\););\"\\\";\""})
        test::with_both_line_endings(value, [](std::string_view octets) {
            REQUIRE_SAME(octets, foldwise::detail::find_last_semicolon(octets),
                         last_semicolon_token(octets));
        });
    return true;
}
CASE("received: the last semicolon that is a token", the_last_semicolon)

TEST_CASE("received: the last semicolon of any octets") {
    for (std::string_view const alphabet : {"a;(\")\\[", ";=? (a"})
        test::for_each_string(alphabet, 7, [](std::string_view value) {
            REQUIRE_SAME(value, foldwise::detail::find_last_semicolon(value),
                         last_semicolon_token(value));
            return true;
        });
}

} // namespace
