#ifndef FOLDWISE_LISTS_PHRASE_LIST_HPP
#define FOLDWISE_LISTS_PHRASE_LIST_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

namespace detail {

class phrase_walker {
  public:
    constexpr phrase_walker() = default;
    explicit constexpr phrase_walker(std::string_view list) noexcept : list_{list}, in_{list} {
        advance();
    }

    constexpr bool at_end() const noexcept { return last_ == first_; }
    constexpr phrase current() const noexcept {
        return phrase{list_.substr(first_, last_ - first_)};
    }
    constexpr std::size_t position() const noexcept { return first_; }
    constexpr void advance() noexcept {
        first_ = last_ = list_.size();
        for (bool is_empty = true;;) {
            in_.skip_comments();
            auto const at = in_.position();
            auto const next = in_.next();
            if (next.is(token_kind::end)) break;
            if (next.is(',')) {
                if (is_empty) continue;
                break;
            }
            if (is_empty) first_ = at;
            is_empty = false;
            last_ = at + next.raw().size();
        }
    }

  private:
    std::string_view list_;
    lexer in_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

} // namespace detail

/// The phrases of a Keywords field (RFC 5322 sections 3.6.5 and 4.5.5), folded or not.
///     keywords        = "Keywords:" phrase *("," phrase) CRLF
///     obs-phrase-list = [phrase / CFWS] *("," [phrase / CFWS])
///     phrase_list{"mail, \"a, b\" (c), , =?utf-8?Q?d,_e?="}
///       ->  mail   a, b   =?utf-8?Q?d,_e?=
/// Nothing separates but a comma outside of quoted-strings, comments, domain-literals and
/// encoded-words; elements without a word are passed, though not the word "". A phrase starts
/// with its first word and ends with its last; comments beside it do not belong to it, and
/// encoded-words are not decoded. Total: specials are words here, and a quoted-string or a
/// comment that is not closed takes the rest. A forward, borrowed range; O(value), nothing is
/// allocated.
class phrase_list : public walk_range<detail::phrase_walker> {
  public:
    constexpr phrase_list() = default;
    /// `value` is a field's raw_value().
    explicit constexpr phrase_list(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::phrase_walker{value}} {}
    template <owning_temporary T>
    explicit phrase_list(T&&) = delete;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::phrase_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::phrase_list> = true;

#endif
