#ifndef FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_READER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_READER_HPP

#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reads an addr-spec (RFC 5322 sections 3.4.1 and 4.4). Takes its tokens one by one, without
/// comments; error_code() says whether they are an addr-spec. A dot at the end of the domain is
/// accepted, but does not belong to the address.
class addr_spec_reader {
  public:
    constexpr addr_spec_reader() = default;

    /// Creates a reader that has read dot-atom-text "@" dot-atom-text, from `first` to `last`.
    constexpr addr_spec_reader(std::size_t first, std::size_t at_sign, std::size_t last) noexcept
        : state_{state::domain_atom}, has_at_{true}, first_{first}, local_part_last_{at_sign},
          domain_first_{at_sign + 1}, last_{last} {}

    /// Takes the next token, which starts `at` octets after the start of the value.
    constexpr void take(token const& next, std::size_t at) noexcept {
        auto const before = state_;
        state_ = after(next);
        if (before == state::nothing) first_ = at;
        if (before == state::at_sign) domain_first_ = at;
        if (state_ == state::at_sign) local_part_last_ = last_;
        if (before != state::nothing && at != last_) has_gap_ = true;
        if (state_ == state::domain_dot) before_dot_ = last_;
        if (next.is('@')) has_at_ = true;
        if (next.is(token_kind::atom) && next.raw().starts_with("=?")) has_encoded_word_ = true;
        last_ = at + next.raw().size();
    }

    /// Must be called after the last token. Checks what the tokens do not show: whether the address
    /// is UTF-8, and forms inside a token that are obsolete or forbidden. `value` holds the tokens.
    /// O(address).
    constexpr void finish(std::string_view value) noexcept {
        if (error_code()) return;
        auto const address = value.substr(first_, address_last() - first_);
        if (!is_plain() || !scan::is_ascii_without<'"'>(address)) check(address);
    }

    constexpr bool is_empty() const noexcept { return state_ == state::nothing; }
    constexpr bool has_at() const noexcept { return has_at_; }

    /// Why the tokens are not an address; empty if they are one.
    constexpr optional<diagnostic_code> error_code() const noexcept {
        if (!has_at_) return diagnostic_code::address_without_at;
        if (has_encoded_word_) return diagnostic_code::address_encoded_word;
        bool const is_whole = state_ == state::domain_atom || state_ == state::domain_literal;
        if (!is_whole && !has_domain_dot()) return diagnostic_code::address_malformed;
        return std::nullopt;
    }

    /// Whether there is a dot after the domain.
    constexpr bool has_domain_dot() const noexcept { return state_ == state::domain_dot; }

    /// Whether the local part has a dot at its start or end, or two dots in a row.
    constexpr bool has_odd_dot() const noexcept { return has_odd_dot_; }

    /// Whether a quoted-string, comment or domain-literal has an octet that it must not have.
    constexpr bool has_odd_octet() const noexcept { return has_odd_octet_; }

    /// Whether the address has a form that only RFC 5322 section 4.4 allows.
    constexpr bool is_obsolete() const noexcept {
        return has_gap_ || has_obsolete_form_ || (has_quotes_ && has_dot_);
    }

    /// Whether the text of both parts is the parts unchanged.
    constexpr bool is_plain() const noexcept {
        return (state_ == state::domain_atom || has_domain_dot()) && !has_gap_ && !has_quotes_;
    }

    /// Where the parts are, in octets from the start of the value, if there is no error_code().
    constexpr std::size_t first() const noexcept { return first_; }
    constexpr std::size_t local_part_last() const noexcept { return local_part_last_; }
    constexpr std::size_t domain_first() const noexcept { return domain_first_; }
    constexpr std::size_t address_last() const noexcept {
        return has_domain_dot() ? before_dot_ : last_;
    }

    /// Where the last token ends.
    constexpr std::size_t last() const noexcept { return last_; }

  private:
    enum class state : unsigned char {
        nothing, // no token has been taken
        word,
        dot,
        at_sign,
        domain_atom,
        domain_dot,
        domain_literal,
        broken,
    };

    FOLDWISE_COLD constexpr void check(std::string_view address) noexcept {
        auto const problem = check_addr_spec(address);
        has_obsolete_form_ = problem && problem->code == diagnostic_code::address_obsolete;
        // Misplaced dots hide other problems.
        has_odd_octet_ = problem && !has_obsolete_form_ && !has_odd_dot_;
        if (!is_utf8(address)) state_ = state::broken;
    }

    static constexpr bool is_utf8(std::string_view text) noexcept {
        for (std::size_t at = 0; at != text.size();) {
            auto const next = utf8_character_at(text, at);
            if (!next.is_well_formed) return false;
            at += next.size;
        }
        return true;
    }

    constexpr state after(token const& next) noexcept {
        switch (state_) {
        case state::nothing:
        case state::word:
        case state::dot: return after_local_part(next);
        case state::at_sign:
            if (next.is(token_kind::domain_literal)) return state::domain_literal;
            [[fallthrough]];
        case state::domain_dot:
            return next.is(token_kind::atom) ? state::domain_atom : state::broken;
        case state::domain_atom: return next.is('.') ? state::domain_dot : state::broken;
        default: return state::broken;
        }
    }

    constexpr state after_local_part(token const& next) noexcept {
        bool const is_after_word = state_ == state::word;
        if (next.is('.')) {
            (is_after_word ? has_dot_ : has_odd_dot_) = true;
            return state::dot;
        }
        if (next.is('@') && has_word_) {
            if (!is_after_word) has_odd_dot_ = true;
            return state::at_sign;
        }
        bool const is_quoted = next.is(token_kind::quoted_string);
        if (is_quoted) has_quotes_ = true;
        if (is_after_word || !(is_quoted || next.is(token_kind::atom))) return state::broken;
        has_word_ = true;
        return state::word;
    }

    state state_ = state::nothing;
    bool has_at_ = false;
    bool has_word_ = false;
    bool has_gap_ = false; // between two tokens
    bool has_dot_ = false; // after a word of the local part
    bool has_odd_dot_ = false;
    bool has_quotes_ = false;
    bool has_encoded_word_ = false;
    bool has_obsolete_form_ = false; // inside a token
    bool has_odd_octet_ = false;     // inside a token
    std::size_t first_ = 0;
    std::size_t local_part_last_ = 0;
    std::size_t domain_first_ = 0;
    std::size_t last_ = 0;       // the end of the last token
    std::size_t before_dot_ = 0; // the end of the token before the last dot of the domain
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
