#include <foldwise/syntax/word_text.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>
#include <string>

namespace {

using foldwise::phrase;
using foldwise::word_gap;
using joined = foldwise::word_text<word_gap::none>;

static_assert(std::ranges::forward_range<phrase>);
static_assert(std::ranges::view<phrase> && std::ranges::borrowed_range<phrase>);
static_assert(std::is_same_v<std::ranges::range_reference_t<phrase>, char const&>);
static_assert(std::forward_iterator<phrase::piece_range::iterator>);
static_assert(std::is_trivially_copyable_v<phrase> &&
              std::is_trivially_copyable_v<phrase::iterator>);
static_assert(std::is_trivially_copyable_v<phrase::piece_range::iterator>);
static_assert(!std::is_constructible_v<phrase, std::string>);
static_assert(std::is_constructible_v<phrase, std::string const&>);
static_assert(noexcept(phrase{test::some_octets}.begin()) &&
              noexcept(++phrase{test::some_octets}.begin()));
static_assert(noexcept(phrase{test::some_octets}.pieces().begin()) &&
              noexcept(++phrase{test::some_octets}.pieces().begin()));
static_assert(noexcept(phrase{test::some_octets}.contiguous()) &&
              noexcept(phrase{test::some_octets}.empty()));

struct text_row {
    std::string_view from;
    std::string_view raw;
    std::string_view as_phrase;
    std::string_view as_joined;
    bool is_contiguous; // of the phrase
};

constexpr text_row text_table[] = {
    {"nothing", "", "", "", true},
    {"comments alone", "(a) \n (b)", "", "", true},
    {"RFC 5322 section 3.2.5, a word", "Foe", "Foe", "Foe", true},
    {"RFC 5322 section 3.2.5, words", "A Foe of sales", "A Foe of sales", "AFoeofsales", true},
    {"more white space than one SP", "A  Foe", "A Foe", "AFoe", false},
    {"HTAB", "A\tFoe", "A Foe", "AFoe", false},
    {"folded", "A\n Foe", "A Foe", "AFoe", false},
    {"a comment between words", "A(x)Foe", "A Foe", "AFoe", false},
    {"a comment and a SP between words", "A (x)Foe", "A Foe", "AFoe", false},
    {"comments around", "(x) Foe (y)", "Foe", "Foe", true},
    {"RFC 5322 section 4.1, dots", "A. B .Foe", "A. B .Foe", "A.B.Foe", true},
    {"RFC 5322 section 3.2.4, a quoted-string", R"("Foe, A.")", "Foe, A.", "Foe, A.", true},
    {"a quoted-string and words", R"("Foe, A." of "s")", "Foe, A. of s", "Foe, A.ofs", false},
    {"words without a gap", R"(a"b"c)", "abc", "abc", false},
    {"white space in a quoted-string", R"(" a  b ")", " a  b ", " a  b ", true},
    {"a folded quoted-string", "\"a\n b\"", "a b", "a b", false},
    {"quoted pairs", R"("\a\"\\")", R"(a"\)", R"(a"\)", false},
    {"an empty quoted-string", R"("")", "", "", true},
    {"empty quoted-strings", R"("" a "")", " a ", "a", true},
    {"RFC 5322 section 3.4.1, a domain-literal", R"([a\]b])", "[a]b]", "[a]b]", false},
    {"RFC 2047 section 5, encoded-words",
     "=?a?q?b?=  =?a?q?c,?=", "=?a?q?b?= =?a?q?c,?=", "=?a?q?b?==?a?q?c,?=", false},
    {"specials", "a <b> \\ c", "a <b> \\ c", "a<b>\\c", true},
    {"a quoted-string that is not closed", "a \"b (c", "a b (c", "ab (c", false},
    {"RFC 6532", "\xC3\xA9 \xC3\xA9", "\xC3\xA9 \xC3\xA9", "\xC3\xA9\xC3\xA9", true},
};

template <class Text>
constexpr void check(std::string_view from, Text const& text, std::string_view wanted) {
    REQUIRE_SAME(from, std::ranges::equal(text, wanted), true);
    REQUIRE_SAME(from, text == wanted, true);
    REQUIRE_SAME(from, text.length(), wanted.size());
    REQUIRE_SAME(from, text.empty(), wanted.empty());
    test::text_buffer together;
    for (auto const piece : text.pieces()) {
        REQUIRE_SAME(from, piece.empty(), false);
        together.append(piece);
    }
    REQUIRE_SAME(from, std::string_view{together}, wanted);
    if (auto const whole = text.contiguous()) REQUIRE_SAME(from, *whole, wanted);
    if (test::can_allocate()) REQUIRE_SAME(from, text.to_string(), wanted);
}

constexpr bool table_of_texts() {
    for (auto const& row : text_table) {
        test::with_both_line_endings(row.raw, [&row](std::string_view raw) {
            check(row.from, phrase{raw}, row.as_phrase);
            check(row.from, joined{raw}, row.as_joined);
            REQUIRE_SAME(row.from, phrase{raw}.raw(), raw);
        });
        REQUIRE_SAME(row.from, phrase{row.raw}.contiguous().has_value(), row.is_contiguous);
    }
    return true;
}
CASE("word_text: the text of a sequence of words", table_of_texts)

constexpr bool what_lies_in_one_piece_is_a_view() {
    constexpr std::string_view raw = "(x) Foe A (y)";
    REQUIRE_TRUE(phrase{raw}.contiguous()->data() == raw.data() + 4);
    constexpr std::string_view quoted = " \"Foe, A\"";
    REQUIRE_TRUE(phrase{quoted}.contiguous()->data() == quoted.data() + 2);
    REQUIRE_TRUE(phrase{}.contiguous() == "" && phrase{}.empty());
    return true;
}
CASE("word_text: a text in one piece is a view of the octets", what_lies_in_one_piece_is_a_view)

constexpr bool iterators_can_be_kept() {
    phrase const text{"a(x)\"b\""};
    auto const first = text.begin();
    auto second = first;
    REQUIRE_TRUE(second == first && second++ == first && second != first);
    auto const gap = second;
    REQUIRE_TRUE(*first == 'a' && *gap == ' ' && *++second == 'b' && second != gap);
    REQUIRE_TRUE(++second == text.end() && first != text.end());
    REQUIRE_TRUE(phrase{}.begin() == phrase{}.end());
    auto piece = text.pieces().begin();
    auto const kept = piece++;
    REQUIRE_TRUE(*kept == "a" && *piece == " " && kept != piece);
    return true;
}
CASE("word_text: an iterator can be kept and read again", iterators_can_be_kept)

TEST_CASE("word_text: any octets: octets, pieces and string agree, with LF and with CRLF") {
    test::for_each_string("a\" \n\\(.[", 5, [](std::string_view raw) {
        auto const one = phrase{raw}.to_string();
        check(raw, phrase{raw}, one);
        check(raw, joined{raw}, joined{raw}.to_string());
        auto const crlf = test::with_crlf(raw);
        REQUIRE_SAME(raw, phrase{std::string_view{crlf}} == std::string_view{test::with_crlf(one)},
                     true);
        return true;
    });
}

} // namespace
