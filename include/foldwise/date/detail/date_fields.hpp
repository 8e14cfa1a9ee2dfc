#ifndef FOLDWISE_DATE_DETAIL_DATE_FIELDS_HPP
#define FOLDWISE_DATE_DETAIL_DATE_FIELDS_HPP

#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstdint>
#include <optional>

namespace foldwise::detail {

/// What a date says, as a date_time hands it out.
struct date_fields {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset_minutes = 0;
    bool is_offset_known = false;
    std::optional<diagnostic> deviation = std::nullopt;

    friend constexpr bool operator==(date_fields const&, date_fields const&) = default;
};

/// Days from 1970-01-01 to a date of the Gregorian calendar, in years that start in March; the
/// year is not negative.
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

/// 0 for Sunday to 6, of a date from 1900 on.
constexpr int weekday_of(int year, int month, int day) noexcept {
    return static_cast<int>((days_from_1970(year, month, day) + 25575) % 7);
}

} // namespace foldwise::detail

#endif
