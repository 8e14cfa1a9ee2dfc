#ifndef FOLDWISE_CHARSET_DETAIL_GB18030_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_GB18030_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/gb18030_ranges_table.hpp>
#include <foldwise/charset/detail/gb18030_table.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes GB18030, and GBK as a part of it (WHATWG Encoding Standard, section 10.2.1):
///     00 to 7F                                         ASCII
///     80                                               the euro sign, as in GBK on Windows
///     81 to FE, 40 to FE except 7F                     GBK
///     81 to FE, 30 to 39, 81 to FE, 30 to 39           the rest of Unicode
/// U+FFFD replaces octets without a character. If a character of four octets is not complete,
/// U+FFFD replaces its first octet, and the others are read again.
class gb18030_decoder {
  public:
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return is_between() ? to.copy_ascii(octets, at) : at;
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) const noexcept {
        return is_between() ? take_pairs(octets, at, to, pair) : at;
    }
    constexpr bool is_between() const noexcept { return first_ == 0; }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        if (!is_lead(lead) || !is_from(0x40, 0xFE, trail) || trail == 0x7F) return 0;
        std::size_t const pointer = (lead - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41);
        return gb18030_character(pointer);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (third_ != 0)
            take_fourth(next, to);
        else if (second_ != 0)
            take_third(next, to);
        else if (first_ != 0)
            take_second(next, to);
        else
            take_first(next, to);
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (first_ != 0) to.replace(third_ != 0 ? 3 : second_ != 0 ? 2 : 1, 0);
        first_ = second_ = third_ = 0;
    }

  private:
    static constexpr bool is_lead(unsigned octet) noexcept { return is_from(0x81, 0xFE, octet); }
    static constexpr bool is_digit(unsigned octet) noexcept { return is_from('0', '9', octet); }

    constexpr void take_first(unsigned octet, utf8_writer& to) noexcept {
        if (octet < 0x80)
            to.put(octet);
        else if (octet == 0x80)
            to.put(0x20AC);
        else if (is_lead(octet))
            first_ = static_cast<unsigned char>(octet);
        else
            to.replace(1, 0);
    }
    constexpr void take_second(unsigned octet, utf8_writer& to) noexcept {
        if (is_digit(octet)) {
            second_ = static_cast<unsigned char>(octet);
            return;
        }
        auto const c = pair(first_, octet);
        first_ = 0;
        if (c != 0) {
            to.put(c);
        } else if (octet < 0x80) {
            to.replace(2, 1);
            to.put(octet);
        } else {
            to.replace(2, 0);
        }
    }
    constexpr void take_third(unsigned octet, utf8_writer& to) noexcept {
        if (is_lead(octet)) {
            third_ = static_cast<unsigned char>(octet);
            return;
        }
        to.replace(3, 2);
        to.put(second_);
        first_ = second_ = 0;
        take_first(octet, to);
    }
    constexpr void take_fourth(unsigned octet, utf8_writer& to) noexcept {
        if (is_digit(octet)) {
            auto const row = ((first_ - 0x81u) * 10 + (second_ - '0')) * 126 + (third_ - 0x81u);
            auto const c = gb18030_character_of_four(std::size_t{row * 10 + (octet - '0')});
            first_ = second_ = third_ = 0;
            if (c != 0)
                to.put(c);
            else
                to.replace(4, 0);
            return;
        }
        to.replace(4, 3);
        to.put(second_);
        first_ = third_;
        second_ = third_ = 0;
        take_second(octet, to);
    }

    // The octets of a character that is not complete; 0 for those that have not been read.
    unsigned char first_ = 0;
    unsigned char second_ = 0;
    unsigned char third_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
