#ifndef FOLDWISE_TRANSFER_QUOTED_PRINTABLE_ENCODER_HPP
#define FOLDWISE_TRANSFER_QUOTED_PRINTABLE_ENCODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/detail/encoded_lines.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How line endings are encoded in quoted-printable (RFC 2045 section 6.7). The lines of text stay
/// lines. Binary octets have no lines: CR and LF are written as =0D and =0A.
enum class quoted_printable_content : unsigned char { text, binary };

/// The maximum size of `size` octets in quoted-printable, in these lines. O(1).
constexpr std::size_t quoted_printable_encoded_size_limit(std::size_t size,
                                                          encoded_lines lines = {}) noexcept {
    FOLDWISE_ASSERT(lines.length >= 4);
    auto const octets_a_line = (lines.length - 1) / 3;
    return 3 * size + size / octets_a_line * (1 + size_of(lines.ending));
}

/// Encodes `octets` in quoted-printable (RFC 2045 section 6.7) to `to`, which must have room for
/// quoted_printable_encoded_size_limit(octets.size(), lines) octets. Returns how many were written.
///     using enum quoted_printable_content;
///     encode_quoted_printable("caf\xC3\xA9 \n", text, to)  ->  14, "caf=C3=A9=20\r\n"
/// In text, each line ending, LF or CRLF, becomes that of `lines`; the last octet of white space
/// before it, and a CR elsewhere, are encoded. Soft line breaks are inserted where a line would
/// become too long. They need a line ending: line_ending::none is not allowed. Allocates nothing;
/// O(octets).
constexpr std::size_t encode_quoted_printable(std::string_view octets,
                                              quoted_printable_content content, char* to,
                                              encoded_lines lines = {}) noexcept {
    FOLDWISE_ASSERT(lines.length >= 4 && lines.ending != line_ending::none);
    constexpr auto plain = vchar - char_class{"="};
    auto const ending = octets_of(lines.ending);
    auto const ending_size = [octets, content](std::size_t at) {
        return content == quoted_printable_content::text ? empty_line_size(octets, at) : 0;
    };
    std::size_t written = 0;
    std::size_t column = 0;
    for (std::size_t at = 0; at < octets.size();) {
        if (auto const size = ending_size(at); size != 0) {
            written += ending.copy(to + written, ending.size());
            column = 0;
            at += size;
            continue;
        }
        char const octet = octets[at++];
        bool const is_last = at == octets.size() || ending_size(at) != 0; // of its line
        bool const is_itself = plain.contains(octet) || (wsp.contains(octet) && !is_last);
        std::size_t const width = is_itself ? 1 : 3;
        if (column + width > (is_last ? lines.length : lines.length - 1)) {
            to[written++] = '=';
            written += ending.copy(to + written, ending.size());
            column = 0;
        }
        column += width;
        if (is_itself) {
            to[written++] = octet;
        } else {
            constexpr std::string_view digits = "0123456789ABCDEF";
            auto const value = static_cast<unsigned char>(octet);
            to[written++] = '=';
            to[written++] = digits[value >> 4];
            to[written++] = digits[value & 15];
        }
    }
    return written;
}

/// Octets that are encoded in quoted-printable when they are written; see encode_quoted_printable.
///     using enum quoted_printable_content;
///     quoted_printable_encoded{"1 + 1 = 2", text}.to_string()  ->  "1 + 1 =3D 2"
/// Borrows the octets; allocates only in `to_string` and `append_to`.
class quoted_printable_encoded {
  public:
    constexpr quoted_printable_encoded() = default;
    /// Encodes `octets` in lines of this form.
    explicit constexpr quoted_printable_encoded(std::string_view octets FOLDWISE_LIFETIMEBOUND,
                                                quoted_printable_content content,
                                                encoded_lines lines = {}) noexcept
        : octets_{octets}, lines_{lines}, content_{content} {}
    template <owning_temporary T>
    explicit quoted_printable_encoded( // it would dangle: keep the string in a variable first
        T&&, quoted_printable_content, encoded_lines = {}) = delete;

    /// Appends the encoded octets to `text`. Allocates quoted_printable_encoded_size_limit octets.
    constexpr void append_to(std::string& text) const {
        auto const before = text.size();
        text.resize(before + quoted_printable_encoded_size_limit(octets_.size(), lines_));
        text.resize(before +
                    encode_quoted_printable(octets_, content_, text.data() + before, lines_));
    }
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

  private:
    std::string_view octets_;
    encoded_lines lines_;
    quoted_printable_content content_ = quoted_printable_content::text;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
