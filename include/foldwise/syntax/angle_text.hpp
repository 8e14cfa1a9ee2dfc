#ifndef FOLDWISE_SYNTAX_ANGLE_TEXT_HPP
#define FOLDWISE_SYNTAX_ANGLE_TEXT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/white_space_runs.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// What lies between the angle brackets of the fields of mailing lists, without the white
/// space in it, which is to be ignored (RFC 2369 section 2, RFC 2919 section 3).
using angle_text = spliced<white_space_runs>;

namespace detail {

/// What an angle_text leaves out.
inline constexpr auto blanks = white_space_runs::blanks;

/// `text` without white space at both ends.
constexpr std::string_view without_blanks(std::string_view text) noexcept {
    text.remove_prefix(scan::not_in(blanks, text, 0));
    while (!text.empty() && blanks.contains(text.back())) text.remove_suffix(1);
    return text;
}

/// How long the text in angle brackets is that `rest` starts with, which is a "<": up to the
/// first ">", which is included; 0 where another "<" or the end comes first.
constexpr std::size_t angle_size(std::string_view rest) noexcept {
    auto const end = scan::in(char_class{"<>"}, rest, 1);
    return end < rest.size() && rest[end] == '>' ? end + 1 : 0;
}

/// Whether both are the same octets but for the case of ASCII letters.
template <class Left, class Right>
constexpr bool equal_but_for_case(Left const& left, Right const& right) noexcept {
    auto l = left.begin();
    auto r = right.begin();
    for (; l != left.end() && r != right.end(); ++l, ++r)
        if (ascii_lower(*l) != ascii_lower(*r)) return false;
    return l == left.end() && r == right.end();
}

} // namespace detail

} // namespace foldwise

#endif
