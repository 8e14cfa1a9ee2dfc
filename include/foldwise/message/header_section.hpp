#ifndef FOLDWISE_MESSAGE_HEADER_SECTION_HPP
#define FOLDWISE_MESSAGE_HEADER_SECTION_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace foldwise {

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
    class iterator {
      public:
        using value_type = field;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using reference = field;
        using pointer = void;

        constexpr iterator() = default;
        explicit constexpr iterator(std::string_view bytes) noexcept : rest_{bytes} { cut(); }

        constexpr field operator*() const noexcept { return field{rest_.substr(0, size_)}; }
        constexpr iterator& operator++() noexcept {
            rest_.remove_prefix(size_);
            cut();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            auto const before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(iterator const& left, iterator const& right) noexcept {
            return left.rest_.size() == right.rest_.size();
        }
        friend constexpr bool operator==(iterator const& it, std::default_sentinel_t) noexcept {
            return it.rest_.empty();
        }

      private:
        constexpr void cut() noexcept {
            auto const end = scan::line_feed_before_no_wsp(rest_, 0);
            size_ = end < rest_.size() ? end + 1 : end;
        }
        std::string_view rest_; // the field and everything behind it
        std::size_t size_ = 0;  // of the field
    };

    /// The fields of one name, in order.
    class named_range {
      public:
        class iterator {
          public:
            using value_type = field;
            using difference_type = std::ptrdiff_t;
            using iterator_concept = std::forward_iterator_tag;
            using iterator_category = std::input_iterator_tag;
            using reference = field;
            using pointer = void;

            constexpr iterator() = default;
            constexpr iterator(header_section::iterator at, std::string_view name) noexcept
                : at_{at}, name_{name} {
                pass_others();
            }

            constexpr field operator*() const noexcept { return *at_; }
            constexpr iterator& operator++() noexcept {
                ++at_;
                pass_others();
                return *this;
            }
            constexpr iterator operator++(int) noexcept {
                auto const before = *this;
                ++*this;
                return before;
            }
            friend constexpr bool operator==(iterator const& left, iterator const& right) noexcept {
                return left.at_ == right.at_;
            }
            friend constexpr bool operator==(iterator const& it,
                                             std::default_sentinel_t end) noexcept {
                return it.at_ == end;
            }

          private:
            constexpr void pass_others() noexcept {
                while (at_ != std::default_sentinel && !(*at_).is(name_)) ++at_;
            }
            header_section::iterator at_;
            std::string_view name_;
        };

        constexpr named_range() = default;
        constexpr named_range(header_section header, std::string_view name) noexcept
            : header_{header.raw()}, name_{name} {}

        /// Costs the search for the first field of that name.
        constexpr iterator begin() const noexcept {
            return {header_section::iterator{header_}, name_};
        }
        constexpr std::default_sentinel_t end() const noexcept { return {}; }
        constexpr bool empty() const noexcept { return begin() == end(); }

      private:
        std::string_view header_;
        std::string_view name_;
    };

    constexpr header_section() = default;

    /// `raw` is a header section as `message` cuts it. In other bytes, an empty
    /// line is one more field without a name.
    explicit constexpr header_section(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw} {}
    template <owning_temporary T>
    explicit header_section(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Costs the search for the end of the first field.
    constexpr iterator begin() const noexcept { return iterator{raw_}; }
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
    /// borrows `name` too.
    constexpr named_range find_all(std::string_view name FOLDWISE_LIFETIMEBOUND) const noexcept {
        return {*this, name};
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
template <>
inline constexpr bool std::ranges::enable_view<foldwise::header_section::named_range> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::header_section::named_range> =
    true;

#endif
