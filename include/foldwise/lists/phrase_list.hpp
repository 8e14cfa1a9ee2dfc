#ifndef FOLDWISE_LISTS_PHRASE_LIST_HPP
#define FOLDWISE_LISTS_PHRASE_LIST_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

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
/// Commas outside of quoted-strings, comments, domain-literals and encoded-words separate the
/// phrases. Elements without a word are skipped; the empty quoted-string is a word. A phrase
/// extends from its first word to its last, without the comments before and after; encoded-words
/// are not decoded.
///
/// A forward range that borrows the value. Total: other specials are read as words, and an unclosed
/// quoted-string or comment extends to the end. A traversal is O(value); the constructor reads the
/// first phrase. Nothing is allocated.
class phrase_list : public walk_range<detail::phrase_walker> {
  public:
    constexpr phrase_list() = default;
    /// Reads a field's raw_value().
    explicit constexpr phrase_list(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : walk_range{detail::phrase_walker{value}}, raw_{value} {}
    explicit constexpr phrase_list(field const& f) noexcept : phrase_list{f.raw_value()} {}
    template <owning_temporary T>
    explicit phrase_list(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Calls `report` with phrase_malformed for each special other than a comma or a dot, for each
    /// domain-literal, and for a quoted-string or comment that is not closed; and with phrase_empty
    /// for each comma that has no phrase before it, and for the end if no phrase follows the last
    /// comma; in order. Offsets count from the start of raw(). O(value).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        lexer in{raw_};
        bool is_empty = true; // the element so far
        bool has_comma = false;
        for (auto next = in.next(); !next.is(token_kind::end); next = in.next()) {
            if (next.is(',')) {
                if (is_empty) report(problem(diagnostic_code::phrase_empty, next));
                is_empty = has_comma = true;
                continue;
            }
            is_empty = is_empty && next.is(token_kind::comment);
            bool const is_special = next.is(token_kind::special) && !next.is('.');
            if (is_special || next.is(token_kind::domain_literal) || !next.is_closed())
                report(problem(diagnostic_code::phrase_malformed, next));
        }
        if (has_comma && is_empty)
            report(diagnostic{diagnostic_code::phrase_empty, raw_.size(), 0});
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    /// O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr diagnostic problem(diagnostic_code code, token const& at) const noexcept {
        return {code, offset_of(raw_, at.raw()), at.raw().size()};
    }

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::phrase_list> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::phrase_list> = true;

#endif
