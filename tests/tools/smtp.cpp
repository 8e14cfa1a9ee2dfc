#include "../../tools/smtp.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view session = "220 b\n"
                                     "EHLO a\n"
                                     "250-b\n"
                                     "250 STARTTLS\n"
                                     "STARTTLS\n"
                                     "220 go\n"
                                     "HELO a.example\n"
                                     "250 b\n"
                                     "AUTH PLAIN c2VjcmV0\n"
                                     "334 x\n"
                                     "c2VjcmV0\n"
                                     "235 ok\n"
                                     "MAIL FROM:<foe@sample.net> SIZE=9\n"
                                     "250 ok\n"
                                     "RCPT TO:<nobody@example.org>\n"
                                     "550 who?\n"
                                     "RCPT TO:<e@f>\n"
                                     "250 ok\n"
                                     "DATA\n"
                                     "354 go\n"
                                     "Subject: x\n"
                                     "\n"
                                     "..\n"
                                     ".\n"
                                     "250 ok 17763873\n"
                                     "MAIL FROM:<>\n"
                                     "250 ok\n"
                                     "BDAT 6 LAST\n"
                                     "a: b\n"
                                     "250 ok\n"
                                     "QUIT\n";

std::string smtp_file(std::string_view name) {
    return test::data_file("smtp/" + std::string{name});
}

} // namespace

TEST_CASE("tool smtp: the envelopes and the conversation") {
    auto const got = test::run({"smtp", "--ascii", "-"}, {.input = std::string{session}});
    test::check_output(
        got,
        "1  a.example (HELO)\n"
        "   from       <foe@sample.net> SIZE=9  250 ok\n"
        "   to         <nobody@example.org>     550 who?\n"
        "   to         <e@f>                    250 ok\n"
        "   message    14 octets, 3 lines       250 ok 17763873\n"
        "   queued as  17763873\n"
        "\n"
        "2  a.example (HELO)\n"
        "   from       <>                250 ok\n"
        "   message    5 octets, 1 line  250 ok\n"
        "\n"
        "client                                                                    server\n"
        "|<---------------------------------------------------------------------- 220 b |\n"
        "| EHLO a --------------------------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 250-b |\n"
        "|                                                                 250 STARTTLS |\n"
        "| STARTTLS ------------------------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 220 go |\n"
        "|==================================== TLS =====================================|\n"
        "| HELO a.example ------------------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 250 b |\n"
        "| AUTH PLAIN (credentials) --------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 334 x |\n"
        "| (8 octets of credentials) -------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 235 ok |\n"
        "| MAIL FROM:<foe@sample.net> SIZE=9 ------------------------------------------>|\n"
        "|<--------------------------------------------------------------------- 250 ok |\n"
        "| RCPT TO:<nobody@example.org> ----------------------------------------------->|\n"
        "|<------------------------------------------------------------------- 550 who? |\n"
        "| RCPT TO:<e@f> -------------------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 250 ok |\n"
        "| DATA ----------------------------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 354 go |\n"
        "| (14 octets, 3 lines of a message) ------------------------------------------>|\n"
        "| . -------------------------------------------------------------------------->|\n"
        "|<------------------------------------------------------------ 250 ok 17763873 |\n"
        "| MAIL FROM:<> --------------------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 250 ok |\n"
        "| BDAT 6 LAST ---------------------------------------------------------------->|\n"
        "| (5 octets, 1 line of a message) -------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 250 ok |\n"
        "| QUIT ----------------------------------------------------------------------->|\n"
        "\n"
        "line 31: transcript_reply_missing: something that the client sent, to which no reply is "
        "in the transcript; it has none\n");
}

TEST_CASE("tool smtp: possible commands, an unknown sender, secrets") {
    auto const got = test::run({"smtp", "--ascii", "-"},
                               {.input = "220 b\nEHLO a\n250 b\nread R BLOCK\nFOO\nRCPT TO:<e@f>\n"
                                         "250 x\n550 y\n250 z\nAUTH LOGIN\nc2VjcmV0\nc2VjcmV0\n"
                                         "235 ok\nATUH PLAIN c2VjcmV0\n500 a\nc2VjcmV0c2VjcmV0\n"
                                         "500 a\nQUIT\n221 bye\nclosed\n"});
    test::check_output(
        got,
        "1  a (EHLO)\n"
        "   from       not known\n"
        "   to         <e@f>                       no reply\n"
        "\n"
        "client                                                                    server\n"
        "|<---------------------------------------------------------------------- 220 b |\n"
        "| EHLO a --------------------------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 250 b |\n"
        "| read R BLOCK                                                                 |\n"
        "| FOO                                                                          |\n"
        "| RCPT TO:<e@f> -------------------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 250 x |\n"
        "|<---------------------------------------------------------------------- 550 y |\n"
        "|<---------------------------------------------------------------------- 250 z |\n"
        "| AUTH LOGIN ----------------------------------------------------------------->|\n"
        "| (8 octets of credentials) -------------------------------------------------->|\n"
        "| (8 octets of credentials) -------------------------------------------------->|\n"
        "|<--------------------------------------------------------------------- 235 ok |\n"
        "| ATUH PLAIN (credentials) --------------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 500 a |\n"
        "| (16 octets, perhaps credentials) ------------------------------------------->|\n"
        "|<---------------------------------------------------------------------- 500 a |\n"
        "| QUIT ----------------------------------------------------------------------->|\n"
        "|<-------------------------------------------------------------------- 221 bye |\n"
        "| closed                                                                       |\n"
        "\n"
        "line 4: transcript_line_unplaced: lines of a transcript that are neither commands nor "
        "replies; ignored\n"
        "line 7: transcript_reply_doubtful: replies whose number differs from that of the "
        "commands, or that do not fit them; none of these commands has a reply, but other programs "
        "may match them in some way\n"
        "line 16: smtp_command_malformed: a line that is not the command that is expected there, "
        "or "
        "whose argument is missing or malformed; not read, but some servers may accept it\n"
        "line 20: transcript_line_unplaced: lines of a transcript that are neither commands nor "
        "replies; ignored\n");
}

TEST_CASE("tool smtp: replies in doubt, a name of XCLIENT and a password of FTP") {
    auto const got = test::run({"smtp", "--ascii", "-"},
                               {.input = "EHLO a\n250 b\nMAIL FROM:<c@d>\n250 ok\n"
                                         "RCPT TO:<e@f>\n550-no\n250 user\n"
                                         "RCPT TO:<g@h>\n250-first\nXCLIENT LOGIN=foe\n220 ok\n"
                                         "PASS s3cret\n500 what\n"});
    auto const has = [&](std::string_view text) { return got.out.find(text) != std::string::npos; };
    CHECK(has("in doubt\n   to         <g@h>"));
    CHECK(has("in doubt\n\n"));
    CHECK(!has("foe"));
    CHECK(!has("s3cret"));
}

TEST_CASE("tool smtp: line endings that are mixed") {
    test::check_complaint(test::run({"smtp", "-"}, {.input = "220 b\nEHLO a\nx\r\n"}), 1,
                          "mixed: 1 line with CRLF, 2 with LF alone");
    auto const some = test::run({"smtp", "-"}, {.input = "C: EHLO a\r\nS: 250 b\nC: QUIT\r\n"});
    REQUIRE_SAME(some.command, some.status, 0);
    test::check_one_line(some, "mixed: 2 lines with CRLF, 1 with LF alone");
    // The lines of a message are counted in the same way everywhere.
    auto const bare = test::run({"smtp", "--ascii", "-"},
                                {.input = "MAIL FROM:<>\r\n250\r\nDATA\r\n354\r\na\nb\r\n.\r\n"});
    REQUIRE_SAME(bare.command, bare.out.find("message    5 octets, 2 lines") != bare.out.npos,
                 true);
    REQUIRE_SAME(bare.command, bare.out.find("(5 octets, 2 lines of a") != bare.out.npos, true);
}

TEST_CASE("tool smtp: FILE:K is one transaction") {
    auto const got = test::run({"smtp", "--ascii", smtp_file("pipelining.txt") + ":2"});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.out.starts_with("2  smtp.sample.net (EHLO)\n"), true);
    for (std::string const k : {":0", ":3"})
        test::check_complaint(test::run({"smtp", smtp_file("pipelining.txt") + k}), 1,
                              "no transaction " + k.substr(1) + "; it has 2");
    for (bool const is_message : {false, true}) {
        auto const run = [&](std::string const& which) {
            return test::run({"smtp", is_message ? "--message" : "--ascii",
                              smtp_file("pipelining.txt") + which});
        };
        test::check_complaint(run(":1-0"), 2,
                              "no transactions from 1 to 0: the first number is the");
        test::check_complaint(run(":2-1"), 2,
                              "no transactions from 2 to 1: the first number is the");
        test::check_complaint(run(":0-1"), 2, "no transaction 0: transactions are counted from 1");
    }
}

TEST_CASE("tool smtp: --message hands the message to other commands") {
    struct {
        std::string_view file;
        std::string_view message;
    } constexpr table[] = {
        {"pipelining.txt:1", "Subject: first\n\none\n"},
        {"pipelining.txt:2", "Subject: second\n\ntwo\n"},
        {"bdat.txt", "Subject: chunks\n\n.\nnot the end"},
        {"openssl.txt", "From: A Foe <foe@sample.net>\nTo: friend@example.org\nSubject: dots\n\n"
                        ".\n..and more\n"},
    };
    for (auto const& row : table) {
        auto const got = test::run({"smtp", "--message", smtp_file(row.file)});
        test::check_output(got, row.message);
        auto const shown = test::run({"ls", "-"}, {.input = got.out});
        REQUIRE_SAME(row.file, shown.status, 0);
        REQUIRE_SAME(row.file, shown.err, "");
    }
    test::check_complaint(test::run({"smtp", "--message", smtp_file("pipelining.txt")}), 2,
                          "it has 2 messages; choose one: ");
    test::check_complaint(test::run({"smtp", "--message", smtp_file("rejected.txt")}), 1,
                          "no message");
    test::check_complaint(test::run({"smtp", "--message", smtp_file("rejected.txt") + ":3"}), 1,
                          "no transaction 3");
    auto const cut = test::run({"smtp", "--message", smtp_file("cut-off.txt")});
    REQUIRE_SAME(cut.command, cut.status, 0);
    REQUIRE_SAME(cut.command, cut.out, "Subject: cut\n\nThe connection was lo");
    test::check_one_line(cut, "the end of the message is not in the transcript");
}

TEST_CASE("tool smtp: files that are not transcripts") {
    for (std::string const bytes : {"", "\n", "hello\nworld\n", "From a\nSubject: b\n\nc\n"})
        test::check_complaint(test::run({"smtp", "-"}, {.input = bytes}), 1,
                              "perhaps it is not a transcript");
    test::check_complaint(test::run({"smtp", "-"}, {.input = std::string{"\x1F\x8B\x08"}}), 2,
                          "gzip");
    test::check_complaint(test::run({"smtp", "/no/such/file"}), 2, "No such file");
    test::check_complaint(test::run({"smtp", test::data_directory()}), 2, "a directory");
    auto const none = test::run({"smtp", "-"}, {.input = "220 b\nQUIT\n221 b\n"});
    REQUIRE_SAME(none.command, none.status, 0);
    REQUIRE_SAME(none.command, none.out.starts_with("no transaction"), true);
    // Of several files, the others are shown.
    auto const both = test::run({"smtp", "/no/such/file", smtp_file("plain.txt")});
    REQUIRE_SAME(both.command, both.status, 2);
    REQUIRE_SAME(both.command, both.out.find("17763873") != both.out.npos, true);
}

TEST_CASE("tool smtp: everything sent ahead takes linear time") {
    std::size_t const count = 20'000;
    std::string bytes = "220 b\nEHLO a\n"; // the replies to these commands come after all of them
    for (std::size_t i = 0; i < count; ++i) bytes += "NOOP\n";
    for (std::size_t i = 0; i < count + 1; ++i) bytes += "250 ok\n";
    auto const got = test::run({"smtp", "-"}, {.input = bytes});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, std::count(got.out.begin(), got.out.end(), '\n') > 40'000, true);
}

TEST_CASE("tool smtp: on terminals") {
    std::vector<std::string> files;
    for (std::string_view const name : {"pipelining.txt", "openssl.txt", "lmtp.txt", "cut-off.txt"})
        files.push_back(smtp_file(name));
    test::temporary_directory const folder;
    files.push_back(folder.file("hostile.txt", "220 \x1B[2J\x80\n"
                                               "EHLO \xE2\x80\xAE\x01 a.example\n"
                                               "250 b\n"
                                               "MAIL FROM:<\x1B]0;x\x07@\xC3\xA9>\n"
                                               "550 \x9B \xE6\xB8\xA1\xE8\xBE\xBA\n"
                                               "\x1B[31m\n"));
    test::check_on_terminals("smtp", files);
}
