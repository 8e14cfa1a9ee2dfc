#ifndef FOLDWISE_DATE_DATE_TIME_HPP
#define FOLDWISE_DATE_DATE_TIME_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/date/detail/date_time_reader.hpp>
#include <foldwise/date/detail/plain_date.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A date and time of day with its zone (RFC 5322 section 3.3):
///
///     Mon, 15 Dec 2014 11:00:00 +0100
///
///     |-|                               checked: the date falls on that day
///          |---------|                  day(), month(), year()        ->  15, 12, 2014
///                      |------|         hour(), minute(), second()    ->  11, 0, 0
///                               |---|   offset_minutes()              ->  60
///     unix_seconds()  ->  1418637600    to_string()  ->  "2014-12-15T11:00:00+01:00"
///
///     date-time = [ day-of-week "," ] date time [CFWS]
///     date      = day month year
///     time      = hour ":" minute [ ":" second ] zone
///     zone      = (FWS ( "+" / "-" ) 4DIGIT) / obs-zone
///
/// The members return the local time that the text has, at that offset. The date exists in the
/// calendar. Borrows the value that it was read from for raw() and diagnose(); the other members
/// stay valid without the value. Trivially copyable. Each member is O(1), unless it says otherwise.
class date_time {
  public:
    /// Reads the date in the value of a field such as Date (RFC 5322 sections 3.3 and 4.3), folded
    /// or not, or in a part of one.
    ///     date_time::read("15 Dec 14 11:00 EST")->offset_minutes()  ->  -300
    ///
    /// Other forms with only one meaning are also read, and have a deviation():
    ///     2014-12-15T10:00:00Z       ISO 8601; a fraction of a second is dropped
    ///     Dec 15 10:00:00 2014       the form of asctime and date; a zone before or after the year
    ///     15-Dec-2014  15/12/2014    other separators; numbers of which only one can be the month
    ///     Wednesday, 25-Dec-19       RFC 850; the day name decides which number is the year
    ///     Sat, 01/02/2014            the day name decides which number is the month
    ///     Monday 15 December 2014    whole names, no comma; a day name in another language is
    ///                                skipped if a comma follows it
    ///     9:00  9:5:7  15.59.09  1:17 PM
    ///     GMT+0200  +02:00  UTC
    ///     +0100 CET                  text at the end, without a number, AM or PM
    /// Without a zone, or with a zone name of uncertain meaning (military zones, CET, IST), the
    /// offset is not known, as with `-0000`. Z is the exception: as a military zone it means -0000
    /// without an ambiguity, and in ISO 8601 it means +0000. It is not known either if the zone
    /// cannot be read, has no clear sign (POSIX counts hours westwards), or contradicts another
    /// one:
    ///     +9999  +01  0100  JST-9  EST5EDT  +0200 EST
    ///
    /// There is no value for
    ///     31 Apr  25:00                       dates and times that do not exist
    ///     1899  10000                         years before 1900 or after 9999
    ///     Tue, 15 Dec 2014                    the day name of another date
    ///     01/02/2014  14-Dec-15  9.5          text that has two meanings
    ///     15 Dec 2014                         everything else, such as a missing time
    /// The offset of the error counts from the start of `value`.
    /// Borrows `value`. O(value), nothing is allocated.
    static constexpr result<date_time> read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept;
    static constexpr result<date_time> read(field const& f) noexcept;
    template <owning_temporary T>
    static result<date_time>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The value that the date was read from, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr int year() const noexcept { return fields_.year; }     ///< 1900 to 9999
    constexpr int month() const noexcept { return fields_.month; }   ///< 1 to 12
    constexpr int day() const noexcept { return fields_.day; }       ///< 1 to 31
    constexpr int hour() const noexcept { return fields_.hour; }     ///< 0 to 23
    constexpr int minute() const noexcept { return fields_.minute; } ///< 0 to 59
    constexpr int second() const noexcept { return fields_.second; } ///< 0 to 60, a leap second

    /// How far local time is ahead of UTC, -1439 to 1439; 0 if the offset is not known.
    constexpr int offset_minutes() const noexcept { return fields_.offset_minutes; }

    /// Whether the offset from UTC is known. If not, the time is taken as UTC: `-0000` means this,
    /// and RFC 5322 section 4.3 asks for it if the meaning of a zone name is uncertain. With such a
    /// name, without a zone, and with one that cannot be read, deviation() is an ambiguity, and
    /// unix_seconds() may be wrong by up to a day.
    constexpr bool is_offset_known() const noexcept { return fields_.is_offset_known; }

    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds; negative before that. A leap
    /// second counts as the second after :59, which is the first second of the next minute.
    constexpr std::int64_t unix_seconds() const noexcept {
        auto const days = detail::days_from_1970(year(), month(), day());
        auto const minutes = (days * 24 + hour()) * 60 + minute() - offset_minutes();
        return minutes * 60 + second();
    }

    /// Appends the date in the form of RFC 3339, which is ISO 8601: "2014-12-15T11:00:00+01:00". An
    /// unknown offset is "-00:00" (RFC 3339 section 4.3). Allocates if `text` has to grow.
    constexpr void append_to(std::string& text) const {
        auto const offset = offset_minutes() < 0 ? -offset_minutes() : offset_minutes();
        append_digits(text, year() / 100);
        append_digits(text, year() % 100);
        append_digits(text += '-', month());
        append_digits(text += '-', day());
        append_digits(text += 'T', hour());
        append_digits(text += ':', minute());
        append_digits(text += ':', second());
        append_digits(text += offset_minutes() < 0 || !is_offset_known() ? '-' : '+', offset / 60);
        append_digits(text += ':', offset % 60);
    }

    /// The text that append_to() appends, as a string. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// The gravest way in which the text deviates from RFC 5322 section 3.3: date_obsolete,
    /// date_unusual_form, date_zone_missing, date_zone_unknown, date_zone_unreadable or
    /// date_trailing_text. Of equally grave ones it is the first, but date_unusual_form only if
    /// there is no other. Its offset counts from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept {
        if (!fields_.has_deviation) return std::nullopt;
        return fields_.deviation;
    }

    /// Calls `report` with each deviation, in the order in which they are read, with offsets from
    /// the start of raw(). Reads raw() again: O(raw).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (!fields_.has_deviation) return;
        if (fields_.is_from_pieces) {
            report(fields_.deviation);
            return;
        }
        detail::date_problems problems;
        detail::date_reader{raw_, &problems}.read();
        for (int i = 0; i < problems.count; ++i) report(problems.found[i]);
    }

    /// Whether both are the same date, time of day and offset. raw() does not count.
    friend constexpr bool operator==(date_time const& left, date_time const& right) noexcept {
        return left.fields_.is_same_time(right.fields_);
    }

    /// The same date with another raw(), for a date whose text was put together from pieces of
    /// `raw`. Its deviation, if it has one, covers all of `raw`.
    constexpr date_time with_raw(std::string_view raw FOLDWISE_LIFETIMEBOUND) const noexcept {
        auto fields = fields_;
        fields.is_from_pieces = true;
        fields.deviation.offset = 0;
        fields.deviation.length = raw.size();
        return {raw, fields};
    }

    /// A date that was read from `raw`.
    constexpr date_time(std::string_view raw FOLDWISE_LIFETIMEBOUND,
                        detail::date_fields const& fields) noexcept
        : raw_{raw}, fields_{fields} {}

  private:
    /// Appends two digits.
    static constexpr void append_digits(std::string& text, int number) {
        text += static_cast<char>('0' + number / 10);
        text += static_cast<char>('0' + number % 10);
    }

    std::string_view raw_;
    detail::date_fields fields_;
};

constexpr result<date_time> date_time::read(std::string_view value) noexcept {
    if (detail::plain_date const plain{value}; plain.is_read())
        return date_time{value, plain.fields()};
    detail::date_reader reader{value};
    if (!reader.read()) return reader.error();
    return date_time{value, reader.fields()};
}
constexpr result<date_time> date_time::read(field const& f) noexcept { return read(f.raw_value()); }

} // namespace foldwise::inline FOLDWISE_ABI

#endif
