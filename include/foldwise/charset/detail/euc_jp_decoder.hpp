#ifndef FOLDWISE_CHARSET_DETAIL_EUC_JP_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_EUC_JP_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/jis0208_table.hpp>
#include <foldwise/charset/detail/jis0212_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes EUC-JP (WHATWG Encoding Standard, section 13.1.1):
///     00 to 7F                 ASCII
///     8E, A1 to DF             half-width katakana
///     A1 to FE, A1 to FE       JIS X 0208
///     8F, A1 to FE, A1 to FE   JIS X 0212
/// U+FFFD replaces malformed octets; an ASCII octet in the place of the rest of a character is read
/// by itself.
class euc_jp_decoder {
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
        if (is_from(0xA1, 0xFE, lead) && is_from(0xA1, 0xFE, trail))
            return jis0208_character(pointer_of(lead, trail));
        return lead == 0x8E && is_from(0xA1, 0xDF, trail) ? 0xFF61 - 0xA1 + trail : 0;
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (lead_ == 0) return start(next, to);
        bool const is_trail = is_from(0xA1, 0xFE, next);
        if (lead_ == 0x8F && is_trail) {
            is_jis0212_ = true;
            lead_ = static_cast<unsigned char>(next);
            return;
        }
        auto const lead = lead_;
        std::size_t const size = is_jis0212_ ? 3 : 2;
        lead_ = 0;
        is_jis0212_ = false;
        char32_t c = 0;
        if (size == 2)
            c = pair(lead, next);
        else if (is_trail)
            c = jis0212_character(pointer_of(lead, next));
        if (c != 0) {
            to.put(c);
        } else if (next < 0x80) {
            to.replace(size, 1);
            to.put(next);
        } else {
            to.replace(size, 0);
        }
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (lead_ != 0) to.replace(is_jis0212_ ? 2 : 1, 0);
        lead_ = 0;
        is_jis0212_ = false;
    }

  private:
    static constexpr std::size_t pointer_of(unsigned lead, unsigned trail) noexcept {
        return (lead - 0xA1) * 94 + trail - 0xA1;
    }
    constexpr void start(unsigned octet, utf8_writer& to) noexcept {
        if (octet < 0x80)
            to.put(octet);
        else if (octet == 0x8E || octet == 0x8F || is_from(0xA1, 0xFE, octet))
            lead_ = static_cast<unsigned char>(octet);
        else
            to.replace(1, 0);
    }

    unsigned char lead_ = 0;  // the octet before the last one of a character; 0 between characters
    bool is_jis0212_ = false; // whether 8F was before lead_
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
