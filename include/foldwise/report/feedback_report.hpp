#ifndef FOLDWISE_REPORT_FEEDBACK_REPORT_HPP
#define FOLDWISE_REPORT_FEEDBACK_REPORT_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/detail/report_fields.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>
#include <foldwise/trace/path.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// What a report complains about (RFC 5965 section 7.3, RFC 6430, RFC 6591).
enum class feedback_type : unsigned char {
    abuse, ///< spam
    fraud, ///< phishing and the like
    virus,
    not_spam,     ///< no complaint: what was taken for spam is none
    auth_failure, ///< see auth_failure_report
    other,        ///< of no type that has a name, or of one that is not known
};

/// The word in a Feedback-Type field; `value` is its raw_value(). Its case does not count.
///     feedback-type = "Feedback-Type:" [CFWS] token [CFWS] CRLF
/// Without a value where there is not one word, beside comments: keyword_malformed, which covers
/// the value. O(value), nothing is allocated, and nothing of `value` is kept.
constexpr result<feedback_type> read_feedback_type(std::string_view value) noexcept {
    using enum feedback_type;
    constexpr detail::keyword<feedback_type> known[] = {
        {"abuse", abuse},
        {"fraud", fraud},
        {"virus", virus},
        {"not-spam", not_spam},
        {"auth-failure", auth_failure},
    };
    auto const read = detail::read_keyword(value, known);
    if (read || detail::lone_atom(value).empty()) return read;
    return other;
}

namespace detail {

/// The number of 32 bits that all of a value is but for CFWS; else feedback_value_malformed.
constexpr result<std::uint32_t> read_feedback_number(std::string_view value) noexcept {
    auto const number = read_decimal(lone_atom(value), 0xFFFFFFFF);
    if (!number) return diagnostic{diagnostic_code::feedback_value_malformed, 0, value.size()};
    return static_cast<std::uint32_t>(*number);
}

/// The address that all of a value is but for CFWS; else feedback_value_malformed.
constexpr result<ip_address> read_source_ip(std::string_view value) noexcept {
    constexpr auto octets = alpha + digit + char_class{".:%-_~"};
    lexer in{value};
    in.skip_comments();
    auto const rest = in.rest();
    auto const text = rest.substr(0, scan::not_in(octets, rest, 0));
    auto const address = read_ip_address(text);
    lexer behind{rest.substr(text.size())};
    bool const is_closed = behind.skip_comments().is_closed();
    if (!address || !is_closed || !behind.rest().empty())
        return diagnostic{diagnostic_code::feedback_value_malformed, 0, value.size()};
    return *address;
}

/// What the fields of a name say, each read by `read`, from the octets of the body on.
template <auto read>
class report_value_walker {
  public:
    constexpr report_value_walker() = default;
    constexpr report_value_walker(std::string_view body, header_section const& fields,
                                  std::string_view name) noexcept
        : body_{body}, fields_{field_walker{fields.raw()}, name} {}

    constexpr bool at_end() const noexcept { return fields_.at_end(); }
    constexpr auto current() const noexcept { return read(body_, fields_.current()); }
    constexpr void advance() noexcept { fields_.advance(); }
    constexpr std::size_t position() const noexcept { return fields_.position(); }

  private:
    std::string_view body_;
    named_field_walker fields_;
};

constexpr result<path> read_rcpt_to(std::string_view body, field const& f) noexcept {
    auto const read = path::read(f);
    if (read) return read;
    auto problem = read.error();
    problem.offset += offset_of(body, f.raw_value());
    return problem;
}
constexpr addr_spec_text read_reported_domain(std::string_view, field const& f) noexcept {
    return addr_spec_text{f.raw_value()};
}
constexpr unspaced read_reported_uri(std::string_view, field const& f) noexcept {
    return unspaced{trim(f.raw_value(), fws_octets)};
}

} // namespace detail

/// What somebody complains about: the body of a message/feedback-report (RFC 5965), which big
/// mailbox providers send to those whose mail their users call spam.
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
/// All fields of the body are read, in any order, empty lines between them or not. For results,
/// offsets and costs see `report_fields`.
class feedback_report : public report_fields {
  public:
    using path_range = walk_range<detail::report_value_walker<detail::read_rcpt_to>>;
    using domain_range = walk_range<detail::report_value_walker<detail::read_reported_domain>>;
    using uri_range = walk_range<detail::report_value_walker<detail::read_reported_uri>>;

    constexpr feedback_report() = default;
    /// `body` as it is behind its transfer encoding.
    explicit constexpr feedback_report(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : report_fields{body, header_section{body}} {}
    template <owning_temporary T>
    explicit feedback_report(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return body(); }

    constexpr result<foldwise::feedback_type> feedback_type() const noexcept {
        return read<foldwise::feedback_type>("Feedback-Type", read_feedback_type);
    }
    /// The program that made the report.
    constexpr std::optional<unfolded> user_agent() const noexcept { return text("User-Agent"); }
    /// Of the format: 1.
    constexpr result<std::uint32_t> version() const noexcept {
        return read<std::uint32_t>("Version", detail::read_feedback_number);
    }

    constexpr std::optional<unfolded> original_envelope_id() const noexcept {
        return text("Original-Envelope-Id");
    }
    constexpr result<path> original_mail_from() const noexcept {
        return read<path>("Original-Mail-From",
                          [](std::string_view value) noexcept { return path::read(value); });
    }
    /// When the message came; Received-Date, as drafts of the RFC called it, where there is no
    /// Arrival-Date.
    constexpr result<date_time> arrival_date() const noexcept {
        return read<date_time>(arrival_date_name(), date_time::read);
    }
    constexpr result<typed_value> reporting_mta() const noexcept {
        return read<typed_value>("Reporting-MTA", read_typed_value);
    }
    /// Where the message came from. A comment may follow.
    constexpr result<ip_address> source_ip() const noexcept {
        return read<ip_address>("Source-IP", detail::read_source_ip);
    }
    /// How many messages the report stands for; 1 where the field is missing.
    constexpr result<std::uint32_t> incidents() const noexcept {
        return read<std::uint32_t>("Incidents", detail::read_feedback_number);
    }

    /// The Authentication-Results fields, for `authentication_results` each.
    constexpr header_section::named_range authentication_results() const noexcept {
        return fields().find_all("Authentication-Results");
    }
    /// A range of result<path>.
    constexpr path_range original_rcpt_to() const noexcept {
        return path_range{{body(), fields(), "Original-Rcpt-To"}};
    }
    /// A range of addr_spec_text: any text, without comments and white space.
    constexpr domain_range reported_domains() const noexcept {
        return domain_range{{body(), fields(), "Reported-Domain"}};
    }
    /// A range of unspaced: any text, without white space.
    constexpr uri_range reported_uris() const noexcept {
        return uri_range{{body(), fields(), "Reported-URI"}};
    }

    /// Calls `report` with a diagnostic for each problem, field by field in the order above:
    /// field_missing, where RFC 5965 demands the field; why it cannot be read, or in what it
    /// deviates; report_field_duplicate. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
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

  private:
    constexpr std::string_view arrival_date_name() const noexcept {
        return fields().find("Arrival-Date") ? "Arrival-Date" : "Received-Date";
    }
    template <class Report>
    constexpr void check_path(field const& f, Report& report) const {
        auto const path = foldwise::path::read(f);
        if (!path)
            report(moved(path.error(), f));
        else if (auto const deviation = path->deviation())
            report(moved(*deviation, f));
    }
};

} // namespace foldwise

#endif
