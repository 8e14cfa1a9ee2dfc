#ifndef FOLDWISE_REPORT_DETAIL_FIELD_GROUPS_HPP
#define FOLDWISE_REPORT_DETAIL_FIELD_GROUPS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

namespace detail {

class field_group_walker {
  public:
    constexpr field_group_walker() = default;
    explicit constexpr field_group_walker(std::string_view body) noexcept : rest_{body} {
        settle();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr header_section current() const noexcept {
        return header_section{rest_.substr(0, size_)};
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

} // namespace detail

/// The groups of fields that a body is made of, one or more empty lines between two (RFC 3464
/// section 2.1): a message/delivery-status has one for the message and one for each recipient.
///     field_groups{"a: 1\n\nb: 2\nc: 3\n"}  ->  "a: 1\n", "b: 2\nc: 3\n"
/// Lossless: what is not in a group is an empty line. As in the header section of a message, a
/// line that holds only white space is none, it continues the field before it. Total: any bytes
/// are groups, of fields without names maybe. A forward, borrowed range over the caller's
/// bytes; O(body), and making it costs the search for the end of the first group.
class field_groups : public walk_range<detail::field_group_walker> {
  public:
    constexpr field_groups() = default;
    /// `body` as it is behind its transfer encoding.
    explicit constexpr field_groups(std::string_view body FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::field_group_walker{body}} {}
    template <owning_temporary T>
    explicit field_groups(T&&) = delete;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::field_groups> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::field_groups> = true;

#endif
