#ifndef FOLDWISE_CHARSET_DETAIL_SHIFT_JIS_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_SHIFT_JIS_DECODER_HPP

#include <foldwise/charset/detail/jis0208_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>
#include <foldwise/charset/detail/two_octet_decoder.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The octets of Shift_JIS, with the extensions of Windows, code page 932 (WHATWG Encoding
/// Standard, section 13.3.1). Lead octets F0 to F9 are for private use, from U+E000 on.
struct shift_jis_octets {
    static constexpr bool is_lead(unsigned octet) noexcept {
        return is_from(0x81, 0x9F, octet) || is_from(0xE0, 0xFC, octet);
    }
    static constexpr char32_t single(unsigned octet) noexcept {
        if (octet == 0x80) return octet;
        return is_from(0xA1, 0xDF, octet) ? 0xFF61 - 0xA1 + octet : 0; // half-width katakana
    }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        bool const is_low = is_from(0x40, 0x7E, trail);
        if (!is_lead(lead) || (!is_low && !is_from(0x80, 0xFC, trail))) return 0;
        auto const row = lead - (lead < 0xA0 ? 0x81 : 0xC1);
        auto const pointer = row * 188 + trail - (is_low ? 0x40 : 0x41);
        if (is_from(8836, 10715, pointer)) return 0xE000 - 8836 + pointer;
        return jis0208_character(std::size_t{pointer});
    }
};

using shift_jis_decoder = two_octet_decoder<shift_jis_octets>;

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
