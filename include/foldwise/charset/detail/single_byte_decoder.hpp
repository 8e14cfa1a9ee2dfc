#ifndef FOLDWISE_CHARSET_DETAIL_SINGLE_BYTE_DECODER_HPP
#define FOLDWISE_CHARSET_DETAIL_SINGLE_BYTE_DECODER_HPP

#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Decodes a single-byte charset: ASCII, and a table of the characters of the octets 80 to FF, with
/// U+FFFD for octets that have none (WHATWG Encoding Standard, section 9.1).
class single_byte_decoder {
  public:
    constexpr single_byte_decoder() = default;
    explicit constexpr single_byte_decoder(char16_t const* table) noexcept : table_{table} {}

    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const noexcept {
        return to.copy_ascii(octets, at);
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at,
                                   utf8_writer& to) const noexcept {
        auto const start = at;
        auto* end = to.end();
        for (; at < octets.size(); ++at) {
            auto const value = static_cast<unsigned char>(octets[at]);
            if (value < 0x80 || table_[value - 0x80] == 0xFFFD) break;
            end += write_utf8(table_[value - 0x80], end);
        }
        to.wrote(end, at - start);
        return at;
    }
    constexpr void take(char octet, utf8_writer& to) const noexcept {
        auto const value = static_cast<unsigned char>(octet);
        char32_t const c = value < 0x80 ? value : table_[value - 0x80];
        if (c == 0xFFFD)
            to.replace(1, 0);
        else
            to.put(c);
    }
    constexpr void finish(utf8_writer&) const noexcept {}

  private:
    char16_t const* table_ = nullptr; // 128 code points
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
