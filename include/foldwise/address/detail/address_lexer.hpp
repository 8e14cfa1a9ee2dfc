#ifndef FOLDWISE_ADDRESS_DETAIL_ADDRESS_LEXER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDRESS_LEXER_HPP

#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Cuts a list of addresses into tokens, as `lexer` does, with two differences:
/// - "[" starts a domain-literal only after "@"; comments may lie between them. Elsewhere, it is a
///   special. So a bracket in a display name hides no separator.
/// - A domain-literal that is not closed, or not before the next "@[", is only its "[", and not the
///   rest of the list.
///     "a[@b, c@[d, e"  ->  atom "a", special "[", special "@", atom "b", special "," ...
///                          special "@", domain_literal "[" (not closed), atom "d" ...
/// Borrows the list. O(list) for all tokens.
class address_lexer {
  public:
    constexpr address_lexer() = default;
    explicit constexpr address_lexer(std::string_view list) noexcept : in_{list} {}

    /// Where the next token starts, in octets from the start of the list.
    constexpr std::size_t position() const noexcept { return in_.position(); }

    /// The next token, without passing it. O(token) each time.
    constexpr token peek() const noexcept {
        auto const rest = in_.rest();
        if (!rest.starts_with('[')) return in_.peek();
        if (!is_after_at_) return {token_kind::special, rest.substr(0, 1), 0};
        if (in_.position() >= open_until_ && is_closed_literal(rest)) return in_.peek();
        return {token_kind::domain_literal, rest.substr(0, 1), 1};
    }

    /// Passes the next token, and returns it; its kind is `end` if there is none.
    constexpr token next() noexcept {
        auto const found = peek();
        bool const is_literal = found.is(token_kind::domain_literal);
        if (is_literal && !found.is_closed() && in_.position() >= open_until_)
            open_until_ = in_.position() + literal_size(in_.rest());
        in_.pass_to(in_.position() + found.raw().size());
        if (!found.is(token_kind::comment)) is_after_at_ = found.is('@');
        return found;
    }

    /// Whether the octet after the comma that comes next, and after comments, is one of
    /// `octets`.
    constexpr bool sees_after_comma(std::string_view octets) const noexcept {
        auto ahead = in_;
        if (!ahead.next().is(',')) return false;
        ahead.skip_comments();
        auto const rest = ahead.rest();
        return !rest.empty() && octets.find(rest.front()) != octets.npos;
    }

    /// Continues with the token at `at`, in octets from the start of the list.
    constexpr void pass_to(std::size_t at) noexcept {
        in_.pass_to(at);
        is_after_at_ = false;
    }

  private:
    /// The size of the text from "[" up to "]", the next "@[" or the end of the list.
    static constexpr std::size_t literal_size(std::string_view rest) noexcept {
        std::size_t at = 1;
        for (; at < rest.size() && rest[at] != ']'; ++at) {
            if (rest[at] == '\\') ++at;
            if (rest.substr(at).starts_with("@[")) return at;
        }
        return at < rest.size() ? at : rest.size();
    }

    static constexpr bool is_closed_literal(std::string_view rest) noexcept {
        auto const size = literal_size(rest);
        return size != rest.size() && rest[size] == ']';
    }

    lexer in_;
    std::size_t open_until_ = 0; // a "[" before this offset opens no literal that is closed
    bool is_after_at_ = false;   // the last token, except comments, is "@"
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
