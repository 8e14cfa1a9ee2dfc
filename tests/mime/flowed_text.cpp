#include <foldwise/mime/flowed_text.hpp>

#include "../support.hpp"

#include <foldwise/mime/reads_parts.hpp>

#include <algorithm>
#include <ranges>
#include <vector>

namespace {

using foldwise::delsp;
using foldwise::flowed_kind;
using foldwise::flowed_text;
using enum foldwise::flowed_kind;

static_assert(std::is_trivially_copyable_v<flowed_text>);
static_assert(std::ranges::forward_range<flowed_text>);
static_assert(std::ranges::view<flowed_text>);
static_assert(std::ranges::borrowed_range<flowed_text>);
static_assert(foldwise::reads_parts<flowed_text>);

struct paragraph {
    flowed_kind kind;
    std::size_t quote_depth;
    std::string_view text;
    std::string_view with_delsp = text; // the text with DelSp=yes
};

struct text_row {
    std::string_view from;
    std::string_view text;
    std::size_t count;
    paragraph paragraphs[6];
};

// With LF; each is checked with CRLF as well.
constexpr text_row text_table[] = {
    {"nothing", "", 0, {}},
    {"RFC 3676 section 4.1, a paragraph",
     "The quick \nbrown \nfox\n",
     1,
     {{flowed, 0, "The quick brown fox", "The quickbrownfox"}}},
    {"section 4.1, fixed lines", "one\ntwo\n", 2, {{fixed, 0, "one"}, {fixed, 0, "two"}}},
    {"section 4.1, an empty line is fixed", "\n", 1, {{fixed, 0, ""}}},
    {"section 4.1, an empty line ends a paragraph",
     "a \n\nb\n",
     2,
     {{flowed, 0, "a ", "a"}, {fixed, 0, "b"}}},
    {"section 4.1, a line of spaces is flowed", "   \na\n", 1, {{flowed, 0, "  a", " a"}}},
    {"section 4.1, a stuffed space alone is an empty line",
     " \na\n",
     2,
     {{fixed, 0, ""}, {fixed, 0, "a"}}},
    {"section 4.1, other trailing spaces stay", "a  \nb\n", 1, {{flowed, 0, "a  b", "a b"}}},
    {"section 4.1, the end ends a paragraph", "a \n", 1, {{flowed, 0, "a ", "a"}}},
    {"section 4.1, the end without a line ending", "a ", 1, {{flowed, 0, "a ", "a"}}},
    {"section 4.1, a tab does not make a line flow",
     "a\t\nb",
     2,
     {{fixed, 0, "a\t"}, {fixed, 0, "b"}}},
    {"section 4.1, quote marks come before stuffing", " > a\n", 1, {{fixed, 0, "> a"}}},
    {"section 4.3, a signature separator",
     "bye\n-- \nA. Foe \nof sample.net\n",
     3,
     {{fixed, 0, "bye"},
      {signature_separator, 0, "-- "},
      {flowed, 0, "A. Foe of sample.net", "A. Foeof sample.net"}}},
    {"section 4.3, it ends a paragraph and does not start one",
     "bye \n-- \nA\n",
     3,
     {{flowed, 0, "bye ", "bye"}, {signature_separator, 0, "-- "}, {fixed, 0, "A"}}},
    {"section 4.3, quoted",
     ">-- \n>> -- \n>a\n",
     3,
     {{signature_separator, 1, "-- "}, {signature_separator, 2, "-- "}, {fixed, 1, "a"}}},
    {"section 4.3, not if it is stuffed and not quoted",
     " -- \na\n",
     1,
     {{flowed, 0, "-- a", "--a"}}},
    {"section 4.3, not if it is stuffed twice", ">  -- \n>a\n", 1, {{flowed, 1, " -- a", " --a"}}},
    {"section 4.3, similar lines",
     "--\n---  \n--  \na",
     2,
     {{fixed, 0, "--"}, {flowed, 0, "---  --  a", "--- -- a"}}},
    {"section 4.3, at the end", "-- ", 1, {{signature_separator, 0, "-- "}}},
    {"section 4.4, stuffed lines",
     " From me\n  indented\n > no quote\n",
     3,
     {{fixed, 0, "From me"}, {fixed, 0, " indented"}, {fixed, 0, "> no quote"}}},
    {"section 4.4, stuffed lines of a paragraph",
     " a \n b \n  c\n",
     1,
     {{flowed, 0, "a b  c", "ab c"}}},
    {"section 4.5, quotes of increasing depth",
     "> You are a \n> flowed line, and so am I. \n>> So \n>> what?\n>>> Now then\na\n",
     4,
     {{flowed, 1, "You are a flowed line, and so am I. ", "You are aflowed line, and so am I."},
      {flowed, 2, "So what?", "Sowhat?"},
      {fixed, 3, "Now then"},
      {fixed, 0, "a"}}},
    {"section 4.5, quote marks without spaces",
     ">>>a\n>>b\n",
     2,
     {{fixed, 3, "a"}, {fixed, 2, "b"}}},
    {"section 4.5, a quote mark after a space is text",
     "> > a\n> >b \n> c",
     2,
     {{fixed, 1, "> a"}, {flowed, 1, ">b c", ">bc"}}},
    {"section 4.5, an empty quoted line",
     ">\n> \n>a",
     3,
     {{fixed, 1, ""}, {fixed, 1, ""}, {fixed, 1, "a"}}},
    {"section 4.5, followed by text that is not quoted",
     "> a \nb\n",
     2,
     {{flowed, 1, "a ", "a"}, {fixed, 0, "b"}}},
    {"section 4.5, stuffed and not stuffed", "> a \n>b", 1, {{flowed, 1, "a b", "ab"}}},
    {"a bare CR is text", "a \rb\r\r\nc \r", 2, {{fixed, 0, "a \rb\r"}, {fixed, 0, "c \r"}}},
    {"NUL and octets beyond ASCII",
     {"\0\xFF \n\x80", 5},
     1,
     {{flowed, 0, {"\0\xFF \x80", 4}, {"\0\xFF\x80", 3}}}},
};

constexpr void check(text_row const& row, std::string_view text) {
    for (auto const spaces : {delsp::no, delsp::yes}) {
        std::size_t count = 0;
        flowed_text const all{text, spaces};
        REQUIRE_SAME(row.from, all.raw(), text);
        for (auto const p : all) {
            auto const& wanted = row.paragraphs[count++];
            auto const wanted_text = spaces == delsp::yes ? wanted.with_delsp : wanted.text;
            REQUIRE_SAME(row.from, p == wanted_text, true);
            REQUIRE_SAME(row.from, std::ranges::equal(p, wanted_text), true);
            REQUIRE_SAME(row.from, p.length(), wanted_text.size());
            REQUIRE_SAME(row.from, p.empty(), wanted_text.empty());
            REQUIRE_SAME(row.from, p.kind(), wanted.kind);
            REQUIRE_SAME(row.from, p.is_flowed(), wanted.kind == flowed);
            REQUIRE_SAME(row.from, p.is_signature_separator(), wanted.kind == signature_separator);
            REQUIRE_SAME(row.from, p.quote_depth(), wanted.quote_depth);
        }
        REQUIRE_SAME(row.from, count, row.count);
    }
}

constexpr bool table_of_texts() {
    for (auto const& row : text_table) check(row, row.text);
    return true;
}
CASE("flowed_text: texts and their paragraphs", table_of_texts)

constexpr bool table_of_texts_with_crlf() {
    for (auto const& row : text_table)
        if (row.text.find('\r') == row.text.npos)
            check(row, std::string_view{test::with_crlf(row.text)});
    return true;
}
CASE("flowed_text: texts with CRLF", table_of_texts_with_crlf)

constexpr bool parts_are_read() {
    constexpr std::string_view bytes =
        "Content-Type: text/plain; format=flowed; delsp=yes\n\na \nb";
    flowed_text const text{foldwise::entity{foldwise::message{bytes}}};
    REQUIRE_TRUE(text.raw() == "a \nb" && *text.begin() == "ab" && !text.deviation());
    constexpr std::string_view encoded = "Content-Transfer-Encoding: base64\n\nYSAKYg==";
    flowed_text const nothing{foldwise::entity{foldwise::message{encoded}}};
    REQUIRE_TRUE(nothing.raw() == "YSAKYg==" && nothing.empty() && flowed_text{}.empty());
    foldwise::diagnostic const problem{foldwise::diagnostic_code::body_encoded, 0, 8};
    REQUIRE_TRUE(nothing.deviation() == problem);
    std::size_t reported = 0;
    nothing.diagnose([&](auto const& each) { reported += each == problem ? 1u : 100u; });
    REQUIRE_TRUE(reported == 1 && !flowed_text{}.deviation());
    REQUIRE_TRUE(*flowed_text{std::string_view{"a \nb"}}.begin() == "a b");
    return true;
}
CASE("flowed_text: the body of a part; an encoded body is not read", parts_are_read)

constexpr bool table_of_types() {
    using flow = std::optional<delsp>;
    constexpr flow none;
    struct {
        std::string_view from;
        std::string_view type;
        flow wanted;
    } constexpr table[] = {
        {"RFC 3676 section 4, an example", "text/plain; charset=iso-8859-1; format=flowed",
         delsp::no},
        {"RFC 3676 section 4, delsp", "text/plain; format=flowed; delsp=yes", delsp::yes},
        {"any case", "TEXT/Plain; FORMAT=\"Flowed\"; DelSp=YES", delsp::yes},
        {"the other order", "text/plain;delsp=yes;format=flowed", delsp::yes},
        {"delsp=no", "text/plain; format=flowed; delsp=no", delsp::no},
        {"RFC 3676 section 4.1, an unknown delsp", "text/plain; format=flowed; delsp=true",
         delsp::no},
        {"more than the word", "text/plain; format=flowed; delsp=yess", delsp::no},
        {"less than the word", "text/plain; format=flowed; delsp=ye", delsp::no},
        {"fixed", "text/plain; format=fixed; delsp=yes", none},
        {"an unknown format", "text/plain; format=flow", none},
        {"no format", "text/plain; delsp=yes", none},
        {"folded", "text/plain;\n format=flowed;\n delsp=yes", delsp::yes},
        {"RFC 2231", "text/plain; format*=us-ascii''fl%6Fwed", delsp::no},
        {"another type", "text/html; format=flowed", none},
        {"no text", "image/plain; format=flowed", none},
        {"a type that cannot be read", "plain; format=flowed", none},
        {"nothing", "", none},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.type, [&row](std::string_view value) {
            auto const got = foldwise::flowed_delsp(foldwise::content_type{value});
            REQUIRE_SAME(row.from, got == row.wanted, true);
        });
    REQUIRE_TRUE(foldwise::flowed_delsp(foldwise::content_type{}) == none);
    return true;
}
CASE("flowed_text: which types are flowed", table_of_types)

struct plain_paragraph {
    std::string raw;
    std::string text;
    std::size_t quote_depth;
    flowed_kind kind;
    friend bool operator==(plain_paragraph const&, plain_paragraph const&) = default;
};

/// A simple reader that works from the last line to the first.
std::vector<plain_paragraph> plainly_read(std::string_view text, delsp spaces) {
    std::vector<plain_paragraph> all;
    while (!text.empty()) {
        auto const before = text.substr(0, text.size() - 1).rfind('\n');
        auto const start = before == text.npos ? 0 : before + 1;
        std::string const raw{text.substr(start)};
        text = text.substr(0, start);
        auto line = raw;
        if (line.ends_with('\n')) line.pop_back();
        if (line.size() != raw.size() && line.ends_with('\r')) line.pop_back();
        bool separates = line == "-- ";
        std::size_t depth = 0;
        for (; line.starts_with('>'); ++depth) line.erase(0, 1);
        if (line.starts_with(' ')) line.erase(0, 1);
        separates = separates || (depth != 0 && line == "-- ");
        auto const kind = separates ? signature_separator : line.ends_with(' ') ? flowed : fixed;
        if (kind == flowed && spaces == delsp::yes) line.pop_back();
        bool const goes_on = kind == flowed && !all.empty() && all.back().quote_depth == depth &&
                             all.back().kind != signature_separator;
        if (goes_on)
            all.back() = {raw + all.back().raw, line + all.back().text, depth, kind};
        else
            all.push_back({raw, line, depth, kind});
    }
    std::ranges::reverse(all);
    return all;
}

TEST_CASE("flowed_text: any text is read as a simple reader reads it, without loss") {
    test::for_each_string(" >-\n\ra", 7, [](std::string_view text) {
        for (auto const spaces : {delsp::no, delsp::yes}) {
            auto const wanted = plainly_read(text, spaces);
            std::size_t count = 0;
            std::size_t passed = 0;
            for (auto const p : flowed_text{text, spaces}) {
                if (count == wanted.size()) break;
                REQUIRE_SAME(text, foldwise::offset_of(text, p.raw()), passed);
                passed += p.raw().size();
                auto const got =
                    plain_paragraph{std::string{p.raw()}, p.to_string(), p.quote_depth(), p.kind()};
                REQUIRE_SAME(text, got == wanted[count++], true);
                REQUIRE_SAME(text, std::ranges::equal(p, got.text), true);
                if (auto const whole = p.contiguous()) REQUIRE_SAME(text, *whole, got.text);
            }
            REQUIRE_SAME(text, passed, text.size());
            REQUIRE_SAME(text, count, wanted.size());
        }
        if (text.find('\r') != text.npos) return true;
        auto const crlf = test::with_crlf(text);
        auto other = flowed_text{std::string_view{crlf}, delsp::yes}.begin();
        for (auto const p : flowed_text{text, delsp::yes}) {
            auto const same = *other++;
            REQUIRE_SAME(text, same.to_string(), p.to_string());
            REQUIRE_SAME(text, same.kind(), p.kind());
            REQUIRE_SAME(text, same.quote_depth(), p.quote_depth());
        }
        REQUIRE_SAME(text, other == std::default_sentinel, true);
        return true;
    });
}

} // namespace
