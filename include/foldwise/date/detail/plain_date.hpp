#ifndef FOLDWISE_DATE_DETAIL_PLAIN_DATE_HPP
#define FOLDWISE_DATE_DETAIL_PLAIN_DATE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/octet_form.hpp>
#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reads a date that conforms to RFC 5322 section 3.3, in the form that nearly all programs write:
///
///     Mon, 15 Dec 2014 10:00:00 +0100 (CET)
///          5 Dec 2014 10:00:00 -0000
///     Mon, 15 Dec 2014 10:00:00 GMT
///
/// The name of the day is optional, a day of one digit may have two spaces before it, white space
/// may be at both ends, and comments at the end. Such a date has no deviation, except that GMT is
/// obsolete (RFC 5322 section 4.3). Other dates are left to `date_reader`, which reads the dates of
/// this form with the same results, but more slowly.
class plain_date {
  public:
    explicit constexpr plain_date(std::string_view value) noexcept
        : value_{value}, rest_{lexer{value}.rest()}, is_read_{read()} {}

    /// Whether the value is a date of this form.
    constexpr bool is_read() const noexcept { return is_read_; }

    /// The date, if is_read().
    constexpr date_fields const& fields() const noexcept { return to_; }

  private:
    constexpr bool read() noexcept {
        auto const day_name = take_day_name();
        if (!take_day()) return false;
        constexpr std::string_view before_zone = "Dec 2014 10:00:00 ";
        if (rest_.size() < before_zone.size() + 3) return false;
        constexpr octet_form month_and_year{"??? 0000"};
        constexpr octet_form time_of_day{"00:00:00"};
        auto const date = month_and_year.read(rest_.data());
        auto const time = time_of_day.read(rest_.data() + 9);
        if (!date.has_form || !time.has_form || rest_[8] != ' ' || rest_[17] != ' ') return false;

        to_.year = date.number(4) * 100 + date.number(6);
        to_.month = month_at(rest_.data());
        to_.hour = time.number(0);
        to_.minute = time.number(3);
        to_.second = time.number(6);
        rest_.remove_prefix(before_zone.size());
        return is_date() && to_.hour <= 23 && to_.minute <= 59 && to_.second <= 60 &&
               (day_name == nullptr || has_day_name(day_name)) && take_zone() && is_at_end();
    }

    /// "+0100" or "GMT". At least 3 octets are left.
    constexpr bool take_zone() noexcept {
        if (rest_[0] == 'G' && rest_[1] == 'M' && rest_[2] == 'T') {
            to_.is_offset_known = true;
            to_.note({diagnostic_code::date_obsolete, offset_of(value_, rest_), 3});
            rest_.remove_prefix(3);
            return true;
        }
        char const sign = rest_[0];
        if (rest_.size() < 5 || (sign != '+' && sign != '-')) return false;
        constexpr octet_form form{"????0000"}; // the sign and 3 octets before it are not compared
        auto const offset = form.read(rest_.data() - 3);
        if (!offset.has_form || offset.number(4) > 23 || offset.number(6) > 59) return false;
        auto const minutes = offset.number(4) * 60 + offset.number(6);
        to_.offset_minutes = sign == '-' ? -minutes : minutes;
        to_.is_offset_known = sign == '+' || minutes != 0;
        rest_.remove_prefix(5);
        return true;
    }

    /// Passes "Mon, ", and returns a pointer to the name; null if there is none.
    constexpr char const* take_day_name() noexcept {
        if (rest_.size() < 5 || rest_[3] != ',' || rest_[4] != ' ') return nullptr;
        auto const name = rest_.data();
        rest_.remove_prefix(5);
        return name;
    }

    /// "15 ", "5 " or " 5 "
    constexpr bool take_day() noexcept {
        if (rest_.size() < 4) return false;
        if (rest_[0] == ' ') rest_.remove_prefix(1);
        bool const has_two_digits = rest_[1] != ' ';
        if (!digit.contains(rest_[0]) || (has_two_digits && !digit.contains(rest_[1])))
            return false;
        to_.day = decimal_value(octets_at(rest_.data(), 1));
        if (has_two_digits) to_.day = decimal_value(octets_at(rest_.data(), 2));
        rest_.remove_prefix(has_two_digits ? 2 : 1);
        bool const has_space = rest_[0] == ' ';
        rest_.remove_prefix(1);
        return has_space;
    }

    constexpr bool is_date() const noexcept {
        bool const is_on_calendar =
            to_.day <= 28 || (to_.month != 0 && to_.day <= days_in_month(to_.year, to_.month));
        return to_.year >= 1900 && to_.month != 0 && to_.day >= 1 && is_on_calendar;
    }

    /// The three octets of a name as one number: the first is the lowest octet.
    static constexpr unsigned name_at(char const* text) noexcept {
        auto const octet = [text](int i) noexcept -> unsigned {
            return static_cast<unsigned char>(text[i]);
        };
        return octet(0) | octet(1) << 8 | octet(2) << 16;
    }

    /// The number of the month, from 1; 0 for any other text.
    static constexpr int month_at(char const* text) noexcept {
        constexpr unsigned names[] = {name_at("Jan"), name_at("Feb"), name_at("Mar"),
                                      name_at("Apr"), name_at("May"), name_at("Jun"),
                                      name_at("Jul"), name_at("Aug"), name_at("Sep"),
                                      name_at("Oct"), name_at("Nov"), name_at("Dec")};
        auto const name = name_at(text);
        for (int i = 0; i < 12; ++i)
            if (names[i] == name) return i + 1;
        return 0;
    }

    constexpr bool has_day_name(char const* day_name) const noexcept {
        constexpr std::string_view names = "SunMonTueWedThuFriSat";
        auto const weekday = static_cast<std::size_t>(weekday_of(to_.year, to_.month, to_.day));
        return name_at(day_name) == name_at(names.data() + 3 * weekday);
    }

    constexpr bool is_at_end() const noexcept {
        if (rest_.empty()) return true;
        lexer in{rest_};
        return in.skip_comments().is_closed() && in.rest().empty();
    }

    std::string_view value_;
    std::string_view rest_; // the end of value_ that has not been read
    date_fields to_;
    bool is_read_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
