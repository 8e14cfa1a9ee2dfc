#ifndef FOLDWISE_LISTS_ARCHIVED_AT_HPP
#define FOLDWISE_LISTS_ARCHIVED_AT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>

#include <string_view>

namespace foldwise {

/// The URI in an Archived-At or X-Archived-At field (RFC 5064 section 2): where the message
/// lies in an archive. `value` is its raw_value().
///     archived-at = "Archived-At:" [FWS] "<" folded-URI ">" CRLF
///     read_archived_at("<https://a.example/\r\n 1>")->text()  ->  "https://a.example/1"
/// White space may stand anywhere in the URI, and is no deviation; else it is read like the one
/// element of a list_uris, brackets missing and comments beside it included. Without a value
/// where that has no URI, and where there is anything more: list_uri_malformed, which covers
/// the value. A message may have several of these fields. O(value), nothing is allocated.
constexpr result<list_uri>
read_archived_at(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    auto const malformed = diagnostic{diagnostic_code::list_uri_malformed, 0, value.size()};
    list_uris const uris{value};
    auto at = uris.begin();
    if (at == uris.end()) return malformed;
    auto const first = *at;
    if (!first || ++at != uris.end()) return malformed;
    auto const deviation = first->deviation();
    if (!deviation || deviation->code != diagnostic_code::list_uri_with_white_space) return first;
    return first->without_deviation();
}
template <owning_temporary T>
result<list_uri> read_archived_at(T&&) = delete;

} // namespace foldwise

#endif
