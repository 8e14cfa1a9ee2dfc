#include <foldwise/transfer/detail/encoded_lines.hpp>

#include "../../support.hpp"

namespace {

using foldwise::line_ending;

constexpr bool defaults_and_endings() {
    constexpr foldwise::encoded_lines lines;
    REQUIRE_TRUE(lines.length == 76 && lines.ending == line_ending::crlf); // RFC 2045 section 6.7
    REQUIRE_SAME("crlf", foldwise::octets_of(line_ending::crlf), "\r\n");
    REQUIRE_SAME("lf", foldwise::octets_of(line_ending::lf), "\n");
    REQUIRE_SAME("none", foldwise::octets_of(line_ending::none), "");
    return true;
}
CASE("encoded_lines: the defaults and the line endings", defaults_and_endings)

} // namespace
