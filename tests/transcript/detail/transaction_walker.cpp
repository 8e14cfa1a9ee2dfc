#include <foldwise/transcript/detail/transaction_walker.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::detail::transaction_walker;
using foldwise::detail::transcript_form;

constexpr bool a_transaction_ends_before_these_commands() {
    for (std::string_view const command :
         {"RSET", "QUIT", "HELO a", "EHLO a", "LHLO a", "STARTTLS", "MAIL FROM:<a@b>"}) {
        test::text_buffer bytes;
        bytes.append("MAIL FROM:<>\n250 ok\n");
        bytes.append(command);
        bytes.append("\n250 ok\nRCPT TO:<c@d>\n250 ok\n");
        std::string_view const all = bytes;
        transaction_walker const at{all, transcript_form::of(all)};
        REQUIRE_SAME(command, at.at_end(), false);
        REQUIRE_SAME(command, at.current().recipients().empty(), true);
    }
    for (std::string_view const command : {"NOOP", "VRFY a", "FOO", "RCPT TO:<a@b>"}) {
        test::text_buffer bytes;
        bytes.append("MAIL FROM:<>\n250 ok\n");
        bytes.append(command);
        bytes.append("\n250 ok\nRCPT TO:<c@d>\n250 ok\n");
        std::string_view const all = bytes;
        transaction_walker at{all, transcript_form::of(all)};
        REQUIRE_SAME(command, at.current().recipients().empty(), false);
        at.advance();
        REQUIRE_SAME(command, at.at_end(), true);
    }
    return true;
}
CASE("transaction_walker: where a transaction ends", a_transaction_ends_before_these_commands)

} // namespace
