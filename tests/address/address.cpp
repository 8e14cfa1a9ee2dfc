#include <foldwise/address/address.hpp>

#include "../support.hpp"
#include "addresses_shown.hpp"

#include <ranges>

namespace {

using foldwise::address;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::group;
using foldwise::mailbox;

using members = group::member_range;

static_assert(std::is_trivially_copyable_v<address> && std::is_trivially_copyable_v<group>);
static_assert(std::ranges::forward_range<members>);
static_assert(std::ranges::view<members> && std::ranges::borrowed_range<members>);
static_assert(std::is_trivially_copyable_v<members::iterator>);
static_assert(noexcept(group{}.members()) && noexcept(group{}.members().begin()));
static_assert(noexcept(address{}.mailbox()) && noexcept(address{}.group()));

constexpr bool a_group_has_a_name_and_members() {
    constexpr std::string_view raw = "Sales\n (all): Foe <a@b>,, x, c@d;";
    group const g{raw, raw.substr(0, 5), raw.substr(13, 19), 100, std::nullopt};
    REQUIRE_TRUE(g.raw() == raw && g.name() == "Sales" && !g.deviation());
    REQUIRE_SAME(raw, std::string_view{test::each_shown(g.members())},
                 "Foe <a@b> | !address_without_at | <c@d>");
    for (auto const member : g.members()) {
        if (member)
            REQUIRE_TRUE(*member->group_name() == "Sales");
        else
            REQUIRE_TRUE(
                (member.error() == diagnostic{diagnostic_code::address_without_at, 100 + 26, 1}));
    }
    auto const first = g.members().begin();
    auto second = first;
    REQUIRE_TRUE(second == first && second++ == first && second != first);
    REQUIRE_TRUE((*first)->domain() == "b" && !*second && ++second != g.members().end());
    REQUIRE_TRUE(++second == g.members().end());
    REQUIRE_TRUE(group{}.members().empty() && group{}.name().empty() && group{}.raw().empty());
    return true;
}
CASE("address: a group has a name and members", a_group_has_a_name_and_members)

constexpr bool an_address_is_one_of_the_two() {
    address const one{mailbox{{"a@b", "", "", "", ""}, {}, std::nullopt}};
    REQUIRE_TRUE(one.mailbox() && !one.group() && one.raw() == "a@b");
    constexpr std::string_view raw = "g:";
    constexpr diagnostic deviation{diagnostic_code::group_not_closed, 0, 2};
    address const other{group{raw, raw.substr(0, 1), raw.substr(2), 0, deviation}};
    REQUIRE_TRUE(!other.mailbox() && other.group() && other.raw() == "g:");
    REQUIRE_TRUE(*other.group()->deviation() == deviation && other.group()->members().empty());
    REQUIRE_TRUE(!address{}.mailbox() && !address{}.group() && address{}.raw().empty());
    return true;
}
CASE("address: either a mailbox or a group", an_address_is_one_of_the_two)

} // namespace
