#ifndef FOLDWISE_DATE_DETAIL_DATE_ZONE_READER_HPP
#define FOLDWISE_DATE_DETAIL_DATE_ZONE_READER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/date/detail/date_fields.hpp>
#include <foldwise/date/detail/date_time_word.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The part of `date_reader` that reads the zone. If only the zone of a date cannot be read, the
/// date is read all the same: its offset is unknown, as RFC 5322 section 4.3 asks for, and it has a
/// diagnostic.
class date_zone_reader {
  public:
    constexpr date_zone_reader(std::string_view value, date_problems* problems) noexcept
        : words_{value}, problems_{problems} {}

    constexpr date_fields const& fields() const noexcept { return to_; }
    constexpr diagnostic const& error() const noexcept { return error_; }

  protected:
    constexpr date_word const& word() const noexcept { return words_.word(); }
    constexpr date_word second_word() const noexcept { return words_.second(); }

    FOLDWISE_COLD constexpr date_word pass() noexcept {
        auto const passed = word();
        if (passed.is_after_comment) note(diagnostic_code::date_obsolete, passed);
        end_ = passed.offset + passed.text.size();
        words_.advance();
        return passed;
    }

    FOLDWISE_COLD constexpr bool fail(diagnostic_code code, date_word const& at) noexcept {
        error_ = {code, at.offset, at.text.size()};
        return false;
    }
    constexpr bool fail_here() noexcept { return fail(diagnostic_code::date_malformed, word()); }

    constexpr void note(diagnostic_code code, date_word const& at) noexcept {
        note(diagnostic{code, at.offset, at.text.size()});
    }
    FOLDWISE_COLD constexpr void note(diagnostic const& found) noexcept {
        to_.note(found);
        if (problems_ != nullptr) problems_->add(found);
    }
    constexpr void note_unusual(date_word const& at) noexcept {
        note(diagnostic_code::date_unusual_form, at);
    }

    /// Whether `name`, which is "AM" or "PM", comes next, perhaps with a dot inside: "p.m".
    constexpr bool is_half_of_day_next(std::string_view name) const noexcept {
        if (word().is_letters(name)) return true;
        if (!word().is_letters(name.substr(0, 1))) return false;
        auto ahead = words_;
        ahead.advance();
        if (!ahead.word().is('.') || !ahead.word().is_glued) return false;
        ahead.advance();
        return ahead.word().is_letters(name.substr(1)) && ahead.word().is_glued;
    }

    /// The zone. `is_iso`: the date has the form of ISO 8601. Total: a zone that cannot be read
    /// includes everything up to white space or a comment.
    constexpr void take_zone(bool is_iso) noexcept {
        auto const first = word();
        if (take_readable_zone(is_iso)) return;
        bool const is_sign = end_ == first.offset + 1 && first.is_sign();
        if (is_sign && word().is_number()) pass(); // "+ 0100"
        while (word().is_glued && !word().is_end()) pass();
        doubt_zone(first.offset, end_);
    }

    /// Skips text after the date. Fails if the text could change the date or the time of day: a
    /// number, AM or PM. A zone with another offset makes the offset unknown. An assignment is
    /// skipped: Go writes "m=+0.0123" after dates.
    constexpr bool take_end() noexcept {
        auto const first = word();
        bool const is_uncertain = to_.has_deviation &&
                                  to_.deviation.severity() >= severity::ambiguity &&
                                  !to_.is_about_form();
        optional<diagnostic> other_zone;
        bool is_after_sign = true;
        while (!word().is_end()) {
            auto const at = word();
            auto const number = second_word();
            bool const is_offset = at.is_sign() && number.is_number(4, 4) && number.is_glued;
            bool const is_number = at.is_number() && (is_after_sign || !at.is_glued);
            bool const may_be_half = at.text.size() == 2 || (number.is('.') && number.is_glued);
            if (is_number ||
                (may_be_half && (is_half_of_day_next("AM") || is_half_of_day_next("PM"))))
                return fail(diagnostic_code::date_ambiguous, at);
            if (at.is_letters() && number.is('=') && number.is_glued) {
                do words_.advance();
                while (word().is_glued && !word().is_end());
                is_after_sign = true;
                continue;
            }
            auto const offset = is_offset ? signed_offset(at, number.value()) : zone_offset(at);
            is_after_sign = at.is_sign() || at.is(':');
            words_.advance();
            if (is_offset) words_.advance();
            if (!offset || other_zone || (!is_uncertain && *offset == to_.offset_minutes)) continue;
            auto const size = is_offset ? std::size_t{5} : at.text.size();
            other_zone = diagnostic{diagnostic_code::date_zone_unreadable, at.offset, size};
        }
        if (other_zone) doubt_zone(other_zone->offset, other_zone->offset + other_zone->length);
        auto const size = words_.value().size();
        if (!first.is_end())
            note({diagnostic_code::date_trailing_text, first.offset, size - first.offset});
        else if (auto const unclosed = words_.unclosed_size())
            note({diagnostic_code::date_trailing_text, size - unclosed, unclosed});
        return true;
    }

    date_words words_;
    date_fields to_;

  private:
    constexpr void doubt_zone(std::size_t first, std::size_t last) noexcept {
        to_.offset_minutes = 0;
        to_.is_offset_known = false;
        note({diagnostic_code::date_zone_unreadable, first, last - first});
    }

    static constexpr int signed_offset(date_word const& sign, int hours_and_minutes) noexcept {
        auto const offset = hours_and_minutes / 100 * 60 + hours_and_minutes % 100;
        return sign.is('-') ? -offset : offset;
    }

    /// Returns whether the zone can be read.
    constexpr bool take_readable_zone(bool is_iso) noexcept {
        if (word().is_sign()) {
            if (word().is_glued && !is_iso) note_unusual(word());
            return take_offset(is_iso);
        }
        auto const name = word();
        if (name.is_number(4, 4) && name.value() <= 1400 && name.value() % 100 <= 59) {
            pass(); // an offset without a sign
            return false;
        }
        bool const is_place = name.is_letters() && second_word().is('/') && second_word().is_glued;
        if (is_place || name.is('<')) { // "Etc/GMT-5"; POSIX: "<-03>3"
            pass();
            return false;
        }
        if (!name.is_letters() || name.text.size() > 5) {
            note({diagnostic_code::date_zone_missing, name.offset, 0});
            return true;
        }
        pass();
        if (word().is_number() && word().is_glued) return false; // POSIX: "EST5EDT", "UTC0"
        auto const known = zone_offset(name);
        auto const number = second_word();
        if (word().is_sign() && number.is_number() && number.is_glued)
            return take_offset_after_name(name, known, number);
        bool const is_z = name.is_letters("Z");
        to_.offset_minutes = known.value_or(0);
        to_.is_offset_known = known.has_value() || (is_z && is_iso);
        if (name.is_letters("UTC"))
            note_unusual(name);
        else if (known || is_z)
            note(diagnostic_code::date_obsolete, name);
        else
            note(diagnostic_code::date_zone_unknown, name);
        return true;
    }

    /// "GMT+0200", "EST -0500". In the zones of POSIX, a number after the name counts westwards,
    /// and one without minutes may be meant so: "JST-9". After GMT, it hardly ever is.
    constexpr bool take_offset_after_name(date_word const& name, optional<int> const& known,
                                          date_word const& number) noexcept {
        bool const may_be_posix = !known && word().is_glued && number.text.size() != 4;
        note_unusual(name);
        bool const is_utc = known == 0;
        if (!take_offset(true) || may_be_posix) return false;
        return known ? is_utc || *known == to_.offset_minutes : name.text.size() > 1;
    }

    /// ( "+" / "-" ) 4DIGIT; also "+01:00" and, if `may_be_hours`, "+01".
    constexpr bool take_offset(bool may_be_hours) noexcept {
        auto const sign = pass();
        auto const at = word();
        if (!at.is_number() || !at.is_glued) return false;
        pass();
        int number = at.text.size() == 4 ? at.value() : at.value() * 100;
        if (at.text.size() <= 2 && word().is(':') && word().is_glued) {
            note_unusual(pass());
            if (!word().is_number(2, 2) || !word().is_glued) return false;
            number += pass().value();
        } else if (at.text.size() != 4 && (at.text.size() > 2 || !may_be_hours)) {
            return false;
        }
        if (number / 100 > 23 || number % 100 > 59) return false;
        to_.offset_minutes = signed_offset(sign, number);
        to_.is_offset_known = sign.is('+') || to_.offset_minutes != 0;
        return true;
    }

    date_problems* problems_;
    diagnostic error_;
    std::size_t end_ = 0; // of the last word that was passed
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
