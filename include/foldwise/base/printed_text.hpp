#ifndef FOLDWISE_BASE_PRINTED_TEXT_HPP
#define FOLDWISE_BASE_PRINTED_TEXT_HPP

#include <foldwise/config.hpp>

#include <string>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

template <class T>
concept has_append_to = requires(T const& value, std::string& text) { value.append_to(text); };

template <class T>
concept has_to_string = requires(T const& value) { std::string{to_string(value)}; };

} // namespace detail

/// The text with which ostream.hpp and format.hpp print a value of a type of foldwise: what its
/// append_to appends or, for a type without that member, such as `diagnostic`, the result of
/// to_string. An unqualified call finds this function for the types of foldwise only, so a concept
/// that makes such a call holds for them alone. Allocates; may throw std::bad_alloc.
template <class T>
    requires detail::has_append_to<T> || detail::has_to_string<T>
constexpr std::string foldwise_printed_text(T const& value) {
    std::string text;
    if constexpr (detail::has_append_to<T>)
        value.append_to(text);
    else
        text = to_string(value);
    return text;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
