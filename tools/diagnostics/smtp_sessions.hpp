#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_SESSIONS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_SESSIONS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for the data between SMTP commands.
inline constexpr diagnostic_example mail_data_examples[] = {
    {foldwise::diagnostic_code::end_of_data_near_miss, example_kind::mail_data,
     "Subject: a\r\n\r\nHello{{\n.\r\n}}MAIL FROM:<foe@sample.net>\r\n.\r\n", "data_bare_lf",
     "The line ending before the dot is an LF without CR."},
    {foldwise::diagnostic_code::end_of_data_missing, example_kind::mail_data,
     "Subject: a\r\n\r\nHello\r\n{{}}"},
    {foldwise::diagnostic_code::data_bare_lf, example_kind::mail_data,
     "Subject: a{{\n}}\r\nHello\r\n.\r\n"},
    {foldwise::diagnostic_code::data_line_too_long, example_kind::mail_data,
     "Subject: a\r\n\r\n{{{999:x}\r\n}}.\r\n"},
    {foldwise::diagnostic_code::data_dot_not_stuffed, example_kind::mail_data,
     "Subject: a\r\n\r\n{{.}}profile\r\n.\r\n"},
    {foldwise::diagnostic_code::bdat_malformed, example_kind::bdat, "{{BDAT five LAST\r\n}}Hello"},
    {foldwise::diagnostic_code::bdat_incomplete, example_kind::bdat, "{{BDAT 500 LAST\r\n}}Hello"},
};

/// Examples of the diagnostics for records of SMTP sessions.
inline constexpr diagnostic_example transcript_examples[] = {
    {foldwise::diagnostic_code::transcript_line_unplaced, example_kind::transcript,
     "S: 220 mx.example.org\n{{the network is slow today\n}}C: QUIT\nS: 221 bye\n"},
    {foldwise::diagnostic_code::transcript_line_ending, example_kind::transcript,
     "S: 220 mx.example.org\r\n{{C: NOOP\n}}C: QUIT\r\nS: 221 bye\r\n", "transcript_line_unplaced",
     "The line is neither a command nor a reply."},
    {foldwise::diagnostic_code::transcript_mark_missing, example_kind::transcript,
     "C: DATA\nS: 354 go ahead\n{{Subject: a\n}}\nHello\n.\nS: 250 ok\n"},
    {foldwise::diagnostic_code::transcript_message_cut, example_kind::transcript,
     "C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<foe@sample.net>\nS: 250 ok\n"
     "C: DATA\nS: 354 go ahead\n{{}}"},
    {foldwise::diagnostic_code::transcript_reply_missing, example_kind::transcript,
     "S: 220 mx.example.org\n{{C: QUIT\n}}"},
    {foldwise::diagnostic_code::transcript_reply_unexpected, example_kind::transcript,
     "S: 220 mx.example.org\nC: QUIT\nS: 221 bye\nS: {{250}} ok\n"},
    {foldwise::diagnostic_code::transcript_reply_doubtful, example_kind::transcript,
     "C: MAIL FROM:<>\nC: RCPT TO:<foe@sample.net>\nC: RCPT TO:<crew@example.org>\nC: DATA\n"
     "S: {{250 ok\nS: 550 no such user\nS: 354 go ahead\n}}C: .\nS: 250 ok\n"},
};

} // namespace tool

#endif
