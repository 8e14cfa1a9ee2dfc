#ifndef FOLDWISE_DMARC_DETAIL_NAMED_ADDRESS_HPP
#define FOLDWISE_DMARC_DETAIL_NAMED_ADDRESS_HPP

#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Finds an address in text for people that a program may take for that of the mailbox if it
/// decodes encoded-words before it looks for addresses, or does not know quotes or comments: one
/// after a "<", or one that ends at a comma or semicolon, where such programs split a list.
///     Foe <a@c.example>      a@c.example, Foe
/// Other addresses in the text do not matter: they are beside the one in angle brackets.
class named_address_finder {
  public:
    constexpr void take(char octet) noexcept {
        if (octet == '<') {
            has_bracket_ = true;
            state_ = state::text;
        } else if (octet == '@') {
            if (has_bracket_) has_found_ = true;
            bool const has_local_part = state_ == state::word || state_ == state::address;
            state_ = has_local_part ? state::at_sign : state::text;
        } else if (octet == ',' || octet == ';') {
            if (state_ == state::address || state_ == state::after_address) has_found_ = true;
            state_ = state::text;
        } else if (word_octets.contains(octet)) {
            if (state_ == state::at_sign) state_ = state::address;
            if (state_ != state::address) state_ = state::word;
        } else {
            bool const is_after = state_ == state::address || state_ == state::after_address;
            state_ = is_after ? state::after_address : state::text;
        }
    }
    template <class Text>
    constexpr void take_text(Text const& text) noexcept {
        for (char const octet : text) take(octet);
        take(' ');
    }
    constexpr bool has_found() const noexcept { return has_found_; }

  private:
    enum class state : unsigned char { text, word, at_sign, address, after_address };
    static constexpr auto word_octets = atext + utf8_non_ascii + char_class{"."};

    state state_ = state::text;
    bool has_bracket_ = false;
    bool has_found_ = false;
};

/// Whether the display name or a comment of the mailbox, decoded, has such an address. O(raw).
constexpr bool has_named_address(mailbox const& m) noexcept {
    auto const raw = m.raw();
    named_address_finder finder;
    if (auto const name = m.display_name()) finder.take_text(*name);
    if (raw.find('(') == raw.npos) return finder.has_found();
    lexer in{raw};
    for (auto found = in.next(); !found.is(token_kind::end); found = in.next())
        if (found.is(token_kind::comment)) finder.take_text(decoded_comment{found.text()});
    return finder.has_found();
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
