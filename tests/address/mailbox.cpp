#include <foldwise/address/mailbox.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::mailbox;

static_assert(std::is_trivially_copyable_v<mailbox>);
static_assert(noexcept(mailbox{}.display_name()) && noexcept(mailbox{}.comment()));
static_assert(noexcept(mailbox{}.group_name()) && noexcept(mailbox{}.route()));

constexpr bool parts_are_given_as_they_are_meant() {
    constexpr diagnostic deviation{diagnostic_code::address_obsolete, 1, 2};
    auto const spec = *foldwise::read_addr_spec("\"a\"@b");
    mailbox const m{{"RAW", "\"Foe, A.\"\n (x) of y", "@r", "(c \\) \n d)", "the\n \"group\""},
                    spec,
                    deviation};
    REQUIRE_TRUE(m.raw() == "RAW" && m.route() == "@r");
    REQUIRE_TRUE(m.addr_spec() == spec && m.local_part() == "a" && m.domain() == "b");
    REQUIRE_TRUE(*m.display_name() == "Foe, A. of y");
    REQUIRE_TRUE(*m.comment() == "c )  d");
    REQUIRE_TRUE(*m.group_name() == "the group");
    REQUIRE_TRUE(*m.deviation() == deviation);
    return true;
}
CASE("mailbox: its parts as they are meant", parts_are_given_as_they_are_meant)

constexpr bool what_is_not_there_has_no_value() {
    mailbox const m{{"a@b", "", "", "", ""}, *foldwise::read_addr_spec("a@b"), std::nullopt};
    REQUIRE_TRUE(!m.display_name() && !m.comment() && !m.group_name() && !m.deviation());
    REQUIRE_TRUE(m.route().empty() && mailbox{}.raw().empty());
    // These are there, and empty.
    mailbox const empty{{"", "\"\"", "", "()", "\"\""}, {}, std::nullopt};
    REQUIRE_TRUE(empty.display_name()->empty() && empty.comment()->empty());
    REQUIRE_TRUE(empty.group_name()->empty());
    return true;
}
CASE("mailbox: what is not there has no value", what_is_not_there_has_no_value)

} // namespace
