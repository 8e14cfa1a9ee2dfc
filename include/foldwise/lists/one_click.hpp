#ifndef FOLDWISE_LISTS_ONE_CLICK_HPP
#define FOLDWISE_LISTS_ONE_CLICK_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/message/unfold.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What List-Unsubscribe-Post says, and what is to be sent by POST (RFC 8058 section 3.2).
///     postarg = "List-Unsubscribe=One-Click"
inline constexpr std::string_view one_click_postarg = "List-Unsubscribe=One-Click";

/// Whether `value`, the raw_value() of a List-Unsubscribe-Post field, is what it has to be (RFC
/// 8058 section 5): the postarg and nothing else, but for folding white space around it. Case
/// does not count, as in all ABNF. O(value).
constexpr bool is_one_click(std::string_view value) noexcept {
    return ascii_iequals(trim_fws(value), one_click_postarg);
}

/// The URI by which a list can be left without further questions (RFC 8058 section 3): the
/// first of the scheme https in List-Unsubscribe, if List-Unsubscribe-Post asks for it. Both
/// are the raw_value() of the field.
///     one_click_uri("<mailto:a@b>, <https://c.example/d>", "List-Unsubscribe=One-Click")
///       ->  https://c.example/d
/// Before the offer is shown, the message needs a valid DKIM signature that covers both fields
/// (section 4): that is for the caller to see to, as is that there is one of each field, and
/// that the user agrees. Borrows `list_unsubscribe`. O(values), nothing is allocated.
constexpr std::optional<list_uri>
one_click_uri(std::string_view list_unsubscribe FOLDWISE_LIFETIMEBOUND,
              std::string_view list_unsubscribe_post) noexcept {
    if (!is_one_click(list_unsubscribe_post)) return std::nullopt;
    return list_uris{list_unsubscribe}.find("https");
}
template <owning_temporary T>
std::optional<list_uri> one_click_uri(T&&, std::string_view) = delete;

} // namespace foldwise

#endif
