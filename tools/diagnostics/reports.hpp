#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_REPORTS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_REPORTS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for reports about mail.
inline constexpr diagnostic_example report_examples[] = {
    {foldwise::diagnostic_code::typed_value_without_type, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: {{mx.example.org}}\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1\n"},
    {foldwise::diagnostic_code::recipient_address_type, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: {{rfc/822}}; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1\n"},
    {foldwise::diagnostic_code::report_line_not_folded, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1\n"
     "Diagnostic-Code: smtp; 550 no such user\n{{Sorry}}\n"},
    {foldwise::diagnostic_code::report_group_shared, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1\n"
     "{{Final-Recipient: rfc822; foe@example.org\n"
     "Action: failed\nStatus: 5.1.1\n}}"},
    {foldwise::diagnostic_code::report_group_split, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "{{Final-Recipient: rfc822; friend@example.org\n"
     "\nAction: failed\nStatus: 5.1.1\n}}"},
    {foldwise::diagnostic_code::typed_value_malformed, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: {{RFC 822; friend@example.org}}\n"
     "Action: failed\nStatus: 5.1.1\n"},
    {foldwise::diagnostic_code::status_code_malformed, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: {{rejected}}\n"},
    {foldwise::diagnostic_code::status_code_text_after, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1 {{no such user}}\n"},
    {foldwise::diagnostic_code::status_code_leading_zero, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: {{5.01.1}}\n"},
    {foldwise::diagnostic_code::mdn_disposition_malformed, example_kind::message,
     "Content-Type: message/disposition-notification\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Disposition: {{seen}}\n"},
    {foldwise::diagnostic_code::feedback_value_malformed, example_kind::message,
     "Content-Type: message/feedback-report\n\n"
     "Feedback-Type: abuse\nVersion: 1\nUser-Agent: Example/1\n"
     "Source-IP: {{here}}\n"},
    {foldwise::diagnostic_code::report_field_duplicate, example_kind::message,
     "Content-Type: message/delivery-status\n\n"
     "Reporting-MTA: dns; mx.example.org\n\n"
     "Final-Recipient: rfc822; friend@example.org\n"
     "Action: failed\nStatus: 5.1.1\n{{Status: 5.1.2\n}}"},
    {foldwise::diagnostic_code::body_encoded, example_kind::message,
     "Content-Type: message/delivery-status\n"
     "Content-Transfer-Encoding: base64\n\n{{SGVsbG8h\n}}"},
};

} // namespace tool

#endif
