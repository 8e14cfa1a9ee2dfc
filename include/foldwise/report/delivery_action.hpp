#ifndef FOLDWISE_REPORT_DELIVERY_ACTION_HPP
#define FOLDWISE_REPORT_DELIVERY_ACTION_HPP

#include <foldwise/report/detail/open_keyword.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The actions of RFC 3464 section 2.3.3.
enum class delivery_action_keyword : unsigned char {
    failed,    ///< delivery was given up
    delayed,   ///< not delivered yet; the server will try again
    delivered, ///< delivered to the mailbox, or to a mailing list
    relayed,   ///< passed to a system that does not report on delivery
    expanded,  ///< delivered to this address, and forwarded to several others
    other,     ///< a word that RFC 3464 does not define
};

/// The value of an Action field: the action that the server took for one recipient (RFC 3464
/// section 2.3.3).
///     action-field = "Action" ":" action-value
///     action-value = "failed" / "delayed" / "delivered" / "relayed" / "expanded"
///
///     delivery_action::read("Failed (bounced)")->keyword()  ->  delivery_action_keyword::failed
///     delivery_action::read("Failed")->is("failed")         ->  true
class delivery_action : public detail::open_keyword<delivery_action> {
  public:
    /// The meaning of the word; `other` if it is not one that the RFCs define.
    constexpr delivery_action_keyword keyword() const noexcept {
        using enum delivery_action_keyword;
        constexpr detail::keyword<delivery_action_keyword> known[] = {
            {"failed", failed},   {"delayed", delayed},   {"delivered", delivered},
            {"relayed", relayed}, {"expanded", expanded},
        };
        return meaning_in(known, other);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
