#include <foldwise/transcript/detail/exchange_walker.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::detail::exchange_outcome;
using foldwise::detail::exchange_walker;
using foldwise::detail::reply_window;
using foldwise::detail::transcript_form;

constexpr exchange_walker walk(std::string_view bytes) {
    return {bytes, transcript_form::of(bytes)};
}

constexpr bool the_state_of_a_session_is_known() {
    auto at = walk("220 a\nEHLO a\n250 a\nRSET\n421 bye\n220 b\nEHLO a\n250-b\n550 b\nFOO\nQUIT\n");
    REQUIRE_TRUE(at.outcome() == exchange_outcome::accepted && !at.is_doubtful());
    at.advance();
    REQUIRE_TRUE(at.outcome() == exchange_outcome::refused && !at.has_new_session());
    at.advance();
    REQUIRE_TRUE(at.outcome() == exchange_outcome::unknown && at.has_new_session());
    REQUIRE_TRUE(at.reply_start()->text() == "250-b");
    at.advance();
    REQUIRE_TRUE(at.sent().text() == "QUIT" && !at.reply_start() && !at.has_new_session());
    at.advance();
    REQUIRE_TRUE(at.at_end());
    return true;
}
CASE("exchange_walker: the state of a session", the_state_of_a_session_is_known)

constexpr bool only_the_go_ahead_is_certain_in_a_window_in_doubt() {
    auto at = walk("EHLO a\n250 a\nMAIL FROM:<>\nRCPT TO:<a@b>\nDATA\n250\n354\n.\n250 ok\n");
    at.advance();
    REQUIRE_TRUE(at.is_doubtful() && !at.reply_start());
    at.advance();
    REQUIRE_TRUE(at.is_doubtful() && !at.reply_start());
    at.advance();
    REQUIRE_TRUE(!at.is_doubtful() && at.reply_start()->text() == "354");
    at.advance();
    REQUIRE_TRUE(at.is_message() && at.outcome() == exchange_outcome::accepted);
    return true;
}
CASE("exchange_walker: only the 354 is certain in a window in doubt",
     only_the_go_ahead_is_certain_in_a_window_in_doubt)

constexpr bool replies_while_nothing_waits_are_unexpected() {
    auto at = walk("QUIT\n221 bye\n250 what\nQUIT\n221 bye\n");
    REQUIRE_TRUE(at.unexpected_reply() == reply_window::nowhere);
    at.advance();
    REQUIRE_TRUE(at.unexpected_reply() == 13 && at.reply_start()->text() == "221 bye");
    return true;
}
CASE("exchange_walker: replies while nothing waits for one",
     replies_while_nothing_waits_are_unexpected)

} // namespace
