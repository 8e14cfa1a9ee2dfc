#include <foldwise/transcript/detail/transcript_diagnoser.hpp>

#include "../../support.hpp"
#include "../../tables.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::diagnostic;
using foldwise::transcript;

/// The names and the texts of the diagnostics, in order.
constexpr test::text_buffer problems_of(std::string_view bytes) {
    test::text_buffer text;
    transcript{bytes}.diagnose([&](diagnostic const& problem) {
        text.append(problem.name());
        text.append(" \"");
        for (char const octet : bytes.substr(problem.offset, problem.length))
            if (octet != '\r') text.append(octet == '\n' ? '|' : octet);
        text.append("\" ");
    });
    return text;
}

struct row {
    std::string_view bytes;
    std::string_view problems;
};

constexpr row lines[] = {
    {"EHLO a\n250 b\nmail from:<a@b>\n250 ok\n", "smtp_verb_case \"mail\" "},
    {"EHLO a\n250 b\nMAIL FROM: <a@b>\n250 ok\n", "smtp_white_space \" \" "},
    {"EHLO a\n250 b\nMAIL foo\n501 b\n", "smtp_command_malformed \"MAIL foo\" "},
    {"EHLO a\n250 b\nRCPT TO:<a@b> NOTIFY=\n501 b\n", "esmtp_parameter_malformed \"NOTIFY=\" "},
    {"EHLO a\n250 b\nRSET foo\n501 b\n", "smtp_argument_ignored \"foo\" "},
    {"EHLO a\n250 b\nVRFY A. Foe\n252 b\n", "smtp_string_malformed \"A. Foe\" "},
    {"EHLO a\n250 b\nEXPN\n501 b\n", "smtp_command_malformed \"EXPN\" "},
    {"EHLO a\n250 b\nHELP (\n501 b\n", "smtp_string_malformed \"(\" "},
    {"EHLO a\n250 b\nNOOP (\n250 b\n", "smtp_string_malformed \"(\" "},
    {"EHLO a\n250 b\nfoo\n501 b\n", "smtp_verb_case \"foo\" "},
    {"EHLO a\n250 b\nBDAT x\n501 b\n", "smtp_command_malformed \"BDAT x\" "},
    {"EHLO a\n250\tb\n", "reply_separator \"\t\" "},
    {"EHLO a\n250-b\n550 c\n", "reply_code_differs \"550\" "},
    {"EHLO a\n250 5.1.1 b\n", "reply_status_mismatch \"5.1.1\" "},
    {"C: EHLO a\nS: 250-b\n\nfoo\nS: 260 c\n",
     "transcript_line_unplaced \"foo|\" reply_code_range \"260\" reply_code_differs \"260\" "},
    {"QUIT\n221 a\nclosed\n\nbye\n", "transcript_line_unplaced \"closed||bye|\" "},
    {"MAIL FROM:<a@b>\nRCPT TO:<a@b>\nRCPT TO:<c@d>\nDATA\n250 a\n550 b\n354 c\n.\n250 d\n",
     "transcript_reply_doubtful \"250 a|550 b|354 c|\" "},
    {"EHLO a\n250 b\nfoo\nNOOP\n250 c\n",
     "transcript_line_unplaced \"foo|\" transcript_reply_doubtful \"250 c|\" "},
};
constexpr bool lines_are_diagnosed() {
    for (auto const& each : lines)
        test::with_both_line_endings(each.bytes, [&each](std::string_view bytes) {
            REQUIRE_SAME(each.bytes, std::string_view{problems_of(bytes)}, each.problems);
        });
    return true;
}
CASE("transcript_diagnoser: commands and replies", lines_are_diagnosed)

constexpr bool near_misses_of_the_end_are_diagnosed() {
    constexpr row table[] = {
        // RFC 5321 section 4.1.1.4: only CRLF.CRLF is the end.
        {"DATA\r\n354 a\r\nb\n.\r\nc\r\n.\r\n250 d\r\n", "end_of_data_near_miss \"|.|\" "},
        {"DATA\r\n354 a\r\nb\r\n.\nc\r\n.\r\n250 d\r\n", "end_of_data_near_miss \"|.|\" "},
        {"DATA\r\n354 a\r\n.\nc\r\n.\r\n250 d\r\n", "end_of_data_near_miss \".|\" "},
        {"DATA\n354 a\nb\n.\r.\n.\n250 d\n",
         "end_of_data_near_miss \"|.\" end_of_data_near_miss \".|\" "},
        {"DATA\n354 a\nb\n. \n.\n250 d\n", "end_of_data_near_miss \"|. |\" "},
        {"DATA\n354 a\nb\n..\n.b\n.\n250 d\n", ""},
        {"C: DATA\r\nS: 354 a\r\nC: b\nC: .\r\nC: c\r\nC: .\r\nS: 250 d\r\n",
         "end_of_data_near_miss \"|C: .|\" "},
        {"C: DATA\r\nS: 354 a\r\nC: b\r\nC: .\nC: c\r\nC: .\r\nS: 250 d\r\n",
         "end_of_data_near_miss \"|C: .|\" "},
        // At the end of a message that is cut off.
        {"DATA\r\n354 a\r\nb\r\n.\r", "end_of_data_near_miss \"|.\" transcript_reply_missing "
                                      "\"b|\" transcript_message_cut \"\" "},
    };
    for (auto const& each : table) {
        test::text_buffer bytes;
        bytes.append(each.bytes);
        REQUIRE_SAME(each.bytes, std::string_view{problems_of(std::string_view{bytes})},
                     each.problems);
    }
    return true;
}
CASE("transcript_diagnoser: near misses of the end of the data",
     near_misses_of_the_end_are_diagnosed)

} // namespace
