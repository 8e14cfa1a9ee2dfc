#ifndef FOLDWISE_STORE_FROM_LINE_HPP
#define FOLDWISE_STORE_FROM_LINE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Skips one of `names`, which have three letters each; ASCII case does not count. Returns false if
/// none comes next.
constexpr bool skip_name(cursor& in, std::string_view names) noexcept {
    auto const name = in.take(3);
    for (std::size_t i = 0; i < names.size(); i += 3)
        if (ascii_iequals(name, names.substr(i, 3))) return true;
    return false;
}

constexpr bool skip_spaces(cursor& in) noexcept { return !in.take_while(wsp).empty(); }

/// Skips a number of `least` to `most` digits. Returns false if there is no such number, or if it
/// is greater than `limit`.
constexpr bool skip_number(cursor& in, std::size_t least, std::size_t most, int limit) noexcept {
    auto const digits = in.take_while(digit);
    return digits.size() >= least && digits.size() <= most && decimal_value(digits) <= limit;
}

/// Skips a time zone of one or two words ("CET", "+0100", "MET DST", "GMT+01:00", "-0500 (EST)")
/// and the white space after it. The year after it starts with a digit. Returns false if there is
/// no such zone.
constexpr bool skip_zone(cursor& in) noexcept {
    constexpr auto zone = alpha + digit + char_class{"+-:/_()"};
    if (in.take_while(zone).empty() || !skip_spaces(in)) return false;
    return in.sees(digit) || (!in.take_while(zone).empty() && skip_spaces(in));
}

/// Skips a year of two or four digits.
constexpr bool skip_year(cursor& in) noexcept {
    auto const size = in.take_while(digit).size();
    return size == 2 || size == 4;
}

/// The size of the date at the start of `text`, in the form of asctime, perhaps with a time zone
/// before or after the year, as many programs write it. 0 if there is no such date.
///     "Mon Dec 15 10:00:00 2014", "Mon Dec 15 10:00 CET 2014", "... 2014 +0100"
///     "Fri Dec 15 10:00:00 MET DST 95", "Mon, Dec 15 10:00:00 2014"
constexpr std::size_t asctime_size(std::string_view text) noexcept {
    cursor in{text};
    if (!skip_name(in, "MonTueWedThuFriSatSun")) return 0;
    if (in.skip(','); !skip_spaces(in)) return 0;
    if (!skip_name(in, "JanFebMarAprMayJunJulAugSepOctNovDec") || !skip_spaces(in)) return 0;
    if (!skip_number(in, 1, 2, 31) || !skip_spaces(in)) return 0;
    if (!skip_number(in, 1, 2, 23) || !in.skip(':') || !skip_number(in, 2, 2, 59)) return 0;
    if (in.skip(':') && !skip_number(in, 2, 2, 60)) return 0;
    if (!skip_spaces(in)) return 0;
    if (!in.sees(digit) && !skip_zone(in)) return 0;
    if (!skip_year(in)) return 0;
    auto const year_end = in.position();
    auto after_year = in;
    if (skip_spaces(after_year) && (after_year.skip('+') || after_year.skip('-')) &&
        after_year.take_while(digit).size() == 4)
        return after_year.position();
    return year_end;
}

/// Whether a date that asctime_size() has found is exactly one that asctime writes.
///     "Mon Dec 15 10:00:00 2014"
constexpr bool is_asctime(std::string_view date) noexcept {
    constexpr std::size_t size = 24;
    if (date.size() != size) return false;
    for (auto const space : {3, 7, 10, 19})
        if (date[static_cast<std::size_t>(space)] != ' ') return false;
    return date[13] == ':' && date[16] == ':';
}

} // namespace detail

/// The line before each message of an mbox (RFC 4155 appendix A): the envelope sender, and when the
/// message was delivered.
///
///     From foe@sample.net Mon Dec 15 10:00:00 2014
///
///          |------------|                            address()
///                         |----------------------|   date_text()
///
/// Many files deviate from this form: the address may be obfuscated ("foe at sample.net"), "-", or
/// missing, and other text may follow the date. The date is the last text in the form of an asctime
/// date, and the text before it is the address. If there is no such date, the first word is the
/// address, and the rest is date_text(). A byte order mark at the start of the file belongs to
/// raw(). Total. Borrows the line. The constructor and each member are O(line).
class from_line {
  public:
    constexpr from_line() = default;

    /// `raw` is the line, perhaps with its ending. It should start with "From ".
    explicit constexpr from_line(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept : raw_{raw} {
        text_ = text();
        text_.remove_prefix(text_.starts_with("From ") ? 5 : 0);
        for (auto at = text_.size(); at-- > 0 && date_size_ == 0;) {
            if (at != 0 && !wsp.contains(text_[at - 1])) continue;
            date_size_ = detail::asctime_size(text_.substr(at));
            date_offset_ = at;
        }
    }
    template <owning_temporary T>
    explicit from_line(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole line, unchanged, with its ending.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The line without its ending and without a byte order mark.
    constexpr std::string_view text() const noexcept {
        auto line = without_ending(raw_);
        line.remove_prefix(line.starts_with(utf8_byte_order_mark) ? utf8_byte_order_mark.size()
                                                                  : 0);
        return line;
    }

    /// The envelope sender, unchanged: "foe@sample.net", "MAILER-DAEMON".
    constexpr std::string_view address() const noexcept {
        return trim(text_.substr(0, date_size_ != 0 ? date_offset_ : first_word_size()), wsp);
    }

    /// When the message was delivered, unchanged.
    constexpr std::string_view date_text() const noexcept {
        return date_size_ != 0 ? text_.substr(date_offset_, date_size_)
                               : trim(text_.substr(first_word_size()), wsp);
    }

    /// Whether the line is a postmark: it has a date. The address before it, which RFC 4155
    /// requires, may be missing, as in bounces.
    constexpr bool is_dated() const noexcept { return date_size_ != 0; }

    /// Calls `report` with each deviation from RFC 4155:
    ///     from_line_date_missing     there is no date; covers the line without its ending
    ///     from_line_address_missing  there is no sender before the date; covers the same
    ///     from_line_date_form        the date does not have the form of asctime; covers the date
    ///     from_line_text_after       there is text after the date; covers this text
    /// Offsets count from the start of raw(). O(line).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        auto const line = text();
        if (!is_dated()) return report(problem(from_line_date_missing, line));
        if (address().empty()) report(problem(from_line_address_missing, line));
        if (!detail::is_asctime(date_text())) report(problem(from_line_date_form, date_text()));
        auto const after = trim(text_.substr(date_offset_ + date_size_), wsp);
        if (!after.empty()) report(problem(from_line_text_after, after));
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr diagnostic problem(diagnostic_code code, std::string_view part) const noexcept {
        return {code, offset_of(raw_, part), part.size()};
    }
    constexpr std::size_t first_word_size() const noexcept {
        constexpr auto others = char_class::range(0, 0xFF) - wsp;
        return scan::not_in(others, text_, scan::not_in(wsp, text_, 0));
    }
    std::string_view raw_;
    std::string_view text_; // the line without "From " and its ending
    std::size_t date_offset_ = 0;
    std::size_t date_size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
