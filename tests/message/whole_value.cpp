#include <foldwise/message/whole_value.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::whole_value;

static_assert(noexcept(whole_value(diagnostic_code::nul, test::some_octets)));

struct row {
    std::string_view value;
    std::size_t offset;
    std::size_t length;
};

constexpr row table[] = {
    {"", 0, 0},        {"a", 0, 1},           {" a", 1, 1},   {" a b \t", 1, 3},
    {" \r\n a", 4, 1}, {" a\r\n b\n ", 1, 5}, {" \t ", 3, 0}, {" \r\n ", 4, 0},
};

constexpr bool white_space_at_both_ends_is_left_out() {
    for (auto const& each : table) {
        auto const got = whole_value(diagnostic_code::nul, each.value);
        REQUIRE_TRUE(got.code == diagnostic_code::nul);
        REQUIRE_SAME(each.value, got.offset, each.offset);
        REQUIRE_SAME(each.value, got.length, each.length);
    }
    return true;
}
CASE("whole_value: white space at both ends is left out", white_space_at_both_ends_is_left_out)

} // namespace
