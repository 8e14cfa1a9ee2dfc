#ifndef FOLDWISE_REPORT_DISPOSITION_NOTIFICATION_HPP
#define FOLDWISE_REPORT_DISPOSITION_NOTIFICATION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/detail/report_body.hpp>
#include <foldwise/report/mdn_disposition.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/reporting_ua.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/trace/message_id.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A report about the recipient's use of a message, such as a read receipt: the body of a
/// message/disposition-notification (RFC 8098) or message/global-disposition-notification (RFC
/// 6533).
///
///     Reporting-UA: pc.example.com; Foomail 97.1               reporting_ua()
///     Final-Recipient: rfc822; foe@sample.net                  final_recipient()
///     Original-Message-ID: <keys.1@example.org>                original_message_id()
///     Disposition: manual-action/MDN-sent-manually; displayed  disposition()
///
///     disposition()->is("displayed")  ->  true
///     original_message_id()->text()   ->  "keys.1@example.org"
///
///     disposition-notification-content = [ reporting-ua-field CRLF ] [ mdn-gateway-field CRLF ]
///         [ original-recipient-field CRLF ] final-recipient-field CRLF
///         [ original-message-id-field CRLF ] disposition-field CRLF *( error-field CRLF )
///         *( extension-field CRLF )
///
/// Nothing in a notification is verified: the recipient may write anything. All fields of the body
/// are read, in any order, with or without empty lines between them. foldwise/report.hpp describes
/// results, offsets and costs.
class disposition_notification : public detail::report_body {
  public:
    constexpr disposition_notification() = default;
    /// Reads the body of a part, unless it is in base64 or quoted-printable: see is_encoded().
    explicit constexpr disposition_notification(entity const& part) noexcept
        : disposition_notification{detail::report_octets{part}} {}
    /// Reads `body`, which has no transfer encoding.
    explicit constexpr disposition_notification(
        std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : disposition_notification{detail::report_octets{body}} {}
    template <owning_temporary T>
    explicit disposition_notification( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// The program that made the report (Reporting-UA).
    constexpr optional<foldwise::reporting_ua> reporting_ua() const noexcept {
        auto const found = fields().find("Reporting-UA");
        if (!found) return std::nullopt;
        return foldwise::reporting_ua{*found};
    }
    /// The gateway that translated the report, if there was one (MDN-Gateway).
    constexpr result<typed_value> mdn_gateway() const noexcept {
        return read<typed_value>("MDN-Gateway");
    }

    /// The address to which the sender sent the message.
    constexpr result<recipient_address> original_recipient() const noexcept {
        return read<recipient_address>("Original-Recipient");
    }
    /// The address that received the message.
    constexpr result<recipient_address> final_recipient() const noexcept {
        return read<recipient_address>("Final-Recipient");
    }

    /// The Message-ID of the message; empty if the field is missing or contains no identifier.
    constexpr optional<message_id> original_message_id() const noexcept {
        auto const found = fields().find("Original-Message-ID");
        return found ? message_ids{found->raw_value()}.first() : std::nullopt;
    }

    /// What became of the message (Disposition).
    constexpr result<mdn_disposition> disposition() const noexcept {
        return read<mdn_disposition>("Disposition");
    }

    /// Fields whose values are error messages. failures() and warnings() are obsolete (RFC 3798).
    constexpr header_section::named_range errors() const noexcept {
        return fields().find_all("Error");
    }
    constexpr header_section::named_range failures() const noexcept {
        return fields().find_all("Failure");
    }
    constexpr header_section::named_range warnings() const noexcept {
        return fields().find_all("Warning");
    }

    /// Calls `report` with a diagnostic for each problem, in the order of the members above:
    /// field_missing if RFC 8098 requires the field, the error of a field that cannot be read, the
    /// problems of its value, report_field_duplicate. If is_encoded(), reports only body_encoded.
    /// O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (report_encoded(report)) return;
        check_once("Reporting-UA", report);
        check("MDN-Gateway", mdn_gateway(), report);
        check("Original-Recipient", original_recipient(), report);
        require("Final-Recipient", final_recipient(), report);
        check_once("Original-Message-ID", report);
        require("Disposition", disposition(), report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    explicit constexpr disposition_notification(detail::report_octets const& octets) noexcept
        : report_body{octets, header_section{octets.readable(), header_place::elsewhere}} {}
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
