#include <foldwise/report/find_report.hpp>

#include "../support.hpp"

#include <foldwise/report/delivery_status.hpp>

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
CASE("find_report: kinds of media types", types_have_kinds)

constexpr bool multiparts_have_report_types() {
    content_type const type{"multipart/report; boundary=a;\r\n report-type=\"delivery-status\""};
    REQUIRE_TRUE(*report_type_of(type) == "delivery-status");
    REQUIRE_TRUE(!report_type_of(content_type{"multipart/report; boundary=a"}));
    REQUIRE_TRUE(!report_type_of(content_type{"multipart/mixed; report-type=delivery-status"}));
    REQUIRE_TRUE(!report_type_of(content_type{"message/report; report-type=delivery-status"}));
    REQUIRE_TRUE(!report_type_of(content_type{}));
    return true;
}
CASE("find_report: the report-type of a multipart/report", multiparts_have_report_types)

constexpr std::string_view bounce = "Content-Type: multipart/report; boundary=b\n\n"
                                    "--b\n\nSorry.\n"
                                    "--b\nContent-Type: message/delivery-status\n\n"
                                    "Reporting-MTA: dns; mx\n\nAction: failed\n"
                                    "--b\nContent-Type: text/rfc822-headers\n\n"
                                    "Subject: a\nTo: b\n\nX: c\n"
                                    "--b--\n";

constexpr bool reports_are_found() {
    entity const root{message{bounce}};
    auto const found = find_report(root);
    REQUIRE_TRUE(found && found->kind == report_kind::delivery_status);
    REQUIRE_TRUE(delivery_status{found->part}.reporting_mta()->text() == "mx");
    // The headers end at the empty line.
    auto const headers = find_returned_headers(root);
    REQUIRE_TRUE(headers && headers->raw() == "Subject: a\nTo: b\n");
    return true;
}
CASE("find_report: the report and the returned headers of a bounce", reports_are_found)

constexpr bool lone_reports_are_found() {
    constexpr std::string_view bytes = "Content-Type: message/feedback-report\n\nVersion: 1\n";
    auto const found = find_report(entity{message{bytes}});
    REQUIRE_TRUE(found && found->kind == report_kind::feedback_report);
    REQUIRE_TRUE(found->part.raw_body() == "Version: 1\n");
    REQUIRE_TRUE(!find_returned_headers(entity{message{bytes}}));
    REQUIRE_TRUE(!find_report(entity{message{"Subject: a\n\nb"}}) && !find_report(entity{}));
    return true;
}
CASE("find_report: a message whose body is a report", lone_reports_are_found)

constexpr bool attached_reports_are_not_found() {
    constexpr std::string_view bytes =
        "Content-Type: multipart/mixed; boundary=a\n\n"
        "--a\nContent-Type: message/rfc822\n\n"
        "Subject: Bounce\nContent-Type: message/delivery-status\n\nAction: failed\n"
        "--a\nContent-Type: message/disposition-notification\n\nError: x\n"
        "--a--\n";
    entity const root{message{bytes}};
    auto const found = find_report(root);
    REQUIRE_TRUE(found && found->kind == report_kind::disposition_notification);
    REQUIRE_TRUE(find_returned_headers(root)->find("subject")->value() == "Bounce");
    return true;
}
CASE("find_report: reports in attached messages are not found", attached_reports_are_not_found)

constexpr bool encoded_headers_are_not_returned() {
    constexpr std::string_view bytes = "Content-Type: text/rfc822-headers\n"
                                       "Content-Transfer-Encoding: base64\n\nQTog";
    REQUIRE_TRUE(!find_returned_headers(entity{message{bytes}}));
    return true;
}
CASE("find_report: headers in base64 are not returned", encoded_headers_are_not_returned)

} // namespace
