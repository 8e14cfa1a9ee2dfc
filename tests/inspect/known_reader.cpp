#include <foldwise/inspect/known_reader.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::known_readers;
using foldwise::detail::known_reader_walker;
using foldwise::detail::which_reading;

constexpr bool programs_that_were_run_come_first() {
    known_readers const all{
        known_reader_walker{diagnostic_code::field_duplicate, which_reading::second, 1}};
    auto at = all.begin();
    REQUIRE_TRUE((*at).name == foldwise::detail::tried_readers[0]);
    REQUIRE_TRUE((*at).source == "tests/readers");
    ++at;
    REQUIRE_TRUE(at != all.end());
    REQUIRE_TRUE(!(*at).name.empty() && (*at).source != "tests/readers");
    return true;
}
CASE("known_readers: programs that were run, then those that are documented",
     programs_that_were_run_come_first)

constexpr bool no_program_is_known() {
    REQUIRE_TRUE(known_readers{}.empty());
    REQUIRE_TRUE(known_readers{
        known_reader_walker{diagnostic_code::line_over_78, which_reading::second, 0}} //
                     .empty());
    return true;
}
CASE("known_readers: none", no_program_is_known)

} // namespace
