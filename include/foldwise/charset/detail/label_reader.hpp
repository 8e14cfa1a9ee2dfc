#ifndef FOLDWISE_CHARSET_DETAIL_LABEL_READER_HPP
#define FOLDWISE_CHARSET_DETAIL_LABEL_READER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/charset/detail/label_table.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Finds the charset that a label names; see `find_charset`.
class label_reader {
  public:
    /// The number of the charset in the enum; negative if there is none.
    static constexpr int charset_number(std::string_view label) noexcept {
        auto const number = number_of(label);
        return number < 0 ? number_of_first_known_part(label) : number;
    }

    /// See `is_registered_label`.
    static constexpr bool is_registered(std::string_view label) noexcept {
        constexpr auto usual = alphanumeric + char_class{"-_.:+"};
        if (scan::not_in(usual, label, 0) != label.size()) return false;
        label_reader normal;
        for (char const octet : label) normal.take(octet);
        auto const row = row_after(octets_at(normal.octets_, normal.size_));
        return !row.empty() && row[0] == '=';
    }

    /// The row of the table for a label in normal form, after the label; empty if there is none.
    static constexpr std::string_view row_after(std::string_view normal) noexcept {
        auto const size = normal.size();
        if (size == 0 || size > longest_label) return {};
        auto const first = label_rows_ends[size - 1];
        auto const rows = octets_at(label_rows + first, std::size_t{label_rows_ends[size]} - first);
        auto const width = size + 4;
        for (std::size_t low = 0, high = rows.size() / width; low != high;) {
            auto const middle = (low + high) / 2;
            auto const order = rows.compare(middle * width, size, normal);
            if (order == 0) return rows.substr(middle * width + size, 4);
            (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
        }
        return {};
    }

  private:
    static constexpr auto alphanumeric = alpha + digit;
    static constexpr char_class separators{";,/= \t\r\n"};

    static constexpr int number_of(std::string_view label) noexcept {
        label_reader normal;
        for (char const octet : label) normal.take(octet);
        return normal.number();
    }
    static constexpr int number_of_first_known_part(std::string_view label) noexcept {
        for (std::size_t at = 0, end = 0; at < label.size(); at = end + 1) {
            end = scan::in(separators, label, at);
            auto const number = number_of_part(label.substr(at, end - at));
            if (number >= 0) return number;
        }
        return -1;
    }
    static constexpr int number_of_part(std::string_view part) noexcept {
        auto const number = number_of(part);
        if (number >= 0) return number;
        part = trim(part, any_octet - alphanumeric);
        if (part.size() > 2 && ascii_lower(part[0]) == 'x' && part[1] == '-') part.remove_prefix(2);
        bool const has_locale = part.size() > 6 && part[2] == '_' && part[5] == '.'; // "en_US."
        if (has_locale) part.remove_prefix(6);
        label_reader normal;
        for (char const octet : part) {
            normal.take(octet);
            if (!alphanumeric.contains(octet)) normal.is_in_number_ = false;
        }
        normal.remove_suffix("httpequivcontenttype");
        return normal.number();
    }

    constexpr void take(char octet) noexcept {
        if (!alphanumeric.contains(octet) || (octet == '0' && !is_in_number_)) return;
        is_in_number_ = digit.contains(octet);
        if (size_ < longest) octets_[size_++] = ascii_lower(octet);
    }
    constexpr void remove_suffix(std::string_view suffix) noexcept {
        if (octets_at(octets_, size_).ends_with(suffix)) size_ -= suffix.size();
    }
    constexpr int number() const noexcept {
        auto const row = row_after(octets_at(octets_, size_));
        return row.empty() ? -1 : (row[1] - '0') * 10 + (row[2] - '0');
    }

    static constexpr std::size_t longest = longest_label + 1; // no label has this size
    char octets_[longest] = {};                               // the start of the normal form
    std::size_t size_ = 0;
    bool is_in_number_ = false; // whether its last octet is a digit
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
