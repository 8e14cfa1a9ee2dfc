#ifndef FOLDWISE_LISTS_LIST_URI_HPP
#define FOLDWISE_LISTS_LIST_URI_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/angle_text.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// Where the parts of a list_uri are in its field, as they stand; what is not there is empty.
struct list_uri_parts {
    std::string_view raw;
    std::string_view uri;     // what the brackets hold, without white space at both ends
    std::string_view comment; // with its parentheses
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
/// Its scheme may be any, "javascript" and "file" too: act only on those that you know, and
/// only when the user says so (RFC 2369 section 5). Borrows the value; trivially copyable.
class list_uri {
  public:
    constexpr list_uri() = default;
    constexpr list_uri(list_uri_parts const& parts,
                       std::optional<diagnostic> const& deviation) noexcept
        : parts_{parts}, deviation_{deviation} {}

    /// As it stands, with its brackets and the comments before and behind it.
    constexpr std::string_view raw() const noexcept { return parts_.raw; }

    /// The URI, without its brackets and without any white space. It starts with a scheme and
    /// a colon and holds no control characters; nothing else of it was checked.
    constexpr angle_text text() const noexcept { return angle_text{parts_.uri}; }

    /// What stands before the first colon.
    constexpr angle_text scheme() const noexcept {
        return angle_text{trim(parts_.uri.substr(0, parts_.uri.find(':')), fws_octets)};
    }

    /// Whether it has this scheme, whose case does not count (RFC 3986 section 3.1).
    ///     uri.has_scheme("https")
    constexpr bool has_scheme(std::string_view name) const noexcept {
        return equal_but_for_case(scheme(), name);
    }

    /// The last comment beside the URI, outside of the brackets.
    constexpr std::optional<token_text> comment() const noexcept {
        if (parts_.comment.empty()) return std::nullopt;
        return token{token_kind::comment, parts_.comment, 2}.text();
    }

    /// In what it is not as RFC 2369 section 2 has it, yet is read; of several the first of
    /// list_uri_without_comma, list_uri_without_brackets, list_uri_octet,
    /// list_uri_with_white_space. Its offset counts from the start of the value.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

    /// The same, read from a field in which that is no deviation.
    constexpr list_uri without_deviation() const noexcept { return {parts_, std::nullopt}; }

  private:
    list_uri_parts parts_;
    std::optional<diagnostic> deviation_;
};

namespace detail {

/// Whether `uri` starts with a scheme and a colon, white space in it passed, and has no
/// control characters.
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

} // namespace foldwise

#endif
