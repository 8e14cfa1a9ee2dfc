#include <foldwise/transcript/detail/transcript_marks.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

constexpr bool a_mark_has_a_side_and_a_size() {
    using enum transcript_notation;
    struct {
        std::string_view line;
        transcript_notation notation;
        transcript_side side;
        std::size_t size;
    } constexpr table[] = {
        {" C: QUIT", client_server, transcript_side::client, 4},
        {"S:250 ok", client_server, transcript_side::server, 2},
        {"S: QUIT", sender_receiver, transcript_side::client, 3},
        {"10:02:59 S: 250", client_server, transcript_side::server, 12},
        {"<** 550 no", swaks, transcript_side::server, 4},
        {"=== Trying", swaks, transcript_side::none, 4},
        {"QUIT", client_server, transcript_side::none, 0},
        {"C: QUIT", arrows, transcript_side::none, 0},
        {"", client_server, transcript_side::none, 0},
    };
    for (auto const& row : table) {
        auto const found = detail::find_mark(row.line, row.notation);
        REQUIRE_SAME(row.line, found.side, row.side);
        REQUIRE_SAME(row.line, found.size, row.size);
    }
    return true;
}
CASE("transcript_marks: a mark has a side and a size", a_mark_has_a_side_and_a_size)

constexpr bool lines_of_a_session_are_recognized() {
    REQUIRE_TRUE(detail::starts_conversation("ehlo a") && detail::starts_conversation("DATA"));
    REQUIRE_TRUE(!detail::starts_conversation("EHLO") && !detail::starts_conversation("DATA a"));
    REQUIRE_TRUE(detail::is_reply_form("250") && detail::is_reply_form("250-b"));
    REQUIRE_TRUE(!detail::is_reply_form("25") && !detail::is_reply_form("2500"));
    REQUIRE_TRUE(!detail::is_reply_form("150 a") && !detail::is_reply_form("650 a"));
    REQUIRE_TRUE(detail::find_notation("220 b\n>>> EHLO a\n") == transcript_notation::arrows);
    return true;
}
CASE("transcript_marks: lines of a session are recognized", lines_of_a_session_are_recognized)

} // namespace
