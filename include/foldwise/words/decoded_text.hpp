#ifndef FOLDWISE_WORDS_DECODED_TEXT_HPP
#define FOLDWISE_WORDS_DECODED_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/detail/word_places.hpp>
#include <foldwise/words/encoded_word_check.hpp>
#include <foldwise/words/text_options.hpp>

#include <string_view>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// Text for people, with its encoded-words decoded (RFC 2047 sections 5 and 6). There is a type for
/// each place where encoded-words may occur: `decoded_text`, `decoded_comment`, `decoded_phrase`.
///
///     Subject: =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= au lait
///
///     raw()          " =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= au lait"    unchanged
///     undecoded()    "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= au lait"     unfolded
///     to_string()    "café au lait"                                   decoded
///
/// White space between two encoded-words is not part of the text. Adjacent words in the same
/// charset are decoded together: a character may be split between them, and so may the encoding of
/// an octet (see joined_segments). Decoded text is not searched for encoded-words again.
///
/// The text is well-formed UTF-8. U+FFFD replaces octets that are malformed in their charset.
/// Octets outside of encoded-words are UTF-8; if they are not valid UTF-8, all of them are read in
/// the fallback of text_options, if it has one. The same is true of all encoded-words in US-ASCII
/// together. A byte order mark at the start is left out. An encoded-word stays unchanged if its
/// charset is unknown, or if it needs a converter (GB18030, Shift_JIS ...) and text_options has
/// none that knows it.
///
/// An encoded-word has a charset, the encoding B or Q, and "?=" at its end. Anything else that
/// starts with "=?" is text. What the RFC forbids, but nearly all mail programs decode, is decoded,
/// because a filter must see what they show; `diagnose` reports it:
///     a word that touches text or another word
///     a word with white space or folds in it, if no other "=?" is before its "?="
///     a word with other octets in it that are not allowed, such as "," and "[" in a phrase
///     a word inside a quoted-string of a phrase
///     a charset with ":" or "." in its name
/// All of this is only text: no address is ever read from it.
///
/// The range, `empty`, `contiguous` and `==` refer to the text that is decoded without options.
/// Borrows the value; trivially copyable; a forward, borrowed range of char. begin() finds the
/// first word, a traversal is O(value). Only `append_to` and `to_string` allocate; they are many
/// times faster than a traversal. Total.
template <walker Segments>
class text_with_words : public detail::decoded_words<Segments> {
    using undecoded_text = typename Segments::undecoded_text;

  public:
    constexpr text_with_words() = default;
    explicit constexpr text_with_words(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : detail::decoded_words<Segments>{typename Segments::source{raw}} {}
    /// Reads the field's raw_value(). Borrows what the field borrows.
    explicit constexpr text_with_words(field const& f) noexcept : text_with_words{f.raw_value()} {}
    /// Decodes a text that was read before, such as an `unfolded`. Borrows what it borrows.
    explicit constexpr text_with_words(undecoded_text const& text) noexcept
        : detail::decoded_words<Segments>{Segments::source_of(text)} {}
    template <owning_temporary T>
    explicit text_with_words(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The value unchanged: folded, quoted, encoded.
    constexpr std::string_view raw() const noexcept { return Segments::raw(this->source()); }

    /// The text with folding and quoting undone, and its encoded-words unchanged.
    constexpr undecoded_text undecoded() const noexcept {
        return Segments::undecoded(this->source());
    }

    /// The text as a view of the value, if it is one piece of it: if there is no folding and
    /// nothing to decode. O(value).
    constexpr optional<std::string_view> contiguous() const noexcept {
        auto const text = undecoded().contiguous();
        if (text && *this == *text) return text;
        return std::nullopt;
    }

    /// Calls `report` with a diagnostic for each problem, with offsets from the start of raw().
    /// Problems of an encoded-word:
    ///     encoded_word_not_separated    encoded_word_too_long     encoded_word_text_malformed
    ///     encoded_word_in_quotes        encoded_word_white_space  encoded_word_charset_name
    ///     encoded_word_charset_unknown  encoded_word_not_converted
    ///     encoded_word_split_character  encoded_word_text_split   encoded_word_control
    ///     charset_octets_replaced       charset_byte_order_missing
    ///     charset_label_unregistered
    /// Problems of the encoded-text: in a B word, those of diagnose_base64, except long lines, and
    /// of text that is joined only base64_octet; in a Q word, qp_escape_malformed. Problems of
    /// other text:
    ///     encoded_word_malformed
    ///     charset_octets_replaced       if it is not UTF-8, and there is no fallback
    ///     charset_fallback              if it is read in the fallback
    /// Problems of encoded-words in US-ASCII that have octets above 127:
    ///     charset_fallback              they are read in the fallback
    ///     charset_undeclared            they are read as UTF-8
    /// O(value).
    template <class Report>
    constexpr void diagnose(Report&& report, text_options const& options = {}) const {
        detail::word_check<std::remove_reference_t<Report>>{Segments::raw(this->source()),
                                                            Segments::surroundings, report}
            .run(detail::segment_reader<Segments>{this->source(), options});
    }

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

/// Unstructured text: Subject, Comments, Content-Description, and each field of an unknown type.
/// Unfolded, without white space at both ends.
///     decoded_text{"=?utf-8?Q?caf=C3?=\r\n =?utf-8?Q?=A9?= au lait"}  ==  "café au lait"
using decoded_text = text_with_words<detail::text_segment_walker>;

/// The text between the parentheses of a comment: unfolded, without the backslashes of
/// quoted-pairs.
///     decoded_comment{"=?iso-8859-1?Q?Andr=E9?= \\(at home\\)"}  ==  "André (at home)"
/// An encoded-word may touch a parenthesis.
using decoded_comment = text_with_words<detail::comment_segment_walker>;

/// A phrase, such as a display name: the text of a `phrase`, decoded. Encoded-words are atoms here,
/// but those in quoted-strings are decoded, too, and those that are several tokens because of white
/// space or specials in them.
///     decoded_phrase{"=?utf-8?Q?Andr=C3=A9?= \"=?utf-8?Q?x?= y\""}  ==  "André x y"
/// A comment between two words becomes a space. Decoded text is never an address or a list of
/// addresses, even if it looks like one.
using decoded_phrase = text_with_words<detail::phrase_segment_walker>;

} // namespace foldwise::inline FOLDWISE_ABI

template <class Segments>
inline constexpr bool std::ranges::enable_view<foldwise::text_with_words<Segments>> = true;
template <class Segments>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::text_with_words<Segments>> =
    true;

#endif
