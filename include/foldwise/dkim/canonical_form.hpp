#ifndef FOLDWISE_DKIM_CANONICAL_FORM_HPP
#define FOLDWISE_DKIM_CANONICAL_FORM_HPP

#include <foldwise/base/scan.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How a header field or a body is prepared before it is hashed (RFC 6376 section 3.4).
enum class canonical_form : unsigned char {
    simple,  ///< almost no change is tolerated
    relaxed, ///< white space may change, and header fields may be folded elsewhere
};

/// c=: the canonical form of the header fields, and that of the body.
struct canonical_forms {
    canonical_form header = canonical_form::simple; ///< of the fields
    canonical_form body = canonical_form::simple;   ///< of the body

    friend constexpr bool operator==(canonical_forms, canonical_forms) = default;
};

/// What an LF without a CR before it means in canonical forms. Signatures are made over lines that
/// end with CRLF (RFC 6376 section 3.4), but many programs store mail with LF alone.
enum class bare_lf : unsigned char {
    data, ///< an octet like any other: only CRLF ends a line
    crlf, ///< a line ending, which stands for CRLF, for mail that is stored with LF. CRLF is a line
          ///< ending, too
};

/// What LF without CR means in a whole message: bare_lf::crlf if the message contains no CRLF,
/// otherwise bare_lf::data.
///     bare_lf_in("A: b\n\nc\n")        ->  bare_lf::crlf
///     bare_lf_in("A: b\r\n\r\nc\nd")   ->  bare_lf::data
/// If a message contains both CRLF and LF, readers differ on where its lines end. It is safest not
/// to replace any octet, so that a signature cannot match a text that its signer did not hash.
/// Searches for the first CRLF: usually in the first line, but O(message) if there is none.
constexpr bare_lf bare_lf_in(std::string_view message) noexcept {
    auto const has_crlf = scan::octet_pair<'\r', '\n'>(message, 0) != message.size();
    return has_crlf ? bare_lf::data : bare_lf::crlf;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
