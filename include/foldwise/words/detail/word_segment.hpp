#ifndef FOLDWISE_WORDS_DETAIL_WORD_SEGMENT_HPP
#define FOLDWISE_WORDS_DETAIL_WORD_SEGMENT_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A set of charsets, one bit each.
class charset_set {
  public:
    constexpr charset_set() = default;
    static constexpr charset_set built_in() noexcept {
        static_assert(is_built_in(static_cast<charset>(first_other - 1)));
        static_assert(!is_built_in(static_cast<charset>(first_other)));
        charset_set all;
        all.bits_ = (std::uint64_t{1} << first_other) - 1;
        return all;
    }
    constexpr void add(charset value) noexcept { bits_ |= bit(value); }
    constexpr bool contains(charset value) const noexcept { return (bits_ & bit(value)) != 0; }

  private:
    static constexpr auto first_other = static_cast<unsigned>(charset::gb18030);
    static_assert(static_cast<unsigned>(charset::replacement) < 64);
    static constexpr std::uint64_t bit(charset value) noexcept {
        return std::uint64_t{1} << static_cast<unsigned>(value);
    }
    std::uint64_t bits_ = 0;
};

enum class segment_kind : unsigned char {
    text,
    gap,         ///< a space between two words of a phrase, which need not be in the value
    quoted_text, ///< the text of a quoted-string
    word,        ///< an encoded-word whose charset can be read
    unread_word, ///< an encoded-word that stays unchanged, because its charset cannot be read
};

/// Which part of an encoded-word a segment is. A word is cut into pieces by folds and quoted-pairs
/// in it, and by the sections of a parameter.
enum class word_piece : unsigned char { whole, first, later };

/// The charset of a label; charset::replacement, which is never read, if the label is unknown.
/// us_ascii for "unknown-8bit" (RFC 1428 section 3), which says nothing about octets above 127
/// either.
constexpr charset stated_by(std::string_view label) noexcept {
    if (auto const found = find_charset(label)) return *found;
    return ascii_iequals(label, "unknown-8bit") ? charset::us_ascii : charset::replacement;
}

/// The charset in which to decode text that states `stated`, which can be decoded: for US-ASCII,
/// UTF-8; see is_undeclared.
constexpr charset decoded_as(charset stated) noexcept {
    return stated == charset::us_ascii ? charset::utf_8 : stated;
}

/// A piece of a text that may contain encoded-words, before it is decoded. Borrows the text.
struct word_segment {
    segment_kind kind = segment_kind::text;
    std::string_view octets;                         ///< unchanged; of a word, its encoded text
    foldwise::charset charset = charset::utf_8;      ///< in which to decode octets
    foldwise::charset stated = charset::replacement; ///< named by the message; see stated_by
    word_encoding encoding = word_encoding::q;       ///< of a word
    word_piece piece = word_piece::whole;
    bool is_quoted = false; ///< whether a word is in a quoted-string

    // These two are set by joined_segments.
    bool continues = false;    ///< whether the encoding goes on from the segment before
    bool is_continued = false; ///< whether the encoding goes on in the next segment

    std::string_view word{}; ///< all of the encoded-word; not known in a parameter

    constexpr bool is_word() const noexcept { return kind == segment_kind::word; }
    /// Whether the segment is read as UTF-8 because it states no charset that can be decoded, or
    /// US-ASCII, which says nothing about octets above 127.
    constexpr bool is_undeclared() const noexcept {
        return charset == charset::utf_8 && stated != charset::utf_8;
    }
    /// The octets of the value that the segment was read from.
    constexpr std::string_view raw() const noexcept { return word.empty() ? octets : word; }

    /// Whether one decoder decodes both segments. Then a character may be split between them.
    constexpr bool is_decoded_with(word_segment const& next) const noexcept {
        return is_word() == next.is_word() && charset == next.charset && !next.starts_with_escape();
    }

    /// Whether an encoded-word in ISO-2022-JP, ISO-2022-JP-2 or ISO-2022-KR starts here with an
    /// escape sequence (1B in base64 is "G" and one of "w" to "/"). It is decoded by itself: the
    /// word before it may have ended with an escape sequence, and two in a row would be malformed.
    constexpr bool starts_with_escape() const noexcept {
        bool const is_of_iso_2022 = charset == charset::iso_2022_jp ||
                                    charset == charset::iso_2022_jp_2 ||
                                    charset == charset::iso_2022_kr;
        if (!is_of_iso_2022 || !is_word() || piece == word_piece::later || continues) return false;
        if (encoding == word_encoding::q)
            return octets.starts_with("=1B") || octets.starts_with("=1b");
        constexpr std::string_view second_digits = "wxyz0123456789+/";
        return octets.size() > 1 && octets[0] == 'G' &&
               second_digits.find(octets[1]) != second_digits.npos;
    }
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
