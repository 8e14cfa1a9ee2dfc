#include <foldwise/diagnostic/severity.hpp>

#include "../support.hpp"

namespace {

using foldwise::name_of;
using foldwise::severity;

static_assert(noexcept(name_of(severity::note)));

constexpr bool values_are_in_order_and_have_names() {
    REQUIRE_TRUE(severity::note < severity::obsolete);
    REQUIRE_TRUE(severity::obsolete < severity::violation);
    REQUIRE_TRUE(severity::violation < severity::ambiguity);
    REQUIRE_TRUE(severity::ambiguity < severity::limit);
    REQUIRE_SAME("severity", name_of(severity::note), "note");
    REQUIRE_SAME("severity", name_of(severity::obsolete), "obsolete");
    REQUIRE_SAME("severity", name_of(severity::violation), "violation");
    REQUIRE_SAME("severity", name_of(severity::ambiguity), "ambiguity");
    REQUIRE_SAME("severity", name_of(severity::limit), "limit");
    return true;
}
CASE("severity: values are in order, and have names", values_are_in_order_and_have_names)

} // namespace
