#ifndef FOLDWISE_ADDRESS_UNREAD_ADDRESS_HPP
#define FOLDWISE_ADDRESS_UNREAD_ADDRESS_HPP

#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An element of a list of addresses that is not an address (RFC 5322 section 3.4): its text for
/// people.
///
///     "admin" <>
///
///     |--------|   raw();  text()   ->  "\"admin\" <>"
///     |-----|      display_name()   ->  "admin"
///
///     for (auto const element : list)
///         if (!element) show(unread_address{list.raw(), element.error()}.text());
///
/// Encoded-words are decoded wherever they are, even if the whole element is one: that is how mail
/// programs show it. The text may then look like an address, or like a list of them. It is never
/// one: see `address_list`. Borrows the list. Trivially copyable.
class unread_address {
  public:
    constexpr unread_address() = default;

    /// `whole` is the raw() of the list or the group that the element is in, and `problem` is what
    /// the list or the group has in the place of the element. O(1).
    constexpr unread_address(std::string_view whole FOLDWISE_LIFETIMEBOUND,
                             diagnostic const& problem) noexcept
        : raw_{whole.data() + problem.offset, problem.length}, code_{problem.code} {}

    /// The element unchanged, without white space at both ends.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Why the element is not an address.
    constexpr diagnostic_code code() const noexcept { return code_; }

    /// The element as text for people: unfolded and decoded.
    ///     "=?utf-8?Q?Andr=C3=A9?="  ->  "André"
    constexpr decoded_text text() const noexcept { return decoded_text{raw_}; }

    /// The name before the angle brackets, decoded, if there are brackets and a name. There is none
    /// if the bracket is in an encoded-word: "=?utf-8?Q?Foe <a@b.example>?=". O(raw).
    constexpr optional<decoded_phrase> display_name() const noexcept {
        detail::address_reader in{raw_};
        in.next();
        auto const name = in.display_name();
        auto const word = name.rfind("=?");
        bool const is_cut = word != name.npos && !name.substr(word).starts_with("=?=") &&
                            name.find("?=", word + 2) == name.npos;
        if (name.empty() || is_cut) return std::nullopt;
        return decoded_phrase{name};
    }

  private:
    std::string_view raw_;
    diagnostic_code code_ = diagnostic_code::address_without_at;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
