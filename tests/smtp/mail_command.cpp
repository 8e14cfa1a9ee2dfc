#include <foldwise/smtp/mail_command.hpp>

#include "../diagnostics.hpp"
#include "problems.hpp"

namespace {

using namespace foldwise;
using namespace std::string_view_literals;

static_assert(std::is_trivially_copyable_v<mail_command>);
static_assert(noexcept(mail_command::read(test::some_octets)));

struct row {
    std::string_view from;
    std::string_view text; // read without and with CRLF
    std::string_view path;
    std::string_view parameters = {};
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "MAIL FROM:<Smith@bar.com>", "<Smith@bar.com>"},
    {"RFC 5321 4.1.1.2, a bounce", "MAIL FROM:<>", "<>"},
    {"RFC 1870 7", "MAIL FROM:<ned@thor.innosoft.com> SIZE=500000", "<ned@thor.innosoft.com>",
     "SIZE=500000"},
    {"RFC 6152 4", "MAIL FROM:<ned@ymir.claremont.edu> BODY=8BITMIME", "<ned@ymir.claremont.edu>",
     "BODY=8BITMIME"},
    {"RFC 3461 10.1", "MAIL FROM:<Alice@Example.ORG> RET=HDRS ENVID=QQ314159",
     "<Alice@Example.ORG>", "RET=HDRS ENVID=QQ314159"},
    {"RFC 4954 5", "MAIL FROM:<e=mc2@example.com> AUTH=e+3Dmc2@example.com", "<e=mc2@example.com>",
     "AUTH=e+3Dmc2@example.com"},
    {"RFC 6531 3.4", "MAIL FROM:<\xC3\xA9@a.example> SMTPUTF8", "<\xC3\xA9@a.example>", "SMTPUTF8"},
    {"RFC 5321 2.4", "mail from:<a@b>", "<a@b>", "", "smtp_verb_case 0 4"},
    {"a bracket in quotes", "MAIL FROM:<\"> A\"@b> A", "<\"> A\"@b>", "A"},
    {"white space after the colon", "MAIL FROM: <a@b>", "<a@b>", "", "smtp_white_space 10 1"},
    {"before the colon", "MAIL FROM \t:<a@b>", "<a@b>", "", "smtp_white_space 9 2"},
    {"on both sides", "MAIL FROM : <a@b>", "<a@b>", "",
     "smtp_white_space 9 1, smtp_white_space 11 1"},
    {"before FROM", "MAIL  FROM:<a@b>", "<a@b>", "", "smtp_white_space 4 2"},
    {"at the end", "MAIL FROM:<a@b> ", "<a@b>", "", "smtp_trailing_white_space 15 1"},
    {"before the parameters", "MAIL FROM:<a@b>  SIZE=1", "<a@b>", "SIZE=1",
     "smtp_white_space 15 2"},
    {"a tab there", "MAIL FROM:<a@b>\tSIZE=1", "<a@b>", "SIZE=1", "smtp_white_space 15 1"},
    {"between them", "MAIL FROM:<a@b> A  B", "<a@b>", "A  B", "smtp_white_space 17 2"},
    {"no brackets", "MAIL FROM:a@b SIZE=1", "a@b", "SIZE=1", "path_without_brackets 10 3"},
    {"no brackets, white space", "MAIL FROM: a@b", "a@b", "",
     "smtp_white_space 10 1, path_without_brackets 11 3"},
    {"a source route", "MAIL FROM:<@a:b@c>", "<@a:b@c>", "", "smtp_source_route 11 3"},
    {"an underscore", "MAIL FROM:<a@b_c> SIZE=x", "<a@b_c>", "SIZE=x",
     "address_not_for_smtp 14 1, esmtp_parameter_malformed 18 6"},
    {"no SMTPUTF8", "MAIL FROM:<\xC3\xA9@b>", "<\xC3\xA9@b>", "", "smtputf8_missing 10 6"},
    {"SMTPUTF8 with a value", "MAIL FROM:<\xC3\xA9@b> SMTPUTF8=1", "<\xC3\xA9@b>", "SMTPUTF8=1",
     "esmtp_parameter_malformed 17 10, smtputf8_missing 10 6"},
};

constexpr bool commands_are_read() {
    for (auto const& r : table)
        for (bool const is_ended : {false, true}) {
            test::text_buffer line;
            line.append(r.text);
            if (is_ended) line.append("\r\n");
            auto const read = mail_command::read(std::string_view{line});
            REQUIRE_SAME(r.from, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(r.from, read->raw(), std::string_view{line});
            REQUIRE_SAME(r.from, read->reverse_path().raw(), r.path);
            REQUIRE_SAME(r.from, read->parameters().raw(), r.parameters);
            REQUIRE_SAME(r.from, std::string_view{test::problems_of(*read)}, r.problems);
            REQUIRE_SAME(r.from, read->deviation().has_value(), !r.problems.empty());
        }
    return true;
}
CASE("mail_command: senders and parameters", commands_are_read)

struct unread_row {
    std::string_view line;
    std::string_view problem;
};

constexpr unread_row unread_table[] = {
    {"MAIL FROM:<a@b>\n", "! smtp_line_ending 15 1"},
    {"MAIL FROM:<a@b>\r", "! smtp_line_ending 15 1"},
    {"MAIL FROM:<a@b>\r\r\n", "! smtp_line_ending 15 1"},
    {"MAIL FROM:<a@b>\nRCPT TO:<c@d>\r\n", "! smtp_line_ending 15 1"},
    {"MAIL FROM:<\"a\r\n\"@b>\r\n", "! smtp_line_ending 13 1"},
    {"MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n", "! smtp_line_ending 15 1"},
    {"RCPT TO:<a@b>\r\n", "! smtp_command_malformed 0 13"},
    {"MAIL\r\n", "! smtp_command_malformed 0 4"},
    {"MAIL FROM\r\n", "! smtp_command_malformed 0 9"},
    {"MAIL FROM:\r\n", "! smtp_command_malformed 0 10"},
    {"MAIL FROM: \r\n", "! smtp_command_malformed 0 11"},
    {"MAIL FROM<a@b>\r\n", "! smtp_command_malformed 0 14"},
    {"MAIL FROM <a@b>\r\n", "! smtp_command_malformed 0 15"},
    {"MAIL <a@b>\r\n", "! smtp_command_malformed 0 10"},
    {"MAIL TO:<a@b>\r\n", "! smtp_command_malformed 0 13"},
    {"MAILFROM:<a@b>\r\n", "! smtp_command_malformed 0 14"},
    {"MAIL FROM:<a@b>SIZE=1\r\n", "! smtp_command_malformed 0 21"},
    {"MAIL FROM:<<a@b>>\r\n", "! smtp_command_malformed 0 17"},
    {"SEND FROM:<a@b>\r\n", "! smtp_command_malformed 0 15"},
    {"MAIL FROM:<a@b\r\n", "! address_not_closed 10 4"},
    {"MAIL FROM:a@b>\r\n", "! address_malformed 10 4"},
    {"MAIL FROM:<foe>\r\n", "! address_without_at 11 3"},
    {"MAIL FROM:Foe <a@b>\r\n", "! address_without_at 10 3"},
    {"MAIL FROM:<Postmaster>\r\n", "! address_without_at 10 12"},
    {"MAIL FROM:<a(c)@b>\r\n", "! address_malformed 11 6"},
    {"", "! smtp_command_malformed 0 0"},
};

constexpr bool other_lines_are_not_read() {
    for (auto const& r : unread_table) {
        auto const read = mail_command::read(r.line);
        REQUIRE_SAME(r.line, std::string_view{test::problems_of_result(read)}, r.problem);
    }
    auto const nul = mail_command::read("MAIL FROM:<a\0@b>\r\n"sv);
    REQUIRE_TRUE(nul.error() == diagnostic{diagnostic_code::address_malformed, 11, 4});
    return true;
}
CASE("mail_command: lines that are not read", other_lines_are_not_read)

constexpr bool the_default_is_empty() {
    mail_command const none;
    REQUIRE_TRUE(none.raw().empty() && none.reverse_path().is_null() && none.parameters().empty());
    test::still_reporter reporter;
    none.diagnose(reporter);
    REQUIRE_TRUE(reporter.count == 0);
    return true;
}
CASE("mail_command: the default is empty", the_default_is_empty)

} // namespace
