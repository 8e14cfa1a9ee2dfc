#include <foldwise/message/from_quotes.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::from_quoting;
using foldwise::unquoted;

static_assert(std::ranges::forward_range<unquoted>);
static_assert(std::ranges::borrowed_range<unquoted>);
static_assert(std::is_trivially_copyable_v<unquoted>);

struct quotes_row {
    std::string_view from;
    std::string_view body;   // in the mbox
    std::string_view mboxrd; // unquoted as mboxrd
    std::string_view mboxo;  // unquoted as mboxo or mboxcl
};

constexpr quotes_row quotes_table[] = {
    {"one quote", ">From me\n", "From me\n", "From me\n"},
    {"two quotes", ">>From me\n", ">From me\n", ">>From me\n"},
    {"three quotes", ">>>From me\n", ">>From me\n", ">>>From me\n"},
    {"in the middle", "a\n>From me\nb\n", "a\nFrom me\nb\n", "a\nFrom me\nb\n"},
    {"one after the other", ">From a\n>From b\n>>From c\n", "From a\nFrom b\n>From c\n",
     "From a\nFrom b\n>>From c\n"},
    {"no quote", "From me\n", "From me\n", "From me\n"},
    {"not at the start of a line", "a >From me\n", "a >From me\n", "a >From me\n"},
    {"a space before it", " >From me\n", " >From me\n", " >From me\n"},
    {"a space in it", "> From me\n", "> From me\n", "> From me\n"},
    {"no space after it", ">From\n>Fromage\n", ">From\n>Fromage\n", ">From\n>Fromage\n"},
    {"another word", ">Form me\n", ">Form me\n", ">Form me\n"},
    {"cut short", ">Fro", ">Fro", ">Fro"},
    {"nothing but quotes", ">>>>", ">>>>", ">>>>"},
    {"nothing after it", ">From ", "From ", "From "},
    {"nothing", "", "", ""},
    {"at the end", "a\n>", "a\n>", "a\n>"},
};

constexpr bool check(std::string_view row, unquoted const& text, std::string_view wanted) {
    REQUIRE_SAME(row, text == wanted, true);
    REQUIRE_SAME(row, text.length(), wanted.size());
    test::text_buffer characters;
    for (char const octet : text) characters.append(octet);
    REQUIRE_SAME(row, std::string_view{characters}, wanted);
    if (test::can_allocate()) REQUIRE_SAME(row, text.to_string(), wanted);
    return true;
}

constexpr bool table_of_bodies() {
    for (auto const& row : quotes_table) {
        auto const crlf_body = test::with_crlf(row.body);
        auto const crlf_mboxrd = test::with_crlf(row.mboxrd);
        auto const crlf_mboxo = test::with_crlf(row.mboxo);
        check(row.from, unquoted{row.body}, row.mboxrd);
        check(row.from, unquoted{row.body, {from_quoting::mboxo}}, row.mboxo);
        check(row.from, unquoted{row.body, {from_quoting::none}}, row.body);
        check(row.from, unquoted{std::string_view{crlf_body}}, crlf_mboxrd);
        check(row.from, unquoted{std::string_view{crlf_body}, {from_quoting::mboxo}}, crlf_mboxo);
    }
    return true;
}
CASE("from_quotes: each format drops the quotes that its writers add", table_of_bodies)

TEST_CASE("from_quotes: mboxrd undoes the quotes of an mboxrd writer, for any body") {
    // Every text of up to four of the pieces.
    constexpr std::string_view pieces[] = {"From ", ">", "\n", "a", "\r\n"};
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5; ++code) {
        std::string body;
        for (int rest = code; rest != 0; rest /= 5)
            body += pieces[static_cast<std::size_t>(rest % 5)];
        // The writer: one more ">" before each line that is "From " after any number of ">".
        std::string quoted;
        for (std::size_t start = 0; start < body.size();) {
            auto const line_feed = body.find('\n', start);
            auto const end = line_feed == body.npos ? body.size() : line_feed + 1;
            auto const first = body.find_first_not_of('>', start);
            if (first != body.npos && body.compare(first, 5, "From ") == 0) quoted += '>';
            quoted.append(body, start, end - start);
            start = end;
        }
        unquoted const text{quoted};
        REQUIRE(text.to_string() == body);
        REQUIRE(text == body);
        REQUIRE(std::ranges::equal(text, body));
    }
}

} // namespace
