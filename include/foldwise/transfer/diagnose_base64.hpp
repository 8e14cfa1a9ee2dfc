#ifndef FOLDWISE_TRANSFER_DIAGNOSE_BASE64_HPP
#define FOLDWISE_TRANSFER_DIAGNOSE_BASE64_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/detail/encoded_lines.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

template <class Report>
class base64_check {
  public:
    constexpr base64_check(std::string_view text, Report& report) noexcept
        : text_{text}, report_{report} {}

    constexpr void run() {
        for (std::size_t at = 0; at < text_.size();) {
            auto end = at + 1;
            if (base64_sextet(text_[at]) < 64) {
                take_sextet(at);
            } else if (text_[at] == '=') {
                end = take_padding(at);
            } else if (!fws_octets.contains(text_[at])) {
                while (end < text_.size() && base64_sextet(text_[end]) >= 64 && text_[end] != '=' &&
                       !fws_octets.contains(text_[end]))
                    ++end;
                report_(diagnostic{diagnostic_code::base64_octet, at, end - at});
            }
            at = end;
        }
        check_padding();
        if (quantum_.sextets() != 0)
            report_(diagnostic{diagnostic_code::base64_truncated, first_, last_ + 1 - first_});
    }

  private:
    constexpr void take_sextet(std::size_t at) {
        check_padding();
        if (is_padded_)
            report_(diagnostic{diagnostic_code::base64_after_padding, at, text_.size() - at});
        is_padded_ = false;
        if (quantum_.sextets() == 0) first_ = at;
        quantum_.take(base64_sextet(text_[at]));
        last_ = at;
    }

    /// Takes the equals signs from `at` on, and returns where they end.
    constexpr std::size_t take_padding(std::size_t at) {
        auto end = at;
        while (end < text_.size() && text_[end] == '=') ++end;
        auto const count = end - at;
        auto const sextets = quantum_.sextets();
        if (sextets >= 2) {
            if (quantum_.left_over() != 0)
                report_(diagnostic{diagnostic_code::base64_left_over_bits, last_, 1});
            wanted_ = 4 - sextets;
        } else if (sextets == 1) {
            wanted_ = 0;
        }
        auto const taken = count < wanted_ ? count : wanted_;
        wanted_ -= taken;
        padding_ = end - 1;
        if (count > taken)
            report_(diagnostic{diagnostic_code::base64_padding, at + taken, count - taken});
        quantum_.end();
        is_padded_ = true;
        return end;
    }

    /// Reports padding that has ended too early.
    constexpr void check_padding() {
        if (wanted_ != 0) report_(diagnostic{diagnostic_code::base64_padding, padding_, 1});
        wanted_ = 0;
    }

    std::string_view text_;
    Report& report_;
    base64_quantum quantum_;
    std::size_t first_ = 0;   // the first sextet of the quantum
    std::size_t last_ = 0;    // the last sextet
    std::size_t padding_ = 0; // the last "="
    std::size_t wanted_ = 0;  // how many "=" are missing
    bool is_padded_ = false;
};

} // namespace detail

/// Calls `report` with a diagnostic for each place where `text`, a whole text in base64, deviates
/// from RFC 2045 section 6.8 and RFC 4648 section 3:
///     base64_octet           octets that are neither in the alphabet nor white space
///     base64_padding         "=" that does not end a quantum, or is one too many or too few
///     base64_after_padding   everything after padding, if there is data in it
///     base64_left_over_bits  a sextet before padding with bits that belong to no octet
///     base64_truncated       the last quantum, if it is incomplete
///     encoded_line_too_long  a line of more than 76 octets
/// See base64_decoder for how such text is decoded. Lines that are too long are reported last, the
/// other problems in the order in which they are found. Offsets count from the start of `text`.
/// Allocates nothing; O(text).
template <class Report>
constexpr void diagnose_base64(std::string_view text, Report&& report) {
    detail::base64_check<Report>{text, report}.run();
    for (auto const line : lines{text})
        if (line.text().size() > encoded_line_limit)
            report(diagnostic{diagnostic_code::encoded_line_too_long, offset_of(text, line.raw()),
                              line.text().size()});
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
