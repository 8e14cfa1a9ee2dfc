#include <foldwise/syntax/unspaced.hpp>

#include "../support.hpp"

namespace {

using foldwise::unspaced;

constexpr bool white_space_is_removed() {
    REQUIRE_TRUE(unspaced{"a\r\n b\tc"} == "abc" && unspaced{" ab"} == "ab");
    REQUIRE_TRUE(unspaced{"ab "} == "ab " && unspaced{}.empty());
    REQUIRE_TRUE(unspaced{"a b"} == unspaced{"a\n b"} && unspaced{"a b"} != unspaced{"a c"});
    return true;
}
CASE("unspaced: white space is removed, except at the end", white_space_is_removed)

} // namespace
