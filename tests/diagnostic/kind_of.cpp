#include <foldwise/diagnostic/kind_of.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::kind_of;

static_assert(noexcept(kind_of(diagnostic_code::nul)));

constexpr bool a_code_has_a_kind() {
    auto const& kind = kind_of(diagnostic_code::bare_cr);
    REQUIRE_TRUE(kind.code == diagnostic_code::bare_cr);
    REQUIRE_SAME("bare_cr", kind.name, "bare_cr");
    REQUIRE_SAME("bare_cr", kind.rfc, "5322 2.3");
    REQUIRE_TRUE(kind.severity == foldwise::severity::ambiguity);
    REQUIRE_TRUE(kind.text.starts_with("a CR that no LF follows; "));
    return true;
}
CASE("kind_of: finds the properties of a code", a_code_has_a_kind)

constexpr bool all_kinds_are_in_the_order_of_the_codes() {
    std::size_t at = 0;
    for (auto const& kind : foldwise::diagnostic_kinds())
        REQUIRE_TRUE(kind.code == static_cast<diagnostic_code>(at++));
    REQUIRE_TRUE(at > 100);
    return true;
}
CASE("diagnostic_kinds: all kinds, in the order of the codes",
     all_kinds_are_in_the_order_of_the_codes)

constexpr bool each_code_has_one() {
    for (auto const& kind : foldwise::diagnostic_kinds()) REQUIRE_TRUE(!kind.text.empty());
    return true;
}
CASE("diagnostic_kinds: each code has one", each_code_has_one)

} // namespace
