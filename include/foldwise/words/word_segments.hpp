#ifndef FOLDWISE_WORDS_WORD_SEGMENTS_HPP
#define FOLDWISE_WORDS_WORD_SEGMENTS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/words/detail/word_segment.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <cstddef>
#include <string_view>

// The segments of a text that may contain encoded-words, before anything is decoded.
namespace foldwise::inline FOLDWISE_ABI::detail {

/// The kinds of text in which encoded-words are searched for.
enum class word_place : unsigned char {
    text,     ///< RFC 2047 section 5 (1)
    comment,  ///< (2): a backslash quotes the next octet
    quotes,   ///< the text of a quoted-string, in which the RFC allows no encoded-words
    no_words, ///< text in which encoded-words are not searched for
};

/// Finds encoded-words from the front to the back. O(text) for all of them together, even for
/// `=?a?b?=?a?b?=?a?b?...`: the last end that was found is remembered.
///
/// RFC 2047 section 2 allows no white space in an encoded-word, but many programs write it. It is
/// accepted if there is no other "=?" before the "?=". In comments and quoted-strings, so are
/// quoted-pairs.
class word_finder {
  public:
    constexpr word_finder() = default;
    constexpr word_finder(std::string_view text, word_place place) noexcept
        : text_{text}, place_{place}, stop_{text.size()} {}

    constexpr std::string_view text() const noexcept { return text_; }

    /// The next word that starts at or after `from`; an empty one at the end if there is none.
    constexpr encoded_word next(std::size_t from) noexcept {
        if (place_ != word_place::no_words)
            for (auto at = start_from(from); at < text_.size(); at = start_from(at + 2))
                if (auto const word = word_at(at); !word.raw().empty()) return word;
        return {octets(text_.size(), text_.size()), 0};
    }

    /// The word that starts with the "=?" at `at`; an empty one if there is none.
    FOLDWISE_ALWAYS_INLINE constexpr encoded_word word_at(std::size_t at) noexcept {
        auto const prefix = read_word_prefix(octets(at, text_.size()));
        if (!prefix.is_well_formed) return {};
        auto end = stop_from(at + prefix.size);
        has_cuts_ = end < text_.size() && text_[end] != '?';
        if (has_cuts_) end = far_stop_from(at + prefix.size); // rare
        if (!is_end(end)) return {};
        return {octets(at, end + 2), prefix.label_size};
    }

    /// Whether there may be folds or quoted-pairs in the word that was found last.
    constexpr bool has_cuts() const noexcept { return has_cuts_; }

  private:
    constexpr std::string_view octets(std::size_t from, std::size_t to) const noexcept {
        return octets_at(text_.data() + from, to - from);
    }
    constexpr bool has_quoted_pairs() const noexcept { return place_ != word_place::text; }

    /// The next "=?" that is not quoted by a backslash.
    constexpr std::size_t start_from(std::size_t at) const noexcept {
        if (!has_quoted_pairs()) {
            // Most words follow white space after another word, or at the start.
            while (at < text_.size() && static_cast<unsigned char>(text_[at]) <= ' ') ++at;
            bool const is_here = text_.size() - at >= 2 && text_[at] == '=' && text_[at + 1] == '?';
            return is_here ? at : scan::octet_pair<'=', '?'>(text_, at);
        }
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

    /// Where the encoded-text that begins at `at` ends: at "?=", or at white space or a backslash.
    /// No octet is searched twice: the first stop after `looked_at_` is at `stop_`.
    constexpr std::size_t stop_from(std::size_t at) noexcept {
        if (looked_at_ <= at && at <= stop_ && looked_at_ != 0) return stop_;
        looked_at_ = at;
        stop_ = next_stop(at);
        while (stop_ < text_.size() && text_[stop_] == '?' && !is_end(stop_))
            stop_ = next_stop(stop_ + 1);
        return stop_;
    }

    /// The next octet that ends an encoded-text, or that may start its "?=".
    constexpr std::size_t next_stop(std::size_t at) const noexcept {
        return has_quoted_pairs() ? scan::one_of<' ', '\t', '\r', '\n', '?', '\\'>(text_, at)
                                  : scan::one_of<' ', '\t', '\r', '\n', '?'>(text_, at);
    }

    /// Where an encoded-text with white space ends that begins at `at`: at "?=", or at the second
    /// octet of another "=?". No octet is searched twice.
    constexpr std::size_t far_stop_from(std::size_t at) noexcept {
        if (looked_far_at_ <= at && at <= far_stop_ && looked_far_at_ != 0) return far_stop_;
        looked_far_at_ = at;
        constexpr char_class marks{"?\\"};
        auto stop = scan::in(marks, text_, at);
        for (; stop < text_.size(); stop = scan::in(marks, text_, stop + 1))
            if (text_[stop] == '?') {
                if (is_end(stop) || text_[stop - 1] == '=') break;
            } else if (has_quoted_pairs()) {
                stop += quoted_pairs{}.cut_at(text_, stop);
            }
        far_stop_ = stop < text_.size() ? stop : text_.size();
        return far_stop_;
    }

    std::string_view text_;
    word_place place_ = word_place::text;
    bool has_cuts_ = false;
    std::size_t looked_at_ = 0; // see stop_from; 0: nothing is known
    std::size_t stop_ = 0;
    std::size_t looked_far_at_ = 0; // see far_stop_from; 0: nothing is known
    std::size_t far_stop_ = 0;
};

/// Whether `text` consists of white space, folded or not.
constexpr bool is_fws(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_wsp(text[at])) continue;
        auto const fold = folds{}.cut_at(text, at);
        if (fold == 0) return false;
        at += fold;
    }
    return true;
}

/// Walks over the segments of a text of one kind: its encoded-words, and the pieces that `Cut`
/// leaves of the text between them. White space between two words that can be read is left out
/// (RFC 2047 section 6.2). A word with cuts in it is walked piece by piece, too.
template <class Cut>
class word_segment_walker {
  public:
    constexpr word_segment_walker() = default;
    constexpr word_segment_walker(std::string_view text, Cut cut, word_place where,
                                  charset_set readable) noexcept
        : text_{text}, finder_{text, where}, readable_{readable}, place_{where}, cut_{cut} {
        word_.is_quoted = where == word_place::quotes;
        take(0, segment_kind::text);
    }

    constexpr bool at_end() const noexcept { return !is_in_text() && word_.word.empty(); }
    FOLDWISE_ALWAYS_INLINE constexpr word_segment current() const noexcept {
        if (!is_in_text()) {
            auto word = word_;
            if (has_cuts_) word.octets = pieces_.current();
            return word;
        }
        bool const is_text = place_ == word_place::text || place_ == word_place::comment;
        return {is_text ? segment_kind::text : segment_kind::quoted_text, pieces_.current()};
    }
    constexpr void advance() noexcept {
        if (!pieces_.at_end()) {
            pieces_.advance();
            if (is_in_word_) word_.piece = word_piece::later;
            if (!pieces_.at_end()) return;
            if (!is_in_word_) {
                if (has_cuts_) enter_word();
                return;
            }
        }
        take(word_at() + word_.word.size(), word_.kind);
    }

    struct place {
        std::size_t word;
        std::size_t piece;
        bool is_in_word;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept {
        return {word_at(), pieces_.position(), is_in_word_};
    }

  private:
    constexpr bool is_in_text() const noexcept { return !is_in_word_ && !pieces_.at_end(); }
    constexpr std::size_t word_at() const noexcept {
        return word_.word.data() == nullptr ? 0 : offset_of(text_, word_.word);
    }

    /// Finds the next word from `from` on, and the text before it. `before` is the kind of the
    /// segment that ends at `from`.
    constexpr void take(std::size_t from, segment_kind before) noexcept {
        using enum segment_kind;
        auto const found = finder_.next(from);
        word_.word = found.raw();
        is_in_word_ = has_cuts_ = false;
        if (!word_.word.empty()) read(found);
        auto between = octets_at(text_.data() + from, offset_of(text_, word_.word) - from);
        bool const is_next_word = !word_.word.empty() && word_.kind == word;
        if (before == word && is_next_word && is_fws(between)) between = {};
        pieces_ = piece_walker<Cut>{between, cut_};
        if (has_cuts_ && between.empty()) enter_word();
    }

    constexpr void read(encoded_word const& found) noexcept {
        auto const label = octets_at(found.raw().data() + 2, found.label_size());
        if (label != label_) { // most words have the charset of the last one
            label_ = label;
            word_.stated = stated_by(found.charset_label());
        }
        word_.kind = segment_kind::word;
        word_.octets = found.encoded_text();
        word_.charset = decoded_as(word_.stated);
        word_.encoding = found.encoding();
        word_.piece = word_piece::whole;
        has_cuts_ = finder_.has_cuts();
        if (readable_.contains(word_.stated)) return;
        word_.kind = segment_kind::unread_word;
        word_.octets = found.raw();
        word_.charset = charset::utf_8;
        if (place_ != word_place::text) has_cuts_ = true; // a quoted-pair in its charset
    }

    /// Starts with the pieces of a word that has cuts.
    constexpr void enter_word() noexcept {
        pieces_ = piece_walker<Cut>{word_.octets, cut_};
        word_.piece = word_piece::first;
        is_in_word_ = true;
    }

    std::string_view text_;
    word_finder finder_;
    charset_set readable_;
    word_place place_ = word_place::text;
    word_segment word_;        // the next word; `word` is empty if there is none
    std::string_view label_;   // the charset and language of the last word
    piece_walker<Cut> pieces_; // of the text before word_, or of word_
    bool has_cuts_ = false;    // whether word_ may have cuts
    bool is_in_word_ = false;  // whether pieces_ are those of word_
    [[no_unique_address]] Cut cut_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
