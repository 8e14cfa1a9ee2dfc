#ifndef FOLDWISE_REPORT_REPORT_HPP
#define FOLDWISE_REPORT_REPORT_HPP

/// Reports: what programs tell one another about messages. A report is a multipart/report (RFC
/// 6522) with two or three parts: a text for people, the report itself, and the message that it is
/// about or the header of that. Each part is read by what its content_type is:
///     report_kind_of(type)                the body of the part, decoded
///     delivery_status                     delivery_status{body}
///     disposition_notification            disposition_notification{body}
///     feedback_report                     feedback_report{body}, auth_failure_report{body}
///     headers                             message{body}.header()
/// (The header ends at an empty line, if there is one; what some mailers put behind that belongs
/// to no field.) A report need not be in a multipart/report, and many bounces are none: text that
/// was written for people is not read here.

#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/report/auth_failure_report.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What a part of a report is.
enum class report_kind : unsigned char {
    none,
    delivery_status,          ///< RFC 3464
    disposition_notification, ///< RFC 8098
    feedback_report,          ///< RFC 5965
    headers,                  ///< RFC 6522 section 4: those of the message that the report is about
};

/// What a part of that type is. The types of RFC 6533, which hold UTF-8, are the same as the
/// others. O(1).
///     report_kind_of(content_type{"message/global-delivery-status"})  ->  delivery_status
constexpr report_kind report_kind_of(content_type const& type) noexcept {
    using enum report_kind;
    if (type.is("text", "rfc822-headers")) return headers;
    if (!type.is("message")) return none;
    constexpr struct {
        std::string_view subtype;
        report_kind kind;
    } kinds[] = {
        {"delivery-status", delivery_status},
        {"global-delivery-status", delivery_status},
        {"disposition-notification", disposition_notification},
        {"global-disposition-notification", disposition_notification},
        {"feedback-report", feedback_report},
        {"global-headers", headers},
        {"rfc822-headers", headers}, // a mistake that is common
    };
    for (auto const& each : kinds)
        if (type.is("message", each.subtype)) return each.kind;
    return none;
}

/// The report-type of a multipart/report (RFC 6522 section 3), which is the subtype that its second
/// part should have: its case does not count. Nothing where it is of another type, or has none.
///     content-type: multipart/report; report-type=delivery-status  ->  "delivery-status"
/// O(value).
constexpr std::optional<parameter_text> report_type_of(content_type const& type) noexcept {
    if (!type.is("multipart", "report")) return std::nullopt;
    auto const found = type.parameters().find("report-type");
    if (!found) return std::nullopt;
    return found->text();
}

} // namespace foldwise

#endif
