#ifndef FOLDWISE_REPORT_DETAIL_FIELD_GROUPS_HPP
#define FOLDWISE_REPORT_DETAIL_FIELD_GROUPS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

class field_group_walker {
  public:
    constexpr field_group_walker() = default;
    explicit constexpr field_group_walker(std::string_view body) noexcept : rest_{body} {
        settle();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr header_section current() const noexcept {
        return header_section{rest_.substr(0, size_), header_place::elsewhere};
    }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        settle();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void settle() noexcept {
        while (auto const size = empty_line_size(rest_, 0)) rest_.remove_prefix(size);
        auto const end = find_header_end(rest_);
        size_ = end.found() ? end.position : rest_.size();
    }
    std::string_view rest_; // starts with the group
    std::size_t size_ = 0;  // of the group
};

/// The groups of fields in a body, separated by one or more empty lines (RFC 3464 section 2.1): a
/// message/delivery-status has one for the message and one for each recipient.
///     field_groups{"a: 1\n\nb: 2\nc: 3\n"}  ->  "a: 1\n", "b: 2\nc: 3\n"
/// Lossless: every octet is in a group or in an empty line. A line of white space is not empty: as
/// in the header section of a message, it continues the field before it. Total: any bytes form
/// groups, perhaps of fields without names. A forward, borrowed range over the caller's bytes. A
/// traversal is O(body), and the constructor finds the end of the first group.
class field_groups : public walk_range<detail::field_group_walker> {
  public:
    constexpr field_groups() = default;
    /// `body` has no transfer encoding.
    explicit constexpr field_groups(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::field_group_walker{body}} {}
    template <owning_temporary T>
    explicit field_groups(T&&) = delete; // it would dangle: keep the string in a variable first
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

template <>
inline constexpr bool std::ranges::enable_view<foldwise::detail::field_groups> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::detail::field_groups> = true;

#endif
