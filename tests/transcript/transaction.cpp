#include <foldwise/transcript/transaction.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::addr_spec;
using foldwise::diagnostic_code;
using foldwise::path;
using foldwise::smtp_verb;
using foldwise::transaction;
using foldwise::transcript;

constexpr bool members_are_those_of_the_session() {
    transcript const t{
        "EHLO a.example\n250 b\nMAIL FROM:<c@d> SIZE=5\n250 ok\nRCPT TO:<e@f>\n250 "
        "ok\nRCPT TO:<g@h>\n550 no\nDATA\n354\na: b\n.\n250 OK id=1abcDE-000123-4F\n"};
    transaction const one = *t.begin();
    REQUIRE_TRUE(one.client_name() == "a.example" && one.client_verb() == smtp_verb::ehlo);
    REQUIRE_TRUE(one.mail()->reverse_path().raw() == "<c@d>");
    REQUIRE_TRUE(one.mail_text() == "MAIL FROM:<c@d> SIZE=5" && one.offset() == 21);
    REQUIRE_TRUE(one.mail_reply()->is_positive() && one.data_reply()->code() == 354);
    REQUIRE_TRUE(one.has_message() && one.message() == "a: b\n" && one.is_accepted());
    REQUIRE_TRUE(one.queue_id() == "1abcDE-000123-4F");
    return true;
}
CASE("transaction: the envelope, the message and the replies", members_are_those_of_the_session)

// RFC 5321 section 4.2.1: all lines of a reply have the same code. If not, nothing is accepted.
constexpr bool replies_in_doubt_accept_nothing() {
    constexpr std::string_view in_doubt[] = {"250-2.1.0 ok\n550 5.1.1 no\n", "550-no\n250 ok\n",
                                             "250-ok\n251 ok\n", "250-ok\n550-no\n250 ok\n"};
    constexpr std::string_view ok = "250 ok\n";
    std::size_t skipped = 0;
    for (auto const reply : in_doubt)
        for (std::size_t place = 0; place != 4; ++place) { // EHLO, MAIL, RCPT, the message
            if (std::is_constant_evaluated() && skipped++ % 5 != 0) continue; // too many steps
            test::text_buffer bytes;
            bytes.append("EHLO a\n");
            bytes.append(place == 0 ? reply : ok);
            bytes.append("MAIL FROM:<b@c>\n");
            bytes.append(place == 1 ? reply : ok);
            bytes.append("RCPT TO:<d@e>\n");
            bytes.append(place == 2 ? reply : ok);
            bytes.append("DATA\n354 go\nf: g\n.\n");
            bytes.append(place == 3 ? reply : "250 OK id=1abcDE-000123-4F\n");
            test::with_both_line_endings(std::string_view{bytes}, [&](std::string_view session) {
                transcript const t{session};
                auto const one = *t.begin();
                REQUIRE_SAME(reply, one.client_name().empty(), place == 0);
                REQUIRE_SAME(reply, one.mail_reply()->is_positive(), place != 1);
                auto const recipient = *one.recipients().begin();
                REQUIRE_SAME(reply, recipient.is_accepted(), place != 2);
                REQUIRE_SAME(reply, one.find(*addr_spec::read("d@e")).has_value(), place != 2);
                REQUIRE_SAME(reply, one.is_accepted(), place != 3);
                REQUIRE_SAME(reply, one.queue_id().has_value(), place != 3);
                REQUIRE_SAME(reply, t.deviation()->code == diagnostic_code::reply_code_differs,
                             true);
            });
        }
    return true;
}
CASE("transaction: a reply whose lines have different codes accepts nothing",
     replies_in_doubt_accept_nothing)

constexpr bool the_envelope_is_compared_with_that_of_a_message() {
    struct {
        std::string_view sender;
        std::string_view return_path;
        bool is_same;
    } constexpr table[] = {
        {"<foe@sample.net>", "<foe@SAMPLE.net>", true},
        {"<>", "<>", true},
        {"<foe@sample.net>", "<Foe@sample.net>", false},
        {"<foe@sample.net>", "<>", false},
        {"<>", "<foe@sample.net>", false},
        {"<foe@sample.net>", "foe@sample.net", false}, // without brackets
        {"foe@sample.net", "<foe@sample.net>", false},
        {"<foe@sample.net", "<foe@sample.net>", false},
    };
    for (auto const& row : table) {
        test::text_buffer bytes;
        bytes.append("MAIL FROM:");
        bytes.append(row.sender);
        bytes.append("\n250 ok\n");
        auto const return_path = path::read(row.return_path);
        REQUIRE_SAME(row.sender,
                     (*transcript{std::string_view{bytes}}.begin()).is_from(*return_path),
                     row.is_same);
    }
    transcript const t{"MAIL FROM:<>\n250 ok\nRCPT TO:<a@b>\n550 no\nRCPT TO:<c@d>\n250 ok\n"};
    REQUIRE_TRUE((*t.begin()).find(*addr_spec::read("c@D")).has_value());
    REQUIRE_TRUE(!(*t.begin()).find(*addr_spec::read("a@b")));              // refused
    REQUIRE_TRUE((*t.begin()).find(*addr_spec::read("c @ D")).has_value()); // obsolete
    REQUIRE_TRUE(!(*t.begin()).find(*addr_spec::read("c@D."))); // equal, but by a tolerance
    REQUIRE_TRUE(!(*t.begin()).find(*addr_spec::read("e@f")));
    return true;
}
CASE("transaction: the envelope and the fields of a delivered message",
     the_envelope_is_compared_with_that_of_a_message)

} // namespace
