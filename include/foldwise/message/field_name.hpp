#ifndef FOLDWISE_MESSAGE_FIELD_NAME_HPP
#define FOLDWISE_MESSAGE_FIELD_NAME_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Not constexpr, so that a call during compilation is an error.
void this_is_no_field_name();

} // namespace detail

/// The name of a field at compile time, as a template argument: get<"From">(m). Case does not count
/// (RFC 5322 section 1.2.2). Text that is not a name (RFC 5322 section 3.6.8) does not compile.
template <std::size_t Size>
struct field_name {
    /// A name that is written in the program, such as "From".
    consteval field_name(char const (&name)[Size]) {
        for (std::size_t i = 0; i < Size; ++i) {
            bool const is_end = i + 1 == Size;
            if (is_end ? name[i] != '\0' : !ftext.contains(name[i]))
                detail::this_is_no_field_name();
            octets[i] = ascii_lower(name[i]);
        }
        if (Size < 2) detail::this_is_no_field_name();
    }

    /// The name.
    constexpr std::string_view text() const noexcept { return {octets, Size - 1}; }

    char octets[Size] = {}; // public, as a template argument requires
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
