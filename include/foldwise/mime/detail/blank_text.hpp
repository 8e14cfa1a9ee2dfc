#ifndef FOLDWISE_MIME_DETAIL_BLANK_TEXT_HPP
#define FOLDWISE_MIME_DETAIL_BLANK_TEXT_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/mime/entity.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether a leaf has only white space in its body. No-break spaces (A0, or C2 A0 in UTF-8), a byte
/// order mark, and in UTF-8 U+3000 (the ideographic space) and U+2000 to U+200D (spaces, and
/// characters without width) count as white space. Reads the body up to the first other octet.
constexpr bool is_blank(entity const& leaf) noexcept {
    constexpr char_class white{" \t\n\v\f\r\xA0"};
    std::string_view expected; // lowest and highest value of each octet that must follow
    for (char const octet : leaf.decoded()) {
        if (!expected.empty()) {
            if (octet < expected[0] || octet > expected[1]) return false;
            expected.remove_prefix(2);
        } else if (octet == '\xC2') {
            expected = "\xA0\xA0";
        } else if (octet == '\xEF') {
            expected = "\xBB\xBB\xBF\xBF";
        } else if (octet == '\xE2') {
            expected = "\x80\x80\x80\x8D";
        } else if (octet == '\xE3') {
            expected = "\x80\x80\x80\x80";
        } else if (!white.contains(octet)) {
            return false;
        }
    }
    return expected.empty();
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
