#include <foldwise/syntax/angle_text.hpp>

#include "../support.hpp"

namespace {

using foldwise::angle_text;
using foldwise::detail::angle_size;

constexpr bool what_brackets_hold() {
    REQUIRE_TRUE(angle_size("<a> b>") == 3 && angle_size("<>") == 2 && angle_size("<a\n b>c") == 6);
    REQUIRE_TRUE(angle_size("<") == 0 && angle_size("<a") == 0 && angle_size("<a<b>") == 0);
    return true;
}
CASE("angle_text: from one bracket to the other", what_brackets_hold)

constexpr bool white_space_is_left_out() {
    REQUIRE_TRUE(angle_text{"a\r\n b\tc"} == "abc");
    return true;
}
CASE("angle_text: white space is left out", white_space_is_left_out)

} // namespace
