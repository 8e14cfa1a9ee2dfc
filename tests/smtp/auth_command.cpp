#include <foldwise/smtp/auth_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<auth_command>);

struct row {
    std::string_view line;
    std::string_view mechanism;
    std::string_view response; // "" if there is none
    std::string_view problems = {};
};

constexpr row table[] = {
    {"AUTH PLAIN dGVzdAB0ZXN0ADEyMzQ=\r\n", "PLAIN", "dGVzdAB0ZXN0ADEyMzQ="}, // RFC 4954 section 6
    {"AUTH CRAM-MD5\r\n", "CRAM-MD5", ""},
    {"AUTH GSSAPI =", "GSSAPI", "="},
    {"auth plain\r\n", "plain", "", "smtp_verb_case 0 4"},
    {"AUTH PLAIN  eA==\r\n", "PLAIN", "eA==", "smtp_white_space 10 2"},
    {"AUTH LOGIN \r\n", "LOGIN", "", "smtp_trailing_white_space 10 1"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table) {
        auto const read = auth_command::read(r.line);
        REQUIRE_SAME(r.line, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.line, read->raw(), r.line);
        REQUIRE_SAME(r.line, read->mechanism(), r.mechanism);
        REQUIRE_SAME(r.line, read->initial_response().value_or(""), r.response);
        REQUIRE_SAME(r.line, std::string_view{test::problems_of(*read)}, r.problems);
    }
    REQUIRE_TRUE(auth_command::read("AUTH Plain")->is("PLAIN"));
    REQUIRE_TRUE(auth_command{}.mechanism().empty() && !auth_command{}.deviation());
    return true;
}
CASE("auth_command: mechanisms and responses", commands_are_read)

constexpr bool other_lines_are_not_read() {
    for (std::string_view const line :
         {"AUTH", "AUTH =", "AUTH PLAIN=eA==", "AUTH PLAIN a b", "NOOP PLAIN", "AUTH A.B"}) {
        auto const none = auth_command::read(line);
        REQUIRE_SAME(line, none.has_value(), false);
        REQUIRE_SAME(line,
                     none.error() ==
                         diagnostic{diagnostic_code::smtp_command_malformed, 0, line.size()},
                     true);
    }
    auto const bare = auth_command::read("AUTH PLAIN\n");
    REQUIRE_TRUE(bare.error() == diagnostic{diagnostic_code::smtp_line_ending, 10, 1});
    return true;
}
CASE("auth_command: lines that are not read", other_lines_are_not_read)

} // namespace
