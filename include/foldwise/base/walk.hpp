#ifndef FOLDWISE_BASE_WALK_HPP
#define FOLDWISE_BASE_WALK_HPP

#include <concepts>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foldwise {

/// What goes over some bytes element by element: where it is, and how it goes on.
///     at_end()    whether there is no element any more
///     current()   the element, unless at_end()
///     advance()   goes on to the next one, unless at_end()
///     position()  the same for the same element of the same bytes only
template <class T>
concept walker = std::default_initializable<T> && std::copyable<T> && requires(T& it, T const& at) {
    { at.at_end() } noexcept -> std::same_as<bool>;
    { at.current() } noexcept;
    { it.advance() } noexcept;
    { at.position() } noexcept -> std::equality_comparable;
};

/// The forward iterator of every range here: a walker with the operators that the
/// standard library asks for. It carries all that it needs, so that the ranges are
/// borrowed ones, and may be dereferenced any number of times. Its end is
/// `std::default_sentinel`. Costs what the walker costs.
template <walker Walker>
class walk_iterator {
  public:
    using reference = decltype(std::declval<Walker const&>().current());
    using value_type = std::remove_cvref_t<reference>;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category =
        std::conditional_t<std::is_reference_v<reference>, std::forward_iterator_tag,
                           std::input_iterator_tag>;

    constexpr walk_iterator() = default;
    explicit constexpr walk_iterator(Walker walker) noexcept : walker_{walker} {}

    /// Makes the walker where it stays, for one that is large.
    template <class Start>
    constexpr walk_iterator(std::in_place_t, Start const& start) noexcept : walker_{start} {}

    constexpr reference operator*() const noexcept { return walker_.current(); }
    constexpr walk_iterator& operator++() noexcept {
        walker_.advance();
        return *this;
    }
    constexpr walk_iterator operator++(int) noexcept {
        auto const before = *this;
        walker_.advance();
        return before;
    }
    friend constexpr bool operator==(walk_iterator const& left,
                                     walk_iterator const& right) noexcept {
        return left.walker_.position() == right.walker_.position();
    }
    friend constexpr bool operator==(walk_iterator const& it, std::default_sentinel_t) noexcept {
        return it.walker_.at_end();
    }

  private:
    Walker walker_;
};

/// The walker that takes its elements off the front of some bytes, one behind the
/// other: each reaches up to the octet that `find_last` finds, and includes it.
template <class Element, auto find_last>
class front_walker {
  public:
    constexpr front_walker() = default;
    explicit constexpr front_walker(std::string_view bytes) noexcept : rest_{bytes} { cut(); }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr Element current() const noexcept { return Element{rest_.substr(0, size_)}; }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        cut();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void cut() noexcept {
        auto const last = find_last(rest_, std::size_t{0});
        size_ = last < rest_.size() ? last + 1 : last;
    }
    std::string_view rest_; // the element and everything behind it
    std::size_t size_ = 0;  // of the element
};

/// What a walker walks over, as a range: forward, borrowed, and a view. Finding the
/// first element is part of making the range; begin() is O(1).
template <walker Walker>
class walk_range {
  public:
    using iterator = walk_iterator<Walker>;

    constexpr walk_range() = default;
    explicit constexpr walk_range(Walker first) noexcept : first_{first} {}

    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_.at_end(); }

  private:
    Walker first_;
};

} // namespace foldwise

template <class Walker>
inline constexpr bool std::ranges::enable_view<foldwise::walk_range<Walker>> = true;
template <class Walker>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::walk_range<Walker>> = true;

#endif
