#ifndef FOLDWISE_WORDS_ENCODED_WORD_HPP
#define FOLDWISE_WORDS_ENCODED_WORD_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/words/word_prefix.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How the octets of an encoded-word are encoded (RFC 2047 section 4).
enum class word_encoding : unsigned char {
    b, ///< base64
    q, ///< "=" and two hexadecimal digits, "_" for a space, or the octet itself
};

/// The maximum length of an encoded-word in octets (RFC 2047 section 2). Longer ones are read, too.
inline constexpr std::size_t encoded_word_limit = 75;

namespace detail {

/// An octet that the Q encoding encodes, and how many octets encode it.
struct q_octet {
    char octet;
    std::size_t size;
};

/// The octet that is encoded at `at`, which is before the end of `text`. An equals sign without two
/// hexadecimal digits after it is text.
constexpr q_octet read_q_octet(std::string_view text, std::size_t at) noexcept {
    char const octet = text[at];
    if (octet == '=' && text.size() - at >= 3) {
        auto const encoded = hex_octet(text[at + 1], text[at + 2]);
        if (encoded < 256) return {static_cast<char>(static_cast<unsigned char>(encoded)), 3};
    }
    return {octet == '_' ? ' ' : octet, 1};
}

class q_encoding_walker {
  public:
    constexpr q_encoding_walker() = default;
    explicit constexpr q_encoding_walker(std::string_view text) noexcept : rest_{text} { read(); }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr char current() const noexcept { return next_.octet; }
    constexpr void advance() noexcept {
        rest_.remove_prefix(next_.size);
        read();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void read() noexcept {
        if (!rest_.empty()) next_ = read_q_octet(rest_, 0);
    }
    std::string_view rest_; // starts with the encoded octet
    q_octet next_{};
};

class word_octet_walker {
  public:
    constexpr word_octet_walker() = default;
    constexpr word_octet_walker(std::string_view text, word_encoding encoding) noexcept {
        if (encoding == word_encoding::b)
            b_ = base64_walker{text};
        else
            q_ = q_encoding_walker{text};
    }

    constexpr bool at_end() const noexcept { return b_.at_end() && q_.at_end(); }
    constexpr char current() const noexcept { return b_.at_end() ? q_.current() : b_.current(); }
    constexpr void advance() noexcept {
        if (b_.at_end())
            q_.advance();
        else
            b_.advance();
    }
    constexpr std::size_t position() const noexcept { return b_.position() + q_.position(); }

  private:
    base64_walker b_; // at least one of the two is at its end
    q_encoding_walker q_;
};

} // namespace detail

/// An encoded-word: text beyond ASCII in a header field (RFC 2047; RFC 2231 section 5 adds the
/// language).
///
///     =?iso-8859-1*fr?Q?na=EFve?=
///
///     |-------------------------|   raw()
///       |--------|                  charset_label()    charset()  windows_1252
///                  ||               language()
///                     |             encoding()         word_encoding::q
///                       |-----|     encoded_text()     octets()   "na\xEFve"
///
///     encoded-word := "=?" charset ["*" language] "?" encoding "?" encoded-text "?="
///
/// This type is for a single word. To read a field, or any other text that may contain
/// encoded-words, use `decoded_text`, `decoded_phrase` or `decoded_comment`: adjacent words belong
/// together, and a character may be split between them. Their `diagnose` reports deviations that
/// are accepted here: a word longer than encoded_word_limit, an empty encoded-text, octets beyond
/// ASCII or "?" in it, ":" or "." in the charset. Borrows the field's bytes; trivially copyable;
/// allocates nothing.
class encoded_word {
  public:
    constexpr encoded_word() = default;

    /// Reads `text`, all of which must be one encoded-word.
    ///     encoded_word::read("=?utf-8?B?8J+MiA==?=")->charset_label()  ->  "utf-8"
    /// Otherwise the error is encoded_word_malformed: there is white space in it, no charset, an
    /// encoding other than B and Q, no "?=" at the end, or a "?=" before the end. Borrows `text`.
    /// O(text).
    static constexpr result<encoded_word>
    read(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const prefix =
            text.starts_with("=?") ? detail::read_word_prefix(text) : detail::word_prefix{};
        bool const is_word = prefix.is_well_formed &&
                             scan::octet_pair<'?', '='>(text, prefix.size) + 2 == text.size() &&
                             scan::in(fws_octets, text, 0) == text.size();
        if (is_word) return encoded_word{text, prefix.label_size};
        return diagnostic{diagnostic_code::encoded_word_malformed, 0, text.size()};
    }
    template <owning_temporary T>
    static void read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Creates the word `raw`, which is known to be an encoded-word with a charset and language of
    /// `label_size` octets.
    constexpr encoded_word(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                           std::size_t label_size) noexcept
        : raw_{raw}, label_size_{label_size} {}
    template <owning_temporary T>
    encoded_word(T&&, std::size_t) = delete; // it would dangle: keep the string in a variable first

    /// The encoded-word, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The size of the charset and language, with the asterisk between them.
    constexpr std::size_t label_size() const noexcept { return label_size_; }

    /// The charset as it is written, without the language.
    constexpr std::string_view charset_label() const noexcept {
        auto const label = this->label();
        std::size_t size = 0;
        while (size != label.size() && label[size] != '*') ++size; // a few octets
        return {label.data(), size};
    }
    /// The charset, if the label is known; see find_charset for the cost.
    constexpr optional<foldwise::charset> charset() const noexcept {
        return find_charset(charset_label());
    }
    /// The language tag (RFC 5646); empty if there is none.
    constexpr std::string_view language() const noexcept {
        auto const asterisk = scan::octet(label(), '*', 0);
        return label().substr(asterisk == label().size() ? asterisk : asterisk + 1);
    }

    /// How the text is encoded.
    constexpr word_encoding encoding() const noexcept {
        auto const letter = raw_.empty() ? 'q' : raw_[label_size_ + 3];
        return letter == 'b' || letter == 'B' ? word_encoding::b : word_encoding::q;
    }

    /// The text between the last two question marks, still encoded.
    constexpr std::string_view encoded_text() const noexcept {
        if (raw_.empty()) return {};
        return {raw_.data() + label_size_ + 5, raw_.size() - label_size_ - 7};
    }

    /// The decoded octets, which are in charset(): a forward, borrowed range of char. Malformed
    /// base64 is decoded as in base64_decoder. In Q, "=" without two hexadecimal digits is text.
    constexpr walk_range<detail::word_octet_walker> octets() const noexcept {
        return walk_range{detail::word_octet_walker{encoded_text(), encoding()}};
    }

  private:
    constexpr std::string_view label() const noexcept {
        if (raw_.empty()) return {};
        return {raw_.data() + 2, label_size_};
    }
    std::string_view raw_;
    std::size_t label_size_ = 0; // with the language
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
