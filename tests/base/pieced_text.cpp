#include <foldwise/base/pieced_text.hpp>

#include "../support.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>

namespace {

/// A text of at most three pieces.
struct joined : foldwise::pieced_text<joined> {
    std::array<std::string_view, 3> all;
    std::size_t count;

    constexpr joined(std::array<std::string_view, 3> const& some, std::size_t how_many)
        : all{some}, count{how_many} {}

    struct range {
        std::string_view const* first;
        std::string_view const* last;
        constexpr std::string_view const* begin() const noexcept { return first; }
        constexpr std::string_view const* end() const noexcept { return last; }
    };
    constexpr range pieces() const noexcept { return {all.data(), all.data() + count}; }
};

static_assert(std::is_trivially_copyable_v<joined>);
static_assert(std::is_empty_v<foldwise::pieced_text<joined>>);
constexpr joined nothing{{}, 0};
static_assert(noexcept(nothing.length()) && noexcept(nothing.copy_to(nullptr, 0)));
static_assert(noexcept(nothing == test::some_octets));

struct text_row {
    joined text;
    std::string_view wanted;
};

constexpr text_row text_table[] = {
    {nothing, ""},
    {{{"a"}, 1}, "a"},
    {{{"ab", "c"}, 2}, "abc"},
    {{{"a", "bc", "def"}, 3}, "abcdef"},
    {{{std::string_view{"\0", 1}, "\r\n"}, 2}, {"\0\r\n", 3}},
};

constexpr bool two_texts_in_pieces() {
    constexpr joined same[] = {{{"abcdef"}, 1}, {{"a", "bcd", "ef"}, 3}, {{"ab", "cdef"}, 2}};
    for (auto const& left : same)
        for (auto const& right : same) REQUIRE_TRUE(left == right);
    constexpr joined others[] = {
        nothing, {{"abcde"}, 1}, {{"abc", "defg"}, 2}, {{"ab", "cdeF"}, 2}};
    for (auto const& left : same)
        for (auto const& right : others) REQUIRE_TRUE(left != right && right != left);
    REQUIRE_TRUE(nothing == nothing);
    return true;
}
CASE("pieced_text: two texts are compared whatever their pieces", two_texts_in_pieces)

constexpr bool lengths_strings_and_comparison() {
    for (auto const& row : text_table) {
        REQUIRE_SAME(row.wanted, row.text.length(), row.wanted.size());
        REQUIRE_TRUE(row.text == row.wanted && row.wanted == row.text);
        if (!test::can_allocate()) continue;
        REQUIRE_SAME(row.wanted, row.text.to_string(), row.wanted);
        std::string text = "x";
        row.text.append_to(text);
        REQUIRE_SAME(row.wanted, text.substr(1), row.wanted);
        REQUIRE_SAME(row.wanted, text[0], 'x');
    }
    return true;
}
CASE("pieced_text: length, string and comparison agree", lengths_strings_and_comparison)

constexpr bool comparison_takes_all_of_both_sides() {
    joined const text{{"a", "bc"}, 2};
    for (std::string_view const other : {"", "a", "ab", "abd", "abcd", "a-bc", "aBc"})
        REQUIRE_SAME(other, text == other, false);
    REQUIRE_TRUE(text != "ab" && "abc" == text);
    return true;
}
CASE("pieced_text: a comparison uses all octets of both sides", comparison_takes_all_of_both_sides)

constexpr bool copies_are_bounded_everywhere() {
    for (auto const& row : text_table)
        for (std::size_t count = 0; count <= row.wanted.size() + 1; ++count) {
            char buffer[16] = {'#', '#', '#', '#', '#', '#', '#', '#', '#'};
            auto const size = std::min(count, row.wanted.size());
            REQUIRE_SAME(row.wanted, row.text.copy_to(buffer, count), size);
            REQUIRE_SAME(row.wanted, (std::string_view{buffer, size}), row.wanted.substr(0, size));
            REQUIRE_SAME(row.wanted, buffer[size], '#');
        }
    return true;
}
CASE("pieced_text: copy_to writes no more than it is allowed to", copies_are_bounded_everywhere)

} // namespace
