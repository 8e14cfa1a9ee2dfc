#ifndef FOLDWISE_BASE_BORROW_HPP
#define FOLDWISE_BASE_BORROW_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// A temporary that owns its bytes, such as a `std::string` that a function returned. A view of it
/// would dangle at the end of the statement, so every view deletes its constructor for it:
///     message m{read_file("a.eml")};              // does not compile
///     std::string bytes = read_file("a.eml");
///     message m{bytes};                           // borrows `bytes`
/// Trivially copyable types count as views, even one that contains its octets and would dangle.
template <class T>
concept owning_temporary = !__is_trivially_copyable(T) && !std::is_reference_v<T> &&
                           std::is_convertible_v<T, std::string_view>;

/// The octets from `first` up to `last`, and `count` octets from `first`: what std::string_view's
/// constructors give, in a form that is fast to compile. If the arguments are not exactly a
/// `char const*` and a std::size_t, a compiler tests whether they are contiguous iterators, which
/// takes it longer than to parse any header of foldwise.
constexpr std::string_view octets_between(char const* first, char const* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}
constexpr std::string_view octets_at(char const* first, std::size_t count) noexcept {
    return {first, count};
}

/// Where `part` starts in `whole`, in octets from 0 to `whole.size()`.
///     offset_of(bytes, bytes.substr(7))  ->  7
/// `part` must be a view into `whole` (it may be empty). O(1).
constexpr std::size_t offset_of(std::string_view whole, std::string_view part) noexcept {
    auto const offset = part.data() - whole.data();
    FOLDWISE_ASSERT(offset >= 0 && static_cast<std::size_t>(offset) + part.size() <= whole.size());
    return static_cast<std::size_t>(offset);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
