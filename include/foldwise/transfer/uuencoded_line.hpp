#ifndef FOLDWISE_TRANSFER_UUENCODED_LINE_HPP
#define FOLDWISE_TRANSFER_UUENCODED_LINE_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The offset after the line at `at`.
constexpr std::size_t after_line(std::string_view text, std::size_t at) noexcept {
    auto const end = scan::line_feed(text, at);
    return end == text.size() ? end : end + 1;
}

/// The line at `at`, without its ending. Of a longer line, the first 127 octets: more than any line
/// of data has.
constexpr std::string_view uuencoded_text_at(std::string_view text, std::size_t at) noexcept {
    return without_ending(text.substr(at, after_line(text, at) - at)).substr(0, 127);
}

/// The value of an octet, from 0 to 63; 64 if it is not in the alphabet.
constexpr unsigned uuencode_value(char octet) noexcept {
    auto const value = static_cast<unsigned char>(octet);
    return value < 0x20 || value > 0x60 ? 64U : (value - 0x20U) & 63U;
}

/// How many characters follow the first one in a line of `octets` octets.
constexpr std::size_t uuencoded_characters(std::size_t octets) noexcept {
    return (octets + 2) / 3 * 4;
}

/// An octet of a line of data. Characters that are missing are spaces.
constexpr char uuencoded_octet(std::string_view line, std::size_t index) noexcept {
    auto const value = [line](std::size_t at) {
        return at < line.size() ? uuencode_value(line[at]) & 63U : 0U;
    };
    auto const at = 1 + index / 3 * 4 + index % 3;
    auto const shift = 2 * (index % 3);
    auto const bits = value(at) << (shift + 2) | value(at + 1) >> (4 - shift);
    return static_cast<char>(static_cast<unsigned char>(bits & 0xFF));
}

enum class uuencoded_line_kind : unsigned char {
    begin, ///< begin 664 test.txt
    data,
    last, ///< a line without octets
    end,
    other,
};

/// A "begin" line: three or four octal digits, and a name.
struct uuencode_begin {
    std::string_view mode; ///< empty if it is not such a line
    std::string_view name;
};
/// The permissions and the name in a line, of which `rest` is what follows the first word.
constexpr uuencode_begin mode_and_name_of(std::string_view rest) noexcept {
    constexpr char_class octal{"01234567"};
    if (rest.empty() || rest.front() != ' ') return {};
    rest.remove_prefix(1);
    auto const digits = scan::not_in(octal, rest, 0);
    if (digits < 3 || digits > 4 || digits == rest.size() || rest[digits] != ' ') return {};
    auto const name = trim(rest.substr(digits), wsp);
    return name.empty() ? uuencode_begin{} : uuencode_begin{rest.substr(0, digits), name};
}
constexpr uuencode_begin uuencode_begin_of(std::string_view line) noexcept {
    constexpr std::string_view word = "begin";
    if (!line.starts_with(word)) return {};
    return mode_and_name_of(line.substr(word.size()));
}

/// What a line is, without regard to its place. A line of data may have one character more, which
/// some programs add as a checksum, and white space at its end. White space at its end may be
/// missing.
constexpr uuencoded_line_kind uuencoded_kind_of(std::string_view line) noexcept {
    using enum uuencoded_line_kind;
    if (line.empty()) return last;
    if (line.front() == 'b') return uuencode_begin_of(line).mode.empty() ? other : begin;
    if (line.front() == 'e') return trim_end(line, wsp) == "end" ? end : other;
    auto const octets = uuencode_value(line.front());
    if (octets == 64) return other;
    auto const characters = uuencoded_characters(octets);
    if (trim_end(line, wsp).size() > characters + 2) return other;
    for (auto const octet : line.substr(1, characters))
        if (uuencode_value(octet) == 64) return other;
    // Where white space at the end is missing, all of it is.
    if (octets != 0 && line.size() <= characters && line.back() == ' ') return other;
    return octets == 0 ? last : data;
}

/// How many octets a line of data has.
constexpr std::size_t uuencoded_octets(std::string_view line) noexcept {
    return uuencode_value(line.front());
}

/// Whether a line of data has all its characters.
constexpr bool is_complete(std::string_view line) noexcept {
    return line.size() > uuencoded_characters(uuencoded_octets(line));
}

/// Where a reader is in a text with uuencoded files.
class uuencode_state {
  public:
    /// Takes the next line, and returns how many octets of data it has.
    constexpr std::size_t take(std::string_view line) noexcept {
        using enum uuencoded_line_kind;
        auto const kind = uuencoded_kind_of(line);
        bool const is_first = is_first_;
        is_first_ = is_first_ && line.empty();
        if (kind == begin) {
            place_ = place::inside;
        } else if (place_ == place::outside) {
            // Without a "begin" line, data is recognized by its first line.
            if (!is_first || kind != data || !is_complete(line)) return 0;
            place_ = place::inside;
        } else if (kind == other || kind == end || (kind == data && place_ == place::after_last)) {
            place_ = place::outside;
        } else if (kind == last && !line.empty()) {
            place_ = place::after_last;
        }
        return place_ == place::inside && kind == data ? uuencoded_octets(line) : 0;
    }

    constexpr bool is_inside() const noexcept { return place_ != place::outside; }

  private:
    enum class place : unsigned char { outside, inside, after_last } place_ = place::outside;
    bool is_first_ = true; // whether there have been only empty lines
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
