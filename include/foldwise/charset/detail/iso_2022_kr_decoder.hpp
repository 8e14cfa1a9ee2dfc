#ifndef FOLDWISE_CHARSET_DETAIL_ISO_2022_KR_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_ISO_2022_KR_DECODER_HPP

#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/detail/seven_bit_sets.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes ISO-2022-KR (RFC 1557): ASCII, and KS C 5601 in two octets of seven bits between SO and
/// SI. `ESC $ ) C` declares that at the start of a text.
///     ESC $ ) C SO 0 ! SI !   ->  U+AC00 "!"
/// The declaration may be anywhere, or missing. If the SI is missing, KS C 5601 ends with the line.
/// U+FFFD replaces octets beyond ASCII, pairs of octets without a character, a first octet without
/// a second one, and the ESC of any other sequence.
class iso_2022_kr_decoder {
  public:
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return is_shifted_ || escape_size_ != 0 ? at
                                                : to.copy_ascii<'\x0E', '\x0F', '\x1B'>(octets, at);
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) const noexcept {
        return is_between() ? take_pairs(octets, at, to, pair) : at;
    }
    constexpr bool is_between() const noexcept {
        return is_shifted_ && lead_ == 0 && escape_size_ == 0;
    }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        return ksc5601_pair(lead, trail);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        if (escape_size_ == 0) return take_text(octet, to);
        if (octet != declaration[escape_size_]) {
            read_escape_as_text(1, to);
            take_text(octet, to);
        } else if (++escape_size_ == declaration.size()) {
            escape_size_ = 0;
        }
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (escape_size_ != 0) read_escape_as_text(0, to);
        if (lead_ != 0) to.replace(1, 0);
        lead_ = 0;
    }

  private:
    static constexpr std::string_view declaration = "\x1B$)C";

    constexpr void take_text(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (lead_ != 0) {
            auto const lead = lead_;
            lead_ = 0;
            if (take_trail(pair, lead, next, to)) return;
        }
        if (octet == '\x1B') {
            escape_size_ = 1;
        } else if (octet == '\x0E' || octet == '\x0F') {
            is_shifted_ = octet == '\x0E';
        } else if (next >= 0x80) {
            to.replace(1, 0);
        } else if (is_shifted_ && is_of_94(next)) {
            lead_ = static_cast<unsigned char>(next);
        } else {
            if (octet == '\n') is_shifted_ = false;
            to.put(next);
        }
    }
    /// Replaces the ESC of a sequence that is not the declaration, and reads its other octets.
    /// `more` octets have been read after the sequence.
    constexpr void read_escape_as_text(std::size_t more, utf8_writer& to) noexcept {
        std::size_t const size = escape_size_;
        escape_size_ = 0;
        to.replace(size + more, size + more - 1);
        for (auto const octet : declaration.substr(1, size - 1)) take_text(octet, to);
    }

    bool is_shifted_ = false;       // after SO
    unsigned char lead_ = 0;        // the first octet of a pair; 0 if there is none
    unsigned char escape_size_ = 0; // how much of the declaration has been read
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
