#include <foldwise/inspect/detail/tried_readers_table.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

namespace {

constexpr bool no_program_reads_in_both_ways() {
    auto const programs = std::size(foldwise::detail::tried_readers);
    for (auto const& row : foldwise::detail::tried_codes) {
        auto const& kind = foldwise::kind_of(row.code);
        REQUIRE_SAME(kind.name, kind.severity == foldwise::severity::ambiguity, true);
        REQUIRE_SAME(kind.name, row.first & row.second, std::uint32_t{0});
        REQUIRE_SAME(kind.name, (row.first | row.second) >> programs, std::uint32_t{0});
    }
    return true;
}
CASE("tried_readers_table: each row is about an ambiguity, and no program reads in both ways",
     no_program_reads_in_both_ways)

} // namespace
