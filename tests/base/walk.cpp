#include <foldwise/base/walk.hpp>

#include "../support.hpp"

#include <iterator>
#include <ranges>

namespace {

/// Counts down: 3, 2, 1. Has only the members that a walker must have, and a position.
class countdown {
  public:
    constexpr countdown() = default;
    explicit constexpr countdown(int from) noexcept : left_{from} {}
    constexpr bool at_end() const noexcept { return left_ == 0; }
    constexpr int current() const noexcept { return left_; }
    constexpr void advance() noexcept { --left_; }
    constexpr int position() const noexcept { return left_; }

  private:
    int left_ = 0;
};

/// The same, but current() returns a reference.
class countdown_in_place : public countdown {
  public:
    using countdown::countdown;
    constexpr int const& current() const noexcept { return numbers[3 - position()]; }

  private:
    static constexpr int numbers[] = {3, 2, 1};
};

/// Not a walker: advance() may throw.
struct throwing : countdown {
    void advance() {}
};

using iterator = foldwise::walk_iterator<countdown>;
using iterator_in_place = foldwise::walk_iterator<countdown_in_place>;

static_assert(foldwise::walker<countdown>);
static_assert(!foldwise::walker<int>);
static_assert(!foldwise::walker<throwing>);
static_assert(std::forward_iterator<iterator>);
static_assert(std::sentinel_for<std::default_sentinel_t, iterator>);
static_assert(std::is_same_v<std::iterator_traits<iterator>::iterator_category,
                             std::input_iterator_tag>); // C++17 asks for references
static_assert(std::is_same_v<std::iterator_traits<iterator_in_place>::iterator_category,
                             std::forward_iterator_tag>);
static_assert(std::is_same_v<std::iter_value_t<iterator_in_place>, int>);

constexpr bool it_walks_to_the_end() {
    int sum = 0;
    iterator it{countdown{3}};
    for (; it != std::default_sentinel; ++it) sum = sum * 10 + *it;
    REQUIRE_TRUE(sum == 321);
    REQUIRE_TRUE(it == iterator{});
    REQUIRE_TRUE(std::default_sentinel == it);
    return true;
}
CASE("walk: an iterator walks from the first element to the end", it_walks_to_the_end)

constexpr bool a_copy_stays_where_it_was() {
    iterator it{countdown{3}};
    auto const before = it++;
    REQUIRE_TRUE(*before == 3 && *before == 3);
    REQUIRE_TRUE(*it == 2);
    REQUIRE_TRUE(before != it);
    REQUIRE_TRUE(++iterator{before} == it);
    REQUIRE_TRUE(&*iterator_in_place{countdown_in_place{2}} ==
                 &*++iterator_in_place{countdown_in_place{3}});
    return true;
}
CASE("walk: a copy of an iterator keeps its place", a_copy_stays_where_it_was)

using range = foldwise::walk_range<countdown>;
static_assert(std::ranges::forward_range<range>);
static_assert(std::ranges::view<range>);
static_assert(std::ranges::borrowed_range<range>);

constexpr bool a_range_starts_where_its_walker_was() {
    range const three{countdown{3}};
    REQUIRE_TRUE(std::ranges::distance(three) == 3);
    REQUIRE_TRUE(*three.begin() == 3);
    REQUIRE_TRUE(!three.empty());
    REQUIRE_TRUE(range{}.empty());
    return true;
}
CASE("walk: a range starts at the place of its walker", a_range_starts_where_its_walker_was)

} // namespace
