#include <foldwise/report/report.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

constexpr bool types_have_kinds() {
    struct {
        std::string_view type;
        report_kind kind;
    } constexpr table[] = {
        {"message/delivery-status", report_kind::delivery_status},
        {" Message/Delivery-Status; name=a", report_kind::delivery_status},
        {"message/global-delivery-status", report_kind::delivery_status},
        {"message/disposition-notification", report_kind::disposition_notification},
        {"message/global-disposition-notification", report_kind::disposition_notification},
        {"message/feedback-report", report_kind::feedback_report},
        {"text/rfc822-headers", report_kind::headers},
        {"message/rfc822-headers", report_kind::headers},
        {"message/global-headers", report_kind::headers},
        {"message/rfc822", report_kind::none},
        {"message/global", report_kind::none},
        {"text/delivery-status", report_kind::none},
        {"text/global-headers", report_kind::none},
        {"multipart/report; report-type=delivery-status", report_kind::none},
        {"text/calendar; method=REPLY", report_kind::none},
        {"application/pkcs7-mime", report_kind::none},
        {"delivery-status", report_kind::none},
        {"", report_kind::none},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.type, report_kind_of(content_type{row.type}), row.kind);
    REQUIRE_TRUE(report_kind_of(content_type{}) == report_kind::none);
    return true;
}
CASE("report: which part is a report of what kind", types_have_kinds)

constexpr bool multiparts_have_report_types() {
    content_type const type{"multipart/report; boundary=a;\r\n report-type=\"delivery-status\""};
    REQUIRE_TRUE(*report_type_of(type) == "delivery-status");
    REQUIRE_TRUE(!report_type_of(content_type{"multipart/report; boundary=a"}));
    REQUIRE_TRUE(!report_type_of(content_type{"multipart/mixed; report-type=delivery-status"}));
    REQUIRE_TRUE(!report_type_of(content_type{"message/report; report-type=delivery-status"}));
    REQUIRE_TRUE(!report_type_of(content_type{}));
    return true;
}
CASE("report: the type of a multipart/report", multiparts_have_report_types)

constexpr bool headers_end_at_an_empty_line() {
    constexpr std::string_view body = "Subject: a\r\nTo: b\r\n\r\nX: c\r\n";
    REQUIRE_TRUE(message{body}.header().find("to")->value() == "b");
    REQUIRE_TRUE(!message{body}.header().find("x"));
    return true;
}
CASE("report: a header that was sent back is read as that of a message",
     headers_end_at_an_empty_line)

} // namespace
