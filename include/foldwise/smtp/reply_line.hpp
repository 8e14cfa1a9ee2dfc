#ifndef FOLDWISE_SMTP_REPLY_LINE_HPP
#define FOLDWISE_SMTP_REPLY_LINE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/status_code.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The first digit of a reply code, which says what the client does next (RFC 5321 section 4.2.1).
enum class reply_class : unsigned char {
    positive_completion = 2,   ///< done
    positive_intermediate = 3, ///< accepted; the server waits for more
    transient_negative = 4,    ///< not done; the client may try again
    permanent_negative = 5,    ///< not done; the client should not try again
};

namespace detail {

/// Whether `line`, without its line ending, has the form of a line of a reply: three digits, of
/// which the first is 2 to 5, and then SP, HTAB, "-" or the end.
constexpr bool is_reply_form(std::string_view line) noexcept {
    if (line.size() < 3 || line[0] < '2' || line[0] > '5') return false;
    if (!digit.contains(line[1]) || !digit.contains(line[2])) return false;
    return line.size() == 3 || is_wsp(line[3]) || line[3] == '-';
}

} // namespace detail

/// One line of a reply of an SMTP server (RFC 5321 section 4.2):
///
///     250-2.1.0 sender ok\r\n
///     |---------------------|    raw(), with the line ending
///     |-|                        code()       250
///        |                       is_last()    false, since a "-" follows the code
///         |-------------|        text()       "2.1.0 sender ok"
///         |---|                  status()     2.1.0
///               |-------|        text_after_status()
///
///     Reply-line = *( Reply-code "-" [ textstring ] CRLF )
///                  Reply-code [ SP textstring ] CRLF
///     Reply-code = %x32-35 %x30-35 %x30-39
///     textstring = 1*(%d09 / %d32-126)
///
/// A program decides by the code; the text is for people. `smtp_reply` reads all lines of a reply.
/// Borrows the line; trivially copyable.
class reply_line {
  public:
    /// Reads one line, with or without its line ending, which is CRLF. If `ending` is
    /// line_ending::lf, an LF alone ends the line, too, as in a recording whose line endings were
    /// changed; if not, diagnose() reports it.
    ///     reply_line::read("354 go ahead\r\n")->code()  ->  354
    /// The text may be missing, with or without the space before it ("250", "250 ", "250-"). The
    /// error is reply_line_malformed, which covers the line without its ending, if it does not
    /// start with a code, if neither SP, HTAB nor "-" follows the code, if the first digit is not 2
    /// to 5, or if there is a CRLF inside. O(line).
    static constexpr result<reply_line> read(std::string_view line FOLDWISE_LIFETIMEBOUND,
                                             line_ending ending = line_ending::crlf) noexcept {
        auto const text = without_ending(line);
        if (!detail::is_reply_form(text) || text.find("\r\n") != text.npos)
            return diagnostic{diagnostic_code::reply_line_malformed, 0, text.size()};
        return reply_line{line, decimal_value(text.substr(0, 3)), ending};
    }
    template <owning_temporary T>
    static result<reply_line>
    read(T&&, line_ending = {}) = delete; // it would dangle: keep the string in a variable first

    /// The whole line, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The code: 200 to 599.
    constexpr int code() const noexcept { return code_; }

    /// What the first digit of the code means. A client that does not know the code must decide by
    /// its first digit (RFC 5321 section 4.2).
    constexpr reply_class code_class() const noexcept {
        return static_cast<reply_class>(code_ / 100);
    }

    /// Whether the reply ends with this line: the code is not followed by "-".
    constexpr bool is_last() const noexcept { return raw_.size() == 3 || raw_[3] != '-'; }

    /// The text after the code and the octet that follows it, without the line ending. It may be
    /// empty.
    constexpr std::string_view text() const noexcept {
        auto const line = without_ending(raw_);
        return line.size() < 4 ? line.substr(3) : line.substr(4);
    }

    /// The enhanced status code that the text starts with (RFC 2034 section 4, RFC 3463), followed
    /// by white space or nothing.
    ///     250 2.1.5 ok         ->  2.1.5
    ///     250 5.1.1 ok         ->  nothing: its class is not that of the code
    ///     354 2.0.0 continue   ->  nothing: codes that start with 3 have no enhanced one
    /// diagnose() reports a status code of another class.
    constexpr optional<status_code> status() const noexcept {
        auto const word = status_word();
        if (word.empty() || word.front() != raw_.front()) return std::nullopt;
        return *status_code::read(word);
    }

    /// The text after the enhanced status code and white space; text() if there is none.
    constexpr std::string_view text_after_status() const noexcept {
        if (!status()) return text();
        auto const after = text().substr(status_word().size());
        return after.substr(scan::not_in(wsp, after, 0));
    }

    /// Calls `report` with a diagnostic for each problem: reply_code_range, reply_separator (HTAB
    /// instead of SP after the code), reply_line_too_long, reply_status_mismatch, and for octets
    /// that are not text reply_bare_lf, bare_cr, nul, reply_text_octet and reply_text_utf8.
    /// O(line).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        constexpr std::size_t longest = 510; // RFC 5321 section 4.5.3.1.5, without CRLF
        constexpr int challenge = 334;       // of AUTH, which has no limit: RFC 4954 section 4
        auto const size = without_ending(raw_).size();
        if (raw_[1] > '5') report(diagnostic{reply_code_range, 0, 3});
        if (size > 3 && raw_[3] == '\t') report(diagnostic{reply_separator, 3, 1});
        if (size > longest && code_ != challenge)
            report(diagnostic{reply_line_too_long, longest, size - longest});
        auto const word = status_word();
        if (!word.empty() && word.front() != raw_.front())
            report(diagnostic{reply_status_mismatch, 4, word.size()});
        for (auto at = next_octet(0); at < raw_.size();) {
            auto const problem = octet_problem(at);
            report(problem);
            at = next_octet(at + problem.length);
        }
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr reply_line(std::string_view raw, int code, line_ending ending) noexcept
        : raw_{raw}, code_{static_cast<short>(code)}, ending_{ending} {}

    /// The octets at the start of the text that have the form of an enhanced status code.
    constexpr std::string_view status_word() const noexcept {
        constexpr auto in_status = digit + char_class{"."};
        auto const line = text();
        auto const size = scan::not_in(in_status, line, 0);
        bool const ends = size == line.size() || wsp.contains(line[size]);
        return ends && status_code::read(line.substr(0, size)) ? line.substr(0, size)
                                                               : line.substr(0, 0);
    }

    /// The first octet at or after `from` that is not text; the line ending is passed.
    constexpr std::size_t next_octet(std::size_t from) const noexcept {
        constexpr auto textstring = vchar + wsp;
        auto const at = scan::not_in(textstring, raw_, from);
        auto const rest = raw_.substr(at);
        bool const ends = rest == "\r\n" || (ending_ == line_ending::lf && rest == "\n");
        return ends ? raw_.size() : at;
    }

    constexpr diagnostic octet_problem(std::size_t at) const noexcept {
        using enum diagnostic_code;
        if (raw_[at] == '\n') return {reply_bare_lf, at, 1};
        if (raw_[at] == '\r') return {bare_cr, at, 1};
        if (raw_[at] == '\0') return {nul, at, 1};
        if (!utf8_non_ascii.contains(raw_[at])) return {reply_text_octet, at, 1};
        auto const end = scan::not_in(utf8_non_ascii, raw_, at);
        auto code = reply_text_utf8;
        for (auto next = at; next < end;) {
            auto const character = utf8_character_at(raw_.substr(0, end), next);
            if (!character.is_well_formed) code = reply_text_octet;
            next += character.size;
        }
        return {code, at, end - at};
    }

    std::string_view raw_;
    short code_;
    line_ending ending_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
