#ifndef FOLDWISE_REPORT_DELIVERY_RESULT_HPP
#define FOLDWISE_REPORT_DELIVERY_RESULT_HPP

#include <foldwise/report/detail/open_keyword.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The results of RFC 6591 section 3.2.2.
enum class delivery_result_keyword : unsigned char {
    delivered,
    spam,   ///< delivered to a folder for spam
    policy, ///< not delivered to the intended mailbox, because of a local policy
    reject, ///< rejected
    other,  ///< "other", or a word that RFC 6591 does not define
};

/// The value of a Delivery-Result field: how the server treated a message that failed a check (RFC
/// 6591 section 3.2.2).
///     delivery-result = "Delivery-Result:" [CFWS] token [CFWS] CRLF
///
///     delivery_result::read("Reject (550)")->keyword()  ->  delivery_result_keyword::reject
class delivery_result : public detail::open_keyword<delivery_result> {
  public:
    /// The meaning of the word; `other` if it is not one that the RFCs define.
    constexpr delivery_result_keyword keyword() const noexcept {
        using enum delivery_result_keyword;
        constexpr detail::keyword<delivery_result_keyword> known[] = {
            {"delivered", delivered},
            {"spam", spam},
            {"policy", policy},
            {"reject", reject},
        };
        return meaning_in(known, other);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
