// Iterators are equal if and only if they are at the same element, in all ranges.

#include <foldwise/foldwise.hpp>

#include "support.hpp"

#include <iterator>

namespace {

using namespace foldwise;

/// Compares two iterators all along the range, which must have an element.
template <class Range>
constexpr void compares(std::string_view row, Range const& range) {
    auto first = range.begin();
    auto second = range.begin();
    std::size_t elements = 0;
    for (; first != range.end(); ++elements) {
        REQUIRE_SAME(row, first == second, true);
        auto const before = first++;
        REQUIRE_SAME(row, before == second && first != second, true);
        ++second;
    }
    REQUIRE_SAME(row, first == second && elements > 0, true);
}

constexpr void addresses_and_lists() {
    compares("mailboxes", address_list{"a@b, c:d@e,f@g;"}.mailboxes());
    compares("message_ids", message_ids{"<a@b> <c@d>"});
    compares("list_uris", list_uris{"<mailto:a@b>, <https://c.example>"});
    compares("phrase_list", phrase_list{"a, b c"});
    compares("received", received{"from a by b; Mon, 1 Jan 2024 00:00:00 +0000"}.clauses());
}

constexpr void signatures() {
    authentication_results const results{"a.example; spf=pass smtp.helo=b smtp.mailfrom=c; "
                                         "dkim=fail header.d=d"};
    compares("results", results);
    compares("properties", results.find("spf")->properties());
    compares("received_spf", received_spf{"pass client-ip=192.0.2.1; helo=a;"});
    compares("tag_list", tag_list{"a=b; c=d"});
    compares("colon_list", colon_list{"a:b"});
    compares("canonical_body", canonical_body{"a \nb\n", canonical_form::relaxed});
    compares("canonical_body, pieces", canonical_body{"a \nb\n", canonical_form::relaxed}.pieces());
    compares("canonical_field", canonical_field{field{"A: b  c\n"}, canonical_form::relaxed});
    compares("canonical_field, pieces",
             canonical_field{field{"A: b  c\n"}, canonical_form::relaxed}.pieces());
    message const m{"From: a\nTo: b\nDKIM-Signature: h=From:To; b=c\n\n"};
    auto const own = *m.header().find("DKIM-Signature");
    signed_header const header{dkim_signature{own}, own, m};
    compares("signed_header", header);
    compares("signed_header, pieces", header.pieces());
    compares("signed_header, fields", header.fields());

    compares("dmarc_uri_list", dmarc_uri_list{"mailto:a@b,mailto:c@d"});
}

constexpr void parts() {
    message const mixed{"Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b\n"
                        "Content-Transfer-Encoding: base64\n\nYWJj\nZGVm\n--b--\n"};
    entity const root{mixed};
    compares("part_roles", part_roles{root});
    compares("children", root.children());
    for (auto const part : root.children())
        if (part.encoding() == transfer_encoding::base64) compares("body", part.decoded());
    compares("decoded_body",
             decoded_body{"begin 644 a\n#0V%T\n`\nend\n", transfer_encoding::uuencode});
    flowed_text const text{"a \nb\n\nc\n"};
    compares("flowed_text", text);
    for (auto const paragraph : text) {
        if (paragraph.empty()) continue;
        compares("flowed_paragraph", paragraph);
        break;
    }
    for (auto const paragraph : text) {
        compares("flowed_paragraph, pieces", paragraph.pieces());
        break;
    }
    compares("uuencoded_files", uuencoded_files{"begin 644 a\n#0V%T\n`\nend\n"
                                                "begin 644 b\n#0V%T\n`\nend\n"});
}

constexpr void reports() {
    delivery_status const status{"Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; b@c\n\n"
                                 "Final-Recipient: rfc822; d@e\n"};
    compares("recipients", status.recipients());
    auto const disposition = mdn_disposition::read("manual-action/MDN-sent-manually; a/b,c");
    compares("modifiers", disposition->modifiers());
    compares("known_readers",
             known_readers{detail::known_reader_walker{diagnostic_code::field_duplicate,
                                                       detail::which_reading::second, 1}});
}

constexpr void conversations() {
    auto const reply = *smtp_reply::read("250-a\r\n250-SIZE 1\r\n250 8BITMIME\r\n");
    compares("lines of a reply", reply.lines());
    compares("extensions", ehlo_reply{reply}.extensions());
    compares("xtext", xtext{"a+2Bb"});
    compares("xtext, pieces", xtext{"a+2Bb"}.pieces());
    compares("dot_stuffed", dot_stuffed{"a\n.b\n"});
    compares("dot_stuffed, pieces", dot_stuffed{"a\n.b\n"}.pieces());
    compares("bdat_chunks", bdat_chunks{"BDAT 1\r\naBDAT 1 LAST\r\nb"});
    compares("bdat_content", bdat_content{"BDAT 1\r\naBDAT 1 LAST\r\nb"});
    compares("bdat_content, pieces", bdat_content{"BDAT 1\r\naBDAT 1 LAST\r\nb"}.pieces());
    transcript const session{"EHLO a\n250-b\n250 c\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n"
                             "250 ok\nRCPT TO:<g@h>\n250 ok\nDATA\n354\na: b\n\n.\n250 OK\n"
                             "MAIL FROM:<>\n250 ok\n"};
    compares("transactions", session);
    compares("recipients", (*session.begin()).recipients());
    compares("carried_message", (*session.begin()).message());
    compares("carried_message, pieces", (*session.begin()).message().pieces());
    for (auto const exchange : session.exchanges())
        if (exchange.verb() == smtp_verb::ehlo) compares("reply", exchange.reply()->lines());
}

constexpr bool in_all_ranges() {
    addresses_and_lists();
    signatures();
    parts();
    reports();
    conversations();
    return true;
}
TEST_CASE("iterators: equal if and only if they are at the same element") { in_all_ranges(); }

} // namespace
