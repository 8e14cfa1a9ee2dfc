#include <foldwise/transcript/transcript_exchange.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <cstddef>
#include <string_view>

namespace {

using foldwise::exchange_kind;
using foldwise::smtp_verb;
using foldwise::transcript;

constexpr bool replies_come_in_the_order_of_the_commands() {
    using enum exchange_kind;
    struct {
        exchange_kind kind;
        smtp_verb verb;
        std::string_view text;
        std::string_view reply; // empty if there is none
    } constexpr table[] = {
        {command, smtp_verb::ehlo, "EHLO a", "250 b"},
        {command, smtp_verb::auth, "AUTH LOGIN", "334 x"},
        {credentials, smtp_verb::other, "DATA", "235 c"},
        {command, smtp_verb::mail, "MAIL FROM:<c@d>", "250 d"},
        {command, smtp_verb::rcpt, "RCPT TO:<e@f>", "250 e"},
        {command, smtp_verb::data, "DATA", "354 f"},
        {message, smtp_verb::other, "DATA", "250 g"},
        {command, smtp_verb::bdat, "BDAT 4", "503 h"},
        {command, smtp_verb::other, "FOO", "500 i"},
        {command, smtp_verb::quit, "QUIT", ""},
    };
    transcript const t{"220 x\nEHLO a\n250 b\nAUTH LOGIN\n334 x\nDATA\n235 c\nMAIL FROM:<c@d>\n"
                       "RCPT TO:<e@f>\nDATA\n250 d\n250 e\n354 f\nDATA\n.\nBDAT 4\nab\nFOO\n"
                       "250 g\n503 h\n500 i\nQUIT\n"};
    auto at = t.exchanges().begin();
    for (auto const& row : table) {
        auto const one = *at;
        ++at;
        REQUIRE_SAME(row.text, one.kind(), row.kind);
        REQUIRE_SAME(row.text, one.verb(), row.verb);
        REQUIRE_SAME(row.text, one.text(), row.text);
        REQUIRE_SAME(row.text, t.raw().substr(one.offset()).starts_with(row.text), true);
        REQUIRE_SAME(row.text, one.reply().has_value(), !row.reply.empty());
        if (one.reply()) REQUIRE_SAME(row.text, one.reply()->last().raw(), row.reply);
    }
    REQUIRE_TRUE(at == t.exchanges().end());
    return true;
}
CASE("transcript_exchange: replies come in the order of the commands",
     replies_come_in_the_order_of_the_commands)

constexpr bool a_message_may_not_be_recorded() {
    struct {
        std::string_view transcript;
        bool is_recorded;
        std::string_view text;
        std::string_view reply;
        std::size_t offset;
    } constexpr table[] = {
        {"C: DATA\nS: 354 a\nC: b\nC: .\nS: 250 c\n", true, "b", "250 c", 17},
        {"C: DATA\nS: 354 a\nC: \nC: .\nS: 250 c\n", true, "", "250 c", 17},
        {"C: DATA\nS: 354 a\nC: .\nS: 250 c\n", true, ".", "250 c", 17},
        {"C: DATA\nS: 354 a\nS: 250 c\n", false, "", "250 c", 17},
        {"C: DATA\nS: 354-a\nS: 354 b\nS: 250-c\nS: 250 d\n", false, "", "250 d", 26},
    };
    for (auto const& row : table) {
        transcript const t{row.transcript};
        auto const exchanges = t.exchanges();
        auto at = exchanges.begin();
        REQUIRE_SAME(row.transcript, (*at).is_recorded(), true);
        ++at;
        auto const one = *at;
        REQUIRE_SAME(row.transcript, one.kind(), exchange_kind::message);
        REQUIRE_SAME(row.transcript, one.is_recorded(), row.is_recorded);
        REQUIRE_SAME(row.transcript, one.text(), row.text);
        REQUIRE_SAME(row.transcript, one.offset(), row.offset);
        REQUIRE_SAME(row.transcript, one.reply()->last().raw(), row.reply);
        REQUIRE_TRUE(++at == exchanges.end());
    }
    return true;
}
CASE("transcript_exchange: a message may not be recorded", a_message_may_not_be_recorded)

} // namespace
