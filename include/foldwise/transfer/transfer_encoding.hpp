#ifndef FOLDWISE_TRANSFER_TRANSFER_ENCODING_HPP
#define FOLDWISE_TRANSFER_TRANSFER_ENCODING_HPP

#include <foldwise/base/ascii.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How the octets of a body are represented for transport (RFC 2045 section 6.1).
enum class transfer_encoding : unsigned char {
    seven_bit, ///< "7bit": unchanged
    eight_bit, ///< "8bit": unchanged
    binary,    ///< unchanged
    quoted_printable,
    base64,
    uuencode, ///< "x-uuencode", which is older than MIME
    other,    ///< an unknown name: the octets cannot be decoded
};

/// The encoding that has this name. ASCII case is ignored.
///     transfer_encoding_of("Base64")  ->  base64
/// A Content-Transfer-Encoding field may have comments around the name; see
/// content_transfer_encoding. O(1).
constexpr transfer_encoding transfer_encoding_of(std::string_view name) noexcept {
    using enum transfer_encoding;
    if (ascii_iequals(name, "7bit")) return seven_bit;
    if (ascii_iequals(name, "8bit")) return eight_bit;
    if (ascii_iequals(name, "binary")) return binary;
    if (ascii_iequals(name, "quoted-printable")) return quoted_printable;
    if (ascii_iequals(name, "base64")) return base64;
    for (std::string_view const other_name : {"x-uuencode", "uuencode", "x-uue", "uue"})
        if (ascii_iequals(name, other_name)) return uuencode;
    return other;
}

/// Whether a body in this encoding has to be decoded, and can be: base64, quoted-printable and
/// uuencode.
constexpr bool is_encoded(transfer_encoding encoding) noexcept {
    using enum transfer_encoding;
    return encoding == base64 || encoding == quoted_printable || encoding == uuencode;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
