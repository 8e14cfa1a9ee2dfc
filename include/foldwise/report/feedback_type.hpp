#ifndef FOLDWISE_REPORT_FEEDBACK_TYPE_HPP
#define FOLDWISE_REPORT_FEEDBACK_TYPE_HPP

#include <foldwise/report/detail/open_keyword.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The types of feedback (RFC 5965 section 7.3, RFC 6430, RFC 6591).
enum class feedback_type_keyword : unsigned char {
    abuse, ///< spam
    fraud, ///< phishing and the like
    virus,
    not_spam,     ///< not a complaint: the message was wrongly classified as spam
    auth_failure, ///< see auth_failure_report
    other,        ///< "other", or a word that the RFCs do not define
};

/// The value of a Feedback-Type field: the kind of a complaint (RFC 5965 section 3.1).
///     feedback-type = "Feedback-Type:" [CFWS] token [CFWS] CRLF
///
///     feedback_type::read(" Not-Spam (sorry)")->keyword()  ->  feedback_type_keyword::not_spam
///     feedback_type::read("ABUSE")->is("abuse")            ->  true
class feedback_type : public detail::open_keyword<feedback_type> {
  public:
    /// The meaning of the word; `other` if it is not one that the RFCs define.
    constexpr feedback_type_keyword keyword() const noexcept {
        using enum feedback_type_keyword;
        constexpr detail::keyword<feedback_type_keyword> known[] = {
            {"abuse", abuse},
            {"fraud", fraud},
            {"virus", virus},
            {"not-spam", not_spam},
            {"auth-failure", auth_failure},
        };
        return meaning_in(known, other);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
