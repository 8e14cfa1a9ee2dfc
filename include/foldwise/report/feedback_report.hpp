#ifndef FOLDWISE_REPORT_FEEDBACK_REPORT_HPP
#define FOLDWISE_REPORT_FEEDBACK_REPORT_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/detail/report_body.hpp>
#include <foldwise/report/feedback_type.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>
#include <foldwise/trace/path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The 32-bit number that the value consists of, apart from CFWS. The error is
/// feedback_value_malformed.
constexpr result<std::uint32_t> read_feedback_number(std::string_view value) noexcept {
    auto const number = read_decimal(lone_atom(value), 0xFFFFFFFF);
    if (!number) return whole_value(diagnostic_code::feedback_value_malformed, value);
    return static_cast<std::uint32_t>(*number);
}

/// The IP address that the value consists of, apart from CFWS. The error is
/// feedback_value_malformed.
constexpr result<ip_address> read_source_ip(std::string_view value) noexcept {
    constexpr auto octets = alpha + digit + char_class{".:%-_~"};
    lexer in{value};
    in.skip_comments();
    auto const rest = in.rest();
    auto const text = rest.substr(0, scan::not_in(octets, rest, 0));
    auto const address = ip_address::read(text);
    lexer after{rest.substr(text.size())};
    bool const is_closed = after.skip_comments().is_closed();
    if (!address || !is_closed || !after.rest().empty())
        return whole_value(diagnostic_code::feedback_value_malformed, value);
    return *address;
}

constexpr result<path> read_rcpt_to(std::string_view body, field const& f) noexcept {
    return moved_to_body(path::read(f), body, f);
}
constexpr addr_spec_text read_reported_domain(std::string_view, field const& f) noexcept {
    return addr_spec_text{f.raw_value()};
}
constexpr unspaced read_reported_uri(std::string_view, field const& f) noexcept {
    return unspaced{trim(f.raw_value(), fws_octets)};
}

} // namespace detail

/// A complaint about a message: the body of a message/feedback-report (RFC 5965). Large mailbox
/// providers send complaints to the operators of servers whose mail their users report as spam.
///
///     Feedback-Type: abuse                feedback_type()
///     User-Agent: SomeGenerator/1.0       user_agent()
///     Version: 1                          version()
///     Source-IP: 192.0.2.1                source_ip()
///     Original-Rcpt-To: <foe@sample.net>  original_rcpt_to()
///     Reported-Domain: example.net        reported_domains()
///
///     feedback-report = *( feedback-type / user-agent / version ) opt-fields-once
///                       *( opt-fields-many ) *( ext-field )
///
/// All fields of the body are read, in any order, with or without empty lines between them.
/// foldwise/report.hpp describes results, offsets and costs.
class feedback_report : public detail::report_body {
    // First, because clang 14 cannot evaluate a template that is defined later.
    template <class Report>
    constexpr void check_path(field const& f, Report& report) const {
        auto const path = foldwise::path::read(f);
        if (path)
            check_value(*path, f, report);
        else
            report(moved(path.error(), f));
    }

  public:
    using path_range = walk_range<detail::report_value_walker<detail::read_rcpt_to>>;
    using domain_range = walk_range<detail::report_value_walker<detail::read_reported_domain>>;
    using uri_range = walk_range<detail::report_value_walker<detail::read_reported_uri>>;

    constexpr feedback_report() = default;
    /// Reads the body of a part, unless it is in base64 or quoted-printable: see is_encoded().
    explicit constexpr feedback_report(entity const& part) noexcept
        : feedback_report{detail::report_octets{part}} {}
    /// Reads `body`, which has no transfer encoding.
    explicit constexpr feedback_report(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : feedback_report{detail::report_octets{body}} {}
    template <owning_temporary T>
    explicit feedback_report(T&&) = delete; // it would dangle: keep the string in a variable first

    /// What the report is about (Feedback-Type).
    constexpr result<foldwise::feedback_type> feedback_type() const noexcept {
        return read<foldwise::feedback_type>("Feedback-Type");
    }
    /// The program that created the report.
    constexpr optional<unfolded> user_agent() const noexcept { return text("User-Agent"); }
    /// The version of the report format: 1.
    constexpr result<std::uint32_t> version() const noexcept {
        return read_with<std::uint32_t>("Version", detail::read_feedback_number);
    }

    /// The identifier of the envelope (Original-Envelope-Id).
    constexpr optional<unfolded> original_envelope_id() const noexcept {
        return text("Original-Envelope-Id");
    }
    /// The sender in the envelope (Original-Mail-From).
    constexpr result<path> original_mail_from() const noexcept {
        return read<path>("Original-Mail-From");
    }
    /// When the message arrived. If there is no Arrival-Date field, Received-Date is read, which is
    /// the field's name in drafts of the RFC.
    constexpr result<date_time> arrival_date() const noexcept {
        return read<date_time>(arrival_date_name());
    }
    constexpr result<typed_value> reporting_mta() const noexcept {
        return read<typed_value>("Reporting-MTA");
    }
    /// The IP address from which the message came. A comment may follow it.
    constexpr result<ip_address> source_ip() const noexcept {
        return read_with<ip_address>("Source-IP", detail::read_source_ip);
    }
    /// The number of messages that the report is about. A missing field means 1.
    constexpr result<std::uint32_t> incidents() const noexcept {
        return read_with<std::uint32_t>("Incidents", detail::read_feedback_number);
    }

    /// The Authentication-Results fields. foldwise::authentication_results reads each of them.
    constexpr header_section::named_range authentication_results() const noexcept {
        return fields().find_all("Authentication-Results");
    }
    /// A range of result<path>.
    constexpr path_range original_rcpt_to() const noexcept {
        return path_range{{body(), fields(), "Original-Rcpt-To"}};
    }
    /// A range of addr_spec_text: each is any text, without comments and white space.
    constexpr domain_range reported_domains() const noexcept {
        return domain_range{{body(), fields(), "Reported-Domain"}};
    }
    /// A range of unspaced: each is any text, without white space.
    constexpr uri_range reported_uris() const noexcept {
        return uri_range{{body(), fields(), "Reported-URI"}};
    }

    /// Calls `report` with a diagnostic for each problem, in the order of the members above:
    /// field_missing if RFC 5965 requires the field, the error of a field that cannot be read, the
    /// problems of its value, report_field_duplicate. If is_encoded(), reports only body_encoded.
    /// O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (report_encoded(report)) return;
        require("Feedback-Type", feedback_type(), report);
        if (!user_agent()) report(diagnostic{diagnostic_code::field_missing, body().size(), 0});
        check_once("User-Agent", report);
        require("Version", version(), report);
        check_once("Original-Envelope-Id", report);
        check("Original-Mail-From", original_mail_from(), report);
        check(arrival_date_name(), arrival_date(), report);
        check("Reporting-MTA", reporting_mta(), report);
        check("Source-IP", source_ip(), report);
        check("Incidents", incidents(), report);
        for (auto const f : fields().find_all("Original-Rcpt-To")) check_path(f, report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  protected:
    explicit constexpr feedback_report(detail::report_octets const& octets) noexcept
        : report_body{octets, header_section{octets.readable(), header_place::elsewhere}} {}

  private:
    constexpr std::string_view arrival_date_name() const noexcept {
        return fields().find("Arrival-Date") ? "Arrival-Date" : "Received-Date";
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
