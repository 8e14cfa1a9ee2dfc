#ifndef FOLDWISE_REPORT_HPP
#define FOLDWISE_REPORT_HPP

/// Bounces, receipts and complaints (RFC 3464, RFC 8098, RFC 5965).

#include <foldwise/report/auth_failure_report.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/report/mdn_disposition.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/report.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/report/unitext.hpp>

#endif
