#ifndef FOLDWISE_DATE_DETAIL_DATE_TIME_WORD_HPP
#define FOLDWISE_DATE_DETAIL_DATE_TIME_WORD_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// One word of a date. One atom may hold several words: "15T10" is three. Borrows the value.
struct date_word {
    // What `kind` is for words that are not a single octet: a single one is no letter and no digit.
    static constexpr char end = 'e';
    static constexpr char number = '0';
    static constexpr char letters = 'a';

    std::string_view text;
    std::size_t offset = 0;        // from the start of the value
    int digits = 0;                // value()
    char kind = end;               // or number, or letters, or the first octet of another word
    bool is_glued = false;         // nothing is between it and the word before it
    bool is_after_comment = false; // a comment is directly before it

    /// Whether the word is this octet, which is not a letter, a digit, a DQUOTE or "[".
    constexpr bool is(char octet) const noexcept { return kind == octet; }
    constexpr bool is_end() const noexcept { return kind == end; }
    constexpr bool is_sign() const noexcept { return is('+') || is('-'); }
    constexpr bool is_letters() const noexcept { return kind == letters; }
    FOLDWISE_COLD constexpr bool is_letters(std::string_view name) const noexcept {
        return is_letters() && ascii_iequals(text, name);
    }
    constexpr bool is_number() const noexcept { return kind == number; }
    constexpr bool is_number(std::size_t least, std::size_t most) const noexcept {
        return is_number() && text.size() >= least && text.size() <= most;
    }
    /// The value of a number of at most four digits; 10000 if it is longer.
    constexpr int value() const noexcept { return digits; }
};

/// Splits the value of a date field into words, without white space and comments.
///     "15 Dec (x) 2014 10:00 GMT+0200"
///       ->  "15", "Dec", "2014", "10", ":", "00", "GMT", "+", "0200"
/// Total. Borrows the value; O(value) for all words.
class date_words {
  public:
    explicit constexpr date_words(std::string_view value) noexcept : value_{value}, in_{value} {
        advance();
        word_.is_glued = false;
    }

    /// The word that comes next.
    constexpr date_word const& word() const noexcept { return word_; }

    /// The word after word().
    FOLDWISE_COLD constexpr date_word second() const noexcept {
        auto ahead = *this;
        ahead.advance();
        return ahead.word_;
    }

    FOLDWISE_COLD constexpr void advance() noexcept {
        auto const end = word_.offset + word_.text.size();
        word_.is_after_comment = false;
        if (left_.empty()) take_token();
        auto const size = left_.empty() ? 0 : word_size();
        word_.text = left_.substr(0, size);
        word_.offset = left_at_;
        word_.is_glued = left_at_ == end;
        if (word_.is_number()) word_.digits = size > 4 ? 10000 : decimal_value(word_.text);
        left_.remove_prefix(size);
        left_at_ += size;
    }

    constexpr std::string_view value() const noexcept { return value_; }

    /// The size of a comment that is not closed and so ends the value; 0 if there is none.
    constexpr std::size_t unclosed_size() const noexcept { return unclosed_size_; }

  private:
    constexpr void take_token() noexcept {
        auto const comment = in_.skip_comments();
        word_.is_after_comment = comment.is(token_kind::comment);
        if (!comment.is_closed()) unclosed_size_ = comment.raw().size();
        left_at_ = in_.position();
        auto const found = in_.next();
        left_ = found.raw();
        is_whole_ = !found.is(token_kind::atom);
        if (found.is(token_kind::end)) word_.kind = date_word::end;
    }

    /// The size of the word that comes next in left_; sets its kind.
    constexpr std::size_t word_size() noexcept {
        constexpr auto letters = alpha + utf8_non_ascii;
        word_.kind = left_[0];
        if (is_whole_) return left_.size();
        auto const set = digit.contains(left_[0]) ? digit : letters;
        auto const size = scan::not_in(set, left_, 0);
        if (size == 0) return 1;
        word_.kind = digit.contains(left_[0]) ? date_word::number : date_word::letters;
        return size;
    }

    std::string_view value_;
    lexer in_;
    std::string_view left_; // the rest of the last token
    std::size_t left_at_ = 0;
    bool is_whole_ = false; // the last token is a single word
    std::size_t unclosed_size_ = 0;
    date_word word_;
};

/// The number, counted from 1, of the name that starts with the word, which must have at least
/// three letters; 0 if there is none.
template <std::size_t Count>
FOLDWISE_COLD constexpr int name_number(std::string_view const (&names)[Count],
                                        date_word const& word) noexcept {
    auto const size = word.text.size();
    if (size < 3) return 0;
    for (std::size_t i = 0; i < Count; ++i)
        if (size <= names[i].size() && word.is_letters(names[i].substr(0, size)))
            return static_cast<int>(i + 1);
    return 0;
}

/// The number of the day of the week that a word names; Sunday is 1. 0 if it names none. RFC 5322
/// section 3.3 allows only the first three letters.
constexpr int day_name_number(date_word const& word) noexcept {
    constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                          "Thursday", "Friday", "Saturday"};
    return name_number(names, word);
}

/// The number of the month that a word names; January is 1. 0 if it names none. RFC 5322 section
/// 3.3 allows only the first three letters.
constexpr int month_number(date_word const& word) noexcept {
    constexpr std::string_view names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    return name_number(names, word);
}

/// The offset in minutes of a zone name that has one meaning: UTC, and the names of RFC 5322
/// section 4.3 except for the military ones.
constexpr optional<int> zone_offset(date_word const& word) noexcept {
    struct zone {
        std::string_view name;
        int hours;
    };
    constexpr zone zones[] = {
        {"GMT", 0},  {"UTC", 0},  {"UT", 0},   {"EDT", -4}, {"EST", -5}, {"CDT", -5},
        {"CST", -6}, {"MDT", -6}, {"MST", -7}, {"PDT", -7}, {"PST", -8},
    };
    for (auto const& one : zones)
        if (word.is_letters(one.name)) return one.hours * 60;
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
