#include <foldwise/syntax/mime_token.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

constexpr bool a_token_has_no_tspecials_spaces_and_controls() {
    std::size_t count = 0;
    for (int octet = 0; octet < 256; ++octet)
        count += mime_token.contains(static_cast<char>(octet));
    REQUIRE_TRUE(count == 128 - 33 - 1 - 15); // controls and SPACE, DEL, tspecials
    for (char const octet : std::string_view{"()<>@,;:\\\"/[]?= \t\r\n\x7F\x80\xFF"})
        REQUIRE_SAME(std::string_view(&octet, 1), mime_token.contains(octet), false);
    REQUIRE_TRUE(detail::mime_token_octets.not_in("quoted-printable (x)", 0) == 16);
    return true;
}
CASE("mime_token: ASCII except tspecials, SPACE and controls (RFC 2045 section 5.1)",
     a_token_has_no_tspecials_spaces_and_controls)

} // namespace
