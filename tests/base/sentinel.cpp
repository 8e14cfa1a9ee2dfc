#include <foldwise/base/sentinel.hpp>

#include "../support.hpp"

namespace {

struct at_end {
    friend constexpr bool operator==(at_end, std::default_sentinel_t) noexcept { return true; }
};
static_assert(at_end{} == std::default_sentinel);
static_assert(std::is_base_of_v<std::input_iterator_tag, std::forward_iterator_tag>);

TEST_CASE("sentinel: std::default_sentinel is declared") {
    CHECK(at_end{} == std::default_sentinel);
}

} // namespace
