#ifndef FOLDWISE_SMTP_SMTP_REPLY_HPP
#define FOLDWISE_SMTP_SMTP_REPLY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/smtp/reply_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The size of the first line of `bytes`, with its ending. It ends with CRLF, or with LF alone if
/// `ending` is lf; else with the bytes.
constexpr std::size_t reply_line_size(std::string_view bytes, line_ending ending) noexcept {
    auto at = scan::line_feed(bytes, 0);
    while (at < bytes.size() && ending != line_ending::lf && (at == 0 || bytes[at - 1] != '\r'))
        at = scan::line_feed(bytes, at + 1);
    return at < bytes.size() ? at + 1 : at;
}

/// Iterates over the lines of a reply, which are known to be reply lines.
class reply_line_walker {
  public:
    constexpr reply_line_walker() = default;
    constexpr reply_line_walker(std::string_view reply, line_ending ending) noexcept
        : rest_{reply}, ending_{ending} {
        cut();
    }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr reply_line current() const noexcept {
        return *reply_line::read(rest_.substr(0, size_), ending_);
    }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        cut();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void cut() noexcept { size_ = reply_line_size(rest_, ending_); }

    std::string_view rest_; // the line and everything after it
    line_ending ending_ = line_ending::crlf;
    std::size_t size_ = 0; // of the line
};

} // namespace detail

/// The lines of a reply, as a forward, borrowed range of reply_line.
using reply_lines = walk_range<detail::reply_line_walker>;

/// A reply of an SMTP server, of one or several lines (RFC 5321 section 4.2.1):
///
///     250-mx.example.org\r\n250 SIZE 1000\r\n354 go ahead\r\n
///     |-------------------------------------|                       raw()
///     |--------------------|                                        lines(): a reply_line
///                           |---------------|                       lines(), and last()
///                                            |--------------|       rest(): the next reply
///
///     while (auto const reply = smtp_reply::read(bytes)) {
///         if (!reply->is_complete()) break; // more bytes are needed
///         if (reply->code() == 354) send_message();
///         bytes = reply->rest();
///     }
///
/// The reply ends after the first line whose code is not followed by "-". All lines of a reply must
/// have the same code. If they do not, some clients use the first line and others the last one; the
/// reply is in doubt: it has no code(), and is_positive() is false. Borrows the bytes; trivially
/// copyable.
class smtp_reply {
  public:
    /// Reads the reply that `bytes` start with. A line ends with CRLF; an LF without a CR is an
    /// octet of the line, and diagnosed. If `ending` is line_ending::lf, a line ends with LF, with
    /// or without a CR before it, as in a recording whose line endings were changed.
    ///
    /// The error is reply_line_malformed, which covers the first line, if that is not a reply line.
    /// A later line that is not one ends the reply before it, which is then not complete. Searches
    /// for the end of the reply: O(reply).
    static constexpr result<smtp_reply> read(std::string_view bytes FOLDWISE_LIFETIMEBOUND,
                                             line_ending ending = line_ending::crlf) noexcept {
        smtp_reply reply;
        reply.bytes_ = bytes;
        reply.ending_ = ending;
        while (!reply.is_complete_ && reply.size_ < bytes.size()) {
            auto const rest = bytes.substr(reply.size_);
            auto const line = rest.substr(0, detail::reply_line_size(rest, ending));
            auto const read = reply_line::read(line, ending);
            if (!read && reply.size_ == 0) return read.error();
            if (!read) break;
            if (reply.size_ == 0) reply.code_ = read->code();
            if (read->code() != reply.code_) reply.code_ = in_doubt;
            reply.last_ = reply.size_;
            reply.size_ += line.size();
            bool const has_lf_only = ending_of(line) == line_ending::lf;
            bool const ends = has_lf_only ? ending == line_ending::lf : line.ends_with('\n');
            reply.is_complete_ = ends && read->is_last();
        }
        if (reply.size_ == 0) return diagnostic{diagnostic_code::reply_line_malformed, 0, 0};
        return reply;
    }
    template <owning_temporary T>
    static result<smtp_reply>
    read(T&&, line_ending = {}) = delete; // it would dangle: keep the string in a variable first

    /// The octets of all lines, unchanged.
    constexpr std::string_view raw() const noexcept { return bytes_.substr(0, size_); }

    /// The octets after the reply. If the reply is complete, they are the next reply; if not, they
    /// start with a line that is not part of a reply, or there are none.
    constexpr std::string_view rest() const noexcept { return bytes_.substr(size_); }

    /// Whether the reply has its last line, with a line ending.
    constexpr bool is_complete() const noexcept { return is_complete_; }

    /// What ends a line, as passed to read().
    constexpr line_ending ending() const noexcept { return ending_; }

    /// The lines, at least one.
    constexpr reply_lines lines() const noexcept {
        return reply_lines{detail::reply_line_walker{raw(), ending_}};
    }

    /// The last line that was read. O(line).
    constexpr reply_line last() const noexcept {
        return *reply_line::read(raw().substr(last_), ending_);
    }

    /// The code of all lines that were read. Empty if two lines have different ones, which
    /// diagnose() reports.
    ///     "250-a\r\n250 b\r\n"  ->  250
    ///     "250-a\r\n550 b\r\n"  ->  nothing
    constexpr optional<int> code() const noexcept {
        return code_ == in_doubt ? std::nullopt : optional<int>{code_};
    }

    /// What the first digit of code() means. Empty if there is no code().
    constexpr optional<reply_class> code_class() const noexcept {
        if (code_ == in_doubt) return std::nullopt;
        return static_cast<reply_class>(code_ / 100);
    }

    /// Whether the server did what the client asked for: the reply is complete, and the code of all
    /// its lines is 2yz.
    constexpr bool is_positive() const noexcept {
        return is_complete_ && code_class() == reply_class::positive_completion;
    }

    /// The enhanced status code of the first line that has one. Empty if there is no code().
    /// O(reply).
    constexpr optional<status_code> status() const noexcept {
        if (code_ == in_doubt) return std::nullopt;
        for (auto const line : lines())
            if (auto const found = line.status()) return found;
        return std::nullopt;
    }

    /// Calls `report` with a diagnostic for each problem: those of the lines, and
    /// reply_code_differs, reply_status_differs and reply_not_complete. Offsets count from the
    /// start of the reply. O(reply).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        auto const all = raw();
        auto before = (*lines().begin()).code();
        optional<status_code> first_status;
        for (auto const line : lines()) {
            auto const start = offset_of(all, line.raw());
            line.diagnose([&report, start](diagnostic problem) {
                problem.offset += start;
                report(problem);
            });
            if (line.code() != before) report(diagnostic{reply_code_differs, start, 3});
            before = line.code();
            auto const status = line.status();
            if (!status) continue;
            if (first_status && !(*first_status == *status))
                report(diagnostic{reply_status_differs, start + 4, status->raw().size()});
            if (!first_status) first_status = status;
        }
        if (!is_complete_) report(diagnostic{reply_not_complete, size_, 0});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    static constexpr int in_doubt = 0; // for code_

    constexpr smtp_reply() = default;

    std::string_view bytes_;
    std::size_t size_ = 0; // of the reply
    std::size_t last_ = 0; // where its last line starts
    int code_ = in_doubt;  // of all lines
    line_ending ending_ = line_ending::crlf;
    bool is_complete_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
