#ifndef FOLDWISE_CHARSET_DETAIL_UTF16_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_UTF16_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Joins the surrogates of UTF-16 (RFC 2781 section 2.2). An unpaired surrogate becomes U+FFFD.
class surrogate_joiner {
  public:
    /// Takes the next unit, which was read from the last two octets.
    constexpr void take(char16_t unit, utf8_writer& to) noexcept {
        bool const is_trail = (unit & 0xFC00) == 0xDC00;
        auto const lead = lead_;
        lead_ = 0;
        if (lead != 0 && is_trail) {
            to.put(0x10000u + ((lead & 0x3FFu) << 10) + (unit & 0x3FFu));
            return;
        }
        if (lead != 0) to.replace(4, 2);
        if (is_trail)
            to.replace(2, 0);
        else if ((unit & 0xFC00) == 0xD800)
            lead_ = unit;
        else
            to.put(unit);
    }

    /// Whether the last unit was a lead surrogate, which needs a trail surrogate.
    constexpr bool is_waiting() const noexcept { return lead_ != 0; }
    constexpr void drop() noexcept { lead_ = 0; }

  private:
    char16_t lead_ = 0;
};

enum class byte_order : unsigned char { unknown, big, little };

/// Decodes UTF-16 (RFC 2781). As in the WHATWG Encoding Standard (section 14.2.1), an unpaired
/// surrogate becomes one U+FFFD, and so do the octets that are left at the end. If the byte order
/// is unknown, a byte order mark declares it and is not part of the text (RFC 2781 sections 3.2 and
/// 3.3); without a mark it is little-endian, as in the standard. If the order is known, U+FEFF is
/// text.
class utf16_decoder {
  public:
    explicit constexpr utf16_decoder(byte_order order) noexcept : order_{order} {}

    constexpr std::size_t copy_plain(std::string_view, std::size_t at,
                                     utf8_writer&) const noexcept {
        return at;
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        auto const second = static_cast<unsigned char>(octet);
        if (!has_first_) {
            first_ = second;
            has_first_ = true;
            return;
        }
        has_first_ = false;
        if (order_ == byte_order::unknown) {
            bool const is_big = first_ == 0xFE && second == 0xFF;
            bool const is_little = first_ == 0xFF && second == 0xFE;
            order_ = is_big ? byte_order::big : byte_order::little;
            was_assumed_ = !is_big && !is_little;
            if (!was_assumed_) return;
        }
        units_.take(order_ == byte_order::big ? unit(first_, second) : unit(second, first_), to);
    }
    constexpr void finish(utf8_writer& to) const noexcept {
        auto const left = (units_.is_waiting() ? 2u : 0u) + (has_first_ ? 1u : 0u);
        if (left != 0) to.replace(left, 0);
    }

    /// Whether the order was unknown, and there was no byte order mark.
    constexpr bool order_was_assumed() const noexcept { return was_assumed_; }

  private:
    static constexpr char16_t unit(unsigned high, unsigned low) noexcept {
        return static_cast<char16_t>(high << 8 | low);
    }
    surrogate_joiner units_;
    byte_order order_;
    unsigned char first_ = 0; // the first octet of a unit, if has_first_
    bool has_first_ = false;
    bool was_assumed_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
