#ifndef FOLDWISE_REPORT_DELIVERY_STATUS_HPP
#define FOLDWISE_REPORT_DELIVERY_STATUS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/detail/field_groups.hpp>
#include <foldwise/report/detail/report_body.hpp>
#include <foldwise/report/typed_value.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A report about the delivery of a message, recipient by recipient: the body of a
/// message/delivery-status (RFC 3464) or message/global-delivery-status (RFC 6533). Most bounces
/// contain one.
///
///     Reporting-MTA: dns; mx.example.org             | fields(), reporting_mta() ...
///     Arrival-Date: Mon, 15 Dec 2014 11:00:00 +0100  |
///
///     Final-Recipient: rfc822; foe@sample.net        | one of recipients()
///     Action: failed                                 |
///     Status: 5.1.1                                  |
///
///     delivery-status-content = per-message-fields 1*( CRLF per-recipient-fields )
///     per-message-fields      = [ original-envelope-id-field CRLF ] reporting-mta-field CRLF
///                               [ dsn-gateway-field CRLF ] [ received-from-mta-field CRLF ]
///                               [ arrival-date-field CRLF ] *( extension-field CRLF )
///
///     for (auto const r : delivery_status{part}.recipients())
///         if (auto const to = r.final_recipient(); to && r.action() && r.action()->is("failed"))
///             use(to->decoded().to_string(), r.status());
///
/// A group of fields is about a recipient if it has a Final-Recipient, Original-Recipient, Action
/// or Status field. The groups before the first such group are about the message. If the very first
/// group is about a recipient (because the empty line is missing), it is also about the message. A
/// group that names several recipients, because empty lines are missing, is cut into the fields of
/// each, with a diagnostic (report_group_shared). A group that has an address, but neither Action
/// nor Status, is joined with the next one if that has no address (report_group_split). Additional
/// empty lines and other text that is not a field are ignored. foldwise/report.hpp describes
/// results, offsets and costs. The constructor searches for the first recipient.
class delivery_status : public detail::report_body {
  public:
    /// The groups that are about recipients, in order.
    using recipient_range = walk_range<detail::delivery_recipient_walker>;

    constexpr delivery_status() = default;
    /// Reads the body of a part, unless it is in base64 or quoted-printable: see is_encoded().
    explicit constexpr delivery_status(entity const& part) noexcept
        : delivery_status{detail::report_octets{part}} {}
    /// Reads `body`, which has no transfer encoding.
    explicit constexpr delivery_status(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : delivery_status{detail::report_octets{body}} {}
    template <owning_temporary T>
    explicit delivery_status(T&&) = delete; // it would dangle: keep the string in a variable first

    /// A forward, borrowed range of delivery_recipient.
    constexpr recipient_range recipients() const noexcept {
        return recipient_range{recipient_walker()};
    }

    /// The ENVID that the sender gave to the message (RFC 3461 section 4.4), without the xtext
    /// encoding. Its case is significant.
    constexpr optional<unfolded> original_envelope_id() const noexcept {
        return text("Original-Envelope-Id");
    }
    /// The server that tried to deliver the message.
    constexpr result<typed_value> reporting_mta() const noexcept {
        return read<typed_value>("Reporting-MTA");
    }
    constexpr result<typed_value> dsn_gateway() const noexcept {
        return read<typed_value>("DSN-Gateway");
    }
    constexpr result<typed_value> received_from_mta() const noexcept {
        return read<typed_value>("Received-From-MTA");
    }
    /// When the message arrived at the reporting server.
    constexpr result<date_time> arrival_date() const noexcept {
        return read<date_time>("Arrival-Date");
    }

    /// Calls `report` with a diagnostic for each problem: first of the fields above, in order, as
    /// delivery_recipient::diagnose does; then of each recipient, or field_missing, at the end of
    /// the body, if there is no recipient. If is_encoded(), reports only body_encoded. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (report_encoded(report)) return;
        check_once("Original-Envelope-Id", report);
        require("Reporting-MTA", reporting_mta(), report);
        check("DSN-Gateway", dsn_gateway(), report);
        check("Received-From-MTA", received_from_mta(), report);
        check("Arrival-Date", arrival_date(), report);
        if (recipients().empty())
            report(diagnostic{diagnostic_code::field_missing, body().size(), 0});
        for (auto at = recipient_walker(); !at.at_end(); at.advance()) {
            auto const each = at.current();
            if (at.is_in_group_of_another())
                report(diagnostic{diagnostic_code::report_group_shared,
                                  offset_of(body(), each.fields().raw()),
                                  each.fields().raw().size()});
            if (at.is_split())
                report(diagnostic{diagnostic_code::report_group_split,
                                  offset_of(body(), each.fields().raw()),
                                  each.fields().raw().size()});
            each.diagnose(report);
        }
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr detail::delivery_recipient_walker recipient_walker() const noexcept {
        return detail::delivery_recipient_walker{is_encoded() ? body().substr(0, 0) : body()};
    }

    explicit constexpr delivery_status(detail::report_octets const& octets) noexcept
        : report_body{octets, message_fields(octets.readable())} {}

    /// The fields about the message: all groups before the first recipient, with the empty lines
    /// between them. If there is no such group: the first group.
    static constexpr header_section message_fields(std::string_view body) noexcept {
        detail::field_group_walker at{body};
        auto const first = at.current().raw();
        auto last = first;
        for (; !at.at_end() && !detail::is_about_recipient(at.current()); at.advance())
            last = at.current().raw();
        auto const from = offset_of(body, first);
        return header_section{body.substr(from, offset_of(body, last) + last.size() - from),
                              header_place::elsewhere};
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
