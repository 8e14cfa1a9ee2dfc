#include <foldwise/smtp/noop_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<noop_command>);

struct row {
    std::string_view text; // read without and with CRLF
    std::string_view ignored;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"NOOP", ""}, // RFC 5321 section 4.1.1.9
    {"NOOP ping", "ping"},
    {"NOOP \"MAIL FROM:<>\"", "\"MAIL FROM:<>\""},
    {"NOOP MAIL FROM:<>", "MAIL FROM:<>", "smtp_string_malformed 5 12"},
    {"NOOP  a", "a", "smtp_white_space 4 2"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = noop_command::read(std::string_view{line});
            REQUIRE_SAME(r.text, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.text, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.text, read->ignored().raw(), r.ignored);
            REQUIRE_SAME(r.text, std::string_view{test::problems_of(*read)}, r.problems);
            REQUIRE_SAME(r.text, read->deviation().has_value(), !r.problems.empty());
        }
    REQUIRE_TRUE(noop_command{}.ignored().empty() && !noop_command{}.deviation());
    return true;
}
CASE("noop_command: the argument is ignored", commands_are_read)

constexpr bool other_lines_are_errors() {
    auto const problem = [](std::string_view line) {
        return test::problems_of_result(noop_command::read(line));
    };
    REQUIRE_TRUE(std::string_view{problem("HELP\r\n")} == "! smtp_command_malformed 0 4");
    REQUIRE_TRUE(std::string_view{problem("NOOPS")} == "! smtp_command_malformed 0 5");
    REQUIRE_TRUE(std::string_view{problem("NOOP\r")} == "! smtp_line_ending 4 1");
    return true;
}
CASE("noop_command: other lines", other_lines_are_errors)

} // namespace
