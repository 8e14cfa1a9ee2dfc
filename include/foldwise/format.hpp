#ifndef FOLDWISE_FORMAT_HPP
#define FOLDWISE_FORMAT_HPP

/// std::format for texts: any type of foldwise that has append_to, such as `unfolded`, `mailbox`
/// and `date_time`, and `diagnostic`. The format specification is that of a string. Not part of
/// foldwise.hpp, which does not need <format>. Empty where the standard library has no std::format.
///
///     std::format("{}: {:>40}", field.name(), field.value())
///
/// Control characters are written as they are. They can change what a terminal shows.

#include <foldwise/base/printed_text.hpp>

#include <string_view>
#include <version>

#if defined(__cpp_lib_format)

#include <format>

/// Formats the text of a value: what to_string() returns. Allocates; may throw what std::format
/// throws.
template <class T>
    requires requires(T const& value) { foldwise_printed_text(value); }
struct std::formatter<T, char> : std::formatter<std::string_view, char> {
    template <class Context>
    auto format(T const& value, Context& context) const {
        auto const text = foldwise_printed_text(value);
        return std::formatter<std::string_view, char>::format(text, context);
    }
};

#if defined(__cpp_lib_format_ranges)
/// A text that is a range of char is not formatted as a list of characters.
template <std::ranges::input_range T>
    requires requires(T const& value) { foldwise_printed_text(value); } &&
                 std::same_as<T, std::remove_cvref_t<T>>
inline constexpr std::range_format std::format_kind<T> = std::range_format::disabled;
#endif

#endif

#endif
