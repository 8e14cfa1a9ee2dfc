#ifndef FOLDWISE_REPORT_DELIVERY_RECIPIENT_HPP
#define FOLDWISE_REPORT_DELIVERY_RECIPIENT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/delivery_action.hpp>
#include <foldwise/report/detail/field_groups.hpp>
#include <foldwise/report/detail/report_fields.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/report/typed_value.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

constexpr result<typed_value> read_localized(std::string_view body, field const& f) noexcept {
    return moved_to_body(typed_value::read(f), body, f);
}

} // namespace detail

/// The part of a delivery status that is about one recipient (RFC 3464 section 2.3):
///
///     Final-Recipient: rfc822; foe@sample.net     final_recipient()->decoded()
///     Action: failed                              action()->is("failed")
///     Status: 5.1.1                               status()->is("5.1.1")
///     Remote-MTA: dns; mx.sample.net              remote_mta()->without_comments()
///     Diagnostic-Code: smtp; 550 no such user     diagnostic_code()->text()
///
///     per-recipient-fields = [ original-recipient-field CRLF ] final-recipient-field CRLF
///                            action-field CRLF status-field CRLF [ remote-mta-field CRLF ]
///                            [ diagnostic-code-field CRLF ] [ last-attempt-date-field CRLF ]
///                            [ final-log-id-field CRLF ] [ will-retry-until-field CRLF ]
///                            *( extension-field CRLF )
///
/// The fields may be in any order. Nothing in a report is verified: a server may write anything,
/// even about other servers. foldwise/report.hpp describes results, offsets and costs. Offsets
/// count from the start of the report's body.
class delivery_recipient : public detail::report_fields {
  public:
    using typed_value_range = walk_range<detail::report_value_walker<detail::read_localized>>;

    constexpr delivery_recipient() = default;
    /// `fields` is a section of `body`.
    constexpr delivery_recipient(std::string_view body FOLDWISE_LIFETIMEBOUND,
                                 header_section const& fields) noexcept
        : report_fields{body, fields} {}

    /// The address to which the sender sent the message.
    constexpr result<recipient_address> original_recipient() const noexcept {
        return read<recipient_address>("Original-Recipient");
    }
    /// The address to which the server tried to deliver the message.
    constexpr result<recipient_address> final_recipient() const noexcept {
        return read<recipient_address>("Final-Recipient");
    }

    /// What the server did (Action).
    constexpr result<delivery_action> action() const noexcept {
        return read<delivery_action>("Action");
    }
    /// The status code (Status).
    constexpr result<status_code> status() const noexcept { return read<status_code>("Status"); }

    /// The server that refused the message, if it is not the reporting server.
    constexpr result<typed_value> remote_mta() const noexcept {
        return read<typed_value>("Remote-MTA");
    }
    /// The reason, usually the reply of a server. Some servers do not fold its lines: the lines
    /// after the field that are not fields belong to it. In the text, their line endings stay.
    ///     Diagnostic-Code: smtp; 550-no such user      text()  ->  "550-no such user\n550 at all"
    ///     550 at all
    constexpr result<typed_value> diagnostic_code() const noexcept {
        auto const found = fields().find("Diagnostic-Code");
        if (!found) return read<typed_value>("Diagnostic-Code");
        auto const value = typed_value::read(value_with_lines(*found));
        if (!value) return moved(value.error(), *found);
        return value;
    }
    /// The reason in several languages (RFC 6533 section 4.1): a range of result<typed_value>. The
    /// type() of each value is its language.
    constexpr typed_value_range localized_diagnostics() const noexcept {
        return typed_value_range{{body(), fields(), "Localized-Diagnostic"}};
    }

    /// When delivery was tried last (Last-Attempt-Date).
    constexpr result<date_time> last_attempt_date() const noexcept {
        return read<date_time>("Last-Attempt-Date");
    }
    /// The name of the message in the log of the last server (Final-Log-ID).
    constexpr optional<unfolded> final_log_id() const noexcept { return text("Final-Log-ID"); }
    /// Until when delivery will be tried (Will-Retry-Until).
    constexpr result<date_time> will_retry_until() const noexcept {
        return read<date_time>("Will-Retry-Until");
    }

  private:
    /// Reports the lines after Diagnostic-Code that belong to it, as one range.
    template <class Report>
    constexpr void check_lines(Report& report) const {
        auto const found = fields().find("Diagnostic-Code");
        if (!found) return;
        auto const size = value_with_lines(*found).size();
        auto const first = offset_of(body(), found->raw()) + found->raw().size();
        auto const end = offset_of(body(), found->raw_value()) + size;
        if (end > first)
            report(diagnostic{diagnostic_code::report_line_not_folded, first, end - first});
    }

  public:
    /// Calls `report` with a diagnostic for each problem, in the order of the members above:
    /// field_missing if RFC 3464 requires the field, the error of a field that cannot be read, the
    /// problems of its value (of Diagnostic-Code also report_line_not_folded), and
    /// report_field_duplicate. O(fields).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        check("Original-Recipient", original_recipient(), report);
        require("Final-Recipient", final_recipient(), report);
        require("Action", action(), report);
        require("Status", status(), report);
        check("Remote-MTA", remote_mta(), report);
        check("Diagnostic-Code", diagnostic_code(), report);
        check_lines(report);
        check("Last-Attempt-Date", last_attempt_date(), report);
        check_once("Final-Log-ID", report);
        check("Will-Retry-Until", will_retry_until(), report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

namespace detail {

/// A bit for each field that only groups about recipients have; 0 for other fields. The first two
/// name the recipient.
constexpr unsigned recipient_bit(field const& f) noexcept {
    unsigned bit = 1;
    for (auto const* const name : {"Final-Recipient", "Original-Recipient", "Action", "Status"}) {
        if (f.is(name)) return bit;
        bit <<= 1;
    }
    return 0;
}

/// The bits of all fields of the group.
constexpr unsigned recipient_bits(header_section const& group) noexcept {
    unsigned bits = 0;
    for (auto const f : group) bits |= recipient_bit(f);
    return bits;
}

/// Whether the group is about a recipient: it has a field that no other group has.
constexpr bool is_about_recipient(header_section const& group) noexcept {
    return recipient_bits(group) != 0;
}

/// How many recipients the group names: 2 means several.
constexpr int recipients_named_in(header_section const& group) noexcept {
    int count[3] = {}; // of each bit: Final-Recipient, Original-Recipient
    for (auto const f : group)
        if (auto const bit = recipient_bit(f); bit != 0 && bit <= 2) ++count[bit];
    auto const named = count[1] != 0 ? count[1] : count[2];
    return named < 2 ? named : 2;
}

/// The size of the fields of the first recipient in `fields`, which are about several. The next one
/// starts at a field that the first one has already, or at an address after its Action or Status.
constexpr std::size_t first_recipient_size(std::string_view fields) noexcept {
    unsigned seen = 0;
    std::size_t size = 0;
    for (auto const f : header_section{fields}) {
        auto const bit = recipient_bit(f);
        bool const is_address = bit == 1 || bit == 2;
        bool const is_complete = (seen & 3u) != 0 && seen > 3;
        if ((seen & bit) != 0 || (is_address && is_complete)) break;
        seen |= bit;
        size += f.raw().size();
    }
    return size;
}

class delivery_recipient_walker {
  public:
    constexpr delivery_recipient_walker() = default;
    explicit constexpr delivery_recipient_walker(std::string_view body) noexcept
        : body_{body}, groups_{body} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return groups_.at_end(); }
    constexpr delivery_recipient current() const noexcept {
        return {body_, header_section{rest_.substr(0, size_)}};
    }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        if (!rest_.empty()) {
            size_ = first_recipient_size(rest_);
            return;
        }
        groups_.advance();
        pass_others();
    }
    constexpr std::size_t position() const noexcept {
        return at_end() ? 0 : groups_.position() - groups_.current().raw().size() + rest_.size();
    }

    /// Whether the current recipient is not the first one of its group.
    constexpr bool is_in_group_of_another() const noexcept {
        return !at_end() && rest_.size() != whole_;
    }

    /// Whether the fields of the current recipient are in two groups.
    constexpr bool is_split() const noexcept {
        return !at_end() && whole_ != groups_.current().raw().size();
    }

  private:
    constexpr void pass_others() noexcept {
        while (!groups_.at_end() && !is_about_recipient(groups_.current())) groups_.advance();
        rest_ = groups_.current().raw();
        bool const are_several = recipients_named_in(groups_.current()) > 1;
        size_ = are_several ? first_recipient_size(rest_) : rest_.size();
        if (!are_several) join_next();
        whole_ = rest_.size();
    }
    /// Some servers write an empty line between the address and the other fields. So a group with
    /// an address only, and one after it with an Action or Status only, are about one recipient.
    constexpr void join_next() noexcept {
        constexpr unsigned address = 3;
        auto const bits = recipient_bits(groups_.current());
        if (bits == 0 || bits > address) return;
        auto next = groups_;
        next.advance();
        auto const next_bits = recipient_bits(next.current());
        if (next_bits == 0 || (next_bits & address) != 0) return;
        groups_ = next;
        auto const end = next.current().raw();
        size_ = offset_of(body_, end) + end.size() - offset_of(body_, rest_);
        rest_ = body_.substr(offset_of(body_, rest_), size_);
    }
    std::string_view body_;
    field_group_walker groups_;
    std::string_view rest_; // of the current group, from the current recipient on
    std::size_t size_ = 0;  // of the fields of the current recipient
    std::size_t whole_ = 0; // the size of the current group, or of two that are joined
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
