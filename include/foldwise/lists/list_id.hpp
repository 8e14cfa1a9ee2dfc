#ifndef FOLDWISE_LISTS_LIST_ID_HPP
#define FOLDWISE_LISTS_LIST_ID_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/angle_text.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// The identifier of a mailing list (RFC 2919 sections 2 and 3):
///
///     "Lena's Personal Joke List" <lenas-jokes.021999.localhost>
///
///                                 |----------------------------|   raw()
///                                  |--------------------------|    text()
///     |-------------------------|                                  description()
///
///     list-id           = list-label "." list-id-namespace
///     list-label        = dot-atom-text
///     list-id-namespace = domain-name / "localhost"
///
/// Where the label ends cannot be seen from outside, as it may have dots of its own. The
/// identifier says which list it is, not that the message came from it: anybody can write it.
/// read_list_id gives it. Borrows the value; trivially copyable.
class list_id {
  public:
    constexpr list_id() = default;
    /// `raw` as it stands; `content` is what of it is the identifier.
    constexpr list_id(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view content,
                      std::string_view description,
                      std::optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, content_{content}, description_{description}, deviation_{deviation} {}

    /// The identifier as it stands, with its brackets.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Without brackets, and without white space that should not be there.
    constexpr angle_text text() const noexcept { return angle_text{content_}; }

    /// What stands before the brackets; encoded-words are not decoded.
    constexpr std::optional<phrase> description() const noexcept {
        if (description_.empty()) return std::nullopt;
        return phrase{description_};
    }

    /// Whether it is this identifier; case does not count (RFC 2919 section 6).
    constexpr bool is(std::string_view identifier) const noexcept {
        return equal_but_for_case(text(), identifier);
    }

    /// Whether both are of the same list; case and all around the identifier do not count.
    friend constexpr bool operator==(list_id const& left, list_id const& right) noexcept {
        return equal_but_for_case(left.text(), right.text());
    }

    /// In what it is not as RFC 2919 has it, yet can only mean one list; of several the first of
    /// list_id_without_brackets, list_id_not_dot_atom, list_id_with_white_space,
    /// list_id_too_long, list_id_other_text. Its offset counts from the start of the value.
    constexpr std::optional<diagnostic> deviation() const noexcept { return deviation_; }

  private:
    std::string_view raw_;
    std::string_view content_;
    std::string_view description_;
    std::optional<diagnostic> deviation_;
};

namespace detail {

/// Whether a text is atoms, two or more, with one of `separators` between each two.
///     list-id = dot-atom-text "." dot-atom-text       ; with "."
template <class Text>
constexpr bool is_separated_atoms(Text const& text, char_class const& separators) noexcept {
    bool has_separator = false;
    bool is_in_atom = false;
    for (char const octet : text) {
        bool const separates = separators.contains(octet);
        if (separates ? !is_in_atom : !(atext + utf8_non_ascii).contains(octet)) return false;
        has_separator = has_separator || separates;
        is_in_atom = !separates;
    }
    return has_separator && is_in_atom;
}

/// Reads a List-ID field.
class list_id_reader {
  public:
    explicit constexpr list_id_reader(std::string_view value) noexcept : value_{value} {}

    constexpr result<list_id> read() noexcept {
        lexer in{value_};
        for (;;) {
            auto const at = in.position();
            auto const next = in.next();
            if (!next.is_closed()) return malformed();
            if (next.is('<')) return read_bracketed(at);
            if (next.is(token_kind::end)) return read_bare();
            if (next.is(token_kind::comment)) continue;
            if (last_ == 0) first_ = at;
            last_ = at + next.raw().size();
            bool const is_word = next.is(token_kind::atom) || next.is(token_kind::quoted_string);
            if (!is_word && !next.is('.')) has_other_text_ = true;
        }
    }

  private:
    constexpr result<list_id> read_bracketed(std::size_t open) noexcept {
        auto const raw = value_.substr(open, angle_size(value_.substr(open)));
        if (raw.empty()) return malformed();
        lexer in{value_.substr(open + raw.size())};
        for (auto next = in.next(); !next.is(token_kind::end); next = in.next()) {
            if (!next.is_closed() || next.is('<')) return malformed();
            if (!next.is(token_kind::comment)) has_other_text_ = true;
        }
        auto const inside = raw.substr(1, raw.size() - 2);
        auto const content = trim(inside, fws_octets);
        if (content.empty() || encoded_word_size(content) != 0 ||
            scan::in(ctl - fws_octets, content, 0) != content.size())
            return malformed();
        return list_id{raw, content, words(), deviation(raw, inside)};
    }

    /// A word with a dot or an at sign is an identifier where there is nothing else.
    constexpr result<list_id> read_bare() const noexcept {
        auto const word = words();
        if (!is_separated_atoms(word, char_class{".@"}) || encoded_word_size(word) != 0)
            return malformed();
        return list_id{word,
                       word,
                       {},
                       diagnostic{diagnostic_code::list_id_without_brackets, first_, word.size()}};
    }

    constexpr std::optional<diagnostic> deviation(std::string_view raw,
                                                  std::string_view inside) const noexcept {
        auto const at = [&](diagnostic_code code) {
            return diagnostic{code, offset_of(value_, raw), raw.size()};
        };
        angle_text const text{trim(inside, fws_octets)};
        if (!is_separated_atoms(text, char_class{"."}))
            return at(diagnostic_code::list_id_not_dot_atom);
        if (scan::in(fws_octets, inside, 0) != inside.size())
            return at(diagnostic_code::list_id_with_white_space);
        if (text.length() > 255) return at(diagnostic_code::list_id_too_long);
        if (has_other_text_)
            return diagnostic{diagnostic_code::list_id_other_text, 0, value_.size()};
        return std::nullopt;
    }

    /// From the first word to the last, before the brackets.
    constexpr std::string_view words() const noexcept {
        return value_.substr(first_, last_ - first_);
    }

    constexpr diagnostic malformed() const noexcept {
        return {diagnostic_code::list_id_malformed, 0, value_.size()};
    }

    std::string_view value_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    bool has_other_text_ = false;
};

} // namespace detail

/// The identifier in a List-ID field; `value` is its raw_value(), folded or not.
///     list-id-header = "List-ID:" [phrase] "<" list-id ">" CRLF
///     read_list_id("Friends of mail <friends.list-id.sample.net>")
///       ->  text() == "friends.list-id.sample.net", description() == "Friends of mail"
/// Read nevertheless, since there is one meaning, and told by deviation():
///
///     friends.sample.net        without brackets: one word with a dot or an at sign, and no more
///     <friends>  <a@b.example>  not dot-atom-text with a dot in it; it is compared all the same
///     <a. b>                    white space, which is ignored
///     <...256 octets...>        too long
///     Re: <a.b>  <a.b> c        text beside it that is no phrase before it
///
/// Comments may stand anywhere outside of the brackets. Without a value where there is none, or
/// one of two could be meant, and where a quote, a comment or a bracket is not closed:
/// list_id_malformed, which covers the value. Nothing in a comment, a quoted-string or an
/// encoded-word is an identifier. O(value), nothing is allocated.
constexpr result<list_id> read_list_id(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    return detail::list_id_reader{value}.read();
}
template <owning_temporary T>
result<list_id> read_list_id(T&&) = delete;

} // namespace foldwise

#endif
