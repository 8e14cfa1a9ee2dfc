#include <foldwise/lists/list_uris.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <optional>
#include <ranges>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::list_uri;
using foldwise::list_uris;

static_assert(foldwise::reads_fields<list_uris>);
static_assert(std::ranges::forward_range<list_uris>);
static_assert(std::ranges::view<list_uris>);
static_assert(std::ranges::borrowed_range<list_uris>);
static_assert(noexcept(list_uris{std::string_view{}}.begin()));

struct uri {
    std::string_view text; // empty after the last URI of a row
    std::string_view comment;
    std::optional<diagnostic_code> deviation;
};

struct value_row {
    std::string_view from;
    std::string_view value;
    uri uris[4];
};

constexpr std::string_view no_value = "list_uri_malformed";
constexpr uri none{no_value, "", {}};
constexpr std::optional<diagnostic_code> proper = std::nullopt;
constexpr auto no_brackets = diagnostic_code::list_uri_without_brackets;
constexpr auto no_comma = diagnostic_code::list_uri_without_comma;
constexpr auto blanks = diagnostic_code::list_uri_with_white_space;
constexpr auto octet = diagnostic_code::list_uri_octet;

// With LF; each is checked with CRLF as well.
constexpr value_row examples[] = {
    {"nothing", "", {}},
    {"RFC 2369 section 3.1",
     " <mailto:list@host.com?subject=help> (List Instructions)",
     {{"mailto:list@host.com?subject=help", "List Instructions", proper}}},
    {"RFC 2369 section 3.1",
     " <mailto:list-manager@host.com?body=info>",
     {{"mailto:list-manager@host.com?body=info", "", proper}}},
    {"RFC 2369 section 3.1",
     " <mailto:list-info@host.com> (Info about the list)",
     {{"mailto:list-info@host.com", "Info about the list", proper}}},
    {"RFC 2369 section 3.1",
     " <http://www.host.com/list/>, <mailto:list-info@host.com>",
     {{"http://www.host.com/list/", "", proper}, {"mailto:list-info@host.com", "", proper}}},
    {"RFC 2369 section 3.1",
     " <ftp://ftp.host.com/list.txt> (FTP),\n    <mailto:list@host.com?subject=help>",
     {{"ftp://ftp.host.com/list.txt", "FTP", proper},
      {"mailto:list@host.com?subject=help", "", proper}}},
    {"RFC 2369 section 3.2",
     " <mailto:list@host.com?subject=unsubscribe>",
     {{"mailto:list@host.com?subject=unsubscribe", "", proper}}},
    {"RFC 2369 section 3.2",
     " (Use this command to get off the list)\n"
     "    <mailto:list-manager@host.com?body=unsubscribe%20list>",
     {{"mailto:list-manager@host.com?body=unsubscribe%20list",
       "Use this command to get off the list", proper}}},
    {"RFC 2369 section 3.2",
     " <mailto:list-off@host.com>",
     {{"mailto:list-off@host.com", "", proper}}},
    {"RFC 2369 section 3.2",
     " <http://www.host.com/list.cgi?cmd=unsub&lst=list>,\n"
     "    <mailto:list-request@host.com?subject=unsubscribe>",
     {{"http://www.host.com/list.cgi?cmd=unsub&lst=list", "", proper},
      {"mailto:list-request@host.com?subject=unsubscribe", "", proper}}},
    {"RFC 2369 section 3.3",
     " <mailto:list@host.com?subject=subscribe>",
     {{"mailto:list@host.com?subject=subscribe", "", proper}}},
    {"RFC 2369 section 3.3",
     " <mailto:list-request@host.com?subject=subscribe>",
     {{"mailto:list-request@host.com?subject=subscribe", "", proper}}},
    {"RFC 2369 section 3.3",
     " (Use this command to join the list)\n"
     "    <mailto:list-manager@host.com?body=subscribe%20list>",
     {{"mailto:list-manager@host.com?body=subscribe%20list", "Use this command to join the list",
       proper}}},
    {"RFC 2369 section 3.3",
     " <mailto:list-on@host.com>",
     {{"mailto:list-on@host.com", "", proper}}},
    {"RFC 2369 section 3.3",
     " <http://www.host.com/list.cgi?cmd=sub&lst=list>,\n"
     "    <mailto:list-manager@host.com?body=subscribe%20list>",
     {{"http://www.host.com/list.cgi?cmd=sub&lst=list", "", proper},
      {"mailto:list-manager@host.com?body=subscribe%20list", "", proper}}},
    {"RFC 2369 section 3.4", " <mailto:list@host.com>", {{"mailto:list@host.com", "", proper}}},
    {"RFC 2369 section 3.4",
     " <mailto:moderator@host.com> (Postings are Moderated)",
     {{"mailto:moderator@host.com", "Postings are Moderated", proper}}},
    {"RFC 2369 section 3.4",
     " <mailto:moderator@host.com?subject=list%20posting>",
     {{"mailto:moderator@host.com?subject=list%20posting", "", proper}}},
    {"RFC 2369 section 3.4", " NO (posting not allowed on this list)", {}},
    {"RFC 2369 section 3.5",
     " <mailto:listmom@host.com> (Contact Person for Help)",
     {{"mailto:listmom@host.com", "Contact Person for Help", proper}}},
    {"RFC 2369 section 3.5",
     " <mailto:grant@foo.bar> (Grant Neufeld)",
     {{"mailto:grant@foo.bar", "Grant Neufeld", proper}}},
    {"RFC 2369 section 3.5",
     " <mailto:josh@foo.bar?Subject=list>",
     {{"mailto:josh@foo.bar?Subject=list", "", proper}}},
    {"RFC 2369 section 3.6",
     " <mailto:archive@host.com?subject=index%20list>",
     {{"mailto:archive@host.com?subject=index%20list", "", proper}}},
    {"RFC 2369 section 3.6",
     " <ftp://ftp.host.com/pub/list/archive/>",
     {{"ftp://ftp.host.com/pub/list/archive/", "", proper}}},
    {"RFC 2369 section 3.6",
     " <http://www.host.com/list/archive/> (Web Archive)",
     {{"http://www.host.com/list/archive/", "Web Archive", proper}}},
};

constexpr value_row other_values[] = {
    {"RFC 2369 section 2, white space inside",
     "< mailto:a@b\n ?subject=c d >",
     {{"mailto:a@b?subject=cd", "", blanks}}},
    {"RFC 2369 section 2, white space at the start", "< x:a>", {{"x:a", "", blanks}}},
    {"RFC 2369 section 2, white space at the end", "<x:a\n >", {{"x:a", "", blanks}}},
    {"RFC 2369 section 2, white space in the scheme", "<ht\n tp:a>", {{"http:a", "", blanks}}},
    {"RFC 2369 section 2, text before", "Click <x:a>", {none}},
    {"RFC 2369 section 2, text after", "<x:a> b, <x:c>", {{"x:a", "", proper}, none}},
    {"RFC 2369 section 2, text in place of an item",
     "<x:a>, b, <x:c>",
     {{"x:a", "", proper}, none}},
    {"RFC 822 section 2.7, empty elements",
     ", <x:a>,, (b), <x:c>,",
     {{"x:a", "", proper}, {"x:c", "", proper}}},
    {"comments alone", "(<x:a>), (b)", {}},
    {"the last comment", "(a) <x:b> (c) (d), <x:e>", {{"x:b", "d", proper}, {"x:e", "", proper}}},
    {"commas and parentheses in a URI", "<x:a,b(c)>", {{"x:a,b(c)", "", proper}}},
    {"no comma", "<x:a> (b) <x:c>", {{"x:a", "b", proper}, {"x:c", "", no_comma}}},
    {"no comma, once",
     "<x:a><x:b>,<x:c>",
     {{"x:a", "", proper}, {"x:b", "", no_comma}, {"x:c", "", proper}}},
    {"no brackets", " https://a.example/b", {{"https://a.example/b", "", no_brackets}}},
    {"no brackets, comments", "(a) x:b (c) ", {{"x:b", "c", no_brackets}}},
    {"no brackets, after a URI with brackets",
     "<x:a>, x:b",
     {{"x:a", "", proper}, {"x:b", "", no_brackets}}},
    {"no brackets and no comma", "<x:a> x:b", {{"x:a", "", proper}, none}},
    {"no brackets, two words", "x:a b", {none}},
    {"no brackets, folded inside", "x:a\n b", {none}},
    {"no brackets, an ambiguous comma", "x:a,x:b", {none}},
    {"no brackets, a comma after it", "x:a, <x:b>", {none}},
    {"no brackets, a comma at the end", "x:a,", {none}},
    {"no brackets, ambiguous parentheses", "x:a(b)", {none}},
    {"no brackets, an octet that a URI cannot contain", "x:a|b", {none}},
    {"no brackets, an address", "list@host.example", {none}},
    {"no brackets, comment not closed", "x:a (b", {none}},
    {"no scheme", "<a@b>, <x:c>", {none, {"x:c", "", proper}}},
    {"empty brackets", "<>, < >, <x:a>", {none, none, {"x:a", "", proper}}},
    {"control characters", "<x:\x01>, <x:a>", {none, {"x:a", "", proper}}},
    {"octets that a URI cannot contain", "<x:a b\"|{c}>", {{"x:ab\"|{c}", "", octet}}},
    {"RFC 6532", "<x:\xC3\xA9>", {{"x:\xC3\xA9", "", octet}}},
    {"not closed", "<x:a>, <x:b", {{"x:a", "", proper}, none}},
    {"not closed before another URI", "<x:a <x:b>", {none}},
    {"a comment that is not closed hides the rest", "(a <x:b>", {none}},
    {"an unclosed comment after it", "<x:a> (b, <x:c>", {{"x:a", "", proper}, none}},
    {"a quoted-string", "\"<x:a>\"", {none}},
    {"RFC 2047 section 5, an encoded-word",
     " =?utf-8?q?=3Cmailto=3Aa=40b=3E=2C?=\n <https://c.example>",
     {none}},
    {"an encoded-word in brackets", "<=?utf-8?q?x=3Aa?=>", {none}},
    {"NO and more", "NO, <x:a>", {none}},
    {"NO and more after it", "NO way", {none}},
    {"NO that is not closed", "NO (a", {none}},
    {"no, in small letters", "no", {}},
};

constexpr void check(value_row const& row, std::string_view value) {
    std::size_t count = 0;
    for (auto const got : list_uris{value}) {
        auto const& wanted = row.uris[count++];
        REQUIRE_SAME(row.value, got.has_value(), wanted.text != no_value);
        if (!got) {
            REQUIRE_SAME(row.value, got.error().code, diagnostic_code::list_uri_malformed);
            continue;
        }
        REQUIRE_SAME(row.value, got->text() == wanted.text, true);
        REQUIRE_SAME(row.value, got->comment().has_value(), !wanted.comment.empty());
        if (got->comment()) REQUIRE_SAME(row.value, *got->comment() == wanted.comment, true);
        auto const deviation = got->deviation();
        REQUIRE_SAME(row.value, deviation.has_value(), wanted.deviation.has_value());
        if (deviation) REQUIRE_SAME(row.value, deviation->code, *wanted.deviation);
    }
    REQUIRE_SAME(row.value, row.uris[count].text, "");
    REQUIRE_SAME(row.value, list_uris{value}.empty(), count == 0);
    REQUIRE_SAME(row.value, list_uris{value}.raw(), value);
}

template <std::size_t Count>
constexpr bool check(value_row const (&table)[Count]) {
    for (auto const& row : table)
        test::with_both_line_endings(row.value,
                                     [&row](std::string_view value) { check(row, value); });
    return true;
}

constexpr bool examples_of_the_rfc() { return check(examples); }
CASE("list_uris: the examples of RFC 2369 section 3", examples_of_the_rfc)

constexpr bool uris_of_other_values() { return check(other_values); }
CASE("list_uris: the URIs of a value, and how they deviate", uris_of_other_values)

constexpr bool problems_have_a_place() {
    struct {
        std::string_view value;
        std::size_t element; // its index
        std::string_view at; // the octets that the problem covers
    } constexpr table[] = {
        {" <a>, <x:b>", 0, "<a>"},
        {" (c) <a> (d) , <x:b>", 0, "(c) <a> (d)"},
        {"<x:b>, (c) d, e\n ", 1, "(c) d, e"},
        {"<x:b> (c) d", 1, "d"},
        {"<x:b> (c", 1, "(c"},
        {"<x:b> (c) <x:d> (e)", 1, "<x:d>"},
        {" (c) x:b (d)", 0, "x:b"},
        {"(c) < x:a>", 0, "< x:a>"},
        {"<x:a|b>", 0, "|"},
        {"< x:a\xC3\xA9>", 0, "\xC3"},
    };
    for (auto const& row : table) {
        list_uris const uris{row.value};
        auto at = uris.begin();
        for (std::size_t i = 0; i < row.element; ++i) ++at;
        auto const got = *at;
        auto const problem = got ? *got->deviation() : got.error();
        auto const whole = got ? got->raw() : row.value;
        REQUIRE_SAME(row.value, whole.substr(problem.offset, problem.length), row.at);
    }
    return true;
}
CASE("list_uris: places of problems", problems_have_a_place)

constexpr bool each_problem_is_reported() {
    list_uris const uris{foldwise::field{"List-Help: <a>, <x:b|>, <x:c>, < x:d>\n"}};
    REQUIRE_TRUE(uris.raw() == " <a>, <x:b|>, <x:c>, < x:d>");
    diagnostic const wanted[] = {{diagnostic_code::list_uri_malformed, 1, 3},
                                 {diagnostic_code::list_uri_octet, 10, 1},
                                 {blanks, 21, 6}};
    std::size_t count = 0;
    uris.diagnose([&](diagnostic const& problem) { REQUIRE_TRUE(problem == wanted[count++]); });
    REQUIRE_TRUE(count == 3 && uris.deviation() == wanted[0]);
    REQUIRE_TRUE(!list_uris{"<x:a>"}.deviation() && !list_uris{}.deviation());
    return true;
}
CASE("list_uris: the problems of all elements", each_problem_is_reported)

constexpr bool raw_is_the_element() {
    list_uris const uris{" (a) <x:b> (c) (d) <x:e>(f) , (g) x:h (i) "};
    auto at = uris.begin();
    REQUIRE_TRUE((*at)->raw() == "(a) <x:b> (c) (d)");
    REQUIRE_TRUE((*++at)->raw() == "<x:e>(f)");
    REQUIRE_TRUE((*++at)->raw() == "(g) x:h (i)");
    REQUIRE_TRUE(++at == uris.end());
    return true;
}
CASE("list_uris: raw() of an element", raw_is_the_element)

constexpr bool posting_is_not_allowed() {
    REQUIRE_TRUE(list_uris{" NO (posting not allowed on this list)"}.says_no());
    REQUIRE_TRUE(list_uris{"(a)\r\n no"}.says_no() && list_uris{"No"}.empty());
    REQUIRE_TRUE(!list_uris{"(NO)"}.says_no() && !list_uris{""}.says_no());
    REQUIRE_TRUE(!list_uris{"NO, <x:a>"}.says_no() && !list_uris{"\"NO\""}.says_no());
    REQUIRE_TRUE(!list_uris{"<x:no>"}.says_no() && !list_uris{}.says_no());
    return true;
}
CASE("list_uris: List-Post: NO", posting_is_not_allowed)

constexpr bool the_first_of_a_scheme() {
    list_uris const uris{"<a>, <mailto:b>, <HTTPS://c>, <https://d>"};
    REQUIRE_TRUE(uris.find("https")->text() == "HTTPS://c");
    REQUIRE_TRUE(uris.find("MAILTO")->text() == "mailto:b");
    REQUIRE_TRUE(!uris.find("http") && !uris.find(""));
    return true;
}
CASE("list_uris: the first URI of a scheme", the_first_of_a_scheme)

/// Whether every line ending folds. Then CRLF in place of LF changes nothing.
bool folds_only(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i)
        if (value[i] == '\n' && !value.substr(i + 1).starts_with(' ')) return false;
    return true;
}

std::string summary_of(std::string_view value) {
    std::string summary;
    for (auto const got : list_uris{value}) {
        summary += got ? got->text().to_string() : "no value";
        if (got && got->deviation()) summary += got->deviation()->name();
        summary += '|';
    }
    return summary;
}

TEST_CASE("list_uris: any octets; elements in order, inside of the value, and none hidden") {
    test::for_each_string(" \n<x:>,(\"", 6, [](std::string_view value) {
        if (folds_only(value))
            REQUIRE_SAME(value, summary_of(test::with_crlf(value)), summary_of(value));
        std::size_t end = 0;
        bool has_ended = false;
        for (auto const got : list_uris{value}) {
            REQUIRE_SAME(value, has_ended, false);
            if (!got) {
                auto const at = got.error().offset;
                REQUIRE_SAME(value, at >= end && got.error().length != 0, true);
                end = at + got.error().length;
                REQUIRE_SAME(value, end <= value.size(), true);
                // An element without a value is text in brackets, or it is the last element.
                has_ended = value[end - 1] != '>' || value[at] != '<';
                continue;
            }
            auto const at = foldwise::offset_of(value, got->raw());
            REQUIRE_SAME(value, at >= end, true);
            end = at + got->raw().size();
            REQUIRE_SAME(value, end <= value.size(), true);
            auto const text = got->text().to_string();
            REQUIRE_SAME(value, text.find_first_of(" \n<>"), text.npos);
            REQUIRE_SAME(value, text.substr(0, text.find(':')), got->scheme().to_string());
            REQUIRE_SAME(value, got->scheme().empty(), false);
            if (auto const deviation = got->deviation()) {
                auto const last = deviation->offset + deviation->length;
                REQUIRE_SAME(value, last <= got->raw().size(), true);
            }
            // Read on its own, the element has the same URI.
            auto const again = *list_uris{got->raw()}.begin();
            REQUIRE_SAME(value, again.has_value(), true);
            REQUIRE_SAME(value, again->text().to_string(), text);
        }
        return true;
    });
}

} // namespace
