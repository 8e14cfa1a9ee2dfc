#include <foldwise/transcript/transaction_recipient.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::transcript;

constexpr bool members_are_those_of_the_session() {
    transcript const t{"MAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\nRCPT TO:<g@h>\n550 no\n"
                       "DATA\n354\na: b\n.\n250 ok\n"};
    auto const one = *t.begin();
    auto at = one.recipients().begin();
    REQUIRE_TRUE((*at).is_accepted() && (*at).delivery()->is_positive());
    REQUIRE_TRUE((*at).text() == "RCPT TO:<e@f>" && (*at).offset() == 23);
    ++at;
    REQUIRE_TRUE(!(*at).is_accepted() && !(*at).delivery() && (*at).reply()->code() == 550);
    REQUIRE_TRUE(++at == one.recipients().end());
    return true;
}
CASE("transaction_recipient: the command and the replies", members_are_those_of_the_session)

constexpr bool lmtp_delivers_to_each_recipient() { // RFC 2033 section 4.2
    transcript const t{"LHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\n"
                       "RCPT TO:<g@h>\n550 no\nRCPT TO:<i@j>\n250 ok\n"
                       "DATA\n354\na: b\n.\n250 ok\n452 full\n"};
    auto at = (*t.begin()).recipients().begin();
    REQUIRE_TRUE((*at).command()->forward_path().raw() == "<e@f>");
    REQUIRE_TRUE((*at).delivery()->code() == 250);
    ++at;
    REQUIRE_TRUE(!(*at).delivery());
    ++at;
    REQUIRE_TRUE((*at).is_accepted() && (*at).delivery()->code() == 452);
    return true;
}
CASE("transaction_recipient: LMTP delivers to each recipient", lmtp_delivers_to_each_recipient)

constexpr bool the_server_names_another_address() { // RFC 5321 section 3.4
    transcript const t{"MAIL FROM:<>\n250 ok\nRCPT TO:<a@b>\n551-5.1.6 sorry\n"
                       "551 5.1.6 User not local; please try <c@d>\nRCPT TO:<e@f>\n"
                       "251 User not local; will forward to <g@h>\nRCPT TO:<i@j>\n250 ok\n"
                       "RCPT TO:<k@l>\n551-please try <m@n>\n"};
    auto at = (*t.begin()).recipients().begin();
    REQUIRE_TRUE((*at).forward_path()->raw() == "<c@d>" && !(*at).is_accepted());
    ++at;
    REQUIRE_TRUE((*at).forward_path()->raw() == "<g@h>" && (*at).is_accepted());
    ++at;
    REQUIRE_TRUE(!(*at).forward_path());
    ++at;
    REQUIRE_TRUE(!(*at).forward_path()); // not complete
    return true;
}
CASE("transaction_recipient: another address for a recipient", the_server_names_another_address)

} // namespace
