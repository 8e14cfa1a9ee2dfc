#include <foldwise/base/cursor.hpp>

#include "../support.hpp"

namespace {

using foldwise::char_class;
using foldwise::cursor;

static_assert(std::is_trivially_copyable_v<cursor>);
static_assert(noexcept(cursor{test::some_octets}.at_end()) &&
              noexcept(cursor{test::some_octets}.position()));
static_assert(noexcept(cursor{test::some_octets}.rest()) &&
              noexcept(cursor{test::some_octets}.sees('a')));
static_assert(noexcept(cursor{test::some_octets}.sees(foldwise::digit)) &&
              noexcept(cursor{test::some_octets}.skip('a')));
static_assert(noexcept(cursor{test::some_octets}.skip(foldwise::digit)) &&
              noexcept(cursor{test::some_octets}.skip(test::some_octets)));
static_assert(noexcept(cursor{test::some_octets}.take_while(foldwise::digit)) &&
              noexcept(cursor{test::some_octets}.take(1)));

constexpr bool a_date_is_read_from_front_to_back() {
    constexpr std::string_view date = "15 Dec 2014"; // RFC 5322 section 3.3
    cursor in{date};
    REQUIRE_SAME(date, in.position(), 0u);
    REQUIRE_SAME(date, in.take_while(foldwise::digit), "15");
    REQUIRE_SAME(date, in.position(), 2u);
    REQUIRE_SAME(date, in.skip(' '), true);
    REQUIRE_SAME(date, in.skip("Jan"), false);
    REQUIRE_SAME(date, in.position(), 3u);
    REQUIRE_SAME(date, in.skip("Dec"), true);
    REQUIRE_SAME(date, in.skip(foldwise::digit), false);
    REQUIRE_SAME(date, in.skip(foldwise::wsp), true);
    REQUIRE_SAME(date, in.rest(), "2014");
    REQUIRE_SAME(date, in.take(2), "20");
    REQUIRE_SAME(date, in.at_end(), false);
    REQUIRE_SAME(date, in.take(99), "14");
    REQUIRE_SAME(date, in.at_end(), true);
    REQUIRE_SAME(date, in.position(), date.size());
    return true;
}
CASE("cursor: a date is read from front to back", a_date_is_read_from_front_to_back)

// Checks each step from each place in `text`: the octets passed and the octets left are the text.
constexpr bool each_step_passes_what_it_says() {
    constexpr std::string_view text = "a1\xC3\xA4\r\n\0 b"; // text.size() stops at NUL
    constexpr std::string_view bytes{text.data(), 9};
    for (std::size_t at = 0; at <= bytes.size(); ++at) {
        auto const rest = bytes.substr(at);
        cursor start{bytes};
        REQUIRE_SAME(rest, start.take(at), bytes.substr(0, at));
        REQUIRE_SAME(rest, start.position(), at);
        REQUIRE_SAME(rest, start.rest(), rest);
        REQUIRE_SAME(rest, start.at_end(), rest.empty());

        for (int value = 0; value < 256; ++value) {
            auto const octet = static_cast<char>(value);
            bool const wanted = !rest.empty() && rest[0] == octet;
            REQUIRE_SAME(rest, start.sees(octet), wanted);
            auto in = start;
            REQUIRE_SAME(rest, in.skip(octet), wanted);
            REQUIRE_SAME(rest, in.position(), at + wanted);
        }
        for (std::size_t count = 0; count < 12; ++count) {
            auto in = start;
            REQUIRE_SAME(rest, in.take(count), rest.substr(0, count));
            REQUIRE_SAME(rest, in.rest(), count < rest.size() ? rest.substr(count) : "");
        }
        for (std::size_t size = 0; size <= rest.size(); ++size) {
            auto in = start;
            REQUIRE_SAME(rest, in.skip(rest.substr(0, size)), true);
            REQUIRE_SAME(rest, in.rest(), rest.substr(size));
        }
    }
    return true;
}
CASE("cursor: each step passes the right octets, from every place", each_step_passes_what_it_says)

struct take_row {
    std::string_view from;
    std::string_view bytes;
    char_class set;
    std::string_view taken;
};

constexpr take_row take_table[] = {
    {"RFC 5322 section 3.6.8, a name ends at its colon", "Date: x", foldwise::ftext, "Date"},
    {"RFC 5322 section 3.6.8, 8-bit octets are no ftext", "D\xE4te:", foldwise::ftext, "D"},
    {"RFC 5322 section 3.2.3, a dot is no atext", "a.b", foldwise::atext, "a"},
    {"no octet", ".a", foldwise::atext, ""},
    {"all octets", "0123", foldwise::digit, "0123"},
    {"nothing to take", "", foldwise::digit, ""},
    {"an empty set", "a", char_class{}, ""},
    {"every octet, NUL too", {"\0\xFF\0", 3}, char_class::range(0, 0xFF), {"\0\xFF\0", 3}},
};

constexpr bool table_of_takes() {
    for (auto const& row : take_table) {
        cursor in{row.bytes};
        REQUIRE_SAME(row.from, in.sees(row.set), !row.taken.empty());
        REQUIRE_SAME(row.from, in.take_while(row.set), row.taken);
        REQUIRE_SAME(row.from, in.position(), row.taken.size());
        REQUIRE_SAME(row.from, in.sees(row.set), false);
        REQUIRE_SAME(row.from, in.take_while(row.set), "");
        REQUIRE_SAME(row.from, in.skip(row.set), false);

        cursor one_by_one{row.bytes};
        for (std::size_t i = 0; i < row.taken.size(); ++i)
            REQUIRE_SAME(row.from, one_by_one.skip(row.set), true);
        REQUIRE_SAME(row.from, one_by_one.skip(row.set), false);
        REQUIRE_SAME(row.from, one_by_one.rest(), row.bytes.substr(row.taken.size()));
    }
    return true;
}
CASE("cursor: take_while and skip pass the octets of a set, and no others", table_of_takes)

constexpr bool text_is_skipped_whole_or_not_at_all() {
    cursor in{"From"};
    REQUIRE_SAME("From", in.skip("From "), false);
    REQUIRE_SAME("From", in.position(), 0u);
    REQUIRE_SAME("From", in.skip("from"), false);
    REQUIRE_SAME("From", in.skip(""), true);
    REQUIRE_SAME("From", in.position(), 0u);
    REQUIRE_SAME("From", in.skip("From"), true);
    REQUIRE_SAME("From", in.skip("F"), false);
    REQUIRE_SAME("From", in.skip(""), true);
    return true;
}
CASE("cursor: a text is skipped as a whole or not at all", text_is_skipped_whole_or_not_at_all)

constexpr bool at_the_end_there_is_nothing_to_pass() {
    for (cursor in : {cursor{}, cursor{""}}) {
        REQUIRE_SAME("nothing", in.at_end(), true);
        REQUIRE_SAME("nothing", in.sees('\0'), false);
        REQUIRE_SAME("nothing", in.skip('\0'), false);
        REQUIRE_SAME("nothing", in.sees(char_class::range(0, 0xFF)), false);
        REQUIRE_SAME("nothing", in.skip("a"), false);
        REQUIRE_SAME("nothing", in.take(1), "");
        REQUIRE_SAME("nothing", in.rest(), "");
        REQUIRE_SAME("nothing", in.position(), 0u);
    }
    return true;
}
CASE("cursor: at the end there is nothing to take and nothing to skip",
     at_the_end_there_is_nothing_to_pass)

} // namespace
