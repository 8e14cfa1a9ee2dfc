#ifndef FOLDWISE_LISTS_DETAIL_ANGLE_SIZE_HPP
#define FOLDWISE_LISTS_DETAIL_ANGLE_SIZE_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The size of the text in angle brackets at the start of `rest`, including both brackets. `rest`
/// starts with "<". 0 if the bracket is not closed before the next "<" or the end.
///     angle_size("<a> b>")  ->  3
constexpr std::size_t angle_size(std::string_view rest) noexcept {
    auto const end = scan::in(char_class{"<>"}, rest, 1);
    return end < rest.size() && rest[end] == '>' ? end + 1 : 0;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
