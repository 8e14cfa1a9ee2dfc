#include <foldwise/diagnostic/result.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::result;

struct clock_time {
    int hour;
    int minute;
    friend constexpr bool operator==(clock_time const&, clock_time const&) = default;
};

static_assert(std::is_trivially_copyable_v<result<int>>);
static_assert(std::is_trivially_copyable_v<result<clock_time>>);
static_assert(std::is_trivially_copyable_v<result<std::string_view>>);
static_assert(std::is_same_v<result<int>::value_type, int>);
static_assert(std::is_same_v<result<int>::error_type, diagnostic>);
static_assert(!std::is_default_constructible_v<result<int>>);
static_assert(!std::is_convertible_v<result<int>, bool>); // the conversion is explicit
static_assert(noexcept(result<int>{1}.has_value()) && noexcept(*result<int>{1}));
static_assert(noexcept(result<int>{1}.error()) && noexcept(result<int>{1}.value_or(2)));
static_assert(noexcept(result<int>{1} == result<int>{2}));

constexpr diagnostic problem{diagnostic_code::content_length_malformed, 7, 3};
constexpr diagnostic other_problem{diagnostic_code::content_length_malformed, 8, 3};

constexpr result<int> digit_of(char octet) {
    if (octet < '0' || octet > '9') return problem;
    return octet - '0';
}

constexpr bool a_value_is_there_or_a_diagnostic() {
    auto const good = digit_of('7');
    REQUIRE_TRUE(good.has_value());
    REQUIRE_TRUE(good ? true : false);
    REQUIRE_SAME("7", *good, 7);
    REQUIRE_SAME("7", good.value_or(9), 7);

    auto const bad = digit_of('x');
    REQUIRE_TRUE(!bad.has_value());
    REQUIRE_TRUE(bad ? false : true);
    REQUIRE_TRUE(bad.error() == problem);
    REQUIRE_SAME("x", bad.value_or(9), 9);

    auto const zero = digit_of('0'); // 0 is a value, too
    REQUIRE_TRUE(zero.has_value());
    REQUIRE_SAME("0", zero.value_or(9), 0);
    return true;
}
CASE("result: it has a value, or the diagnostic that says why not",
     a_value_is_there_or_a_diagnostic)

constexpr bool members_are_reached_through_it() {
    result<clock_time> const noon{clock_time{12, 30}};
    REQUIRE_SAME("noon", noon->hour, 12);
    REQUIRE_SAME("noon", noon->minute, 30);
    REQUIRE_TRUE(&*noon == noon.operator->());
    return true;
}
CASE("result: -> accesses the members of the value", members_are_reached_through_it)

constexpr bool transform_changes_the_value_only() {
    auto const doubled = [](int value) { return value * 2.5; };
    static_assert(std::is_same_v<decltype(digit_of('4').transform(doubled)), result<double>>);
    REQUIRE_TRUE(digit_of('4').transform(doubled) == result<double>{10.0});
    REQUIRE_TRUE(digit_of('x').transform(doubled) == result<double>{problem});

    int calls = 0;
    auto const counted = [&calls](int value) { return ++calls, value; };
    REQUIRE_TRUE(!digit_of('x').transform(counted).has_value());
    REQUIRE_SAME("x", calls, 0);
    REQUIRE_SAME("5", *digit_of('5').transform(counted), 5);
    REQUIRE_SAME("5", calls, 1);

    // A function that returns a reference: the result holds a copy of the value.
    int const seven = 7;
    auto const refer = [&seven](int) -> int const& { return seven; };
    static_assert(std::is_same_v<decltype(digit_of('4').transform(refer)), result<int>>);
    REQUIRE_SAME("4", *digit_of('4').transform(refer), 7);
    return true;
}
CASE("result: transform converts a value and keeps a diagnostic", transform_changes_the_value_only)

constexpr bool and_then_goes_on_with_the_value() {
    auto const even = [](int value) -> result<bool> {
        if (value > 7) return other_problem;
        return value % 2 == 0;
    };
    REQUIRE_TRUE(digit_of('4').and_then(even) == result<bool>{true});
    REQUIRE_TRUE(digit_of('5').and_then(even) == result<bool>{false});
    REQUIRE_TRUE(digit_of('8').and_then(even).error() == other_problem);
    REQUIRE_TRUE(digit_of('x').and_then(even).error() == problem);

    int calls = 0;
    auto const counted = [&calls](int value) -> result<int> { return ++calls, value; };
    REQUIRE_TRUE(!digit_of('x').and_then(counted).and_then(counted).has_value());
    REQUIRE_SAME("x", calls, 0);
    REQUIRE_TRUE(digit_of('5').and_then(counted).and_then(counted).has_value());
    REQUIRE_SAME("5", calls, 2);
    return true;
}
CASE("result: and_then calls its function with a value and keeps a diagnostic",
     and_then_goes_on_with_the_value)

constexpr bool equality_takes_both_sides() {
    REQUIRE_TRUE(result<int>{1} == result<int>{1});
    REQUIRE_TRUE(result<int>{1} != result<int>{2});
    REQUIRE_TRUE(result<int>{1} != result<int>{problem});
    REQUIRE_TRUE(result<int>{problem} != result<int>{1});
    REQUIRE_TRUE(result<int>{problem} == result<int>{problem});
    REQUIRE_TRUE(result<int>{problem} != result<int>{other_problem});
    REQUIRE_TRUE(result<clock_time>{{12, 30}} == clock_time{12, 30});
    REQUIRE_TRUE(result<clock_time>{{12, 30}} != clock_time{12, 31});
    REQUIRE_TRUE(result<int>{1} == 1);
    REQUIRE_TRUE(result<int>{problem} == problem);
    return true;
}
CASE("result: results of equal values or equal diagnostics are equal", equality_takes_both_sides)

constexpr bool copies_hold_the_same() {
    result<int> one{1};
    auto const copy = one;
    one = problem;
    REQUIRE_SAME("copy", *copy, 1);
    REQUIRE_TRUE(one.error() == problem);
    one = copy;
    REQUIRE_TRUE(one == copy);
    return true;
}
CASE("result: a copy is equal, and may be assigned over a diagnostic", copies_hold_the_same)

} // namespace
