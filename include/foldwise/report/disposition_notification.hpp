#ifndef FOLDWISE_REPORT_DISPOSITION_NOTIFICATION_HPP
#define FOLDWISE_REPORT_DISPOSITION_NOTIFICATION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/detail/report_fields.hpp>
#include <foldwise/report/mdn_disposition.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/trace/message_id.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// The program that sends a notification (RFC 8098 section 3.2.1), often with the name of its
/// host before that of the product. Borrows the field's bytes.
///     reporting-ua-field = "Reporting-UA" ":" OWS ua-name OWS [ ";" OWS ua-product OWS ]
struct reporting_ua {
    unfolded name;                   ///< up to the first ";"
    std::optional<unfolded> product; ///< all behind it
};

/// What was done with a message by the one who got it, a receipt of sorts: the body of a
/// message/disposition-notification (RFC 8098) or message/global-disposition-notification (RFC
/// 6533).
///
///     Reporting-UA: Foomail 97.1
///     Final-Recipient: rfc822; foe@sample.net
///     Original-Message-ID: <keys.1@example.org>
///     Disposition: manual-action/MDN-sent-manually; displayed
///
///     disposition()->type()          ->  mdn_disposition_type::displayed
///     original_message_id()->text()  ->  "keys.1@example.org"
///
///     disposition-notification-content = [ reporting-ua-field CRLF ] [ mdn-gateway-field CRLF ]
///         [ original-recipient-field CRLF ] final-recipient-field CRLF
///         [ original-message-id-field CRLF ] disposition-field CRLF *( error-field CRLF )
///         *( extension-field CRLF )
///
/// Whoever got the message writes it, and may write anything. All fields of the body are read, in
/// any order, empty lines between them or not. For results, offsets and costs see
/// `report_fields`.
class disposition_notification : public report_fields {
  public:
    constexpr disposition_notification() = default;
    /// `body` as it is behind its transfer encoding.
    explicit constexpr disposition_notification(
        std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : report_fields{body, header_section{body}} {}
    template <owning_temporary T>
    explicit disposition_notification(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return body(); }

    constexpr std::optional<foldwise::reporting_ua> reporting_ua() const noexcept {
        auto const found = fields().find("Reporting-UA");
        if (!found) return std::nullopt;
        auto const value = found->raw_value();
        auto const semicolon = scan::octet(value, ';', 0);
        foldwise::reporting_ua ua{unfolded{trim_fws(value.substr(0, semicolon))}, std::nullopt};
        if (semicolon != value.size()) ua.product = unfolded{trim_fws(value.substr(semicolon + 1))};
        return ua;
    }
    constexpr result<typed_value> mdn_gateway() const noexcept {
        return read<typed_value>("MDN-Gateway", read_typed_value);
    }

    /// The address as the sender wrote it.
    constexpr result<recipient_address> original_recipient() const noexcept {
        return read<recipient_address>("Original-Recipient", read_recipient_address);
    }
    /// The one that got the message.
    constexpr result<recipient_address> final_recipient() const noexcept {
        return read<recipient_address>("Final-Recipient", read_recipient_address);
    }

    /// The Message-ID of the message; nothing where the field has none.
    constexpr std::optional<message_id> original_message_id() const noexcept {
        auto const found = fields().find("Original-Message-ID");
        return found ? message_ids{found->raw_value()}.first() : std::nullopt;
    }

    constexpr result<mdn_disposition> disposition() const noexcept {
        return read<mdn_disposition>("Disposition", read_mdn_disposition);
    }

    /// What went wrong, as text: the value() of each. The last two are obsolete (RFC 3798).
    constexpr header_section::named_range errors() const noexcept {
        return fields().find_all("Error");
    }
    constexpr header_section::named_range failures() const noexcept {
        return fields().find_all("Failure");
    }
    constexpr header_section::named_range warnings() const noexcept {
        return fields().find_all("Warning");
    }

    /// Calls `report` with a diagnostic for each problem, field by field in the order above:
    /// field_missing, where RFC 8098 demands the field; why it cannot be read, or in what it
    /// deviates; report_field_duplicate. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        check_once("Reporting-UA", report);
        check("MDN-Gateway", mdn_gateway(), report);
        check("Original-Recipient", original_recipient(), report);
        require("Final-Recipient", final_recipient(), report);
        check_once("Original-Message-ID", report);
        require("Disposition", disposition(), report);
    }
};

} // namespace foldwise

#endif
