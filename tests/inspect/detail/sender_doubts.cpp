#include <foldwise/inspect/detail/sender_doubts.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::header_section;
using foldwise::detail::is_same_or_subdomain;
using enum diagnostic_code;

struct doubt_row {
    std::string_view from;
    std::string_view header;
    diagnostic_code code;
    std::string_view octets; // empty: no doubt
};

constexpr doubt_row doubt_table[] = {
    {"one author", "From: A. Foe <a@b.example>\n", from_several_mailboxes, ""},
    {"RFC 5322 section 3.6.2: two authors", "From: a@b.example, C <c@d.example>\n",
     from_several_mailboxes, "C <c@d.example>"},
    {"two recipients", "To: a@b.example, c@d.example\n", from_several_mailboxes, ""},
    {"a group", "From: G: a@b.example, c@d.example;\n", from_several_mailboxes, "c@d.example"},
    {"a quoted name that is an address", "From: \"a@b.example\" <c@d.example>\n",
     display_name_address, "\"a@b.example\""},
    {"in other words", "From: \"A. Foe, a@b.example.\" <c@d.example>\n", display_name_address,
     "\"A. Foe, a@b.example.\""},
    {"an encoded name", "From: =?utf-8?q?a=40b.example?= <c@d.example>\n", display_name_address,
     "=?utf-8?q?a=40b.example?="},
    {"the same address", "From: \"C@d.example\" <c@D.example>\n", display_name_address, ""},
    {"the same address in apostrophes", "From: \"'c@d.example'\" <c@d.example>\n",
     display_name_address, ""},
    {"another address in apostrophes", "From: \"'a@b.example'\" <c@d.example>\n",
     display_name_address, "\"'a@b.example'\""},
    {"the same address after a route", "From: \"c@d.example\" <@a.example:c@d.example>\n",
     display_name_address, ""},
    {"the same address with white space", "From: \"c@d.example\" <c @ d.example>\n",
     display_name_address, ""},
    {"a comment", "From: c@d.example (a@b.example)\n", display_name_address, "a@b.example"},
    {"an at sign is no address", "From: \"me @ home, @b, a@\" <c@d.example>\n",
     display_name_address, ""},
    {"RFC 5322 section 4.4: a route", "From: <@a.example,@b.example:c@d.example>\n", address_route,
     "@a.example,@b.example"},
    {"RFC 2047 section 5: an encoded address", "From: =?utf-8?q?a=40b.example?=\n",
     address_encoded_word, "=?utf-8?q?a=40b.example?="},
    {"an encoded name without an address", "From: =?utf-8?q?a?=\n", address_encoded_word, ""},
    {"RFC 8601 section 5: results below an earlier hop",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n"
     "Authentication-Results: MX.d.example; spf=pass\n",
     authres_of_receiver, "Authentication-Results: MX.d.example; spf=pass\n"},
    {"under the name of its domain",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n"
     "Authentication-Results: d.example; spf=pass\n",
     authres_of_receiver, "Authentication-Results: d.example; spf=pass\n"},
    {"below a hop without a name",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: from x; Fri, 29 Aug 1997 11:00:00 +0000\n"
     "Authentication-Results: mx.d.example; spf=pass\n",
     authres_of_receiver, "Authentication-Results: mx.d.example; spf=pass\n"},
    {"where a milter of the server adds them",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Authentication-Results: mx.d.example; spf=pass\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n",
     authres_of_receiver, ""},
    {"below two hops of the same server",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Authentication-Results: mx.d.example; spf=pass\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n",
     authres_of_receiver, ""},
    {"no server has a name",
     "Received: from x; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n"
     "Authentication-Results: b.example; spf=pass\n",
     authres_of_receiver, ""},
    {"results above it",
     "Authentication-Results: mx.d.example; spf=pass\n"
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n",
     authres_of_receiver, ""},
    {"of another server",
     "Received: by mx.d.example; Fri, 29 Aug 1997 12:00:00 +0000\n"
     "Received: by b.example; Fri, 29 Aug 1997 11:00:00 +0000\n"
     "Authentication-Results: b.example; spf=pass\n",
     authres_of_receiver, ""},
};

constexpr void check_row(doubt_row const& row, std::string_view header) {
    std::size_t count = 0;
    auto report = [&](diagnostic const& found) {
        if (found.code != row.code) return;
        ++count;
        auto const octets = header.substr(found.offset, found.length);
        REQUIRE_TRUE(octets.substr(0, octets.find('\r')) ==
                     row.octets.substr(0, octets.find('\r')));
    };
    foldwise::detail::diagnose_sender(header, header_section{header}, report);
    REQUIRE_SAME(row.from, count, std::size_t{row.octets.empty() ? 0u : 1u});
}

constexpr bool table_of_doubts() {
    for (auto const& row : doubt_table)
        test::with_both_line_endings(row.header, [&](auto const text) { check_row(row, text); });
    return true;
}
CASE("sender_doubts: each doubt about the sender, with the octets it covers", table_of_doubts)

constexpr bool names_of_one_domain() {
    REQUIRE_TRUE(is_same_or_subdomain("a.example", "A.example"));
    REQUIRE_TRUE(is_same_or_subdomain("mx.a.example", "a.example"));
    REQUIRE_TRUE(is_same_or_subdomain("a.example", "mx.a.example"));
    REQUIRE_TRUE(!is_same_or_subdomain("a.example", "ba.example"));
    REQUIRE_TRUE(!is_same_or_subdomain("a.example", "b.example"));
    REQUIRE_TRUE(!is_same_or_subdomain("", "b.example"));
    return true;
}
CASE("sender_doubts: names of one domain", names_of_one_domain)

} // namespace
