#ifndef FOLDWISE_REPORT_FIND_REPORT_HPP
#define FOLDWISE_REPORT_FIND_REPORT_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_pieces.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The kinds of parts in a report.
enum class report_kind : unsigned char {
    none,
    delivery_status,          ///< RFC 3464: see delivery_status
    disposition_notification, ///< RFC 8098: see disposition_notification
    feedback_report,          ///< RFC 5965: see feedback_report, auth_failure_report
    headers,                  ///< RFC 6522 section 4: the header of the reported message
};

/// The kind of a part of the type `type`. The types of RFC 6533, whose text is UTF-8, have the same
/// kinds as their counterparts. O(1).
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
        {"rfc822-headers", headers}, // a common mistake
    };
    for (auto const& each : kinds)
        if (type.is("message", each.subtype)) return each.kind;
    return none;
}

/// A part that is a report, and its kind, which is neither none nor headers.
struct report_part {
    report_kind kind; ///< which type reads it
    entity part;      ///< the part for programs
};

namespace detail {

/// Calls `use` with each entity in `root` that is not in an attached message, until `use` returns
/// true.
template <class Use>
constexpr void walk_outside_messages(entity const& root, Use use) noexcept {
    constexpr auto none = static_cast<std::size_t>(-1);
    auto message_depth = none; // of the attached message that the walk is in
    for (auto const part : root.walk()) {
        if (part.depth() > message_depth) continue;
        message_depth = part.kind() == entity_kind::message ? part.depth() : none;
        if (use(part)) return;
    }
}

} // namespace detail

/// The report in a message: the first part that delivery_status, disposition_notification or
/// feedback_report can read. Empty if there is no such part.
///     if (auto const found = find_report(entity{m}))
///         if (found->kind == report_kind::delivery_status)
///             for (auto const r : delivery_status{found->part}.recipients()) use(r);
/// The part need not be in a multipart/report. Attached messages are not searched: a message that
/// forwards a bounce is not a bounce. Borrows the message's bytes. O(root.raw()).
constexpr optional<report_part> find_report(entity const& root) noexcept {
    optional<report_part> found;
    detail::walk_outside_messages(root, [&found](entity const& part) noexcept {
        auto const kind = report_kind_of(part.content_type());
        if (kind == report_kind::none || kind == report_kind::headers) return false;
        found = report_part{kind, part};
        return true;
    });
    return found;
}

/// The header section of the message that a report is about: it is in the first part of the kind
/// `headers` or in the first attached message, whichever comes first. Empty if the report contains
/// neither, or if the part is in base64 or quoted-printable. The header section ends at the first
/// empty line, since some mail servers append text after it. Borrows the message's bytes.
/// O(root.raw()).
constexpr optional<header_section> find_returned_headers(entity const& root) noexcept {
    optional<header_section> found;
    detail::walk_outside_messages(root, [&found](entity const& part) noexcept {
        if (part.kind() == entity_kind::message) {
            found = (*part.children().begin()).header();
            return true;
        }
        if (report_kind_of(part.content_type()) != report_kind::headers) return false;
        if (part.decoded().is_raw()) found = message{part.raw_body()}.header();
        return true;
    });
    return found;
}

/// The report-type of a multipart/report (RFC 6522 section 3), which should be the subtype of its
/// second part; ASCII case does not count. Empty for other types, or if the parameter is missing.
///     content-type: multipart/report; report-type=delivery-status  ->  "delivery-status"
/// O(value).
constexpr optional<parameter_text> report_type_of(content_type const& type) noexcept {
    if (!type.is("multipart", "report")) return std::nullopt;
    auto const found = type.parameters().find("report-type");
    if (!found) return std::nullopt;
    return found->text();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
