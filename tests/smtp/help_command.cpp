#include <foldwise/smtp/help_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<help_command>);

struct row {
    std::string_view text; // read without and with CRLF
    std::string_view topic;
    smtp_verb command = smtp_verb::other;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"HELP", ""}, // RFC 5321 section 4.1.1.8
    {"HELP mail", "mail", smtp_verb::mail},
    {"HELP \"A. Foe\"", "\"A. Foe\""},
    {"help TOPICS", "TOPICS", smtp_verb::other, "smtp_verb_case 0 4"},
    {"HELP RCPT TO", "RCPT TO", smtp_verb::other, "smtp_string_malformed 5 7"},
    {"HELP ", "", smtp_verb::other, "smtp_trailing_white_space 4 1"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = help_command::read(std::string_view{line});
            REQUIRE_SAME(r.text, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.text, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.text, read->topic().raw(), r.topic);
            REQUIRE_SAME(r.text, read->command(), r.command);
            REQUIRE_SAME(r.text, std::string_view{test::problems_of(*read)}, r.problems);
            REQUIRE_SAME(r.text, read->deviation().has_value(), !r.problems.empty());
        }
    REQUIRE_TRUE(help_command{}.topic().empty() && !help_command{}.deviation());
    return true;
}
CASE("help_command: topics", commands_are_read)

constexpr bool other_lines_are_errors() {
    auto const problem = [](std::string_view line) {
        return test::problems_of_result(help_command::read(line));
    };
    REQUIRE_TRUE(std::string_view{problem("NOOP a\r\n")} == "! smtp_command_malformed 0 6");
    REQUIRE_TRUE(std::string_view{problem("HELPME")} == "! smtp_command_malformed 0 6");
    REQUIRE_TRUE(std::string_view{problem("HELP\n")} == "! smtp_line_ending 4 1");
    return true;
}
CASE("help_command: other lines", other_lines_are_errors)

} // namespace
