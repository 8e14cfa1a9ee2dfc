#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_COMMANDS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_SMTP_COMMANDS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for what an SMTP client says.
inline constexpr diagnostic_example smtp_command_examples[] = {
    {foldwise::diagnostic_code::path_without_brackets, example_kind::smtp_command,
     "MAIL FROM:{{foe@sample.net}}\r\n"},
    {foldwise::diagnostic_code::path_without_brackets, example_kind::message,
     "Return-Path: {{foe@sample.net}}\n"},
    {foldwise::diagnostic_code::address_too_long,
     example_kind::smtp_command,
     "RCPT TO:<{{{65:a}}}@example.org>\r\n",
     {},
     "At most 64 octets may be before the @."},
    {foldwise::diagnostic_code::address_not_for_smtp, example_kind::smtp_command,
     "RCPT TO:<friend@my{{_}}host.example.org>\r\n"},
    {foldwise::diagnostic_code::smtp_line_ending, example_kind::smtp_command,
     "RCPT TO:<friend@example.org>{{\n}}DATA\r\n"},
    {foldwise::diagnostic_code::smtp_line_too_long,
     example_kind::smtp_command,
     "NOOP {505:x}{{xyz}}\r\n",
     {},
     "The limit is 512 octets, with CRLF."},
    {foldwise::diagnostic_code::smtp_verb_case, example_kind::smtp_command,
     "{{mail}} FROM:<foe@sample.net>\r\n"},
    {foldwise::diagnostic_code::smtp_white_space, example_kind::smtp_command,
     "MAIL FROM:{{ }}<foe@sample.net>\r\n"},
    {foldwise::diagnostic_code::smtp_trailing_white_space, example_kind::smtp_command,
     "DATA{{ }}\r\n"},
    {foldwise::diagnostic_code::smtp_command_malformed, example_kind::smtp_command,
     "{{MAIL <foe@sample.net>}}\r\n"},
    {foldwise::diagnostic_code::smtp_argument_ignored, example_kind::smtp_command,
     "QUIT {{now}}\r\n"},
    {foldwise::diagnostic_code::smtp_string_malformed, example_kind::smtp_command,
     "VRFY {{A. Foe}}\r\n"},
    {foldwise::diagnostic_code::smtp_source_route, example_kind::smtp_command,
     "RCPT TO:<{{@relay.sample.net:}}friend@example.org>\r\n"},
    {foldwise::diagnostic_code::helo_name_malformed, example_kind::smtp_command,
     "EHLO {{my_pc}}\r\n"},
    {foldwise::diagnostic_code::smtputf8_missing, example_kind::smtp_command,
     "MAIL FROM:{{<jos\xC3\xA9@sample.net>}}\r\n"},
    {foldwise::diagnostic_code::esmtp_parameter_missing,
     example_kind::value,
     "MAIL FROM:<foe@sample.net> BODY=8BITMIME{{}}\r\n",
     {},
     "`parameters().message_size()` of the mail_command returns it."},
    {foldwise::diagnostic_code::esmtp_parameter_malformed, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> {{SIZE=large}}\r\n"},
    {foldwise::diagnostic_code::esmtp_parameter_duplicate, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> SIZE=1000 {{SIZE=2000}}\r\n"},
    {foldwise::diagnostic_code::esmtp_parameter_too_long,
     example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> ENVID={94:x}{{yz}}\r\n",
     {},
     "An ENVID has at most 100 octets, and an ORCPT 500, with the name and \"=\"."},
    {foldwise::diagnostic_code::esmtp_value_octet, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> TAG=a{{=}}b\r\n"},
    {foldwise::diagnostic_code::xtext_malformed, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> ENVID=a{{+}}b\r\n"},
    {foldwise::diagnostic_code::xtext_lower_case, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> AUTH=a{{+3d}}b@sample.net\r\n"},
    {foldwise::diagnostic_code::xtext_control_character, example_kind::smtp_command,
     "MAIL FROM:<foe@sample.net> ENVID=a{{+0A}}b\r\n"},
};

} // namespace tool

#endif
