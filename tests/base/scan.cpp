#include <foldwise/base/scan.hpp>

#include "../support.hpp"

#include <cstdint>
#include <vector>

namespace {

namespace scan = foldwise::scan;

static_assert(noexcept(scan::octet(test::some_octets, 'a', 0)));
static_assert(noexcept(scan::octet_pair<'a', 'b'>(test::some_octets, 0)));
static_assert(noexcept(scan::line_feed_before_no_wsp(test::some_octets, 0)));
static_assert(noexcept(scan::line_feed_before_wsp(test::some_octets, 0)));
static_assert(noexcept(scan::bare_cr(test::some_octets, 0)));
static_assert(noexcept(scan::not_in(foldwise::wsp, test::some_octets, 0)));
static_assert(noexcept(scan::in(foldwise::wsp, test::some_octets, 0)));

struct scan_row {
    std::string_view from;
    std::string_view bytes;
    std::size_t start;
    std::size_t line_feed;
    std::size_t line_feed_and_f;
    std::size_t end_of_field;
    std::size_t fold;
    std::size_t not_wsp;
};

constexpr scan_row scan_table[] = {
    {"nothing", "", 0, 0, 0, 0, 0, 0},
    {"no hit: the result is the size", "abc", 0, 3, 3, 3, 3, 0},
    {"RFC 5322 section 2.2.3, a folded field", "a\r\n b\r\nc", 0, 2, 8, 6, 2, 0},
    {"RFC 5322 section 2.2.3, HTAB", "a\n\tb\nc", 0, 1, 6, 4, 1, 0},
    {"a line feed at the end ends a field, and is not a fold", "a\n", 0, 1, 2, 1, 2, 0},
    {"a line feed before a CR", "\n\r\n ", 0, 0, 4, 0, 2, 0},
    {"a hit at the start counts", "\nF", 0, 0, 0, 0, 2, 0},
    {"a hit before the start does not", "\nF\nF", 1, 2, 2, 2, 4, 1},
    {"from the end", "\nF", 2, 2, 2, 2, 2, 2},
    {"RFC 4155, two line feeds before From", "a\n\nFrom ", 0, 1, 2, 1, 8, 0},
    {"white space only", " \t ", 0, 3, 3, 3, 3, 3},
    {"white space from the middle", "a \t\n", 1, 3, 4, 3, 4, 3},
    {"octets beyond ASCII", "\x8A\xC6\n\xA0", 0, 2, 4, 2, 4, 0},
    {"NUL is an octet", {"\0\n\0F", 4}, 0, 1, 4, 1, 4, 0},
};

constexpr bool table_of_scans() {
    for (auto const& row : scan_table) {
        REQUIRE_SAME(row.from, scan::octet(row.bytes, '\n', row.start), row.line_feed);
        REQUIRE_SAME(row.from, scan::octet_pair<'\n', 'F'>(row.bytes, row.start),
                     row.line_feed_and_f);
        REQUIRE_SAME(row.from, scan::line_feed_before_no_wsp(row.bytes, row.start),
                     row.end_of_field);
        REQUIRE_SAME(row.from, scan::line_feed_before_wsp(row.bytes, row.start), row.fold);
        REQUIRE_SAME(row.from, scan::not_in(foldwise::wsp, row.bytes, row.start), row.not_wsp);
    }
    REQUIRE_SAME("a CR before a letter", scan::bare_cr("a\r\nb\rc\r", 0), std::size_t{4});
    REQUIRE_SAME("a CR before CRLF", scan::bare_cr("\r\r\n", 0), std::size_t{0});
    REQUIRE_SAME("a CR at the end", scan::bare_cr("a\r\n\r", 0), std::size_t{3});
    REQUIRE_SAME("from the end", scan::bare_cr("\r", 1), std::size_t{1});
    REQUIRE_SAME("CRLF only", scan::bare_cr("\r\na\r\n", 0), std::size_t{5});
    REQUIRE_SAME("one of two", scan::one_of<'?', ' '>("utf-8?q x", 0), std::size_t{5});
    REQUIRE_SAME("none of two", scan::one_of<'?', ' '>("utf-8", 1), std::size_t{5});
    REQUIRE_SAME("visible", scan::not_visible_or<'@', '>'>("a.b>c@d", 0), std::size_t{3});
    REQUIRE_SAME("not visible", scan::not_visible_or<'@'>("a.b c@d", 0), std::size_t{3});
    REQUIRE_SAME("ASCII", scan::is_ascii_without<'='>("a b\n") && scan::is_ascii_without<'='>(""),
                 true);
    REQUIRE_SAME("the octet", scan::is_ascii_without<'='>("a=b"), false);
    REQUIRE_SAME("not ASCII", scan::is_ascii_without<'='>("a\x80"), false);
    REQUIRE_SAME("a field", scan::line_feed_before_end_or<'c'>("a: b\nCc: d\n\n", 0),
                 std::size_t{4});
    REQUIRE_SAME("a letter", scan::line_feed_before("a: b\nCc: d\n", 0, 'c'), std::size_t{4});
    REQUIRE_SAME("the last octet", scan::line_feed_before("a\n", 0, 'c'), std::size_t{2});
    REQUIRE_SAME("an end", scan::line_feed_before_end_or<'c'>("a: b\n c\n\n", 0), std::size_t{7});
    return true;
}
CASE("scan: a search returns the first hit from the start on, or the size", table_of_scans)

struct place {
    std::string_view bytes;
    std::size_t from;
    std::string to_string() const { return std::string{bytes} + ", from " + std::to_string(from); }
};

/// The first offset, from `from` on, for which `hit` is true; else the size.
template <class F>
constexpr std::size_t first_from(std::string_view bytes, std::size_t from, F hit) {
    while (from < bytes.size() && !hit(from)) ++from;
    return from;
}

/// Whether every search returns what a loop over single octets returns.
constexpr bool agrees_with_a_loop(std::string_view bytes, std::size_t from) {
    // The octet after offset `i`; -1 if there is none.
    auto const next = [bytes](std::size_t i) { return i + 1 < bytes.size() ? bytes[i + 1] : -1; };
    auto const is_line_feed = [=](std::size_t i) { return bytes[i] == '\n'; };
    auto const is_pair = [=](std::size_t i) { return bytes[i] == '\n' && next(i) == 'F'; };
    auto const is_before_ending = [=](std::size_t i) {
        return bytes[i] == '\n' && (next(i) == '\n' || next(i) == '\r');
    };
    auto const is_twice = [=](std::size_t i) { return bytes[i] == '\n' && next(i) == '\n'; };
    auto const is_fold = [=](std::size_t i) {
        return bytes[i] == '\n' && (next(i) == ' ' || next(i) == '\t');
    };
    auto const is_end = [=](std::size_t i) { return bytes[i] == '\n' && !is_fold(i); };
    auto const is_before_end_or_f = [=](std::size_t i) {
        return bytes[i] == '\n' && next(i) != -1 &&
               std::string_view{"\n\r*-Ff"}.find(static_cast<char>(next(i))) !=
                   std::string_view::npos;
    };
    auto const is_before_f = [=](std::size_t i) {
        return bytes[i] == '\n' && (next(i) == 'F' || next(i) == 'f');
    };
    auto const is_before_dot = [=](std::size_t i) {
        return (bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\0') && next(i) == '.';
    };
    auto const is_wsp = [=](std::size_t i) { return bytes[i] == ' ' || bytes[i] == '\t'; };
    auto const is_no_wsp = [=](std::size_t i) { return !is_wsp(i); };

    place const row{bytes, from};
    return REQUIRE_SAME(row, scan::octet(bytes, '\n', from),
                        first_from(bytes, from, is_line_feed)) &&
           REQUIRE_SAME(row, scan::line_feed(bytes, from), first_from(bytes, from, is_line_feed)) &&
           REQUIRE_SAME(row, scan::octet_pair<'\n', 'F'>(bytes, from),
                        first_from(bytes, from, is_pair)) &&
           REQUIRE_SAME(row, scan::octet_pair<'\n', '\n'>(bytes, from),
                        first_from(bytes, from, is_twice)) &&
           REQUIRE_SAME(row, scan::line_feed_before_no_wsp(bytes, from),
                        first_from(bytes, from, is_end)) &&
           REQUIRE_SAME(row, scan::line_feed_before_wsp(bytes, from),
                        first_from(bytes, from, is_fold)) &&
           REQUIRE_SAME(row, scan::line_feed_before_line_ending(bytes, from),
                        first_from(bytes, from, is_before_ending)) &&
           REQUIRE_SAME(row, scan::line_feed_before_end_or<'f'>(bytes, from),
                        first_from(bytes, from, is_before_end_or_f)) &&
           REQUIRE_SAME(row, scan::line_feed_before(bytes, from, 'f'),
                        first_from(bytes, from, is_before_f)) &&
           REQUIRE_SAME(row, scan::line_ending_before_dot(bytes, from),
                        first_from(bytes, from, is_before_dot)) &&
           REQUIRE_SAME(row, scan::in(foldwise::wsp, bytes, from),
                        first_from(bytes, from, is_wsp)) &&
           REQUIRE_SAME(row, scan::not_in(foldwise::wsp, bytes, from),
                        first_from(bytes, from, is_no_wsp));
}

constexpr bool all_strings_agree(std::size_t longest) {
    return test::for_each_string("\n\r \tF.", longest, [](std::string_view bytes) {
        for (std::size_t from = 0; from <= bytes.size(); ++from)
            if (!agrees_with_a_loop(bytes, from)) return false;
        return true;
    });
}
constexpr bool short_strings_agree() { return all_strings_agree(2); }
CASE("scan: each search agrees with a loop", short_strings_agree)
TEST_CASE("scan: each search agrees with a loop, longer strings") { CHECK(all_strings_agree(6)); }

// A hit at each place of texts of 1 to 79 octets. The allocation ends with the bytes, so that a
// sanitizer reports a read after them.
TEST_CASE("scan: each search finds a hit at any place, and reads nothing after the bytes") {
    for (std::size_t size = 1; size < 80; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (std::string_view const hit : {"\n", "\n ", "\n\t", "\nF", "\n\n", "\n-", "x"}) {
                std::vector<char> octets(size, ' ');
                for (std::size_t i = 0; i < hit.size() && at + i < size; ++i)
                    octets[at + i] = hit[i];
                std::string_view const bytes{octets.data(), size};
                for (std::size_t const from : {std::size_t{0}, at / 2, at, at + 1})
                    if (!agrees_with_a_loop(bytes, from)) return;
            }
    CHECK(agrees_with_a_loop("\n", 0));
}

constexpr bool line_feeds_are_bits() {
    char octets[192] = {};
    for (std::size_t const at : {0u, 1u, 15u, 16u, 47u, 48u, 63u, 64u, 127u, 190u, 191u})
        octets[at] = '\n';
    octets[2] = '\r';
    octets[3] = static_cast<char>(0x8A);
    std::uint64_t bits[3] = {};
    scan::line_feed_bits(octets, 3, bits);
    REQUIRE_TRUE(bits[0] == (1u | 2u | 1u << 15 | 1u << 16 | std::uint64_t{1} << 47 |
                             std::uint64_t{1} << 48 | std::uint64_t{1} << 63));
    REQUIRE_TRUE(bits[1] == (1u | std::uint64_t{1} << 63));
    REQUIRE_TRUE(bits[2] == (std::uint64_t{3} << 62));
    return true;
}
CASE("scan: line_feed_bits sets a bit for each line feed of its blocks", line_feeds_are_bits)

// The octets after the view exist, and would be hits.
constexpr bool nothing_after_the_view_is_a_hit() {
    constexpr std::string_view more = "ab\n \nF\n\n";
    for (std::size_t size = 0; size <= more.size(); ++size)
        for (std::size_t from = 0; from <= size; ++from)
            REQUIRE_TRUE(agrees_with_a_loop(more.substr(0, size), from));
    return true;
}
CASE("scan: nothing after the end of the view is a hit", nothing_after_the_view_is_a_hit)

} // namespace
