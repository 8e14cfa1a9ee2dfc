#ifndef FOLDWISE_REPORT_AUTH_FAILURE_REPORT_HPP
#define FOLDWISE_REPORT_AUTH_FAILURE_REPORT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/syntax/keyword.hpp>
#include <foldwise/transfer/base64.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What failed (RFC 6591 section 3, RFC 7489 section 7.3.1).
enum class auth_failure : unsigned char {
    adsp,      ///< the policy of RFC 5617
    bodyhash,  ///< DKIM: the body is another one
    revoked,   ///< DKIM: the key is withdrawn
    signature, ///< DKIM: the signature does not verify
    spf,
    dmarc,
    other,
};

/// What was done with the message (RFC 6591 section 3).
enum class delivery_result : unsigned char {
    delivered,
    spam,   ///< delivered, as spam
    policy, ///< not delivered to where it should have been
    reject,
    other,
};

/// The word in an Auth-Failure field; `value` is its raw_value(). Its case does not count. Without
/// a value as read_feedback_type.
constexpr result<auth_failure> read_auth_failure(std::string_view value) noexcept {
    using enum auth_failure;
    constexpr detail::keyword<auth_failure> known[] = {
        {"adsp", adsp},           {"bodyhash", bodyhash}, {"revoked", revoked},
        {"signature", signature}, {"spf", spf},           {"dmarc", dmarc},
    };
    auto const read = detail::read_keyword(value, known);
    if (read || detail::lone_atom(value).empty()) return read;
    return other;
}

/// The same for a Delivery-Result field.
constexpr result<delivery_result> read_delivery_result(std::string_view value) noexcept {
    using enum delivery_result;
    constexpr detail::keyword<delivery_result> known[] = {
        {"delivered", delivered},
        {"spam", spam},
        {"policy", policy},
        {"reject", reject},
    };
    auto const read = detail::read_keyword(value, known);
    if (read || detail::lone_atom(value).empty()) return read;
    return other;
}

/// A feedback report of the type auth-failure, which tells owners of domains whose mail did not
/// pass DKIM, SPF or DMARC (RFC 6591 section 3, RFC 7489 section 7.3):
///
///     Feedback-Type: auth-failure         feedback_type()
///     Auth-Failure: bodyhash              auth_failure()
///     Delivery-Result: reject             delivery_result()
///     DKIM-Domain: example.net            dkim_domain()
///
/// It has the fields of every report too. Other fields of its own, such as SPF-DNS and
/// Identity-Alignment, are among fields(). For results, offsets and costs see `report_fields`.
class auth_failure_report : public feedback_report {
  public:
    constexpr auth_failure_report() = default;
    /// `body` as it is behind its transfer encoding.
    explicit constexpr auth_failure_report(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : feedback_report{body} {}
    template <owning_temporary T>
    explicit auth_failure_report(T&&) = delete;

    constexpr result<foldwise::auth_failure> auth_failure() const noexcept {
        return read<foldwise::auth_failure>("Auth-Failure", read_auth_failure);
    }
    constexpr result<foldwise::delivery_result> delivery_result() const noexcept {
        return read<foldwise::delivery_result>("Delivery-Result", read_delivery_result);
    }

    /// The tags d=, i= and s= of the signature that failed.
    constexpr std::optional<unfolded> dkim_domain() const noexcept { return text("DKIM-Domain"); }
    constexpr std::optional<unfolded> dkim_identity() const noexcept {
        return text("DKIM-Identity");
    }
    constexpr std::optional<unfolded> dkim_selector() const noexcept {
        return text("DKIM-Selector");
    }

    /// What was hashed for the signature that failed.
    constexpr std::optional<base64_decoded> dkim_canonicalized_header() const noexcept {
        return decoded("DKIM-Canonicalized-Header");
    }
    constexpr std::optional<base64_decoded> dkim_canonicalized_body() const noexcept {
        return decoded("DKIM-Canonicalized-Body");
    }

    /// Calls `report` with a diagnostic for each problem: those of every report, then those of the
    /// fields above, as feedback_report::diagnose. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        feedback_report::diagnose(report);
        require("Auth-Failure", auth_failure(), report);
        check("Delivery-Result", delivery_result(), report);
        for (auto const* const name : {"DKIM-Domain", "DKIM-Identity", "DKIM-Selector",
                                       "DKIM-Canonicalized-Header", "DKIM-Canonicalized-Body"})
            check_once(name, report);
    }

  private:
    constexpr std::optional<base64_decoded> decoded(std::string_view name) const noexcept {
        if (auto const found = fields().find(name)) return base64_decoded{found->raw_value()};
        return std::nullopt;
    }
};

} // namespace foldwise

#endif
