#ifndef FOLDWISE_SYNTAX_MIME_TOKEN_HPP
#define FOLDWISE_SYNTAX_MIME_TOKEN_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// RFC 2045 section 5.1: the characters of a token.
///     token     := 1*<any (US-ASCII) CHAR except SPACE, CTLs, or tspecials>
///     tspecials :=  "(" / ")" / "<" / ">" / "@" / "," / ";" / ":" / "\" / <">
///                   "/" / "[" / "]" / "?" / "="
inline constexpr auto mime_token = vchar - char_class{"()<>@,;:\\\"/[]?="};

namespace detail {
inline constexpr octet_table mime_token_octets{mime_token};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
