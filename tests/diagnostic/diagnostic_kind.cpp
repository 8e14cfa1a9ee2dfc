#include <foldwise/diagnostic/diagnostic_kind.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::severity;

static_assert(std::is_trivially_copyable_v<foldwise::diagnostic_kind>);

constexpr bool a_kind_states_the_properties_of_a_code() {
    constexpr foldwise::diagnostic_kind kind{diagnostic_code::nul, "nul", severity::ambiguity,
                                             "5322 4", "a NUL byte"};
    REQUIRE_TRUE(kind.code == diagnostic_code::nul);
    REQUIRE_TRUE(kind.severity == severity::ambiguity);
    REQUIRE_SAME("name", kind.name, "nul");
    REQUIRE_SAME("rfc", kind.rfc, "5322 4");
    REQUIRE_SAME("text", kind.text, "a NUL byte");
    return true;
}
CASE("diagnostic_kind: states the properties of a code", a_kind_states_the_properties_of_a_code)

} // namespace
