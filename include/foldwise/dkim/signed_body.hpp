#ifndef FOLDWISE_DKIM_SIGNED_BODY_HPP
#define FOLDWISE_DKIM_SIGNED_BODY_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/canonical_body.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/message.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The body that a signature covers, as it is hashed for bh= (RFC 6376 section 3.7): in the
/// canonical form that c= names, and of that the octets that l= counts. The error is that of c= or
/// l=. If there are fewer octets than that, the signature is invalid: see body_coverage.
///     if (auto const body = signed_body(s, m))
///         for (auto const piece : body->pieces()) hash.update(piece);
/// Borrows the body.
constexpr result<canonical_body> signed_body(signature_tags const& signature, std::string_view body,
                                             bare_lf lf) noexcept {
    auto const forms = signature.canonical_forms();
    if (!forms) return forms.error();
    auto const length = signature.body_length();
    if (!length) return length.error();
    canonical_body const whole{body, forms->body, lf};
    return *length ? whole.first(**length) : whole;
}

/// The same for the body of `m`. What LF means is decided by bare_lf_in(m.raw()).
constexpr result<canonical_body> signed_body(signature_tags const& signature,
                                             message const& m) noexcept {
    return signed_body(signature, m.body(), bare_lf_in(m.raw()));
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
