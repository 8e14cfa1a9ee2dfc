#include <foldwise/transcript/detail/reply_meaning.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::detail::exchange_outcome;
using foldwise::detail::reply_meaning;
using foldwise::detail::transcript_form;
using foldwise::detail::transcript_line_walker;

constexpr transcript_line_walker first_line(std::string_view bytes) {
    return {bytes, transcript_form::of(bytes)};
}

constexpr bool a_reply_accepts_or_refuses() {
    using enum exchange_outcome;
    struct {
        std::string_view reply;
        int code;
        bool goes_ahead;
        exchange_outcome outcome;
    } constexpr table[] = {
        {"250 ok\n", 250, false, accepted},
        {"250-a\n250 b\n", 250, false, accepted},
        {"550-a\n550 b\n", 550, false, refused},
        {"550-a\n", 550, false, refused}, // cut off
        {"354 go\n", 354, true, accepted},
        {"421 bye\n", 421, false, refused},
        // In doubt.
        {"250-a\n", 250, false, unknown},
        {"250-a\n550 b\n", 550, false, unknown},
        {"550-a\n250 b\n", 250, false, unknown},
        {"354-a\n550 b\n", 354, true, unknown}, // the second line is of the message
    };
    for (auto const& row : table) {
        reply_meaning const reply{first_line(row.reply)};
        REQUIRE_SAME(row.reply, reply.code, row.code);
        REQUIRE_SAME(row.reply, reply.goes_ahead, row.goes_ahead);
        REQUIRE_SAME(row.reply, reply.outcome, row.outcome);
    }
    return true;
}
CASE("reply_meaning: a reply accepts or refuses", a_reply_accepts_or_refuses)

constexpr bool a_reply_fits_some_commands() { // RFC 5321 section 4.3.2
    struct {
        std::string_view reply;
        std::string_view fits;
        std::string_view does_not_fit;
    } constexpr table[] = {
        {"354", "DATA", "RCPT TO:<a@b>"}, {"354", "DATA", "AUTH PLAIN"},
        {"220", "STARTTLS", "EHLO a"},    {"220", "XCLIENT NAME=a", "MAIL FROM:<>"},
        {"221", "QUIT", "RCPT TO:<a@b>"}, {"235", "AUTH PLAIN", "RCPT TO:<a@b>"},
        {"334", "AUTH PLAIN", "EHLO a"},  {"250", "RCPT TO:<a@b>", "DATA"},
        {"251", "RCPT TO:<a@b>", "DATA"}, {"550", "DATA", ""},
        {"421", "RCPT TO:<a@b>", ""},     {"300", "FOO", "MAIL FROM:<>"},
    };
    for (auto const& row : table) {
        reply_meaning const reply{first_line(row.reply)};
        auto const line_of = [](std::string_view command, test::text_buffer& bytes) {
            bytes.append("220\nNOOP\n"); // so that every command is read as one
            bytes.append(command);
            bytes.append("\n250\n");
            auto at = first_line(std::string_view{bytes});
            at.advance();
            at.advance();
            return at;
        };
        test::text_buffer bytes;
        REQUIRE_SAME(row.reply, reply.fits(line_of(row.fits, bytes)), true);
        if (row.does_not_fit.empty()) continue;
        test::text_buffer other;
        REQUIRE_SAME(row.reply, reply.fits(line_of(row.does_not_fit, other)), false);
    }
    return true;
}
CASE("reply_meaning: a reply fits some commands", a_reply_fits_some_commands)

} // namespace
