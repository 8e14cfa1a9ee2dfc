#include <foldwise/transcript/transcript_notation.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::transcript;
using foldwise::transcript_notation;

constexpr bool the_first_marked_line_decides() {
    using enum transcript_notation;
    struct {
        std::string_view bytes;
        transcript_notation notation;
    } constexpr table[] = {
        {"", plain},
        {"220 b\nEHLO a\n", plain},
        {"C: EHLO a\n", client_server},
        {"      S: 220 b\n", client_server}, // RFC 5321 appendix D
        {"C:DATA\n", client_server},
        {"Client: helo a\n", client_server},
        {"Server: 250-b\n", client_server},
        {"10:02:59 S: 250 ok\n", client_server},
        {"S: EHLO a\n", sender_receiver}, // RFC 2920 section 4
        {"R: 220 b\n", sender_receiver},
        {">>> MAIL From:<c@d>\n", arrows},
        {"<<< 550 5.1.1 no\n", arrows},
        {"=== Trying b:25...\n<-  220 b\n", swaks},
        {" -> EHLO a\n", swaks},
        {" ~> EHLO a\n", swaks},
        {"<~* 550 no\n", swaks},
        {"<** 550 no\n", swaks},
        {"> EHLO a\n", curl},
        {"* Connected\n< 220 b\n", curl},
        {"<-- 220 b\n", msmtp},
        {"--> EHLO a\n", msmtp},
        {"  SMTP<< 220 b\n", exim},
        {"  SMTP>> EHLO a\n", exim},
        {" Out: 220 b\n", postfix},
        {" In:  EHLO a\n", postfix},
        {"2014-12-15 10:00:00\tSERVER -> CLIENT: 220 b\n", phpmailer},
        {"2014-12-15 10:00:00 CLIENT -> SERVER: EHLO a\n", phpmailer},
        // Near misses.
        {"EHLO a\n>>> EHLO b\n", plain},
        {"DATA\n> EHLO b\n", plain},
        {"> 220 b\n", plain}, // a quoted reply
        {"C: hello\nS: hello\n", plain},
        {"S: 2200 b\n", plain},
        {"S: 120 b\n", plain},
        {"C; EHLO a\n", plain},
        {"EC: EHLO a\n", plain},
        {".. S: 250 b\n", plain},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.bytes, [&row](std::string_view bytes) {
            REQUIRE_SAME(row.bytes, transcript{bytes}.notation(), row.notation);
        });
    return true;
}
CASE("transcript_notation: the first marked line that is part of a session decides",
     the_first_marked_line_decides)

} // namespace
