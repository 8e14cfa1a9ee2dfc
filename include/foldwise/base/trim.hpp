#ifndef FOLDWISE_BASE_TRIM_HPP
#define FOLDWISE_BASE_TRIM_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// `text` without the octets of `set` at its end.
///     trim_end(" a b\t ", wsp)  ->  " a b"
/// Borrows what `text` borrows. O(n) in the octets that are removed.
constexpr std::string_view trim_end(std::string_view text, char_class const& set) noexcept {
    while (!text.empty() && set.contains(text.back())) text.remove_suffix(1);
    return text;
}

/// `text` without the octets of `set` at both ends.
///     trim("\r\n a b ", fws_octets)  ->  "a b"
/// If every octet is in `set`, the result is empty and at the end of `text`. Borrows what `text`
/// borrows. O(n) in the octets that are removed. `trim_fws` removes folding white space as RFC 5322
/// defines it, and leaves a CR that is not part of a fold.
constexpr std::string_view trim(std::string_view text, char_class const& set) noexcept {
    text.remove_prefix(scan::not_in(set, text, 0));
    return trim_end(text, set);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
