#ifndef FOLDWISE_TRANSFER_UUENCODE_ENCODER_HPP
#define FOLDWISE_TRANSFER_UUENCODE_ENCODER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/transfer/detail/encoded_lines.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The size of `size` octets in uuencoded lines of 45 octets, without "begin" and "end". O(1).
///     uuencoded_size(3)  ->  10    "#0V%T", CRLF, "`", CRLF
constexpr std::size_t uuencoded_size(std::size_t size,
                                     line_ending ending = line_ending::crlf) noexcept {
    auto const rest = size % 45;
    auto const last = rest == 0 ? 0 : 1 + (rest + 2) / 3 * 4 + size_of(ending);
    return size / 45 * (61 + size_of(ending)) + last + 1 + size_of(ending);
}

/// Encodes `octets` in uuencoded lines of 45 octets and the line "`" to `to`, which must have room
/// for uuencoded_size(octets.size(), ending) octets. Returns that size. Zeros are written as "`",
/// so that no line ends with white space. Allocates nothing; O(octets).
///     encode_uuencode("Cat", to)  ->  10, "#0V%T\r\n`\r\n"
constexpr std::size_t encode_uuencode(std::string_view octets, char* to,
                                      line_ending ending = line_ending::crlf) noexcept {
    auto const character = [](unsigned value) {
        return value == 0 ? '`' : static_cast<char>(static_cast<unsigned char>(value + 0x20));
    };
    auto const line_end = octets_of(ending);
    std::size_t written = 0;
    do {
        auto const line = octets.substr(0, 45);
        octets.remove_prefix(line.size());
        auto const at = [line](std::size_t i) {
            return i < line.size() ? unsigned{static_cast<unsigned char>(line[i])} : 0U;
        };
        to[written++] = character(static_cast<unsigned>(line.size()));
        for (std::size_t i = 0; i < line.size(); i += 3) {
            auto const bits = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
            for (int shift = 18; shift >= 0; shift -= 6)
                to[written++] = character(bits >> shift & 63U);
        }
        written += line_end.copy(to + written, line_end.size());
        if (line.empty()) return written;
    } while (true);
}

/// A file that is uuencoded when it is written, with its "begin" and "end" lines.
///     uuencoded{"Cat", "test.txt"}.to_string()  ->
///         "begin 644 test.txt\r\n#0V%T\r\n`\r\nend\r\n"
/// The name must not be empty, contain line endings, or start or end with white space. Borrows both
/// texts; allocates only in `to_string` and `append_to`.
class uuencoded {
  public:
    constexpr uuencoded() = default;
    /// Encodes `octets` as a file of this name.
    constexpr uuencoded(std::string_view octets FOLDWISE_LIFETIMEBOUND,
                        std::string_view name FOLDWISE_LIFETIMEBOUND,
                        line_ending ending = line_ending::crlf) noexcept
        : octets_{octets}, name_{name}, ending_{ending} {}
    template <owning_temporary T, class Name>
    uuencoded( // it would dangle: keep the string in a variable first
        T&&, Name&&, line_ending = {}) = delete;

    /// Appends the encoded file to `text`. Allocates.
    constexpr void append_to(std::string& text) const {
        auto const line_end = octets_of(ending_);
        text.append("begin 644 ").append(name_).append(line_end);
        auto const before = text.size();
        text.resize(before + uuencoded_size(octets_.size(), ending_));
        encode_uuencode(octets_, text.data() + before, ending_);
        text.append("end").append(line_end);
    }
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

  private:
    std::string_view octets_;
    std::string_view name_ = "file";
    line_ending ending_ = line_ending::crlf;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
