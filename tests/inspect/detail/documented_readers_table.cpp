#include <foldwise/inspect/detail/documented_readers_table.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

namespace {

constexpr bool each_row_is_about_an_ambiguity() {
    for (auto const& row : foldwise::detail::documented_readers) {
        auto const severity = foldwise::kind_of(row.code).severity;
        REQUIRE_SAME(row.name, severity == foldwise::severity::ambiguity, true);
        REQUIRE_TRUE(!row.name.empty() && !row.source.empty());
    }
    return true;
}
CASE("documented_readers_table: each row is about an ambiguity, and has a source",
     each_row_is_about_an_ambiguity)

} // namespace
