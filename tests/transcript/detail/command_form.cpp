#include <foldwise/transcript/detail/command_form.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using namespace foldwise;

constexpr bool lines_of_a_session_are_recognized() {
    REQUIRE_TRUE(detail::starts_conversation("ehlo a") && detail::starts_conversation("DATA"));
    REQUIRE_TRUE(!detail::starts_conversation("EHLO") && !detail::starts_conversation("DATA a"));
    REQUIRE_TRUE(detail::is_reply_form("250") && detail::is_reply_form("250-b"));
    REQUIRE_TRUE(detail::is_reply_form("354\tgo") && !detail::is_reply_form("354go"));
    REQUIRE_TRUE(!detail::is_reply_form("25") && !detail::is_reply_form("2500"));
    REQUIRE_TRUE(!detail::is_reply_form("150 a") && !detail::is_reply_form("650 a"));
    REQUIRE_TRUE(detail::code_at_start("250\r\nx") == "250" && detail::code_at_start("x").empty());
    return true;
}
CASE("command_form: lines of a session are recognized", lines_of_a_session_are_recognized)

constexpr bool commands_have_a_form() {
    for (std::string_view const line :
         {"EHLO a", "helo a", "LHLO a", "MAIL FROM:<>", "rcpt to:<a@b>", "DATA", " DATA ", "RSET",
          "QUIT", "NOOP", "HELP", "STARTTLS", "AUTH PLAIN", "BDAT 1", "BDAT 1 LAST", "VRFY a",
          "EXPN a", "XCLIENT NAME=a"})
        REQUIRE_SAME(line, detail::has_command_form(smtp_command{line}), true);
    for (std::string_view const line :
         {"", "EHLO", "MAIL", "MAIL <>", "MAIL sent", "RCPT <a@b>", "RCTP TO:<a@b>", "DATA a",
          "RSET foo", "Quit now", "Help is near", "BDAT", "BDAT x", "AUTH", "XCLIENT a", "FOO bar",
          "MAIL\nFROM:<>"})
        REQUIRE_SAME(line, detail::has_command_form(smtp_command{line}), false);
    return true;
}
CASE("command_form: commands, and near misses", commands_have_a_form)

} // namespace
