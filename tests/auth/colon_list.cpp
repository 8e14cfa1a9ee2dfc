#include <foldwise/auth/colon_list.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::colon_list;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(std::is_trivially_copyable_v<colon_list>);
static_assert(std::ranges::forward_range<colon_list>);
static_assert(std::ranges::view<colon_list>);
static_assert(std::ranges::borrowed_range<colon_list>);
static_assert(!std::is_constructible_v<colon_list, std::string>);

struct item_row {
    std::string_view from;
    std::string_view list;
    std::string_view items; // each followed by "|"; "!" for a diagnostic
};

// With LF; each is checked with CRLF as well.
constexpr item_row item_table[] = {
    {"an empty list is one malformed item", "", "!|"},
    {"white space alone", " \n ", "!|"},
    {"RFC 6376 section 3.5", "from:to:subject:date", "from|to|subject|date|"},
    {"RFC 6376 appendix A.2, white space at the colons",
     "Received : From : To : Subject : Date : Message-ID",
     "Received|From|To|Subject|Date|Message-ID|"},
    {"folded at the colons", "a\n :\n b\n ", "a|b|"},
    {"RFC 6376 section 3.5, q=", "dns/txt:http/foo=20bar", "dns/txt|http/foo=20bar|"},
    {"nothing between two colons", "a::b", "a|!|b|"},
    {"nothing at both ends", ": a :", "!|a|!|"},
    {"white space in an item", "a:b c:d\n e:f", "a|!|!|f|"},
    {"a control character", "a\x01:b", "!|b|"},
    {"non-ASCII octets", "a:\xC3\xA9", "a|!|"},
};

constexpr void check(item_row const& row, std::string_view raw) {
    test::text_buffer items;
    std::size_t passed = 0;
    for (auto const item : colon_list{raw, 100}) {
        auto const end = std::min(raw.find(':', passed), raw.size());
        if (item) {
            REQUIRE_SAME(row.from, foldwise::offset_of(raw, *item) >= passed, true);
        } else {
            diagnostic const problem{diagnostic_code::tag_value_malformed, 100 + passed,
                                     end - passed};
            REQUIRE_SAME(row.from, item.error() == problem, true);
        }
        items.append(item.value_or("!"));
        items.append('|');
        passed = end + 1;
    }
    REQUIRE_SAME(row.from, std::string_view{items}, row.items);
    REQUIRE_SAME(row.from, passed, raw.size() + 1);
}

constexpr bool table_of_items() {
    for (auto const& row : item_table)
        test::with_both_line_endings(row.list, [&row](auto raw) { check(row, raw); });
    REQUIRE_TRUE(colon_list{}.raw().empty() && colon_list{}.begin() == colon_list{}.end());

    diagnostic const missing{diagnostic_code::tag_missing, 7, 0};
    std::size_t count = 0;
    for (auto const item : colon_list{missing}) {
        REQUIRE_TRUE(!item && item.error() == missing);
        ++count;
    }
    REQUIRE_SAME("a list that cannot be read", count, std::size_t{1});
    return true;
}
CASE("colon_list: a malformed item does not affect the others", table_of_items)

TEST_CASE("colon_list: any octets are items and colons") {
    test::for_each_string("ab: \n\r", 6, [](std::string_view raw) {
        auto const colons = static_cast<std::size_t>(std::ranges::count(raw, ':'));
        std::size_t count = 0;
        std::size_t passed = 0;
        for (auto const item : colon_list{raw}) {
            auto const end = std::min(raw.find(':', passed), raw.size());
            auto const between = raw.substr(passed, end - passed);
            auto const wanted = foldwise::trim_fws(between);
            bool const is_item = !wanted.empty() && wanted.find_first_of(" \r\n") == wanted.npos;
            REQUIRE_SAME(raw, item.has_value(), is_item);
            if (item) REQUIRE_SAME(raw, *item, wanted);
            if (!item) REQUIRE_SAME(raw, item.error().offset, passed);
            if (!item) REQUIRE_SAME(raw, item.error().length, between.size());
            passed = end + 1;
            ++count;
        }
        REQUIRE_SAME(raw, count, colons + 1);
        return true;
    });
}

constexpr bool raw_is_what_was_read() {
    REQUIRE_TRUE(foldwise::colon_list{" a:b"}.raw() == " a:b");
    return true;
}
CASE("colon_list: raw() is what was read", raw_is_what_was_read)

} // namespace
