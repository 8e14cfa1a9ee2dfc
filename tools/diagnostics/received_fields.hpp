#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_RECEIVED_FIELDS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_RECEIVED_FIELDS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for Received fields.
inline constexpr diagnostic_example received_examples[] = {
    {foldwise::diagnostic_code::received_not_closed, example_kind::message,
     "Received: from a.sample.net by b.example.org {{(an MTA; Mon, 15 Dec 2014 10:00:00 +0000}}\n",
     "received_date_missing", "The comment contains the date."},
    {foldwise::diagnostic_code::received_from_missing, example_kind::message,
     "Received: by mx.example.org{{}}; Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::received_by_missing, example_kind::message,
     "Received: from sample.net{{}}; Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::received_clause_duplicate, example_kind::message,
     "Received: from a.sample.net by b.example.org {{by c.example.org}}; Mon, 15 Dec 2014 10:00:00 "
     "+0000\n"},
    {foldwise::diagnostic_code::received_clause_word, example_kind::message,
     "Received: from a.sample.net by {{with}}; Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::received_clause_empty, example_kind::message,
     "Received: from a.sample.net by b.example.org {{id}}; Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::received_unexpected_text, example_kind::message,
     "Received: {{hello}} from a.sample.net by b.example.org; Mon, 15 Dec 2014 10:00:00 +0000\n"},
    {foldwise::diagnostic_code::received_date_missing, example_kind::message,
     "Received: from a.sample.net by b.example.org{{}}\n"},
    {foldwise::diagnostic_code::received_date_misplaced, example_kind::message,
     "Received: from a.sample.net by b.example.org {{Mon, 15 Dec 2014 10:00:00 +0000}}\n"},
    {foldwise::diagnostic_code::received_address_form, example_kind::message,
     "Received: from a.sample.net ({{192.0.2.1}}:25) by b.example.org; Mon, 15 Dec 2014 10:00:00 "
     "+0000\n"},
    {foldwise::diagnostic_code::received_address_after_helo, example_kind::message,
     "Received: from a.sample.net (HELO pc [{{192.0.2.1}}]) by b.example.org; Mon, 15 Dec 2014 "
     "10:00:00 +0000\n"},
};

} // namespace tool

#endif
