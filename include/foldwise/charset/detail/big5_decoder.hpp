#ifndef FOLDWISE_CHARSET_DETAIL_BIG5_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_BIG5_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/big5_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>
#include <foldwise/charset/detail/two_octet_decoder.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The octets of Big5, with the extensions of Hong Kong (WHATWG Encoding Standard, section 12.1.1).
struct big5_octets {
    static constexpr bool is_lead(unsigned octet) noexcept { return is_from(0x81, 0xFE, octet); }
    static constexpr char32_t single(unsigned) noexcept { return 0; }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        bool const is_low = is_from(0x40, 0x7E, trail);
        if (!is_lead(lead) || (!is_low && !is_from(0xA1, 0xFE, trail))) return 0;
        std::size_t const pointer = (lead - 0x81) * 157 + trail - (is_low ? 0x40 : 0x62);
        return big5_character(pointer);
    }
    /// Four pairs are a letter and a combining mark, for which Unicode has no single character.
    static constexpr bool put_two(unsigned lead, unsigned trail, utf8_writer& to) noexcept {
        bool const is_capital = trail == 0x62 || trail == 0x64;
        if (lead != 0x88 || (!is_capital && trail != 0xA3 && trail != 0xA5)) return false;
        to.put(is_capital ? 0xCA : 0xEA);                       // E with circumflex
        to.put(trail == 0x62 || trail == 0xA3 ? 0x304 : 0x30C); // macron, caron
        return true;
    }
};

using big5_decoder = two_octet_decoder<big5_octets>;

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
