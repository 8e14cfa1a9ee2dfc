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
    group const g{raw, raw.substr(0, 5), raw.substr(13, 19), true};
    REQUIRE_TRUE(g.raw() == raw && g.name() == "Sales" && g.is_closed());
    REQUIRE_SAME(raw, std::string_view{test::each_shown(g.members())},
                 "Foe <a@b> | !address_without_at | <c@d>");
    for (auto const member : g.members()) {
        if (member)
            REQUIRE_TRUE(*member->group_name() == "Sales");
        else
            REQUIRE_TRUE(
                (member.error() == diagnostic{diagnostic_code::address_without_at, 26, 1}));
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

constexpr bool a_group_reports_what_its_members_do() {
    constexpr std::string_view raw = "g: x, a . b@c";
    group const g{raw, raw.substr(0, 1), raw.substr(2), false};
    diagnostic found[4];
    int count = 0;
    g.diagnose([&](diagnostic const& problem) { found[count++] = problem; });
    REQUIRE_TRUE(count == 3);
    REQUIRE_TRUE((found[0] == diagnostic{diagnostic_code::address_without_at, 3, 1}));
    REQUIRE_TRUE((found[1] == diagnostic{diagnostic_code::address_obsolete, 6, 7}));
    REQUIRE_TRUE((found[2] == diagnostic{diagnostic_code::group_not_closed, 0, 13}));
    REQUIRE_TRUE(*g.deviation() == found[0]);
    REQUIRE_TRUE(!group{}.deviation());
    return true;
}
CASE("address: a group reports its own problems and those of its members",
     a_group_reports_what_its_members_do)

constexpr bool an_address_is_a_mailbox_or_a_group() {
    address const one{*mailbox::read("a . b@c")};
    REQUIRE_TRUE(one.mailbox() && !one.group() && one.raw() == "a . b@c");
    REQUIRE_TRUE((*one.deviation() == diagnostic{diagnostic_code::address_obsolete, 0, 7}));
    constexpr std::string_view raw = "g:";
    address const other{group{raw, raw.substr(0, 1), raw.substr(2), false}};
    REQUIRE_TRUE(!other.mailbox() && other.group() && other.raw() == "g:");
    REQUIRE_TRUE((*other.deviation() == diagnostic{diagnostic_code::group_not_closed, 0, 2}));
    REQUIRE_TRUE(other.group()->members().empty());
    int count = 0;
    one.diagnose([&](diagnostic const&) { ++count; });
    other.diagnose([&](diagnostic const&) { ++count; });
    REQUIRE_TRUE(count == 2);
    REQUIRE_TRUE(!address{}.mailbox() && !address{}.group() && address{}.raw().empty());
    REQUIRE_TRUE(!address{}.deviation());
    return true;
}
CASE("address: either a mailbox or a group", an_address_is_a_mailbox_or_a_group)

} // namespace
