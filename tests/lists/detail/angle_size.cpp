#include <foldwise/lists/detail/angle_size.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::angle_size;

constexpr bool from_bracket_to_bracket() {
    REQUIRE_TRUE(angle_size("<a> b>") == 3 && angle_size("<>") == 2 && angle_size("<a\n b>c") == 6);
    REQUIRE_TRUE(angle_size("<") == 0 && angle_size("<a") == 0 && angle_size("<a<b>") == 0);
    return true;
}
CASE("angle_size: from one bracket to the other", from_bracket_to_bracket)

} // namespace
