#ifndef FOLDWISE_INSPECT_DETAIL_BODY_DIAGNOSIS_HPP
#define FOLDWISE_INSPECT_DETAIL_BODY_DIAGNOSIS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/report/find_report.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/words/text_options.hpp>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports the problems of the transfer encoding of a body.
template <class Report>
constexpr void diagnose_encoding(decoded_body const& body, Report const& report) {
    switch (body.encoding()) {
    case transfer_encoding::base64: return diagnose_base64(body.raw(), report);
    case transfer_encoding::quoted_printable: return diagnose_quoted_printable(body.raw(), report);
    case transfer_encoding::uuencode: return diagnose_uuencode(body.raw(), report);
    default: return;
    }
}

/// Reports the problems of the body of a report about another message.
template <class Report>
constexpr void diagnose_report(entity const& part, Report const& report) {
    switch (report_kind_of(part.content_type())) {
    case report_kind::delivery_status: return delivery_status{part}.diagnose(report);
    case report_kind::disposition_notification:
        return disposition_notification{part}.diagnose(report);
    case report_kind::feedback_report: return feedback_report{part}.diagnose(report);
    default: return;
    }
}

/// Reports the problems of a text: the uuencoded files in it, and its charset. If the body is
/// encoded or quoted, problems of the decoded text cover the body.
template <class Report>
constexpr void diagnose_text(entity const& part, Report const& report,
                             text_options const& options) {
    foldwise::body_text const text{part};
    auto const body = text.octets();
    if (!is_encoded(body.encoding()))
        uuencoded_files{part}.diagnose(report);
    else if (has_uuencoded_file(part))
        report(diagnostic{diagnostic_code::uuencoded_file_in_text, 0, body.raw().size()});
    bool const is_raw = body.is_raw();
    text.diagnose(
        [&](diagnostic problem) {
            if (!is_raw) problem = {problem.code, 0, body.raw().size()};
            report(problem);
        },
        options);
}

/// Reports the problems of the body of a leaf. `report` counts offsets from its start. O(body).
template <class Report>
constexpr void diagnose_body(entity const& part, Report const& report,
                             text_options const& options) {
    diagnose_encoding(part.decoded(), report);
    diagnose_report(part, report);
    if (part.content_type().is("text")) diagnose_text(part, report, options);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
