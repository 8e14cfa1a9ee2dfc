#include <foldwise/store/detail/mbox_start.hpp>

#include "../../support.hpp"

namespace {

using foldwise::mbox_format;
using foldwise::detail::find_mbox_start;
using foldwise::detail::verdict;
using enum foldwise::mbox_input;
using enum foldwise::detail::verdict;

struct start_row {
    std::string_view bytes;
    verdict continues;
    verdict ended;
    std::size_t position; // at the end of the input
    mbox_format format;   // at the end of the input
};

constexpr auto rd = mbox_format::mboxrd;
constexpr auto mmdf = mbox_format::mmdf;

constexpr start_row start_table[] = {
    {"", undecided, no, 0, rd},
    {"\xEF\xBB", undecided, no, 0, rd},
    {"\xEF\xBB\xBF", undecided, no, 3, rd},
    {"\xEF\xBB\xBF"
     "From a\nA:b",
     yes, yes, 0, rd},
    {"\xEF\xBB\xBF\n\nFrom a\nA:b", yes, yes, 5, rd},
    {"\xEF\xBB\xBF"
     "A: b\n",
     no, no, 3, rd},
    {"\n\r\n", undecided, no, 3, rd},
    {"\n\r", undecided, no, 1, rd},
    {"\n\nFrom a\nA:b", yes, yes, 2, rd},
    {"\n\nFrom a\n", undecided, no, 2, rd},
    {"From a b\n\n", no, no, 0, rd},
    {"\1\1\1", undecided, no, 0, rd},
    {"\1\1\1\1\n", undecided, no, 5, mmdf},
    {"\1\1\1\1\nA: b\n", yes, yes, 0, mmdf},
    {"\n\1\1\1\1\n\1\1\1\1\r\n\n\1\1\1\1\nA: b\n", yes, yes, 13, mmdf},
    {"\xEF\xBB\xBF\1\1\1\1\nA: b\n", yes, yes, 3, mmdf},
};

constexpr bool starts_of_files() {
    for (auto const& row : start_table) {
        auto const early = find_mbox_start(row.bytes, 0, {}, continues);
        REQUIRE_SAME(row.bytes, early.is_mbox == row.continues, true);
        auto const start = find_mbox_start(row.bytes, early.position, {early.format, {}}, ended);
        REQUIRE_SAME(row.bytes, start.is_mbox == row.ended, true);
        REQUIRE_SAME(row.bytes, start.position, row.position);
        REQUIRE_SAME(row.bytes, start.format == row.format, true);
    }
    return true;
}
CASE("mbox_start: what the start of a file says", starts_of_files)

} // namespace
