#ifndef FOLDWISE_CHARSET_DETAIL_UTF32_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_UTF32_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/utf16_decoder.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes UTF-32 (Unicode, section 3.10): four octets for each character. A surrogate and a value
/// above 10FFFF become one U+FFFD, and so do the octets that are left at the end. If the byte order
/// is unknown, a byte order mark declares it and is not part of the text. Without a mark, the text
/// is big-endian, unless its first unit is a character only in little-endian order. If the order is
/// known, U+FEFF is text.
class utf32_decoder {
  public:
    explicit constexpr utf32_decoder(byte_order order) noexcept : order_{order} {}

    constexpr std::size_t copy_plain(std::string_view, std::size_t at,
                                     utf8_writer&) const noexcept {
        return at;
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        unit_ = unit_ << 8 | static_cast<unsigned char>(octet);
        if (++size_ < 4) return;
        size_ = 0;
        if (order_ == byte_order::unknown) {
            bool const is_big = unit_ == mark;
            bool const is_little = swapped(unit_) == mark;
            bool const may_be_big = is_character(unit_) || !is_character(swapped(unit_));
            order_ = !is_little && may_be_big ? byte_order::big : byte_order::little;
            was_assumed_ = !is_big && !is_little;
            if (!was_assumed_) return;
        }
        auto const value = order_ == byte_order::big ? unit_ : swapped(unit_);
        if (is_character(value))
            to.put(static_cast<char32_t>(value));
        else
            to.replace(4, 0);
    }
    constexpr void finish(utf8_writer& to) const noexcept {
        if (size_ != 0) to.replace(size_, 0);
    }

    /// Whether the order was unknown, and there was no byte order mark.
    constexpr bool order_was_assumed() const noexcept { return was_assumed_; }

  private:
    static constexpr std::uint32_t mark = 0xFEFF;

    static constexpr bool is_character(std::uint32_t value) noexcept {
        return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
    }
    static constexpr std::uint32_t swapped(std::uint32_t unit) noexcept {
        return unit >> 24 | (unit >> 8 & 0xFF00) | (unit & 0xFF00) << 8 | unit << 24;
    }

    std::uint32_t unit_ = 0; // the last octets, in big-endian order
    unsigned char size_ = 0; // how many octets of the next unit it has
    byte_order order_;
    bool was_assumed_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
