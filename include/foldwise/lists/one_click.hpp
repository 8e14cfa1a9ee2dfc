#ifndef FOLDWISE_LISTS_ONE_CLICK_HPP
#define FOLDWISE_LISTS_ONE_CLICK_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/list_uri.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/message/whole_value.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A List-Unsubscribe-Post field (RFC 8058): the sender's offer to unsubscribe the reader with one
/// HTTP POST request, without further questions.
///     postarg = "List-Unsubscribe=One-Click"
///
///     auto const [offer, uris] = get<"List-Unsubscribe-Post", "List-Unsubscribe">(message);
///     if (offer && uris)
///         if (auto const uri = offer->uri_in(*uris)) post(uri->text(), one_click::postarg);
/// Before you show the offer, check that the message has a valid DKIM signature that covers both
/// fields (section 4), and that it has only one field of each name. Send the request only when the
/// user agrees.
///
/// Borrows the value; trivially copyable.
class one_click {
  public:
    /// The value of the field, and the body of the POST request (section 3.2).
    static constexpr std::string_view postarg = "List-Unsubscribe=One-Click";

    constexpr one_click() = default;

    /// Reads a field's raw_value(): the postarg, perhaps with folding white space around it
    /// (section 5); ASCII case does not count. An error (keyword_malformed, which covers the value)
    /// for any other text. O(value).
    static constexpr result<one_click>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        if (ascii_iequals(trim_fws(value), postarg)) return one_click{value};
        return whole_value(diagnostic_code::keyword_malformed, value);
    }
    static constexpr result<one_click> read(field const& f) noexcept { return read(f.raw_value()); }
    template <owning_temporary T>
    static result<one_click>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The URI to which the request is sent (section 3): the first one in List-Unsubscribe with the
    /// scheme https. O(value of that field).
    ///     uri_in(list_uris{"<mailto:a@b>, <https://c.example/d>"})  ->  https://c.example/d
    constexpr optional<list_uri> uri_in(list_uris const& list_unsubscribe) const noexcept {
        return list_unsubscribe.find("https");
    }

    /// Always empty: a value that is read has no deviations.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }

    /// Reports nothing: there are no deviations.
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  private:
    explicit constexpr one_click(std::string_view value) noexcept : raw_{value} {}

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
