#ifndef FOLDWISE_CHARSET_DETAIL_ISO_2022_JP_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_ISO_2022_JP_DECODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/detail/seven_bit_sets.hpp>
#include <foldwise/charset/detail/single_byte_tables.hpp>
#include <foldwise/charset/detail/take_pairs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A set of characters that an escape sequence of ISO-2022-JP designates.
enum class designated_set : unsigned char {
    none,
    ascii,
    roman,    ///< JIS X 0201: ASCII with a yen sign and an overline
    katakana, ///< JIS X 0201: half-width katakana
    jis0208,
    jis0212, ///< from here on: ISO-2022-JP-2
    gb2312,
    ksc5601,
    latin, ///< ISO-8859-1, from A0 on
    greek, ///< ISO-8859-7, from A0 on
};

/// The octets after ESC, and the set that they designate.
struct designation {
    std::string_view octets;
    designated_set set;
};
inline constexpr designation designations[] = {
    {"(B", designated_set::ascii},    {"(J", designated_set::roman},
    {"(I", designated_set::katakana}, {"$B", designated_set::jis0208},
    {"$@", designated_set::jis0208},  {"$A", designated_set::gb2312},
    {"$(C", designated_set::ksc5601}, {"$(D", designated_set::jis0212},
    {".A", designated_set::latin},    {".F", designated_set::greek},
};
inline constexpr std::size_t designations_of_iso_2022_jp = 5;

/// Decodes ISO-2022-JP (WHATWG Encoding Standard, section 13.2.1; RFC 1468) and ISO-2022-JP-2 (RFC
/// 1554). A text starts in ASCII. An escape sequence designates the set of the octets after it:
///     ESC $ B $ 3 $ s ESC ( B !   ->  U+3053 U+3093 "!"
/// In ISO-2022-JP-2, `ESC .` designates a second set, up to the end of the line; `ESC N` takes one
/// character from it:
///     ESC . A ESC N i   ->  U+00E9
/// U+FFFD replaces an octet that is not in the set, a pair of octets without a character, and the
/// ESC of an unknown sequence, whose other octets are text. In ISO-2022-JP, it also replaces an
/// escape sequence directly after another one, as the standard requires.
class iso_2022_jp_decoder {
  public:
    constexpr iso_2022_jp_decoder() = default;
    /// For iso_2022_jp or iso_2022_jp_2.
    explicit constexpr iso_2022_jp_decoder(charset from) noexcept
        : is_extended_{from == charset::iso_2022_jp_2} {}

    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) noexcept {
        if (set_ != designated_set::ascii || escape_size_ != 0) return at;
        if (second_set_ != designated_set::none) return at; // it ends with the line
        auto const end = to.copy_ascii<'\x0E', '\x0F', '\x1B'>(octets, at);
        if (end != at) is_after_escape_ = false;
        return end;
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) noexcept {
        if (lead_ != 0 || escape_size_ != 0) return at;
        auto const end = set_ == designated_set::jis0208 ? take_pairs(octets, at, to, jis0208_pair)
                                                         : take_other_pairs(octets, at, to);
        if (end != at) is_after_escape_ = false;
        return take_common_escape(octets, end, to);
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        if (escape_size_ == 0)
            take_text(octet, to);
        else
            take_escape(octet, to);
    }
    constexpr void finish(utf8_writer& to) noexcept {
        if (escape_size_ != 0) read_escape_as_text(to);
        if (lead_ != 0) to.replace(1, 0);
        lead_ = 0;
    }

  private:
    constexpr char32_t pair(unsigned lead, unsigned trail) const noexcept {
        switch (set_) {
        case designated_set::jis0208: return jis0208_pair(lead, trail);
        case designated_set::jis0212: return jis0212_pair(lead, trail);
        case designated_set::gb2312: return gb2312_pair(lead, trail);
        case designated_set::ksc5601: return ksc5601_pair(lead, trail);
        default: return 0;
        }
    }
    constexpr std::size_t take_other_pairs(std::string_view octets, std::size_t at,
                                           utf8_writer& to) const noexcept {
        return take_pairs(octets, at, to, [this](unsigned lead, unsigned trail) noexcept {
            return pair(lead, trail);
        });
    }
    /// Takes an escape sequence at `at`, if it is one of the two that nearly all mail has.
    constexpr std::size_t take_common_escape(std::string_view octets, std::size_t at,
                                             utf8_writer& to) noexcept {
        if (octets.size() - at < 3 || octets[at] != '\x1B' || octets[at + 2] != 'B') return at;
        if (octets[at + 1] != '$' && octets[at + 1] != '(') return at;
        to.pass(3);
        escape_size_ = 3;
        designate(octets[at + 1] == '$' ? designated_set::jis0208 : designated_set::ascii, to);
        return at + 3;
    }
    constexpr void take_text(char octet, utf8_writer& to) noexcept {
        auto const next = number_of(octet);
        if (octet == '\x1B') {
            if (lead_ != 0) to.replace(2, 1);
            lead_ = 0;
            escape_size_ = 1;
            return;
        }
        is_after_escape_ = false;
        if (octet == '\n') second_set_ = designated_set::none;
        if (set_ >= designated_set::jis0208) return take_of_pair(next, to);
        bool const is_shift = octet == '\x0E' || octet == '\x0F';
        if (set_ == designated_set::katakana && is_from(0x21, 0x5F, next))
            to.put(0xFF61 - 0x21 + next);
        else if (set_ == designated_set::katakana || next >= 0x80 || is_shift)
            to.replace(1, 0);
        else if (set_ == designated_set::roman && octet == '\\')
            to.put(0xA5);
        else if (set_ == designated_set::roman && octet == '~')
            to.put(0x203E);
        else
            to.put(next);
    }
    constexpr void take_of_pair(unsigned octet, utf8_writer& to) noexcept {
        auto const lead = lead_;
        lead_ = 0;
        if (lead == 0 && is_of_94(octet))
            lead_ = static_cast<unsigned char>(octet);
        else if (auto const c = lead != 0 ? pair(lead, octet) : 0)
            to.put(c);
        else
            to.replace(lead != 0 ? 2 : 1, 0);
    }

    /// Takes the next octet of an escape sequence.
    constexpr void take_escape(char octet, utf8_writer& to) noexcept {
        escape_[escape_size_++ - 1] = octet;
        auto const octets = octets_at(escape_, escape_size_ - 1u);
        if (is_extended_ && octets[0] == 'N') {
            if (octets.size() == 2) take_from_second_set(octet, to);
            return;
        }
        std::size_t count = is_extended_ ? std::size(designations) : designations_of_iso_2022_jp;
        for (auto const& each : designations) {
            if (count-- == 0) break;
            if (!each.octets.starts_with(octets)) continue;
            if (each.octets.size() == octets.size()) designate(each.set, to);
            return;
        }
        read_escape_as_text(to);
    }
    constexpr void designate(designated_set set, utf8_writer& to) noexcept {
        std::size_t const size = escape_size_;
        escape_size_ = 0;
        (set >= designated_set::latin ? second_set_ : set_) = set;
        if (is_after_escape_ && !is_extended_) to.replace(size, 0);
        is_after_escape_ = true;
    }
    constexpr void take_from_second_set(char octet, utf8_writer& to) noexcept {
        auto const at = number_of(octet);
        char32_t c = 0xFFFD;
        if (is_from(0x20, 0x7F, at)) {
            if (second_set_ == designated_set::latin) c = at + 0x80;
            if (second_set_ == designated_set::greek)
                c = single_byte_table(charset::iso_8859_7)[at];
        }
        if (c == 0xFFFD) return read_escape_as_text(to);
        escape_size_ = 0;
        to.put(c);
    }
    /// Replaces the ESC of a sequence that is not one, and reads its other octets.
    constexpr void read_escape_as_text(utf8_writer& to) noexcept {
        std::size_t const size = escape_size_;
        escape_size_ = 0;
        is_after_escape_ = false;
        to.replace(size, size - 1);
        for (std::size_t i = 0; i + 1 < size; ++i) take_text(escape_[i], to);
    }

    designated_set set_ = designated_set::ascii;
    designated_set second_set_ = designated_set::none;
    unsigned char lead_ = 0;        // the first octet of a pair; 0 if there is none
    unsigned char escape_size_ = 0; // of an escape sequence that is not complete, with its ESC
    char escape_[3] = {};           // its octets after ESC
    bool is_after_escape_ = false;  // whether nothing came after the last escape sequence
    bool is_extended_ = false;      // whether this is ISO-2022-JP-2
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
