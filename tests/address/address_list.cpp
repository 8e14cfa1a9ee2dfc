#include <foldwise/address/address_list.hpp>

#include "../support.hpp"
#include "addresses_shown.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <ranges>
#include <string>
#include <vector>

namespace {

using foldwise::address_list;
using foldwise::diagnostic_code;
using foldwise::mailbox;

using mailboxes = address_list::mailbox_range;

static_assert(std::ranges::forward_range<address_list>);
static_assert(std::ranges::view<address_list>);
static_assert(std::ranges::borrowed_range<address_list>);
static_assert(std::ranges::forward_range<mailboxes>);
static_assert(std::ranges::view<mailboxes> && std::ranges::borrowed_range<mailboxes>);
static_assert(foldwise::reads_fields<address_list>);
static_assert(std::is_trivially_copyable_v<address_list::iterator>);
static_assert(std::is_trivially_copyable_v<mailboxes::iterator>);
static_assert(!std::is_constructible_v<address_list, std::string>);
static_assert(std::is_constructible_v<address_list, std::string const&>);
static_assert(noexcept(address_list{test::some_octets}.begin()) &&
              noexcept(++address_list{test::some_octets}.begin()));
static_assert(noexcept(*address_list{test::some_octets}.begin()) &&
              noexcept(address_list{test::some_octets}.raw()));
static_assert(noexcept(address_list{test::some_octets}.mailboxes()) &&
              noexcept(mailbox::read(test::some_octets)));
static_assert(noexcept(++address_list{test::some_octets}.mailboxes().begin()));

struct list_row {
    std::string_view from;
    std::string_view value;
    std::string_view wanted; // in the notation of addresses_shown.hpp
};

template <std::size_t Rows>
constexpr bool check(list_row const (&table)[Rows]) {
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            address_list const list{value};
            REQUIRE_SAME(row.from, std::string_view{test::each_shown(list)}, row.wanted);
            REQUIRE_SAME(row.from, list.empty(), row.wanted.empty());
            REQUIRE_SAME(row.from, list.raw(), value);
        });
    return true;
}

constexpr list_row rfc_table[] = {
    {"RFC 5322 A.1.1, From", " John Doe <jdoe@machine.example>", "John Doe <jdoe@machine.example>"},
    {"RFC 5322 A.1.1, To", " Mary Smith <mary@example.net>", "Mary Smith <mary@example.net>"},
    {"RFC 5322 A.1.1, Sender", " Michael Jones <mjones@machine.example>",
     "Michael Jones <mjones@machine.example>"},
    {"RFC 5322 A.1.2, From", R"( "Joe Q. Public" <john.q.public@example.com>)",
     "Joe Q. Public <john.q.public@example.com>"},
    {"RFC 5322 A.1.2, To", " Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
     "Mary Smith <mary@x.test> | <jdoe@example.org> | Who? <one@y.test>"},
    {"RFC 5322 A.1.2, Cc", R"( <boss@nil.test>, "Giant; \"Big\" Box" <sysservices@example.net>)",
     R"(<boss@nil.test> | Giant; "Big" Box <sysservices@example.net>)"},
    {"RFC 5322 A.1.3, To", " A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
     "A Group { Ed Jones <c@a.test> | <joe@where.test> | John <jdoe@one.test> }"},
    {"RFC 5322 A.1.3, Cc", " Undisclosed recipients:;", "Undisclosed recipients { }"},
    {"RFC 5322 A.5, From", R"( Pete(A nice \) chap) <pete(his account)@silly.test(his host)>)",
     "Pete <pete@silly.test> (A nice ) chap) ~address_obsolete"},
    {"RFC 5322 A.5, To",
     "A Group(Some people)\n"
     "     :Chris Jones <c@(Chris's host.)public.example>,\n"
     "         joe@example.org,\n"
     "  John <jdoe@one.test> (my dear friend); (the end of the group)\n ",
     "A Group { Chris Jones <c@public.example> ~address_obsolete | <joe@example.org> | "
     "John <jdoe@one.test> (my dear friend) }"},
    {"RFC 5322 A.5, Cc", "(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;",
     "Hidden recipients { }"},
    {"RFC 5322 A.6.1, From", " Joe Q. Public <john.q.public@example.com>",
     "Joe Q. Public <john.q.public@example.com> ~address_obsolete"},
    {"RFC 5322 A.6.1, To", " Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
     "Mary Smith <mary@example.net> ~address_obsolete | <jdoe@test.example> ~address_obsolete"},
    {"RFC 5322 A.6.3, From", " John Doe <jdoe@machine(comment).  example>",
     "John Doe <jdoe@machine.example> ~address_obsolete"},
    {"RFC 5322 A.6.3, To", " Mary Smith\n  \n          <mary@example.net>",
     "Mary Smith <mary@example.net>"},
    {"RFC 6854 section 1", " Automated System:;", "Automated System { }"},
    {"RFC 6854 section 3", " Managing Partners:ben@example.com,carol@example.com;",
     "Managing Partners { <ben@example.com> | <carol@example.com> }"},
};

constexpr bool examples_of_the_rfcs() { return check(rfc_table); }
CASE("address_list: the examples of RFC 5322 and RFC 6854", examples_of_the_rfcs)

constexpr list_row form_table[] = {
    {"nothing", "", ""},
    {"RFC 5322 section 4.4, empty elements", " ,, a@b ,\n , c@d ,", "<a@b> | <c@d>"},
    {"RFC 5322 section 4.4, elements of comments", "(x), a@b, (y (z))\n (w), c@d, (v)",
     "<a@b> | <c@d>"},
    {"RFC 5322 section 4.4, empty members", "g: , (x), a@b,, c@d ,(y);", "g { <a@b> | <c@d> }"},
    {"RFC 5322 section 4.4, a group of commas", "g:,,;", "g { }"},
    {"RFC 5322 section 4.4, a route", "<@x.y,@[1.2.3.4]:a@b>", "<a@b> ~address_obsolete"},
    {"RFC 5322 section 4.4, a folded route", "<@x (c)\n . y , ,(c)\n @z (c) : a@b>",
     "<a@b> ~address_obsolete"},
    {"RFC 5322 section 4.4, a comma before the colon", "<@x,:a@b>, c@d",
     "<a@b> ~address_obsolete | <c@d>"},
    {"RFC 5322 section 4.4, a route in a group", "g:<@x,@y:a@b>,c@d;",
     "g { <a@b> ~address_obsolete | <c@d> }"},
    {"RFC 5322 section 3.4.1, a quoted local part", R"("a \"b\" c"@d)", R"(<a "b" c@d>)"},
    {"RFC 5322 section 4.4, words of a local part", R"("a b".c . "d"@e)",
     "<a b.c.d@e> ~address_obsolete"},
    {"RFC 5322 section 3.4.1, an empty local part", R"(""@b)", "<@b>"},
    {"RFC 5322 section 3.4.1, a domain-literal", "a@[192.0.2.1]", "<a@[192.0.2.1]>"},
    {"RFC 5321 section 4.1.3", "Foe <a@[IPv6:2001:db8::1]>", "Foe <a@[IPv6:2001:db8::1]>"},
    {"RFC 5322 section 3.4.1, a folded domain-literal", "a@[x\n y]", "<a@[x y]>"},
    {"RFC 6532 section 3.2", "\xC3\xA9 <\xC3\xA9@\xC3\xA9>", "\xC3\xA9 <\xC3\xA9@\xC3\xA9>"},
    {"comments and folding everywhere",
     "(1)\n Foe (2)\n A. (3) <\n (4) a (5)\n . (6) b (7)\n @ (8)\n c (9) . (10)\n d (11)\n > (12)",
     "Foe A. <a.b@c.d> (12) ~address_obsolete"},
    {"RFC 5322 section 4.1, a control character in the comment in angle brackets",
     "<a@b(\x16)>, <c@d(e)>, f@g(\x16)",
     "<a@b> ~address_obsolete | <c@d> | <f@g> (\x16) ~address_obsolete"},
    {"white space in the angle brackets", "< a@b >", "<a@b>"},
    {"a display name of several kinds of words", R"("Foe, A." of "the \"x\"" y <a@b>)",
     R"(Foe, A. of the "x" y <a@b>)"},
    {"an empty display name", R"("" <a@b>)", " <a@b>"},
    {"a display name with dots", "A.B. Foe <a@b>", "A.B. Foe <a@b> ~address_obsolete"},
    {"RFC 2047 section 5, encoded-words in a display name",
     "=?utf-8?q?a=40b=2C?=\n =?utf-8?B?eA==?= <c@d>",
     "=?utf-8?q?a=40b=2C?= =?utf-8?B?eA==?= <c@d>"},
    {"RFC 2047 section 5, encoded-words with dots", "=?utf-8?q?A._Foe?= <a@b>",
     "=?utf-8?q?A._Foe?= <a@b>"},
    {"the name in a comment", "a@b (A. Foe), c@d\n (G (H))", "<a@b> (A. Foe) | <c@d> (G (H))"},
    {"the last of the comments", "(x) a@b (y)\n (z)", "<a@b> (z)"},
    {"a quoted name of a group", R"("a@b, <c@d>": e@f;)", "a@b, <c@d> { <e@f> }"},
    {"a name of a group with a dot", "A. Group:;", "A. Group { }"},
    {"a name of a group of encoded-words", "=?utf-8?q?a,b?=: c@d;", "=?utf-8?q?a,b?= { <c@d> }"},
    {"several groups", "a:; , b:c@d;, e@f, g:;", "a { } | b { <c@d> } | <e@f> | g { }"},
    {"no comma after a group", "a:b@c; d@e", "a { <b@c> } | <d@e>"},
};

constexpr bool forms_of_addresses() { return check(form_table); }
CASE("address_list: every form of an address", forms_of_addresses)

constexpr list_row broken_table[] = {
    {"no at sign", "foe, a@b, , \"c@d\", =?x?q?e@f?=, [g], <>, <i>, .",
     "!address_without_at | <a@b> | !address_without_at | !address_without_at | "
     "!address_without_at | !address_without_at | !address_without_at | !address_without_at"},
    {"a malformed element among others", "a b@c, d@e, f@, g@h, @i, j@k",
     "!address_malformed | <d@e> | !address_malformed | <g@h> | !address_malformed | <j@k>"},
    {"a malformed member among others", "g: a b@c, d@e, f;, h@i",
     "g { !address_malformed | <d@e> | !address_without_at } | <h@i>"},
    {"semicolons in place of commas", "a@b; c@d; e@f",
     "<a@b> ~address_semicolon | <c@d> ~address_semicolon | <e@f>"},
    {"a semicolon that ends nothing", "a@b;", "<a@b> ~address_semicolon"},
    {"semicolons alone", ";;, ;", ""},
    {"misplaced dots", "a.@b, .a@b, a..b@c",
     "<a.@b> ~address_dots | <.a@b> ~address_dots | <a..b@c> ~address_dots"},
    {"dots in a domain", "a@.b, a@b..c, a@b.., a@., a@[b]., a@b.[c]",
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed | "
     "!address_malformed | !address_malformed"},
    {"only a dot", ".@b", "!address_malformed"},
    {"a group that is not closed", "g: a@b, c@d", "g { <a@b> | <c@d> } ~group_not_closed"},
    {"an empty group that is not closed", "g:", "g { } ~group_not_closed"},
    {"a group in a group", "a: b: c@d;, e@f", "a { !address_malformed } | <e@f>"},
    {"a group in a group, or a display name", "a: b: C <d@e>;, a: b@c: <d@e>;",
     "a { !address_malformed } | a { !address_malformed }"},
    {"a colon that belongs to no group", ":<a@b>;, a@b: C <d@e>",
     "!address_malformed | !address_malformed"},
    {"a group without a name", ":a@b;", "!address_malformed"},
    {"a quote that is not closed", "a@b, \"c d@e, f@g", "<a@b> | !address_not_closed"},
    {"a comment that is not closed", "a@b, (c (d) <d@e>, f@g", "<a@b> | !address_not_closed"},
    {"domain-literals that are not closed", "a@b, c@[d, e@ (f) [g , h@i, j@[k",
     "<a@b> | !address_not_closed | !address_not_closed | <h@i> | !address_not_closed"},
    {"domain-literals that are not closed, before one that is",
     "a@[192.0.2.1, b@[192.0.2.2], <c@[d>, e@[f]",
     "!address_not_closed | <b@[192.0.2.2]> | !address_not_closed | <e@[f]>"},
    {"a bracket outside of a domain", "a[@b, c@d, [e, f@g, a@b[c, h], i@j",
     "!address_malformed | <c@d> | !address_without_at | <f@g> | !address_malformed | "
     "!address_without_at | <i@j>"},
    {"a bracket in a display name", "A [x <a@b>, c@d, [y] E <e@f>, g@h",
     "A [x <a@b> ~display_name_malformed | <c@d> | [y] E <e@f> ~display_name_malformed | <g@h>"},
    {"a comment that is not closed in angle brackets", "<a@b (c>, d@e", "!address_not_closed"},
    {"a comment that is not closed after an address", "a@b (c, d@e", "!address_not_closed"},
    {"a quote that is not closed in a group", "g: a@b, \"c; d@e",
     "g { <a@b> | !address_not_closed } ~group_not_closed"},
    {"a quote that is not closed in the name of a group", "g \"h: a@b;", "!address_not_closed"},
    {"a route without its colon", "<@a,@b>, c@d", "!address_malformed | <c@d>"},
    {"malformed routes", "<@a b:c@d>, <@a@b:c@d>, <@:c@d>, <@a.:c@d>, <@a,@:c@d>, <@\"a\":c@d>",
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed | "
     "!address_malformed | !address_malformed"},
    {"a malformed route ends at a comma", "<@a,b@c>, d@e",
     "!address_not_closed | <b@c> ~address_bracket_missing | <d@e>"},
    {"two routes", "<@a:@b:c@d>", "!address_malformed"},
    {"a route without an address", "<@a:>", "!address_without_at"},
};

constexpr bool one_bad_element_costs_itself() { return check(broken_table); }
CASE("address_list: a malformed element does not affect the others", one_bad_element_costs_itself)

// RFC 7103 section 7.1: what a writer broke, and what has one meaning only.
constexpr list_row tolerance_table[] = {
    {"RFC 7103 section 7.1.1", "<@example.net:fran@example.com>",
     "<fran@example.com> ~address_obsolete"},
    {"RFC 7103 section 7.1.2", "<<<user2@example.org>>>",
     "<user2@example.org> ~address_bracket_repeated"},
    {"RFC 7103 section 7.1.3, closing bracket", "<another@example.net",
     "<another@example.net> ~address_bracket_missing"},
    {"RFC 7103 section 7.1.3, opening bracket", "second@example.org>",
     "<second@example.org> ~address_bracket_missing"},
    {"RFC 7103 section 7.1.5", "<third@example.net, fourth@example.net>",
     "<third@example.net> ~address_bracket_missing | "
     "<fourth@example.net> ~address_bracket_missing"},
    {"RFC 7103 section 7.1.6", "\"Joe <joe@example.com>",
     "Joe <joe@example.com> ~address_quote_not_closed"},
    {"no closing bracket, among others", "A <a@b, c@d, <e@f, \"G, H\" <g@h",
     "A <a@b> ~address_bracket_missing | <c@d> | <e@f> ~address_bracket_missing | "
     "G, H <g@h> ~address_bracket_missing"},
    {"no closing bracket, in a group", "g: <a@b; c@d",
     "g { <a@b> ~address_bracket_missing } | <c@d>"},
    {"no closing bracket, but a comment", "A <a@b (c), d@e",
     "A <a@b> ~address_bracket_missing | <d@e>"},
    {"no closing bracket after a route", "<@x,@y:a@b, c@d",
     "<a@b> ~address_bracket_missing | <c@d>"},
    {"no opening bracket, and a comment", "a@b> (c), d@e",
     "<a@b> (c) ~address_bracket_missing | <d@e>"},
    {"no opening bracket, but a name", "A a@b>, c@d", "!address_malformed | <c@d>"},
    {"no brackets, but a name", "A a@b, c@d", "!address_malformed | <c@d>"},
    {"brackets around three addresses", "<a@b, c@d, e@f>, g@h",
     "<a@b> ~address_bracket_missing | <c@d> | <e@f> ~address_bracket_missing | <g@h>"},
    {"brackets around the members of a group", "g: <a@b, c@d>;",
     "g { <a@b> ~address_bracket_missing | <c@d> ~address_bracket_missing }"},
    {"brackets around a list of mailboxes with names", "<A <a@b>, \"C\" <c@d>>, e@f",
     "A <a@b> ~address_bracket_repeated | C <c@d> ~address_bracket_repeated | <e@f>"},
    {"two pairs, and a name", "A <<a@b>>, c@d", "A <a@b> ~address_bracket_repeated | <c@d>"},
    {"more brackets on one side", "<<a@b>, <c@d>>, e@f>>, <<g@h",
     "<a@b> ~address_bracket_repeated | <c@d> ~address_bracket_repeated | "
     "<e@f> ~address_bracket_missing | <g@h> ~address_bracket_missing"},
    {"brackets with white space and comments between", "< (x)\n <a@b> (y) >, c@d",
     "<a@b> (y) ~address_bracket_repeated | <c@d>"},
    {"a route in two pairs", "<<@x:a@b>>", "<a@b> ~address_bracket_repeated"},
    {"two addresses in brackets", "<a@b <c@d>>, <a@b><c@d>, <a@b c@d>, a@b> c@d, a@b> <c@d>, e@f",
     "!address_not_closed | !address_malformed | !address_malformed | !address_malformed | "
     "!address_malformed | <e@f>"},
    {"brackets in the wrong order", ">a@b<, a@b<, >a@b",
     "!address_not_closed | !address_not_closed | !address_malformed"},
    {"a bracket in the address", "a<@b>, <a@>b, <a@b.>c",
     "!address_malformed | !address_malformed | !address_malformed"},
    {"a dot after the domain", "a@b., C <c@d.e.>, <f@g. , h@i.>, j@k (l) .",
     "<a@b> ~address_domain_dot | C <c@d.e> ~address_domain_dot | "
     "<f@g> ~address_bracket_missing | <h@i> ~address_bracket_missing | "
     "<j@k> (l) ~address_domain_dot"},
    {"a dot after a domain, outside of the brackets", "<a@b>., c@d", "!address_malformed | <c@d>"},
    {"an open quote, and a list", "\"Joe <joe@a.b>, Mary <mary@c.d>",
     "Joe <joe@a.b> ~address_quote_not_closed | Mary <mary@c.d>"},
    {"an open quote after others", "a@b, \"C. D (e) <f@g> (h), i@j",
     "<a@b> | C. D (e) <f@g> (h) ~address_quote_not_closed | <i@j>"},
    {"an open quote in a group", "g: \"A <a@b>; c@d",
     "g { A <a@b> ~address_quote_not_closed } | <c@d>"},
    {"an open quote with a quoted-pair", "\"A \\\"B\\\" <a@b>, c@d",
     "A \"B\" <a@b> ~address_quote_not_closed | <c@d>"},
    {"an open quote before nothing", "\"<a@b>", "<a@b> ~address_quote_not_closed"},
    {"an open quote, folded", "\"A\n B\n <a@b>,\n c@d",
     "A B <a@b> ~address_quote_not_closed | <c@d>"},
};

constexpr bool tolerances() { return check(tolerance_table); }
CASE("address_list: RFC 7103 section 7.1, addresses with one possible meaning", tolerances)

// An open quote that does not meet the rule takes the rest of the list: a strict reader sees no
// address there.
constexpr list_row open_quote_table[] = {
    {"a comma before the brackets", "\"Foe, A. <a@b>, c@d", "!address_not_closed"},
    {"no brackets", "\"a@b, c@d", "!address_not_closed"},
    {"text after the brackets", "\"A <a@b> c, d@e", "!address_not_closed"},
    {"an address after the brackets", "\"A <a@b> <c@d>", "!address_not_closed"},
    {"brackets that are not closed", "\"A <a@b, c@d", "!address_not_closed"},
    {"brackets twice", "\"A <<a@b>>, c@d", "!address_not_closed"},
    {"brackets without an address", "\"A <a>, c@d", "!address_not_closed"},
    {"a comment that is not closed", "\"A <a@b> (c, d@e", "!address_not_closed"},
    {"a quoted bracket", "\"A \\<a@b>, c@d", "!address_not_closed"},
    {"a quote that does not open the element", "A \"B <a@b>, c@d", "!address_not_closed"},
    {"a quote after a comment", "(x) \"B <a@b>, c@d", "!address_not_closed"},
    {"a quote that the quote of another element closes", "\"A <a@b>, \"C\" <c@d>",
     "!address_not_closed"},
    {"the same, with an even number of quotes", "\"A <a@b>, C\" <c@d>", "A <a@b>, C <c@d>"},
};

constexpr bool open_quotes() { return check(open_quote_table); }
CASE("address_list: an open quote that takes the rest of the list", open_quotes)

constexpr list_row obsolete_table[] = {
    {"RFC 5322 section 4.4, a quoted-pair in a domain-literal", R"(foo@[\1.2.3.4])",
     "<foo@[1.2.3.4]> ~address_obsolete"},
    {"RFC 5322 section 4.1, a control character", "\"a\x01\"@b, c@[d\x7F], e (\x02) . f@g",
     "<a\x01@b> ~address_obsolete | <c@[d\x7F]> ~address_obsolete | <e.f@g> (\x02) "
     "~address_obsolete"},
    {"RFC 5322 section 4.1, a control character in a comment",
     "a@b (\x01), (\x7F) C <d@e>, f@g (h)",
     "<a@b> (\x01) ~address_obsolete | C <d@e> (\x7F) ~address_obsolete | <f@g> (h)"},
    {"RFC 5322 section 4.1, a control character in a name", "\"A\x01\" <a@b>, (\x0B) <c@d> (e)",
     "A\x01 <a@b> ~address_obsolete | <c@d> (e) ~address_obsolete"},
    {"RFC 5322 section 4.1, a quoted control character", "\"a\\\x01\"@b",
     "<a\x01@b> ~address_obsolete"},
    {"RFC 5322 section 4.2, folds in a row", "\"a\n \n b\"@c", "<a  b@c> ~address_obsolete"},
    {"an octet that is not even obsolete", "\"\xEF\xBF\xBF\r\"@b, a@[b[c]",
     "<\xEF\xBF\xBF\r@b> ~address_octet | <a@[b[c]> ~address_octet"},
    {"octets that are not UTF-8", "\xC3@b, \"\xFF\"@b, c@d, e@\xC3\xA9",
     "!address_malformed | !address_malformed | <c@d> | <e@\xC3\xA9>"},
    // Names are read in a fallback charset, addresses never.
    {"not UTF-8: in angle brackets, beside a name that is not UTF-8 either",
     "\xE9 <a\xE9@b>, \xE9 <a@b\xE9>, <a@b>", "!address_malformed | !address_malformed | <a@b>"},
    {"not UTF-8: in quotes, after a backslash, in a domain-literal",
     "\"\xE9\"@b, \"\\\xE9\"@b, a@[\xE9], a@b",
     "!address_malformed | !address_malformed | "
     "!address_malformed | <a@b>"},
    {"UTF-8 that is cut at the end of a token", "a\xC3@\xA9, \xC3.\xA9@b, a@\xE2\x82",
     "!address_malformed | !address_malformed | !address_malformed"},
};

constexpr bool obsolete_forms() { return check(obsolete_table); }
CASE("address_list: obsolete forms inside of tokens", obsolete_forms)

// Where readers disagree, the element has no address, or the one in the angle brackets and a
// deviation. It never has one from a quoted-string, comment, display name or encoded-word.
constexpr list_row attack_table[] = {
    {"an address in quotes", R"("x@y" <a@b>)", "x@y <a@b>"},
    {"an address in quotes with brackets", R"("<x@y>," <a@b>)", "<x@y>, <a@b>"},
    {"an address as a display name", "x@y <a@b>", "x@y <a@b> ~display_name_malformed"},
    {"an address with brackets as a display name", "<x@y> <a@b>", "!address_malformed"},
    {"two angle-addrs", "<a@b><c@d>", "!address_malformed"},
    {"two addresses", "a@b c@d", "!address_malformed"},
    {"two at signs", "a@b@c", "!address_malformed"},
    {"two at signs in brackets", "<a@b@c>", "!address_malformed"},
    {"an angle-addr as the name of a group", "<a@b>:c@d", "!address_malformed"},
    {"an address as the name of a group", "a@b: c@d;", "!address_malformed"},
    {"text after the brackets", "<a@b> c, <a@b> \"c\", <a@b> c@d, <a@b>.c",
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed"},
    {"a quoted local part with an at sign", R"("a@b"@c)", "<a@b@c>"},
    {"a quoted local part with brackets", R"("<a@b>"@c)", "<<a@b>@c>"},
    {"a quoted local part with text next to it", R"("a@b"x@c, x"a@b"@c)",
     "!address_malformed | !address_malformed"},
    {"a comment after the domain", "a@b(c@d)", "<a@b> (c@d)"},
    {"a comment before", "(<a@b>) c@d", "<c@d> (<a@b>)"},
    {"a comment in the brackets", "<(x@y)a@b(,c@d>)>", "<a@b>"},
    {"a comment that continues after a quote", "(\" <x@y>, ) a@b, \") c@d",
     "<a@b> (\" <x@y>, ) | !address_not_closed"},
    {"a quote that continues after a parenthesis", "\"( <x@y>, \" <a@b>, c@d (\")",
     "( <x@y>,  <a@b> | <c@d> (\")"},
    {"a quoted quote", R"("a\" <x@y>, \"b" <c@d>)", R"(a" <x@y>, "b <c@d>)"},
    {"a quoted backslash", R"("a\\" <c@d>, \"b" <e@f>)",
     R"(a\ <c@d> | \b <e@f> ~display_name_malformed)"},
    {"a quoted parenthesis", R"((a\) <x@y>) c@d)", "<c@d> (a) <x@y>)"},
    {"a backslash outside of quotes", R"(a\@b@c, a\,b@c, \<a@b\>)",
     R"(!address_malformed | !address_without_at | <b@c> | !address_malformed)"},
    {"a backslash at the end", "a@b\\", "!address_malformed"},
    {"a backslash at the end of a quote", "a@b, \"c@d\\", "<a@b> | !address_not_closed"},
    {"a backslash at the end of a comment", "a@b (c\\", "!address_not_closed"},
    {"a quote that is not closed", "a@b, \"c@d", "<a@b> | !address_not_closed"},
    {"a quote after the domain", "a@b\"c\", a@\"b\"", "!address_malformed | !address_malformed"},
    {"a domain-literal that contains an address", "a@[b, <x@y>], c@d", "<a@[b, <x@y>]> | <c@d>"},
    {"a domain-literal with text around", "a@[b]c, a@b[c], [a]@b, a@b.[c]",
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed"},
    {"encoded commas and at signs", "=?utf-8?q?a=40b=2C?= <c@d>", "=?utf-8?q?a=40b=2C?= <c@d>"},
    {"an encoded-word alone", "=?utf-8?q?a@b?=", "!address_without_at"},
    {"an encoded-word with all characters of an address", "=?utf-8?q?<a@b>,?=, c@d",
     "!address_without_at | <c@d>"},
    {"an encoded-word as a local part", "=?utf-8?q?a=40b?=@c, <=?utf-8?q?a?=@c>",
     "!address_encoded_word | !address_encoded_word"},
    {"an encoded-word before a local part", "=?utf-8?q?a=40b=3e?=c@d", "!address_encoded_word"},
    {"an encoded-word as a domain",
     "a@=?utf-8?q?b?=, a@b.=?utf-8?q?c?=", "!address_encoded_word | !address_encoded_word"},
    {"an encoded-word in a quoted local part", R"("=?utf-8?q?a=40b?="@c)", "<=?utf-8?q?a=40b?=@c>"},
    {"an encoded-word that contains an address", "=?utf-8?q?x@y,?= <a@b>",
     "=?utf-8?q?x@y,?= <a@b> ~display_name_malformed"},
    {"an encoded-word with a comment", "=?utf-8?q?(x@y)?= <a@b>",
     "=?utf-8?q?(x@y)?= <a@b> ~display_name_malformed"},
    {"a quote that opens in an encoded-word", "=?a?q?\"?= <x@y>, \"?= <a@b>",
     "=?a?q?\?= <x@y>, ?= <a@b>"},
    {"a comment that opens in an encoded-word", "=?a?q?(?= <x@y>, )?= <a@b>",
     "=?a?q? ?= <a@b> (?= <x@y>, )"},
    {"a domain-literal that opens in an encoded-word", "=?a?q?[?= <x@y>, ]?= <a@b>",
     "=?a?q?[?= <x@y> ~display_name_malformed | ]?= <a@b> ~display_name_malformed"},
    {"a semicolon in a group's member", "g: \"a;\" <b@c>, d@e; f@g",
     "g { a; <b@c> | <d@e> } | <f@g>"},
    {"NUL",
     {"a\0@b, c@d\0, \0 e@f, <g@h>\0", 25},
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed"},
    {"control characters", "a\x01@b, c@d\x7F, e@f\x1Bm, a\bb@c",
     "!address_malformed | !address_malformed | !address_malformed | !address_malformed"},
    {"a bare CR", "a@b\r, c@d, \r e@f", "!address_malformed | <c@d> | !address_malformed"},
    {"a URL", "mailto:a@b", "mailto { <a@b> } ~group_not_closed"},
    {"a URL in brackets", "<mailto:a@b>, <a@b?subject=x@y>",
     "!address_malformed | !address_malformed"},
};

constexpr bool attacks() { return check(attack_table); }
CASE("address_list: where readers disagree, no address is made up", attacks)

// Text for people that looks like an address, beside the tolerances of RFC 7103: the address is the
// one that a strict reader sees, or there is none.
constexpr list_row never_table[] = {
    {"a quoted address", R"("a@b.example" <c@d.example>)", "a@b.example <c@d.example>"},
    {"a quoted address in brackets", R"("<a@b.example>" <c@d.example>)",
     "<a@b.example> <c@d.example>"},
    {"a quoted address, and no other", R"("a@b.example" <>, "a@b.example", "<a@b.example>")",
     "!address_without_at | !address_without_at | !address_without_at"},
    {"a quoted address, and a name", R"("a@b.example" <foe>)", "!address_without_at"},
    {"a quoted address, and one bracket", R"("a@b.example" <c@d.example, "e@f" >)",
     "a@b.example <c@d.example> ~address_bracket_missing | !address_without_at"},
    {"a quoted address after the brackets", R"(<c@d.example> "a@b.example")", "!address_malformed"},
    {"a quoted address in the brackets", R"(<"a@b.example"> , <"a@b.example" <c@d.example>>)",
     "!address_without_at | a@b.example <c@d.example> ~address_bracket_repeated"},
    {"an address in a comment", "(a@b.example) <>, Foe (<a@b.example>), (a@b.example)",
     "!address_without_at | !address_without_at"},
    {"an address in a comment in open brackets", "<(a@b.example) c@d.example",
     "<c@d.example> ~address_bracket_missing"},
    {"an address in a comment after open brackets", "<foe (a@b.example)>, < (a@b.example)",
     "!address_without_at | !address_not_closed"},
    {"separators in an encoded-word", "=?utf-8?q?a=40b.example=2C_c=40d.example?=, e@f",
     "!address_without_at | <e@f>"},
    {"plain separators in an encoded-word", "=?utf-8?q?a@b.example,c@d.example?=, e@f",
     "!address_without_at | <e@f>"},
    {"a base64 list in an encoded-word",
     "=?utf-8?B?PGFAYi5leGFtcGxlPiwgPGNAZC5leGFtcGxlPg==?=", "!address_without_at"},
    {"a group in an encoded-word", "=?utf-8?q?g:a@b.example;?=", "!address_without_at"},
    {"an encoded-word in brackets", "<=?utf-8?q?a=40b.example?=>, <=?utf-8?q?a=40b.example?=",
     "!address_without_at | !address_not_closed"},
    {"encoded brackets around a name", "=?utf-8?q?=3Ca=40b.example=3E?= <foe>",
     "!address_without_at"},
    {"an encoded-word in quotes", R"("=?utf-8?q?a=40b.example?=" <c@d.example>)",
     "=?utf-8?q?a=40b.example?= <c@d.example>"},
    {"a quote that opens after an address", R"(a@b.example "foe <c@d.example>)",
     "!address_not_closed"},
    {"a quote that opens after a name", R"(foe "bar <c@d.example>, e@f)", "!address_not_closed"},
    {"a parenthesis in an open quote", R"("foe (<a@b.example>, c@d)",
     "foe ( <a@b.example> ~address_quote_not_closed | <c@d>"},
    {"brackets of one element that close in another", "<a b, c@d.example>, \"<\" e@f>",
     "!address_not_closed | <c@d.example> ~address_bracket_missing | !address_malformed"},
    {"a domain of several elements", "a@[b, c@d.example, e@f], g@h",
     "<a@[b, c@d.example, e@f]> | <g@h>"},
    {"an address in a domain-literal that is not closed", "a@[<c@d.example>, e@f",
     "!address_not_closed | <e@f>"},
    {"a dot between two domains", "a@b.example.@c.example, a@b.example. <c@d>",
     "!address_malformed | a@b.example. <c@d> ~display_name_malformed"},
};

constexpr bool never() { return check(never_table); }
CASE("address_list: no address is taken from text for people", never)

constexpr bool a_problem_covers_its_element() {
    struct {
        std::string_view value;
        std::string_view wanted; // the octets that the diagnostic covers
        std::size_t offset;
    } constexpr table[] = {
        {" a@b, foe (c) , d@e", "foe (c)", 6},
        {" a@b, \"c, d", "\"c, d", 6},
        {"g: a@b, c d@e ;", "c d@e", 8},
        {" <a b@c , c@d", "<a b@c", 1},
        {" a@[b , c@d", "a@[b", 1},
        {" x, x:a@b, c@d", "x", 1},
    };
    for (auto const& row : table) {
        bool is_found = false;
        auto const check = [&](auto const& element, std::size_t start) {
            if (element || is_found) return;
            is_found = true;
            auto const problem = element.error();
            REQUIRE_SAME(row.value, start + problem.offset, row.offset);
            REQUIRE_SAME(row.value, row.value.substr(row.offset, problem.length), row.wanted);
        };
        for (auto const element : address_list{row.value}) {
            check(element, 0);
            if (element && element->group()) {
                auto const start = foldwise::offset_of(row.value, element->raw());
                for (auto const member : element->group()->members()) check(member, start);
            }
        }
        REQUIRE_SAME(row.value, is_found, true);
    }
    return true;
}
CASE("address_list: a problem covers the text of its element", a_problem_covers_its_element)

constexpr bool a_deviation_has_a_place() {
    struct {
        std::string_view value;
        std::string_view wanted; // the octets that the diagnostic covers
        std::size_t offset;
    } constexpr table[] = {
        {"x@y, (c) a.b <c@d>", "a.b", 9},
        {"x@y, (c) a@b\n <c@d>", "a@b", 9},
        {"x@y, (c) a . b@c (d)", "a . b@c", 9},
        {"g: x@y, a..b@c;", "a..b@c", 8},
        {" a@b ; c@d", ";", 5},
        {"g: <@x, @y:a@b>;", "@x, @y", 4},
        {"A. Foe <a..@b>", "a..@b", 8},
        {"A: B@c, (x) D. <e@f>;", "D.", 12},
        {"x@y, \"A\x01\x02\" <c@d>", "\x01", 7},
    };
    for (auto const& row : table) {
        std::size_t count = 0;
        for (auto const m : address_list{row.value}.mailboxes()) {
            auto const deviation = m.deviation();
            if (!deviation) continue;
            ++count;
            auto const offset = foldwise::offset_of(row.value, m.raw()) + deviation->offset;
            REQUIRE_SAME(row.value, offset, row.offset);
            REQUIRE_SAME(row.value, row.value.substr(offset, deviation->length), row.wanted);
        }
        REQUIRE_SAME(row.value, count, 1u);
        auto const of_list = address_list{row.value}.deviation();
        REQUIRE_SAME(row.value, of_list && of_list->offset == row.offset, true);
        count = 0;
        address_list{row.value}.diagnose([&](foldwise::diagnostic const& problem) {
            if (problem == *of_list) ++count;
        });
        REQUIRE_SAME(row.value, count, 1u);
    }
    return true;
}
CASE("address_list: a deviation has a place in the value", a_deviation_has_a_place)

constexpr bool mailboxes_are_those_in_groups_and_outside() {
    constexpr std::string_view value =
        "a@b, g h: c@d, x, I <e@f>;, y z, \"\n g\":; , j@k, L: <m@n>";
    test::with_both_line_endings(value, [](std::string_view bytes) {
        auto const all = address_list{bytes}.mailboxes();
        REQUIRE_SAME("addresses", std::string_view{test::each_shown(all)},
                     "<a@b> | <c@d> | I <e@f> | <j@k> | <m@n>");
        test::text_buffer groups;
        for (auto const m : all) {
            groups.append('[');
            if (auto const name = m.group_name()) test::show_pieces(groups, name->undecoded());
            groups.append(']');
        }
        REQUIRE_SAME("groups", std::string_view{groups}, "[][g h][g h][][L]");
    });
    REQUIRE_TRUE(address_list{"x, g: y;"}.mailboxes().empty());
    REQUIRE_TRUE(address_list{}.mailboxes().empty() && address_list{}.empty());
    REQUIRE_TRUE(address_list{}.begin() == address_list{}.end());
    return true;
}
CASE("address_list: mailboxes() includes the members of groups, with the name of the group",
     mailboxes_are_those_in_groups_and_outside)

constexpr bool iterators_can_be_kept() {
    address_list const list{"a@b, g: c@d;, e"};
    auto const first = list.begin();
    auto second = first;
    REQUIRE_TRUE(second == first && second++ == first && second != first);
    REQUIRE_TRUE((*first)->raw() == "a@b" && (*second)->raw() == "g: c@d;");
    REQUIRE_TRUE((*second)->group() && !(*second)->mailbox());
    REQUIRE_TRUE(!*++second && second != list.end());
    REQUIRE_TRUE(++second == list.end() && (*first)->mailbox()->domain() == "b");
    return true;
}
CASE("address_list: a copy of an iterator can be read again", iterators_can_be_kept)

constexpr bool one_mailbox() {
    struct {
        std::string_view value;
        std::string_view wanted;
    } constexpr table[] = {
        {" Foe <a@b>\n (c) ", "Foe <a@b> (c)"},
        {"a@b,", "<a@b>"},
        {",(x), a@b", "<a@b>"},
        {"", "!address_without_at"},
        {" (c), ", "!address_without_at"},
        {"foe", "!address_without_at"},
        {"a@b, c@d", "!address_malformed"},
        {"a@b, c", "!address_malformed"},
        {"c, a@b", "!address_malformed"},
        {"a@b; c@d", "!address_malformed"},
        {"g: a@b;", "!address_malformed"},
        {"g:;", "!address_malformed"},
        {"<a@b", "<a@b> ~address_bracket_missing"},
        {"<a", "!address_not_closed"},
        {"=?x?q?a?=@b", "!address_encoded_word"},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = mailbox::read(value);
            REQUIRE_SAME(row.value, std::string_view{test::shown_read(got)}, row.wanted);
            REQUIRE_SAME(row.value, got || got.error().offset + got.error().length <= value.size(),
                         true);
        });
    REQUIRE_TRUE((mailbox::read("a@b, c").error() ==
                  foldwise::diagnostic{diagnostic_code::address_malformed, 0, 6}));
    return true;
}
CASE("address_list: mailbox::read() requires exactly one mailbox", one_mailbox)

} // namespace
