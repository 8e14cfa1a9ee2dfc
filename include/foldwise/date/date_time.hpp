#ifndef FOLDWISE_DATE_DATE_TIME_HPP
#define FOLDWISE_DATE_DATE_TIME_HPP

#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/date/detail/date_time_reader.hpp>
#include <foldwise/date/detail/plain_date.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// A date and time of day with its zone (RFC 5322 section 3.3): read_date_time gives it.
///     read_date_time("Mon, 15 Dec 2014 11:00:00 +0100")
///       ->  2014, 12, 15, 11, 0, 0, offset_minutes() == 60, unix_seconds() == 1418637600
/// The fields are those of the text, that is of local time at that offset; the date
/// exists. Borrows nothing. Trivially copyable; each member is O(1).
class date_time {
  public:
    constexpr int year() const noexcept { return fields_.year; }     ///< 1900 to 9999
    constexpr int month() const noexcept { return fields_.month; }   ///< 1 to 12
    constexpr int day() const noexcept { return fields_.day; }       ///< 1 to 31
    constexpr int hour() const noexcept { return fields_.hour; }     ///< 0 to 23
    constexpr int minute() const noexcept { return fields_.minute; } ///< 0 to 59
    constexpr int second() const noexcept { return fields_.second; } ///< 0 to 60, a leap second

    /// How far local time is ahead of UTC, -1439 to 1439; 0 when it is not known.
    constexpr int offset_minutes() const noexcept { return fields_.offset_minutes; }

    /// Whether the zone was given. When not, the fields are read as UTC: that is what
    /// `-0000` means, and what RFC 5322 section 4.3 asks for with names of uncertain meaning.
    /// For those, and where there is no zone, deviation() is an ambiguity and the
    /// instant may be off by up to a day.
    constexpr bool is_offset_known() const noexcept { return fields_.is_offset_known; }

    /// Seconds from 1970-01-01T00:00:00Z, without leap seconds; negative before it. A
    /// leap second counts as the second after :59, the first of the next minute.
    constexpr std::int64_t unix_seconds() const noexcept {
        auto const days = detail::days_from_1970(year(), month(), day());
        auto const minutes = (days * 24 + hour()) * 60 + minute() - offset_minutes();
        return minutes * 60 + second();
    }

    /// How the text deviates from the form that RFC 5322 section 3.3 asks for; of
    /// several the gravest, of those the first. Its offset counts from the start of the value.
    constexpr std::optional<diagnostic> deviation() const noexcept { return fields_.deviation; }

    /// Whether both have the same fields, and the same deviation at the same place.
    friend constexpr bool operator==(date_time const&, date_time const&) = default;

    /// From fields that were checked.
    explicit constexpr date_time(detail::date_fields const& fields) noexcept : fields_{fields} {}

  private:
    detail::date_fields fields_;
};

/// The date in the value of a field such as Date (RFC 5322 sections 3.3 and 4.3); `value`
/// is a field's raw_value(), folded or not, or a part of one.
///     date-time = [ day-of-week "," ] date time [CFWS]
///     date      = day month year
///     time      = hour ":" minute [ ":" second ] zone
///     zone      = (FWS ( "+" / "-" ) 4DIGIT) / obs-zone
///     read_date_time("15 Dec 14 11:00 EST")->offset_minutes()  ->  -300
///
/// Beyond the RFC, what has one meaning only is read, and deviation() says so:
///     2014-12-15T10:00:00Z      ISO 8601; a fraction of a second is dropped
///     Dec 15 10:00:00 2014      as asctime and date write it, the zone before or behind the year
///     15-Dec-2014  15/12/2014   other separators; numbers of which one alone may be the month
///     Monday 15 December 2014   whole names, no comma; a day name in another language is
///                               passed over before a comma
///     9:00  1:17 PM  GMT+0200  +02:00  UTC
///     +0100 CET                 text behind, unless it holds a number, AM, PM or another offset
/// Without a zone, and with a name whose meaning is uncertain (military ones, CET, IST), the
/// value is that of `-0000`: a date whose offset is not known. Z alone is not uncertain: the
/// military zone is -0000 without an ambiguity, that of ISO 8601 is +0000.
///
/// There is no value, only a diagnostic, for what does not exist (31 Apr, hour 25, +9999,
/// zones beyond 23:59, years before 1900 or after 9999), for a day name of another date,
/// for what has two meanings (01/02/2014, 14-Dec-15, +0200 EST), and for all else (no time,
/// a zone of three digits). Offsets of diagnostics count from the start of `value`.
/// Total; O(value), nothing is allocated, and nothing of `value` is kept.
constexpr result<date_time> read_date_time(std::string_view value) noexcept {
    if (detail::plain_date const plain{value}; plain.is_read()) return date_time{plain.fields()};
    return detail::date_reader{value}.read().transform(
        [](detail::date_fields const& fields) { return date_time{fields}; });
}

} // namespace foldwise

#endif
