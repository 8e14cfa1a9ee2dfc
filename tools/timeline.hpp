#ifndef FOLDWISE_TOOLS_TIMELINE_HPP
#define FOLDWISE_TOOLS_TIMELINE_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// A day of the Gregorian calendar.
struct calendar_day {
    std::int64_t year;
    unsigned month; ///< 1 to 12
    unsigned day;   ///< 1 to 31

    /// The day that is `days` days after 1970-01-01. The year is counted from March on, in eras of
    /// 400 years.
    static calendar_day of(std::int64_t days) {
        days += 719468; // from 0000-03-01 to 1970-01-01
        auto const era = (days >= 0 ? days : days - 146096) / 146097;
        auto const of_era = days - era * 146097;
        auto const year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
        auto const of_year = of_era - (365 * year + year / 4 - year / 100);
        auto const month = (5 * of_year + 2) / 153; // 0 is March
        bool const is_next_year = month >= 10;
        return {year + era * 400 + (is_next_year ? 1 : 0),
                static_cast<unsigned>(is_next_year ? month - 9 : month + 3),
                static_cast<unsigned>(of_year - (153 * month + 2) / 5 + 1)};
    }
};

/// Counts messages by time, in bounded memory: by day, or if there are too many days, by month.
/// Days are those of UTC.
class timeline {
  public:
    enum class unit : unsigned char { day, month, year };

    void add(std::int64_t unix_seconds) {
        auto const days = unix_seconds / 86400 - (unix_seconds % 86400 < 0 ? 1 : 0);
        if (counts_.empty() || days < first_) first_ = days;
        if (counts_.empty() || days > last_) last_ = days;
        ++counts_[key_of(days, unit_)];
        if (unit_ == unit::day && counts_.size() > most_days_) merge(unit::month);
    }

    /// Whether nothing has been counted. Then there is no first and no last day.
    bool empty() const { return counts_.empty(); }
    std::string first() const { return day_text(first_); } ///< "2014-12-15"
    std::string last() const { return day_text(last_); }

    /// The finest unit for which rows() has few enough rows for people to read.
    unit readable_unit() const {
        if (unit_ == unit::day && last_ - first_ < 31) return unit::day;
        auto const months = key_of(last_, unit::month) - key_of(first_, unit::month);
        return months < 36 ? unit::month : unit::year;
    }

    /// The counts by `of`, such as "2014-12" and 12. There are rows for days and months without
    /// messages, but not for such years. `of` must be readable_unit() or coarser.
    std::vector<std::pair<std::string, std::uint64_t>> rows(unit of) const {
        std::map<std::int64_t, std::uint64_t> merged;
        for (auto const& [key, count] : counts_) merged[coarser(key, unit_, of)] += count;
        std::vector<std::pair<std::string, std::uint64_t>> found;
        std::int64_t next = 0;
        for (auto const& [key, count] : merged) {
            for (; of != unit::year && !found.empty() && next != key; ++next)
                found.emplace_back(text_of(next, of), 0);
            found.emplace_back(text_of(key, of), count);
            next = key + 1;
        }
        return found;
    }

    /// "day", "month" or "year".
    static std::string_view name_of(unit of) {
        return of == unit::day ? "day" : of == unit::month ? "month" : "year";
    }

  private:
    static constexpr std::size_t most_days_ = 4096;

    // A key is a number of days, months or years.
    static std::int64_t key_of(std::int64_t days, unit of) {
        if (of == unit::day) return days;
        auto const date = calendar_day::of(days);
        return of == unit::year ? date.year : date.year * 12 + date.month - 1;
    }
    static std::int64_t coarser(std::int64_t key, unit from, unit to) {
        if (from == to) return key;
        return from == unit::day ? key_of(key, to) : key / 12;
    }
    void merge(unit to) {
        std::map<std::int64_t, std::uint64_t> merged;
        for (auto const& [key, count] : counts_) merged[coarser(key, unit_, to)] += count;
        counts_ = std::move(merged);
        unit_ = to;
    }

    static std::string text_of(std::int64_t key, unit of) {
        if (of == unit::day) return day_text(key);
        if (of == unit::year) return std::to_string(key);
        return std::to_string(key / 12) + two_digits(static_cast<unsigned>(key % 12) + 1);
    }
    static std::string day_text(std::int64_t days) {
        auto const date = calendar_day::of(days);
        return std::to_string(date.year) + two_digits(date.month) + two_digits(date.day);
    }
    /// "-07"
    static std::string two_digits(unsigned number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    }

    unit unit_ = unit::day; // of the keys
    std::map<std::int64_t, std::uint64_t> counts_;
    std::int64_t first_ = 0; // in days
    std::int64_t last_ = 0;
};

} // namespace tool

#endif
