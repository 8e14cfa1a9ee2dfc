#include <foldwise/dmarc/author_domain.hpp>

#include "../support.hpp"

namespace {

using foldwise::author_domain;
using foldwise::diagnostic_code;
using foldwise::message;
using foldwise::optional;
using enum foldwise::alignment_finding;
using std::literals::string_view_literals::operator""sv;

static_assert(std::is_trivially_copyable_v<author_domain>);
static_assert(noexcept(author_domain{message{}}));

struct row {
    std::string_view what;
    std::string_view source; // a message, or its start
    foldwise::alignment_finding finding;
    std::string_view domain;                // of author_found
    optional<diagnostic_code> problem = {}; // why it is doubtful
};

using foldwise::diagnostic_code::address_bracket_missing;
using foldwise::diagnostic_code::address_bracket_repeated;
using foldwise::diagnostic_code::address_domain_dot;
using foldwise::diagnostic_code::address_dots;
using foldwise::diagnostic_code::address_encoded_word;
using foldwise::diagnostic_code::address_malformed;
using foldwise::diagnostic_code::address_not_closed;
using foldwise::diagnostic_code::address_quote_not_closed;
using foldwise::diagnostic_code::address_semicolon;
using foldwise::diagnostic_code::address_without_at;
using foldwise::diagnostic_code::bare_cr;
using foldwise::diagnostic_code::bare_lf;
using foldwise::diagnostic_code::blank_continuation;
using foldwise::diagnostic_code::byte_order_mark;
using foldwise::diagnostic_code::display_name_malformed;
using foldwise::diagnostic_code::field_without_name;
using foldwise::diagnostic_code::header_ended_by_delimiter;
using foldwise::diagnostic_code::nul;
using foldwise::diagnostic_code::space_before_colon;

constexpr row found_table[] = {
    {"an addr-spec", "From: a@b.example\n\n", author_found, "b.example"},
    {"a name-addr", "From: A <a@b.example>\n\n", author_found, "b.example"},
    {"case", "FROM: a@B.Example\n\n", author_found, "b.example"},
    {"no body", "From: a@b.example", author_found, "b.example"},
    {"folded", "From: A\n <a@b.example>\n\n", author_found, "b.example"},
    {"obsolete: CFWS in the domain", "From: a@b (x) . example\n\n", author_found, "b.example"},
    {"obsolete: empty elements", "From: , a@b.example,\n\n", author_found, "b.example"},
    {"a comment", "From: (a@c.example) a@b.example (d@e.example)\n\n", author_found, "b.example"},
    {"an address as a display name", "From: \"x@c.example\" <a@b.example>\n\n", author_found,
     "b.example"},
    {"an address as an encoded display name", "From: =?utf-8?q?x=40c=2Eexample?= <a@b.example>\n\n",
     author_found, "b.example"},
    {"a quoted local part", "From: \"x, <y>\"@b.example\n\n", author_found, "b.example"},
    {"a percent sign and an exclamation mark", "From: c.example!x%d.example@b.example\n\n",
     author_found, "b.example"},
    {"a line of a mailbox file", "From a@c.example Mon Dec 15 10:00:00 2014\nFrom: a@b.example\n\n",
     author_found, "b.example"},
    {"other fields with From in the name",
     "Resent-From: a@c.example\nX-From: a@c.example\nFrom: a@b.example\nFrom-: a@c.example\n\n",
     author_found, "b.example"},
    {"From in another field", "Subject: x\n From: a@c.example\nFrom: a@b.example\n\n", author_found,
     "b.example"},
    {"From in the body", "From: a@b.example\n\nFrom: a@c.example\n", author_found, "b.example"},
    {"A-labels", "From: a@xn--bcher-kva.example\n\n", author_found, "xn--bcher-kva.example"},
    {"U-labels",
     "From: a@b\xC3\xBC"
     "cher.example\n\n",
     author_found,
     "b\xC3\xBC"
     "cher.example"},
    {"early ends after the From field do not matter",
     "From: a@b.example\nSubject: x\n \n y\nX: \0\n\n"sv, author_found, "b.example"},
};

constexpr row missing_table[] = {
    {"nothing", "", from_missing, ""},
    {"no header section", "\nFrom: a@b.example\n", from_missing, ""},
    {"only a Sender", "Sender: a@b.example\n\n", from_missing, ""},
    {"only a mailbox line", "From a@b.example Mon Dec 15 10:00:00 2014\n\n", from_missing, ""},
    {"in a part only",
     "Content-Type: multipart/mixed; boundary=x\n--x\nFrom: a@b.example\n\n--x--\n", from_missing,
     "", header_ended_by_delimiter},
    {"twice", "From: a@b.example\nFrom: a@b.example\n\n", from_repeated, ""},
    {"twice, in other case", "From: a@b.example\nTo: x@y.example\nfROM: a@c.example\n\n",
     from_repeated, ""},
    {"twice, with a space", "From: a@b.example\nFrom : a@c.example\n\n", from_repeated, ""},
    {"twice, with a tab", "From\t: a@b.example\nFrom: a@c.example\n\n", from_repeated, ""},
    {"twice, one of them empty", "From:\nFrom: a@c.example\n\n", from_repeated, ""},
    {"three times", "From: a@b.example\nFrom: a@b.example\nFrom: a@b.example\n\n", from_repeated,
     ""},
    {"a second one after a bad line", "From: a@b.example\nbad line\nFrom: a@c.example\n\n",
     from_repeated, "", field_without_name},
    {"a byte order mark before one of two",
     "\xEF\xBB\xBF"
     "From: a@b.example\nFrom: "
     "a@c.example\n\n",
     header_doubtful, "", byte_order_mark},
};

constexpr row doubtful_table[] = {
    {"a space before the colon", "From : a@b.example\n\n", from_doubtful, "", space_before_colon},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "From: a@b.example\n\n",
     header_doubtful, "", byte_order_mark},
    {"a byte order mark before another field",
     "\xEF\xBB\xBF"
     "To: a@c.example\nFrom: a@b.example\n\n",
     header_doubtful, "", byte_order_mark},
    {"a bad line above", "bad line\nFrom: a@b.example\n\n", header_doubtful, "",
     field_without_name},
    {"a bad line below", "From: a@b.example\nbad line\n\n", header_doubtful, "",
     field_without_name},
    {"a quoted mailbox line", ">From a@c.example\nFrom: a@b.example\n\n", header_doubtful, "",
     field_without_name},
    {"a mailbox line in the middle", "To: a@c.example\nFrom a@c.example\nFrom: a@b.example\n\n",
     header_doubtful, "", field_without_name},
    {"NUL in a name", "From: a@b.example\nFr\0om: a@c.example\n\n"sv, header_doubtful, "",
     field_without_name},
    {"NUL before a name", "From: a@b.example\n\0From: a@c.example\n\n"sv, header_doubtful, "",
     field_without_name},
    {"a vertical tab before the colon", "From: a@b.example\nFrom\v: a@c.example\n\n",
     header_doubtful, "", field_without_name},
    {"a no-break space before the colon", "From: a@b.example\nFrom\xC2\xA0: a@c.example\n\n",
     header_doubtful, "", field_without_name},
    {"a colon without a name", ": x\nFrom: a@b.example\n\n", header_doubtful, "",
     field_without_name},
    {"a continuation without a field", " x\nFrom: a@b.example\n\n", header_doubtful, "",
     field_without_name},
    {"a CR hides a second one", "From: a@b.example\nSubject: x\rFrom: a@c.example\n\n",
     header_doubtful, "", bare_cr},
    {"a CR in the From field", "From: a@b.example\r \n\n", header_doubtful, "", bare_cr},
    {"a CR hides the end", "Subject: x\r\rx\nFrom: a@b.example\n\n", header_doubtful, "", bare_cr},
    {"a blank line that continues a field above", "Subject: x\n \n y\nFrom: a@b.example\n\n",
     header_doubtful, "", blank_continuation},
    {"a blank line in the From field", "From: a@b.example\n\t\n (x)\n\n", header_doubtful, "",
     blank_continuation},
    {"NUL above", "Subject: \0\nFrom: a@b.example\n\n"sv, header_doubtful, "", nul},
    {"NUL in a display name", "From: \"x\0\" <a@b.example>\n\n"sv, header_doubtful, "", nul},
    {"the delimiter of the message's own multipart",
     "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n--x\n\n--x--\n",
     header_doubtful, "", header_ended_by_delimiter},
    {"the same, with a second From field",
     "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n--x\nFrom: a@c.example\n\n"
     "--x--\n",
     header_doubtful, "", header_ended_by_delimiter},
    {"a dot after the domain", "From: a@b.example.\n\n", from_doubtful, "", address_domain_dot},
    {"a missing bracket", "From: A <a@b.example\n\n", from_doubtful, "", address_bracket_missing},
    {"brackets in brackets", "From: <<a@b.example>>\n\n", from_doubtful, "",
     address_bracket_repeated},
    {"dots in the local part", "From: a..c@b.example\n\n", from_doubtful, "", address_dots},
    {"a display name that needs quotes", "From: x@c.example <a@b.example>\n\n", from_doubtful, "",
     display_name_malformed},
    {"a quote that is not closed", "From: \"x <a@b.example>\n\n", from_doubtful, "",
     address_quote_not_closed},
    {"a semicolon", "From: a@b.example;\n\n", from_doubtful, "", address_semicolon},
};

// Both kinds of line endings. Those of a body do not matter.
constexpr row mixed_table[] = {
    {"only a bare LF ends it", "From: a@b.example\r\nX: y\n\nFrom: a@c.example\r\n\r\nz",
     header_doubtful, "", bare_lf},
    {"a bare LF hides a field", "X: y\nFrom: a@b.example\r\n\r\n", header_doubtful, "", bare_lf},
    {"the separator", "From: a@b.example\r\n\nx", header_doubtful, "", bare_lf},
    {"a CRLF among LF", "Subject: x\r\nFrom: a@b.example\n\n", header_doubtful, "", bare_lf},
    {"LF in the body", "From: a@b.example\r\n\r\nx\n", author_found, "b.example"},
    {"CRLF in the body", "From: a@b.example\n\nx\r\n", author_found, "b.example"},
};

constexpr row author_table[] = {
    {"empty", "From:\n\n", author_unreadable, ""},
    {"a comment only", "From: (a@b.example)\n\n", author_unreadable, ""},
    {"no at sign", "From: b.example\n\n", author_unreadable, "", address_without_at},
    {"a name without an address", "From: \"a@b.example\"\n\n", author_unreadable, "",
     address_without_at},
    {"an encoded address", "From: =?utf-8?q?a=40b=2Eexample?=\n\n", author_unreadable, "",
     address_without_at},
    {"an encoded local part", "From: =?utf-8?q?a?=@b.example\n\n", author_unreadable, "",
     address_encoded_word},
    {"an encoded domain", "From: a@=?utf-8?q?b?=.example\n\n", author_unreadable, "",
     address_encoded_word},
    {"two at signs", "From: a@b.example@c.example\n\n", author_unreadable, "", address_malformed},
    {"an empty label", "From: a@b..example\n\n", author_unreadable, "", address_malformed},
    {"a quoted domain", "From: a@\"b.example\"\n\n", author_unreadable, "", address_malformed},
    {"a comment that is not closed", "From: a@b.example (x\n\n", author_unreadable, "",
     address_not_closed},
    {"text beside an address", "From: a@b.example c\n\n", author_unreadable, "", address_malformed},
    {"an address and something else", "From: a@b.example, c\n\n", author_unreadable, "",
     address_without_at},
    {"octets that are not UTF-8", "From: a@b\xFC.example\n\n", author_unreadable, "",
     address_malformed},
    {"a group", "From: x: a@b.example;\n\n", author_in_group, ""},
    {"an empty group", "From: x:;\n\n", author_in_group, ""},
    {"an address and a group", "From: a@b.example, x:;\n\n", author_in_group, ""},
    {"a group that is not closed", "From: x: a@b.example\n\n", author_in_group, ""},
    {"two addresses", "From: a@b.example, a@c.example\n\n", authors_several, ""},
    {"two addresses of one domain", "From: a@b.example, c@b.example\n\n", authors_several, ""},
    {"two addresses in two lines", "From: a@b.example,\n a@c.example\n\n", authors_several, ""},
    {"a route", "From: <@c.example:a@b.example>\n\n", author_has_route, ""},
    {"a route of two hosts", "From: <@c.example,@d.example:a@b.example>\n\n", author_has_route, ""},
    {"an address in quotes", "From: \"x@c.example\"@b.example\n\n", author_local_part_doubtful, ""},
    {"an address in quotes and brackets", "From: <\"x@c.example>,\"@b.example>\n\n",
     author_local_part_doubtful, ""},
    {"an address in a quoted word", "From: \"a\".\"x@c.example\"@b.example\n\n",
     author_local_part_doubtful, ""},
    {"an address in a comment before the at sign", "From: a(@c.example>)@b.example\n\n",
     author_local_part_doubtful, ""},
    {"an address in a comment in the domain", "From: a@b(x@c.example).example\n\n",
     author_local_part_doubtful, ""},
    {"an encoded word in quotes", "From: \"=?utf-8?q?x=40c.example=00?=\"@b.example\n\n",
     author_local_part_doubtful, ""},
    {"an encoded word after other text", "From: x=?utf-8?q?=40c.example?=@b.example\n\n",
     author_local_part_doubtful, ""},
    {"an address in brackets in the name", "From: \"Foe <x@c.example>\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, after a quoted quote", "From: \"\\\" <x@c.example>\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"an address in brackets in a comment", "From: (<x@c.example>) a@b.example\n\n",
     author_name_doubtful, ""},
    {"an address in brackets in a comment at the end", "From: <a@b.example> (<x@c.example>)\n\n",
     author_name_doubtful, ""},
    {"the same, encoded", "From: =?utf-8?q?=3Cx=40c.example=3E?= <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, in two encoded-words",
     "From: =?utf-8?b?PHg=?=\n =?utf-8?q?=40c.example=3E?= <a@b.example>\n\n", author_name_doubtful,
     ""},
    {"the same, encoded in quotes", "From: \"=?utf-8?q?=3Cx=40c.example=3E?=\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, encoded in a comment",
     "From: (=?utf-8?q?=3Cx=40c.example=3E?=) a@b.example (y)\n\n", author_name_doubtful, ""},
    {"the same, encoded in the name and a comment",
     "From: =?utf-8?q?=3C?= <a@b.example> (x@c.example)\n\n", author_name_doubtful, ""},
    {"an address before a comma in the name", "From: \"x@c.example,\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, with text around it", "From: \"Foe, x@c.example , y\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, in a quoted-pair", "From: \"x@c.example\\, y\" <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, encoded", "From: =?utf-8?q?x=40c.example=2C?= <a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, in a comment", "From: (x@c.example, y) a@b.example\n\n", author_name_doubtful, ""},
    {"a semicolon", "From: \"x@c.example; y\" <a@b.example>\n\n", author_name_doubtful, ""},
    {"an address in a comment within the brackets", "From: A <(x@c.example) a@b.example>\n\n",
     author_name_doubtful, ""},
    {"the same, without a name", "From: <(x@c.example)a@b.example>\n\n", author_name_doubtful, ""},
    {"a comment within the brackets", "From: A <(x) a@b.example>\n\n", author_found, "b.example"},
    {"an address in a comment at the end of the brackets",
     "From: A <a@b.example (x@c.example)>\n\n", author_found, "b.example"},
    {"the author's own address as the name", "From: \"a@b.example\" <a@b.example>\n\n",
     author_found, "b.example"},
    {"a comma before an address", "From: \"Foe, a@b.example\" <a@b.example>\n\n", author_found,
     "b.example"},
    {"a comma and an at sign", "From: \"Foe @ Home, Inc.\" <a@b.example> (@b, x@)\n\n",
     author_found, "b.example"},
    {"a bracket in the name", "From: \"x <3 y\" <a@b.example> (z)\n\n", author_found, "b.example"},
    {"an address without brackets in a comment", "From: \"x@c.example\" <a@b.example> (y@z)\n\n",
     author_found, "b.example"},
    {"a control character in quotes", "From: \"x\x01\"@b.example\n\n", author_local_part_doubtful,
     ""},
    {"an IP address in brackets", "From: a@[192.0.2.1]\n\n", author_domain_literal, ""},
    {"a name in brackets", "From: a@[b.example]\n\n", author_domain_literal, ""},
    {"an IP address", "From: a@192.0.2.1\n\n", author_domain_malformed, ""},
    {"a hyphen at the start", "From: a@-b.example\n\n", author_domain_malformed, ""},
    {"an odd character", "From: a@b*.example\n\n", author_domain_malformed, ""},
    {"an ideographic full stop",
     "From: a@b\xE3\x80\x82"
     "example\n\n",
     author_domain_malformed, ""},
    {"a single label", "From: a@localhost\n\n", author_domain_single_label, ""},
    {"a top-level domain", "From: a@example\n\n", author_domain_single_label, ""},
};

constexpr bool reads(row const& row, std::string_view source) {
    author_domain const author{message{source}};
    REQUIRE_SAME(row.what, name_of(author.finding()), name_of(row.finding));
    REQUIRE_SAME(row.what, author.name().has_value(), row.finding == author_found);
    if (author.name()) REQUIRE_SAME(row.what, author.name()->text(), row.domain);
    REQUIRE_SAME(row.what, author.field().has_value(), row.finding != from_missing);
    auto const problem = author.problem();
    REQUIRE_SAME(row.what, problem.has_value(), row.problem.has_value());
    if (!problem || !row.problem) return true;
    REQUIRE_SAME(row.what, problem->name(), foldwise::kind_of(*row.problem).name);
    REQUIRE_SAME(row.what, problem->offset <= source.size(), true);
    REQUIRE_SAME(row.what, problem->length <= source.size() - problem->offset, true);
    return true;
}

template <std::size_t Size>
constexpr bool reads_each(row const (&table)[Size]) {
    for (auto const& row : table) {
        reads(row, row.source);
        if (!std::is_constant_evaluated()) reads(row, test::with_crlf(row.source));
    }
    return true;
}

constexpr bool found() { return reads_each(found_table); }
CASE("author_domain: one author", found)
constexpr bool missing() { return reads_each(missing_table); }
CASE("author_domain: not exactly one From field", missing)
constexpr bool doubtful() { return reads_each(doubtful_table); }
CASE("author_domain: programs may read another author", doubtful)
constexpr bool mixed() {
    for (auto const& row : mixed_table) reads(row, row.source);
    author_domain const author{message{"To: a\nFrom: a@b.example\r\n\r\n"}};
    REQUIRE_TRUE(*author.problem() == foldwise::diagnostic{bare_lf, 5, 1});
    return true;
}
CASE("author_domain: LF and CRLF in one header section", mixed)
constexpr bool authors() { return reads_each(author_table); }
CASE("author_domain: not exactly one address with a domain", authors)

constexpr bool what_it_is_about() {
    std::string_view const source = "To: x@y.example\nFrom: A <a@b.example.>\n\n";
    message const m{source};
    author_domain const author{m};
    REQUIRE_TRUE(author.field()->raw() == "From: A <a@b.example.>\n");
    REQUIRE_TRUE(author.author()->raw() == "A <a@b.example.>");
    auto const problem = *author.problem();
    REQUIRE_SAME(source, source.substr(problem.offset, problem.length), std::string_view{"."});
    author_domain const none;
    REQUIRE_TRUE(none.finding() == from_missing && !none.name());
    return true;
}
CASE("author_domain: the field, the mailbox and the problem", what_it_is_about)

// name() refers to the object, which must not be a temporary.
template <class T>
concept has_name = requires(T&& object) { static_cast<T&&>(object).name(); };
static_assert(has_name<author_domain const&> && !has_name<author_domain>);

} // namespace
