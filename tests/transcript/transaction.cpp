#include <foldwise/transcript/transaction.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::addr_spec;
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

    auto at = one.recipients().begin();
    REQUIRE_TRUE((*at).is_accepted() && (*at).delivery()->is_positive());
    REQUIRE_TRUE((*at).text() == "RCPT TO:<e@f>" && (*at).offset() == 51);
    ++at;
    REQUIRE_TRUE(!(*at).is_accepted() && !(*at).delivery() && (*at).reply()->code() == 550);
    REQUIRE_TRUE(++at == one.recipients().end());
    return true;
}
CASE("transaction: the envelope, the message and the replies", members_are_those_of_the_session)

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
    REQUIRE_TRUE(!(*t.begin()).find(*addr_spec::read("a@b"))); // refused
    REQUIRE_TRUE(!(*t.begin()).find(*addr_spec::read("e@f")));
    return true;
}
CASE("transaction: the envelope and the fields of a delivered message",
     the_envelope_is_compared_with_that_of_a_message)

} // namespace
