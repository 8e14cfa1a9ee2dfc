#include <foldwise/words/decoded_text.hpp>

#include "../support.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/message/reads_fields.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>

namespace {

using foldwise::decoded_comment;
using foldwise::decoded_phrase;
using foldwise::decoded_text;

static_assert(std::ranges::forward_range<decoded_text> && std::ranges::view<decoded_text>);
static_assert(std::ranges::borrowed_range<decoded_comment>);
static_assert(std::ranges::borrowed_range<decoded_phrase>);
static_assert(std::is_same_v<std::ranges::range_reference_t<decoded_text>, char>);
static_assert(foldwise::total_field_value<decoded_text>);
static_assert(foldwise::total_field_value<decoded_comment>);
static_assert(foldwise::total_field_value<decoded_phrase>);
static_assert(std::is_constructible_v<decoded_text, std::string const&>);
static_assert(std::is_constructible_v<decoded_text, foldwise::unfolded>);
static_assert(noexcept(decoded_text{test::some_octets}.begin()) &&
              noexcept(++decoded_text{test::some_octets}.begin()));

struct text_row {
    std::string_view from;
    std::string_view raw; // lines end with LF
    std::string_view wanted;
};

template <class Text>
constexpr void check(std::string_view from, Text const& text, std::string_view wanted) {
    REQUIRE_SAME(from, std::ranges::equal(text, wanted), true);
    REQUIRE_SAME(from, text == wanted, true);
    REQUIRE_SAME(from, text.empty(), wanted.empty());
    if (test::can_allocate()) REQUIRE_SAME(from, text.to_string(), wanted);
}

/// Checks some rows: all of them would be too many steps for a compiler.
template <class Text, std::size_t Rows>
constexpr bool check_all(text_row const (&table)[Rows], std::size_t first = 0,
                         std::size_t last = Rows) {
    for (auto i = first; i < last && i < Rows; ++i) {
        auto const& row = table[i];
        test::with_both_line_endings(row.raw, [&row](std::string_view raw) {
            check(row.from, Text{raw}, row.wanted);
            REQUIRE_SAME(row.from, Text{raw}.raw(), raw);
        });
    }
    return true;
}

constexpr text_row rfc_comments[] = {
    {"(=?ISO-8859-1?Q?a?=)", "=?ISO-8859-1?Q?a?=", "a"},
    {"(=?ISO-8859-1?Q?a?= b)", "=?ISO-8859-1?Q?a?= b", "a b"},
    {"two words", "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"},
    {"two spaces", "=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab"},
    {"a line ending", "=?ISO-8859-1?Q?a?=\n    =?ISO-8859-1?Q?b?=", "ab"},
    {"a space in a word", "=?ISO-8859-1?Q?a_b?=", "a b"},
    {"two charsets", "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"},
    {"From of Nathaniel Borenstein", "=?iso-8859-8?b?7eXs+SDv4SDp7Oj08A==?=", "םולש ןב ילטפנ"},
};
constexpr bool comments_of_rfc_2047_section_8() { return check_all<decoded_comment>(rfc_comments); }
CASE("decoded_comment: RFC 2047 section 8", comments_of_rfc_2047_section_8)

constexpr bool fields_of_rfc_2047_section_8() {
    check("Subject",
          decoded_text{" =?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n"
                       " =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?="},
          "If you can read this you understand the example.");
    check("Subject", decoded_text{" Time for ISO 10646?"}, "Time for ISO 10646?");
    check("Subject", decoded_text{" Re: RFC-HDR care and feeding"}, "Re: RFC-HDR care and feeding");
    struct {
        std::string_view value;
        std::string_view name;
    } constexpr table[] = {
        {" =?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore"},
        {" =?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>", "Keld Jørn Simonsen"},
        {" =?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>", "André Pirard"},
        {" =?ISO-8859-1?Q?Olle_J=E4rnefors?= <ojarnef@admin.kth.se>", "Olle Järnefors"},
        {" =?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <paf@nada.kth.se>", "Patrik Fältström"},
        {" Dave Crocker <dcrocker@mordor.stanford.edu>", "Dave Crocker"},
    };
    for (auto const& row : table)
        check(row.value, *foldwise::mailbox::read(row.value)->display_name(), row.name);
    return true;
}
CASE("decoded_text, decoded_phrase: the fields of RFC 2047 section 8", fields_of_rfc_2047_section_8)

constexpr bool comments_of_fields() {
    auto const borenstein =
        foldwise::mailbox::read("Nathaniel Borenstein <nsb@thumper.bellcore.com>\r\n"
                                "         (=?iso-8859-8?b?7eXs+SDv4SDp7Oj08A==?=)");
    check("From", *borenstein->comment(), "םולש ןב ילטפנ");
    check("RFC 2231 section 5",
          *foldwise::mailbox::read("=?US-ASCII*EN?Q?Keith_Moore?= <moore@cs.utk.edu>")
               ->display_name(),
          "Keith Moore");
    return true;
}
CASE("decoded_comment: the comment of RFC 2047 section 8", comments_of_fields)

constexpr text_row texts[] = {
    {"nothing", "", ""},
    {"white space", " \n\t ", ""},
    {"no words", " a \n b ", "a  b"},
    {"a word between texts", "a =?utf-8?Q?b?=  c", "a b  c"},
    {"white space beside a word stays", "a  =?utf-8?Q?b?= \n c", "a  b  c"},
    {"a character in two words", "=?utf-8?Q?=F0=9F?= =?UTF8?B?kqk=?=", "💩"},
    {"words in the same set by two labels", "=?latin1?Q?=E9?= =?windows-1252?Q?=80?=", "é€"},
    {"a character cut at another charset", "=?utf-8?Q?=C3?= =?latin1?Q?=A9?=", "\uFFFD©"},
    {"a character cut at text", "=?utf-8?Q?=C3?= a", "\uFFFD a"},
    {"text cut at a word", "\xC3=?utf-8?Q?=A9?=", "\uFFFD\uFFFD"},
    {"words that touch text and each other", "a=?utf-8?Q?b?==?utf-8?Q?c?=d", "abcd"},
    {"RFC 2047 section 8, in text", "(=?ISO-8859-1?Q?a?=)", "(a)"},
    {"decoded text is not decoded again", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?=", "=?utf-8?Q?a?="},
    {"nor together with the next word",
     "=?utf-8?Q?=3D=3F?= =?utf-8?Q?utf-8=3FQ=3Fa=3F=3D?=", "=?utf-8?Q?a?="},
    {"not closed", "=?utf-8?Q?a =?utf-8?Q?b?=", "=?utf-8?Q?a b"},
    {"an unknown encoding", "=?utf-8?X?a?=", "=?utf-8?X?a?="},
    {"no charset", "=??Q?a?=", "=??Q?a?="},
    {"an unknown charset", "=?x?Q?a?= =?utf-8?Q?b?= =?x?Q?a?=", "=?x?Q?a?= b =?x?Q?a?="},
    {"a charset for a converter", "=?gbk?Q?a?= =?gbk?Q?b?=", "=?gbk?Q?a?= =?gbk?Q?b?="},
    {"a line ending that is not a fold", "a\n=?utf-8?Q?b?=", "a\nb"},
    {"RFC 6532", "caf\xC3\xA9 \xF0\x9F\x92\xA9", "café 💩"},
    {"neither ASCII nor UTF-8", "caf\xE9!", "caf\uFFFD!"},
    {"the start of a word before a word", "=?=?utf-8?Q?a?=", "=?a"},
    {"half of a word before a word", "=?utf-8?=?utf-8?Q?a?=", "=?utf-8?a"},
    {"delimiters in a word are text", "=?utf-8?Q?\"(]\\?=", "\"(]\\"},
    {"controls", "=?utf-8?Q?=00=0D=0A=1B?=", {"\0\r\n\x1B", 4}},
    {"an empty word", "a =?utf-8?Q?\?= b", "a  b"},
    {"a quote is text", "\"=?utf-8?Q?a?=\"", "\"a\""},
    {"RFC 2231 section 5", "=?utf-8*fr?Q?a?= =?utf-8*en?Q?b?=", "ab"},
};
// Text for people: what RFC 2047 forbids, and common readers decode.
constexpr text_row tolerated[] = {
    {"white space in a word", "=?utf-8?Q?J=C3=B6rg  M\tb?= c", "Jörg  M\tb c"},
    {"folded in a word", "=?utf-8?Q?a\n b=C3?= =?utf-8?Q?=B6\n\t?=", "a bö\t"},
    {"folded in base64", "=?utf-8?B?SGV\n sbG8?= =?utf-8?B? IQ==?=", "Hello!"},
    {"white space only", "=?utf-8?Q? ?=", " "},
    {"white space between two words of which one has some",
     "=?utf-8?Q?a b?= \n =?utf-8?Q?c?= =?utf-8?Q?d e?=", "a bcd e"},
    {"no end before the next start", "=?utf-8?Q?a b =?utf-8?Q?c d?=", "=?utf-8?Q?a b c d"},
    {"half of a start", "=?utf-8?Q?a =?b?= c", "=?utf-8?Q?a =?b?= c"},
    {"an equals sign before the end", "=?utf-8?Q?1 + 1 =?= 2", "1 + 1 = 2"},
    {"padding before the end", "=?utf-8?B?YQ ==?=", "a"},
    {"a question mark", "=?utf-8?Q?a b? c?=", "a b? c"},
    {"no end", "=?utf-8?Q?a b? c", "=?utf-8?Q?a b? c"},
    {"an unknown charset", "=?x?Q?a\n b?= =?utf-8?Q?c?=", "=?x?Q?a b?= c"},
    {"a colon in the name of the charset", "=?ISO_8859-1:1987?Q?Keld_J=F8rn?=", "Keld Jørn"},
    {"a dot in the name of the charset", "=?x.y?Q?a?=", "=?x.y?Q?a?="},
};
// Adjacent words of one charset, with the encoded text of one cut into two or more.
constexpr text_row joined[] = {
    {"base64, 5 and 3", "=?utf-8?B?5Lit5?=\n =?utf-8?B?paH?=", "中文"},
    {"base64, 1 and 3", "=?utf-8?B?5?= =?utf-8?b?Lit?=", "中"},
    {"base64, 2 and 2", "=?utf-8?B?5L?= =?utf-8*zh?B?it?= =?utf-8?B?5paH?=", "中文"},
    {"base64, the second padded",
     "=?utf-8?B?w?= =?utf-8?B?6kh?= =?utf-8?B?Y?= =?utf-8?B?Q==?=", "é!a"},
    {"base64, twice", "=?utf-8?B?5?= =?utf-8?B?Lit5p?= =?utf-8?B?aH?=", "中文"},
    {"base64 with white space", "=?utf-8?B?5 L?= =?utf-8?B? i\n t?=", "中"},
    {"base64 in three words that cannot be read alone",
     "=?utf-8?B?5?= =?utf-8?B?L?= =?utf-8?B?it?=", "中"},
    {"base64 in four words",
     "=?utf-8?B?5Lit5?= =?utf-8?B?paH5a?= =?utf-8?B?2?= =?utf-8?B?X?= =?utf-8?B?YQ==?=", "中文字a"},
    {"base64, the first padded", "=?utf-8?B?YQ==?= =?utf-8?B?YWI=?=", "aab"},
    {"base64, the first badly padded", "=?utf-8?B?YQ=?= =?utf-8?B?Y?=", "a"},
    {"base64 without padding", "=?utf-8?B?YQ?= =?utf-8?B?YWI?=", "aab"},
    {"base64 without padding, three words",
     "=?utf-8?B?YQ?= =?utf-8?B?YWI?= =?utf-8?B?YWI?=", "aabab"},
    {"base64 of two charsets", "=?utf-8?B?YW?= =?us-ascii?B?Jj?=", "a&"},
    {"base64 and Q", "=?utf-8?B?YW?= =?utf-8?Q?Jj?=", "aJj"},
    {"base64 and text", "=?utf-8?B?YW?= x =?utf-8?B?Jj?=", "a x &"},
    {"Q, after the equals sign", "=?utf-8?Q?=C3=?= =?utf-8?Q?B6a?=", "öa"},
    {"Q, after a digit", "=?utf-8?Q?=C3=b?= =?utf-8?Q?6a?=", "öa"},
    {"Q, in three words", "=?utf-8?Q?=C3=?= =?utf-8?Q?B?= =?utf-8?Q?6?=", "ö"},
    {"Q, no digit follows", "=?utf-8?Q?a=?= =?utf-8?Q?g?=", "a=g"},
    {"Q, one digit follows", "=?utf-8?Q?a=?= =?utf-8?Q?4_?=", "a=4 "},
    {"Q, an escape follows", "=?utf-8?Q?a=4?= =?utf-8?Q?=41?=", "a=4A"},
    {"Q, nothing follows", "=?utf-8?Q?a=4?= 1", "a=4 1"},
    {"Q, the word after an empty one", "=?utf-8?Q?a=?= =?utf-8?Q?\?= =?utf-8?Q?41?=", "a=41"},
    {"Q, a fold in an escape", "=?utf-8?Q?a=\n 41?=", "a= 41"},
    {"Q and base64", "=?utf-8?Q?=?= =?utf-8?B?QUFB?=", "=AAA"},
    {"Q of two charsets", "=?utf-8?Q?=?= =?us-ascii?Q?41?=", "=41"},
};
template <std::size_t First, std::size_t Last>
constexpr bool table_of_tolerated_texts() {
    return check_all<decoded_text>(tolerated, First, Last);
}
CASE("decoded_text: words with white space in them are decoded, 1",
     (table_of_tolerated_texts<0, 6>))
CASE("decoded_text: words with white space in them are decoded, 2",
     (table_of_tolerated_texts<6, 11>))
CASE("decoded_text: words with white space in them are decoded, 3",
     (table_of_tolerated_texts<11, 100>))
template <std::size_t First, std::size_t Last>
constexpr bool table_of_joined_texts() {
    for (auto i = First; i < Last && i < std::size(joined); ++i)
        test::with_both_line_endings(joined[i].raw, [i](std::string_view raw) {
            check(joined[i].from, decoded_text{raw}, joined[i].wanted);
            check(joined[i].from, decoded_phrase{raw}, joined[i].wanted);
            check(joined[i].from, decoded_comment{raw}, joined[i].wanted);
        });
    return true;
}
CASE("decoded_text: encoded text that is cut between words is joined, 1",
     (table_of_joined_texts<0, 5>))
CASE("decoded_text: encoded text that is cut between words is joined, 2",
     (table_of_joined_texts<5, 10>))
CASE("decoded_text: encoded text that is cut between words is joined, 3",
     (table_of_joined_texts<10, 15>))
CASE("decoded_text: encoded text that is cut between words is joined, 4",
     (table_of_joined_texts<15, 20>))
CASE("decoded_text: encoded text that is cut between words is joined, 5",
     (table_of_joined_texts<20, 25>))
CASE("decoded_text: encoded text that is cut between words is joined, 6",
     (table_of_joined_texts<25, 100>))

// Each row is checked with CRLF, too, except the one whose line ending is data.
template <std::size_t First, std::size_t Last>
constexpr bool table_of_texts() {
    for (auto i = First; i < Last && i < std::size(texts); ++i) {
        auto const& row = texts[i];
        check(row.from, decoded_text{row.raw}, row.wanted);
        if (row.raw.find("\n=") == row.raw.npos)
            check(row.from, decoded_text{std::string_view{test::with_crlf(row.raw)}}, row.wanted);
    }
    return true;
}
CASE("decoded_text: unstructured text is decoded, 1", (table_of_texts<0, 10>))
CASE("decoded_text: unstructured text is decoded, 2", (table_of_texts<10, 20>))
CASE("decoded_text: unstructured text is decoded, 3", (table_of_texts<20, 100>))

constexpr bool the_octets_are_one_call_away() {
    foldwise::field const f{"Subject: =?utf-8?Q?caf=C3?=\r\n =?utf-8?Q?=A9?= au lait\r\n"};
    decoded_text const text{f};
    check("a field", text, "caf\xC3\xA9 au lait");
    REQUIRE_TRUE(text.raw() == " =?utf-8?Q?caf=C3?=\r\n =?utf-8?Q?=A9?= au lait");
    REQUIRE_TRUE(text.undecoded() == "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= au lait");
    REQUIRE_TRUE(text.undecoded() == f.value().contiguous().value_or("=?utf-8?Q?caf=C3?= "
                                                                     "=?utf-8?Q?=A9?= au lait"));
    check("value()", decoded_text{f.value()}, "caf\xC3\xA9 au lait");
    REQUIRE_TRUE(decoded_comment{"a\\)"}.undecoded() == "a)");
    REQUIRE_TRUE(decoded_phrase{"\"a\" b"}.undecoded() == "a b");
    return true;
}
CASE("decoded_text: raw() has the octets, undecoded() the value before decoding",
     the_octets_are_one_call_away)

constexpr bool a_text_in_one_piece_is_contiguous() {
    REQUIRE_TRUE(decoded_text{" a b "}.contiguous() == "a b");
    REQUIRE_TRUE(decoded_text{" caf\xC3\xA9"}.contiguous() == "caf\xC3\xA9");
    REQUIRE_TRUE(decoded_text{"=?x?Q?a?="}.contiguous() == "=?x?Q?a?="); // an unknown charset
    REQUIRE_TRUE(!decoded_text{"a\n b"}.contiguous());
    REQUIRE_TRUE(!decoded_text{"caf\xE9"}.contiguous());
    REQUIRE_TRUE(!decoded_text{"=?utf-8?Q?a?="}.contiguous());
    REQUIRE_TRUE(decoded_phrase{"\"A. Foe\""}.contiguous() == "A. Foe");
    REQUIRE_TRUE(decoded_comment{"at home"}.contiguous() == "at home");
    return true;
}
CASE("decoded_text: a text in one piece is contiguous", a_text_in_one_piece_is_contiguous)

constexpr bool the_gravest_problem_is_the_deviation() {
    using foldwise::diagnostic_code;
    REQUIRE_TRUE(!decoded_text{" a =?utf-8?Q?b?="}.deviation());
    auto const found = decoded_text{" =?gbk?Q?a?= c=?utf-8?Q?b?="}.deviation();
    REQUIRE_TRUE(found && found->code == diagnostic_code::encoded_word_not_separated);
    REQUIRE_TRUE(found && found->offset == 14 && found->length == 13);
    return true;
}
CASE("decoded_text: deviation() is the gravest problem", the_gravest_problem_is_the_deviation)

constexpr text_row comment_table[] = {
    {"white space at the ends stays", " a \n", " a \n"},
    {"quoted-pairs", R"(\(a\\ \=?utf-8?Q?b?=)", R"((a\ =?utf-8?Q?b?=)"},
    {"a quoted-pair after a fold", "\\\n =?utf-8?Q?a?=", " a"},
    {"a backslash in a word", R"(=?utf-8?Q?a\b=C3\=B6?=)", "abö"},
    {"a quoted parenthesis in a word", R"(=?utf-8?Q?a\)?=)", "a)"},
    {"a quoted question mark in a word", R"(=?utf-8?Q?a\?=41?=)", "a?A"},
    {"a quoted-pair that is folded", "=?utf-8?Q?a\\\n b?=", "a b"},
    {"a quoted-pair in an unknown charset", R"(=?x\y?Q?a?=)", "=?xy?Q?a?="},
    {"white space in a word", "=?utf-8?Q?a\n b?=", "a b"},
    {"a comment in a comment", "a (=?utf-8?Q?b?=) c", "a (b) c"},
    {"a parenthesis in a word", "=?utf-8?Q?a(b)c?=", "a(b)c"},
    {"a quote in a word", "=?utf-8?Q?\"a\"?=", "\"a\""},
    {"a character in two words", "=?utf-8?Q?=C3?=\n =?utf-8?Q?=A9?=", "é"},
};
constexpr bool table_of_comments() {
    for (auto const& row : comment_table) check(row.from, decoded_comment{row.raw}, row.wanted);
    check("text()", decoded_comment{foldwise::lexer{"(=?utf-8?Q?b?=)"}.peek().text()}, "b");
    return true;
}
CASE("decoded_comment: comments are decoded", table_of_comments)

constexpr text_row phrases[] = {
    {"nothing", "", ""},
    {"words", "A \n Foe", "A Foe"},
    {"an encoded-word and a word", "=?utf-8?Q?A?=\n Foe", "A Foe"},
    {"encoded-words", "=?utf-8?Q?A?=\n =?utf-8?Q?Foe?=", "AFoe"},
    {"a comment between encoded-words", "=?utf-8?Q?A?=(x)=?utf-8?Q?Foe?=", "A Foe"},
    {"a comment touches", "(x)=?utf-8?Q?A?=(x)", "A"},
    {"a character in two words", "=?utf-8?Q?=C3?= =?utf-8?B?qQ==?=", "é"},
    {"quotes", R"("=?utf-8?Q?a?=" =?utf-8?Q?b?= "\"c")", R"(a b "c)"},
    {"words in quotes", "\"=?utf-8?B?SsO8?=\n =?utf-8?B?cmdlbg==?= (x)\"", "Jürgen (x)"},
    {"quotes around each word", R"("=?utf-8?Q?a=C3?=" "=?utf-8?Q?=B6?=")", "a\uFFFD \uFFFD"},
    {"a quoted-pair in a word in quotes", R"("=?utf-8?Q?a_\"b\"=\C3=B6?=")", "a \"b\"ö"},
    {"a quoted start of a word", R"("\=?utf-8?Q?a?=")", "=?utf-8?Q?a?="},
    {"white space in a word in quotes", "\"=?utf-8?Q?a\n b?= c\"", "a b c"},
    {"an unknown charset in quotes", R"("=?x?Q?a\" b?=")", "=?x?Q?a\" b?="},
    {"white space in a word", "=?utf-8?Q?a  b\n c?= d", "a  b c d"},
    {"specials and white space in a word", "=?utf-8?Q?a, (b) \"c?=\" d\"", "a, (b) \"c d"},
    {"brackets in a word", "=?utf-8?Q?[EXT]_a?= b", "[EXT] a b"},
    {"an open bracket in a word", "=?utf-8?Q?[EXT_a?= b", "[EXT a b"},
    {"an open quote in a word", "=?utf-8?Q?5\"_x?= b", "5\" x b"},
    {"a comment in a word", "=?utf-8?Q?a (b) c?= (d)", "a (b) c"},
    {"text before a word with white space", "x=?utf-8?Q?a b?=y", "xa by"},
    {"the start of a word before a word", "=?utf-8?Q?a =?utf-8?Q?b c?= d", "=?utf-8?Q?a b c d"},
    {"a whole address", "=?utf-8?Q?\"J=C3=B6rn\"=20<j@example.org>?=", "\"Jörn\" <j@example.org>"},
    {"a list of addresses", "=?utf-8?Q?a_<a@b>,_c_<c@d>?=", "a <a@b>, c <c@d>"},
    {"a colon in the name of the charset", "=?ISO_8859-1:1987?Q?J=F8rn?= b", "Jørn b"},
    {"a colon and white space", "=?ISO_8859-1:1987?Q?J=F8rn b?=", "Jørn b"},
    {"a word in a domain-literal", "[=?utf-8?Q?a?=]", "[a]"},
    {"quotes that touch", R"("a"=?utf-8?Q?b?="c")", "abc"},
    {"an empty quoted-string between", R"(=?utf-8?Q?a?= "" =?utf-8?Q?b?=)", "a  b"},
    {"specials in a word", "=?utf-8?Q?a,b@c(d)?= e", "a,b@c(d) e"},
    {"words that touch", "a=?utf-8?Q?b?==?utf-8?Q?c?=d", "abcd"},
    {"an unknown charset", "=?x?Q?a?= =?utf-8?Q?b?=", "=?x?Q?a?= b"},
    {"an unknown encoding", "=?utf-8?X?a,b?= c", "=?utf-8?X?a,b?= c"},
    {"a dot", "A. =?utf-8?Q?b?=.", "A. b."},
    {"not closed", "=?utf-8?Q?a \"=?utf-8?Q?b?=", "=?utf-8?Q?a b"},
    {"neither ASCII nor UTF-8", "caf\xE9", "caf\uFFFD"},
};
template <std::size_t First, std::size_t Last>
constexpr bool table_of_phrases() {
    if (First == 0) check("phrase", decoded_phrase{foldwise::phrase{"=?utf-8?Q?a?="}}, "a");
    return check_all<decoded_phrase>(phrases, First, Last);
}
CASE("decoded_phrase: phrases are decoded, 1", (table_of_phrases<0, 10>))
CASE("decoded_phrase: phrases are decoded, 2", (table_of_phrases<10, 18>))
CASE("decoded_phrase: phrases are decoded, 3", (table_of_phrases<18, 26>))
CASE("decoded_phrase: phrases are decoded, 4", (table_of_phrases<26, 31>))
CASE("decoded_phrase: phrases are decoded, 5", (table_of_phrases<31, 100>))

constexpr bool iterators_know_their_place() {
    decoded_text const text{"a\xC3\xA9 =?utf-8?Q?=C3?= =?utf-8?Q?=A9?= =?utf-16be?B?AOk=?= b"};
    std::size_t size = 0;
    for (auto i = text.begin(); i != text.end(); ++i, ++size) {
        std::size_t same = 0;
        for (auto j = text.begin(); j != text.end(); ++j) same += i == j ? 1u : 0u;
        REQUIRE_SAME("place", same, std::size_t{1});
    }
    REQUIRE_SAME("size", size, std::size_t{10});
    REQUIRE_TRUE(decoded_text{}.begin() == decoded_text{}.end() && decoded_text{}.empty());
    REQUIRE_TRUE(!(decoded_text{"ab"} == "a") && !(decoded_text{"a"} == "ab"));
    return true;
}
CASE("decoded_text: iterators are equal at the same place only", iterators_know_their_place)

// ---- Any octets.

template <class Text>
void check_any(std::string_view alphabet, std::size_t longest) {
    test::for_each_string(alphabet, longest, [](std::string_view raw) {
        Text const text{raw};
        auto const whole = text.to_string();
        REQUIRE_SAME(raw, std::ranges::equal(text, whole), true);
        REQUIRE_SAME(raw, text == whole, true);
        REQUIRE_SAME(raw, whole.size() <= 3 * raw.size(), true);
        text.diagnose([&](foldwise::diagnostic const& problem) {
            REQUIRE_SAME(raw, problem.length <= raw.size(), true);
            REQUIRE_SAME(raw, problem.offset <= raw.size() - problem.length, true);
        });
        if (raw.find('\n') == raw.npos) return true;
        auto const crlf = Text{std::string_view{test::with_crlf(raw)}}.to_string();
        REQUIRE_SAME(raw, crlf, std::string_view{test::with_crlf(whole)});
        return true;
    });
}

TEST_CASE("encoded-words: for any octets, range and string agree, with LF and with CRLF") {
    check_any<decoded_text>("=?qa \n\xC3", 6);
    check_any<decoded_comment>("=?qa\n (\\", 6);
    check_any<decoded_phrase>("=?qa \"(\xC3", 6);
}

/// Without encoded-words, the texts equal those of the lower layers.
TEST_CASE("encoded-words: a text without them is not changed") {
    test::for_each_string("=?a \n\"\\(", 6, [](std::string_view raw) {
        REQUIRE_SAME(raw, decoded_text{raw}.to_string(),
                     foldwise::unfolded{foldwise::trim_fws(raw)}.to_string());
        REQUIRE_SAME(raw, decoded_comment{raw}.to_string(), foldwise::token_text{raw}.to_string());
        REQUIRE_SAME(raw, decoded_phrase{raw}.to_string(), foldwise::phrase{raw}.to_string());
        return true;
    });
}

/// Between two encoded-words, text stays with the white space around it; white space alone is
/// removed.
TEST_CASE("encoded-words: text between two of them stays, white space alone does not") {
    test::for_each_string("=?a \n(", 5, [](std::string_view between) {
        auto const raw = std::string{"=?utf-8?Q?x?= "}.append(between).append(" =?utf-8?Q?y?=");
        auto const spaced = std::string{" "}.append(between).append(" ");
        std::string wanted{"x"};
        if (!foldwise::trim_fws(spaced).empty()) foldwise::unfolded{spaced}.append_to(wanted);
        wanted += 'y';
        REQUIRE_SAME(raw, decoded_text{raw}.to_string(), wanted);
        REQUIRE_SAME(raw, decoded_comment{raw}.to_string(), wanted);
        return true;
    });
}

TEST_CASE("decoded_text: for_each_block, with and without anything to decode") {
    for (std::string_view const raw : {"a\n b", "a =?utf-8?Q?x?= b", ""}) {
        std::string blocks;
        decoded_text{raw}.for_each_block([&](std::string_view block) { blocks += block; });
        REQUIRE_SAME(raw, blocks, decoded_text{raw}.to_string());
    }
}

} // namespace
