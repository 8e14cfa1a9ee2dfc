#include <foldwise/smtp/smtp_verb.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

static_assert(noexcept(smtp_verb_of(test::some_octets)));

constexpr bool names_and_verbs_agree() {
    using enum smtp_verb;
    constexpr smtp_verb all[] = {helo, ehlo, lhlo, mail, rcpt, data,     bdat, rset,
                                 vrfy, expn, help, noop, quit, starttls, auth, xclient};
    for (auto const verb : all) REQUIRE_TRUE(smtp_verb_of(name_of(verb)) == verb);
    REQUIRE_TRUE(std::size(all) == static_cast<std::size_t>(other));
    REQUIRE_TRUE(name_of(mail) == "MAIL" && name_of(starttls) == "STARTTLS");
    REQUIRE_TRUE(name_of(other).empty());
    // RFC 5321 section 2.4: case does not count.
    REQUIRE_TRUE(smtp_verb_of("Mail") == mail && smtp_verb_of("xclient") == xclient);
    for (std::string_view const name : {"", "MAI", "MAILX", "MAIL ", " MAIL", "ETRN", "TURN"})
        REQUIRE_SAME(name, smtp_verb_of(name), other);
    return true;
}
CASE("smtp_verb: names and verbs", names_and_verbs_agree)

} // namespace
