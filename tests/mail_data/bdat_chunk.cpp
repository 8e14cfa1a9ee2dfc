#include <foldwise/mail_data/bdat_chunk.hpp>

#include "../support.hpp"

namespace {

using foldwise::bdat_chunk;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::line_ending;
using namespace std::string_view_literals;

static_assert(std::is_trivially_copyable_v<bdat_chunk>);

struct chunk_row {
    std::string_view from;
    std::string_view bytes;
    std::string_view content;
    std::uint64_t size;
    bool is_last = false;
    bool is_proper = true; // the command
};

constexpr chunk_row chunk_table[] = {
    {"RFC 3030 section 4.1",
     "BDAT 86 LAST\r\nTo: Susan@random.com\r\nFrom: Sam@random.com\r\n"
     "Subject: This is a bodyless test message\r\nQUIT\r\n",
     "To: Susan@random.com\r\nFrom: Sam@random.com\r\nSubject: This is a bodyless test message\r\n",
     86, true},
    {"RFC 3030 section 4.2, no more octets", "BDAT 0 LAST\r\nQUIT\r\n", "", 0, true},
    {"not the last one", "BDAT 3\r\nabcBDAT 0 LAST\r\n", "abc", 3},
    {"in lower case", "bdat 3 last\r\nabc", "abc", 3, true, false},
    {"white space at the end of the line", "BDAT 3 LAST \t\r\nabc", "abc", 3, true, false},
    {"the same without LAST", "BDAT 3 \r\nabc", "abc", 3, false, false},
    {"leading zeros", "BDAT 003\r\nabc", "abc", 3},
    {"octets of any value", "BDAT 6\r\n\r\n.\r\n\0x"sv, "\r\n.\r\n\0"sv, 6},
    {"fewer octets", "BDAT 9 LAST\r\nabc", "abc", 9, true},
    {"no octets", "BDAT 9\r\n", "", 9},
    {"the greatest size", "BDAT 18446744073709551615\r\nabc", "abc", UINT64_MAX},
};

constexpr bool table_of_chunks() {
    for (auto const& row : chunk_table) {
        auto const chunk = bdat_chunk::read(row.bytes);
        if (!REQUIRE_SAME(row.from, chunk.has_value(), true)) continue;
        REQUIRE_SAME(row.from, chunk->content(), row.content);
        REQUIRE_SAME(row.from, chunk->chunk_size(), row.size);
        REQUIRE_SAME(row.from, chunk->is_last(), row.is_last);
        bool const is_complete = row.content.size() == row.size;
        REQUIRE_SAME(row.from, chunk->is_complete(), is_complete);
        REQUIRE_SAME(row.from, chunk->deviation().has_value(), !is_complete || !row.is_proper);
        REQUIRE_SAME(row.from, chunk->command().ends_with("\r\n"), true);
        REQUIRE_SAME(row.from, chunk->raw(),
                     row.bytes.substr(0, chunk->command().size() + row.content.size()));
        chunk->diagnose([&](diagnostic const& problem) {
            REQUIRE_TRUE(!row.is_proper || problem == diagnostic{diagnostic_code::bdat_incomplete,
                                                                 0, chunk->command().size()});
        });
    }
    return true;
}
CASE("bdat_chunk: the command and its octets", table_of_chunks)

constexpr std::string_view malformed[] = {
    "",
    "BDAT",
    "BDAT\r\n",
    "BDAT \r\n",
    "BDAT LAST\r\n",
    "BDAT  3\r\nabc",
    "BDAT\t3\r\nabc",
    "BDAT 3\nabc",   // RFC 5321 section 2.3.8: a bare LF ends no line
    "BDAT 3\rabc\n", // nor does a bare CR
    "BDAT 3",
    "BDAT 3\r",
    "BDAT -3\r\nabc",
    "BDAT +3\r\nabc",
    "BDAT 3a\r\nabc",
    "BDAT 3 FIRST\r\nabc",
    "BDAT 3  LAST\r\nabc",
    "BDAT 3 LASTLY\r\nabc",
    "BDAT 3 LAST x\r\nabc",
    "BDAT 3LAST\r\nabc",
    "BDAT 18446744073709551616\r\nabc",
    " BDAT 3\r\nabc",
    "BDATA 3\r\nabc",
    "DATA\r\n",
};

constexpr bool malformed_commands_are_not_read() {
    for (auto const bytes : malformed) {
        auto const chunk = bdat_chunk::read(bytes);
        if (!REQUIRE_SAME(bytes, chunk.has_value(), false)) continue;
        REQUIRE_SAME(bytes, chunk.error().code, diagnostic_code::bdat_malformed);
        auto const line = bytes.find('\n');
        REQUIRE_SAME(bytes, chunk.error().length, line == bytes.npos ? bytes.size() : line + 1);
    }
    return true;
}
CASE("bdat_chunk: a malformed command is not read", malformed_commands_are_not_read)

constexpr bool in_recorded_commands_an_lf_may_stand_for_a_crlf() {
    auto const read = [](std::string_view bytes) {
        return bdat_chunk::read(bytes, line_ending::lf);
    };
    REQUIRE_TRUE(read("BDAT 6 LAST\na\nb\nQUIT\n")->content() == "a\nb\n");
    REQUIRE_TRUE(read("BDAT 5 LAST\na\nb\nQUIT\n")->content() == "a\nb\n"); // half of a CRLF
    REQUIRE_TRUE(read("BDAT 4\na\nb\n")->content() == "a\nb");
    REQUIRE_TRUE(read("BDAT 0\na\nb\n")->content().empty());
    REQUIRE_TRUE(read("BDAT 6\na\nb\n")->is_complete());
    REQUIRE_TRUE(!read("BDAT 7\na\nb\n")->is_complete());
    REQUIRE_TRUE(read("BDAT 7\na\nb\n")->content() == "a\nb\n");
    REQUIRE_TRUE(!read("BDAT 6\r\na\nb\n"));
    return true;
}
CASE("bdat_chunk: in recorded commands, an LF may stand for a CRLF",
     in_recorded_commands_an_lf_may_stand_for_a_crlf)

} // namespace
