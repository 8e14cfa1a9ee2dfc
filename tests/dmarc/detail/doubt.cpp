#include <foldwise/dmarc/detail/doubt.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::doubt;

static_assert(std::is_trivially_copyable_v<doubt>);

constexpr bool has_a_place() {
    doubt const d{foldwise::alignment_finding::property_repeated, "header.s=x"};
    REQUIRE_TRUE(d.finding == foldwise::alignment_finding::property_repeated);
    REQUIRE_TRUE(d.place == "header.s=x");
    return true;
}
CASE("doubt: a finding and its place", has_a_place)

} // namespace
