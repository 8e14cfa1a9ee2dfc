#include <foldwise/message/field_slot.hpp>

#include "../support.hpp"

#include <type_traits>

namespace {

using foldwise::field_slot;

static_assert(std::is_trivial_v<field_slot>);
static_assert(noexcept(field_slot{}.get()) && noexcept(field_slot{}.may_be("", 'a')));

constexpr bool a_slot_keeps_a_field() {
    field_slot slot{};
    slot.set("Subject: a\r\n b\r\n", 2);
    auto const kept = slot.get();
    REQUIRE_SAME("all of it", kept.raw(), "Subject: a\r\n b\r\n");
    REQUIRE_SAME("its name", kept.name(), "Subject");
    REQUIRE_TRUE(kept.value() == "a b");
    REQUIRE_SAME("without a search for folds", kept.value().length(), std::size_t{3});
    return true;
}
CASE("field_slot: a slot keeps a field, and how much of it folds it", a_slot_keeps_a_field)

struct row {
    std::string_view from;
    std::string_view raw;
    std::string_view name;
    bool may_be;
};

constexpr row table[] = {
    {"as it is", "From: a\n", "From", true},
    {"RFC 5322 section 1.2.2, case does not count", "from: a\n", "From", true},
    {"RFC 5322 section 4.5, white space before the colon", "From \t: a\n", "From", true},
    {"another letter", "From: a\n", "Drom", false},
    {"a longer name", "From: a\n", "Fr", false},
    {"a shorter name", "From: a\n", "From-Space", false},
    {"as long as the field", "From", "From", false},
    {"no letter", "-a: b", "-a", true},
    {"controls and letters are not told apart: get() does that", "\x0D: b", "-", true},
    {"no name", ": b", "", false},
    {"NUL", {"\0: b", 4}, "", false},
};

constexpr bool slots_are_sifted() {
    for (auto const& r : table) {
        field_slot slot{};
        slot.set(r.raw, 0);
        REQUIRE_SAME(r.from, slot.may_be(r.name, field_slot::first_letter(r.name)), r.may_be);
        if (slot.get().is(r.name)) REQUIRE_SAME(r.from, r.may_be, true);
    }
    return true;
}
CASE("field_slot: most that have another name are sifted out", slots_are_sifted)

} // namespace
