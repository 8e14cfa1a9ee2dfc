#ifndef FOLDWISE_SYNTAX_KEYWORD_HPP
#define FOLDWISE_SYNTAX_KEYWORD_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The atom of a value that has one atom and CFWS (RFC 5322 section 3.2.2), and nothing else; empty
/// for any other value.
///     lone_atom(" 1 (Highest)")  ->  "1"
constexpr std::string_view lone_atom(std::string_view value) noexcept {
    lexer in{value};
    auto const atom = in.next_outside_comments();
    if (!atom.is(token_kind::atom) || !in.skip_comments().is_closed()) return {};
    return in.next().is(token_kind::end) ? atom.raw() : std::string_view{};
}

/// A word that a field may have as its value, and the meaning of the word.
template <class Meaning>
struct keyword {
    std::string_view word;
    Meaning meaning;
};

/// The meaning of the word that `value` consists of, compared without ASCII case. The error is
/// keyword_malformed, and covers the value, if the word is not one of `known`. O(value).
template <class Meaning, std::size_t Count>
constexpr result<Meaning> read_keyword(std::string_view value,
                                       keyword<Meaning> const (&known)[Count]) noexcept {
    auto const word = lone_atom(value);
    for (auto const& each : known)
        if (ascii_iequals(each.word, word)) return each.meaning;
    return whole_value(diagnostic_code::keyword_malformed, value);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
