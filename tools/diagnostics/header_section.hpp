#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_HEADER_SECTION_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_HEADER_SECTION_HPP

#include "example.hpp"

namespace tool {

using std::literals::string_view_literals::operator""sv;

/// Examples of the diagnostics for header sections.
inline constexpr diagnostic_example header_section_examples[] = {
    {foldwise::diagnostic_code::bare_cr, example_kind::message, "Subject: one{{\r}}two\n"},
    {foldwise::diagnostic_code::bare_lf, example_kind::whole_message,
     "From: foe@sample.net\r\n"
     "Subject: hello{{\n}}"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\r\n\r\n"},
    {foldwise::diagnostic_code::nul, example_kind::message, "Subject: one{{\0}}two\n"sv},
    {foldwise::diagnostic_code::control_character, example_kind::message,
     "Subject: one{{\x01}}two\n"},
    {foldwise::diagnostic_code::line_too_long, example_kind::message, "\n{{{999:x}}}\n"},
    {foldwise::diagnostic_code::line_over_78, example_kind::message, "\n{{{79:x}}}\n"},
    {foldwise::diagnostic_code::header_utf8, example_kind::message, "Subject: caf{{\xC3\xA9}}\n"},
    {foldwise::diagnostic_code::header_octet, example_kind::message, "X-Note: caf{{\xE9}}\n"},
    {foldwise::diagnostic_code::body_octet, example_kind::message,
     "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\ncaf{{\xC3\xA9}}\n"},
    {foldwise::diagnostic_code::field_without_name, example_kind::message,
     "Subject: hello\n{{this is not a field\n}}To: friend@example.org\n"},
    {foldwise::diagnostic_code::space_before_colon, example_kind::message, "Subject{{ }}: hello\n"},
    {foldwise::diagnostic_code::blank_continuation, example_kind::message,
     "Subject: one\n{{ \n}} two\n"},
    {foldwise::diagnostic_code::byte_order_mark, example_kind::whole_message,
     "{{\xEF\xBB\xBF}}From: foe@sample.net\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n\nHello\n"},
    {foldwise::diagnostic_code::field_duplicate, example_kind::message,
     "Subject: one\n{{Subject: two\n}}"},
    {foldwise::diagnostic_code::mbox_from_line, example_kind::whole_message,
     "{{From foe@sample.net Mon Dec 15 10:00:00 2014\n}}From: foe@sample.net\nDate: Mon, 15 Dec "
     "2014 10:00:00 +0000\n\nHello\n"},
    {foldwise::diagnostic_code::from_missing, example_kind::whole_message,
     "Subject: hello\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n{{}}\nHello\n"},
    {foldwise::diagnostic_code::date_missing, example_kind::whole_message,
     "From: foe@sample.net\nSubject: hello\n{{}}\nHello\n"},
    {foldwise::diagnostic_code::sender_missing, example_kind::whole_message,
     "From:{{ foe@sample.net, friend@example.org}}\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n",
     "from_several_mailboxes"},
    {foldwise::diagnostic_code::sender_redundant, example_kind::whole_message,
     "From: foe@sample.net\nDate: Mon, 15 Dec 2014 10:00:00 +0000\nSender:{{ A Foe "
     "<foe@sample.net>}}\n"},
    {foldwise::diagnostic_code::from_group, example_kind::whole_message,
     "From: {{The team: foe@sample.net;}}\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::resent_field_missing, example_kind::message,
     "Resent-From: foe@sample.net\n{{}}"},
    {foldwise::diagnostic_code::value_empty, example_kind::message, "Cc:{{}}\n"},
    {foldwise::diagnostic_code::message_id_missing, example_kind::whole_message,
     "From: foe@sample.net\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n{{}}\nHello\n"},
    {foldwise::diagnostic_code::field_obsolete, example_kind::message,
     "Resent-Date: Mon, 15 Dec 2014 10:00:00 +0000\nResent-From: foe@sample.net\n"
     "{{Resent-Reply-To: friend@example.org\n}}"},
    {foldwise::diagnostic_code::mime_version_missing, example_kind::message,
     "{{Content-Type: text/plain\n}}"},
    {foldwise::diagnostic_code::message_fields_missing, example_kind::message,
     "MIME-Version: 1.0\nContent-Type: message/rfc822\n\nTo: friend@example.org\n{{}}\nHello\n"},
    {foldwise::diagnostic_code::field_missing,
     example_kind::value,
     "{{}}From: foe@sample.net\n\nHello\n",
     {},
     "`get<\"Subject\">()` returns it for this message."},
};

/// Examples of the diagnostics for message identifiers.
inline constexpr diagnostic_example message_id_examples[] = {
    {foldwise::diagnostic_code::message_id_without_brackets, example_kind::message,
     "Message-ID: {{1@sample.net}}\n"},
    {foldwise::diagnostic_code::message_id_bare_word, example_kind::message,
     "Message-ID: {{20141215.1}}\n"},
    {foldwise::diagnostic_code::message_id_without_at, example_kind::message,
     "Message-ID: {{<20141215.1>}}\n"},
    {foldwise::diagnostic_code::message_id_with_white_space, example_kind::message,
     "Message-ID: {{<1 @sample.net>}}\n"},
    {foldwise::diagnostic_code::message_id_not_closed, example_kind::message,
     "Message-ID: {{<1@sample.net}}\n"},
    {foldwise::diagnostic_code::message_id_malformed, example_kind::message,
     "Message-ID: {{<1@2@sample.net>}}\n"},
    {foldwise::diagnostic_code::message_id_duplicate, example_kind::message,
     "Message-ID: <1@sample.net> {{<2@sample.net>}}\n"},
    {foldwise::diagnostic_code::message_id_other_text, example_kind::message,
     "Message-ID: <1@sample.net> {{new}}\n"},
    {foldwise::diagnostic_code::message_id_phrase, example_kind::message,
     "In-Reply-To: {{Your message}} <1@sample.net>\n"},
    {foldwise::diagnostic_code::message_id_obsolete, example_kind::message,
     "Message-ID: {{<\"1\"@sample.net>}}\n"},
};

} // namespace tool

#endif
