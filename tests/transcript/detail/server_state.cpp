#include <foldwise/transcript/detail/server_state.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::detail::exchange_outcome;
using foldwise::detail::server_state;
using foldwise::detail::transcript_form;
using foldwise::detail::transcript_line_walker;

constexpr transcript_line_walker first_line(std::string_view bytes) {
    return {bytes, transcript_form::of(bytes)};
}

constexpr bool recipients_are_counted() {
    using enum exchange_outcome;
    auto const rcpt = first_line("RCPT TO:<a@b>\n");
    auto const mail = first_line("MAIL FROM:<>\n");
    auto chunk = first_line("EHLO a\nBDAT 1 LAST\na");
    chunk.advance();
    server_state state;
    REQUIRE_TRUE(state.allows(rcpt, accepted)); // the transcript may lack MAIL
    state.note(first_line("LHLO a\n"), accepted);
    REQUIRE_TRUE(!state.allows(rcpt, accepted) && state.allows(rcpt, refused));
    state.note(mail, accepted);
    REQUIRE_TRUE(state.allows(rcpt, accepted));
    state.note(rcpt, accepted);
    state.note(rcpt, refused);
    REQUIRE_TRUE(state.is_accepted_known && state.replies_to(chunk) == 1);
    state.note(rcpt, accepted);
    REQUIRE_TRUE(state.is_accepted_known && state.replies_to(chunk) == 2 &&
                 state.replies_to(rcpt) == 1);
    auto other = state;
    other.note(rcpt, unknown);
    REQUIRE_TRUE(!other.is_accepted_known);
    other.note(mail, accepted);
    REQUIRE_TRUE(other.is_accepted_known && other.accepted == 0);
    other = state;
    other.note(mail, refused); // nothing changes
    REQUIRE_TRUE(other.is_accepted_known && other.accepted == 2);
    other.note(chunk, accepted);
    REQUIRE_TRUE(other.is_accepted_known && other.replies_to(chunk) == 1 && other.is_lmtp);
    state.note(first_line("EHLO a\n"), accepted);
    REQUIRE_TRUE(!state.is_lmtp);
    return true;
}
CASE("server_state: how many replies LMTP has", recipients_are_counted)

} // namespace
