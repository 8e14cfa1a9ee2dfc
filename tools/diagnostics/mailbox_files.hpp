#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_MAILBOX_FILES_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_MAILBOX_FILES_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for files with messages.
inline constexpr diagnostic_example mailbox_file_examples[] = {
    {foldwise::diagnostic_code::content_length_missing,
     example_kind::value,
     "{{}}Subject: a\n\nHello\n",
     {},
     "`content_length()` returns it for this message."},
    {foldwise::diagnostic_code::content_length_malformed, example_kind::mboxcl2,
     "From foe@sample.net Mon Dec 15 10:00:00 2014\n"
     "Subject: a\n{{Content-Length: six\n}}\nHello\n"},
    {foldwise::diagnostic_code::content_length_conflict, example_kind::mboxcl2,
     "From foe@sample.net Mon Dec 15 10:00:00 2014\n"
     "Content-Length: 6\n{{Content-Length: 2\n}}\nHello\n"},
    {foldwise::diagnostic_code::content_length_mismatch, example_kind::mboxcl2,
     "From foe@sample.net Mon Dec 15 10:00:00 2014\n"
     "Subject: a\n{{Content-Length: 3\n}}\nHello\n"},
    {foldwise::diagnostic_code::from_line_date_missing, example_kind::mbox,
     "{{From foe@sample.net}}\nSubject: a\n\nHello\n"},
    {foldwise::diagnostic_code::from_line_date_form, example_kind::mbox,
     "From foe@sample.net {{Mon Dec 15 10:00:00 CET 2014}}\nSubject: a\n\nHello\n"},
    {foldwise::diagnostic_code::from_line_address_missing, example_kind::mbox,
     "{{From Mon Dec 15 10:00:00 2014}}\nSubject: a\n\nHello\n"},
    {foldwise::diagnostic_code::from_line_text_after, example_kind::mbox,
     "From foe@sample.net Mon Dec 15 10:00:00 2014 {{remote from mars}}\n"
     "Subject: a\n\nHello\n"},
    {foldwise::diagnostic_code::from_line_unquoted, example_kind::mbox,
     "From foe@sample.net Mon Dec 15 10:00:00 2014\nSubject: a\n\nHello\n\n"
     "{{From here on, it is downhill.}}\n"},
    {foldwise::diagnostic_code::from_line_quoted_twice, example_kind::mbox,
     "From foe@sample.net Mon Dec 15 10:00:00 2014\nSubject: a\n\n{{>>}}From here on\n"},
    {foldwise::diagnostic_code::mmdf_marks,
     example_kind::mmdf,
     "\x01\x01\x01\x01\nFrom: foe@sample.net\n\nHello\n{{}}",
     {},
     "There is no line of four Control-A after the message."},
    {foldwise::diagnostic_code::emlx_malformed, example_kind::emlx,
     "{{From: foe@sample.net}}\n\nHello\n"},
    {foldwise::diagnostic_code::emlx_size_mismatch, example_kind::emlx,
     "{{10}}\nFrom: foe@sample.net\n\nHello\n<?xml version=\"1.0\"?>\n<plist></plist>\n"},
};

} // namespace tool

#endif
