#include <foldwise/diagnostic/diagnostic_code.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic_code;

static_assert(sizeof(diagnostic_code) == 2);

constexpr bool the_first_code_is_zero() {
    REQUIRE_TRUE(static_cast<int>(diagnostic_code::bare_cr) == 0); // indexes the table of kinds
    REQUIRE_TRUE(diagnostic_code{} == diagnostic_code::bare_cr);
    return true;
}
CASE("diagnostic_code: the first one is zero", the_first_code_is_zero)

} // namespace
