#ifndef FOLDWISE_LISTS_LIST_URI_HPP
#define FOLDWISE_LISTS_LIST_URI_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The parts of a list_uri, unchanged. Missing parts are empty.
struct list_uri_parts {
    std::string_view raw;     ///< the whole element
    std::string_view uri;     ///< the text in the brackets, without white space at both ends
    std::string_view comment; ///< the comment with its parentheses
};

/// One URI of a field such as List-Unsubscribe (RFC 2369 section 2):
///
///     <mailto:list@host.example\r\n ?subject=help> (List Instructions)
///
///     |--------------------------------------------------------------|    raw()
///      |----------------------------------------|                         text()
///      |----|                                                             scheme()
///                                                   |---------------|     comment()
///
/// The scheme can be anything, including "javascript" and "file". Act only on known schemes, and
/// only when the user asks for it (RFC 2369 section 5). Borrows the value; trivially copyable.
class list_uri {
  public:
    constexpr list_uri() = default;
    /// A URI whose parts have been found.
    constexpr list_uri(list_uri_parts const& parts, optional<diagnostic> const& deviation) noexcept
        : parts_{parts}, deviation_{deviation} {}

    /// The element of the list, unchanged: the URI with its brackets, and the comments beside it.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    /// The URI without its brackets and without white space. It starts with a scheme and a colon
    /// and contains no control characters. Nothing else is guaranteed.
    constexpr unspaced text() const noexcept { return unspaced{parts_.uri}; }

    /// The text before the first colon. Compare it with has_scheme(): case does not count.
    constexpr unspaced scheme() const noexcept {
        return unspaced{trim(parts_.uri.substr(0, parts_.uri.find(':')), fws_octets)};
    }

    /// Whether scheme() is `name` when the case of ASCII letters is ignored (RFC 3986 section 3.1).
    ///     uri.has_scheme("https")
    constexpr bool has_scheme(std::string_view name) const noexcept {
        return equal_but_for_case(scheme(), name);
    }

    /// The last comment beside the URI.
    constexpr optional<token_text> comment() const noexcept {
        if (parts_.comment.empty()) return std::nullopt;
        return token{token_kind::comment, parts_.comment, 2}.text();
    }

    /// The first problem in this order: list_uri_without_comma, list_uri_without_brackets,
    /// list_uri_octet, list_uri_with_white_space. Offsets count from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    list_uri_parts parts_;
    optional<diagnostic> deviation_;
};

namespace detail {

/// Whether `uri` starts with a scheme and a colon and contains no control characters. White space
/// in it is ignored.
///     scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )     ; RFC 3986 section 3.1
constexpr bool can_be_uri(std::string_view uri) noexcept {
    constexpr auto scheme = alpha + digit + char_class{"+-."} + fws_octets;
    auto const colon = scan::not_in(scheme, uri, 0);
    return colon != 0 && alpha.contains(uri[0]) && uri.substr(colon).starts_with(':') &&
           scan::in(ctl - fws_octets, uri, colon) == uri.size();
}

/// RFC 3986 section 2 and appendix A: the characters of a URI.
inline constexpr auto uri_char = alpha + digit + char_class{"-._~%:/?#[]@!$&'()*+,;="};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif
