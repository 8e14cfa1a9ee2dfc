#ifndef FOLDWISE_DMARC_DMARC_URI_HPP
#define FOLDWISE_DMARC_DMARC_URI_HPP

#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A URI to which DMARC reports are sent (RFC 9989 section 4.8, RFC 7489 section 6.4), and
/// optionally the maximum size of a report in octets, which RFC 9989 tells senders of reports to
/// ignore.
///     dmarc-uri = URI [ "!" 1*DIGIT [ "k" / "m" / "g" / "t" ] ]
///     mailto:a@b.example!10m  ->  "mailto:a@b.example", 10 * 1024 * 1024
/// Borrows the record's bytes.
struct dmarc_uri {
    std::string_view uri;                 ///< where to send reports
    optional<std::uint64_t> maximum_size; ///< of a report, in octets
};

namespace detail {

/// The size in octets. The units are powers of 1024: "10m" is 10 * 1024 * 1024. Empty if the text
/// is malformed or the size does not fit in 64 bits.
constexpr optional<std::uint64_t> dmarc_size(std::string_view text) noexcept {
    constexpr std::string_view units = "kmgt";
    std::size_t power = 0;
    if (!text.empty() && alpha.contains(text.back())) {
        power = units.find(ascii_lower(text.back())) + 1; // npos: 0
        if (power == 0) return std::nullopt;
        text.remove_suffix(1);
    }
    auto const shift = 10 * power; // 1024 is 2 to the 10th
    auto const size = read_decimal(text, (std::numeric_limits<std::uint64_t>::max)() >> shift);
    return size ? optional{*size << shift} : std::nullopt;
}

/// Iterates over the items of a list, which commas separate. A list that cannot be read has its
/// error as its only element.
class dmarc_uri_walker {
  public:
    constexpr dmarc_uri_walker() = default;
    constexpr dmarc_uri_walker(std::string_view list, std::size_t offset) noexcept
        : list_{list}, offset_{offset}, first_{0}, last_{scan::octet(list, ',', 0)} {}
    explicit constexpr dmarc_uri_walker(diagnostic const& error) noexcept
        : first_{0}, error_{error} {}

    constexpr bool at_end() const noexcept { return first_ > list_.size(); }
    constexpr result<dmarc_uri> current() const noexcept {
        if (error_) return *error_;
        auto const item = trim_fws(list_.substr(first_, last_ - first_));
        auto const mark = item.find('!');
        auto const uri = item.substr(0, mark);
        auto const size = mark == item.npos ? std::nullopt : dmarc_size(item.substr(mark + 1));
        if (is_uri(uri) && (size || mark == item.npos)) return dmarc_uri{uri, size};
        return diagnostic{diagnostic_code::tag_value_malformed, offset_ + first_, last_ - first_};
    }
    constexpr void advance() noexcept {
        first_ = last_ + 1;
        if (!at_end()) last_ = scan::octet(list_, ',', first_);
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    std::string_view list_;
    std::size_t offset_ = 0;
    std::size_t first_ = 1;      // where the item starts; list_.size() + 1 if no item is left
    std::size_t last_ = 0;       // where the item ends: at its comma, or at the end of the list
    optional<diagnostic> error_; // if set, it is the only element
};

} // namespace detail

/// The list in a rua= or ruf= tag (RFC 9989 section 4.8).
///     dmarc-urilist = dmarc-uri *(*WSP "," *WSP dmarc-uri)
/// Each element is a `dmarc_uri`, or the error tag_value_malformed, which covers all octets between
/// the commas. A malformed element does not affect the others. If the list cannot be read, the only
/// element is the diagnostic that says why. A forward, borrowed range over the caller's bytes;
/// allocates nothing; O(list). Total.
class dmarc_uri_list {
  public:
    using iterator = walk_iterator<detail::dmarc_uri_walker>;

    /// An empty list.
    constexpr dmarc_uri_list() = default;

    /// `raw` is a tag's raw_value(), and `offset` is where it starts in the record. Offsets of
    /// diagnostics count from the start of the record.
    explicit constexpr dmarc_uri_list(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                      std::size_t offset = 0) noexcept
        : first_{raw, offset} {}
    template <owning_temporary T>
    explicit dmarc_uri_list( // it would dangle: keep the string in a variable first
        T&&, std::size_t = 0) = delete;

    /// A list that cannot be read.
    explicit constexpr dmarc_uri_list(diagnostic const& error) noexcept : first_{error} {}

    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_.at_end(); }

  private:
    detail::dmarc_uri_walker first_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::dmarc_uri_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::dmarc_uri_list> = true;

#endif
