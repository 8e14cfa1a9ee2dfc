// The sessions of RFC 5321 appendix D, as the RFC prints them.

#include <foldwise/transcript/transcript.hpp>

#include "../support.hpp"
#include "transcript_summary.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/message/message.hpp>

#include <iterator>
#include <string_view>
#include <utility>

namespace {

using foldwise::get;
using foldwise::message;
using foldwise::transcript;
using test::kinds_of_lines;
using test::problems_of;
using test::summary_of;

struct session {
    std::string_view from;
    std::string_view text;
    std::string_view kinds;   ///< see kinds_of_lines
    std::string_view summary; ///< see summary_of
};

constexpr session sessions[] = {
    {"RFC 5321 D.1",
     "S: 220 foo.com Simple Mail Transfer Service Ready\n"
     "C: EHLO bar.com\n"
     "S: 250-foo.com greets bar.com\n"
     "S: 250-8BITMIME\n"
     "S: 250-SIZE\n"
     "S: 250-DSN\n"
     "S: 250 HELP\n"
     "C: MAIL FROM:<Smith@bar.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Jones@foo.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Green@foo.com>\n"
     "S: 550 No such user here\n"
     "C: RCPT TO:<Brown@foo.com>\n"
     "S: 250 OK\n"
     "C: DATA\n"
     "S: 354 Start mail input; end with <CRLF>.<CRLF>\n"
     "C: Blah blah blah...\n"
     "C: ...etc. etc. etc.\n"
     "C: .\n"
     "S: 250 OK\n"
     "C: QUIT\n"
     "S: 221 foo.com Service closing transmission channel\n",
     "rcrrrrrcrcrcrcrcrdd.rcr",
     "bar.com: <Smith@bar.com> 250, <Jones@foo.com> 250/ 250, <Green@foo.com> 550, <Brown@foo.com> "
     "250/ 250; 354 \"Blah blah blah...|..etc. etc. etc.|\" 250\n"},
    {"RFC 5321 D.2",
     "S: 220 foo.com Simple Mail Transfer Service Ready\n"
     "C: EHLO bar.com\n"
     "S: 250-foo.com greets bar.com\n"
     "S: 250-8BITMIME\n"
     "S: 250-SIZE\n"
     "S: 250-DSN\n"
     "S: 250 HELP\n"
     "C: MAIL FROM:<Smith@bar.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Jones@foo.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Green@foo.com>\n"
     "S: 550 No such user here\n"
     "C: RSET\n"
     "S: 250 OK\n"
     "C: QUIT\n"
     "S: 221 foo.com Service closing transmission channel\n",
     "rcrrrrrcrcrcrcrcr",
     "bar.com: <Smith@bar.com> 250, <Jones@foo.com> 250, <Green@foo.com> 550; - -\n"},
    {"RFC 5321 D.3, step 1",
     "S: 220 foo.com Simple Mail Transfer Service Ready\n"
     "C: EHLO bar.com\n"
     "S: 250-foo.com greets bar.com\n"
     "S: 250-8BITMIME\n"
     "S: 250-SIZE\n"
     "S: 250-DSN\n"
     "S: 250 HELP\n"
     "C: MAIL FROM:<JQP@bar.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Jones@XYZ.COM>\n"
     "S: 250 OK\n"
     "C: DATA\n"
     "S: 354 Start mail input; end with <CRLF>.<CRLF>\n"
     "C: Date: Thu, 21 May 1998 05:33:29 -0700\n"
     "C: From: John Q. Public <JQP@bar.com>\n"
     "C: Subject: The Next Meeting of the Board\n"
     "C: To: Jones@xyz.com\n"
     "C:\n"
     "C: Bill:\n"
     "C: The next meeting of the board of directors will be\n"
     "C: on Tuesday.\n"
     "C: John.\n"
     "C: .\n"
     "S: 250 OK\n"
     "C: QUIT\n"
     "S: 221 foo.com Service closing transmission channel\n",
     "rcrrrrrcrcrcrddddddddd.rcr",
     "bar.com: <JQP@bar.com> 250, <Jones@XYZ.COM> 250/ 250; 354 \"Date: Thu, 21 May 1998 05:33:29 "
     "-0700|From: John Q. Public <JQP@bar.com>|Subject: The Next Meeting of the Board|To: "
     "Jones@xyz.com||Bill:|The next meeting of the board of directors will be|on Tuesday.|John.|\" "
     "250\n"},
    {"RFC 5321 D.3, step 2",
     "S: 220 xyz.com Simple Mail Transfer Service Ready\n"
     "C: EHLO foo.com\n"
     "S: 250 xyz.com is on the air\n"
     "C: MAIL FROM:<JQP@bar.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Jones@XYZ.COM>\n"
     "S: 250 OK\n"
     "C: DATA\n"
     "S: 354 Start mail input; end with <CRLF>.<CRLF>\n"
     "C: Received: from bar.com by foo.com ; Thu, 21 May 1998\n"
     "C:     05:33:29 -0700\n"
     "C: Date: Thu, 21 May 1998 05:33:22 -0700\n"
     "C: From: John Q. Public <JQP@bar.com>\n"
     "C: Subject:  The Next Meeting of the Board\n"
     "C: To: Jones@xyz.com\n"
     "C:\n"
     "C: Bill:\n"
     "C: The next meeting of the board of directors will be\n"
     "C: on Tuesday.\n"
     "C:                         John.\n"
     "C: .\n"
     "S: 250 OK\n"
     "C: QUIT\n"
     "S: 221 foo.com Service closing transmission channel\n",
     "rcrcrcrcrddddddddddd.rcr",
     "foo.com: <JQP@bar.com> 250, <Jones@XYZ.COM> 250/ 250; 354 \"Received: from bar.com by "
     "foo.com ; Thu, 21 May 1998|    05:33:29 -0700|Date: Thu, 21 May 1998 05:33:22 -0700|From: "
     "John Q. Public <JQP@bar.com>|Subject:  The Next Meeting of the Board|To: "
     "Jones@xyz.com||Bill:|The next meeting of the board of directors will be|on Tuesday.|         "
     "               John.|\" 250\n"},
    {"RFC 5321 D.4",
     "S: 220 foo.com Simple Mail Transfer Service Ready\n"
     "C: EHLO bar.com\n"
     "S: 250-foo.com greets bar.com\n"
     "S: 250-8BITMIME\n"
     "S: 250-SIZE\n"
     "S: 250-DSN\n"
     "S: 250-VRFY\n"
     "S: 250 HELP\n"
     "C: VRFY Crispin\n"
     "S: 250 Mark Crispin <Admin.MRC@foo.com>\n"
     "C: MAIL FROM:<EAK@bar.com>\n"
     "S: 250 OK\n"
     "C: RCPT TO:<Admin.MRC@foo.com>\n"
     "S: 250 OK\n"
     "C: DATA\n"
     "S: 354 Start mail input; end with <CRLF>.<CRLF>\n"
     "C: Blah blah blah...\n"
     "C: ...etc. etc. etc.\n"
     "C: .\n"
     "S: 250 OK\n"
     "C: QUIT\n"
     "S: 221 foo.com Service closing transmission channel\n",
     "rcrrrrrrcrcrcrcrdd.rcr",
     "bar.com: <EAK@bar.com> 250, <Admin.MRC@foo.com> 250/ 250; 354 \"Blah blah blah...|..etc. "
     "etc. etc.|\" 250\n"},
};

constexpr bool check_session(session const& each) {
    test::with_both_line_endings(each.text, [&each](std::string_view bytes) {
        transcript const t{bytes};
        REQUIRE_SAME(each.from, std::string_view{kinds_of_lines(t)}, each.kinds);
        REQUIRE_SAME(each.from, std::string_view{summary_of(t)}, each.summary);
        REQUIRE_SAME(each.from, std::string_view{problems_of(t)}, "");
    });
    return true;
}

// One constant for each session, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Session>
inline constexpr bool session_is_read = check_session(sessions[Session]);
template <std::size_t... Session>
constexpr bool are_read(std::index_sequence<Session...>) {
    return (session_is_read<Session> && ...);
}
static_assert(are_read(std::make_index_sequence<std::size(sessions)>{}));
#endif
TEST_CASE("RFC 5321 appendix D: the sessions") {
    for (auto const& each : sessions) CHECK(check_session(each));
}

TEST_CASE("RFC 5321 D.3: the message that the relay forwards") {
    for (auto const& each : sessions) {
        if (each.from != "RFC 5321 D.3, step 2") continue;
        test::with_both_line_endings(each.text, [](std::string_view bytes) {
            auto const relayed = *transcript{bytes}.begin();
            char room[1024];
            auto const size = relayed.message().copy_to(room, sizeof room);
            message const m{std::string_view{room, size}};
            auto const from = get<"From">(m);
            CHECK((*from->mailboxes().begin()).addr_spec() ==
                  relayed.mail()->reverse_path().addr_spec());
            CHECK(get<"Received">(m)->by()->helo() == relayed.client_name());
            CHECK(get<"Date">(m)->unix_seconds() == 895754002);
        });
    }
}

} // namespace
