#include <foldwise/base/optional.hpp>

#include "../support.hpp"

namespace {

using foldwise::optional;

struct point {
    int x = 0;
    int y = 0;
    friend constexpr bool operator==(point const&, point const&) = default;

    /// Names optional<point> where point is incomplete.
    constexpr optional<point> mirrored() const noexcept {
        if (x == y) return std::nullopt;
        return point{y, x};
    }
};

static_assert(std::is_trivially_copyable_v<optional<point>>);
static_assert(std::is_nothrow_default_constructible_v<optional<point>>);
static_assert(std::is_convertible_v<optional<point>, std::optional<point>>);
static_assert(std::is_same_v<decltype(optional{7}), optional<int>>);

constexpr bool it_holds_a_value_or_none() {
    optional<point> none;
    REQUIRE_TRUE(!none && !none.has_value() && none == std::nullopt);
    REQUIRE_TRUE(none.value_or({1, 2}) == point{1, 2});
    optional<point> some = point{3, 4};
    REQUIRE_TRUE(some && some->x == 3 && (*some).y == 4 && some != std::nullopt);
    REQUIRE_TRUE(some.value_or({1, 2}) == point{3, 4});
    some->x = 5;
    REQUIRE_TRUE(optional{std::string_view{"a"}} == "a" && optional{7} != 8L);
    REQUIRE_TRUE(some == point{5, 4} && some != none && none == optional<point>{});
    REQUIRE_TRUE(some->mirrored() == point{4, 5} && !point{}.mirrored());
    none = some;
    REQUIRE_TRUE(none == some);
    some.reset();
    REQUIRE_TRUE(!some && none);
    none = std::nullopt;
    REQUIRE_TRUE(none == some);
    return true;
}
CASE("optional: it holds a value or none", it_holds_a_value_or_none)

constexpr bool it_converts_to_the_standard_librarys() {
    std::optional<point> const some = optional{point{1, 2}};
    std::optional<point> const none = optional<point>{};
    REQUIRE_TRUE(some == point{1, 2} && !none);
    REQUIRE_TRUE(some == optional{point{1, 2}} && optional{point{1, 2}} == some);
    REQUIRE_TRUE(none == optional<point>{} && optional<point>{} == none &&
                 some != optional<point>{});
    return true;
}
CASE("optional: it converts to std::optional", it_converts_to_the_standard_librarys)

} // namespace
