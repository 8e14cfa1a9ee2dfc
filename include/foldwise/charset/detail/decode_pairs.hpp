#ifndef FOLDWISE_CHARSET_DETAIL_DECODE_PAIRS_HPP
#define FOLDWISE_CHARSET_DETAIL_DECODE_PAIRS_HPP

#include <foldwise/base/utf8_writer.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// An octet as a number, for sums that are compared with limits.
constexpr unsigned number_of(char octet) noexcept { return static_cast<unsigned char>(octet); }

/// Whether an octet is in the range from `first` to `last`.
constexpr bool is_from(unsigned first, unsigned last, unsigned octet) noexcept {
    return octet - first <= last - first; // wraps around below `first`
}

/// decode() for charsets in which most characters have two octets. It returns the same, but reads
/// characters whose octets are both in this piece without going through the decoder's states. The
/// `Decoder` also has
///     is_between()        whether it is not inside of a character or an escape sequence
///     pair(lead, trail)   the character of these octets, if is_between(); 0 if they are not a
///                         character, or if take() has to read them
template <class Decoder>
constexpr void decode_pairs(Decoder& decoder, std::string_view octets, utf8_writer& to) noexcept {
    for (std::size_t at = 0; at < octets.size();) {
        auto const start = at;
        if (auto const end = decoder.plain_end(octets, at); end != at) {
            to.pass(end - at);
            to.copy(octets.substr(at, end - at));
            at = end;
        }
        if (decoder.is_between()) {
            while (octets.size() - at >= 2) {
                auto const c = decoder.pair(number_of(octets[at]), number_of(octets[at + 1]));
                if (c == 0) break;
                to.pass(2);
                to.put(c);
                at += 2;
            }
        }
        if (at != start) continue;
        to.pass(1);
        decoder.take(octets[at++], to);
    }
}

} // namespace foldwise::detail

#endif
