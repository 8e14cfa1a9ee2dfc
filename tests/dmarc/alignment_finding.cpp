#include <foldwise/dmarc/alignment_finding.hpp>

#include "../support.hpp"

namespace {

using foldwise::alignment_finding;

constexpr bool each_finding_has_its_row() {
    std::size_t index = 0;
    for (auto const& row : foldwise::detail::alignment_findings) {
        REQUIRE_SAME(row.name, static_cast<std::size_t>(row.finding), index++);
        REQUIRE_SAME(row.name, row.name.empty() || row.text.empty() || row.rfc.empty(), false);
        REQUIRE_SAME(row.name, row.text.ends_with('.'), false);
        REQUIRE_SAME(row.name, foldwise::is_aligned(row.finding), row.name.ends_with("_alignment"));
        for (auto const& other : foldwise::detail::alignment_findings)
            REQUIRE_SAME(row.name, other.name == row.name, other.finding == row.finding);
    }
    REQUIRE_TRUE(index == static_cast<std::size_t>(alignment_finding::strict_alignment) + 1);
    REQUIRE_TRUE(name_of(alignment_finding::own_host) == "own_host");
    REQUIRE_TRUE(rfc_of(alignment_finding::from_missing) == "9989 4.4");
    REQUIRE_TRUE(text_of(alignment_finding::from_missing) == "the message has no From field");
    return true;
}
CASE("alignment_finding: each has a name, a text and an RFC", each_finding_has_its_row)

} // namespace
