#ifndef FOLDWISE_OSTREAM_HPP
#define FOLDWISE_OSTREAM_HPP

/// Writes texts to streams: any type of foldwise that has append_to, such as `unfolded`, `mailbox`
/// and `date_time`, and `diagnostic`. Not part of foldwise.hpp, which does not need <ostream>.
///
///     std::cout << field.value() << '\n';
///     std::cout << std::setw(40) << mailbox << '\n';
///
/// Control characters are written as they are. They can change what a terminal shows.

#include <foldwise/base/printed_text.hpp>

#include <ostream>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Writes the text of `value`: what to_string() returns, with the width and the fill character of
/// the stream. Allocates; may throw what the stream throws.
template <class T>
    requires requires(T const& value) { foldwise_printed_text(value); }
std::ostream& operator<<(std::ostream& out, T const& value) {
    return out << std::string_view{foldwise_printed_text(value)};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
