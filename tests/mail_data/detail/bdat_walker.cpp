#include <foldwise/mail_data/detail/bdat_walker.hpp>

#include "../../support.hpp"

namespace {

using foldwise::line_ending;
using foldwise::detail::bdat_walker;
using foldwise::detail::starts_with_bdat;

constexpr bool only_whole_words_start_a_chunk() {
    REQUIRE_TRUE(starts_with_bdat("BDAT 1\r\n") && starts_with_bdat("bdat\t1"));
    REQUIRE_TRUE(starts_with_bdat("BDAT") && starts_with_bdat("BDAT\r\n"));
    REQUIRE_TRUE(!starts_with_bdat("BDA") && !starts_with_bdat("BDATA 1\r\n"));
    REQUIRE_TRUE(!starts_with_bdat("") && !starts_with_bdat(" BDAT 1\r\n"));
    return true;
}
CASE("bdat_walker: only a whole word starts a chunk", only_whole_words_start_a_chunk)

constexpr bool a_walker_stops_after_the_last_chunk() {
    bdat_walker at{"BDAT 1\r\naBDAT 1 LAST\r\nbQUIT\r\n", line_ending::crlf};
    REQUIRE_TRUE(!at.at_end() && at.content() == "a" && !at.current()->is_last());
    at.advance();
    REQUIRE_TRUE(!at.at_end() && at.content() == "b" && at.current()->is_last());
    at.advance();
    REQUIRE_TRUE(at.at_end() && at.rest() == "QUIT\r\n");
    return true;
}
CASE("bdat_walker: it stops after the last chunk", a_walker_stops_after_the_last_chunk)

constexpr bool a_walker_stops_at_a_malformed_command() {
    bdat_walker at{"BDAT x\r\nBDAT 1 LAST\r\nb", line_ending::crlf};
    REQUIRE_TRUE(!at.at_end() && !at.current() && at.content().empty());
    at.advance();
    REQUIRE_TRUE(at.at_end() && at.rest().starts_with("BDAT x"));
    return true;
}
CASE("bdat_walker: it stops at a malformed command", a_walker_stops_at_a_malformed_command)

} // namespace
