#ifndef FOLDWISE_INSPECT_DETAIL_LINE_CHECK_HPP
#define FOLDWISE_INSPECT_DETAIL_LINE_CHECK_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/words/word_prefix.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// How many octets of a line are allowed, and how many characters are advised, without the line
/// ending (RFC 5322 section 2.1.1).
inline constexpr std::size_t line_limit = 998;
inline constexpr std::size_t advised_line_limit = 78;
/// How many characters of a line with an encoded-word are allowed (RFC 2047 section 2).
inline constexpr std::size_t encoded_word_line_limit = 76;

/// What the lines of a header section or a body are checked for.
struct line_rules {
    bool is_header = false;        ///< report control characters, and lines of only white space
    bool has_crlf = false;         ///< other lines end with CRLF: report the first LF without CR
    bool has_advised_limit = true; ///< report the first line of more than 78 characters
};

/// The octets above 127 in some lines: from the first to the last.
struct high_octets {
    std::size_t first = 0;
    std::size_t end = 0; ///< 0 if there are none
};

/// Checks the lines of a message (RFC 5322 sections 2.1, 2.3 and 4.1). Reports lines that are too
/// long, CR without LF, the first LF without CR, and NUL. In a header section, also reports control
/// characters, lines of only white space, and the first line that has an encoded-word and more than
/// 76 characters. Offsets count from the start of `whole`.
template <class Sink>
class line_check {
  public:
    constexpr line_check(std::string_view whole, line_rules rules, Sink& sink) noexcept
        : whole_{whole}, rules_{rules}, sink_{sink} {}

    /// Checks the lines from `first` up to `end`: some fields, or a body. Returns the octets above
    /// 127 in them. Stops if the reporter wants no more. O(end - first); a line without a problem
    /// is read twice.
    constexpr high_octets check(std::size_t first, std::size_t end) {
        high_octets high;
        auto const text = whole_.substr(0, end);
        for (auto at = first; at < end && !sink_.is_stopped();) {
            auto const feed = scan::line_feed(text, at);
            bool const is_ended = feed < end;
            bool const has_cr = is_ended && feed > at && text[feed - 1] == '\r';
            auto const line_end = has_cr ? feed - 1 : feed;
            read_line(text.substr(0, line_end), at, high);
            if (rules_.is_header && line_end != at && is_blank(text, at, line_end))
                problem(diagnostic_code::blank_continuation, at, feed + (is_ended ? 1 : 0) - at);
            if (is_ended && !has_cr && rules_.has_crlf && !has_bare_lf_) {
                has_bare_lf_ = true;
                problem(diagnostic_code::bare_lf, feed, 1);
            }
            at = feed + 1;
        }
        return high;
    }

  private:
    static constexpr auto plain = vchar + wsp;
    static constexpr auto above_127 = char_class::range(0x80, 0xFF);
    static constexpr auto control = ctl - char_class{"\t\r\n"} - char_class::range(0, 0);

    constexpr void problem(diagnostic_code code, std::size_t at, std::size_t size) {
        sink_(diagnostic{code, at, size});
    }

    static constexpr bool is_blank(std::string_view text, std::size_t at,
                                   std::size_t end) noexcept {
        return wsp.contains(text[at]) && scan::not_in(wsp, text.substr(0, end), at) == end;
    }

    /// Reads the line that starts at `at` and ends with `text`.
    constexpr void read_line(std::string_view text, std::size_t at, high_octets& octets) {
        if (text.size() - at > encoded_word_line_limit) check_length(text, at);
        auto const odd = scan::not_in(plain, text, at);
        if (odd != text.size()) read_odd(text, odd, octets);
    }

    FOLDWISE_NOINLINE constexpr void check_length(std::string_view text, std::size_t at) {
        auto const size = text.size() - at;
        if (rules_.is_header && !has_long_word_line_ && has_encoded_word(text, at)) {
            has_long_word_line_ = true;
            problem(diagnostic_code::encoded_word_line_too_long, at, size);
        }
        if (size > line_limit) return problem(diagnostic_code::line_too_long, at, size);
        if (size <= advised_line_limit || has_over_78_ || !rules_.has_advised_limit) return;
        std::size_t characters = 0;
        for (auto i = at; i < text.size(); ++i)
            characters += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 ? 1u : 0u;
        has_over_78_ = characters > advised_line_limit;
        if (has_over_78_) problem(diagnostic_code::line_over_78, at, size);
    }

    static constexpr bool has_encoded_word(std::string_view text, std::size_t at) noexcept {
        for (at = scan::octet_pair<'=', '?'>(text, at); at < text.size();
             at = scan::octet_pair<'=', '?'>(text, at + 2))
            if (auto const prefix = read_word_prefix(text.substr(at)); prefix.is_well_formed)
                return scan::octet_pair<'?', '='>(text, at + prefix.size) < text.size();
        return false;
    }

    /// Reads a line from its first octet that is not printable ASCII, SP or HTAB, which is at `at`.
    FOLDWISE_NOINLINE constexpr void read_odd(std::string_view text, std::size_t at,
                                              high_octets& octets) {
        for (; at < text.size(); at = scan::not_in(plain, text, at)) {
            auto const first = at;
            if (text[at] == '\r') {
                at = scan::not_in(char_class{"\r"}, text, at);
                problem(diagnostic_code::bare_cr, first, at - first);
            } else if (text[at] == '\0') {
                at = scan::not_in(char_class::range(0, 0), text, at);
                problem(diagnostic_code::nul, first, at - first);
            } else if (above_127.contains(text[at])) {
                at = scan::not_in(above_127, text, at);
                if (octets.end == 0) octets.first = first;
                octets.end = at;
            } else {
                at = scan::not_in(control, text, at);
                if (rules_.is_header)
                    problem(diagnostic_code::control_character, first, at - first);
            }
        }
    }

    std::string_view whole_;
    line_rules rules_;
    Sink& sink_;
    bool has_over_78_ = false; // whether such a line was reported
    bool has_long_word_line_ = false;
    bool has_bare_lf_ = false;
};

/// Reports the first LF without CR in a header section that also has CRLF. Offsets count from the
/// start of `whole`. O(header).
template <class Report>
constexpr void diagnose_line_endings(std::string_view whole, std::string_view header,
                                     Report& report) {
    auto bare = header.size();
    bool has_crlf = false;
    for (auto at = scan::line_feed(header, 0); at < header.size();
         at = scan::line_feed(header, at + 1)) {
        bool const is_bare = at == 0 || header[at - 1] != '\r';
        has_crlf = has_crlf || !is_bare;
        if (is_bare && bare == header.size()) bare = at;
        if (has_crlf && bare != header.size())
            return report(diagnostic{diagnostic_code::bare_lf, offset_of(whole, header) + bare, 1});
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
