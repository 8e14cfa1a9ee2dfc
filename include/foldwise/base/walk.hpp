#ifndef FOLDWISE_BASE_WALK_HPP
#define FOLDWISE_BASE_WALK_HPP

#include <foldwise/base/sentinel.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// A type that iterates over some bytes element by element:
///     at_end()    whether no element is left
///     current()   the element, unless at_end()
///     advance()   goes to the next element, unless at_end()
///     position()  for the same bytes, equal if and only if the element is the same
/// The concept requires only what a compiler can check quickly, because it is checked for every
/// range of the library. The tests check the iterators against the standard library's concepts.
template <class T>
concept walker = __is_trivially_copyable(T) && requires(T& it, T const& at) {
    { at.at_end() } noexcept;
    { at.current() } noexcept;
    { it.advance() } noexcept;
    { at.position() } noexcept;
};

/// The forward iterator of every range in the library: a walker with the operators that the
/// standard library requires. It does not refer to its range, so the ranges are borrowed, and it
/// can be dereferenced any number of times. Its end is `std::default_sentinel`. Each operation
/// costs the same as the walker's.
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
    /// The iterator at the current element of `walker`.
    explicit constexpr walk_iterator(Walker const& walker) noexcept : walker_{walker} {}

    /// Constructs the walker in place, to avoid a copy of a large one.
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

/// Iterates over elements that follow each other without gaps from the start of some bytes. Each
/// ends with the octet that `find_last` finds, or with the bytes.
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
    std::string_view rest_; // the element and everything after it
    std::size_t size_ = 0;  // of the element
};

/// The elements of a walker, as a forward, borrowed range that is a view. The walker has already
/// found the first element when the range is constructed, so begin() is O(1).
template <walker Walker>
class walk_range {
  public:
    using iterator = walk_iterator<Walker>;

    constexpr walk_range() = default;
    /// The range of the elements from `first` on.
    explicit constexpr walk_range(Walker const& first) noexcept : first_{first} {}

    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_.at_end(); }

  private:
    Walker first_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <class Walker>
inline constexpr bool std::ranges::enable_view<foldwise::walk_range<Walker>> = true;
template <class Walker>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::walk_range<Walker>> = true;

#endif
