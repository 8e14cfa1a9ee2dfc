#include <foldwise/mail_data/dot_stuffed.hpp>

#include "../support.hpp"

#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>

#include <algorithm>
#include <ranges>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::dot_stuffed;
using namespace std::string_view_literals;

static_assert(std::ranges::forward_range<dot_stuffed>);
static_assert(std::ranges::view<dot_stuffed>);
static_assert(std::ranges::borrowed_range<dot_stuffed>);
static_assert(std::is_trivially_copyable_v<dot_stuffed>);

struct text_row {
    std::string_view from;
    std::string_view text;
    std::string_view sent;
};

constexpr text_row text_table[] = {
    {"RFC 5321 section 4.5.2", "a\r\n.b\r\n", "a\r\n..b\r\n.\r\n"},
    {"RFC 5321 section 4.5.2, at the start", ".a\r\n", "..a\r\n.\r\n"},
    {"RFC 5321 section 4.5.2, a line with only a dot", "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n"},
    {"RFC 5321 section 4.5.2, two dots", "..\r\n", "...\r\n.\r\n"},
    {"RFC 5321 section 4.5.2, lines that follow each other", ".\r\n.\r\n", "..\r\n..\r\n.\r\n"},
    {"a dot inside a line", "a.\r\nb.c\r\n", "a.\r\nb.c\r\n.\r\n"},
    {"RFC 5321 section 4.1.1.4, no extra CRLF", "a\r\n", "a\r\n.\r\n"},
    {"RFC 5321 section 4.1.1.4, a last line without an ending", "a", "a\r\n.\r\n"},
    {"a last line with only a dot and without an ending", "a\r\n.", "a\r\n..\r\n.\r\n"},
    {"only a dot", ".", "..\r\n.\r\n"},
    {"RFC 5321 section 4.1.1.4, no mail data", "", ".\r\n"},
    {"an empty line at the end", "a\r\n\r\n", "a\r\n\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, lines of a file", "a\n\n.b\n", "a\r\n\r\n..b\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, an LF at the start", "\n.\n", "\r\n..\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, a bare CR", "a\rb\r\n", "a b\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, CR CR LF", "a\r\r\n.b", "a \r\n..b\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, LF CR", "a\n\r.b\n", "a\r\n .b\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, a CR at the start", "\r.b\r\n", " .b\r\n.\r\n"},
    {"RFC 5321 section 2.3.8, a CR at the end", "a\r", "a \r\n.\r\n"},
    {"smuggling: LF.LF", "a\n.\nMAIL", "a\r\n..\r\nMAIL\r\n.\r\n"},
    {"smuggling: LF.CRLF", "a\n.\r\nMAIL", "a\r\n..\r\nMAIL\r\n.\r\n"},
    {"smuggling: CR.CR", "a\r.\rMAIL", "a . MAIL\r\n.\r\n"},
    {"smuggling: CRLF.LF", "a\r\n.\nMAIL", "a\r\n..\r\nMAIL\r\n.\r\n"},
    {"smuggling: CR.CRLF", "a\r.\r\nMAIL", "a .\r\nMAIL\r\n.\r\n"},
    {"NUL is data", "a\0\r\n\0.b"sv, "a\0\r\n\0.b\r\n.\r\n"sv},
};

constexpr bool sends(std::string_view row, std::string_view text, std::string_view wanted) {
    dot_stuffed const data{text};
    if (test::can_allocate()) REQUIRE_SAME(row, data.to_string(), wanted);
    test::text_buffer characters;
    for (char const octet : data) characters.append(octet);
    test::text_buffer joined;
    for (auto const piece : data.pieces()) {
        REQUIRE_SAME(row, piece.empty(), false);
        joined.append(piece);
    }
    return REQUIRE_SAME(row, std::string_view{characters}, wanted) &&
           REQUIRE_SAME(row, std::string_view{joined}, wanted) &&
           REQUIRE_SAME(row, data == wanted, true) && REQUIRE_SAME(row, data.raw(), text) &&
           REQUIRE_SAME(row, data.length(), wanted.size());
}

constexpr bool table_of_texts() {
    for (auto const& row : text_table) sends(row.from, row.text, row.sent);
    return true;
}
CASE("dot_stuffed: characters, pieces and comparison agree", table_of_texts)

constexpr bool carriage_returns_are_reported() {
    std::size_t found[2] = {};
    std::size_t count = 0;
    dot_stuffed{"a\r\n.\rb\n\r"}.diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(problem.code == diagnostic_code::bare_cr && problem.length == 1);
        if (count < 2) found[count] = problem.offset;
        ++count;
    });
    REQUIRE_TRUE(count == 2 && found[0] == 4 && found[1] == 7);
    REQUIRE_TRUE(!dot_stuffed{"a\n.\r\n"}.deviation());
    REQUIRE_TRUE(dot_stuffed{"\r"}.deviation()->code == diagnostic_code::bare_cr);
    return true;
}
CASE("dot_stuffed: each CR that becomes SP is reported", carriage_returns_are_reported)

constexpr bool copies_are_bounded() {
    char buffer[4] = {};
    REQUIRE_TRUE(dot_stuffed{".a"}.copy_to(buffer, 4) == 4);
    REQUIRE_TRUE((std::string_view{buffer, 4} == "..a\r"));
    return true;
}
CASE("dot_stuffed: copy_to writes no more than it is allowed to", copies_are_bounded)

/// What a receiver makes of `text`.
constexpr test::text_buffer received(std::string_view text) {
    test::text_buffer lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const is_crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (is_crlf) ++i;
        if (is_crlf || text[i] == '\n')
            lines.append("\r\n");
        else
            lines.append(text[i] == '\r' ? ' ' : text[i]);
    }
    if (!text.empty() && !text.ends_with('\n')) lines.append("\r\n");
    return lines;
}

constexpr bool comes_back(std::string_view text) {
    test::text_buffer sent;
    for (auto const piece : dot_stuffed{text}.pieces()) sent.append(piece);
    std::string_view const data{sent};
    std::size_t near_misses = 0;
    foldwise::end_of_data_finder finder;
    finder.feed(data, [&](diagnostic const&) { ++near_misses; });
    return REQUIRE_SAME(text, finder.found(), true) && REQUIRE_SAME(text, near_misses, 0u) &&
           REQUIRE_SAME(text, finder.size(), data.size()) &&
           REQUIRE_SAME(text,
                        foldwise::dot_unstuffed{data.substr(0, finder.text_size())} ==
                            std::string_view{received(text)},
                        true) &&
           sends(text, text, data);
}
constexpr bool short_texts_come_back() { return test::for_each_string("\n\r. a", 2, comes_back); }
CASE("dot_stuffed: a receiver finds the end, no near miss, and the text", short_texts_come_back)
TEST_CASE("dot_stuffed: a receiver finds the end, no near miss, and the text, longer texts") {
    CHECK(test::for_each_string("\n\r. a", 6, comes_back));
}

constexpr bool never_empty() {
    REQUIRE_TRUE(!foldwise::dot_stuffed{""}.empty());
    return true;
}
CASE("dot_stuffed: never empty", never_empty)

} // namespace
