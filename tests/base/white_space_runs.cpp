#include <foldwise/base/white_space_runs.hpp>

#include <foldwise/base/spliced.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;
using without_runs = spliced<white_space_runs>;

constexpr bool stretches_of_white_space_are_cut() {
    REQUIRE_TRUE(without_runs{"a\r\n b"} == "ab");
    REQUIRE_TRUE(without_runs{"\t a \n\r b"} == "ab");
    REQUIRE_TRUE(without_runs{"ab"} == "ab");
    REQUIRE_TRUE(without_runs{""} == "");
    REQUIRE_TRUE(without_runs{"a b", {false}} == "a b");
    return true;
}
CASE("white_space_runs: every run between two other octets is cut",
     stretches_of_white_space_are_cut)

} // namespace
