#ifndef FOLDWISE_WORDS_WORD_SEGMENTS_HPP
#define FOLDWISE_WORDS_WORD_SEGMENTS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// The segments of a text that may contain encoded-words, before anything is decoded.
namespace foldwise::detail {

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

/// The kinds of text in which encoded-words are searched for.
enum class word_place : unsigned char {
    text,     ///< RFC 2047 section 5 (1)
    comment,  ///< (2): a backslash quotes the next octet, and is never part of a word
    quotes,   ///< the quotes of a parameter: as in a comment, but parentheses have no meaning
    no_words, ///< a quoted-string, which contains no encoded-words
};

enum class segment_kind : unsigned char {
    text,
    gap,         ///< a space between two words of a phrase, which need not be in the value
    quoted_text, ///< the text of a quoted-string
    word,        ///< an encoded-word whose charset can be read
    unread_word, ///< an encoded-word that stays unchanged, because its charset cannot be read
};

/// The charset of a label; charset::replacement, which is never read, if the label is unknown.
constexpr charset stated_by(std::string_view label) noexcept {
    return find_charset(label).value_or(charset::replacement);
}

struct word_segment {
    segment_kind kind = segment_kind::text;
    std::string_view octets;                         ///< unchanged
    foldwise::charset charset = charset::utf_8;      ///< in which to decode octets
    foldwise::charset stated = charset::replacement; ///< named by the message; see stated_by
    std::size_t label_size = 0;                      ///< of an encoded-word

    constexpr bool is_word() const noexcept { return kind == segment_kind::word; }
    /// Whether the segment is read as UTF-8 because it states no charset that can be decoded.
    constexpr bool is_undeclared() const noexcept {
        return !is_word() && charset == charset::utf_8 && stated != charset::utf_8;
    }
    constexpr encoded_word word() const noexcept { return {octets, label_size}; }

    /// Whether one decoder decodes both segments. Then a character may be split between them.
    constexpr bool is_decoded_with(word_segment const& next) const noexcept {
        return is_word() == next.is_word() && charset == next.charset;
    }
};

/// Finds encoded-words from the front to the back. O(text) for all of them together, even for
/// `=?a?b?=?a?b?=?a?b?...`: the last end that was found is remembered.
class word_finder {
  public:
    constexpr word_finder() = default;
    constexpr word_finder(std::string_view text, word_place place) noexcept
        : text_{text}, place_{place}, stop_{text.size()} {}

    /// The next word that starts at or after `from`; an empty one at the end if there is none.
    constexpr encoded_word next(std::size_t from) noexcept {
        encoded_word const none{octets(text_.size(), text_.size()), 0};
        if (place_ == word_place::no_words) return none;
        for (auto at = start_from(from); at < text_.size(); at = start_from(at + 2)) {
            auto const prefix = read_word_prefix(octets(at, text_.size()));
            if (!prefix.is_well_formed) continue;
            auto const end = stop_from(at + prefix.size);
            if (is_end(end)) return encoded_word{octets(at, end + 2), prefix.label_size};
        }
        return none;
    }

  private:
    constexpr std::string_view octets(std::size_t from, std::size_t to) const noexcept {
        return {text_.data() + from, to - from};
    }
    constexpr bool has_quoted_pairs() const noexcept { return place_ != word_place::text; }

    /// The next "=?" that is not quoted by a backslash.
    constexpr std::size_t start_from(std::size_t at) const noexcept {
        if (!has_quoted_pairs()) return scan::octet_pair<'=', '?'>(text_, at);
        constexpr char_class stops{"=\\"};
        while (at < text_.size()) {
            at = scan::in(stops, text_, at);
            if (text_.substr(at).starts_with("=?")) return at;
            if (at < text_.size()) at += quoted_pairs{}.cut_at(text_, at) + 1;
        }
        return text_.size();
    }

    /// Whether there is "?=" at `at`.
    constexpr bool is_end(std::size_t at) const noexcept {
        return text_.size() - at >= 2 && text_[at] == '?' && text_[at + 1] == '=';
    }

    /// Where the encoded-text that begins at `at` ends: at "?=", or at an octet that no word may
    /// contain. No octet is searched twice: the first stop after `looked_at_` is at `stop_`.
    constexpr std::size_t stop_from(std::size_t at) noexcept {
        if (looked_at_ <= at && at <= stop_ && looked_at_ != 0) return stop_;
        looked_at_ = at;
        stop_ = next_stop(at);
        while (stop_ < text_.size() && text_[stop_] == '?' && !is_end(stop_))
            stop_ = next_stop(stop_ + 1);
        return stop_;
    }

    /// The next octet that no encoded-text may contain, or that may start its "?=".
    constexpr std::size_t next_stop(std::size_t at) const noexcept {
        switch (place_) {
        case word_place::quotes: return scan::one_of<' ', '\t', '\r', '\n', '?', '\\'>(text_, at);
        case word_place::comment:
            return scan::one_of<' ', '\t', '\r', '\n', '?', '\\', '(', ')'>(text_, at);
        default: return scan::one_of<' ', '\t', '\r', '\n', '?'>(text_, at);
        }
    }

    std::string_view text_;
    word_place place_ = word_place::text;
    std::size_t looked_at_ = 0; // see stop_from; 0: nothing is known
    std::size_t stop_ = 0;
};

/// Whether `text` consists of white space, folded or not.
constexpr bool is_fws(std::string_view text) noexcept { return trim_fws(text).empty(); }

/// Walks over the segments of a text of one kind: its encoded-words, and the pieces that `Cut`
/// leaves of the text between them. White space between two words that can be read is left out
/// (RFC 2047 section 6.2).
template <class Cut>
class word_segment_walker {
  public:
    constexpr word_segment_walker() = default;
    constexpr word_segment_walker(std::string_view text, Cut cut, word_place where,
                                  charset_set readable) noexcept
        : text_{text}, finder_{text, where}, readable_{readable}, place_{where}, cut_{cut} {
        take(0, segment_kind::text);
    }

    constexpr bool at_end() const noexcept { return pieces_.at_end() && word_.octets.empty(); }
    constexpr word_segment current() const noexcept {
        if (pieces_.at_end()) return word_;
        auto const kind =
            place_ == word_place::no_words ? segment_kind::quoted_text : segment_kind::text;
        return {kind, pieces_.current()};
    }
    constexpr void advance() noexcept {
        if (!pieces_.at_end())
            pieces_.advance();
        else
            take(word_at() + word_.octets.size(), word_.kind);
    }

    struct place {
        std::size_t word;
        std::size_t piece;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {word_at(), pieces_.position()}; }

  private:
    constexpr std::size_t word_at() const noexcept {
        return word_.octets.data() == nullptr ? 0 : offset_of(text_, word_.octets);
    }

    /// Finds the next word from `from` on, and the text before it. `before` is the kind of the
    /// segment that ends at `from`.
    constexpr void take(std::size_t from, segment_kind before) noexcept {
        using enum segment_kind;
        auto const next = finder_.next(from);
        auto const found = next.raw();
        auto const stated = found.empty() ? charset::replacement : stated_by(next.charset_label());
        bool const is_read = readable_.contains(stated);
        word_ = {is_read ? word : unread_word, found, is_read ? stated : charset::utf_8, stated,
                 next.label_size()};
        std::string_view between{text_.data() + from, offset_of(text_, found) - from};
        if (before == word && word_.kind == word && is_fws(between)) between = {};
        pieces_ = piece_walker<Cut>{between, cut_};
    }

    std::string_view text_;
    word_finder finder_;
    charset_set readable_;
    word_place place_ = word_place::text;
    word_segment word_;        // the next word; without octets if there is none
    piece_walker<Cut> pieces_; // the text before word_
    [[no_unique_address]] Cut cut_;
};

} // namespace foldwise::detail

#endif
