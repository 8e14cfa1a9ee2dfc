#include <foldwise/syntax/comments.hpp>

#include "../support.hpp"

#include <ranges>
#include <string>

namespace {

using foldwise::comments;

static_assert(std::ranges::forward_range<comments>);
static_assert(std::ranges::view<comments>);
static_assert(std::ranges::borrowed_range<comments>);
static_assert(!std::is_constructible_v<comments, std::string>);

struct comment_row {
    std::string_view value;
    std::string_view texts[3]; // an empty text ends the list
};

constexpr comment_row comment_table[] = {
    {"", {}},
    {"a b", {}},
    {"a (b) c", {"b"}},
    {"(a)(b)\n (c\n d)", {"a", "b", "c d"}},
    {"(a (b) \\) c)", {"a (b) ) c"}},
    {"\"(a)\" (b)", {"b"}},
    {"(\") (b", {"\"", "b"}},
    {"\"(a", {}},
    {"(a [b", {"a [b"}},
    {"[(a)] (b)", {"b"}},
    {"[(a", {}},
};

constexpr bool table_of_comments() {
    for (auto const& row : comment_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            std::size_t count = 0;
            for (auto const comment : comments{value}) {
                REQUIRE_SAME(row.value, comment.is(foldwise::token_kind::comment), true);
                REQUIRE_SAME(row.value, comment.text() == row.texts[count++], true);
            }
            REQUIRE_SAME(row.value, count == 3 || row.texts[count].empty(), true);
            REQUIRE_SAME(row.value, comments{value}.first().has_value(), count != 0);
        });
    return true;
}
CASE("comments: it finds the comments of a value, and none in quoted-strings", table_of_comments)

TEST_CASE("comments: any octets have comments in order, inside the text") {
    test::for_each_string("a(\\)\"\n ", 6, [](std::string_view text) {
        std::size_t end = 0;
        for (auto const comment : comments{text}) {
            auto const at = foldwise::offset_of(text, comment.raw());
            REQUIRE_SAME(text, at >= end && comment.raw().front() == '(', true);
            end = at + comment.raw().size();
        }
        REQUIRE_SAME(text, end <= text.size(), true);
        return true;
    });
}

} // namespace
