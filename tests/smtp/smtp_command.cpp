#include <foldwise/smtp/smtp_command.hpp>

#include "../diagnostics.hpp"
#include "problems.hpp"

namespace {

using namespace foldwise;
using namespace std::string_view_literals;
using enum smtp_verb;

static_assert(std::is_trivially_copyable_v<smtp_command>);
static_assert(noexcept(smtp_command{test::some_octets}) && noexcept(smtp_command{}.deviation()));

struct row {
    std::string_view from;
    std::string_view text; // without CRLF; read without and with one
    smtp_verb verb;
    std::string_view name;
    std::string_view argument;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "EHLO bar.com", ehlo, "EHLO", "bar.com"},
    {"RFC 5321 D.1", "MAIL FROM:<Smith@bar.com>", mail, "MAIL", "FROM:<Smith@bar.com>"},
    {"RFC 5321 D.1", "RCPT TO:<Jones@foo.com>", rcpt, "RCPT", "TO:<Jones@foo.com>"},
    {"RFC 5321 D.1", "DATA", data, "DATA", ""},
    {"RFC 5321 D.1", "QUIT", quit, "QUIT", ""},
    {"RFC 5321 D.2", "RSET", rset, "RSET", ""},
    {"RFC 5321 D.4", "VRFY Crispin", vrfy, "VRFY", "Crispin"},
    {"RFC 5321 3.5.1", "EXPN Executive-Washroom-List", expn, "EXPN", "Executive-Washroom-List"},
    {"RFC 5321 4.1.1.8", "HELP", help, "HELP", ""},
    {"RFC 5321 4.1.1.8", "HELP MAIL", help, "HELP", "MAIL"},
    {"RFC 5321 4.1.1.9", "NOOP ping", noop, "NOOP", "ping"},
    {"RFC 2033 4.3", "LHLO foo.edu", lhlo, "LHLO", "foo.edu"},
    {"RFC 3030 4.1", "BDAT 86 LAST", bdat, "BDAT", "86 LAST"},
    {"RFC 3207 5", "STARTTLS", starttls, "STARTTLS", ""},
    {"RFC 4954 6", "AUTH PLAIN dGVzdAB0ZXN0ADEyMzQ=", auth, "AUTH", "PLAIN dGVzdAB0ZXN0ADEyMzQ="},
    {"Postfix XCLIENT_README", "XCLIENT NAME=spike.porcupine.org ADDR=168.100.189.2", xclient,
     "XCLIENT", "NAME=spike.porcupine.org ADDR=168.100.189.2"},
    {"RFC 1985, another extension", "ETRN example.com", other, "ETRN", "example.com"},
    {"RFC 5321 2.4, lower case", "quit", quit, "quit", "", "smtp_verb_case 0 4"},
    {"mixed case", "Mail FROM:<>", mail, "Mail", "FROM:<>", "smtp_verb_case 0 4"},
    {"case of an argument", "MAIL from:<>", mail, "MAIL", "from:<>"},
    {"RFC 5321 4.1.1, white space at the end", "QUIT \t", quit, "QUIT", "",
     "smtp_trailing_white_space 4 2"},
    {"after an argument", "NOOP a ", noop, "NOOP", "a", "smtp_trailing_white_space 6 1"},
    {"at the start", " QUIT", quit, "QUIT", "", "smtp_white_space 0 1"},
    {"two spaces", "NOOP  a", noop, "NOOP", "a", "smtp_white_space 4 2"},
    {"a tab", "NOOP\ta", noop, "NOOP", "a", "smtp_white_space 4 1"},
    {"white space in an argument", "NOOP a  b", noop, "NOOP", "a  b"},
    {"an argument of DATA", "DATA 8BIT", data, "DATA", "8BIT", "smtp_argument_ignored 5 4"},
    {"RSET", "RSET a", rset, "RSET", "a", "smtp_argument_ignored 5 1"},
    {"QUIT", "QUIT a", quit, "QUIT", "a", "smtp_argument_ignored 5 1"},
    {"STARTTLS", "STARTTLS a", starttls, "STARTTLS", "a", "smtp_argument_ignored 9 1"},
    {"no argument", "HELO", helo, "HELO", "", "smtp_command_malformed 0 4"},
    {"only white space", "VRFY ", vrfy, "VRFY", "",
     "smtp_command_malformed 0 5, smtp_trailing_white_space 4 1"},
    {"an empty line", "", other, "", "", "smtp_command_malformed 0 0"},
    {"a blank line", "  ", other, "", "", "smtp_command_malformed 0 2"},
    {"not letters", "\x16\x03\x01 a", other, "\x16\x03\x01", "a", "smtp_command_malformed 0 5"},
    {"a digit in the name", "MAIL2 a", other, "MAIL2", "a", "smtp_command_malformed 0 7"},
    {"NUL in the name", "QUIT\0"sv, other, "QUIT\0"sv, "", "smtp_command_malformed 0 5"},
    {"a colon after the name", "MAIL: a", other, "MAIL:", "a", "smtp_command_malformed 0 7"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            smtp_command const read{std::string_view{line}};
            REQUIRE_SAME(r.from, read.raw(), std::string_view{line});
            REQUIRE_SAME(r.from, read.verb(), r.verb);
            REQUIRE_SAME(r.from, read.apparent_verb(), r.verb);
            REQUIRE_SAME(r.from, read.name(), r.name);
            REQUIRE_SAME(r.from, read.argument(), r.argument);
            REQUIRE_SAME(r.from, read.is_ended(), is_ended);
            REQUIRE_SAME(r.from, read.has_bare_line_ending(), false);
            REQUIRE_SAME(r.from, std::string_view{test::problems_of(read)}, r.problems);
        }
    return true;
}
CASE("smtp_command: verbs and arguments", commands_are_read)

struct bare_row {
    std::string_view line;
    smtp_verb apparent_verb;
    std::string_view argument;
    std::string_view problems;
    bool is_ended = false;
};

// RFC 5321 section 2.3.8: only CRLF ends a line.
constexpr bare_row bare_table[] = {
    {"DATA\n", data, "", "smtp_line_ending 4 1"},
    {"DATA\r", data, "", "smtp_line_ending 4 1"},
    {"DATA\n\r", data, "", "smtp_line_ending 4 1"},
    {"DATA\r\r\n", data, "", "smtp_line_ending 4 1", true},
    {"DATA\n\r\n", data, "", "smtp_line_ending 4 1", true},
    {"\nDATA\r\n", data, "", "smtp_line_ending 0 1, smtp_white_space 0 1", true},
    {"NOOP a\nDATA\r\n", noop, "a\nDATA", "smtp_line_ending 6 1", true},
    {"NOOP\rDATA\r\n", noop, "DATA", "smtp_line_ending 4 1, smtp_white_space 4 1", true},
    {"RSET\r\nDATA\r\n", rset, "DATA",
     "smtp_line_ending 4 1, smtp_white_space 4 2, smtp_argument_ignored 6 4", true},
    {"MAIL FROM:<a@b.example>\n", mail, "FROM:<a@b.example>", "smtp_line_ending 23 1"},
    {"\n", other, "", "smtp_line_ending 0 1, smtp_command_malformed 0 1"},
};

constexpr bool only_crlf_ends_a_command() {
    for (auto const& r : bare_table) {
        smtp_command const read{r.line};
        REQUIRE_SAME(r.line, read.verb(), other);
        REQUIRE_SAME(r.line, read.apparent_verb(), r.apparent_verb);
        REQUIRE_SAME(r.line, read.argument(), r.argument);
        REQUIRE_SAME(r.line, read.has_bare_line_ending(), true);
        REQUIRE_SAME(r.line, read.is_ended(), r.is_ended);
        REQUIRE_SAME(r.line, std::string_view{test::problems_of(read)}, r.problems);
    }
    return true;
}
CASE("smtp_command: a line with a bare LF or CR is not a command", only_crlf_ends_a_command)

constexpr bool limit_is(std::string_view start, std::size_t limit) {
    char line[12400] = {};
    for (char& octet : line) octet = 'a';
    start.copy(line, start.size());
    for (bool const is_ended : {false, true}) {
        if (is_ended) std::string_view{"\r\n"}.copy(line + limit - 2, 2);
        smtp_command const fits{std::string_view{line, is_ended ? limit : limit - 2}};
        REQUIRE_SAME(start, fits.deviation() == std::nullopt, true);
        if (is_ended) std::string_view{"aa\r\n"}.copy(line + limit - 2, 4);
        smtp_command const long_one{std::string_view{line, is_ended ? limit + 2 : limit}};
        REQUIRE_SAME(start,
                     long_one.deviation() ==
                         diagnostic{diagnostic_code::smtp_line_too_long, limit - 2, 2},
                     true);
    }
    return true;
}
constexpr bool lines_have_limits() {
    return limit_is("NOOP ", 512) && limit_is("MAIL ", 1064) && limit_is("RCPT ", 1012);
}
CASE("smtp_command: lines have limits", lines_have_limits)
TEST_CASE("smtp_command: an AUTH line may be long") { CHECK(limit_is("AUTH ", 12288)); }

constexpr bool the_default_is_an_empty_line() {
    smtp_command const none;
    REQUIRE_TRUE(none.raw().empty() && none.verb() == other && none.argument().empty());
    test::still_reporter reporter;
    none.diagnose(reporter);
    REQUIRE_TRUE(reporter.count == 1);
    return true;
}
CASE("smtp_command: the default is an empty line", the_default_is_an_empty_line)

} // namespace
