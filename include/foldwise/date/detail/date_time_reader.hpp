#ifndef FOLDWISE_DATE_DETAIL_DATE_TIME_READER_HPP
#define FOLDWISE_DATE_DETAIL_DATE_TIME_READER_HPP

#include <foldwise/config.hpp>
#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/date/detail/date_time_word.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// Reads a date in any form, word by word. Each take function passes the words of its part, and
/// returns whether they could be read. If not, error_ says why.
class date_reader {
  public:
    /// If `problems` is not null, read() adds all deviations of the date to it.
    explicit constexpr date_reader(std::string_view value,
                                   date_problems* problems = nullptr) noexcept
        : words_{value}, problems_{problems} {}

    /// Reads the date, and returns whether there is one. If so, fields() is set, else error().
    FOLDWISE_COLD constexpr bool read() noexcept {
        return take_day_name() && take_date() && take_time() && take_zone_and_year() &&
               take_end() && check();
    }
    constexpr date_fields const& fields() const noexcept { return to_; }
    constexpr diagnostic const& error() const noexcept { return error_; }

  private:
    constexpr date_word const& word() const noexcept { return words_.word(); }

    constexpr date_word pass() noexcept {
        auto const passed = word();
        if (passed.is_after_comment) note(diagnostic_code::date_obsolete, passed);
        words_.advance();
        return passed;
    }

    constexpr bool fail(diagnostic_code code, date_word const& at) noexcept {
        error_ = {code, at.offset, at.text.size()};
        return false;
    }
    constexpr bool fail_here() noexcept { return fail(diagnostic_code::date_malformed, word()); }

    constexpr void note(diagnostic_code code, date_word const& at) noexcept {
        note(diagnostic{code, at.offset, at.text.size()});
    }
    constexpr void note(diagnostic const& found) noexcept {
        to_.note(found);
        if (problems_ != nullptr) problems_->add(found);
    }
    constexpr void note_unusual(date_word const& at) noexcept {
        note(diagnostic_code::date_unusual_form, at);
    }

    /// [ day-of-week "," ]. A name in another language is recognised by its comma, but not checked.
    constexpr bool take_day_name() noexcept {
        if (!word().is_letters()) return true;
        auto const number = day_name_number(word());
        auto const comma = words_.second();
        if (number == 0 && !comma.is(',')) return true; // a month's name, or no date
        day_name_ = pass();
        if (number == 0 || day_name_.text.size() != 3 || !comma.is(',')) note_unusual(day_name_);
        if (number == 0) day_name_ = date_word{};
        if (!comma.is(',')) return true;
        if (!comma.is_glued) note(diagnostic_code::date_obsolete, comma);
        pass();
        return true;
    }

    constexpr bool take_date() noexcept {
        if (word().is_letters()) return take_month_first();
        if (word().is_number(4, 4)) return take_year_first();
        auto const first = word();
        if (!take_day()) return false;
        auto const separator = take_separator();
        if (separator != 0 && word().is_number()) return take_numbers(separator);
        if (!take_month_name()) return false;
        if (separator != 0) note_unusual(first);
        if (is_time_next()) return true; // the form that the Unix command date writes
        if (take_separator() != separator) return fail_here();
        auto const year = word();
        bool const may_be_day = separator != 0 && year.is_number(1, 2) && year.value() <= 31;
        if (may_be_day) return fail(diagnostic_code::date_ambiguous, year); // "14-Dec-15"
        return take_year(2);
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

    /// "15/12/2014", "12/15/2014": the number above 12 is the day.
    constexpr bool take_numbers(char separator) noexcept {
        note_unusual(day_);
        auto const first = day_;
        auto const second = word();
        if (!take_day()) return false;
        if (take_separator() != separator || !word().is_number(4, 4)) return fail_here();
        if (first.value() <= 12 && second.value() <= 12 && first.value() != second.value())
            return fail(diagnostic_code::date_ambiguous, first);
        day_ = first.value() > 12 ? first : second;
        to_.month = first.value() > 12 ? second.value() : first.value();
        if (to_.month < 1 || to_.month > 12)
            return fail(diagnostic_code::date_out_of_range, second);
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

    /// A year, which may be short (RFC 5322 section 4.3):
    ///     00 to 49      2000 to 2049
    ///     50 to 99      1950 to 1999
    ///     000 to 999    1900 to 2899
    constexpr bool take_year(std::size_t least_digits) noexcept {
        auto const at = word();
        if (!at.is_number() || at.text.size() < least_digits) return fail_here();
        if (at.text.size() < 4) note(diagnostic_code::date_obsolete, at);
        pass();
        auto const value = at.value();
        bool const is_after_2000 = at.text.size() == 2 && value < 50;
        to_.year = at.text.size() > 3 ? value : value + (is_after_2000 ? 2000 : 1900);
        if (to_.year < 1900 || to_.year > 9999) return fail(diagnostic_code::date_out_of_range, at);
        return true;
    }

    constexpr char take_separator() noexcept {
        if (!word().is('-') && !word().is('/') && !word().is('.')) return 0;
        return pass().text[0];
    }

    constexpr bool is_time_next() const noexcept {
        return word().is_number(1, 2) && words_.second().is(':');
    }

    /// hour ":" minute [ ":" second ], and AM or PM. A fraction of the second is dropped.
    constexpr bool take_time() noexcept {
        if (word().is(',') || (is_iso_ && word().is_letters("T"))) note_unusual(pass());
        auto const hour = word();
        if (!take_number(to_.hour, 1, 23)) return false;
        if (hour.text.size() == 1) note_unusual(hour);
        if (!take_colon()) return fail_here();
        if (!take_number(to_.minute, 2, 59)) return false;
        if (take_colon()) {
            if (!take_number(to_.second, 2, 60)) return false;
            bool const is_point = (word().is('.') || word().is(',')) && word().is_glued;
            if (is_point && words_.second().is_number() && words_.second().is_glued) {
                note_unusual(pass());
                pass();
            }
        }
        return take_half_of_day(hour);
    }

    constexpr bool take_colon() noexcept {
        if (!word().is(':')) return false;
        bool const is_glued = word().is_glued && words_.second().is_glued;
        if (!is_glued) note(diagnostic_code::date_obsolete, word());
        pass();
        return true;
    }

    constexpr bool take_number(int& to, std::size_t least_digits, int most) noexcept {
        if (!word().is_number(least_digits, 2)) return fail_here();
        auto const at = pass();
        to = at.value();
        return to <= most || fail(diagnostic_code::date_out_of_range, at);
    }

    /// "AM" and "PM".
    constexpr bool take_half_of_day(date_word const& hour) noexcept {
        bool const is_pm = word().is_letters("PM");
        if (!is_pm && !word().is_letters("AM")) return true;
        note_unusual(pass());
        if (to_.hour < 1 || to_.hour > 12) return fail(diagnostic_code::date_out_of_range, hour);
        to_.hour = to_.hour % 12 + (is_pm ? 12 : 0);
        return true;
    }

    /// The zone. If the year has not been read yet, it comes before or after the zone.
    constexpr bool take_zone_and_year() noexcept {
        if (to_.year != 0) return take_zone();
        if (word().is_number()) return take_year(4) && take_zone();
        return take_zone() && take_year(4);
    }

    constexpr bool take_zone() noexcept {
        if (word().is_sign()) {
            if (word().is_glued && !is_iso_) note_unusual(word());
            return take_offset(is_iso_);
        }
        auto const name = word();
        if (!name.is_letters() || name.text.size() > 5) {
            note({diagnostic_code::date_zone_missing, name.offset, 0});
            return true;
        }
        pass();
        auto const known = zone_offset(name);
        if (word().is_sign() && words_.second().is_number() && words_.second().is_glued) {
            note_unusual(name); // "GMT+0200", "EST -0500"
            bool const is_utc = known == 0;
            if (!take_offset(true)) return false;
            bool const agree =
                known ? is_utc || *known == to_.offset_minutes : name.text.size() > 1;
            return agree || fail(diagnostic_code::date_ambiguous, name);
        }
        bool const is_z = name.is_letters("Z");
        to_.offset_minutes = known.value_or(0);
        to_.is_offset_known = known.has_value() || (is_z && is_iso_);
        if (name.is_letters("UTC"))
            note_unusual(name);
        else if (known || is_z)
            note(diagnostic_code::date_obsolete, name);
        else
            note(diagnostic_code::date_zone_unknown, name);
        return true;
    }

    /// ( "+" / "-" ) 4DIGIT; also "+01:00" and, if `may_be_hours`, "+01".
    constexpr bool take_offset(bool may_be_hours) noexcept {
        bool const is_negative = pass().is('-');
        auto const at = word();
        if (!at.is_number() || !at.is_glued) return fail_here();
        pass();
        bool const has_colon = at.text.size() <= 2 && word().is(':') && word().is_glued;
        int minutes = 0;
        if (has_colon) {
            note_unusual(pass());
            if (!word().is_number(2, 2) || !word().is_glued) return fail_here();
            minutes = pass().value();
        } else if (at.text.size() == 4) {
            minutes = at.value() % 100;
        } else if (at.text.size() > 2 || !may_be_hours) {
            return fail(diagnostic_code::date_malformed, at);
        }
        int const hours = at.text.size() == 4 ? at.value() / 100 : at.value();
        if (hours > 23 || minutes > 59) return fail(diagnostic_code::date_out_of_range, at);
        auto const offset = hours * 60 + minutes;
        to_.offset_minutes = is_negative ? -offset : offset;
        to_.is_offset_known = !is_negative || offset != 0;
        return true;
    }

    /// Skips text after the date. Fails if the text could change the meaning of the date: a number,
    /// AM or PM, a zone with another offset.
    constexpr bool take_end() noexcept {
        auto const first = word();
        bool const is_zone_uncertain =
            to_.has_deviation && to_.deviation.severity() == severity::ambiguity;
        bool is_after_sign = true;
        for (; !word().is_end(); words_.advance()) {
            bool const is_number = word().is_number() && (is_after_sign || !word().is_glued);
            bool const is_half = word().is_letters("AM") || word().is_letters("PM");
            auto const offset = zone_offset(word());
            bool const is_other_zone =
                offset && (is_zone_uncertain || *offset != to_.offset_minutes);
            if (is_number || is_half || is_other_zone)
                return fail(diagnostic_code::date_ambiguous, word());
            is_after_sign = word().is_sign() || word().is(':');
        }
        auto const size = words_.value().size();
        if (!first.is_end())
            note({diagnostic_code::date_trailing_text, first.offset, size - first.offset});
        else if (auto const unclosed = words_.unclosed_size())
            note({diagnostic_code::date_trailing_text, size - unclosed, unclosed});
        return true;
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

    date_words words_;
    date_word day_name_;
    date_word day_;
    bool is_iso_ = false;
    date_problems* problems_;
    date_fields to_;
    diagnostic error_;
};

} // namespace foldwise::detail

#endif
