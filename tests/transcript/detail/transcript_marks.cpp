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
        bool has_space = false;
    } constexpr table[] = {
        {" C: QUIT", client_server, transcript_side::client, 4, true},
        {"S:250 ok", client_server, transcript_side::server, 2},
        {"S: QUIT", sender_receiver, transcript_side::client, 3, true},
        {"10:02:59 S: 250", client_server, transcript_side::server, 12, true},
        {"<** 550 no", swaks, transcript_side::server, 4, true},
        {"  SMTP|> MAIL", exim, transcript_side::client, 9, true},
        {"=== Trying", swaks, transcript_side::none, 4, true},
        {"QUIT", client_server, transcript_side::none, 0},
        {"C: QUIT", arrows, transcript_side::none, 0},
        {"", client_server, transcript_side::none, 0},
    };
    for (auto const& row : table) {
        auto const found = detail::find_mark(row.line, row.notation);
        REQUIRE_SAME(row.line, found.side, row.side);
        REQUIRE_SAME(row.line, found.size, row.size);
        REQUIRE_SAME(row.line, found.has_space, row.has_space);
    }
    return true;
}
CASE("transcript_marks: a mark has a side and a size", a_mark_has_a_side_and_a_size)

} // namespace
