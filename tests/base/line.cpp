#include <foldwise/base/line.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::line;
using foldwise::line_ending;
using foldwise::lines;

static_assert(std::ranges::forward_range<lines>);
static_assert(std::ranges::view<lines>);
static_assert(std::ranges::borrowed_range<lines>);
static_assert(std::is_trivially_copyable_v<line>);
static_assert(std::is_trivially_copyable_v<lines>);
static_assert(std::is_trivially_copyable_v<lines::iterator>);
static_assert(noexcept(line{test::some_octets}.text()) &&
              noexcept(line{test::some_octets}.ending()));
static_assert(noexcept(*lines{test::some_octets}.begin()) &&
              noexcept(++lines{test::some_octets}.begin()));
static_assert(noexcept(foldwise::without_ending(test::some_octets)) &&
              noexcept(foldwise::ending_of(test::some_octets)));
static_assert(noexcept(foldwise::empty_line_size(test::some_octets, 0)));

struct ending_row {
    std::string_view from;
    std::string_view raw;
    std::string_view text;
    line_ending ending;
};

constexpr ending_row ending_table[] = {
    {"RFC 5322 section 2.1, CRLF", "a\r\n", "a", line_ending::crlf},
    {"DESIGN section 3, LF alone", "a\n", "a", line_ending::lf},
    {"the end of input", "a", "a", line_ending::none},
    {"nothing", "", "", line_ending::none},
    {"an empty line, CRLF", "\r\n", "", line_ending::crlf},
    {"an empty line, LF", "\n", "", line_ending::lf},
    {"DESIGN section 3, a bare CR is data", "a\r", "a\r", line_ending::none},
    {"CR alone", "\r", "\r", line_ending::none},
    {"a CR too many", "a\r\r\n", "a\r", line_ending::crlf},
    {"a CR after the LF", "a\n\r", "a\n\r", line_ending::none},
    {"only one ending is removed, LF CRLF", "a\n\r\n", "a\n", line_ending::crlf},
    {"only one ending is removed, CRLF LF", "a\r\n\n", "a\r\n", line_ending::lf},
    {"white space is not an ending", "a \t", "a \t", line_ending::none},
    {"NUL is data", {"\0\n", 2}, {"\0", 1}, line_ending::lf},
};

constexpr bool table_of_endings() {
    for (auto const& row : ending_table) {
        REQUIRE_SAME(row.from, foldwise::ending_of(row.raw), row.ending);
        REQUIRE_SAME(row.from, foldwise::without_ending(row.raw), row.text);
        REQUIRE_SAME(row.from, foldwise::size_of(row.ending), row.raw.size() - row.text.size());
        REQUIRE_SAME(row.from, line{row.raw}.raw(), row.raw);
        REQUIRE_SAME(row.from, line{row.raw}.text(), row.text);
        REQUIRE_SAME(row.from, line{row.raw}.ending(), row.ending);
    }
    return true;
}
CASE("line: an ending is CRLF, LF or none, and is removed once", table_of_endings)

struct empty_row {
    std::string_view from;
    std::string_view bytes;
    std::size_t at;
    std::size_t size;
};

constexpr empty_row empty_table[] = {
    {"LF", "\n", 0, 1},
    {"CRLF", "\r\n", 0, 2},
    {"LF, with text after it", "\na", 0, 1},
    {"CRLF, with text after it", "\r\na", 0, 2},
    {"after a line", "a\n\r\n", 2, 2},
    {"not at the line's start", "a\n\r\n", 0, 0},
    {"at the end of input", "a\n", 2, 0},
    {"nothing", "", 0, 0},
    {"CR alone", "\r", 0, 0},
    {"two CR", "\r\r\n", 0, 0},
    {"white space only is not empty (RFC 5322 section 4.2)", " \n", 0, 0},
};

constexpr bool table_of_empty_lines() {
    for (auto const& row : empty_table) {
        REQUIRE_SAME(row.from, foldwise::empty_line_size(row.bytes, row.at), row.size);
    }
    return true;
}
CASE("line: an empty line consists of its ending", table_of_empty_lines)

struct lines_row {
    std::string_view from;
    std::string_view bytes;
    std::size_t count;
    std::string_view wanted[4];
};

constexpr lines_row lines_table[] = {
    {"RFC 5322 section 2.1", "a\r\nb\r\n", 2, {"a\r\n", "b\r\n"}},
    {"DESIGN section 3, both endings", "a\nb\r\nc", 3, {"a\n", "b\r\n", "c"}},
    {"nothing has no lines", "", 0, {}},
    {"no line starts after the last ending", "\n", 1, {"\n"}},
    {"empty lines", "\n\r\n\n", 3, {"\n", "\r\n", "\n"}},
    {"DESIGN section 3, a bare CR ends no line", "a\rb\r\r\n\r", 2, {"a\rb\r\r\n", "\r"}},
    {"NUL is data", {"\0\n\0", 3}, 2, {{"\0\n", 2}, {"\0", 1}}},
};

constexpr bool table_of_lines() {
    for (auto const& row : lines_table) {
        lines const all{row.bytes};
        REQUIRE_SAME(row.from, all.empty(), row.count == 0);
        std::size_t count = 0;
        for (auto const each : all) {
            if (count < row.count) REQUIRE_SAME(row.from, each.raw(), row.wanted[count]);
            ++count;
        }
        REQUIRE_SAME(row.from, count, row.count);
    }
    return true;
}
CASE("line: every line feed ends a line, and nothing else does", table_of_lines)

constexpr bool agrees_with_one_octet_at_a_time(std::size_t longest) {
    return test::for_each_string("\n\ra", longest, [](std::string_view bytes) {
        auto it = lines{bytes}.begin();
        std::size_t first = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (bytes[i] != '\n' && i + 1 != bytes.size()) continue;
            if (!REQUIRE_SAME(bytes, it == std::default_sentinel, false)) return false;
            if (!REQUIRE_SAME(bytes, (*it).raw(), bytes.substr(first, i + 1 - first))) return false;
            first = i + 1;
            ++it;
        }
        return REQUIRE_SAME(bytes, it == std::default_sentinel, true);
    });
}
constexpr bool short_inputs_agree() { return agrees_with_one_octet_at_a_time(4); }
CASE("line: lines agree with a loop over single octets", short_inputs_agree)
TEST_CASE("line: lines agree with a loop over single octets, longer inputs") {
    CHECK(agrees_with_one_octet_at_a_time(8));
}

constexpr bool iterators_can_be_kept() {
    lines const all{"a\nb\nc"};
    auto const first = all.begin();
    auto second = first;
    REQUIRE_TRUE(second == first);
    REQUIRE_TRUE(second++ == first);
    REQUIRE_TRUE(second != first);
    REQUIRE_SAME("first", (*first).text(), "a");
    REQUIRE_SAME("first, again", (*first).text(), "a");
    REQUIRE_SAME("second", (*second).text(), "b");
    REQUIRE_SAME("third", (*++second).text(), "c");
    REQUIRE_TRUE(++second == all.end());
    REQUIRE_TRUE(lines::iterator{} == lines::iterator{});
    REQUIRE_TRUE(lines{}.begin() == lines{}.end());
    return true;
}
CASE("line: an iterator can be kept and read again", iterators_can_be_kept)

constexpr bool algorithms_work_on_it() {
    lines const all{"a\n\nb\r\n"};
    REQUIRE_TRUE(std::ranges::distance(all) == 3);
    REQUIRE_TRUE(std::ranges::count(all, "", &line::text) == 1);
    REQUIRE_TRUE((*std::ranges::find(all, line_ending::crlf, &line::ending)).text() == "b");
    return true;
}
CASE("line: std::ranges algorithms accept lines", algorithms_work_on_it)

} // namespace
