#ifndef FOLDWISE_TRACE_DETAIL_STAMP_PARTS_HPP
#define FOLDWISE_TRACE_DETAIL_STAMP_PARTS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/config.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/trace_word.hpp>
#include <foldwise/trace/received_clause.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// All octets but ";" and those that start a token that may contain a ";": a comment, a
/// quoted-string, a domain-literal, an encoded-word.
inline constexpr octet_table octets_between_semicolons{any_octet - char_class{";(\"[="}};

/// The offset of the last ";" in `value` that is outside of comments, quoted-strings,
/// domain-literals and encoded-words; value.size() if there is none.
constexpr std::size_t find_last_semicolon(std::string_view value) noexcept {
    auto found = value.size();
    std::size_t start = 0; // the end of the last token that was skipped
    for (std::size_t at = 0;; ++at) {
        at = octets_between_semicolons.not_in(value, at);
        if (at == value.size()) return found;
        bool const is_in_atom = at != start && atom_octets.contains(value[at - 1]);
        if (value[at] == ';') {
            found = at;
        } else if (value[at] != '=' || !is_in_atom) {
            start = at + lexer{value.substr(at)}.peek().raw().size();
            at = start - 1;
        }
    }
}

/// The parts of a Received field: clauses, the date, and more clauses in the fields of some
/// mailers.
struct stamp_parts {
    std::string_view stamp; ///< before the date and its ";"
    std::string_view date;
    std::string_view after; ///< after the date and its ";"
    bool is_date_misplaced = false;
};

/// Whether `text`, which follows the last ";", is "Mon, 15 Dec 2014 12:24:09 +0000 (UTC)" or
/// similar, and so too short for another clause. A folded date is not, since its size depends on
/// the line endings.
constexpr bool is_plain_stamp_date(std::string_view text) noexcept {
    constexpr std::string_view longest = "Mon, 15 Dec 2014 12:24:09 +0000";
    text = trim(text, fws_octets);
    auto const comment = text.find('(');
    if (comment != text.npos && text.find(')', comment) + 1 != text.size()) return false;
    text = trim_end(text.substr(0, comment), fws_octets);
    if (text.size() < 5 || text.size() > longest.size()) return false;
    if (text.find('\n') != text.npos) return false;
    auto const zone = text.substr(text.size() - 5);
    return (zone[0] == '+' || zone[0] == '-') && scan::not_in(digit, zone, 1) == zone.size();
}

/// Finds a date that has clauses after it, or no ";" before it:
///     by b.example with esmtp; Thu, 10 Nov 2005 08:24:21 -0600 id 1   (Courier)
///     by b.example with local; Thu, 10 Nov 2005 08:24:21 -0600; id 1
///     by b.example with SMTP id 1 Thu, 10 Nov 2005 08:24:21 -0600
///     by b.example with SMTP id 1 2005-11-10 08:24:21 +0000 UTC
/// A date extends to the next clause or ";". The last text after a ";" that starts like a date is
/// the date. Without one, the last place in other text that starts like a date is, if all of it can
/// be read as one.
class misplaced_date {
  public:
    explicit constexpr misplaced_date(std::string_view value) noexcept : value_{value} {
        for (trace_word_walker at{value}; !at.at_end(); at.advance()) take(at);
        if (open_ != nullptr) close(value.size(), value.size());
    }

    /// The parts, if there is such a date; else an empty date.
    constexpr stamp_parts parts() const noexcept {
        if (after_semicolon_.is_found) return parts_at(after_semicolon_);
        if (!elsewhere_.is_found || !date_time::read(date_at(elsewhere_))) return {};
        return parts_at(elsewhere_);
    }

  private:
    struct place {
        bool is_found = false;
        std::size_t stamp_end = 0;
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t after = 0;
    };

    constexpr void take(trace_word_walker const& at) noexcept {
        auto const& word = at.current();
        if (word.is_comment()) return;
        bool const is_semicolon = word.is_semicolon();
        bool const is_clause = !is_semicolon && clause_started_by(word).has_value();
        bool const is_end = is_semicolon || is_clause;
        if (is_end && open_ != nullptr)
            close(at.position(), is_semicolon ? at.end_position() : at.position());
        auto const last = is_end ? role::none : role_of(word.raw);
        bool const is_first = is_after_semicolon_;
        if (is_first && (last != role::none || word.raw.ends_with(',')))
            open(after_semicolon_, semicolon_, semicolon_ + 1);
        else if (last == role::day_name
                     ? !is_after_clause_ || word.raw.ends_with(',')
                     : last == role::number && !is_after_clause_ && is_iso_date(word.raw))
            open(elsewhere_, at.position(), at.position());
        else if (last == role::month && last_ == role::number && before_last_ != role::day_name)
            open(elsewhere_, last_at_, last_at_);
        is_after_semicolon_ = is_semicolon;
        is_after_clause_ = is_clause;
        if (is_semicolon) semicolon_ = at.position();
        before_last_ = last_;
        last_ = last;
        last_at_ = at.position();
    }

    constexpr void open(place& to, std::size_t stamp_end, std::size_t first) noexcept {
        if (open_ == &after_semicolon_) return;
        open_ = &to;
        to = {true, stamp_end, first, first, first};
    }
    constexpr void close(std::size_t last, std::size_t after) noexcept {
        open_->last = last;
        open_->after = after;
        open_ = nullptr;
    }

    enum class role : unsigned char { none, day_name, number, month };

    static constexpr role role_of(std::string_view word) noexcept {
        if (digit.contains(word[0])) return role::number;
        auto const letters = word.substr(0, scan::not_in(alpha, word, 0));
        bool const may_be_month = letters.size() >= 3 && letters.size() == word.size();
        bool const may_be_day = letters.size() == word.size() || word[letters.size()] == ',';
        if (may_be_day && is_one_of(letters, days)) return role::day_name;
        return may_be_month && is_one_of(letters, months) ? role::month : role::none;
    }

    /// Whether a word starts like a date of ISO 8601: "2014-12-15".
    static constexpr bool is_iso_date(std::string_view word) noexcept {
        return word.size() >= 10 && word[4] == '-' && word[7] == '-' &&
               scan::not_in(digit, word, 5) == 7;
    }

    static constexpr std::string_view days = "Sun|Mon|Tue|Wed|Thu|Fri|Sat";
    static constexpr std::string_view months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";

    /// Whether a name of three letters, or a longer one that starts so and may be the whole name.
    static constexpr bool is_one_of(std::string_view word, std::string_view names) noexcept {
        if (word.size() < 3 || word.size() > std::string_view{"September"}.size()) return false;
        for (; names.size() >= 3; names.remove_prefix(names.size() == 3 ? 3 : 4))
            if (ascii_iequals(word.substr(0, 3), names.substr(0, 3))) return true;
        return false;
    }

    constexpr std::string_view date_at(place const& at) const noexcept {
        return value_.substr(at.first, at.last - at.first);
    }
    constexpr stamp_parts parts_at(place const& at) const noexcept {
        bool const is_in_place = at.first != at.stamp_end && at.last == value_.size();
        return {value_.substr(0, at.stamp_end), date_at(at), value_.substr(at.after), !is_in_place};
    }

    std::string_view value_;
    place after_semicolon_;
    place elsewhere_;
    place* open_ = nullptr; // the date whose end has not been found
    bool is_after_semicolon_ = false;
    bool is_after_clause_ = false; // after the word that starts one
    std::size_t semicolon_ = 0;    // the last one
    role last_ = role::none;       // of the last word
    role before_last_ = role::none;
    std::size_t last_at_ = 0;
};

FOLDWISE_COLD constexpr stamp_parts find_misplaced_date(std::string_view value) noexcept {
    return misplaced_date{value}.parts();
}

/// Splits a Received field. O(value).
constexpr stamp_parts split_stamp(std::string_view value) noexcept {
    auto const semicolon = find_last_semicolon(value);
    stamp_parts const usual{value.substr(0, semicolon),
                            value.substr(semicolon < value.size() ? semicolon + 1 : semicolon),
                            value.substr(value.size())};
    if (is_plain_stamp_date(usual.date)) return usual;
    auto const found = find_misplaced_date(value);
    return found.date.empty() ? usual : found;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
