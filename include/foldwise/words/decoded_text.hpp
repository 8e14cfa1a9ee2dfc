#ifndef FOLDWISE_WORDS_DECODED_TEXT_HPP
#define FOLDWISE_WORDS_DECODED_TEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/charset/charset_converter.hpp>
#include <foldwise/config.hpp>
#include <foldwise/words/decoded_words.hpp>
#include <foldwise/words/detail/word_places.hpp>
#include <foldwise/words/encoded_word_check.hpp>

#include <string_view>

namespace foldwise {

/// Text of a field as it is meant, encoded-words decoded (RFC 2047 sections 5 and 6). There is one
/// for each place where they may stand: decoded_text, decoded_comment, decoded_phrase.
///
/// White space between two words is none of the text. The octets of words of one charset that
/// follow each other are read as one text, so that a character may be cut in two. What is decoded
/// is not looked at again.
///
/// The text is well-formed UTF-8: U+FFFD stands in place of what is malformed in a charset, and of
/// what is not UTF-8 beside the words. A word whose charset nobody knows stays as it stands, and so
/// does one whose charset needs a converter (GB18030, Shift_JIS ...) where there is none that knows
/// it: the range and == have none. What looks like a word and is none is text: one with white
/// space in it, with an encoding other than B and Q, without a charset, without its "?=". A word
/// that touches text or another word is decoded: the RFC calls it text, but nearly all programs
/// that show mail decode it, and a filter must see what they show.
///
/// Borrows the value; trivially copyable; a forward, borrowed range of char. begin() costs the
/// search for the first word, a traversal O(value); nothing is allocated but in `append_to` and
/// `to_string`, which are many times faster. Total.
template <walker Segments>
class text_with_words : public detail::decoded_words<Segments> {
  public:
    constexpr text_with_words() = default;
    explicit constexpr text_with_words(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : detail::decoded_words<Segments>{raw} {}
    /// The same text before its words are decoded.
    explicit constexpr text_with_words(typename Segments::written const& text) noexcept
        : detail::decoded_words<Segments>{text.raw()} {}
    template <owning_temporary T>
    explicit text_with_words(T&&) = delete;

    /// As it stands: folded, quoted, encoded.
    constexpr std::string_view raw() const noexcept { return this->source(); }

    /// Calls `report` with a diagnostic for each problem, with offsets from the start of raw();
    /// where there is a converter, it reads what is not built in. Of a word:
    ///     encoded_word_not_separated    encoded_word_too_long     encoded_word_text_malformed
    ///     encoded_word_charset_unknown  encoded_word_not_converted
    ///     encoded_word_split_character  encoded_word_control
    ///     charset_octets_replaced       charset_byte_order_missing
    /// what diagnose_base64 says of the text of a B word, but for long lines; qp_escape_malformed
    /// in a Q word. Of other text:
    ///     encoded_word_malformed        encoded_word_in_quotes
    ///     charset_octets_replaced       where it is not UTF-8
    /// O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        detail::word_check<Segments, Report>{raw(), detail::decoder_maker{}, report}.run();
    }
    template <class Report>
    constexpr void diagnose(Report&& report, charset_converter& converter) const {
        detail::word_check<Segments, Report>{raw(), detail::decoder_maker{converter}, report}.run();
    }
};

/// Unstructured text: Subject, Comments, Content-Description, and each field that is not known.
/// Unfolded, without white space at both ends.
///     decoded_text{"=?utf-8?Q?caf=C3?=\r\n =?utf-8?Q?=A9?= au lait"}  ==  "café au lait"
/// Made of a field's raw_value(), or its value().
using decoded_text = text_with_words<detail::text_segment_walker>;

/// The text of a comment, of what stands between its parentheses: unfolded, without the
/// backslashes of quoted-pairs.
///     auto const m = read_mailbox("a@b (=?iso-8859-1?Q?Andr=E9?=)");
///     decoded_comment{*m->comment()}  ==  "André"
/// Words may also touch a parenthesis, and none has one in it: the text there is a comment in the
/// comment.
using decoded_comment = text_with_words<detail::comment_segment_walker>;

/// A phrase, such as the name of a person: as `phrase` has it. Words are atoms there, and never in
/// a quoted-string.
///     auto const m = read_mailbox("=?utf-8?Q?Andr=C3=A9?= \"=?utf-8?Q?x?=\" <a@b>");
///     decoded_phrase{*m->display_name()}  ==  "André =?utf-8?Q?x?="
/// With a comment between two words there is a space. What is decoded may look like an address, or
/// like several: it is none.
using decoded_phrase = text_with_words<detail::phrase_segment_walker>;

} // namespace foldwise

template <class Segments>
inline constexpr bool std::ranges::enable_view<foldwise::text_with_words<Segments>> = true;
template <class Segments>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::text_with_words<Segments>> =
    true;

#endif
