#include <foldwise/base/spliced.hpp>

#include "../support.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace {

/// Cuts out each run of one octet, except a run that reaches the end. Checks that it is not called
/// with a place after the bytes.
struct without {
    char octet = '-';

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        REQUIRE_SAME(bytes, at <= bytes.size(), true);
        auto const end = std::min(bytes.find_first_not_of(octet, at), bytes.size());
        return end == bytes.size() ? 0 : end - at;
    }
    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        REQUIRE_SAME(bytes, from <= bytes.size(), true);
        while (from < bytes.size() && cut_at(bytes, from) == 0) ++from;
        return from;
    }
};

/// Cuts nothing, and has no state.
struct nothing {
    constexpr std::size_t cut_at(std::string_view, std::size_t) const noexcept { return 0; }
    constexpr std::size_t find_cut(std::string_view bytes, std::size_t) const noexcept {
        return bytes.size();
    }
};

using text = foldwise::spliced<without>;
using pieces = text::piece_range;

static_assert(std::ranges::forward_range<text>);
static_assert(std::ranges::view<text>);
static_assert(std::ranges::borrowed_range<text>);
static_assert(std::is_same_v<std::ranges::range_reference_t<text>, char const&>);
static_assert(std::forward_iterator<pieces::iterator>);
static_assert(std::is_trivially_copyable_v<text> && std::is_trivially_copyable_v<text::iterator>);
static_assert(std::is_trivially_copyable_v<pieces> &&
              std::is_trivially_copyable_v<pieces::iterator>);
static_assert(!std::is_constructible_v<text, std::string> &&
              !std::is_constructible_v<text, std::string, without>);
static_assert(std::is_constructible_v<text, std::string const&, without>);
static_assert(noexcept(text{test::some_octets}.begin()) &&
              noexcept(++text{test::some_octets}.begin()));
static_assert(noexcept(text{test::some_octets}.pieces().begin()) &&
              noexcept(++text{test::some_octets}.pieces().begin()));
static_assert(noexcept(text{test::some_octets}.contiguous()) &&
              noexcept(text{test::some_octets} == test::some_octets));

struct spliced_row {
    std::string_view from;
    std::string_view raw;
    without cut;
    std::string_view wanted;
    std::size_t pieces;
    bool contiguous;
};

constexpr spliced_row spliced_table[] = {
    {"a cut in the middle", "a-b", {'-'}, "ab", 2, false},
    {"a longer cut", "a---b", {'-'}, "ab", 2, false},
    {"two cuts", "a-b--cd", {'-'}, "abcd", 3, false},
    {"no cut", "abc", {'-'}, "abc", 1, true},
    {"the state of the policy is used", "a-b", {'b'}, "a-b", 1, true},
    {"the same bytes, another state", "a-b", {'a'}, "-b", 1, true},
    {"nothing", "", {'-'}, "", 0, true},
    {"a cut at the start leaves one piece", "--ab", {'-'}, "ab", 1, true},
    {"cuts at the start and after it", "-a-b", {'-'}, "ab", 2, false},
    {"a run that reaches the end is no cut", "a-b--", {'-'}, "ab--", 2, false},
    {"a cut never removes everything", "---", {'-'}, "---", 1, true},
    {"one octet after each cut", "-a-b-c", {'-'}, "abc", 3, false},
    {"NUL may be cut", {"a\0b", 3}, {'\0'}, "ab", 2, false},
    {"NUL is data", {"a-\0", 3}, {'-'}, {"a\0", 2}, 2, false},
};

constexpr bool table_of_spliced_texts() {
    for (auto const& row : spliced_table) {
        text const value{row.raw, row.cut};
        REQUIRE_SAME(row.from, value.raw(), row.raw);
        REQUIRE_SAME(row.from, value.empty(), row.wanted.empty());
        REQUIRE_SAME(row.from, value == row.wanted, true);

        test::text_buffer characters;
        for (char const& octet : value) {
            characters.append(octet);
            // The reference is to the caller's bytes.
            REQUIRE_SAME(row.from, &octet >= row.raw.data(), true);
            REQUIRE_SAME(row.from, &octet < row.raw.data() + row.raw.size(), true);
        }
        REQUIRE_SAME(row.from, std::string_view{characters}, row.wanted);

        std::size_t count = 0;
        test::text_buffer joined;
        for (auto const piece : value.pieces()) {
            REQUIRE_SAME(row.from, piece.empty(), false);
            joined.append(piece);
            ++count;
        }
        REQUIRE_SAME(row.from, std::string_view{joined}, row.wanted);
        REQUIRE_SAME(row.from, count, row.pieces);

        auto const whole = value.contiguous();
        REQUIRE_SAME(row.from, whole.has_value(), row.contiguous);
        if (whole) REQUIRE_SAME(row.from, *whole, row.wanted);
        if (whole && !whole->empty())
            REQUIRE_SAME(row.from, whole->data(), row.raw.data() + row.raw.size() - whole->size());
    }
    return true;
}
CASE("spliced: characters, pieces and comparison agree", table_of_spliced_texts)

constexpr bool known_cuts_change_nothing() {
    for (auto const& row : spliced_table) {
        text const searched{row.raw, row.cut};
        text const known{row.raw, row.cut, row.raw.size() - row.wanted.size()};
        REQUIRE_SAME(row.from, known.length(), row.wanted.size());
        REQUIRE_SAME(row.from, known == row.wanted, true);
        REQUIRE_SAME(row.from, std::ranges::equal(known, searched), true);
        REQUIRE_SAME(row.from, std::ranges::equal(known.pieces(), searched.pieces()), true);
        REQUIRE_SAME(row.from, known.contiguous() == searched.contiguous(), true);
    }
    return true;
}
CASE("spliced: a known number of cut octets does not change the text", known_cuts_change_nothing)

constexpr bool iterators_can_be_kept() {
    text const value{"a-b-c"};
    auto const first = value.begin();
    auto second = first;
    REQUIRE_TRUE(second == first && second++ == first && second != first);
    REQUIRE_SAME("the first", *first, 'a');
    REQUIRE_SAME("the second", *second, 'b');
    REQUIRE_SAME("the third", *++second, 'c');
    REQUIRE_TRUE(++second == value.end() && first != value.end());
    REQUIRE_TRUE(text{}.begin() == text{}.end() && text::iterator{} == text::iterator{});

    auto const piece = value.pieces().begin();
    auto next = piece;
    REQUIRE_TRUE(next == piece && next++ == piece && next != piece);
    REQUIRE_SAME("the first", *piece, "a");
    REQUIRE_SAME("the second", *next, "b");
    REQUIRE_SAME("the third", *++next, "c");
    REQUIRE_TRUE(++next == value.pieces().end() && piece != value.pieces().end());
    REQUIRE_TRUE(pieces{}.begin() == pieces{}.end());
    return true;
}
CASE("spliced: an iterator can be kept and read again", iterators_can_be_kept)

constexpr bool a_policy_without_cuts_leaves_the_bytes() {
    constexpr std::string_view bytes = "a\r\n b";
    foldwise::spliced<nothing> const value{bytes};
    REQUIRE_TRUE(value == bytes);
    REQUIRE_TRUE(value.contiguous() == bytes);
    REQUIRE_TRUE(std::ranges::equal(value, bytes));
    return true;
}
CASE("spliced: a policy without cuts leaves the bytes unchanged",
     a_policy_without_cuts_leaves_the_bytes)

constexpr bool algorithms_work_on_it() {
    text const value{"-b-a--c"};
    REQUIRE_TRUE(*std::ranges::max_element(value) == 'c');
    REQUIRE_TRUE(std::ranges::find(value, '-') == value.end());
    REQUIRE_TRUE(std::ranges::distance(value.begin(), value.end()) == 3);
    REQUIRE_TRUE(std::ranges::equal(value, std::string_view{"bac"}));
    return true;
}
CASE("spliced: std::ranges algorithms accept it", algorithms_work_on_it)

} // namespace
