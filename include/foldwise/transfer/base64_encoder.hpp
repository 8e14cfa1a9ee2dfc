#ifndef FOLDWISE_TRANSFER_BASE64_ENCODER_HPP
#define FOLDWISE_TRANSFER_BASE64_ENCODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/config.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/detail/encoded_lines.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The size of `size` octets in base64, in these lines. The last line has no ending. O(1).
///     base64_encoded_size(58)  ->  82     76, CRLF, 4
constexpr std::size_t base64_encoded_size(std::size_t size, encoded_lines lines = {}) noexcept {
    FOLDWISE_ASSERT(lines.length >= 4);
    auto const quanta = size / 3 + (size % 3 == 0 ? 0u : 1u);
    auto const breaks = quanta == 0 ? 0 : (quanta - 1) / (lines.length / 4);
    return 4 * quanta + breaks * size_of(lines.ending);
}

/// Encodes `octets` in base64 (RFC 2045 section 6.8, RFC 4648 section 4) to `to`, which must have
/// room for base64_encoded_size(octets.size(), lines) octets. Returns that size.
///     encode_base64("Hello", to)  ->  8, "SGVsbG8="
/// Lines are whole quanta: their length is rounded down to a multiple of four. With
/// line_ending::none, the result is one line. Allocates nothing; O(octets).
constexpr std::size_t encode_base64(std::string_view octets, char* to,
                                    encoded_lines lines = {}) noexcept {
    FOLDWISE_ASSERT(lines.length >= 4);
    auto const at = [octets](std::size_t i) {
        return i < octets.size() ? std::uint32_t{static_cast<unsigned char>(octets[i])} : 0;
    };
    auto const ending = octets_of(lines.ending);
    std::size_t written = 0;
    std::size_t quanta = lines.length / 4; // for which the line has room
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        if (quanta == 0) {
            written += ending.copy(to + written, ending.size());
            quanta = lines.length / 4;
        }
        --quanta;
        auto const bits = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        auto const left = octets.size() - i;
        to[written++] = base64_alphabet[bits >> 18];
        to[written++] = base64_alphabet[bits >> 12 & 63];
        to[written++] = left > 1 ? base64_alphabet[bits >> 6 & 63] : '=';
        to[written++] = left > 2 ? base64_alphabet[bits & 63] : '=';
    }
    return written;
}

/// Octets that are encoded in base64 when they are written; see encode_base64.
///     base64_encoded{"Hello"}.to_string()  ->  "SGVsbG8="
/// Borrows the octets; allocates only in `to_string` and `append_to`.
class base64_encoded {
  public:
    constexpr base64_encoded() = default;
    /// Encodes `octets` in lines of this form.
    explicit constexpr base64_encoded(std::string_view octets FOLDWISE_LIFETIMEBOUND,
                                      encoded_lines lines = {}) noexcept
        : octets_{octets}, lines_{lines} {}
    template <owning_temporary T>
    explicit base64_encoded( // it would dangle: keep the string in a variable first
        T&&, encoded_lines = {}) = delete;

    /// The size of to_string(). O(1).
    constexpr std::size_t length() const noexcept {
        return base64_encoded_size(octets_.size(), lines_);
    }
    /// Appends the encoded octets to `text`. Allocates length() octets.
    constexpr void append_to(std::string& text) const {
        auto const before = text.size();
        text.resize(before + length());
        encode_base64(octets_, text.data() + before, lines_);
    }
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

  private:
    std::string_view octets_;
    encoded_lines lines_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
