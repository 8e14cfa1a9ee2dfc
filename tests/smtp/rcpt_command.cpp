#include <foldwise/smtp/rcpt_command.hpp>

#include "../diagnostics.hpp"
#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<rcpt_command>);
static_assert(noexcept(rcpt_command::read(test::some_octets)));

struct row {
    std::string_view from;
    std::string_view text; // read without and with CRLF
    std::string_view path;
    std::string_view parameters = {};
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "RCPT TO:<Jones@foo.com>", "<Jones@foo.com>"},
    {"RFC 5321 4.1.1.3", "RCPT TO:<@hosta.int,@jkl.org:userc@d.bar.org>",
     "<@hosta.int,@jkl.org:userc@d.bar.org>", "", "smtp_source_route 9 20"},
    {"RFC 5321 4.1.1.3", "RCPT TO:<Postmaster>", "<Postmaster>"},
    {"RFC 5321 4.1.1.3", "RCPT TO:<Postmaster@foo.com>", "<Postmaster@foo.com>"},
    {"RFC 3461 10.1", "RCPT TO:<Bob@Example.COM> NOTIFY=SUCCESS ORCPT=rfc822;Bob@Example.COM",
     "<Bob@Example.COM>", "NOTIFY=SUCCESS ORCPT=rfc822;Bob@Example.COM"},
    {"RFC 6531 3.3, SMTPUTF8 belongs to MAIL", "RCPT TO:<\xC3\xA9@b>", "<\xC3\xA9@b>"},
    {"RFC 5321 2.4", "Rcpt to:<a@b>", "<a@b>", "", "smtp_verb_case 0 4"},
    {"white space after the colon", "RCPT TO: <a@b>", "<a@b>", "", "smtp_white_space 8 1"},
    {"before the colon", "RCPT TO :<a@b>", "<a@b>", "", "smtp_white_space 7 1"},
    {"no brackets", "RCPT TO:a@b NOTIFY=A", "a@b", "NOTIFY=A",
     "path_without_brackets 8 3, esmtp_parameter_malformed 12 8"},
    {"Postmaster without brackets", "RCPT TO:postmaster", "postmaster", "",
     "path_without_brackets 8 10"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = rcpt_command::read(std::string_view{line});
            REQUIRE_SAME(r.from, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.from, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.from, read->forward_path().raw(), r.path);
            REQUIRE_SAME(r.from, read->parameters().raw(), r.parameters);
            REQUIRE_SAME(r.from, std::string_view{test::problems_of(*read)}, r.problems);
            REQUIRE_SAME(r.from, read->deviation().has_value(), !r.problems.empty());
        }
    return true;
}
CASE("rcpt_command: recipients and parameters", commands_are_read)

struct unread_row {
    std::string_view line;
    std::string_view problem;
};

constexpr unread_row unread_table[] = {
    {"RCPT TO:<a@b>\n", "! smtp_line_ending 13 1"},
    {"RCPT TO:<a@b>\r", "! smtp_line_ending 13 1"},
    {"RCPT TO:<a@b>\nDATA\r\n", "! smtp_line_ending 13 1"},
    {"RCPT FROM:<a@b>\r\n", "! smtp_command_malformed 0 15"},
    {"MAIL TO:<a@b>\r\n", "! smtp_command_malformed 0 13"},
    {"RCPT TO\r\n", "! smtp_command_malformed 0 7"},
    {"RCPT TO:\r\n", "! smtp_command_malformed 0 8"},
    {"RCPT TO:<a@b>,<c@d>\r\n", "! smtp_command_malformed 0 19"},
    {"RCPT TO:<>\r\n", "! address_without_at 8 2"},
    {"RCPT TO:< >\r\n", "! address_without_at 8 3"},
    {"RCPT TO:<friend>\r\n", "! address_without_at 9 6"},
    {"RCPT TO:<a@b\r\n", "! address_not_closed 8 4"},
};

constexpr bool other_lines_are_not_read() {
    for (auto const& r : unread_table) {
        auto const read = rcpt_command::read(r.line);
        REQUIRE_SAME(r.line, std::string_view{test::problems_of_result(read)}, r.problem);
    }
    test::still_reporter reporter;
    rcpt_command{}.diagnose(reporter);
    REQUIRE_TRUE(reporter.count == 0);
    return true;
}
CASE("rcpt_command: lines that are not read", other_lines_are_not_read)

} // namespace
