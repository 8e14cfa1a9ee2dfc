#include <foldwise/transcript/transcript_reply.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::transcript;
using foldwise::transcript_reply;

constexpr transcript_reply first_reply(transcript const& t) {
    return *(*t.exchanges().begin()).reply();
}

constexpr bool lines_are_those_of_one_reply() {
    struct {
        std::string_view bytes;
        std::string_view codes; // of the lines
        std::string_view text;  // of the last one
        bool is_complete;
        bool is_positive;
    } constexpr table[] = {
        {"C: EHLO a\nS: 250 2.1.0 ok\n", "250 ", "ok", true, true},
        {"C: EHLO a\nS: 250-b\nS: 250 HELP\nC: NOOP\nS: 250 x\n", "250 250 ", "HELP", true, true},
        {"C: EHLO a\nS: 250-b\n\nS: 250 HELP\n", "250 250 ", "HELP", true, true},
        {"C: EHLO a\nS: 250-b\n", "250 ", "b", false, false},
        {"C: EHLO a\nS: 250-b\nC: QUIT\nS: 221 c\n", "250 ", "b", false, false},
        {"C: EHLO a\nS: 421 no\n", "421 ", "no", true, false},
        {"EHLO a\n550-b\n550\n", "550 550 ", "", true, false},
        {"EHLO a\n550-b\n250 c\n", "550 250 ", "c", true, false},
        {"EHLO a\n250-b\n550 c\n", "250 550 ", "c", true, false},
        {"EHLO a\n250-b\n550-c\n250 d\n", "250 550 250 ", "d", true, false},
        {"C: EHLO a\nS: 250-b\nS: 251 c\n", "250 251 ", "c", true, false},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.bytes, [&row](std::string_view bytes) {
            auto const reply = first_reply(transcript{bytes});
            test::text_buffer codes;
            for (auto const line : reply.lines()) {
                codes.append(line.raw().substr(0, 3));
                codes.append(' ');
            }
            REQUIRE_SAME(row.bytes, std::string_view{codes}, row.codes);
            REQUIRE_SAME(row.bytes, reply.text_after_status(), row.text);
            REQUIRE_SAME(row.bytes, reply.is_complete(), row.is_complete);
            REQUIRE_SAME(row.bytes, reply.is_positive(), row.is_positive);
        });
    transcript const t{"MAIL FROM:<>\n250-x\n250 2.1.0 ok\n"};
    REQUIRE_TRUE(first_reply(t).status()->raw() == "2.1.0" && first_reply(t).offset() == 13);
    REQUIRE_TRUE(first_reply(t).code() == 250);
    transcript const mixed{"MAIL FROM:<>\n250-2.1.0 x\n550 no\n"};
    REQUIRE_TRUE(!first_reply(mixed).code() && !first_reply(mixed).code_class());
    REQUIRE_TRUE(!first_reply(mixed).status());
    return true;
}
CASE("transcript_reply: its lines", lines_are_those_of_one_reply)

constexpr bool one_without_an_enhanced_status_code() {
    foldwise::transcript const session{"EHLO a\n250 b\nQUIT\n221 c\n"};
    for (auto const exchange : session.exchanges()) REQUIRE_TRUE(!exchange.reply()->status());
    return true;
}
CASE("transcript_reply: one without an enhanced status code", one_without_an_enhanced_status_code)

} // namespace
