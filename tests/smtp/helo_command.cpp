#include <foldwise/smtp/helo_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using enum smtp_verb;

static_assert(std::is_trivially_copyable_v<helo_command>);

struct row {
    std::string_view from;
    std::string_view text; // read without and with CRLF
    smtp_verb verb;
    std::string_view name;
    std::string_view address = {};
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "EHLO bar.com", ehlo, "bar.com"},
    {"RFC 5321 4.1.1.1", "HELO smtp.sample.net", helo, "smtp.sample.net"},
    {"RFC 2033 4.3", "LHLO foo.edu", lhlo, "foo.edu"},
    {"RFC 5321 4.1.3", "EHLO [192.0.2.1]", ehlo, "[192.0.2.1]", "192.0.2.1"},
    {"RFC 5321 4.1.1.1", "HELO [IPv6:2001:db8::1]", helo, "[IPv6:2001:db8::1]", "2001:db8::1"},
    {"RFC 6531 3.7.1",
     "EHLO b\xC3\xBC"
     "cher.example",
     ehlo,
     "b\xC3\xBC"
     "cher.example"},
    {"one label", "HELO localhost", helo, "localhost"},
    {"lower case", "helo a", helo, "a", "", "smtp_verb_case 0 4"},
    {"an underscore", "EHLO my_pc", ehlo, "my_pc", "", "helo_name_malformed 5 5"},
    {"a dot at the end", "EHLO a.", ehlo, "a.", "", "helo_name_malformed 5 2"},
    {"no closing bracket", "EHLO [192.0.2.1", ehlo, "[192.0.2.1", "", "helo_name_malformed 5 10"},
    {"IPv6 without its tag", "EHLO [::1]", ehlo, "[::1]", "::1", "helo_name_malformed 5 5"},
    {"not UTF-8", "EHLO \xE9", ehlo, "\xE9", "", "helo_name_malformed 5 1"},
    {"text after the name", "HELO a  b c ", helo, "a", "",
     "smtp_trailing_white_space 11 1, smtp_argument_ignored 8 3"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = helo_command::read(std::string_view{line});
            REQUIRE_SAME(r.from, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.from, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.from, read->verb(), r.verb);
            REQUIRE_SAME(r.from, read->name(), r.name);
            REQUIRE_SAME(r.from, read->is(r.name), true);
            auto const address = read->address();
            REQUIRE_SAME(r.from, address ? address->text : "", r.address);
            REQUIRE_SAME(r.from, std::string_view{test::problems_of(*read)}, r.problems);
        }
    REQUIRE_TRUE(helo_command::read("EHLO Bar.COM")->is("bar.com"));
    REQUIRE_TRUE(helo_command{}.name().empty() && !helo_command{}.deviation());
    return true;
}
CASE("helo_command: names", commands_are_read)

constexpr bool other_lines_are_not_read() {
    auto const problem = [](std::string_view line) {
        return test::problems_of_result(helo_command::read(line));
    };
    REQUIRE_TRUE(std::string_view{problem("HELO\r\n")} == "! smtp_command_malformed 0 4");
    REQUIRE_TRUE(std::string_view{problem("EHLO \r\n")} == "! smtp_command_malformed 0 5");
    REQUIRE_TRUE(std::string_view{problem("HELP a\r\n")} == "! smtp_command_malformed 0 6");
    REQUIRE_TRUE(std::string_view{problem("HELO a\n")} == "! smtp_line_ending 6 1");
    REQUIRE_TRUE(std::string_view{problem("HELO a\rb\r\n")} == "! smtp_line_ending 6 1");
    return true;
}
CASE("helo_command: lines that are not read", other_lines_are_not_read)

} // namespace
