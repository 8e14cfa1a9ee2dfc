#ifndef FOLDWISE_CHARSET_DETAIL_HZ_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_HZ_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/seven_bit_sets.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes HZ-GB-2312 (RFC 1843): ASCII, and GB 2312 in two octets of seven bits between "~{" and
/// "~}". "~~" is "~", and "~" at the end of a line joins it with the next one.
///     "~{VPND~}!"   ->  U+4E2D U+6587 "!"
/// If the "~}" is missing, GB 2312 ends with the line. Control characters and spaces in it are
/// text. U+FFFD replaces octets beyond ASCII, pairs of octets without a character, a first octet
/// without a second one, and a "~" before any other octet.
class hz_decoder {
  public:
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return is_chinese_ || tilde_size_ != 0 ? at : to.copy_ascii<'~'>(octets, at);
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) const noexcept {
        return is_between() ? take_pairs(octets, at, to, pair) : at;
    }
    constexpr bool is_between() const noexcept {
        return is_chinese_ && lead_ == 0 && tilde_size_ == 0;
    }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        return gb2312_pair(lead, trail);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        if (tilde_size_ == 0)
            take_text(octet, to);
        else if (tilde_size_ == 1 && octet == '\r')
            tilde_size_ = 2;
        else
            take_after_tilde(octet, to);
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (tilde_size_ != 0) read_tilde_as_text(tilde_size_, 0, to);
        if (lead_ != 0) to.replace(1, 0);
        lead_ = 0;
    }

  private:
    constexpr void take_after_tilde(char octet, utf8_writer& to) noexcept {
        auto const size = tilde_size_;
        tilde_size_ = 0;
        if (octet == '\n') return;
        if (size == 1 && (octet == '{' || octet == '}')) {
            is_chinese_ = octet == '{';
        } else if (size == 1 && octet == '~' && !is_chinese_) {
            to.put('~');
        } else {
            read_tilde_as_text(size, 1, to);
            take_text(octet, to);
        }
    }
    /// Replaces the "~" of a sequence of `size` octets ("~", or "~" and CR), and writes the CR.
    /// `more` octets have been read after the sequence.
    constexpr void read_tilde_as_text(std::size_t size, std::size_t more,
                                      utf8_writer& to) noexcept {
        tilde_size_ = 0;
        to.replace(size + more, size + more - 1);
        if (size == 2) to.put('\r');
    }
    constexpr void take_text(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (lead_ != 0) {
            auto const lead = lead_;
            lead_ = 0;
            if (take_trail(pair, lead, next, to)) return;
        }
        if (octet == '~') {
            tilde_size_ = 1;
        } else if (next >= 0x80) {
            to.replace(1, 0);
        } else if (is_chinese_ && is_of_94(next)) {
            lead_ = static_cast<unsigned char>(next);
        } else {
            if (octet == '\n') is_chinese_ = false;
            to.put(next);
        }
    }

    bool is_chinese_ = false;      // after "~{"
    unsigned char lead_ = 0;       // the first octet of a pair; 0 if there is none
    unsigned char tilde_size_ = 0; // 1 after "~", 2 after "~" and CR
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
