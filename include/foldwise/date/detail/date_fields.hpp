#ifndef FOLDWISE_DATE_DETAIL_DATE_FIELDS_HPP
#define FOLDWISE_DATE_DETAIL_DATE_FIELDS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The data of a date_time, without its raw().
struct date_fields {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset_minutes = 0;
    bool is_offset_known = false;
    bool has_deviation = false;
    bool is_from_pieces = false; // the text is not the octets of raw()
    diagnostic deviation;        // the gravest

    /// Makes `found` the deviation, if there is none yet or `found` is graver. Of equally grave
    /// ones, date_unusual_form counts least: the others say what is not known.
    constexpr void note(diagnostic const& found) noexcept {
        bool const may_yield = has_deviation && is_about_form() && deviation.code != found.code;
        if (has_deviation && (deviation.severity() > found.severity() ||
                              (deviation.severity() == found.severity() && !may_yield)))
            return;
        deviation = found;
        has_deviation = true;
    }

    constexpr bool is_about_form() const noexcept {
        return deviation.code == diagnostic_code::date_unusual_form;
    }

    /// Whether both are the same date, time of day and offset.
    constexpr bool is_same_time(date_fields const& other) const noexcept {
        return year == other.year && month == other.month && day == other.day &&
               hour == other.hour && minute == other.minute && second == other.second &&
               offset_minutes == other.offset_minutes && is_offset_known == other.is_offset_known;
    }
};

/// All deviations of a date, in the order in which they were found.
struct date_problems {
    diagnostic found[32]; // more than the tokens of a date can cause
    int count = 0;

    /// Adds a problem, once: a comma can be obsolete for more than one reason.
    constexpr void add(diagnostic const& problem) noexcept {
        for (int i = 0; i < count; ++i)
            if (found[i] == problem) return;
        if (count < 32) found[count++] = problem;
    }
};

/// Days from 1970-01-01 to a date of the Gregorian calendar, whose year is not negative. Counts in
/// years that start in March, so that a leap day is the last day of its year:
///     days before the year    365 y + y/4 - y/100 + y/400, which is 1461 y / 4 - y/100 + y/400
///     days before the month   (153 m + 2) / 5, where m is 0 for March: 0, 31, 61, 92 ...
///     days to 1970-01-01      719468 from 1 March of the year 0; one more, since days count from 1
constexpr std::int64_t days_from_1970(int year, int month, int day) noexcept {
    auto const y = static_cast<unsigned>(month <= 2 ? year - 1 : year);
    auto const m = static_cast<unsigned>(month <= 2 ? month + 9 : month - 3);
    auto const centuries = y / 100;
    auto const days = y * 1461 / 4 - centuries + centuries / 4 + (m * 153 + 2) / 5;
    return std::int64_t{days} + day - 719469;
}

constexpr int days_in_month(int year, int month) noexcept {
    if (month != 2) return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    bool const is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return is_leap ? 29 : 28;
}

/// The day of the week, 0 for Sunday to 6, of a date in 1900 or later. 1970-01-01 was a Thursday,
/// 4; 25575 is 4 + 7 * 3653, so that the sum is not negative.
constexpr int weekday_of(int year, int month, int day) noexcept {
    return static_cast<int>((days_from_1970(year, month, day) + 25575) % 7);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
