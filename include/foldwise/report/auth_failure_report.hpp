#ifndef FOLDWISE_REPORT_AUTH_FAILURE_REPORT_HPP
#define FOLDWISE_REPORT_AUTH_FAILURE_REPORT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/auth_failure.hpp>
#include <foldwise/report/delivery_result.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/transfer/base64.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A feedback report of the type auth-failure, which tells the owner of a domain that a message did
/// not pass DKIM, SPF or DMARC (RFC 6591 section 3, RFC 7489 section 7.3):
///
///     Feedback-Type: auth-failure         feedback_type()
///     Auth-Failure: bodyhash              auth_failure()
///     Delivery-Result: reject             delivery_result()
///     DKIM-Domain: example.net            dkim_domain()
///
/// It has the fields of every feedback report, too. Identity-Alignment and other fields that RFC
/// 6591 defines, such as SPF-DNS, have no member function: find them in fields().
/// foldwise/report.hpp describes results, offsets and costs.
class auth_failure_report : public feedback_report {
  public:
    constexpr auth_failure_report() = default;
    /// Reads the body of a part, unless it is in base64 or quoted-printable: see is_encoded().
    explicit constexpr auth_failure_report(entity const& part) noexcept : feedback_report{part} {}
    /// Reads `body`, which has no transfer encoding.
    explicit constexpr auth_failure_report(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : feedback_report{body} {}
    template <owning_temporary T>
    explicit auth_failure_report( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// What failed (Auth-Failure).
    constexpr result<foldwise::auth_failure> auth_failure() const noexcept {
        return read<foldwise::auth_failure>("Auth-Failure");
    }
    /// What became of the message (Delivery-Result).
    constexpr result<foldwise::delivery_result> delivery_result() const noexcept {
        return read<foldwise::delivery_result>("Delivery-Result");
    }

    /// The values of the tags d=, i= and s= of the signature that failed.
    constexpr optional<unfolded> dkim_domain() const noexcept { return text("DKIM-Domain"); }
    constexpr optional<unfolded> dkim_identity() const noexcept { return text("DKIM-Identity"); }
    constexpr optional<unfolded> dkim_selector() const noexcept { return text("DKIM-Selector"); }

    /// The canonicalized octets that were hashed to check the signature that failed, decoded.
    constexpr optional<base64_decoded> dkim_canonicalized_header() const noexcept {
        return decoded("DKIM-Canonicalized-Header");
    }
    constexpr optional<base64_decoded> dkim_canonicalized_body() const noexcept {
        return decoded("DKIM-Canonicalized-Body");
    }

    /// Calls `report` with each diagnostic of feedback_report::diagnose, then with those of the
    /// fields above in the same way. O(body).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        feedback_report::diagnose(report);
        if (is_encoded()) return;
        require("Auth-Failure", auth_failure(), report);
        check("Delivery-Result", delivery_result(), report);
        for (auto const* const name : {"DKIM-Domain", "DKIM-Identity", "DKIM-Selector",
                                       "DKIM-Canonicalized-Header", "DKIM-Canonicalized-Body"})
            check_once(name, report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr optional<base64_decoded> decoded(std::string_view name) const noexcept {
        if (auto const found = fields().find(name)) return base64_decoded{found->raw_value()};
        return std::nullopt;
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
