#ifndef FOLDWISE_CHARSET_DETAIL_SEVEN_BIT_SETS_HPP
#define FOLDWISE_CHARSET_DETAIL_SEVEN_BIT_SETS_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/euc_kr_table.hpp>
#include <foldwise/charset/detail/gb18030_table.hpp>
#include <foldwise/charset/detail/jis0208_table.hpp>
#include <foldwise/charset/detail/jis0212_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>

/// The sets of 94 * 94 characters in ISO-2022-JP and its relatives. Each function returns the
/// character of two octets from 21 to 7E, and 0 for other octets and where the set has none.
namespace foldwise::inline FOLDWISE_ABI::detail {

constexpr bool is_of_94(unsigned octet) noexcept { return is_from(0x21, 0x7E, octet); }

/// Decodes the character whose first octet is `lead`. Returns whether `octet` is its second one;
/// if not, U+FFFD replaces the first, and the other one has to be read by itself.
template <class Pair>
constexpr bool take_trail(Pair pair, unsigned lead, unsigned octet, utf8_writer& to) noexcept {
    bool const is_trail = is_of_94(octet);
    auto const c = is_trail ? pair(lead, octet) : char32_t{};
    if (c != 0)
        to.put(c);
    else
        to.replace(2, is_trail ? 0 : 1);
    return is_trail;
}

constexpr char32_t jis0208_pair(unsigned lead, unsigned trail) noexcept {
    if (!is_of_94(lead) || !is_of_94(trail)) return 0;
    return jis0208_character(std::size_t{(lead - 0x21) * 94 + trail - 0x21});
}

constexpr char32_t jis0212_pair(unsigned lead, unsigned trail) noexcept {
    if (!is_of_94(lead) || !is_of_94(trail)) return 0;
    return jis0212_character(std::size_t{(lead - 0x21) * 94 + trail - 0x21});
}

/// GB 2312 has 87 rows: rows A1 to F7 of GBK, which has characters for private use where GB 2312
/// has none.
constexpr char32_t gb2312_pair(unsigned lead, unsigned trail) noexcept {
    if (!is_from(0x21, 0x77, lead) || !is_of_94(trail)) return 0;
    char32_t const c = gb18030_character(std::size_t{(lead - 1) * 190 + trail + 0x3F});
    return c >= 0xE000 && c < 0xF900 ? 0 : c;
}

/// KS C 5601 is in rows A1 to FE of EUC-KR.
constexpr char32_t ksc5601_pair(unsigned lead, unsigned trail) noexcept {
    if (!is_of_94(lead) || !is_of_94(trail)) return 0;
    return euc_kr_character(std::size_t{(lead - 1) * 190 + trail + 0x3F});
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
