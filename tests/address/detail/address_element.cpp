#include <foldwise/address/detail/address_element.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::lexer;
using foldwise::detail::address_element;

static_assert(std::is_trivially_copyable_v<address_element>);

/// An element without angle brackets.
constexpr address_element element_of(std::string_view text) {
    address_element element;
    for (lexer in{text};;) {
        auto const at = in.position();
        auto const next = in.next();
        if (next.is(foldwise::token_kind::end)) break;
        element.take(next, at);
    }
    element.finish(text, 0);
    return element;
}

constexpr bool names_of_groups() {
    REQUIRE_TRUE(element_of("A. \"B\"").can_be_group_name() == false); // no address: an error
    address_element name;
    REQUIRE_TRUE(name.is_blank() && !name.can_be_group_name());
    name.take(lexer{"A"}.next(), 0);
    REQUIRE_TRUE(!name.is_blank() && name.can_be_group_name());
    name.take(lexer{"."}.next(), 1);
    REQUIRE_TRUE(name.can_be_group_name());
    name.take(lexer{"["}.peek(), 2);
    REQUIRE_TRUE(!name.can_be_group_name());
    return true;
}
CASE("address_element: what can be the name of a group", names_of_groups)

constexpr bool problems() {
    auto const dots = element_of("a..b@c.");
    REQUIRE_TRUE(!dots.error && dots.has_deviation);
    REQUIRE_TRUE((dots.deviation == diagnostic{diagnostic_code::address_dots, 0, 7}));
    diagnostic found[3];
    std::size_t count = 0;
    dots.diagnose("a..b@c.", 0, [&](diagnostic const& problem) { found[count++] = problem; });
    REQUIRE_TRUE(count == 2 && found[0] == dots.deviation);
    REQUIRE_TRUE((found[1] == diagnostic{diagnostic_code::address_domain_dot, 6, 1}));
    REQUIRE_TRUE(element_of("a").error == diagnostic_code::address_without_at);
    REQUIRE_TRUE(element_of("a: b@c").error == diagnostic_code::address_malformed);
    REQUIRE_TRUE(!element_of("a@b").has_deviation);
    return true;
}
CASE("address_element: its problems, and the gravest", problems)

} // namespace
