#ifndef FOLDWISE_REPORT_HPP
#define FOLDWISE_REPORT_HPP

/// Reports about messages: bounces (RFC 3464), read receipts (RFC 8098), and complaints (RFC 5965).
/// A report is a message whose content is a multipart/report (RFC 6522). One of its parts is meant
/// for programs:
///
///     multipart/report; report-type=delivery-status
///       text/plain                          meant for people; not read here
///       message/delivery-status             find_report(): the part and its kind
///         Reporting-MTA: dns; mx.example    delivery_status{part}.reporting_mta()
///
///         Final-Recipient: rfc822; a@b.c    one of delivery_status{part}.recipients()
///         Action: failed
///         Status: 5.1.1
///       text/rfc822-headers                 find_returned_headers()
///         Subject: hello
///
///     part                               report_kind               is read by
///     message/delivery-status            delivery_status           delivery_status
///     message/disposition-notification   disposition_notification  disposition_notification
///     message/feedback-report            feedback_report           feedback_report, and
///                                                                  auth_failure_report
///
///     if (auto const found = find_report(entity{m}))
///         if (found->kind == report_kind::delivery_status)
///             for (auto const r : delivery_status{found->part}.recipients())
///                 if (auto const status = r.status()) use(status->to_string());
///
/// Many bounces do not follow these RFCs and contain only text for people. They are not reports.
///
/// Properties of all types that read a report:
/// - They are constructed from an `entity` or from the text of its body. A body in base64 or
///   quoted-printable is not read, since a view cannot decode it: the report has no fields, and
///   deviation() is body_encoded. (The RFCs forbid these encodings, except in the types of RFC 6533
///   with "global" in their name.) Decode the body first: `delivery_status{text}`, where `text` is
///   `part.decoded().to_string()`.
/// - A member function that returns a `result` reads the first field with its name. The error is
///   field_missing, at the end of the fields, if there is no such field. Any other error says why
///   the value cannot be read. If reading a field cannot fail, the function returns an optional.
/// - A second field with the same name is not read, and diagnose() reports it. A function that
///   returns a range reads all fields with its name.
/// - Offsets of diagnostics count from the start of the body. The deviation() and diagnose() of a
///   value count from the start of the value's raw(), which is the field's raw_value().
/// - Each member function searches for its field: O(fields).
/// - They accept any bytes, borrow the body, are trivially copyable, and allocate nothing.

#include <foldwise/report/auth_failure.hpp>
#include <foldwise/report/auth_failure_report.hpp>
#include <foldwise/report/delivery_action.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_result.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/report/feedback_type.hpp>
#include <foldwise/report/find_report.hpp>
#include <foldwise/report/mdn_disposition.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/reporting_ua.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/report/unitext.hpp>

#endif
