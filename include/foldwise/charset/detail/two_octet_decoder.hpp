#ifndef FOLDWISE_CHARSET_DETAIL_TWO_OCTET_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_TWO_OCTET_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes a charset that has characters of one octet, among them ASCII, and of two octets. The
/// `Charset` has
///     is_lead(octet)            whether an octet beyond ASCII is the first of two
///     single(octet)             the character of another octet beyond ASCII; 0 if it has none
///     pair(lead, trail)         the character of two octets; 0 if they have none
///     put_two(lead, trail, to)  optional: if two octets are two characters, writes them, and
///                               returns true
/// As in the WHATWG Encoding Standard, U+FFFD replaces an octet without a character, two octets
/// without one, and the lead alone if the second octet is ASCII, which is then read by itself.
template <class Charset>
class two_octet_decoder {
  public:
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return is_between() ? to.copy_ascii(octets, at) : at;
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) const noexcept {
        return is_between() ? take_pairs(octets, at, to, pair) : at;
    }
    constexpr bool is_between() const noexcept { return lead_ == 0; }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        return Charset::pair(lead, trail);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (lead_ == 0) return start(next, to);
        auto const lead = lead_;
        lead_ = 0;
        if constexpr (requires { Charset::put_two(lead, next, to); })
            if (Charset::put_two(lead, next, to)) return;
        if (auto const c = Charset::pair(lead, next)) {
            to.put(c);
        } else if (next < 0x80) {
            to.replace(2, 1);
            to.put(next);
        } else {
            to.replace(2, 0);
        }
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (lead_ != 0) to.replace(1, 0);
        lead_ = 0;
    }

  private:
    constexpr void start(unsigned octet, utf8_writer& to) noexcept {
        if (octet < 0x80)
            to.put(octet);
        else if (Charset::is_lead(octet))
            lead_ = static_cast<unsigned char>(octet);
        else if (auto const c = Charset::single(octet))
            to.put(c);
        else
            to.replace(1, 0);
    }

    unsigned char lead_ = 0; // the first of two octets; 0 between characters
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
