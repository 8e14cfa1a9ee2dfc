#ifndef FOLDWISE_TRANSFER_DIAGNOSE_QUOTED_PRINTABLE_HPP
#define FOLDWISE_TRANSFER_DIAGNOSE_QUOTED_PRINTABLE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transfer/detail/encoded_lines.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

template <class Report>
class quoted_printable_check {
  public:
    constexpr quoted_printable_check(std::string_view text, Report& report) noexcept
        : text_{text}, report_{report} {}

    constexpr void run() {
        for (auto const line : lines{text_}) {
            auto const first = offset_of(text_, line.raw());
            auto const size = line.text().size();
            if (size > encoded_line_limit)
                report(diagnostic_code::encoded_line_too_long, first, size);
            check_line(first, first + size);
        }
    }

  private:
    constexpr void report(diagnostic_code code, std::size_t at, std::size_t size) {
        report_(diagnostic{code, at, size});
    }

    constexpr void check_line(std::size_t at, std::size_t end) {
        auto const padding = find_padding(at, end);
        constexpr auto plain = vchar + wsp - char_class{"="};
        for (at = scan::not_in(plain, text_, at); at < padding; at = scan::not_in(plain, text_, at))
            at += text_[at] == '=' ? check_equals_sign(at) : check_octets(at, padding);
        if (padding != end) report(diagnostic_code::qp_white_space, padding, end - padding);
    }

    /// Returns where the white space at the end of a line starts, or 998 octets before the end.
    constexpr std::size_t find_padding(std::size_t first, std::size_t end) const noexcept {
        auto at = end;
        while (at > first && end - at < transport_padding_limit && wsp.contains(text_[at - 1]))
            --at;
        return at;
    }

    /// Returns how many octets to skip.
    constexpr std::size_t check_equals_sign(std::size_t at) {
        using enum equals_sign::kind;
        auto const sign = read_equals_sign(text_, at, text_goes_on::no);
        if (sign.meaning == itself)
            report(diagnostic_code::qp_escape_malformed, at, 1);
        else if (sign.meaning == an_octet && (is_lower(at + 1) || is_lower(at + 2)))
            report(diagnostic_code::qp_escape_lower_case, at, 3);
        else if (sign.meaning == a_soft_break && text_[at + sign.size - 1] != '\n')
            report(diagnostic_code::qp_soft_break_at_end, at, 1);
        return sign.meaning == a_soft_break ? 1 : sign.size;
    }
    constexpr bool is_lower(std::size_t at) const noexcept { return text_[at] >= 'a'; }

    /// Reports the adjacent octets that should be encoded, and returns how many there are.
    constexpr std::size_t check_octets(std::size_t at, std::size_t end) {
        constexpr auto bad = ctl + utf8_non_ascii - wsp;
        auto const last = scan::not_in(bad, text_.substr(0, end), at);
        report(diagnostic_code::qp_octet, at, last - at);
        return last - at;
    }

    std::string_view text_;
    Report& report_;
};

} // namespace detail

/// Calls `report` with a diagnostic for each place where `text`, a whole text in quoted-printable,
/// deviates from RFC 2045 section 6.7:
///     encoded_line_too_long  a line of more than 76 octets
///     qp_escape_malformed    "=" that neither encodes an octet nor is a soft line break
///     qp_escape_lower_case   an octet that is encoded with lower-case digits
///     qp_soft_break_at_end   a soft line break with nothing after it, not even a line ending
///     qp_octet               octets that should have been encoded
///     qp_white_space         white space at the end of a line
/// See quoted_printable_decoder for how such text is decoded. Problems are reported line by line.
/// Offsets count from the start of `text`. Allocates nothing; O(text).
template <class Report>
constexpr void diagnose_quoted_printable(std::string_view text, Report&& report) {
    detail::quoted_printable_check<Report>{text, report}.run();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
