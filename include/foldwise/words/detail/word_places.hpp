#ifndef FOLDWISE_WORDS_DETAIL_WORD_PLACES_HPP
#define FOLDWISE_WORDS_DETAIL_WORD_PLACES_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/syntax/word_text.hpp>
#include <foldwise/words/word_segments.hpp>

#include <cstddef>
#include <string_view>

// The three places where encoded-words may occur (RFC 2047 section 5). For each place there is a
// walker over the segments of a text, with these members:
//     source                 the type that the text is read from
//     raw(source)            the octets of the text, unchanged
//     undecoded(source)      the text before its encoded-words are decoded, an undecoded_text
//     source_of(undecoded)   the inverse of undecoded()
namespace foldwise::detail {

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
/// between the tokens. The source is a `phrase`, which may know its text already.
class phrase_segment_walker {
  public:
    using source = phrase;
    using undecoded_text = phrase;
    static constexpr word_surroundings surroundings{alpha + digit + char_class{"!*+-/=_"},
                                                    fws_octets + char_class{")"},
                                                    fws_octets + char_class{"("}};

    constexpr phrase_segment_walker() = default;
    constexpr phrase_segment_walker(std::string_view raw, charset_set readable) noexcept
        : in_{raw}, readable_{readable} {
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
            before_ = inside_.current().kind;
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
            bool const is_quoted = next.is(token_kind::quoted_string);
            auto const text = is_quoted ? next.text().raw() : next.raw();
            auto const where = next.is(token_kind::atom) ? word_place::text : word_place::no_words;
            inside_ = {text, quoted_pairs{}, where, readable_};
            bool const is_next_to_it = end_ == nullptr || end_ == next.raw().data();
            bool const is_between_words =
                before_ == segment_kind::word && !inside_.at_end() && inside_.current().is_word();
            has_gap_ = !is_next_to_it && (has_comment || !is_between_words);
            before_ = segment_kind::text;
            end_ = next.raw().data() + next.raw().size();
        }
    }

    lexer in_;
    charset_set readable_;
    word_segment_walker<quoted_pairs> inside_; // the segments of the token
    char const* end_ = nullptr;                // where the last token ends; null before the first
    segment_kind before_ = segment_kind::text; // the kind of the last segment
    bool has_gap_ = false;                     // whether a gap before inside_ is current
};

} // namespace foldwise::detail

#endif
