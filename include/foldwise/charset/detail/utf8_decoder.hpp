#ifndef FOLDWISE_CHARSET_DETAIL_UTF8_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_UTF8_DECODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Repairs UTF-8 (RFC 3629) as the WHATWG Encoding Standard (section 8.1.1) and Unicode (section
/// 3.9, "Substitution of Maximal Subparts") require: the longest start of an incomplete character
/// becomes one U+FFFD, and so does each octet that cannot start a character.
class utf8_decoder {
  public:
    /// The end of the octets from `at` on that are well-formed characters.
    constexpr std::size_t plain_end(std::string_view octets, std::size_t at) const noexcept {
        if (size_ != 0) return at;
        while (at < octets.size()) {
            if (is_ascii(octets[at])) {
                ++at;
                // In text beyond ASCII, ASCII is a single character, or a long run.
                if (at < octets.size() && is_ascii(octets[at])) at = ascii_end(octets, at + 1);
                continue;
            }
            if (is_of_two(octets, at)) {
                at += 2;
                continue;
            }
            if (is_of_three(octets, at)) {
                at += 3;
                continue;
            }
            auto const character = utf8_character_at(octets, at);
            if (!character.is_well_formed) break;
            at += character.size;
        }
        return at;
    }
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        if (size_ == 0) at = to.copy_ascii(octets, at);
        auto const end = at < octets.size() ? plain_end(octets, at) : at;
        to.pass(end - at);
        to.copy(octets.substr(at, end - at));
        return end;
    }
    constexpr void take(char octet, utf8_writer& to) noexcept {
        octets_[size_++] = octet;
        while (size_ != 0) {
            auto const character = utf8_character_at(octets_at(octets_, size_), 0);
            if (character.is_well_formed) {
                to.copy(octets_at(octets_, size_));
                size_ = 0;
                return;
            }
            if (character.size == size_ && starts_character(octets_[0])) return;
            // The octets before `octet` were the start of a character, and become U+FFFD. `octet`
            // is left, unless it was the only one.
            to.replace(size_, size_ - character.size);
            size_ -= character.size;
            octets_[0] = octet;
        }
    }
    constexpr void finish(utf8_writer& to) const noexcept {
        if (size_ != 0) to.replace(size_, 0);
    }

  private:
    static constexpr bool is_ascii(char octet) noexcept {
        return static_cast<unsigned char>(octet) < 0x80;
    }
    /// Whether the character at `at` is well-formed and has two octets.
    static constexpr bool is_of_two(std::string_view octets, std::size_t at) noexcept {
        auto const lead = static_cast<unsigned char>(octets[at]);
        return lead >= 0xC2 && lead < 0xE0 && octets.size() - at > 1 &&
               (static_cast<unsigned char>(octets[at + 1]) & 0xC0) == 0x80;
    }
    /// Whether the character at `at` is well-formed, has three octets, and does not start with E0
    /// or ED, whose second octets have other limits.
    static constexpr bool is_of_three(std::string_view octets, std::size_t at) noexcept {
        auto const lead = static_cast<unsigned char>(octets[at]);
        return lead > 0xE0 && lead < 0xF0 && lead != 0xED && octets.size() - at > 2 &&
               (static_cast<unsigned char>(octets[at + 1]) & 0xC0) == 0x80 &&
               (static_cast<unsigned char>(octets[at + 2]) & 0xC0) == 0x80;
    }
    static constexpr bool starts_character(char octet) noexcept {
        auto const value = static_cast<unsigned char>(octet);
        return value >= 0xC2 && value <= 0xF4;
    }
    char octets_[4] = {}; // the start of an incomplete character
    std::size_t size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
