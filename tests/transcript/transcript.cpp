#include <foldwise/transcript/transcript.hpp>

#include "../support.hpp"
#include "../tables.hpp"
#include "transcript_summary.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

using foldwise::get;
using foldwise::message;
using foldwise::transcript;
using foldwise::transcript_notation;
using test::kinds_of_lines;
using test::problems_of;
using test::summary_of;

// A session with an empty message, which other sessions are variations of.
#define START "EHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\nDATA\n354\n"

// The same up to the recipient.
#define MAIL_RCPT "EHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\n"

struct row {
    std::string_view name;
    std::string_view text;
    std::string_view kinds;   ///< see kinds_of_lines
    std::string_view summary; ///< see summary_of
    std::string_view problems = {};

    constexpr operator std::string_view() const { return name; }
};

constexpr bool holds(row const& each) {
    test::with_both_line_endings(each.text, [&each](std::string_view bytes) {
        transcript const t{bytes};
        REQUIRE_SAME(each, std::string_view{kinds_of_lines(t)}, each.kinds);
        REQUIRE_SAME(each, std::string_view{summary_of(t)}, each.summary);
        REQUIRE_SAME(each, std::string_view{problems_of(t)}, each.problems);
    });
    return true;
}

template <std::size_t N>
constexpr bool rows_hold(row const (&table)[N]) {
    for (auto const& each : table) holds(each);
    return true;
}

/// Each row is a constant expression of its own: clang limits the steps of one.
template <auto const& Table, std::size_t... Row>
constexpr bool rows_hold_at_compile_time(std::index_sequence<Row...>) {
    return (std::bool_constant<holds(Table[Row])>::value && ...);
}

#if defined(FOLDWISE_RUN_TIME_CASES)
#define ROWS(name, table)                                                                          \
    TEST_CASE(name) { CHECK(rows_hold(table)); }
#else
#define ROWS(name, table)                                                                          \
    static_assert(rows_hold_at_compile_time<table>(std::make_index_sequence<std::size(table)>{})); \
    TEST_CASE(name) { CHECK(rows_hold(table)); }
#endif

constexpr row ends[] = {
    {"no bytes", "", "", ""},
    {"before the sender", "220 x\nEHLO a\n250 b\n", "rcr", ""},
    {"at the sender", "EHLO a\n250 b\nMAIL FROM:<c@d>\n", "crc", "a: <c@d> -; - -\n",
     "transcript_reply_missing "},
    {"in the sender", "EHLO a\n250 b\nMAIL FROM:<c@", "crc", "a: address_not_closed -; - -\n",
     "address_not_closed transcript_reply_missing "},
    {"before the data", START, "crcrcrcr", "a: <c@d> 250, <e@f> 250; 354 -\n",
     "transcript_message_cut "},
    {"in the data", START "a: b\n\nc", "crcrcrcrddd",
     "a: <c@d> 250, <e@f> 250; 354 \"a: b||c... -\n",
     "transcript_reply_missing transcript_message_cut "},
    {"in the end of the data", START "a: b\n\nc\n.", "crcrcrcrdddd",
     "a: <c@d> 250, <e@f> 250; 354 \"a: b||c|.... -\n",
     "transcript_reply_missing transcript_message_cut "},
    {"after the data", START "a: b\n.\n", "crcrcrcrd.",
     "a: <c@d> 250, <e@f> 250; 354 \"a: b|\" -\n", "transcript_reply_missing "},
    {"after the final reply", START "a: b\n.\n250 ok 17763873", "crcrcrcrd.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"a: b|\" 250 17763873\n"},
    {"an empty message", START ".\n250 ok\n", "crcrcrcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
};
ROWS("transcript: a session may be cut off anywhere", ends)

constexpr row marks[] = {
    {"RFC 5321 D.1, shortened",
     " S: 220 foo.com\n C: EHLO bar.com\n S: 250-foo.com\n S: 250 HELP\n"
     " C: MAIL FROM:<Smith@bar.com>\n S: 250 OK\n C: RCPT TO:<Green@foo.com>\n S: 550 No\n"
     " C: DATA\n S: 354 Start\n C: Blah...\n C: ....etc.\n C: .\n S: 250 OK\n C: QUIT\n S: 221 b\n",
     "rcrrcrcrcrdd.rcr",
     "bar.com: <Smith@bar.com> 250, <Green@foo.com> 550; 354 \"Blah...|...etc.|\" 250\n"},
    {"Sendmail: replies without marks",
     "220 b ESMTP\n>>> EHLO a\n250-b\n250 HELP\n>>> MAIL From:<c@d>\n250 2.1.0 ok\n>>> DATA\n"
     "354 go\n>>> .\n250 2.0.0 ok\n",
     "rcrrcrcr.r", "a: <c@d> 250; 354 \"\" 250\n"},
    {"a bounce of Sendmail", "... while talking to b.:\n>>> RCPT To:<e@f>\n<<< 550 5.1.1 no\n",
     "ucr", ": smtp_command_malformed -, <e@f> 550; - -\n", "transcript_line_unplaced "},
    {"curl: the data is not shown",
     "* Connected\n< 220 b\n> EHLO a\n< 250 b\n> MAIL FROM:<c@d>\n< 250 ok\n> DATA\n< 354 go\n"
     "} [123 bytes data]\n< 250 ok\n",
     "mrcrcrcrur", "a: <c@d> 250; 354 \"... 250\n",
     "transcript_line_unplaced transcript_message_cut "},
    {"Postfix",
     " Out: 220 b\n In:  EHLO a\n Out: 250 b\n In:  MAIL FROM:<c@d>\n Out: 250 2.1.0 Ok\n", "rcrcr",
     "a: <c@d> 250; - -\n"},
    {"a time before the marks", "10:00:01 C: MAIL FROM:<c@d>\n[10:00:02] S: 250 ok\n", "cr",
     ": <c@d> 250; - -\n"},
    {"RFC 2920: S is the sender", "R: 220 b\nS: EHLO a\nR: 250 b\nS: MAIL FROM:<c@d>\nR: 250 ok\n",
     "rcrcr", "a: <c@d> 250; - -\n"},
    {"data without marks",
     "C: MAIL FROM:<c@d>\nS: 250 ok\nC: DATA\nS: 354\na: b\n\n..S: 250 x\n.\nS: 250 ok\n",
     "crcrddd.r", ": <c@d> 250; 354 \"a: b||.S: 250 x|\" 250\n", "transcript_mark_missing "},
    {"telnet", "Trying b...\nEscape character is '^]'.\n220 b\nEHLO a\n250 b\n", "uurcr", "",
     "transcript_line_unplaced "},
    {"marks without a space: a fold keeps its space",
     "C:MAIL FROM:<c@d>\nS:250 ok\nC:DATA\nS:354\nC:a: b\nC: c\nC:\nC:.\nS:250 ok\n", "crcrddd.r",
     ": <c@d> 250; 354 \"a: b| c||\" 250\n"},
    {"exim -d",
     "  SMTP<< 220 b\n  SMTP>> EHLO a\n  SMTP<< 250-b\n         250-SIZE 1\n         250 HELP\n"
     "  SMTP|> MAIL FROM:<c@d>\n  SMTP+> DATA\n  SMTP<< 250 OK\n  SMTP<< 354 go\n"
     "  SMTP>> writing message and terminating \".\"\n  SMTP<< 250 OK id=1abcDE-000123-4F\n",
     "rcrrrccrrmr", "a: <c@d> 250; 354 \"... 250 1abcDE-000123-4F\n", "transcript_message_cut "},
    {"exim -d: a time and a process before the marks",
     "12:00:00 12345   SMTP<< 220 b\n12:00:00 12345   SMTP>> EHLO a\n"
     "12:00:00 12345   SMTP<< 250-b\n12:00:00 12345          250-SIZE 1\n"
     "12:00:00 12345          250 HELP\n12:00:00 12345   SMTP>> MAIL FROM:<c@d>\n"
     "12:00:00 12345   SMTP<< 250 OK\n",
     "rcrrrcr", "a: <c@d> 250; - -\n"},
    {"Sendmail's remark after a reply with a mark",
     ">>> RCPT To:<e@f>\n<<< 550 no\n550 5.1.1 <e@f>... User unknown\n>>> RCPT To:<g@h>\n<<< 250 "
     "ok\n",
     "crucr", ": smtp_command_malformed -, <e@f> 550, <g@h> 250; - -\n",
     "transcript_line_unplaced "},
    {"a tab after the 354", MAIL_RCPT "DATA\n354\tgo\nRCPT TO:<x@y>\n250 ok\n.\n250 ok\n",
     "crcrcrcrdd.r", "a: <c@d> 250, <e@f> 250/ 250; 354 \"RCPT TO:<x@y>|250 ok|\" 250\n",
     "reply_separator "},
    {"no last line of the 354", MAIL_RCPT "DATA\n354-go\nRCPT TO:<x@y>\n250 ok\n.\n250 ok\n",
     "crcrcrcrdd.r", "a: <c@d> 250, <e@f> 250/ 250; 354 \"RCPT TO:<x@y>|250 ok|\" 250\n"},
    {"marks in the message of a plain transcript",
     START "\n>>> MAIL FROM:<x@y>\n<<< 250 ok\nS: 250 ok\n.\n250 ok\n", "crcrcrcrdddd.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"|>>> MAIL FROM:<x@y>|<<< 250 ok|S: 250 ok|\" 250\n"},
};
ROWS("transcript: notations are recognized", marks)

constexpr row sessions[] = {
    {"lines before and after the session",
     "Trying 192.0.2.1...\nConnected to b.\n\n220 b\nEHLO a\n250 b\nQUIT\n221 bye\nclosed\n",
     "uumrcrcrp", "", "transcript_line_unplaced transcript_line_unplaced "},
    {"an unknown command is one if it is answered", "220 b\nFOO bar\n500 what?\nread R BLOCK\n",
     "rprp", "", "transcript_line_unplaced "},
    {"commands sent ahead",
     "MAIL FROM:<c@d>\nRCPT TO:<e@f>\nRCPT TO:<g@h>\nDATA\n250 a\n251 b\n550 c\n354 d\n.\nQUIT\n"
     "250 e\n221 f\n",
     "ccccrrrr.crr", ": <c@d> 250, <e@f> 251/ 250, <g@h> 550; 354 \"\" 250\n"},
    {"a reply that is missing", "MAIL FROM:<c@d>\nRCPT TO:<e@f>\n250 ok\nDATA\n354\n.\n250 ok\n",
     "ccrcr.r", ": <c@d> -; - -\n: smtp_command_malformed -, <e@f> -; 354 \"\" 250\n",
     "transcript_reply_doubtful "},
    {"a reply too many", "MAIL FROM:<c@d>\n250 ok\n250 ok\nRCPT TO:<e@f>\n550 no\n", "crrcr",
     ": <c@d> -; - -\n: smtp_command_malformed -, <e@f> 550; - -\n", "transcript_reply_doubtful "},
    {"the server may close the channel at any time", "MAIL FROM:<c@d>\n250 ok\n421 timeout\n",
     "crr", ": <c@d> 250; - -\n"},
    {"RSET, and a second sender",
     "MAIL FROM:<c@d>\n250 ok\nRSET\n250 ok\nMAIL FROM:<>\n250 ok\nMAIL FROM:<e@f>\n503 no\n",
     "crcrcrcr", ": <c@d> 250; - -\n: <> 250; - -\n"},
    {"HELO after EHLO was refused",
     "EHLO a\n502 what?\nHELO g\n250 b\nEHLO h\n421 no\nMAIL FROM:<c@d>\n250 ok\n", "crcrcrcr",
     "g: <c@d> 250; - -\n"},
    {"STARTTLS makes the server forget the client's name",
     "EHLO a\n250 b\nSTARTTLS\n220 go\nMAIL FROM:<c@d>\n530 who?\n", "crcrcr",
     ": <c@d> 530; - -\n"},
    {"credentials are not commands",
     "AUTH LOGIN\n334 VXNlcg==\nREFUQQ==\n334 UGFzcw==\nQUIT\n235 ok\nQUIT\n221 b\n", "crkrkrcr",
     ""},
};
constexpr row refused[] = {
    // RFC 5321 section 4.1.4: a command that the server refuses changes nothing.
    {"a second MAIL", MAIL_RCPT "MAIL FROM:<x@y>\n503 no\nDATA\n354\n.\n250 ok\n", "crcrcrcrcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"STARTTLS", MAIL_RCPT "STARTTLS\n502 no\nDATA\n354\n.\n250 ok\n", "crcrcrcrcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"EHLO", MAIL_RCPT "EHLO\n501 no\nDATA\n354\n.\n250 ok\n", "crcrcrprcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n", "smtp_command_malformed "},
    {"EHLO with a name", MAIL_RCPT "EHLO x\n421 no\nDATA\n354\n.\n250 ok\n", "crcrcrcrcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"RSET", MAIL_RCPT "RSET foo\n501 no\nDATA\n354\n.\n250 ok\n", "crcrcrprcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n", "smtp_argument_ignored "},
    {"QUIT", MAIL_RCPT "QUIT foo\n501 no\nDATA\n354\n.\n250 ok\n", "crcrcrprcr.r",
     "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n", "smtp_argument_ignored "},
    {"DATA", MAIL_RCPT "DATA\n451 no\nRCPT TO:<g@h>\n250 ok\nDATA\n354\n.\n250 ok\n",
     "crcrcrcrcrcr.r", "a: <c@d> 250, <e@f> 250/ 250, <g@h> 250/ 250; 354 \"\" 250\n"},
    {"a second MAIL, sent ahead",
     "EHLO a\n250 b\nMAIL FROM:<c@d>\nRCPT TO:<e@f>\nMAIL FROM:<x@y>\nDATA\n250 a\n250 b\n503 c\n"
     "354 d\n.\n250 ok\n",
     "crccccrrrr.r", "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"the first MAIL", "EHLO a\n250 b\nMAIL FROM:<x@y>\n550 no\nMAIL FROM:<c@d>\n250 ok\n",
     "crcrcr", "a: <x@y> 550; - -\na: <c@d> 250; - -\n"},
    // Accepted ones end the transaction.
    {"RSET that is accepted", MAIL_RCPT "RSET\n250 ok\nRCPT TO:<g@h>\n503 no\nDATA\n503 no\n",
     "crcrcrcrcrcr", "a: <c@d> 250, <e@f> 250; - -\n"},
    {"EHLO that is accepted", MAIL_RCPT "EHLO x\n250 ok\nMAIL FROM:<x@y>\n250 ok\n", "crcrcrcrcr",
     "a: <c@d> 250, <e@f> 250; - -\nx: <x@y> 250; - -\n"},
    {"another session", MAIL_RCPT "421 bye\n220 b\nMAIL FROM:<x@y>\n250 ok\n", "crcrcrrrcr",
     "a: <c@d> 250, <e@f> 250; - -\n: <x@y> 250; - -\n"},
};
ROWS("transcript: commands that the server refuses change nothing", refused)

constexpr row doubts[] = {
    {"an unknown command, sent ahead",
     "EHLO a\n250 b\nXFORWARD NAME=x\nMAIL FROM:<c@d>\nRCPT TO:<e@f>\nRCPT TO:<g@h>\nDATA\n250 x\n"
     "250 a\n250 b\n550 c\n354 d\n.\n250 ok\n",
     "crpccccrrrrr.r", "a: <c@d> 250, <e@f> 250/ 250, <g@h> 550; 354 \"\" 250\n"},
    {"a command with a typo, sent ahead",
     "EHLO a\n250 b\nMAIL FROM:<c@d>\nRCTP TO:<g@h>\nRCPT TO:<e@f>\nDATA\n250 a\n500 b\n250 c\n"
     "354 d\n.\n250 ok\n",
     "crcpccrrrr.r", "a: <c@d> 250, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"a line that is not recognized, sent ahead",
     "EHLO a\n250 b\nMAIL FROM:<c@d>\n*RCPT TO:<g@h>\nRCPT TO:<e@f>\nDATA\n250 a\n500 b\n250 c\n"
     "354 d\n.\n250 ok\n",
     "crcuccrrrr.r", "a: <c@d> -; - -\na: smtp_command_malformed -, <e@f> -; 354 \"\" 250\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a remark among commands",
     "EHLO a\n250 b\nread R BLOCK\nMAIL FROM:<c@d>\n250 a\nRCPT TO:<e@f>\n550 b\nRCPT TO:<g@h>\n"
     "250 c\nDATA\n354\n.\n250 ok\n",
     "crpcrcrcrcr.r", "a: <c@d> 250, <e@f> 550, <g@h> 250/ 250; 354 \"\" 250\n",
     "transcript_line_unplaced "},
    {"a remark between a command and its reply",
     "EHLO a\n250 b\nMAIL FROM:<c@d>\n250 a\nRCPT TO:<e@f>\nread R BLOCK\n550 b\nRCPT TO:<g@h>\n"
     "250 c\nDATA\n354\n.\n250 ok\n",
     "crcrcprcrcr.r", "a: <c@d> 250, <e@f> -, <g@h> -; 354 \"\" 250\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a reply is missing, with marks",
     "C: MAIL FROM:<c@d>\nC: RCPT TO:<e@f>\nC: RCPT TO:<g@h>\nC: DATA\nS: 250 a\nS: 250 b\n"
     "S: 354 c\nC: .\nS: 250 ok\n",
     "ccccrrr.r", ": <c@d> -; - -\n: smtp_command_malformed -, <e@f> -, <g@h> -; 354 \"\" 250\n",
     "transcript_reply_doubtful "},
    {"the reply to EHLO is missing",
     "EHLO a\nMAIL FROM:<c@d>\n250 a\nRCPT TO:<e@f>\n550 b\nRCPT TO:<g@h>\n250 c\nQUIT\n",
     "ccrcrcrc", "a: <c@d> -; - -\na: smtp_command_malformed -, <e@f> -, <g@h> -; - -\n",
     "transcript_reply_doubtful "},
    {"221 is the reply to QUIT",
     "MAIL FROM:<c@d>\nRCPT TO:<e@f>\nRCPT TO:<g@h>\nQUIT\n250 a\n550 b\n221 bye\n", "ccccrrr",
     ": <c@d> -; - -\n: smtp_command_malformed -, <e@f> -, <g@h> -; - -\n",
     "transcript_reply_doubtful "},
    {"two replies to the message", START ".\n250 ok\n554 no\nQUIT\n221 bye\n", "crcrcrcr.rrcr",
     "a: <c@d> 250, <e@f> 250; 354 \"\" -\n", "transcript_reply_doubtful "},
    {"too few replies of LMTP",
     "LHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\nRCPT TO:<g@h>\n250 ok\n"
     "DATA\n354\n.\n250 ok\nQUIT\n221 b\n",
     "crcrcrcrcr.rcr", "a: <c@d> 250, <e@f> 250, <g@h> 250; 354 \"\" -\n",
     "transcript_reply_doubtful "},
    // Nobody knows whose message it is.
    {"no MAIL", "RCPT TO:<e@f>\n250 ok\nDATA\n354\n.\n250 ok\n", "crcr.r",
     ": smtp_command_malformed -, <e@f> 250/ 250; 354 \"\" 250\n"},
    {"only the message", "DATA\n354\na: b\n.\n250 ok\n", "crd.r",
     ": smtp_command_malformed -; 354 \"a: b|\" 250\n"},
    {"no reply to the second MAIL",
     MAIL_RCPT "MAIL FROM:<x@y>\nRCPT TO:<g@h>\n250 ok\nDATA\n354\n.\n250 ok\n", "crcrcrccrcr.r",
     "a: <c@d> 250, <e@f> 250; - -\na: <x@y> -; - -\n"
     "a: smtp_command_malformed -, <g@h> -; 354 \"\" 250\n",
     "transcript_reply_doubtful "},
    {"no reply to RSET", MAIL_RCPT "RSET\nRCPT TO:<g@h>\n250 ok\nDATA\n354\n.\n250 ok\n",
     "crcrcrccrcr.r",
     "a: <c@d> 250, <e@f> 250; - -\na: smtp_command_malformed -, <g@h> -; 354 \"\" 250\n",
     "transcript_reply_doubtful "},
    {"no reply to the second EHLO",
     "EHLO a\n250 b\nEHLO x\nMAIL FROM:<c@d>\n250 a\nRCPT TO:<e@f>\n550 b\nDATA\n354\n.\n250 ok\n",
     "crccrcrcr.r", ": <c@d> -; - -\n: smtp_command_malformed -, <e@f> -; 354 \"\" 250\n",
     "transcript_reply_doubtful "},
    {"a 421, which may answer nothing", MAIL_RCPT "RCPT TO:<g@h>\nRCPT TO:<i@j>\n250 i\n421 bye\n",
     "crcrcrccrr", "a: <c@d> 250, <e@f> 250, <g@h> -, <i@j> -; - -\n",
     "transcript_reply_doubtful "},
    {"a 421 after the replies", MAIL_RCPT "RCPT TO:<g@h>\nRCPT TO:<i@j>\n250 g\n550 i\n421 bye\n",
     "crcrcrccrrr", "a: <c@d> 250, <e@f> 250, <g@h> 250, <i@j> 550; - -\n"},
    {"a 421 after one reply of LMTP",
     "LHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\nRCPT TO:<g@h>\n250 ok\n"
     "DATA\n354\n.\n250 g\n421 bye\n",
     "crcrcrcrcr.rr", "a: <c@d> 250, <e@f> 250, <g@h> 250; 354 \"\" -\n",
     "transcript_reply_doubtful "},
    {"an indented reply, with a 421",
     MAIL_RCPT "RCPT TO:<g@h>\n 550 no\nRCPT TO:<i@j>\n250 i\n421 bye\n", "crcrcrcucrr",
     "a: <c@d> 250, <e@f> 250, <g@h> -, <i@j> -; - -\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a colon after the code", MAIL_RCPT "RCPT TO:<g@h>\n550: no\n250 z\n", "crcrcrcur",
     "a: <c@d> 250, <e@f> 250, <g@h> -; - -\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a colon after the code, and then no space", START ".\n550: no\nRSET\n250 flushed\n",
     "crcrcrcr.ucr", "a: <c@d> 250, <e@f> 250; 354 \"\" -\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a line that is not recognized, and the end of the session",
     MAIL_RCPT "*RSET\nMAIL FROM:<x@y>\nRCPT TO:<g@h>\n250 rset\n250 x\n421 bye\n", "crcrcruccrrr",
     "a: <c@d> 250, <e@f> 250; - -\na: <x@y> -; - -\na: smtp_command_malformed -, <g@h> -; - -\n",
     "transcript_line_unplaced transcript_reply_doubtful "},
    {"a reply without its last line, and an unknown command",
     MAIL_RCPT "RCPT TO:<g@h>\n250-g\nFOO bar\n250 z\n", "crcrcrcrpr",
     "a: <c@d> 250, <e@f> 250, <g@h> 250; - -\n"},
};
ROWS("transcript: what is in doubt has no reply and no sender", doubts)

constexpr row secrets[] = {
    {"AUTH LOGIN without 334, with marks",
     "C: EHLO a\nS: 250 b\nC: AUTH LOGIN\nC: dXNlcg==\nC: cGFzc3dvcmQx\nS: 235 ok\nC: QUIT\n",
     "crckkrc", "", "transcript_reply_missing "},
    {"AUTH LOGIN without 334",
     "EHLO a\n250 b\nAUTH LOGIN\ndXNlcg==\nsecret\n535 no\nMAIL FROM:<c@d>\n250 ok\n", "crckkrcr",
     "a: <c@d> 250; - -\n"},
    {"a response over two lines",
     "EHLO a\n250 b\nAUTH XOAUTH2\n334 \ndXNl\ncjE=\n235 ok\nNOOP\n250 a\n", "crcrkkrcr", ""},
    {"a command ends it",
     "EHLO a\n250 b\nAUTH PLAIN dA==\nMAIL FROM:<c@d>\nfoo\n235 a\n250 b\n500 c\n", "crccprrr",
     "a: <c@d> 250; - -\n", "smtp_verb_case "},
    {"AUTH with a typo", "EHLO a\n250 b\nAUTH=LOGIN\ndXNlcg==\n500 what\n", "crpkr", "",
     "smtp_command_malformed "},
    {"a 334 without AUTH", "334 x\nQUIT\n334 y\nsecret\n235 ok\n", "rkrkr", ""},
};
ROWS("transcript: lines after AUTH are credentials", secrets)

ROWS("transcript: commands and replies", sessions)

constexpr row chunks[] = {
    {"BDAT: no line in a chunk is a command or an end",
     "MAIL FROM:<c@d>\n250 ok\nBDAT 11\n.\n\nQUIT\n250 ok\nBDAT 4 LAST\n..yz\n250 ok\n",
     "crchhhrchr", ": <c@d> 250; - \".||QUIT|..yz\" 250\n"},
    {"BDAT: a command directly after the octets of a chunk",
     "MAIL FROM:<c@d>\n250 ok\nBDAT 3\nabcBDAT 2 LAST\n12250 ok\n250 ok\n", "crchchrr",
     ": <c@d> 250; - \"abc12\" 250\n"},
    {"BDAT 0 LAST", "MAIL FROM:<c@d>\n250 ok\nBDAT 3\nabc\n250 ok\nBDAT 0 LAST\n250 ok\n",
     "crchrcr", ": <c@d> 250; - \"abc\" 250\n"},
    {"BDAT: a size that cannot be read: nobody knows where the chunk ends",
     "MAIL FROM:<c@d>\n250 ok\nBDAT 1 2\nRCPT TO:<x@y>\n250 ok\nQUIT\n", "crcuuu",
     ": <c@d> 250; - \"... -\n",
     "smtp_command_malformed transcript_line_unplaced transcript_reply_missing "},
    {"BDAT: refused at once", "MAIL FROM:<c@d>\n250 ok\nBDAT x\n501 no\nRCPT TO:<e@f>\n250 ok\n",
     "crcrcr", ": <c@d> 250, <e@f> 250; - \"... -\n", "smtp_command_malformed "},
    {"BDAT: a chunk that is cut off", "MAIL FROM:<c@d>\n250 ok\nBDAT 30 LAST\nabc\n", "crch",
     ": <c@d> 250; - \"abc|... -\n", "transcript_reply_missing transcript_message_cut "},
    {"RFC 2033: one reply for each recipient",
     "LHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\nRCPT TO:<e@f>\n250 ok\nRCPT TO:<g@h>\n550 no\n"
     "RCPT TO:<i@j>\n250 ok\nDATA\n354\n.\n250 ok\n452 full\nQUIT\n221 b\n",
     "crcrcrcrcrcr.rrcr",
     "a: <c@d> 250, <e@f> 250/ 250, <g@h> 550, <i@j> 250/ 452; 354 \"\" 250\n"},
};
ROWS("transcript: chunks, and replies of LMTP", chunks)

constexpr bool only_crlf_ends_lines_where_there_is_one() {
    constexpr row table[] = {
        {"a reply", "EHLO a\r\n250 b\nMAIL FROM:<c@d>\r\n250 ok\r\n", "crr", "",
         "reply_bare_lf transcript_reply_doubtful "},
        {"a command", "EHLO a\r\n250 b\r\nMAIL FROM:<c@d>\nRCPT TO:<e@f>\r\n250 ok\r\n", "crpr", "",
         "smtp_line_ending "},
        {"a reply, before a command", "MAIL FROM:<c@d>\r\n550 no\nRCPT TO:<e@f>\r\n250 ok\r\n",
         "crr", ": <c@d> -; - -\n", "reply_bare_lf transcript_reply_doubtful "},
        {"a line that is perhaps a reply, before a command",
         "MAIL FROM:<c@d>\r\n 550 no\nRCPT TO:<e@f>\r\n250 ok\r\n421 bye\r\n", "curr",
         ": <c@d> -; - -\n", "transcript_line_unplaced transcript_reply_doubtful "},
        {"before the session", "$ telnet b 25\nEHLO x\nEHLO a\r\n250 b\r\n", "uucr", "",
         "transcript_line_unplaced transcript_line_ending "},
        {"the end of the data",
         "MAIL FROM:<c@d>\r\n250 ok\r\nDATA\r\n354\r\na: b\n.\n\n.\r\n.\r\n250 ok\r\n", "crcrd.r",
         ": <c@d> 250; 354 \"a: b|.||.|\" 250\n", "end_of_data_near_miss end_of_data_near_miss "},
        {"with marks",
         "C: MAIL FROM:<c@d>\r\nS: 250 ok\r\nC: RSET\nC: DATA\r\nS: 354\r\nC: x\r\nC: .\n"
         "C: .\r\nC: y\r\nC: .\r\n",
         "crucrdddd.", ": <c@d> 250; 354 \"x|.|.|y|\" -\n",
         "transcript_line_unplaced transcript_line_ending end_of_data_near_miss "
         "end_of_data_near_miss transcript_reply_missing "},
    };
    for (auto const& each : table) {
        transcript const t{each.text};
        REQUIRE_SAME(each, std::string_view{kinds_of_lines(t)}, each.kinds);
        REQUIRE_SAME(each, std::string_view{summary_of(t)}, each.summary);
        REQUIRE_SAME(each, std::string_view{problems_of(t)}, each.problems);
    }
    return true;
}
CASE("transcript: if there is a CRLF, only CRLF ends a line of the protocol",
     only_crlf_ends_lines_where_there_is_one)

std::string file(std::string_view name) {
    return test::octets_of(FOLDWISE_SOURCE_DIR "/tests/data/smtp/" + std::string{name});
}

TEST_CASE("transcript: the same session in each notation") {
    struct {
        std::string_view name;
        transcript_notation notation;
        bool is_contiguous;
    } constexpr table[] = {
        {"plain.txt", transcript_notation::plain, true},
        {"plain-crlf.txt", transcript_notation::plain, true},
        {"telnet.txt", transcript_notation::plain, true},
        {"client-server.txt", transcript_notation::client_server, false},
        {"arrows.txt", transcript_notation::arrows, false},
        {"swaks.txt", transcript_notation::swaks, false},
    };
    for (auto const& row : table) {
        auto const bytes = file(row.name);
        transcript const t{bytes};
        REQUIRE_SAME(row.name, t.notation(), row.notation);
        auto at = t.begin();
        REQUIRE(at != t.end());
        auto const one = *at;
        REQUIRE_SAME(row.name, ++at == t.end(), true);
        REQUIRE_SAME(row.name, one.client_name(), "smtp.sample.net");
        REQUIRE_SAME(row.name, one.mail_reply()->last().raw(), "250 2.1.0 ok");
        REQUIRE_SAME(row.name, one.data_reply()->code(), 354);
        REQUIRE_SAME(row.name, one.queue_id() == "17763873", true);
        REQUIRE_SAME(row.name, one.message().is_whole(), true);
        REQUIRE_SAME(row.name, one.message().contiguous().has_value(), row.is_contiguous);

        // The envelope is that of the delivered message.
        auto const octets = one.message().to_string();
        message const m{one.message().contiguous().value_or(octets)};
        REQUIRE_SAME(row.name, get<"Subject">(m)->to_string(), "lunch");
        REQUIRE_SAME(row.name, one.is_from(*get<"Return-Path">(m)), true);
        REQUIRE_SAME(row.name, one.find(get<"Delivered-To">(m)->addr_spec()).has_value(), true);
        REQUIRE_SAME(row.name, get<"Authentication-Results">(m)->is_by("mail.example.org"), true);
        auto const path = foldwise::path::read("<other@sample.net>");
        REQUIRE_SAME(row.name, one.is_from(*path) || one.is_from({}), false);
        auto const other = foldwise::addr_spec::read("other@example.org");
        REQUIRE_SAME(row.name, one.find(*other).has_value(), false);
    }
}

TEST_CASE("transcript: other sessions") {
    struct {
        std::string_view name;
        std::string_view summary;
        std::string_view problems;
    } constexpr table[] = {
        {"rfc5321-d.txt",
         "bar.com: <Smith@bar.com> 250, <Jones@foo.com> 250/ 250, <Green@foo.com> 550, "
         "<Brown@foo.com> 250/ 250; 354 \"Blah blah blah...|..etc. etc. etc.|\" 250\n"
         "bar.com: <Smith@bar.com> 250, <Jones@foo.com> 250, <Green@foo.com> 550; - -\n"
         "bar.com: <JQP@bar.com> 250, <Jones@XYZ.COM> 250/ 250; 354 \"Date: Thu, 21 May 1998 "
         "05:33:29 -0700|From: John Q. Public <JQP@bar.com>|Subject: The Next Meeting of the "
         "Board|To: Jones@xyz.com||Bill:|The next meeting of the board of directors will be|on "
         "Tuesday.|John.|\" 250\n"
         "foo.com: <JQP@bar.com> 250, <Jones@XYZ.COM> 250/ 250; 354 \"Received: from bar.com by "
         "foo.com ; Thu, 21 May 1998|    05:33:29 -0700|Date: Thu, 21 May 1998 05:33:22 "
         "-0700|From: John Q. Public <JQP@bar.com>|Subject:  The Next Meeting of the Board|To: "
         "Jones@xyz.com||Bill:|The next meeting of the board of directors will be|on Tuesday.|"
         "                        John.|\" 250\n"
         "bar.com: <EAK@bar.com> 250, <Admin.MRC@foo.com> 250/ 250; 354 \"Blah blah "
         "blah...|..etc. etc. etc.|\" 250\n",
         "transcript_line_unplaced transcript_line_unplaced transcript_line_unplaced "
         "transcript_line_unplaced transcript_line_unplaced "},
        {"openssl.txt",
         "smtp.sample.net: <foe@sample.net> 250, <friend@example.org> 250/ 250; 354 \"From: A Foe "
         "<foe@sample.net>|To: friend@example.org|Subject: dots||.|..and more|\" 250 "
         "4B7xYz1Qk3z9vCd\n",
         "transcript_line_unplaced transcript_line_unplaced transcript_line_unplaced "},
        {"pipelining.txt",
         "smtp.sample.net: <foe@sample.net> 250, <friend@example.org> 250/ 250, "
         "<nobody@example.org> 550, <crew@example.org> 250/ 250; 354 \"Subject: first||one|\" 250 "
         "A1B2C3D4E5\nsmtp.sample.net: <> 250, <postmaster> 250/ 250; 354 \"Subject: "
         "second||two|\" 250 F6E5D4C3B2\n",
         ""},
        {"starttls.txt",
         "smtp.sample.net: <foe@sample.net> 250, <nobody@example.org> 550, <friend@example.org> "
         "250/ 250; 354 \"From: foe@sample.net|Subject: test||This is a test.|\" 250 "
         "3KQ9zW2bSkz4x\n",
         ""},
        {"bdat.txt",
         "smtp.sample.net: <foe@sample.net> 250, <friend@example.org> 250/ 250; - \"Subject: "
         "chunks||.|not the end\" 250 3KQ9zW2bSkz4y\n",
         ""},
        {"rejected.txt",
         "smtp.sample.net: <foe@sample.invalid> 550; - -\n"
         "smtp.sample.net: <foe@sample.net> 250, <nobody@example.org> 550; 554 -\n",
         ""},
        {"cut-off.txt",
         "smtp.sample.net: <foe@sample.net> 250, <friend@example.org> 250; 354 \"Subject: cut||The "
         "connection was lo... -\n",
         "transcript_reply_missing transcript_message_cut "},
        {"lmtp.txt",
         "mx.example.org: <foe@sample.net> 250, <friend@example.org> 250/ 250, "
         "<nobody@example.org> 550, <crew@example.org> 250/ 452; 354 \"Subject: two "
         "boxes||hello|\" 250\n",
         ""},
    };
    for (auto const& row : table) {
        auto const bytes = file(row.name);
        REQUIRE_SAME(row.name, bytes.empty(), false);
        transcript const t{bytes};
        REQUIRE_SAME(row.name, std::string_view{summary_of(t)}, row.summary);
        REQUIRE_SAME(row.name, std::string_view{problems_of(t)}, row.problems);
    }
}

constexpr bool one_without_a_line_is_empty() {
    REQUIRE_TRUE(foldwise::transcript{""}.empty());
    return true;
}
CASE("transcript: one without a line is empty", one_without_a_line_is_empty)

} // namespace
