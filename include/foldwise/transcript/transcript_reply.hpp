#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_REPLY_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_REPLY_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/report/status_code.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Iterates over the lines of one reply in a transcript.
class transcript_reply_walker {
  public:
    constexpr transcript_reply_walker() = default;
    explicit constexpr transcript_reply_walker(transcript_line_walker const& first) noexcept
        : at_{first}, is_at_end_{false} {}

    constexpr bool at_end() const noexcept { return is_at_end_; }
    constexpr reply_line current() const noexcept { return *reply_line::read(at_.text()); }
    constexpr void advance() noexcept {
        is_at_end_ = at_.facts().ends_reply;
        if (is_at_end_) return;
        do at_.advance();
        while (!at_.at_end() && at_.kind() > transcript_line_kind::reply);
        is_at_end_ =
            at_.at_end() || at_.kind() != transcript_line_kind::reply || at_.facts().starts_reply;
    }
    constexpr std::size_t position() const noexcept {
        return is_at_end_ ? static_cast<std::size_t>(-1) : at_.position();
    }

  private:
    transcript_line_walker at_;
    bool is_at_end_ = true;
};

} // namespace detail

/// A reply of the server in a transcript: one line, or several, which should have the same code
/// (RFC 5321 section 4.2.1). `smtp_reply` is the same for bytes that are not interrupted by marks.
///     for (auto const line : reply.lines()) use(line.text());
/// A reply whose lines have different codes is in doubt: it has no code(), and is_positive() is
/// false. Borrows the transcript's bytes; trivially copyable. Each member is O(reply), except
/// lines() and offset(), which are O(1).
class transcript_reply {
  public:
    using line_range = walk_range<detail::transcript_reply_walker>;

    explicit constexpr transcript_reply(detail::transcript_line_walker const& first) noexcept
        : first_{first} {}

    /// The lines, at least one.
    constexpr line_range lines() const noexcept {
        return line_range{detail::transcript_reply_walker{first_}};
    }

    /// The last line.
    constexpr reply_line last() const noexcept {
        auto last = *reply_line::read(first_.text());
        for (auto const line : lines()) last = line;
        return last;
    }

    /// Whether the last line of the reply is in the transcript.
    constexpr bool is_complete() const noexcept { return last().is_last(); }

    /// The code of all lines. Empty if two lines have different ones.
    constexpr optional<int> code() const noexcept {
        auto const code = reply_line::read(first_.text())->code();
        for (auto const line : lines())
            if (line.code() != code) return std::nullopt;
        return code;
    }

    /// What the first digit of code() means. Empty if there is no code().
    constexpr optional<reply_class> code_class() const noexcept {
        auto const code = this->code();
        if (!code) return std::nullopt;
        return static_cast<reply_class>(*code / 100);
    }

    /// Whether the server did what the client asked for: the reply is complete, and the code of all
    /// its lines is 2yz.
    constexpr bool is_positive() const noexcept {
        return is_complete() && code_class() == reply_class::positive_completion;
    }

    /// The text of the last line, without the enhanced status code.
    constexpr std::string_view text_after_status() const noexcept {
        return last().text_after_status();
    }

    /// The enhanced status code of the first line that has one (RFC 2034). Empty if there is no
    /// code().
    constexpr optional<status_code> status() const noexcept {
        if (!code()) return std::nullopt;
        for (auto const line : lines())
            if (auto const found = line.status()) return found;
        return std::nullopt;
    }

    /// Where the reply starts, in octets from the start of the transcript.
    constexpr std::size_t offset() const noexcept { return first_.position(); }

  private:
    detail::transcript_line_walker first_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
