#include <foldwise/transcript/detail/chunk_counter.hpp>

#include "../../support.hpp"

#include <cstddef>
#include <cstdint>

namespace {

using foldwise::detail::chunk_counter;

constexpr bool lines_are_taken_until_the_chunk_ends() {
    struct {
        std::uint64_t chunk;
        std::size_t text;
        std::size_t ending;
        std::size_t size;
        bool goes_on;
        bool is_open;
    } constexpr table[] = {
        {9, 5, 2, 5, true, true},   {7, 5, 2, 5, true, false},  {6, 5, 2, 5, true, false},
        {5, 5, 2, 5, false, false}, {4, 5, 2, 4, false, false}, {0, 5, 2, 0, false, false},
        {2, 0, 2, 0, true, false},  {6, 5, 0, 5, true, true},   {UINT64_MAX, 5, 2, 5, true, true},
    };
    for (auto const& row : table) {
        chunk_counter counter{row.chunk};
        REQUIRE_SAME(row.chunk, counter.is_open(), row.chunk != 0);
        auto const part = counter.take(row.text, row.ending);
        REQUIRE_SAME(row.chunk, part.size, row.size);
        REQUIRE_SAME(row.chunk, part.goes_on, row.goes_on);
        REQUIRE_SAME(row.chunk, counter.is_open(), row.is_open);
    }
    REQUIRE_TRUE(!chunk_counter{}.is_open());
    return true;
}
CASE("chunk_counter: lines are taken until the chunk ends", lines_are_taken_until_the_chunk_ends)

} // namespace
