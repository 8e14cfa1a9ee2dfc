#include <foldwise/smtp/vrfy_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using enum smtp_verb;

static_assert(std::is_trivially_copyable_v<vrfy_command>);

struct row {
    std::string_view from;
    std::string_view text; // read without and with CRLF
    smtp_verb verb;
    std::string_view name;
    std::string_view mailbox = {};
    bool has_smtputf8 = false;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 5321 D.4", "VRFY Crispin", vrfy, "Crispin"},
    {"RFC 5321 3.5.1", "EXPN Example-People", expn, "Example-People"},
    {"RFC 5321 3.5.1, with a domain", "VRFY foe@sample.net", vrfy, "foe@sample.net",
     "foe@sample.net"},
    {"RFC 5321 4.1.2", "VRFY \"A. Foe\"", vrfy, "\"A. Foe\""},
    {"RFC 6531 3.7.4.2", "VRFY jos\xC3\xA9 SMTPUTF8", vrfy, "jos\xC3\xA9", "", true},
    {"RFC 6531 3.7.4.2", "EXPN team@sample.net smtputf8", expn, "team@sample.net",
     "team@sample.net", true},
    {"a user of that name", "VRFY SMTPUTF8", vrfy, "SMTPUTF8"},
    {"part of a name", "VRFY aSMTPUTF8", vrfy, "aSMTPUTF8"},
    {"in quotes", "VRFY \"a SMTPUTF8\"", vrfy, "\"a SMTPUTF8\""},
    {"two spaces", "VRFY a  SMTPUTF8", vrfy, "a", "", true, "smtp_white_space 6 2"},
    {"a tab", "VRFY a\tSMTPUTF8", vrfy, "a", "", true, "smtp_white_space 6 1"},
    {"brackets", "VRFY <foe@sample.net>", vrfy, "<foe@sample.net>", "foe@sample.net", false,
     "smtp_string_malformed 5 16"},
    {"two words", "vrfy A. Foe", vrfy, "A. Foe", "", false,
     "smtp_verb_case 0 4, smtp_string_malformed 5 6"},
    {"no address", "VRFY foe@", vrfy, "foe@", "", false, "smtp_string_malformed 5 4"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = vrfy_command::read(std::string_view{line});
            REQUIRE_SAME(r.from, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.from, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.from, read->verb(), r.verb);
            REQUIRE_SAME(r.from, read->name().raw(), r.name);
            auto const address = read->address();
            REQUIRE_SAME(r.from, address ? address->raw() : "", r.mailbox);
            REQUIRE_SAME(r.from, read->has_smtputf8(), r.has_smtputf8);
            REQUIRE_SAME(r.from, std::string_view{test::problems_of(*read)}, r.problems);
            REQUIRE_SAME(r.from, read->deviation().has_value(), !r.problems.empty());
        }
    REQUIRE_TRUE(vrfy_command{}.name().empty() && !vrfy_command{}.deviation());
    return true;
}
CASE("vrfy_command: names and addresses", commands_are_read)

constexpr bool other_lines_are_errors() {
    auto const problem = [](std::string_view line) {
        return test::problems_of_result(vrfy_command::read(line));
    };
    REQUIRE_TRUE(std::string_view{problem("VRFY\r\n")} == "! smtp_command_malformed 0 4");
    REQUIRE_TRUE(std::string_view{problem("EXPN ")} == "! smtp_command_malformed 0 5");
    REQUIRE_TRUE(std::string_view{problem("HELP a")} == "! smtp_command_malformed 0 6");
    REQUIRE_TRUE(std::string_view{problem("VRFY a\n")} == "! smtp_line_ending 6 1");
    return true;
}
CASE("vrfy_command: other lines", other_lines_are_errors)

} // namespace
