#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_REPLIES_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_REPLIES_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for what an SMTP server answers.
inline constexpr diagnostic_example smtp_reply_examples[] = {
    {foldwise::diagnostic_code::reply_line_malformed, example_kind::smtp_reply,
     "{{OK queued}}\r\n"},
    {foldwise::diagnostic_code::reply_separator, example_kind::smtp_reply, "354{{\t}}go ahead\r\n"},
    {foldwise::diagnostic_code::reply_code_range, example_kind::smtp_reply, "{{299}} done\r\n"},
    {foldwise::diagnostic_code::reply_line_too_long,
     example_kind::smtp_reply,
     "250 {506:x}{{xyz}}\r\n",
     {},
     "The limit is 512 octets, with CRLF."},
    {foldwise::diagnostic_code::reply_bare_lf, example_kind::smtp_reply,
     "250 ok{{\n}}354 go ahead\r\n"},
    {foldwise::diagnostic_code::reply_text_octet, example_kind::smtp_reply, "250 ok {{\x07}}\r\n"},
    {foldwise::diagnostic_code::reply_text_utf8, example_kind::smtp_reply,
     "550 usuario desconocido: jos{{\xC3\xA9}}\r\n"},
    {foldwise::diagnostic_code::reply_status_mismatch, example_kind::smtp_reply,
     "250 {{5.1.1}} no such user\r\n"},
    {foldwise::diagnostic_code::reply_code_differs, example_kind::smtp_reply,
     "250-first\r\n{{251}} second\r\n"},
    {foldwise::diagnostic_code::reply_status_differs, example_kind::smtp_reply,
     "550-5.1.1 no such user\r\n550 {{5.7.1}} go away\r\n"},
    {foldwise::diagnostic_code::reply_not_complete, example_kind::smtp_reply,
     "250-mx.example.org\r\n250-SIZE 1000\r\n{{}}"},
    {foldwise::diagnostic_code::ehlo_keyword_missing, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250-{{}}\r\n250 SIZE 1000\r\n"},
    {foldwise::diagnostic_code::ehlo_keyword_octet, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250 MY{{_}}EXTENSION\r\n"},
    {foldwise::diagnostic_code::ehlo_keyword_equals, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250-AUTH PLAIN LOGIN\r\n250 AUTH{{=}}PLAIN LOGIN\r\n"},
    {foldwise::diagnostic_code::ehlo_keyword_duplicate, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250-SIZE 1000\r\n250 {{SIZE}} 2000\r\n"},
    {foldwise::diagnostic_code::ehlo_white_space, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250 SIZE{{  }}1000\r\n"},
    {foldwise::diagnostic_code::ehlo_parameter_octet, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250 HELP jos{{\xC3}}\xA9\r\n", "reply_text_utf8",
     "The character is also one of a reply's text."},
    {foldwise::diagnostic_code::ehlo_parameter_malformed, example_kind::ehlo_reply,
     "250-mx.example.org\r\n250 SIZE {{10MB}}\r\n"},
};

} // namespace tool

#endif
