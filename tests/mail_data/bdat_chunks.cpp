#include <foldwise/mail_data/bdat_chunks.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::bdat_chunks;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::line_ending;

static_assert(std::ranges::forward_range<bdat_chunks> && std::ranges::view<bdat_chunks>);
static_assert(std::ranges::borrowed_range<bdat_chunks>);
static_assert(std::is_trivially_copyable_v<bdat_chunks>);

struct chunks_row {
    std::string_view from;
    std::string_view bytes;
    std::string_view content;
    std::string_view rest;
    std::size_t chunks;            // well-formed ones
    std::string_view problem = {}; // its code
    std::size_t offset = 0;        // of the problem
};

constexpr chunks_row chunks_table[] = {
    {"RFC 3030 section 4.2, with smaller numbers",
     "BDAT 10\r\n0123456789BDAT 3\r\nabcBDAT 0 LAST\r\nQUIT\r\n", "0123456789abc", "QUIT\r\n", 3},
    {"RFC 3030 section 4.1, one chunk", "BDAT 3 LAST\r\nabc", "abc", "", 1},
    {"RFC 3030 section 2, BDAT after LAST belongs to no message", "BDAT 1 LAST\r\naBDAT 1\r\nb",
     "a", "BDAT 1\r\nb", 1},
    {"an empty message", "BDAT 0 LAST\r\n", "", "", 1},
    {"octets that look like a command", "BDAT 8\r\nBDAT 5\r\nBDAT 1 LAST\r\na", "BDAT 5\r\na", "",
     2},
    {"RFC 3030 section 2, RSET ends the transaction", "BDAT 1\r\naRSET\r\n", "a", "RSET\r\n", 1,
     "bdat_incomplete", 9},
    {"cut off in the octets", "BDAT 1\r\naBDAT 5 LAST\r\nbc", "abc", "", 2, "bdat_incomplete", 9},
    {"cut off between two chunks", "BDAT 1\r\na", "a", "", 1, "bdat_incomplete", 9},
    {"cut off in a command", "BDAT 1\r\naBDAT 5 L", "a", "BDAT 5 L", 1, "bdat_malformed", 9},
    {"a malformed command", "BDAT 1\r\naBDAT x\r\nb", "a", "BDAT x\r\nb", 1, "bdat_malformed", 9},
    {"a bare LF", "BDAT 1\naBDAT 0 LAST\r\n", "", "BDAT 1\naBDAT 0 LAST\r\n", 0, "bdat_malformed",
     0},
    {"no BDAT command", "DATA\r\n", "", "DATA\r\n", 0, "bdat_incomplete", 0},
    {"another command that starts with BDAT", "BDATA 1\r\n", "", "BDATA 1\r\n", 0,
     "bdat_incomplete", 0},
    {"nothing", "", "", "", 0, "bdat_incomplete", 0},
};

constexpr bool table_of_messages() {
    for (auto const& row : chunks_table) {
        bdat_chunks const chunks{row.bytes};
        std::size_t count = 0;
        for (auto const chunk : chunks) count += chunk ? 1u : 0u;
        REQUIRE_SAME(row.from, count, row.chunks);
        REQUIRE_SAME(row.from, chunks.raw(), row.bytes);
        REQUIRE_SAME(row.from, chunks.rest(), row.rest);
        REQUIRE_SAME(row.from, chunks.is_complete(), row.problem.empty());

        REQUIRE_SAME(row.from, chunks.content() == row.content, true);

        std::size_t problems = 0;
        chunks.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(row.from, problem.name(), row.problem);
            REQUIRE_SAME(row.from, problem.offset, row.offset);
            REQUIRE_SAME(row.from, problem.offset + problem.length <= row.bytes.size(), true);
            ++problems;
        });
        REQUIRE_SAME(row.from, problems, row.problem.empty() ? 0u : 1u);
        REQUIRE_SAME(row.from, chunks.deviation().has_value(), problems == 1);
    }
    return true;
}
CASE("bdat_chunks: chunks, their octets, and what follows", table_of_messages)

constexpr bool a_malformed_command_is_the_last_element() {
    bdat_chunks const chunks{"BDAT 1\r\naBDAT\r\nBDAT 1\r\nb"};
    auto it = chunks.begin();
    REQUIRE_TRUE((*it)->content() == "a");
    ++it;
    REQUIRE_TRUE(!*it && (*it).error().code == diagnostic_code::bdat_malformed);
    ++it;
    REQUIRE_TRUE(it == chunks.end());
    REQUIRE_TRUE(bdat_chunks{}.empty());
    return true;
}
CASE("bdat_chunks: a malformed command is the last element",
     a_malformed_command_is_the_last_element)

constexpr bool in_recorded_commands_an_lf_may_stand_for_a_crlf() {
    bdat_chunks const chunks{"BDAT 3\na\nBDAT 3 LAST\nb\nQUIT\n", line_ending::lf};
    REQUIRE_TRUE(chunks.content() == "a\nb\n" && chunks.rest() == "QUIT\n");
    REQUIRE_TRUE(chunks.is_complete());
    return true;
}
CASE("bdat_chunks: in recorded commands, an LF may stand for a CRLF",
     in_recorded_commands_an_lf_may_stand_for_a_crlf)

} // namespace
