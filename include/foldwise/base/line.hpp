#ifndef FOLDWISE_BASE_LINE_HPP
#define FOLDWISE_BASE_LINE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How a line ends: with CRLF, with LF alone, or with the input. A CR anywhere else is an octet of
/// the line.
enum class line_ending : unsigned char { none, lf, crlf };

/// The line ending at the end of `bytes`.
///     ending_of("a\r\n")  ->  line_ending::crlf
constexpr line_ending ending_of(std::string_view bytes) noexcept {
    if (!bytes.ends_with('\n')) return line_ending::none;
    bool const has_cr = bytes.size() > 1 && bytes[bytes.size() - 2] == '\r';
    return has_cr ? line_ending::crlf : line_ending::lf;
}

/// How many octets a line ending has: 0, 1 or 2.
constexpr std::size_t size_of(line_ending ending) noexcept {
    return static_cast<std::size_t>(ending);
}

/// `bytes` without the line ending at the end. Only one is removed.
///     without_ending("a\n\r\n")  ->  "a\n"
constexpr std::string_view without_ending(std::string_view bytes) noexcept {
    return {bytes.data(), bytes.size() - size_of(ending_of(bytes))};
}

/// The size of the line that starts at `at` if it is empty: 1 for LF, 2 for CRLF.
/// 0 if it is not empty, or ends without a line ending.
///     empty_line_size("a\n\r\n", 2)  ->  2
constexpr std::size_t empty_line_size(std::string_view bytes, std::size_t at) noexcept {
    if (at == bytes.size()) return 0;
    if (bytes[at] == '\n') return 1;
    bool const is_crlf = bytes[at] == '\r' && at + 1 != bytes.size() && bytes[at + 1] == '\n';
    return is_crlf ? 2 : 0;
}

/// One line, its ending included. Borrows; every member is O(1).
class line {
  public:
    constexpr line() = default;
    /// `raw` is the line with its ending, as `lines` cuts it.
    explicit constexpr line(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept : raw_{raw} {}
    template <owning_temporary T>
    explicit line(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr std::string_view raw() const noexcept { return raw_; }
    /// The line without its ending, and the ending.
    constexpr std::string_view text() const noexcept { return without_ending(raw_); }
    constexpr line_ending ending() const noexcept { return ending_of(raw_); }

  private:
    std::string_view raw_;
};

/// The lines of some bytes, in order (RFC 5322 section 2.1). LF alone also ends a line.
///     lines{"a\r\nb"}  ->  "a\r\n", "b"
/// Lossless: the lines' `raw()`, concatenated, are the bytes. If there are no bytes, there are no
/// lines; a line ending at the very end starts no further line. A forward, borrowed range that
/// points into the bytes; a traversal is O(n).
class lines {
  public:
    using iterator = walk_iterator<front_walker<line, scan::line_feed>>;

    constexpr lines() = default;
    explicit constexpr lines(std::string_view bytes FOLDWISE_LIFETIMEBOUND) noexcept
        : bytes_{bytes} {}
    template <owning_temporary T>
    explicit lines(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr iterator begin() const noexcept {
        return iterator{front_walker<line, scan::line_feed>{bytes_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return bytes_.empty(); }

  private:
    std::string_view bytes_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::lines> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::lines> = true;

#endif
