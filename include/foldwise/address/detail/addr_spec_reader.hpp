#ifndef FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_READER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_READER_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <optional>

namespace foldwise::detail {

/// Takes the tokens outside of comments one by one, and says at the end whether they were
/// an addr-spec (RFC 5322 sections 3.4.1 and 4.4).
class addr_spec_reader {
  public:
    constexpr addr_spec_reader() = default;

    /// Of which it is known that it is dot-atom-text "@" dot-atom-text, and where.
    constexpr addr_spec_reader(std::size_t first, std::size_t at_sign, std::size_t last) noexcept
        : state_{state::domain_atom}, has_at_{true}, first_{first}, local_part_last_{at_sign},
          domain_first_{at_sign + 1}, last_{last} {}

    /// The next token, which starts at `at`, in octets from the start of the value.
    constexpr void take(token const& next, std::size_t at) noexcept {
        auto const before = state_;
        state_ = after(next);
        if (before == state::nothing) first_ = at;
        if (before == state::at_sign) domain_first_ = at;
        if (state_ == state::at_sign) local_part_last_ = last_;
        if (before != state::nothing && at != last_) has_gap_ = true;
        if (next.is('@')) has_at_ = true;
        if (next.is(token_kind::atom) && next.raw().starts_with("=?")) has_encoded_word_ = true;
        last_ = at + next.raw().size();
    }

    constexpr bool is_empty() const noexcept { return state_ == state::nothing; }
    constexpr bool has_at() const noexcept { return has_at_; }

    /// Why there is no address.
    constexpr std::optional<diagnostic_code> problem() const noexcept {
        if (!has_at_) return diagnostic_code::address_without_at;
        if (has_encoded_word_) return diagnostic_code::address_encoded_word;
        bool const is_whole = state_ == state::domain_atom || state_ == state::domain_literal;
        if (!is_whole) return diagnostic_code::address_malformed;
        return std::nullopt;
    }

    /// In what the address deviates.
    constexpr std::optional<diagnostic_code> deviation() const noexcept {
        if (has_odd_dot_) return diagnostic_code::address_dots;
        if (has_gap_ || (has_quotes_ && has_dot_)) return diagnostic_code::address_obsolete;
        return std::nullopt;
    }

    /// Whether the text of both parts is what stands there.
    constexpr bool is_plain() const noexcept {
        return state_ == state::domain_atom && !has_gap_ && !has_quotes_;
    }

    /// Where the parts are, in octets from the start of the value; known without a problem().
    constexpr std::size_t first() const noexcept { return first_; }
    constexpr std::size_t local_part_last() const noexcept { return local_part_last_; }
    constexpr std::size_t domain_first() const noexcept { return domain_first_; }
    constexpr std::size_t last() const noexcept { return last_; }

  private:
    enum class state : unsigned char {
        nothing, // has been taken
        word,
        dot,
        at_sign,
        domain_atom,
        domain_dot,
        domain_literal,
        broken,
    };

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
        bool const is_behind_word = state_ == state::word;
        if (next.is('.')) {
            (is_behind_word ? has_dot_ : has_odd_dot_) = true;
            return state::dot;
        }
        if (next.is('@') && has_word_) {
            if (!is_behind_word) has_odd_dot_ = true;
            return state::at_sign;
        }
        bool const is_quoted = next.is(token_kind::quoted_string);
        if (is_quoted) has_quotes_ = true;
        if (is_behind_word || !(is_quoted || next.is(token_kind::atom))) return state::broken;
        has_word_ = true;
        return state::word;
    }

    state state_ = state::nothing;
    bool has_at_ = false;
    bool has_word_ = false;
    bool has_gap_ = false; // between tokens
    bool has_dot_ = false; // between words of the local part
    bool has_odd_dot_ = false;
    bool has_quotes_ = false;
    bool has_encoded_word_ = false;
    std::size_t first_ = 0;
    std::size_t local_part_last_ = 0;
    std::size_t domain_first_ = 0;
    std::size_t last_ = 0; // of the last token
};

} // namespace foldwise::detail

#endif
