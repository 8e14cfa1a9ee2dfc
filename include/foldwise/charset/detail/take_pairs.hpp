#ifndef FOLDWISE_CHARSET_DETAIL_TAKE_PAIRS_HPP
#define FOLDWISE_CHARSET_DETAIL_TAKE_PAIRS_HPP

#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The value of an octet.
constexpr unsigned number_of(char octet) noexcept { return static_cast<unsigned char>(octet); }

/// Whether an octet is in the range from `first` to `last`.
constexpr bool is_from(unsigned first, unsigned last, unsigned octet) noexcept {
    return octet - first <= last - first; // wraps around below `first`
}

/// Decodes characters of two octets from `at` on, as long as both octets are in `octets`.
/// `pair(lead, trail)` is the character of two octets; 0 if they have none, or if it has to be
/// decoded in another way. Returns where the characters end.
template <class Pair>
constexpr std::size_t take_pairs(std::string_view octets, std::size_t at, utf8_writer& to,
                                 Pair pair) noexcept {
    auto const start = at;
    auto* end = to.end();
    while (octets.size() - at >= 2) {
        auto const c = pair(number_of(octets[at]), number_of(octets[at + 1]));
        if (c == 0) break;
        end += write_utf8(c, end);
        at += 2;
    }
    to.wrote(end, at - start);
    return at;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
