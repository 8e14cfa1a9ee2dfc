#ifndef FOLDWISE_WORDS_DETAIL_WORD_PLACES_HPP
#define FOLDWISE_WORDS_DETAIL_WORD_PLACES_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>
#include <foldwise/words/encoded_word.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string_view>

// The three places where encoded-words may occur (RFC 2047 section 5). For each place there is a
// walker over the segments of a text, with these members:
//     source                 the type that the text is read from
//     raw(source)            the octets of the text, unchanged
//     undecoded(source)      the text before its encoded-words are decoded, an undecoded_text
//     source_of(undecoded)   the inverse of undecoded()
namespace foldwise::inline FOLDWISE_ABI::detail {

/// The octets that RFC 2047 allows in the text of a Q encoded-word, and directly before and after
/// an encoded-word.
struct word_surroundings {
    char_class allowed;
    char_class before;
    char_class after;
};

/// RFC 2047 section 5 (1): unstructured text.
class text_segment_walker : public word_segment_walker<folds> {
  public:
    using source = std::string_view;
    using undecoded_text = unfolded;
    static constexpr word_surroundings surroundings{vchar - char_class{"?"}, fws_octets,
                                                    fws_octets};

    constexpr text_segment_walker() = default;
    constexpr text_segment_walker(std::string_view value, charset_set readable) noexcept
        : word_segment_walker{trim_fws(value), {}, word_place::text, readable} {}

    static constexpr std::string_view raw(std::string_view value) noexcept { return value; }
    static constexpr unfolded undecoded(std::string_view value) noexcept {
        return unfolded{trim_fws(value)};
    }
    static constexpr std::string_view source_of(unfolded const& text) noexcept {
        return text.raw();
    }
};

/// RFC 2047 section 5 (2): the text between the parentheses of a comment.
class comment_segment_walker : public word_segment_walker<quoted_pairs> {
  public:
    using source = std::string_view;
    using undecoded_text = token_text;
    static constexpr word_surroundings surroundings{
        vchar - char_class{"?()\"\\"}, fws_octets + char_class{"("}, fws_octets + char_class{")"}};

    constexpr comment_segment_walker() = default;
    constexpr comment_segment_walker(std::string_view content, charset_set readable) noexcept
        : word_segment_walker{content, {}, word_place::comment, readable} {}

    static constexpr std::string_view raw(std::string_view content) noexcept { return content; }
    static constexpr token_text undecoded(std::string_view content) noexcept {
        return token_text{content};
    }
    static constexpr std::string_view source_of(token_text const& text) noexcept {
        return text.raw();
    }
};

/// RFC 2047 section 5 (3): a phrase. Walks over the segments of its tokens, and over the gaps
/// between the tokens. An encoded-word that has white space or specials in it may be several
/// tokens. The source is a `phrase`, which may know its text already.
class phrase_segment_walker {
  public:
    using source = phrase;
    using undecoded_text = phrase;
    static constexpr word_surroundings surroundings{alpha + digit + char_class{"!*+-/=_"},
                                                    fws_octets + char_class{")"},
                                                    fws_octets + char_class{"("}};

    constexpr phrase_segment_walker() = default;
    constexpr phrase_segment_walker(std::string_view raw, charset_set readable) noexcept
        : in_{raw}, finder_{raw, word_place::text}, readable_{readable} {
        settle();
    }
    constexpr phrase_segment_walker(phrase const& text, charset_set readable) noexcept
        : phrase_segment_walker{text.raw(), readable} {}

    static constexpr std::string_view raw(phrase const& text) noexcept { return text.raw(); }
    static constexpr phrase undecoded(phrase const& text) noexcept { return text; }
    static constexpr phrase source_of(phrase const& text) noexcept { return text; }

    constexpr bool at_end() const noexcept { return !has_gap_ && inside_.at_end(); }
    constexpr word_segment current() const noexcept {
        if (has_gap_) return {segment_kind::gap, " "};
        return inside_.current();
    }
    constexpr void advance() noexcept {
        if (!has_gap_) {
            auto const before = inside_.current();
            is_after_word_ = before.is_word() && !before.is_quoted;
            inside_.advance();
        }
        has_gap_ = false;
        settle();
    }

    struct place {
        std::size_t left; // octets after the token
        word_segment_walker<quoted_pairs>::place inside;
        bool is_gap; // before the token
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept {
        return {in_.rest().size(), inside_.position(), has_gap_};
    }

  private:
    constexpr void settle() noexcept {
        while (!has_gap_ && inside_.at_end()) {
            bool const has_comment = !in_.skip_comments().is(token_kind::end);
            auto const next = in_.next();
            if (next.is(token_kind::end)) break;
            auto const first = next.raw().data();
            auto const text = cut(next);
            bool const is_next_to_it = end_ == nullptr || end_ == first;
            bool const is_between_words = is_after_word_ && !inside_.at_end() &&
                                          inside_.current().is_word() &&
                                          !inside_.current().is_quoted;
            has_gap_ = !is_next_to_it && (has_comment || !is_between_words);
            is_after_word_ = false;
            end_ = first + text.size();
        }
    }

    /// Starts with the segments of a token. Returns the token, with all of each encoded-word that
    /// starts in it.
    constexpr std::string_view cut(token const& next) noexcept {
        auto const start = [this](std::string_view text, word_place where) {
            inside_ = {text, quoted_pairs{}, where, readable_};
        };
        auto text = next.raw();
        switch (next.kind()) {
        case token_kind::quoted_string: start(next.text().raw(), word_place::quotes); break;
        case token_kind::domain_literal: start(text, word_place::comment); break;
        case token_kind::atom:
            text = with_whole_words(text);
            start(text, word_place::text);
            break;
        default: start(text, word_place::no_words); break;
        }
        return text;
    }

    /// An atom, and the rest of an encoded-word that starts in it, if white space or specials in
    /// the word have ended the atom.
    constexpr std::string_view with_whole_words(std::string_view atom) noexcept {
        auto at = scan::octet_pair<'=', '?'>(atom, 0);
        if (at == atom.size()) return atom;
        auto const raw = finder_.text();
        auto const first = offset_of(raw, atom);
        auto end = first + atom.size();
        for (at += first; at < end; at = scan::octet_pair<'=', '?'>(raw.substr(0, end), at)) {
            auto const size = finder_.word_at(at).raw().size();
            at += size == 0 ? 2 : size;
            if (at > end) {
                end = at;
                in_.pass_to(end);
            }
        }
        return octets_at(atom.data(), end - first);
    }

    lexer in_;
    word_finder finder_; // over all of the phrase
    charset_set readable_;
    word_segment_walker<quoted_pairs> inside_; // the segments of the token
    char const* end_ = nullptr;                // where the last token ends; null before the first
    bool is_after_word_ = false; // whether the last segment was an encoded-word outside of quotes
    bool has_gap_ = false;       // whether a gap before inside_ is current
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
