#ifndef FOLDWISE_BASE_EQUAL_OCTETS_HPP
#define FOLDWISE_BASE_EQUAL_OCTETS_HPP

#include <foldwise/base/ascii.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// Whether two ranges of `char` have the same octets. O(n); allocates nothing.
///     equal_octets(unfolded{"a\r\n b"}, std::string_view{"a b"})  ->  true
template <class Left, class Right>
constexpr bool equal_octets(Left const& left, Right const& right) noexcept {
    auto l = left.begin();
    auto r = right.begin();
    for (; l != left.end() && r != right.end(); ++l, ++r)
        if (*l != *r) return false;
    return l == left.end() && r == right.end();
}

/// Whether two ranges of `char` have the same octets when the case of ASCII letters is ignored.
/// O(n); allocates nothing. For two contiguous texts, `ascii_iequals` is faster.
///     equal_but_for_case(unfolded{"A\r\n b"}, std::string_view{"a B"})  ->  true
template <class Left, class Right>
constexpr bool equal_but_for_case(Left const& left, Right const& right) noexcept {
    auto l = left.begin();
    auto r = right.begin();
    for (; l != left.end() && r != right.end(); ++l, ++r)
        if (ascii_lower(*l) != ascii_lower(*r)) return false;
    return l == left.end() && r == right.end();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
