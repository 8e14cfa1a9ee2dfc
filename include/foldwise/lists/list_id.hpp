#ifndef FOLDWISE_LISTS_LIST_ID_HPP
#define FOLDWISE_LISTS_LIST_ID_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/lists/detail/angle_size.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/unspaced.hpp>
#include <foldwise/syntax/word_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class list_id_reader;
}

/// A List-ID field: the identifier of a mailing list (RFC 2919 sections 2 and 3).
///
///     "Lena's Personal Joke List" <lenas-jokes.021999.localhost>
///
///     |--------------------------------------------------------|   raw()
///     |-------------------------|                                  description()
///                                  |--------------------------|    text()
///
///     list-id-header    = "List-ID:" [phrase] "<" list-id ">" CRLF
///     list-id           = list-label "." list-id-namespace
///     list-label        = dot-atom-text
///     list-id-namespace = domain-name / "localhost"
///
///     list_id::read("Friends of mail <friends.sample.net>")->is("friends.sample.net")
///
/// The text does not show where the label ends, because a label may contain dots. The identifier
/// names a list but does not prove that the message came from it: anybody can write it.
///
/// Malformed values with only one meaning are read nevertheless, and deviation() reports them:
///
///     friends.sample.net        no brackets: one word with a dot or an at sign, and nothing else
///     <friends>  <a@b.example>  not dot-atom-text with a dot
///     <a. b>                    white space, which is ignored
///     <...256 octets...>        too long
///     Re: <a.b>  <a.b> c        text beside the brackets that is not a phrase before them
///
/// Comments may be anywhere outside of the brackets. Text in a comment, a quoted-string or an
/// encoded-word is never an identifier.
///
/// Borrows the value; trivially copyable; each member is O(1), except for the texts, which are
/// lazy.
class list_id {
  public:
    constexpr list_id() = default;

    /// Reads a field's raw_value(), folded or not. An error (list_id_malformed, which covers the
    /// value) if there is no identifier or more than one, or if a quoted-string, a comment or a
    /// bracket is not closed. O(value).
    static constexpr result<list_id> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept;
    static constexpr result<list_id> read(field const& f) noexcept;
    template <owning_temporary T>
    static result<list_id>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The identifier without its brackets, and without white space in it. Compare it with is():
    /// case does not count.
    constexpr unspaced text() const noexcept { return unspaced{content_}; }

    /// The text before the brackets, if there is any; encoded-words are not decoded.
    constexpr optional<phrase> description() const noexcept {
        if (description_.empty()) return std::nullopt;
        return phrase{description_};
    }

    /// Whether both identifiers name the same list: whether they are equal when the case of ASCII
    /// letters is ignored (RFC 2919 section 6).
    constexpr bool is(std::string_view identifier) const noexcept {
        return equal_but_for_case(text(), identifier);
    }
    constexpr bool is(list_id const& other) const noexcept {
        return equal_but_for_case(text(), other.text());
    }

    /// Whether both texts are the same, octet by octet. Identifiers that differ only in the case of
    /// letters name the same list, too: use is().
    friend constexpr bool operator==(list_id const& left, list_id const& right) noexcept {
        return left.text() == right.text();
    }

    /// The first problem in this order: list_id_without_brackets, list_id_not_dot_atom,
    /// list_id_with_white_space, list_id_too_long, list_id_other_text. Offsets count from the start
    /// of raw().
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (deviation_) report(*deviation_);
    }

  private:
    friend detail::list_id_reader;
    constexpr list_id(std::string_view raw, std::string_view content, std::string_view description,
                      optional<diagnostic> const& deviation) noexcept
        : raw_{raw}, content_{content}, description_{description}, deviation_{deviation} {}

    std::string_view raw_;
    std::string_view content_; // the identifier, perhaps with white space in it
    std::string_view description_;
    optional<diagnostic> deviation_;
};

namespace detail {

/// Whether a text consists of two or more atoms, each two separated by one of `separators`.
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
        return list_id{value_, content, words(), deviation(raw, inside)};
    }

    /// Without brackets, the value is an identifier if it is one word with a dot or an at sign.
    constexpr result<list_id> read_bare() const noexcept {
        auto const word = words();
        if (!is_separated_atoms(word, char_class{".@"}) || encoded_word_size(word) != 0)
            return malformed();
        return list_id{value_,
                       word,
                       {},
                       diagnostic{diagnostic_code::list_id_without_brackets, first_, word.size()}};
    }

    constexpr optional<diagnostic> deviation(std::string_view raw,
                                             std::string_view inside) const noexcept {
        auto const at = [&](diagnostic_code code) {
            return diagnostic{code, offset_of(value_, raw), raw.size()};
        };
        unspaced const text{trim(inside, fws_octets)};
        if (!is_separated_atoms(text, char_class{"."}))
            return at(diagnostic_code::list_id_not_dot_atom);
        if (scan::in(fws_octets, inside, 0) != inside.size())
            return at(diagnostic_code::list_id_with_white_space);
        if (text.length() > 255) return at(diagnostic_code::list_id_too_long);
        if (has_other_text_) return whole_value(diagnostic_code::list_id_other_text, value_);
        return std::nullopt;
    }

    /// The text before the brackets, from the first word to the last.
    constexpr std::string_view words() const noexcept {
        return value_.substr(first_, last_ - first_);
    }

    constexpr diagnostic malformed() const noexcept {
        return whole_value(diagnostic_code::list_id_malformed, value_);
    }

    std::string_view value_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    bool has_other_text_ = false;
};

} // namespace detail

constexpr result<list_id> list_id::read(std::string_view value) noexcept {
    return detail::list_id_reader{value}.read();
}
constexpr result<list_id> list_id::read(field const& f) noexcept { return read(f.raw_value()); }

} // namespace foldwise::inline FOLDWISE_ABI

/// The hash of text(), which operator== compares.
template <>
struct std::hash<foldwise::list_id> {
    constexpr std::size_t operator()(foldwise::list_id const& id) const noexcept {
        foldwise::text_hash sum;
        for (auto const piece : id.text().pieces()) sum.add(piece);
        return static_cast<std::size_t>(sum.value());
    }
};

#endif
