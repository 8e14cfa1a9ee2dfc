#ifndef FOLDWISE_REPORT_AUTH_FAILURE_HPP
#define FOLDWISE_REPORT_AUTH_FAILURE_HPP

#include <foldwise/report/detail/open_keyword.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// The failures of RFC 6591 section 3.3 and RFC 7489 section 7.3.1.
enum class auth_failure_keyword : unsigned char {
    adsp,      ///< the message does not satisfy the policy of the author's domain (RFC 5617)
    bodyhash,  ///< DKIM: the body was changed after it was signed
    revoked,   ///< DKIM: the key is no longer valid
    signature, ///< DKIM: the signature does not verify
    spf,
    dmarc,
    other, ///< a word that the RFCs do not define
};

/// The value of an Auth-Failure field: the check that a message did not pass (RFC 6591 section
/// 3.1).
///     auth-failure = "Auth-Failure:" [CFWS] token [CFWS] CRLF
///
///     auth_failure::read(" BodyHash")->keyword()  ->  auth_failure_keyword::bodyhash
class auth_failure : public detail::open_keyword<auth_failure> {
  public:
    /// The meaning of the word; `other` if it is not one that the RFCs define.
    constexpr auth_failure_keyword keyword() const noexcept {
        using enum auth_failure_keyword;
        constexpr detail::keyword<auth_failure_keyword> known[] = {
            {"adsp", adsp},           {"bodyhash", bodyhash}, {"revoked", revoked},
            {"signature", signature}, {"spf", spf},           {"dmarc", dmarc},
        };
        return meaning_in(known, other);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
