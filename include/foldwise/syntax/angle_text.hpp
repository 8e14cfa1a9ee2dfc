#ifndef FOLDWISE_SYNTAX_ANGLE_TEXT_HPP
#define FOLDWISE_SYNTAX_ANGLE_TEXT_HPP

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

/// How long the text in angle brackets is that `rest` starts with, which is a "<": up to the
/// first ">", which is included; 0 where another "<" or the end comes first.
constexpr std::size_t angle_size(std::string_view rest) noexcept {
    auto const end = scan::in(char_class{"<>"}, rest, 1);
    return end < rest.size() && rest[end] == '>' ? end + 1 : 0;
}

} // namespace detail

} // namespace foldwise

#endif
