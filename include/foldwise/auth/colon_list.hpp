#ifndef FOLDWISE_AUTH_COLON_LIST_HPP
#define FOLDWISE_AUTH_COLON_LIST_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

class colon_walker {
  public:
    constexpr colon_walker() = default;
    constexpr colon_walker(std::string_view list, std::size_t offset) noexcept
        : list_{list}, offset_{offset}, first_{0}, last_{scan::octet(list, ':', 0)} {}
    explicit constexpr colon_walker(diagnostic const& error) noexcept
        : error_{error}, has_error_{true}, first_{0} {}

    constexpr bool at_end() const noexcept { return first_ > list_.size(); }
    constexpr result<std::string_view> current() const noexcept {
        if (has_error_) return error_;
        auto const item = trim_fws(list_.substr(first_, last_ - first_));
        if (!item.empty() && scan::not_in(ftext, item, 0) == item.size()) return item;
        return diagnostic{diagnostic_code::tag_value_malformed, offset_ + first_, last_ - first_};
    }
    constexpr void advance() noexcept {
        first_ = last_ + 1;
        if (!at_end()) last_ = scan::octet(list_, ':', first_);
    }
    constexpr std::size_t position() const noexcept { return first_; }

  private:
    std::string_view list_;
    std::size_t offset_ = 0;
    diagnostic error_; // if has_error_, it is the only element
    bool has_error_ = false;
    std::size_t first_ = 1; // where the item starts; list_.size() + 1 if no item is left
    std::size_t last_ = 0;  // where the item ends: at its colon, or at the end of the list
};

} // namespace detail

/// The list in the value of a tag, such as the names of the signed fields and the query methods of
/// a DKIM signature (RFC 6376 section 3.5):
///     sig-h-tag = %x68 [FWS] "=" [FWS] hdr-name *( [FWS] ":" [FWS] hdr-name )
///     colon_list{"Received : From:\r\n To"}  ->  "Received", "From", "To"
/// Each element is an item without the white space at both ends, or an error. The error is
/// tag_value_malformed, which covers all octets between the colons, if the item is empty or
/// contains white space or an octet that is not printable ASCII. A malformed item does not affect
/// the others. An empty value is a list of one malformed item. If the list cannot be read, the only
/// element is the diagnostic that says why. A forward, borrowed range over the caller's bytes;
/// allocates nothing; O(list). Total.
class colon_list {
  public:
    using iterator = walk_iterator<detail::colon_walker>;

    constexpr colon_list() = default;

    /// `raw` is a tag's raw_value(), and `offset` is where it starts in the tag list. Offsets of
    /// diagnostics count from the start of the tag list. Searches for the end of the first item.
    explicit constexpr colon_list(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                                  std::size_t offset = 0) noexcept
        : raw_{raw}, first_{raw, offset} {}
    template <owning_temporary T>
    explicit colon_list( // it would dangle: keep the string in a variable first
        T&&, std::size_t = 0) = delete;

    /// A list that cannot be read.
    explicit constexpr colon_list(diagnostic const& error) noexcept : first_{error} {}

    /// The list, unchanged; empty if it cannot be read.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

  private:
    std::string_view raw_;
    detail::colon_walker first_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::colon_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::colon_list> = true;

#endif
