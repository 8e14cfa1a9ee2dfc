#include <foldwise/syntax/angle_text.hpp>

#include "../support.hpp"

namespace {

using foldwise::angle_text;
using foldwise::detail::angle_size;
using foldwise::detail::equal_but_for_case;
using foldwise::detail::without_blanks;

constexpr bool what_brackets_hold() {
    REQUIRE_TRUE(angle_size("<a> b>") == 3 && angle_size("<>") == 2 && angle_size("<a\n b>c") == 6);
    REQUIRE_TRUE(angle_size("<") == 0 && angle_size("<a") == 0 && angle_size("<a<b>") == 0);
    REQUIRE_TRUE(without_blanks(" \r\n a b\t") == "a b" && without_blanks(" ").empty());
    return true;
}
CASE("angle_text: from one bracket to the other", what_brackets_hold)

constexpr bool white_space_and_case_do_not_count() {
    REQUIRE_TRUE(angle_text{"a\r\n b\tc"} == "abc");
    REQUIRE_TRUE(equal_but_for_case(angle_text{"A\n b"}, std::string_view{"aB"}));
    REQUIRE_TRUE(equal_but_for_case(angle_text{"a b"}, angle_text{"ab"}));
    REQUIRE_TRUE(!equal_but_for_case(angle_text{"ab"}, std::string_view{"a"}));
    REQUIRE_TRUE(!equal_but_for_case(angle_text{"a"}, std::string_view{"ab"}));
    REQUIRE_TRUE(!equal_but_for_case(angle_text{"a["}, std::string_view{"a{"}));
    REQUIRE_TRUE(equal_but_for_case(angle_text{}, std::string_view{}));
    return true;
}
CASE("angle_text: white space and case do not count", white_space_and_case_do_not_count)

} // namespace
