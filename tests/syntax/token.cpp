#include <foldwise/syntax/token.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::lexer;
using foldwise::token;
using foldwise::token_kind;
using foldwise::token_text;

static_assert(std::is_trivially_copyable_v<token>);
static_assert(std::is_trivially_copyable_v<lexer>);
static_assert(std::ranges::forward_range<token_text>);
static_assert(noexcept(lexer{std::string_view{}}.next()));

struct wanted_token {
    token_kind kind; // token_kind::end ends the list
    std::string_view raw;
    std::string_view text;
};

struct value_row {
    std::string_view from;
    std::string_view value;
    wanted_token tokens[8];
};

constexpr auto atom = token_kind::atom;
constexpr auto quoted = token_kind::quoted_string;
constexpr auto literal = token_kind::domain_literal;
constexpr auto comment = token_kind::comment;
constexpr auto special = token_kind::special;

// The lines end with LF. Each row is checked with CRLF, too.
constexpr value_row value_table[] = {
    {"nothing", "", {}},
    {"white space alone", " \t \n ", {}},
    {"RFC 5322 section 3.2.3",
     "a-b!#$%&'*+/=?^_`{|}~9",
     {{atom, "a-b!#$%&'*+/=?^_`{|}~9", "a-b!#$%&'*+/=?^_`{|}~9"}}},
    {"RFC 5322 section 3.2.3, dot-atom",
     "a.b",
     {{atom, "a", "a"}, {special, ".", "."}, {atom, "b", "b"}}},
    {"RFC 6532 section 3.2",
     " \xC3\xA9t\xC3\xA9 ",
     {{atom, "\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"}}},
    {"RFC 5322 section 3.4, an address",
     "<a@b>",
     {{special, "<", "<"},
      {atom, "a", "a"},
      {special, "@", "@"},
      {atom, "b", "b"},
      {special, ">", ">"}}},
    {"RFC 5322 section 3.2.4", "\"a b\" c", {{quoted, "\"a b\"", "a b"}, {atom, "c", "c"}}},
    {"an empty quoted-string", "\"\"", {{quoted, "\"\"", ""}}},
    {"RFC 5322 section 3.2.1, quoted pairs",
     R"("a \"b\" \\ \c")",
     {{quoted, R"("a \"b\" \\ \c")", R"(a "b" \ c)"}}},
    {"a backslash before the closing quote",
     R"("a\\" b)",
     {{quoted, R"("a\\")", R"(a\)"}, {atom, "b", "b"}}},
    {"a folded quoted-string", "\"a\n b\"", {{quoted, "\"a\n b\"", "a b"}}},
    {"a backslash before a fold quotes the space after it",
     "\"a\\\n b\"",
     {{quoted, "\"a\\\n b\"", "a b"}}},
    {"specials in a quoted-string are text",
     "\"<x@y>, (z)\"",
     {{quoted, "\"<x@y>, (z)\"", "<x@y>, (z)"}}},
    {"RFC 5322 section 3.4.1", "[192.0.2.1]", {{literal, "[192.0.2.1]", "192.0.2.1"}}},
    {"a folded domain-literal with a quoted pair", "[a\n \\]b]", {{literal, "[a\n \\]b]", "a ]b"}}},
    {"RFC 5322 section 3.2.2", "(a) b", {{comment, "(a)", "a"}, {atom, "b", "b"}}},
    {"nested comments",
     "(a (b (c)) d) e",
     {{comment, "(a (b (c)) d)", "a (b (c)) d"}, {atom, "e", "e"}}},
    {"quoted parentheses in a comment",
     R"((a \( b) c)",
     {{comment, R"((a \( b))", "a ( b"}, {atom, "c", "c"}}},
    {"a quote in a comment is text",
     "(a \" b) c",
     {{comment, "(a \" b)", "a \" b"}, {atom, "c", "c"}}},
    {"a comment splits an atom",
     "a(b)c",
     {{atom, "a", "a"}, {comment, "(b)", "b"}, {atom, "c", "c"}}},
    {"RFC 5322 appendix A.5",
     "Pete(A nice \\) chap) <pete",
     {{atom, "Pete", "Pete"},
      {comment, "(A nice \\) chap)", "A nice ) chap"},
      {special, "<", "<"},
      {atom, "pete", "pete"}}},
    {"a closing delimiter alone", ") ]", {{special, ")", ")"}, {special, "]", "]"}}},
    {"a bare backslash", "a\\b", {{atom, "a", "a"}, {special, "\\", "\\"}, {atom, "b", "b"}}},
    {"a control character",
     "a\x01"
     "b",
     {{atom, "a", "a"}, {special, "\x01", "\x01"}, {atom, "b", "b"}}},
    {"a bare CR is no white space",
     "a\rb",
     {{atom, "a", "a"}, {special, "\r", "\r"}, {atom, "b", "b"}}},
    {"RFC 2047 section 2, an encoded-word",
     "=?utf-8?Q?a,_b@c?= =?x?b?eA==?=d",
     {{atom, "=?utf-8?Q?a,_b@c?=", "=?utf-8?Q?a,_b@c?="},
      {atom, "=?x?b?eA==?=", "=?x?b?eA==?="},
      {atom, "d", "d"}}},
    {"an encoded-word starts where a token does",
     "a=?x?q?b,?=",
     {{atom, "a=?x?q?b", "a=?x?q?b"}, {special, ",", ","}, {atom, "?=", "?="}}},
    {"an encoded-word in a comment, or in quotes, is text",
     "(=?x?q?)?=) \"=?x?q?a\"",
     {{comment, "(=?x?q?)", "=?x?q?"},
      {atom, "?=", "?="},
      {special, ")", ")"},
      {quoted, "\"=?x?q?a\"", "=?x?q?a"}}},
    {"NUL", {"a\0b", 3}, {{atom, "a", "a"}, {special, {"\0", 1}, {"\0", 1}}, {atom, "b", "b"}}},
};

template <class Ending>
constexpr void check(value_row const& row, std::string_view value, Ending ending) {
    lexer in{value};
    for (auto const& wanted : row.tokens) {
        auto const ahead = in.peek();
        auto const found = in.next();
        REQUIRE_SAME(row.from, found.kind(), wanted.kind);
        REQUIRE_SAME(row.from, found.raw(), std::string_view{ending(wanted.raw)});
        REQUIRE_SAME(row.from, found.text() == wanted.text, true);
        REQUIRE_SAME(row.from, std::ranges::equal(found.text(), wanted.text), true);
        REQUIRE_SAME(row.from, found.is_closed(), true);
        REQUIRE_SAME(row.from, ahead.raw().data() == found.raw().data(), true);
        if (wanted.kind == token_kind::end) break;
    }
    REQUIRE_SAME(row.from, in.position(), value.size());
}

constexpr bool table_of_tokens() {
    for (auto const& row : value_table) {
        check(row, row.value, test::as_it_is);
        check(row, std::string_view{test::with_crlf(row.value)}, test::with_crlf);
    }
    return true;
}
CASE("token: a value is cut into tokens, each with a kind and a text", table_of_tokens)

constexpr bool what_is_not_closed_takes_the_rest() {
    for (std::string_view const value : {"\"a <b@c>, d", "(a <b@c>, d", "(a (b) <b@c>, d",
                                         "[a <b@c>, d", "\"a <b@c>\\", "\"", "(", "["}) {
        lexer in{value};
        auto const found = in.next();
        REQUIRE_SAME(value, found.raw(), value);
        REQUIRE_SAME(value, found.is_closed(), false);
        REQUIRE_SAME(value, found.text().raw(), value.substr(1));
        REQUIRE_SAME(value, in.next().kind(), token_kind::end);
    }
    REQUIRE_TRUE((token{}.is_closed() && token{}.raw().empty()));
    return true;
}
CASE("token: a token that is not closed takes the rest of the value",
     what_is_not_closed_takes_the_rest)

constexpr bool comments_are_passed() {
    lexer in{"(a) (b)\n c (d) ,"};
    REQUIRE_TRUE(in.skip_comments().text() == "b");
    REQUIRE_TRUE(in.rest() == "c (d) ,");
    REQUIRE_TRUE(in.skip_comments().is(token_kind::end));
    REQUIRE_TRUE(in.next_outside_comments().raw() == "c");
    REQUIRE_TRUE(in.next_outside_comments().is(','));
    REQUIRE_TRUE(in.next_outside_comments().is(token_kind::end));
    REQUIRE_TRUE(!token{}.is(','));
    return true;
}
CASE("token: the functions that skip comments", comments_are_passed)

constexpr bool sizes_of_encoded_words() {
    struct {
        std::string_view text;
        std::size_t size;
    } constexpr table[] = {
        {"", 0},
        {"=?utf-8?Q?a?=", 13},    // RFC 2047 section 2
        {"=?utf-8*en?Q?a?=", 16}, // RFC 2231 section 5
        {"=?utf-8?Q?\?=", 12},
        {"=?utf-8?Q?a,_b?= <a@b>", 16},
        {"=?x?y?a?=?=", 9},
        {"=?x?q?<a@b>,;:.\xC3\xA9?=", 19},
        {"=?x?q?(a(b))?=", 14},
        {"=?x?q?a)?=", 10},
        {"a=?x?q?b?=", 0},
        {"=?", 0},
        {"=?x", 0},
        {"=?x?", 0},
        {"=?x?q", 0},
        {"=?x?q?", 0},
        {"=?x?q?a", 0},
        {"=?x?q?a?", 0},
        {"=?x?q?a?b?=", 0},
        {"=??q?a?=", 0},
        {"=?x??a?=", 0},
        {"=?x.y:1987?q?a?=", 16}, // names in the registry of IANA have these octets
        {"=?x?q y?a?=", 0},
        {"=?x\\y?q?a?=", 0}, // would be a quoted-pair
        {"=?x?q\\?a?=", 0},
        {"=?x?q?a b?=", 0},
        {"=?x?q?a\n b?=", 0},
        {"=?x?q?a\x7F?=", 0},
        {"=?x?q?\"a\"[b](c)?=", 17}, // what is opened is closed
        {"=?x?q?\"([\"<a@b>?=", 17},
        {"=?x?q?([\")?=", 12},
        {"=?x?q?[a?= b@c, d]?=", 0}, // from here on: something is not closed
        {"=?x?q?\"?=", 0},
        {"=?x?q?[(]?=", 0},
        {"=?x?q?[\"]?=", 0},
        {"=?x?q?[[]?=", 0},
        {"=?x?q?\"a\\\"?=", 0},
        {"=?x?q?(?=", 0},
        {"=?x?q?)(?=", 0},
        {"=?x?q?(()?=", 0},
        {"=?x?q?\\?=", 0},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.text, foldwise::encoded_word_size(row.text), row.size);
    return true;
}
CASE("token: the size of an encoded-word", sizes_of_encoded_words)

TEST_CASE("token: every token that is read inside an encoded-word is closed inside it") {
    test::for_each_string("a\"()[]\\", 6, [](std::string_view inside) {
        auto const word = std::string{"=?x?q?"}.append(inside).append("?=");
        if (foldwise::encoded_word_size(word) == 0) return true;
        REQUIRE_SAME(inside, foldwise::encoded_word_size(word), word.size());
        lexer in{inside};
        for (auto next = in.next(); !next.is(token_kind::end); next = in.next())
            REQUIRE_SAME(inside, next.is_closed(), true);
        return true;
    });
}

TEST_CASE("token: any octets are tokens and white space, and no octet is lost") {
    test::for_each_string(" \n\r\"()[\\a,", 6, [](std::string_view value) {
        lexer in{value};
        std::size_t end = 0;
        for (;;) {
            auto const between = value.substr(end, in.position() - end);
            REQUIRE_SAME(value, foldwise::trim_fws(between).empty(), true);
            auto const found = in.next();
            if (found.is(token_kind::end)) break;
            REQUIRE_SAME(value, found.raw().empty(), false);
            end = foldwise::offset_of(value, found.raw()) + found.raw().size();

            // Finds the text in the simplest way: unfold, then drop the backslash of each pair.
            auto const unfolded = foldwise::unfolded{found.text().raw()}.to_string();
            bool const has_pairs = !found.is(token_kind::special) && !found.is(token_kind::atom);
            std::string wanted;
            for (std::size_t i = 0; i < unfolded.size(); ++i) {
                if (has_pairs && unfolded[i] == '\\' && i + 1 < unfolded.size()) ++i;
                wanted += unfolded[i];
            }
            REQUIRE_SAME(value, found.text().to_string(), wanted);
            REQUIRE_SAME(value, std::ranges::equal(found.text(), wanted), true);
        }
        REQUIRE_SAME(value, in.position(), value.size());
        return true;
    });
}

} // namespace
