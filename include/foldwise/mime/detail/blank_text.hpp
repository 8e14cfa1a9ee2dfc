#ifndef FOLDWISE_MIME_DETAIL_BLANK_TEXT_HPP
#define FOLDWISE_MIME_DETAIL_BLANK_TEXT_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/mime/entity.hpp>

#include <string_view>

namespace foldwise::detail {

/// Whether a leaf has only white space in its body. No-break spaces (A0, or C2 A0 in UTF-8) and a
/// byte order mark count as white space. Reads the body up to the first other octet.
constexpr bool is_blank(entity const& leaf) noexcept {
    constexpr char_class white{" \t\n\v\f\r\xA0"};
    std::string_view expected; // the rest of a character
    for (char const octet : leaf.decoded()) {
        if (!expected.empty()) {
            if (octet != expected.front()) return false;
            expected.remove_prefix(1);
        } else if (octet == '\xC2') {
            expected = "\xA0";
        } else if (octet == '\xEF') {
            expected = "\xBB\xBF";
        } else if (!white.contains(octet)) {
            return false;
        }
    }
    return expected.empty();
}

} // namespace foldwise::detail

#endif
