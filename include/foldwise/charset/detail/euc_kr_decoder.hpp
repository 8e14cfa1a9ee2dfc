#ifndef FOLDWISE_CHARSET_DETAIL_EUC_KR_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_EUC_KR_DECODER_HPP

#include <foldwise/charset/detail/euc_kr_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>
#include <foldwise/charset/detail/two_octet_decoder.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The octets of EUC-KR, with the extensions of Windows, code page 949 (WHATWG Encoding Standard,
/// section 14.1.1).
struct euc_kr_octets {
    static constexpr bool is_lead(unsigned octet) noexcept { return is_from(0x81, 0xFE, octet); }
    static constexpr char32_t single(unsigned) noexcept { return 0; }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        if (!is_lead(lead) || !is_from(0x41, 0xFE, trail)) return 0;
        return euc_kr_character(std::size_t{(lead - 0x81) * 190 + trail - 0x41});
    }
};

using euc_kr_decoder = two_octet_decoder<euc_kr_octets>;

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
