// The example messages of RFC 5322 appendix A, with each field read as its type.

#include <foldwise/fields.hpp>
#include <foldwise/trace/hops.hpp>
#include <foldwise/trace/resent.hpp>

#include "address/addresses_shown.hpp"
#include "support.hpp"

#include <iterator>

namespace {

using namespace foldwise;

struct example {
    std::string_view section;
    std::string_view text;
    std::string_view from;
    std::string_view to;
    std::string_view cc;
    std::int64_t date;
    std::string_view ids; // of Message-ID, In-Reply-To and References
};

constexpr std::int64_t friday = 880127706;      // 21 Nov 1997 09:55:06 -0600
constexpr std::int64_t first_july = 1057049557; // 1 Jul 2003 10:52:37 +0200
constexpr std::string_view john = "John Doe <jdoe@machine.example>";
constexpr std::string_view mary = "Mary Smith <mary@example.net>";

constexpr example examples[] = {
    {"A.1.1, the first",
     "From: John Doe <jdoe@machine.example>\n"
     "To: Mary Smith <mary@example.net>\n"
     "Subject: Saying Hello\n"
     "Date: Fri, 21 Nov 1997 09:55:06 -0600\n"
     "Message-ID: <1234@local.machine.example>\n\n"
     "This is a message just to say hello.\nSo, \"Hello\".\n",
     john, mary, "", friday, "1234@local.machine.example"},
    {"A.1.1, the second",
     "From: John Doe <jdoe@machine.example>\n"
     "Sender: Michael Jones <mjones@machine.example>\n"
     "To: Mary Smith <mary@example.net>\n"
     "Subject: Saying Hello\n"
     "Date: Fri, 21 Nov 1997 09:55:06 -0600\n"
     "Message-ID: <1234@local.machine.example>\n\n",
     john, mary, "", friday, "1234@local.machine.example"},
    {"A.1.2",
     "From: \"Joe Q. Public\" <john.q.public@example.com>\n"
     "To: Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>\n"
     "Cc: <boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>\n"
     "Date: Tue, 1 Jul 2003 10:52:37 +0200\n"
     "Message-ID: <5678.21-Nov-1997@example.com>\n\nHi everyone.\n",
     "Joe Q. Public <john.q.public@example.com>",
     "Mary Smith <mary@x.test> | <jdoe@example.org> | Who? <one@y.test>",
     "<boss@nil.test> | Giant; \"Big\" Box <sysservices@example.net>", first_july,
     "5678.21-Nov-1997@example.com"},
    {"A.1.3",
     "From: Pete <pete@silly.example>\n"
     "To: A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;\n"
     "Cc: Undisclosed recipients:;\n"
     "Date: Thu, 13 Feb 1969 23:32:54 -0330\n"
     "Message-ID: <testabcd.1234@silly.example>\n\nTesting.\n",
     "Pete <pete@silly.example>",
     "A Group { Ed Jones <c@a.test> | <joe@where.test> | John <jdoe@one.test> }",
     "Undisclosed recipients { }", -27723426, "testabcd.1234@silly.example"},
    {"A.2, the second",
     "From: Mary Smith <mary@example.net>\n"
     "To: John Doe <jdoe@machine.example>\n"
     "Reply-To: \"Mary Smith: Personal Account\" <smith@home.example>\n"
     "Subject: Re: Saying Hello\n"
     "Date: Fri, 21 Nov 1997 10:01:10 -0600\n"
     "Message-ID: <3456@example.net>\n"
     "In-Reply-To: <1234@local.machine.example>\n"
     "References: <1234@local.machine.example>\n\n"
     "This is a reply to your hello.\n",
     mary, john, "", friday + 364,
     "3456@example.net 1234@local.machine.example 1234@local.machine.example"},
    {"A.2, the third",
     "To: \"Mary Smith: Personal Account\" <smith@home.example>\n"
     "From: John Doe <jdoe@machine.example>\n"
     "Subject: Re: Saying Hello\n"
     "Date: Fri, 21 Nov 1997 11:00:00 -0600\n"
     "Message-ID: <abcd.1234@local.machine.test>\n"
     "In-Reply-To: <3456@example.net>\n"
     "References: <1234@local.machine.example> <3456@example.net>\n\n"
     "This is a reply to your reply.\n",
     john, "Mary Smith: Personal Account <smith@home.example>", "", friday + 3894,
     "abcd.1234@local.machine.test 3456@example.net 1234@local.machine.example 3456@example.net"},
    {"A.5",
     "From: Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>\n"
     "To:A Group(Some people)\n"
     "     :Chris Jones <c@(Chris's host.)public.example>,\n"
     "         joe@example.org,\n"
     "  John <jdoe@one.test> (my dear friend); (the end of the group)\n"
     "Cc:(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;\n"
     "Date: Thu,\n"
     "      13\n"
     "        Feb\n"
     "          1969\n"
     "      23:32\n"
     "               -0330 (Newfoundland Time)\n"
     "Message-ID:              <testabcd.1234@silly.test>\n\nTesting.\n",
     "Pete <pete@silly.test> (A nice ) chap) ~address_obsolete",
     "A Group { Chris Jones <c@public.example> ~address_obsolete | <joe@example.org> | "
     "John <jdoe@one.test> (my dear friend) }",
     "Hidden recipients { }", -27723480, "testabcd.1234@silly.test"},
    {"A.6.1",
     "From: Joe Q. Public <john.q.public@example.com>\n"
     "To: Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example\n"
     "Date: Tue, 1 Jul 2003 10:52:37 +0200\n"
     "Message-ID: <5678.21-Nov-1997@example.com>\n\nHi everyone.\n",
     "Joe Q. Public <john.q.public@example.com> ~address_obsolete",
     "Mary Smith <mary@example.net> ~address_obsolete | <jdoe@test.example> ~address_obsolete", "",
     first_july, "5678.21-Nov-1997@example.com"},
    {"A.6.2",
     "From: John Doe <jdoe@machine.example>\n"
     "To: Mary Smith <mary@example.net>\n"
     "Subject: Saying Hello\n"
     "Date: 21 Nov 97 09:55:06 GMT\n"
     "Message-ID: <1234@local.machine.example>\n\n",
     john, mary, "", friday - 6 * 3600, "1234@local.machine.example"},
    // The comment in the identifier stays, because identifiers are compared octet by octet.
    {"A.6.3",
     "From  : John Doe <jdoe@machine(comment).  example>\n"
     "To    : Mary Smith\n"
     "  \n"
     "          <mary@example.net>\n"
     "Subject     : Saying Hello\n"
     "Date  : Fri, 21 Nov 1997 09(comment):   55  :  06 -0600\n"
     "Message-ID  : <1234   @   local(blah)  .machine .example>\n\n",
     "John Doe <jdoe@machine.example> ~address_obsolete", mary, "", friday,
     "1234@local(blah).machine.example"},
};

template <field_name Name>
constexpr void append_ids(test::text_buffer& to, message const& m) {
    auto const ids = get<Name>(m);
    if (!ids) return;
    for (auto const id : *ids) {
        if (!std::string_view{to}.empty()) to.append(' ');
        test::show_pieces(to, id.text());
    }
}

template <field_name Name>
constexpr test::text_buffer addresses(message const& m) {
    auto const list = get<Name>(m);
    return list ? test::each_shown(*list) : test::text_buffer{};
}

constexpr void check(example const& row, std::string_view text) {
    message const m{text};
    REQUIRE_SAME(row.section, std::string_view{addresses<"From">(m)}, row.from);
    REQUIRE_SAME(row.section, std::string_view{addresses<"To">(m)}, row.to);
    REQUIRE_SAME(row.section, std::string_view{addresses<"Cc">(m)}, row.cc);
    REQUIRE_SAME(row.section, get<"Date">(m)->unix_seconds(), row.date);
    test::text_buffer ids;
    append_ids<"Message-ID">(ids, m);
    append_ids<"In-Reply-To">(ids, m);
    append_ids<"References">(ids, m);
    REQUIRE_SAME(row.section, std::string_view{ids}, row.ids);
}

// Two cases, because compilers limit the steps of one constant expression.
constexpr bool each_field_is_read() {
    for (auto const& row : examples) check(row, row.text);
    return true;
}
CASE("RFC 5322 appendix A: addresses, dates and identifiers", each_field_is_read)

constexpr bool each_field_is_read_with_crlf() {
    for (auto const& row : examples) check(row, test::with_crlf(row.text));
    return true;
}
CASE("RFC 5322 appendix A: the same with CRLF", each_field_is_read_with_crlf)

constexpr bool one_who_sends_and_one_who_gets_replies() {
    message const with_sender{examples[1].text};
    REQUIRE_TRUE(get<"Sender">(with_sender)->local_part() == "mjones");
    message const with_reply_to{examples[4].text};
    REQUIRE_SAME("Reply-To", std::string_view{addresses<"Reply-To">(with_reply_to)},
                 "Mary Smith: Personal Account <smith@home.example>");
    return true;
}
CASE("RFC 5322 appendix A: Sender and Reply-To", one_who_sends_and_one_who_gets_replies)

constexpr std::string_view resent = "Resent-From: Mary Smith <mary@example.net>\n"
                                    "Resent-To: Jane Brown <j-brown@other.example>\n"
                                    "Resent-Date: Mon, 24 Nov 1997 14:22:01 -0800\n"
                                    "Resent-Message-ID: <78910@example.net>\n"
                                    "From: John Doe <jdoe@machine.example>\n"
                                    "To: Mary Smith <mary@example.net>\n"
                                    "Subject: Saying Hello\n"
                                    "Date: Fri, 21 Nov 1997 09:55:06 -0600\n"
                                    "Message-ID: <1234@local.machine.example>\n\n";

constexpr bool a_resent_message_keeps_what_it_said() {
    test::with_both_line_endings(resent, [](std::string_view text) {
        message const m{text};
        REQUIRE_SAME("A.3", std::string_view{addresses<"From">(m)}, john);
        REQUIRE_SAME("A.3", std::string_view{addresses<"Resent-From">(m)}, mary);
        REQUIRE_SAME("A.3", std::string_view{addresses<"Resent-To">(m)},
                     "Jane Brown <j-brown@other.example>");
        REQUIRE_SAME("A.3", get<"Resent-Date">(m)->unix_seconds(), 880410121);
        REQUIRE_TRUE(get<"Resent-Message-ID">(m)->first()->text() == "78910@example.net");
        resent_blocks const blocks{m.header()};
        auto const block = *blocks.begin();
        REQUIRE_TRUE(std::next(blocks.begin()) == blocks.end());
        REQUIRE_TRUE(get<"Resent-To">(block).has_value() && !get<"To">(block).has_value());
    });
    return true;
}
CASE("RFC 5322 appendix A.3: a resent message", a_resent_message_keeps_what_it_said)

constexpr std::string_view traced = "Received: from x.y.test\n"
                                    "   by example.net\n"
                                    "   via TCP\n"
                                    "   with ESMTP\n"
                                    "   id ABC12345\n"
                                    "   for <mary@example.net>;  21 Nov 1997 10:05:43 -0600\n"
                                    "Received: from node.example by x.y.test; 21 Nov 1997 "
                                    "10:01:22 -0600\n"
                                    "From: John Doe <jdoe@node.example>\n"
                                    "To: Mary Smith <mary@example.net>\n"
                                    "Subject: Saying Hello\n"
                                    "Date: Fri, 21 Nov 1997 09:55:06 -0600\n"
                                    "Message-ID: <1234@local.node.example>\n\n";

constexpr bool a_traced_message_tells_its_way() {
    test::with_both_line_endings(traced, [](std::string_view text) {
        message const m{text};
        auto const last = *get<"Received">(m);
        REQUIRE_TRUE(last.from()->name() == "x.y.test" && last.by()->name() == "example.net");
        REQUIRE_TRUE(last.via()->value() == "TCP" && last.with()->value() == "ESMTP");
        REQUIRE_TRUE(last.id()->value() == "ABC12345");
        REQUIRE_TRUE(last.for_path()->value() == "<mary@example.net>");
        REQUIRE_TRUE(last.date()->unix_seconds() == friday + 637);
        hops const way{m.header()};
        REQUIRE_TRUE((*way.begin()).delay() == 261);
        REQUIRE_TRUE(!(*std::next(way.begin())).delay().has_value());
        REQUIRE_TRUE(way.total() == 261);
    });
    return true;
}
CASE("RFC 5322 appendix A.4: a message with trace fields", a_traced_message_tells_its_way)

} // namespace
