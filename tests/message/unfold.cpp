#include <foldwise/message/unfold.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::unfolded;

static_assert(std::ranges::forward_range<unfolded>);
static_assert(std::ranges::view<unfolded>);
static_assert(std::ranges::borrowed_range<unfolded>);
static_assert(std::is_trivially_copyable_v<unfolded>);

struct unfold_row {
    std::string_view from;    // the source of the case
    std::string_view raw;     // the octets in the message
    std::string_view text;    // raw, unfolded
    std::string_view trimmed; // raw, without folding white space at the ends
    std::size_t pieces;       // number of contiguous pieces of the text
};

constexpr unfold_row unfold_table[] = {
    {"RFC 5322 section 2.2.3", "a\r\n b", "a b", "a\r\n b", 2},
    {"RFC 5322 section 2.2.3, HTAB", "a\r\n\tb", "a\tb", "a\r\n\tb", 2},
    {"DESIGN section 3, LF alone", "a\n\tb", "a\tb", "a\n\tb", 2},
    {"DESIGN section 3, a bare CR is data", "a\r b", "a\r b", "a\r b", 1},
    {"a bare CR before a fold", "a\r\r\n b", "a\r b", "a\r\r\n b", 2},
    {"not folded", "a b", "a b", "a b", 1},
    {"nothing", "", "", "", 0},
    {"a fold at the start", "\r\n a", " a", "a", 1},
    {"RFC 5322 section 4.2, lines of white space only", "a\n \n\t\n b", "a \t b", "a\n \n\t\n b",
     4},
    {"white space only", " \r\n \t", "  \t", "", 2},
    {"white space lines at both ends", " \r\n \r\n a \n ", "   a  ", "a", 4},
    {"a line feed that no white space follows is data", "a\nb\n", "a\nb\n", "a\nb\n", 1},
    {"a line feed at the end is data", "a \n", "a \n", "a \n", 1},
    {"CRLF at the end is data", "a\r\n", "a\r\n", "a\r\n", 1},
    {"a CR at the end is data", "a\r ", "a\r ", "a\r", 1},
    {"CRLF and white space at the end", "a\r\n \r\n\t", "a \t", "a", 3},
    {"HTAB at both ends", "\t\n\ta\t\n\t", "\t\ta\t\t", "a", 3},
    {"the octet next to SP is data", "!ab", "!ab", "!ab", 1},
    {"NUL is data", {"\0\n \0", 4}, {"\0 \0", 3}, {"\0\n \0", 4}, 2},
};

constexpr bool table_of_unfolded_values() {
    for (auto const& row : unfold_table) {
        unfolded const value{row.raw};
        if (test::can_allocate()) REQUIRE_SAME(row.from, value.to_string(), row.text);
        REQUIRE_SAME(row.from, value == row.text, true);
        REQUIRE_SAME(row.from, value.length(), row.text.size());
        REQUIRE_SAME(row.from, value.raw(), row.raw);
        REQUIRE_SAME(row.from, value.empty(), row.text.empty());

        test::text_buffer characters;
        for (char const octet : value) characters.append(octet);
        REQUIRE_SAME(row.from, std::string_view{characters}, row.text);

        std::size_t pieces = 0;
        test::text_buffer joined;
        for (auto const piece : value.pieces()) {
            REQUIRE_SAME(row.from, piece.empty(), false);
            joined.append(piece);
            ++pieces;
        }
        REQUIRE_SAME(row.from, std::string_view{joined}, row.text);
        REQUIRE_SAME(row.from, pieces, row.pieces);
        REQUIRE_SAME(row.from, value.contiguous().has_value(), row.pieces <= 1);
        if (auto const whole = value.contiguous()) REQUIRE_SAME(row.from, *whole, row.text);
    }
    return true;
}
CASE("unfold: characters, pieces and comparison agree", table_of_unfolded_values)

constexpr bool table_of_trimmed_values() {
    for (auto const& row : unfold_table) {
        REQUIRE_SAME(row.from, foldwise::trim_fws(row.raw), row.trimmed);
    }
    return true;
}
CASE("unfold: trim_fws removes folding white space from both ends", table_of_trimmed_values)

constexpr bool comparison_needs_all_of_both() {
    REQUIRE_TRUE(!(unfolded{"a\n b"} == "a "));
    REQUIRE_TRUE(!(unfolded{"a\n b"} == "a b "));
    REQUIRE_TRUE(!(unfolded{"a\n b"} == "a\n b"));
    REQUIRE_TRUE(unfolded{"a\n b"} != "");
    return true;
}
CASE("unfold: a comparison uses all octets of both sides", comparison_needs_all_of_both)

constexpr bool copies_are_bounded() {
    char buffer[4] = {};
    REQUIRE_TRUE(unfolded{"ab\n cd"}.copy_to(buffer, 4) == 4);
    REQUIRE_TRUE((std::string_view{buffer, 4} == "ab c"));
    REQUIRE_TRUE(unfolded{"x\n y"}.copy_to(buffer, 4) == 3);
    REQUIRE_TRUE((std::string_view{buffer, 4} == "x yc"));
    REQUIRE_TRUE(unfolded{"abc"}.copy_to(buffer, 0) == 0);
    return true;
}
CASE("unfold: copy_to writes no more than it is allowed to", copies_are_bounded)

constexpr bool appending_keeps_what_was_there() {
    if (!test::can_allocate()) return true;
    std::string text = "Subject: ";
    unfolded{"a\n b"}.append_to(text);
    REQUIRE_TRUE(text == "Subject: a b");
    return true;
}
CASE("unfold: append_to appends", appending_keeps_what_was_there)

constexpr bool algorithms_work_on_it() {
    unfolded const value{"a\r\n b\r\n c"};
    REQUIRE_TRUE(std::ranges::count(value, ' ') == 2);
    REQUIRE_TRUE(std::ranges::equal(value, std::string_view{"a b c"}));
    REQUIRE_TRUE(*std::ranges::find(value, 'c') == 'c');
    return true;
}
CASE("unfold: std::ranges algorithms accept it", algorithms_work_on_it)

// Starts at every place, also between the CR and the LF of a fold.
constexpr bool cuts_are_found_where_they_are(std::size_t longest) {
    return test::for_each_string("\n\r a", longest, [](std::string_view bytes) {
        foldwise::folds const folds;
        for (std::size_t from = 0; from <= bytes.size(); ++from) {
            auto cut = from;
            while (cut < bytes.size() && folds.cut_at(bytes, cut) == 0) ++cut;
            if (!REQUIRE_SAME(bytes, folds.find_cut(bytes, from), cut)) return false;
        }
        return true;
    });
}
constexpr bool short_cuts_are_found() { return cuts_are_found_where_they_are(3); }
CASE("unfold: find_cut returns the next place where cut_at cuts", short_cuts_are_found)
TEST_CASE("unfold: find_cut returns the next place where cut_at cuts, longer values") {
    CHECK(cuts_are_found_where_they_are(6));
}

/// Unfolds by the rule of RFC 5322 section 2.2.3, one octet at a time.
constexpr test::text_buffer unfold(std::string_view bytes) {
    auto const is = [bytes](std::size_t at, char octet) {
        return at < bytes.size() && bytes[at] == octet;
    };
    test::text_buffer text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto const line_feed = is(i, '\r') ? i + 1 : i;
        bool const folded =
            is(line_feed, '\n') && (is(line_feed + 1, ' ') || is(line_feed + 1, '\t'));
        if (folded)
            i = line_feed;
        else
            text.append(bytes[i]);
    }
    return text;
}

constexpr std::string_view without_wsp_at_the_ends(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

constexpr bool agrees_with_one_octet_at_a_time(std::size_t longest) {
    return test::for_each_string("\n\r a\t", longest, [](std::string_view bytes) {
        auto const buffer = unfold(bytes);
        std::string_view const text{buffer};
        unfolded const value{bytes};

        std::size_t at = 0;
        for (char const octet : value) {
            if (!REQUIRE_SAME(bytes, octet, at < text.size() ? text[at] : '#')) return false;
            ++at;
        }
        if (!REQUIRE_SAME(bytes, at, text.size())) return false;

        at = 0;
        std::size_t pieces = 0;
        std::size_t end = 0; // where the previous piece ends in the bytes
        for (auto const piece : value.pieces()) {
            if (!REQUIRE_SAME(bytes, piece.empty(), false)) return false;
            auto const start = foldwise::offset_of(bytes, piece);
            if (!REQUIRE_SAME(bytes, ++pieces == 1 || start > end, true)) return false;
            end = start + piece.size();
            if (!REQUIRE_SAME(bytes, piece, text.substr(at, piece.size()))) return false;
            at += piece.size();
        }
        if (!REQUIRE_SAME(bytes, at, text.size())) return false;

        auto const whole = value.contiguous();
        if (!REQUIRE_SAME(bytes, whole.has_value(), pieces <= 1)) return false;
        if (whole)
            if (!REQUIRE_SAME(bytes, *whole, text)) return false;
        if (test::can_allocate() && !REQUIRE_SAME(bytes, value.to_string(), text)) return false;

        // Trimming before unfolding gives the same text as trimming after it.
        auto const trimmed = foldwise::trim_fws(bytes);
        return REQUIRE_SAME(bytes, unfolded{trimmed} == without_wsp_at_the_ends(text), true) &&
               REQUIRE_SAME(bytes, foldwise::trim_fws(trimmed), trimmed) &&
               REQUIRE_SAME(bytes, value == text, true) &&
               REQUIRE_SAME(bytes, value.length(), text.size());
    });
}
constexpr bool short_values_agree() { return agrees_with_one_octet_at_a_time(3); }
CASE("unfold: every way to read a value agrees with a loop over single octets", short_values_agree)
TEST_CASE("unfold: every way to read a value agrees with a loop, longer values") {
    CHECK(agrees_with_one_octet_at_a_time(6));
}

} // namespace
