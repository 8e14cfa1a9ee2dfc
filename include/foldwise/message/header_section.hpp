#ifndef FOLDWISE_MESSAGE_HEADER_SECTION_HPP
#define FOLDWISE_MESSAGE_HEADER_SECTION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

using field_walker = front_walker<field, scan::line_feed_before_no_wsp>;

class named_field_walker {
  public:
    constexpr named_field_walker() = default;
    constexpr named_field_walker(field_walker all, std::string_view name) noexcept
        : all_{all}, name_{name} {
        pass_others();
    }

    constexpr bool at_end() const noexcept { return all_.at_end(); }
    constexpr field current() const noexcept { return all_.current(); }
    constexpr void advance() noexcept {
        all_.advance();
        pass_others();
    }
    constexpr std::size_t position() const noexcept { return all_.position(); }

  private:
    constexpr void pass_others() noexcept {
        while (!all_.at_end() && !all_.current().is(name_)) all_.advance();
    }
    field_walker all_;
    std::string_view name_;
};

} // namespace detail

/// The fields of a message, in order (RFC 5322 section 2.2). A line that starts
/// with SP or HTAB continues the field before it, even if it holds nothing else;
/// every other line starts a field.
///     for (auto const f : message.header()) use(f.name(), f.value());
///     if (auto const f = message.header().find("Subject")) use(f->value());
/// Lossless: the fields' `raw()` one after the other are `raw()`. Total: a bad
/// line is a field without a name, and costs none of the fields behind it.
/// A forward, borrowed range that points into the bytes and allocates nothing.
class header_section {
  public:
    using iterator = walk_iterator<detail::field_walker>;

    /// The fields of one name, in order.
    using named_range = walk_range<detail::named_field_walker>;

    constexpr header_section() = default;

    /// `raw` is a header section as `message` cuts it. In other bytes, an empty
    /// line is one more field without a name.
    explicit constexpr header_section(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit header_section(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Costs the search for the end of the first field.
    constexpr iterator begin() const noexcept { return iterator{detail::field_walker{raw_}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The first field of that name; ASCII case does not count. O(header) at
    /// most. A second one may be a deception: see `find_all`.
    constexpr std::optional<field> find(std::string_view name) const noexcept {
        for (auto const candidate : *this)
            if (candidate.is(name)) return candidate;
        return std::nullopt;
    }

    /// All fields of that name, in order; ASCII case does not count. The range
    /// borrows `name` too. Costs the search for the first one.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return named_range{detail::named_field_walker{detail::field_walker{raw_}, name}};
    }
    template <owning_temporary T>
    named_range find_all(T&&) const = delete;

  private:
    std::string_view raw_;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::header_section> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::header_section> = true;

#endif
