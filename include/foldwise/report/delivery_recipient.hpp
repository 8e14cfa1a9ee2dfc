#ifndef FOLDWISE_REPORT_DELIVERY_RECIPIENT_HPP
#define FOLDWISE_REPORT_DELIVERY_RECIPIENT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/detail/field_groups.hpp>
#include <foldwise/report/detail/report_fields.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/syntax/keyword.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// What was done with a message for a recipient (RFC 3464 section 2.3.3).
enum class delivery_action : unsigned char {
    failed,    ///< given up
    delayed,   ///< not yet delivered, tried again
    delivered, ///< to the mailbox, or to a mailing list
    relayed,   ///< to where nobody tells about its delivery
    expanded,  ///< delivered, and forwarded to several others
    other,     ///< a word that RFC 3464 does not know
};

/// The word in an Action field; `value` is its raw_value(). Its case does not count.
///     action-value = "failed" / "delayed" / "delivered" / "relayed" / "expanded"
///     read_delivery_action("Failed (bounced)")  ->  failed
/// Without a value where there is not one word, beside comments: keyword_malformed, which covers
/// the value. O(value), nothing is allocated, and nothing of `value` is kept.
constexpr result<delivery_action> read_delivery_action(std::string_view value) noexcept {
    using enum delivery_action;
    constexpr detail::keyword<delivery_action> known[] = {
        {"failed", failed},   {"delayed", delayed},   {"delivered", delivered},
        {"relayed", relayed}, {"expanded", expanded},
    };
    auto const read = detail::read_keyword(value, known);
    if (read || detail::lone_atom(value).empty()) return read;
    return other;
}

/// What a delivery status says of one recipient (RFC 3464 section 2.3):
///
///     Final-Recipient: rfc822; foe@sample.net     final_recipient()->decoded()
///     Action: failed                              action()  ->  delivery_action::failed
///     Status: 5.1.1                               status()  ->  5.1.1
///     Remote-MTA: dns; mx.sample.net              remote_mta()->without_comments()
///     Diagnostic-Code: smtp; 550 no such user     diagnostic_code()->text()
///
///     per-recipient-fields = [ original-recipient-field CRLF ] final-recipient-field CRLF
///                            action-field CRLF status-field CRLF [ remote-mta-field CRLF ]
///                            [ diagnostic-code-field CRLF ] [ last-attempt-date-field CRLF ]
///                            [ final-log-id-field CRLF ] [ will-retry-until-field CRLF ]
///                            *( extension-field CRLF )
///
/// The fields may be in any order. A server writes what it likes, also of others; nothing of it
/// is proved. For results, offsets and costs see `report_fields`.
class delivery_recipient : public report_fields {
  public:
    constexpr delivery_recipient() = default;
    /// `fields` is a group of `body`.
    constexpr delivery_recipient(std::string_view body FOLDWISE_LIFETIMEBOUND,
                                 header_section const& fields) noexcept
        : report_fields{body, fields} {}

    /// The address as the sender wrote it.
    constexpr result<recipient_address> original_recipient() const noexcept {
        return read<recipient_address>("Original-Recipient", read_recipient_address);
    }
    /// The address that the server had, in the end.
    constexpr result<recipient_address> final_recipient() const noexcept {
        return read<recipient_address>("Final-Recipient", read_recipient_address);
    }

    constexpr result<delivery_action> action() const noexcept {
        return read<delivery_action>("Action", read_delivery_action);
    }
    constexpr result<status_code> status() const noexcept {
        return read<status_code>("Status", read_status_code);
    }

    /// The server that said why; without one it was the reporting one.
    constexpr result<typed_value> remote_mta() const noexcept {
        return read<typed_value>("Remote-MTA", read_typed_value);
    }
    constexpr result<typed_value> diagnostic_code() const noexcept {
        return read<typed_value>("Diagnostic-Code", read_typed_value);
    }
    /// The same for people who speak a language, which is the type (RFC 6533 section 4.1): for
    /// read_typed_value each.
    constexpr header_section::named_range localized_diagnostics() const noexcept {
        return fields().find_all("Localized-Diagnostic");
    }

    constexpr result<date_time> last_attempt_date() const noexcept {
        return read<date_time>("Last-Attempt-Date", date_time::read);
    }
    constexpr std::optional<unfolded> final_log_id() const noexcept { return text("Final-Log-ID"); }
    constexpr result<date_time> will_retry_until() const noexcept {
        return read<date_time>("Will-Retry-Until", date_time::read);
    }

    /// Calls `report` with a diagnostic for each problem, field by field in the order above:
    /// field_missing, where RFC 3464 demands the field; why it cannot be read, or in what it
    /// deviates; report_field_duplicate. O(fields).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        check("Original-Recipient", original_recipient(), report);
        require("Final-Recipient", final_recipient(), report);
        require("Action", action(), report);
        require("Status", status(), report);
        check("Remote-MTA", remote_mta(), report);
        check("Diagnostic-Code", diagnostic_code(), report);
        check("Last-Attempt-Date", last_attempt_date(), report);
        check_once("Final-Log-ID", report);
        check("Will-Retry-Until", will_retry_until(), report);
    }
};

namespace detail {

/// Whether the group tells of a recipient: it has a field that only such a group has.
constexpr bool tells_of_recipient(header_section const& group) noexcept {
    for (auto const f : group)
        for (auto const* const name : {"Final-Recipient", "Original-Recipient", "Action", "Status"})
            if (f.is(name)) return true;
    return false;
}

class delivery_recipient_walker {
  public:
    constexpr delivery_recipient_walker() = default;
    explicit constexpr delivery_recipient_walker(std::string_view body) noexcept
        : body_{body}, groups_{body} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return groups_.at_end(); }
    constexpr delivery_recipient current() const noexcept { return {body_, groups_.current()}; }
    constexpr void advance() noexcept {
        groups_.advance();
        pass_others();
    }
    constexpr std::size_t position() const noexcept { return groups_.position(); }

  private:
    constexpr void pass_others() noexcept {
        while (!groups_.at_end() && !tells_of_recipient(groups_.current())) groups_.advance();
    }
    std::string_view body_;
    field_group_walker groups_;
};

} // namespace detail

} // namespace foldwise

#endif
