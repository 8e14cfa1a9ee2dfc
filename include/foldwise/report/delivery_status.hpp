#ifndef FOLDWISE_REPORT_DELIVERY_STATUS_HPP
#define FOLDWISE_REPORT_DELIVERY_STATUS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/detail/field_groups.hpp>
#include <foldwise/report/detail/report_fields.hpp>
#include <foldwise/report/typed_value.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What became of a message, recipient by recipient: the body of a message/delivery-status (RFC
/// 3464) or message/global-delivery-status (RFC 6533), of which bounces are made.
///
///     Reporting-MTA: dns; mx.example.org          fields(), reporting_mta()
///     Arrival-Date: Mon, 15 Dec 2014 11:00:00 +0100
///
///     Final-Recipient: rfc822; foe@sample.net     recipients()
///     Action: failed
///     Status: 5.1.1
///
///     delivery-status-content = per-message-fields 1*( CRLF per-recipient-fields )
///     per-message-fields      = [ original-envelope-id-field CRLF ] reporting-mta-field CRLF
///                               [ dsn-gateway-field CRLF ] [ received-from-mta-field CRLF ]
///                               [ arrival-date-field CRLF ] *( extension-field CRLF )
///
///     for (auto const r : delivery_status{body}.recipients())
///         if (r.action() == delivery_action::failed && r.final_recipient())
///             use(r.final_recipient()->decoded().to_string(), r.status());
///
/// A group of fields tells of a recipient if it has a Final-Recipient, Original-Recipient, Action
/// or Status; what is before the first such group tells of the message. Where that is the very
/// first group, the empty line is missing, and the group tells of both. More empty lines do not
/// matter, and neither does text that is no field. For results, offsets and costs see
/// `report_fields`; making it costs the search for the first recipient.
class delivery_status : public report_fields {
  public:
    /// The groups that tell of a recipient, in order.
    using recipient_range = walk_range<detail::delivery_recipient_walker>;

    constexpr delivery_status() = default;
    /// `body` as it is behind its transfer encoding.
    explicit constexpr delivery_status(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : report_fields{body, message_fields(body)} {}
    template <owning_temporary T>
    explicit delivery_status(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return body(); }

    /// A forward, borrowed range of delivery_recipient.
    constexpr recipient_range recipients() const noexcept {
        return recipient_range{detail::delivery_recipient_walker{body()}};
    }

    /// The ENVID that the sender gave to the message (RFC 3461 section 4.4), in no xtext; its case
    /// counts.
    constexpr std::optional<unfolded> original_envelope_id() const noexcept {
        return text("Original-Envelope-Id");
    }
    /// The server that tried.
    constexpr result<typed_value> reporting_mta() const noexcept {
        return read<typed_value>("Reporting-MTA", read_typed_value);
    }
    constexpr result<typed_value> dsn_gateway() const noexcept {
        return read<typed_value>("DSN-Gateway", read_typed_value);
    }
    constexpr result<typed_value> received_from_mta() const noexcept {
        return read<typed_value>("Received-From-MTA", read_typed_value);
    }
    /// When the message came to the server that tried.
    constexpr result<date_time> arrival_date() const noexcept {
        return read<date_time>("Arrival-Date", date_time::read);
    }

    /// Calls `report` with a diagnostic for each problem: of the fields of the message in the order
    /// above, as delivery_recipient::diagnose; then of each recipient; field_missing at the end,
    /// where there is none. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        check_once("Original-Envelope-Id", report);
        require("Reporting-MTA", reporting_mta(), report);
        check("DSN-Gateway", dsn_gateway(), report);
        check("Received-From-MTA", received_from_mta(), report);
        check("Arrival-Date", arrival_date(), report);
        if (recipients().empty())
            report(diagnostic{diagnostic_code::field_missing, body().size(), 0});
        for (auto const each : recipients()) each.diagnose(report);
    }

  private:
    /// From the first group to the one before the first recipient, empty lines in it or not.
    static constexpr header_section message_fields(std::string_view body) noexcept {
        detail::field_group_walker at{body};
        auto const first = at.current().raw();
        auto last = first;
        for (; !at.at_end() && !detail::tells_of_recipient(at.current()); at.advance())
            last = at.current().raw();
        auto const from = offset_of(body, first);
        return header_section{body.substr(from, offset_of(body, last) + last.size() - from)};
    }
};

} // namespace foldwise

#endif
