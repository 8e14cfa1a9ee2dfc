#include <foldwise/mail_data/dot_unstuffed.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::dot_unstuffed;
using foldwise::line_ending;
using foldwise::stuffed_dots;

static_assert(std::ranges::forward_range<dot_unstuffed>);
static_assert(std::ranges::view<dot_unstuffed>);
static_assert(std::ranges::borrowed_range<dot_unstuffed>);
static_assert(std::is_trivially_copyable_v<dot_unstuffed>);

struct data_row {
    std::string_view from; // the source of the case
    std::string_view raw;  // as received
    std::string_view text; // without the dots that were added
    std::size_t pieces;    // number of contiguous pieces of the text
};

constexpr data_row data_table[] = {
    {"RFC 5321 section 4.5.2, a dot was added", "a\r\n..b\r\n", "a\r\n.b\r\n", 2},
    {"RFC 5321 section 4.5.2, at the start of the data", "..a\r\n", ".a\r\n", 1},
    {"RFC 5321 section 4.5.2, two dots and one added", "...\r\n", "..\r\n", 1},
    {"RFC 5321 section 4.5.2, a dot that the client did not double", "a\r\n.b\r\n", "a\r\nb\r\n",
     2},
    {"RFC 5321 section 4.5.2, a line of one dot that was doubled", "..\r\n", ".\r\n", 1},
    {"RFC 5321 section 4.5.2, lines that follow each other", "..\r\n..\r\n", ".\r\n.\r\n", 2},
    {"a line with only a dot has no dot that was added", "a\r\n.\r\nb\r\n", "a\r\n.\r\nb\r\n", 1},
    {"the same at the start", ".\r\n", ".\r\n", 1},
    {"the same, more follows", ".\r\n..\r\n", ".\r\n.\r\n", 2},
    {"a dot that ends the bytes", "a\r\n.", "a\r\n.", 1},
    {"only a dot", ".", ".", 1},
    {"no dot", "a\r\n", "a\r\n", 1},
    {"a dot inside a line", "a.\r\nb..c\r\n", "a.\r\nb..c\r\n", 1},
    {"nothing", "", "", 0},
    {"RFC 5321 section 2.3.8, a bare LF ends no line", "a\n..b\r\n", "a\n..b\r\n", 1},
    {"RFC 5321 section 2.3.8, a bare CR ends no line", "a\r..b\r\n", "a\r..b\r\n", 1},
    {"RFC 5321 section 2.3.8, LF CR", "a\n\r..b\r\n", "a\n\r..b\r\n", 1},
    {"RFC 5321 section 2.3.8, an LF at the very start", "\n..b\r\n", "\n..b\r\n", 1},
    {"a CR before a CRLF", "a\r\r\n..b\r\n", "a\r\r\n.b\r\n", 2},
    {"a dot before a bare LF is not alone", "a\r\n.\nb\r\n", "a\r\n\nb\r\n", 2},
    {"a dot before a bare CR is not alone", "a\r\n.\rb\r\n", "a\r\n\rb\r\n", 2},
    {"a dot before a CR that ends the bytes", "a\r\n.\r", "a\r\n\r", 2},
    {"a dot before NUL", {"a\r\n.\0\r\n", 7}, {"a\r\n\0\r\n", 6}, 2},
    {"NUL at the start of a line", {"a\r\n\0.\r\n", 7}, {"a\r\n\0.\r\n", 7}, 1},
};

constexpr bool reads_as(std::string_view row, dot_unstuffed const& data, std::string_view text) {
    if (test::can_allocate()) REQUIRE_SAME(row, data.to_string(), text);
    REQUIRE_SAME(row, data == text, true);
    REQUIRE_SAME(row, data.length(), text.size());
    REQUIRE_SAME(row, data.empty(), text.empty());
    test::text_buffer characters;
    for (char const octet : data) characters.append(octet);
    REQUIRE_SAME(row, std::string_view{characters}, text);
    std::size_t pieces = 0;
    test::text_buffer joined;
    for (auto const piece : data.pieces()) {
        REQUIRE_SAME(row, piece.empty(), false);
        joined.append(piece);
        ++pieces;
    }
    REQUIRE_SAME(row, std::string_view{joined}, text);
    REQUIRE_SAME(row, data.contiguous().has_value(), pieces <= 1);
    if (auto const whole = data.contiguous()) REQUIRE_SAME(row, *whole, text);
    return true;
}

constexpr bool table_of_mail_data() {
    for (auto const& row : data_table) {
        dot_unstuffed const data{row.raw};
        REQUIRE_SAME(row.from, data.raw(), row.raw);
        reads_as(row.from, data, row.text);
        std::size_t pieces = 0;
        for ([[maybe_unused]] auto const piece : data.pieces()) ++pieces;
        REQUIRE_SAME(row.from, pieces, row.pieces);
    }
    return true;
}
CASE("dot_unstuffed: characters, pieces and comparison agree", table_of_mail_data)

constexpr bool in_recorded_data_an_lf_may_stand_for_a_crlf() {
    constexpr stuffed_dots recorded{line_ending::lf};
    reads_as("LF", dot_unstuffed{"a\n..b\n.\n.c\n", recorded}, "a\n.b\n.\nc\n");
    reads_as("LF, at both ends", dot_unstuffed{"..a\n.", recorded}, ".a\n.");
    reads_as("a bare CR", dot_unstuffed{"a\r..b\n.\rc\n", recorded}, "a\r..b\n\rc\n");
    return true;
}
CASE("dot_unstuffed: in recorded data, an LF may stand for a CRLF",
     in_recorded_data_an_lf_may_stand_for_a_crlf)

constexpr bool copies_are_bounded() {
    char buffer[4] = {};
    REQUIRE_TRUE(dot_unstuffed{"a\r\n..b"}.copy_to(buffer, 4) == 4);
    REQUIRE_TRUE((std::string_view{buffer, 4} == "a\r\n."));
    REQUIRE_TRUE(dot_unstuffed{"..x"}.copy_to(buffer, 4) == 2);
    REQUIRE_TRUE((std::string_view{buffer, 4} == ".x\n."));
    return true;
}
CASE("dot_unstuffed: copy_to writes no more than it is allowed to", copies_are_bounded)

// Starts at every place, also between the CR and the LF of a line ending.
constexpr bool cuts_are_found_where_they_are(std::size_t longest) {
    return test::for_each_string("\n\r.a", longest, [](std::string_view bytes) {
        for (auto const ending : {line_ending::crlf, line_ending::lf}) {
            stuffed_dots const dots{ending};
            for (std::size_t from = 0; from <= bytes.size(); ++from) {
                auto cut = from;
                while (cut < bytes.size() && dots.cut_at(bytes, cut) == 0) ++cut;
                if (!REQUIRE_SAME(bytes, dots.find_cut(bytes, from), cut)) return false;
            }
        }
        return true;
    });
}
constexpr bool short_cuts_are_found() { return cuts_are_found_where_they_are(3); }
CASE("dot_unstuffed: find_cut returns the next place where cut_at cuts", short_cuts_are_found)
TEST_CASE("dot_unstuffed: find_cut returns the next place where cut_at cuts, longer data") {
    CHECK(cuts_are_found_where_they_are(7));
}

/// Drops dots by the rule of RFC 5321 section 4.5.2, line by line.
constexpr test::text_buffer unstuffed(std::string_view bytes) {
    test::text_buffer text;
    while (!bytes.empty()) {
        auto const ending = bytes.find("\r\n");
        auto const line = bytes.substr(0, ending);
        if (line.starts_with('.') && line != ".")
            text.append(line.substr(1));
        else
            text.append(line);
        if (ending == bytes.npos) break;
        text.append("\r\n");
        bytes.remove_prefix(ending + 2);
    }
    return text;
}

constexpr bool agrees_with_one_line_at_a_time(std::size_t longest) {
    return test::for_each_string("\n\r.a", longest, [](std::string_view bytes) {
        auto const text = unstuffed(bytes);
        reads_as(bytes, dot_unstuffed{bytes}, text);
        return REQUIRE_SAME(bytes, dot_unstuffed{bytes} == std::string_view{text}, true);
    });
}
constexpr bool short_data_agrees() { return agrees_with_one_line_at_a_time(3); }
CASE("dot_unstuffed: every way to read data agrees with a loop over lines", short_data_agrees)
TEST_CASE("dot_unstuffed: every way to read data agrees with a loop over lines, longer data") {
    CHECK(agrees_with_one_line_at_a_time(7));
}

} // namespace
