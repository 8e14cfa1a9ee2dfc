#include <foldwise/message/field_slot.hpp>

#include "../support.hpp"

#include <type_traits>

namespace {

using foldwise::field_slot;

static_assert(std::is_trivial_v<field_slot>);
static_assert(noexcept(field_slot{}.get()));

constexpr bool a_slot_keeps_a_field() {
    field_slot slot{};
    slot.set("Subject: a\r\n b\r\n", 2);
    auto const kept = slot.get();
    REQUIRE_SAME("the field", kept.raw(), "Subject: a\r\n b\r\n");
    REQUIRE_SAME("its name", kept.name(), "Subject");
    REQUIRE_TRUE(kept.value() == "a b");
    REQUIRE_SAME("without a search for folds", kept.value().length(), std::size_t{3});
    return true;
}
CASE("field_slot: a slot keeps a field and its number of folding octets", a_slot_keeps_a_field)

constexpr bool a_slot_is_found_by_its_name() {
    using foldwise::detail::sought_name;
    field_slot slot{};
    slot.set("Subject \t: a\n", 0);
    REQUIRE_TRUE(slot.is(sought_name{"Subject"}) && slot.is(sought_name{"sUBJECT"}));
    REQUIRE_TRUE(!slot.is(sought_name{"Sub"}) && !slot.is(sought_name{"From"}));
    return true;
}
CASE("field_slot: a slot is found by the name of its field", a_slot_is_found_by_its_name)

} // namespace
