#include <foldwise/smtp/bdat_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<bdat_command>);

struct row {
    std::string_view line;
    std::uint64_t size;
    bool is_last;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"BDAT 86 LAST\r\n", 86, true}, // RFC 3030 section 4.1
    {"BDAT 100000\r\n", 100000, false},
    {"BDAT 0 LAST\r\n", 0, true}, // RFC 3030 section 2
    {"BDAT 0\r\n", 0, false},
    {"BDAT 007", 7, false},
    {"BDAT 18446744073709551615\r\n", UINT64_MAX, false},
    {"BDAT 1 last\r\n", 1, true},
    {"bdat 1\r\n", 1, false, "smtp_verb_case 0 4"},
    {"BDAT 1 LAST 	\r\n", 1, true, "smtp_trailing_white_space 11 2"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table) {
        auto const read = bdat_command::read(r.line);
        REQUIRE_SAME(r.line, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.line, read->raw(), r.line);
        REQUIRE_SAME(r.line, read->chunk_size(), r.size);
        REQUIRE_SAME(r.line, read->is_last(), r.is_last);
        REQUIRE_SAME(r.line, std::string_view{test::problems_of(*read)}, r.problems);
    }
    REQUIRE_TRUE(bdat_command{}.chunk_size() == 0 && !bdat_command{}.deviation());
    return true;
}
CASE("bdat_command: sizes", commands_are_read)

constexpr bool nothing_is_guessed() {
    for (std::string_view const line :
         {"BDAT", "BDAT LAST", "BDAT -1", "BDAT +1", "BDAT 0x10", "BDAT 1LAST", "BDAT 1 LASTS",
          "BDAT 1 LAST a", "BDAT 1 2", "BDAT 1,000", "BDAT 18446744073709551616", "BDAT 1.",
          "DATA 1", "BDAT 1\v", "BDAT  1", "BDAT\t1", " BDAT 1", "BDAT 1  LAST", "BDAT 1\tLAST"}) {
        auto const none = bdat_command::read(line);
        REQUIRE_SAME(line, none.has_value(), false);
        REQUIRE_SAME(line,
                     none.error() ==
                         diagnostic{diagnostic_code::smtp_command_malformed, 0, line.size()},
                     true);
    }
    for (std::string_view const line :
         {"BDAT 1\n", "BDAT 1\r", "BDAT 1\r\r\n", "BDAT 1\n LAST\r\n"}) {
        auto const none = bdat_command::read(line);
        REQUIRE_SAME(line, none.has_value(), false);
        REQUIRE_SAME(line, none.error() == diagnostic{diagnostic_code::smtp_line_ending, 6, 1},
                     true);
    }
    return true;
}
CASE("bdat_command: a malformed size is not guessed", nothing_is_guessed)

} // namespace
