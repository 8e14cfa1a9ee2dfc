#ifndef FOLDWISE_MAIL_DATA_MAIL_DATA_HPP
#define FOLDWISE_MAIL_DATA_MAIL_DATA_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The longest line of mail data, with its CRLF, and without a dot that the client added (RFC 5321
/// section 4.5.3.1.6).
inline constexpr std::size_t data_line_limit = 1000;

/// What a client sends after the DATA command (RFC 5321 section 4.1.1.4), if all of it is in
/// memory:
///     mail_data data{"Subject: a\r\n\r\n..b\r\n.\r\nQUIT\r\n"};
///     data.text()  ->  "Subject: a\r\n\r\n.b\r\n"
///     data.rest()  ->  "QUIT\r\n"
/// The bytes start directly after the CRLF of the command. Borrows them; trivially copyable; the
/// constructor is O(data), allocates nothing. Total: without an end, all bytes are data. For data
/// that arrives in chunks, see end_of_data_finder.
class mail_data {
  public:
    constexpr mail_data() = default;

    /// `ending` is how lines end; line_ending::lf is for recorded data in which each LF stands for
    /// a CRLF, never for data from the network.
    explicit constexpr mail_data(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                                 line_ending ending = line_ending::crlf) noexcept
        : bytes_{bytes}, ending_{ending} {
        end_of_data_finder finder{ending};
        size_ = finder.feed(bytes);
        text_size_ = finder.text_size();
    }
    template <owning_temporary T>
    explicit mail_data( // it would dangle: keep the string in a variable first
        T&&, line_ending = line_ending::crlf) = delete;

    /// The data, with the line of only a dot that ends it.
    constexpr std::string_view raw() const noexcept { return bytes_.substr(0, size_); }
    /// The message, without that line and without the dots that the client added.
    constexpr dot_unstuffed text() const noexcept {
        return dot_unstuffed{sent_text(), stuffed_dots{ending_}};
    }
    /// Whether the end is there.
    constexpr bool is_complete() const noexcept { return text_size_ != size_; }
    /// The bytes after the end: the next command.
    constexpr std::string_view rest() const noexcept { return bytes_.substr(size_); }

    /// Calls `report` with a diagnostic for each problem of the transmission, not of the message:
    /// end_of_data_near_miss, end_of_data_missing, data_bare_lf, bare_cr, data_line_too_long,
    /// data_dot_not_stuffed. O(data). Offsets count from the start of the data.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        end_of_data_finder finder{ending_};
        finder.feed(raw(), report);
        finder.finish(report);
        for (std::size_t start = 0; start != text_size_;) start = diagnose_line(start, report);
        if (!is_complete()) report(diagnostic{diagnostic_code::end_of_data_missing, text_size_, 0});
    }
    /// The gravest diagnostic that diagnose() reports. O(data).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr std::string_view sent_text() const noexcept { return bytes_.substr(0, text_size_); }

    /// Reports what is wrong with the line that starts at `start`, and returns where it ends.
    template <class Report>
    constexpr std::size_t diagnose_line(std::size_t start, Report& report) const {
        auto const text = sent_text();
        auto end = scan::one_of<'\r', '\n'>(text, start);
        for (; end != text.size(); end = scan::one_of<'\r', '\n'>(text, end + 1)) {
            if (ending_ == line_ending::lf ? text[end] == '\n' : text.substr(end, 2) == "\r\n")
                break;
            auto const code =
                text[end] == '\r' ? diagnostic_code::bare_cr : diagnostic_code::data_bare_lf;
            report(diagnostic{code, end, 1});
        }
        auto const line = text.substr(start, end - start);
        auto const next = end == text.size() ? end : end + size_of(ending_);
        bool const has_dot = line.starts_with('.');
        if (has_dot && line.size() > 1 && line[1] != '.')
            report(diagnostic{diagnostic_code::data_dot_not_stuffed, start, 1});
        auto const crlf = size_of(line_ending::crlf);
        if (line.size() - (has_dot ? 1 : 0) + crlf > data_line_limit)
            report(diagnostic{diagnostic_code::data_line_too_long, start, next - start});
        return next;
    }

    std::string_view bytes_;
    std::size_t size_ = 0;
    std::size_t text_size_ = 0; // without the line that ends the data
    line_ending ending_ = line_ending::crlf;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
