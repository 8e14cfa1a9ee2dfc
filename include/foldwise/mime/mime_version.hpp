#ifndef FOLDWISE_MIME_MIME_VERSION_HPP
#define FOLDWISE_MIME_MIME_VERSION_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// A version of MIME (RFC 2045 section 4): there is 1.0 alone. read_mime_version gives it.
struct mime_version {
    int major; ///< 0 to 999999999, as the other
    int minor;

    friend constexpr bool operator==(mime_version const&, mime_version const&) = default;
};

namespace detail {

/// The number that the next token is, which is passed, comments before it too.
constexpr std::optional<int> next_number(lexer& in) noexcept {
    auto const digits = in.next_outside_comments().raw();
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    if (scan::not_in(digit, digits, 0) != digits.size()) return std::nullopt;
    return decimal_value(digits);
}

} // namespace detail

/// The version in a MIME-Version field; `value` is its raw_value().
///     version := "MIME-Version" ":" 1*DIGIT "." 1*DIGIT
///     read_mime_version("1.(produced by MetaSend Vx.x)0")  ->  {1, 0}
/// Comments and folding may stand anywhere between the numbers and the dot. Another version is
/// a value too: what it asks for is not known (RFC 2045 section 4). Without a value where there
/// is anything else, numbers of more than nine digits too: mime_version_malformed, which covers
/// the value. O(value), nothing is allocated, and nothing of `value` is kept.
constexpr result<mime_version> read_mime_version(std::string_view value) noexcept {
    lexer in{value};
    auto const major_number = detail::next_number(in);
    bool const has_dot = in.next_outside_comments().is('.');
    auto const minor_number = detail::next_number(in);
    bool const is_closed = in.skip_comments().is_closed();
    if (!major_number || !has_dot || !minor_number || !is_closed || !in.next().is(token_kind::end))
        return diagnostic{diagnostic_code::mime_version_malformed, 0, value.size()};
    return mime_version{*major_number, *minor_number};
}

} // namespace foldwise

#endif
