#ifndef FOLDWISE_DATE_DETAIL_DATE_TIME_READER_HPP
#define FOLDWISE_DATE_DETAIL_DATE_TIME_READER_HPP

#include <foldwise/config.hpp>
#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/date/detail/date_time_word.hpp>
#include <foldwise/date/detail/date_zone_reader.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reads a date in any form, word by word. Each take function passes the words of its part, and
/// returns whether they could be read. If not, error_ says why.
class date_reader : public date_zone_reader {
  public:
    /// If `problems` is not null, read() adds all deviations of the date to it.
    explicit constexpr date_reader(std::string_view value,
                                   date_problems* problems = nullptr) noexcept
        : date_zone_reader{value, problems} {}

    /// Reads the date, and returns whether there is one. If so, fields() is set, else error().
    FOLDWISE_COLD constexpr bool read() noexcept {
        return take_day_name() && take_date() && take_time() && take_zone_and_year() &&
               take_end() && check();
    }

  private:
    /// [ day-of-week "," ]. A name in another language is recognised by its comma, but not checked.
    constexpr bool take_day_name() noexcept {
        if (!word().is_letters()) return true;
        auto const number = day_name_number(word());
        auto const comma = second_word();
        if (number == 0 && !comma.is(',')) return true; // a month's name, or no date
        day_name_ = pass();
        bool const is_short = take_dot_of_name() || comma.is(',');
        if (number == 0 || day_name_.text.size() != 3 || !is_short) note_unusual(day_name_);
        if (number == 0) day_name_ = date_word{};
        if (!word().is(',')) return true;
        if (!word().is_glued) note(diagnostic_code::date_obsolete, word());
        pass();
        return true;
    }

    /// The dot of an abbreviated name: "Jul."
    constexpr bool take_dot_of_name() noexcept {
        bool const has_dot = word().is('.') && word().is_glued;
        if (has_dot) note_unusual(pass());
        return has_dot;
    }

    constexpr bool take_date() noexcept {
        if (word().is_letters()) return take_month_first();
        if (word().is_number(4, 4)) return take_year_first();
        auto const first = word();
        if (!take_day()) return false;
        auto const separator = take_separator();
        if (separator != 0 && word().is_number()) return take_numbers(separator);
        if (separator == 0 && word().is_glued) note(diagnostic_code::date_obsolete, word());
        if (!take_month_name()) return false;
        if (separator != 0) note_unusual(first);
        if (separator == 0) take_dot_of_name();
        if (is_time_next()) return true; // the form that the Unix command date writes
        if (take_separator() != separator) return fail_here();
        auto const last = word();
        if (separator == 0 && last.is_glued) note(diagnostic_code::date_obsolete, last);
        bool const may_be_day = separator != 0 && last.is_number(1, 2) && last.value() <= 31;
        return may_be_day ? take_day_and_year(first, last) : take_year(2);
    }

    /// "Mon, 15-Dec-14" (RFC 850): two numbers that could be the day or the year. If both readings
    /// are not the same, the name of the day decides.
    constexpr bool take_day_and_year(date_word const& first, date_word const& last) noexcept {
        bool const may_be_first =
            first.text.size() == 2 && has_day_name(full_year(first), to_.month, last);
        bool const may_be_last =
            last.text.size() == 2 && has_day_name(full_year(last), to_.month, first);
        if (!choose(may_be_last, may_be_first, first, last)) return false;
        pass();
        auto const year = may_be_last ? last : first;
        if (!may_be_last) day_ = last;
        note(diagnostic_code::date_obsolete, year);
        to_.year = full_year(year);
        return true;
    }

    /// Whether one of two readings is right, or both are the same.
    constexpr bool choose(bool may_be_one, bool may_be_other, date_word const& first,
                          date_word const& last) noexcept {
        bool const has_name = !day_name_.is_end();
        if (!may_be_one && !may_be_other)
            return has_name ? fail(diagnostic_code::date_wrong_day_name, day_name_)
                            : fail(diagnostic_code::date_ambiguous, last);
        bool const is_settled =
            may_be_one != may_be_other ? has_name : first.value() == last.value();
        return is_settled || fail(diagnostic_code::date_ambiguous, last);
    }

    /// Whether there is this date, and on the day of the week that was read, if there was one.
    constexpr bool has_day_name(int year, int month, date_word const& day) const noexcept {
        if (year < 1900 || month < 1 || month > 12) return false;
        if (day.value() < 1 || day.value() > days_in_month(year, month)) return false;
        return day_name_.is_end() ||
               day_name_number(day_name_) == weekday_of(year, month, day.value()) + 1;
    }

    /// "Dec 15 2014", "Dec 15, 2014", "Dec 15 10:00:00 2014".
    constexpr bool take_month_first() noexcept {
        note_unusual(word());
        if (!take_month_name()) return false;
        auto const separator = take_separator();
        if (!take_day()) return false;
        if (is_time_next()) return true;
        if (separator != 0 && take_separator() != separator) return fail_here();
        if (separator == 0 && word().is(',')) pass();
        return take_year(4);
    }

    /// ISO 8601: "2014-12-15"; "2014/12/15", "2014 Dec 15".
    constexpr bool take_year_first() noexcept {
        note_unusual(word());
        if (!take_year(4)) return false;
        auto const separator = take_separator();
        is_iso_ = separator == '-' && word().is_number();
        if (separator == 0 || !word().is_number()) {
            if (!take_month_name()) return false;
        } else {
            auto const month = pass();
            if (month.text.size() != 2) return fail(diagnostic_code::date_malformed, month);
            to_.month = month.value();
            if (to_.month < 1 || to_.month > 12)
                return fail(diagnostic_code::date_out_of_range, month);
        }
        return take_separator() == separator ? take_day() : fail_here();
    }

    /// "15/12/2014", "12/15/2014": the number above 12 is the day. If there is none, the name of
    /// the day decides.
    constexpr bool take_numbers(char separator) noexcept {
        note_unusual(day_);
        auto const first = day_;
        auto const second = word();
        if (!take_day()) return false;
        if (take_separator() != separator || !word().is_number(4, 4)) return fail_here();
        bool is_day_first = first.value() > 12;
        auto const month = is_day_first ? second : first;
        if (month.value() < 1 || month.value() > 12)
            return fail(diagnostic_code::date_out_of_range, second);
        auto const year = word().value();
        if (second.value() <= 12 && !is_day_first && year >= 1900) {
            bool const may_be_second = has_day_name(year, first.value(), second);
            is_day_first = has_day_name(year, second.value(), first);
            if (!choose(is_day_first, may_be_second, second, first)) return false;
        }
        day_ = is_day_first ? first : second;
        to_.month = (is_day_first ? second : first).value();
        return take_year(4);
    }

    constexpr bool take_day() noexcept {
        if (!word().is_number(1, 2)) return fail_here();
        day_ = pass();
        return true;
    }

    constexpr bool take_month_name() noexcept {
        to_.month = month_number(word());
        if (to_.month == 0) return fail_here();
        if (word().text.size() > 3) note_unusual(word());
        pass();
        return true;
    }

    /// The year of a number, which may be short (RFC 5322 section 4.3):
    ///     00 to 49      2000 to 2049
    ///     50 to 99      1950 to 1999
    ///     000 to 999    1900 to 2899
    static constexpr int full_year(date_word const& number) noexcept {
        auto const value = number.value();
        bool const is_after_2000 = number.text.size() == 2 && value < 50;
        return number.text.size() > 3 ? value : value + (is_after_2000 ? 2000 : 1900);
    }

    constexpr bool take_year(std::size_t least_digits) noexcept {
        auto const at = word();
        if (!at.is_number() || at.text.size() < least_digits) return fail_here();
        if (at.text.size() < 4) note(diagnostic_code::date_obsolete, at);
        pass();
        to_.year = full_year(at);
        if (to_.year < 1900 || to_.year > 9999) return fail(diagnostic_code::date_out_of_range, at);
        return true;
    }

    constexpr char take_separator() noexcept {
        if (!word().is('-') && !word().is('/') && !word().is('.')) return 0;
        return pass().text[0];
    }

    constexpr bool is_time_next() const noexcept {
        auto const second = second_word();
        return word().is_number(1, 2) && (second.is(':') || (second.is('.') && second.is_glued));
    }

    /// hour ":" minute [ ":" second ], and AM or PM. Also with dots, and with numbers of one digit;
    /// but the minutes after a dot must have two, since "9.5" may be half past nine. A fraction of
    /// the second is dropped.
    constexpr bool take_time() noexcept {
        if (word().is(',') || (is_iso_ && word().is_letters("T"))) note_unusual(pass());
        auto const hour = word();
        if (!take_number(to_.hour, 23)) return false;
        auto const separator = word();
        if (!take_separator_of_time(separator)) return fail_here();
        auto const minute = word();
        if (!take_number(to_.minute, 59)) return false;
        if (take_separator_of_time(separator)) {
            if (!take_number(to_.second, 60)) return false;
            bool const is_point = (word().is('.') || word().is(',')) && word().is_glued;
            if (is_point && second_word().is_number() && second_word().is_glued) {
                note_unusual(pass());
                pass();
            }
        } else if (separator.is('.') && minute.text.size() == 1) {
            return fail(diagnostic_code::date_ambiguous, minute);
        }
        bool const is_longer = (word().is(':') || word().is('.')) && word().is_glued;
        if (is_longer && second_word().is_number() && second_word().is_glued)
            return fail(diagnostic_code::date_ambiguous, second_word());
        return take_half_of_day(hour);
    }

    /// ":", or "." if there is a number directly before it and directly after it.
    constexpr bool take_separator_of_time(date_word const& separator) noexcept {
        if (!word().is(':') && !word().is('.')) return false;
        if (!word().is(separator.text[0])) return false;
        auto const next = second_word();
        bool const is_glued = word().is_glued && next.is_glued;
        if (word().is('.') && !(is_glued && next.is_number())) return false;
        if (word().is('.'))
            note_unusual(word());
        else if (!is_glued)
            note(diagnostic_code::date_obsolete, word());
        pass();
        return true;
    }

    constexpr bool take_number(int& to, int most) noexcept {
        if (!word().is_number(1, 2)) return fail_here();
        auto const at = pass();
        to = at.value();
        if (to > most) return fail(diagnostic_code::date_out_of_range, at);
        if (at.text.size() == 1) note_unusual(at);
        return true;
    }

    /// "AM" and "PM", also "a.m." and "p.m."
    constexpr bool take_half_of_day(date_word const& hour) noexcept {
        bool const is_pm = is_half_of_day_next("PM");
        if (!is_pm && !is_half_of_day_next("AM")) return true;
        bool const has_dots = word().text.size() == 1;
        note_unusual(pass());
        if (has_dots) {
            pass();
            pass();
            take_dot_of_name();
        }
        if (to_.hour < 1 || to_.hour > 12) return fail(diagnostic_code::date_out_of_range, hour);
        to_.hour = to_.hour % 12 + (is_pm ? 12 : 0);
        return true;
    }

    /// The zone. If the year has not been read yet, it comes before or after the zone.
    constexpr bool take_zone_and_year() noexcept {
        bool const is_year_next = to_.year == 0 && word().is_number();
        if (is_year_next && !take_year(4)) return false;
        take_zone(is_iso_);
        return to_.year != 0 || take_year(4);
    }

    /// The checks that depend on more than one word: day of the month, name of the day.
    constexpr bool check() noexcept {
        to_.day = day_.value();
        if (to_.day < 1 || to_.day > days_in_month(to_.year, to_.month))
            return fail(diagnostic_code::date_out_of_range, day_);
        auto const weekday = weekday_of(to_.year, to_.month, to_.day);
        if (!day_name_.is_end() && day_name_number(day_name_) != weekday + 1)
            return fail(diagnostic_code::date_wrong_day_name, day_name_);
        return true;
    }

    date_word day_name_; // in English
    date_word day_;
    bool is_iso_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
