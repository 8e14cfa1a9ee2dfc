#ifndef FOLDWISE_CHARSET_DETAIL_UTF7_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_UTF7_DECODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/utf16_decoder.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes UTF-7 (RFC 2152): ASCII in which "+" starts UTF-16 in base64 without padding. The base64
/// ends before the first octet that is not in its alphabet; if that is "-", it is dropped. "+-" is
/// "+".
///     "Hi Mom -+Jjo--!"  ->  "Hi Mom -", U+263A, "-!"
/// ASCII that has to be in base64 by the RFC, such as "~", is also read outside of it. U+FFFD
/// replaces each octet beyond ASCII, a "+" without base64 or "-" after it, an unpaired surrogate,
/// and bits that are left at the end of base64, if they are six or more, or not all zero.
class utf7_decoder {
  public:
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return in_base64_ ? at : to.copy_ascii<'+'>(octets, at);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        if (in_base64_) {
            if (auto const digit = base64_digit(octet)) {
                take_digit(*digit, to);
                return;
            }
            bool const was_empty = is_empty_;
            end_base64(to, 1);
            if (octet == '-') {
                if (was_empty) to.put('+');
                return;
            }
            if (was_empty) to.replace(2, 1);
        }
        if (octet == '+')
            in_base64_ = is_empty_ = true;
        else if (utf8_non_ascii.contains(octet))
            to.replace(1, 0);
        else
            to.copy(octets_at(&octet, 1));
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (in_base64_ && is_empty_) to.replace(1, 0);
        end_base64(to, 0);
    }

  private:
    static constexpr optional<std::uint32_t> base64_digit(char octet) noexcept {
        if (octet >= 'A' && octet <= 'Z') return static_cast<std::uint32_t>(octet - 'A');
        if (octet >= 'a' && octet <= 'z') return static_cast<std::uint32_t>(octet - 'a' + 26);
        if (octet >= '0' && octet <= '9') return static_cast<std::uint32_t>(octet - '0' + 52);
        if (octet == '+') return 62;
        if (octet == '/') return 63;
        return std::nullopt;
    }
    constexpr void take_digit(std::uint32_t digit, utf8_writer& to) noexcept {
        is_empty_ = false;
        bits_ = bits_ << 6 | digit;
        bit_count_ += 6;
        if (bit_count_ < 16) return;
        bit_count_ -= 16;
        units_.take(static_cast<char16_t>(bits_ >> bit_count_), to);
        bits_ &= (1u << bit_count_) - 1;
    }
    /// Ends the base64, after which `last` octets have been read.
    constexpr void end_base64(utf8_writer& to, std::size_t last) noexcept {
        if (bit_count_ >= 6 || bits_ != 0 || units_.is_waiting()) to.replace(last + 1, last);
        units_.drop();
        bits_ = 0;
        bit_count_ = 0;
        in_base64_ = false;
    }

    std::uint32_t bits_ = 0; // the first bits of the next unit
    unsigned char bit_count_ = 0;
    surrogate_joiner units_;
    bool in_base64_ = false;
    bool is_empty_ = true; // no digit after the "+" yet
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
