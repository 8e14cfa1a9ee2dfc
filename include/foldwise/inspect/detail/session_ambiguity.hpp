#ifndef FOLDWISE_INSPECT_DETAIL_SESSION_AMBIGUITY_HPP
#define FOLDWISE_INSPECT_DETAIL_SESSION_AMBIGUITY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/inspect/detail/ambiguity_place.hpp>
#include <foldwise/inspect/detail/ambiguity_table.hpp>
#include <foldwise/smtp/ehlo_line.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/mail_command.hpp>
#include <foldwise/smtp/rcpt_command.hpp>
#include <foldwise/transcript/transcript.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The codes of severity ambiguity that occur in a recorded session, outside of its messages, in
/// the order of the enum.
inline constexpr ambiguity_row session_ambiguity_rows[] = {
    {diagnostic_code::smtp_line_ending,
     {extent::line, "one line, which is no command"sv},
     {extent::line_after, "a command of its own, because the one before ends there"sv}},
    {diagnostic_code::smtp_command_malformed,
     {extent::covered, "no command that the server carries out"sv},
     {extent::covered, "a command that the server carries out"sv}},
    {diagnostic_code::smtp_argument_ignored,
     {extent::line_before, "the command, which the server carries out"sv},
     {extent::line, "a command that the server refuses, because of the text after it"sv}},
    {diagnostic_code::esmtp_parameter_duplicate,
     {extent::earlier_field, "the first parameter of that name"sv},
     {extent::covered, "the later parameter, which counts"sv}},
    {diagnostic_code::transcript_line_ending,
     {extent::covered, "lines of neither side"sv},
     {extent::covered, "commands, replies, or the end of a message"sv}},
    {diagnostic_code::transcript_mark_missing,
     {extent::entity_from, "text of the message"sv},
     {extent::entity_from, "remarks, which are not part of the session"sv}},
    {diagnostic_code::transcript_reply_unexpected,
     {extent::line, "a reply to nothing"sv},
     {extent::line, "the reply to the command after it, or before it"sv}},
    {diagnostic_code::transcript_reply_doubtful,
     {extent::covered, "replies of which it is not known what they answer"sv},
     {extent::covered, "replies to as many commands, in the order of the commands"sv}},
    {diagnostic_code::reply_bare_lf,
     {extent::line, "one line of the reply, with the LF in it"sv},
     {extent::line_after, "a line of its own, perhaps of another reply"sv}},
    {diagnostic_code::reply_status_mismatch,
     {extent::covered, "text: only the reply code counts"sv},
     {extent::covered, "the status code, which counts more than the reply code"sv}},
    {diagnostic_code::reply_code_differs,
     {extent::line, "a contradiction: the reply has no code, and accepts nothing"sv},
     {extent::line, "the line whose code is that of the reply"sv}},
    {diagnostic_code::reply_status_differs,
     {extent::earlier_field, "the status code of the reply"sv},
     {extent::covered, "the status code of the reply, instead of the earlier one"sv}},
    {diagnostic_code::reply_not_complete,
     {extent::line, "the last line of the reply"sv},
     {extent::next_line, "another line of the same reply"sv}},
    {diagnostic_code::ehlo_keyword_duplicate,
     {extent::earlier_field, "the first line for the extension"sv},
     {extent::field_after, "the later line, which counts"sv}},
};

/// The row of `code`; null if there is none.
constexpr ambiguity_row const* session_ambiguity_row_of(diagnostic_code code) noexcept {
    for (auto const& row : session_ambiguity_rows)
        if (row.code == code) return &row;
    return nullptr;
}

/// Where in a recorded session a diagnostic is. Borrows the session. Of the extents, these have a
/// meaning:
///     covered, line, line_before, line_after, next_line    lines with their marks
///     field_after     from the start of the problem to the end of its line, without its ending
///     earlier_field   before the problem, and of the same kind: the first parameter of that name,
///                     the first status code of the reply, the first line for that extension
///     entity_from     from the start of the problem to the end of the message that it is in
class session_place {
  public:
    /// The diagnostic must be in the session. O(session).
    constexpr session_place(transcript const& session, diagnostic const& problem) noexcept
        : session_{session}, code_{problem.code},
          problem_{problem.offset, problem.offset + problem.length} {
        bool is_found = false;
        for (auto const line : session.lines()) {
            auto const range = range_of(line.raw());
            if (range.first > problem_.first || is_after(range)) {
                if (!is_found) next_ = range;
                is_found = true;
                if (line.kind() != transcript_line_kind::data) break;
                data_last_ = range.last;
                continue;
            }
            line_ = line;
            next_ = {range.last, range.last};
            data_last_ = range.last;
        }
    }

    /// The octets of a reading. O(session).
    constexpr octet_range range_of(extent which) const noexcept {
        auto const line = line_.raw().empty() ? problem_ : range_of(line_.raw());
        switch (which) {
        case extent::line: return line;
        case extent::line_before: return {line.first, problem_.first};
        case extent::line_after: return ordered(problem_.last, line.last);
        case extent::next_line: return next_;
        case extent::field_after: return ordered(problem_.first, text_last());
        case extent::earlier_field: return earlier();
        case extent::entity_from: return ordered(problem_.first, data_last_);
        default: return problem_;
        }
    }

  private:
    static constexpr octet_range ordered(std::size_t first, std::size_t last) noexcept {
        return {first, last < first ? first : last};
    }
    constexpr octet_range range_of(std::string_view text) const noexcept {
        auto const first = offset_of(session_.raw(), text);
        return {first, first + text.size()};
    }
    /// Whether the problem is the end of the line before this one: it covers nothing.
    constexpr bool is_after(octet_range line) const noexcept {
        return problem_.first == problem_.last && line.first == problem_.first && line.first != 0;
    }
    constexpr std::size_t text_last() const noexcept {
        return line_.raw().empty() ? problem_.last : range_of(line_.text()).last;
    }
    constexpr std::string_view covered() const noexcept {
        return session_.raw().substr(problem_.first, problem_.last - problem_.first);
    }

    constexpr octet_range earlier() const noexcept {
        using enum diagnostic_code;
        auto found = std::string_view{};
        if (code_ == esmtp_parameter_duplicate)
            found = earlier_parameter();
        else if (auto const reply = reply_at_problem())
            found = code_ == reply_status_differs ? first_status(*reply) : first_line_for(*reply);
        return found.empty() ? octet_range{problem_.first, problem_.first} : range_of(found);
    }
    constexpr std::string_view earlier_parameter() const noexcept {
        auto const keyword = covered().substr(0, scan::octet(covered(), '=', 0));
        auto const text = line_.text();
        auto const mail = mail_command::read(text);
        auto const rcpt = rcpt_command::read(text);
        auto const all = mail ? mail->parameters() : rcpt ? rcpt->parameters() : esmtp_parameters{};
        auto const found = all.find(keyword);
        return found ? found->raw() : std::string_view{};
    }

    constexpr optional<transcript_reply> reply_at_problem() const noexcept {
        optional<transcript_reply> found;
        for (auto const exchange : session_.exchanges()) {
            auto const& reply = exchange.reply();
            if (!reply) continue;
            if (reply->offset() > problem_.first) break;
            found = reply;
        }
        return found;
    }
    static constexpr std::string_view first_status(transcript_reply const& reply) noexcept {
        for (auto const line : reply.lines())
            if (auto const status = line.status()) return status->raw();
        return {};
    }
    /// The first line of an answer to EHLO names no extension.
    constexpr std::string_view first_line_for(transcript_reply const& reply) const noexcept {
        bool is_first = true;
        for (auto const line : reply.lines()) {
            auto const one = ehlo_line::read(line.text());
            if (!is_first && one && one->is(covered())) return line.text();
            is_first = false;
        }
        return {};
    }

    transcript session_;
    diagnostic_code code_;
    octet_range problem_;
    transcript_line line_; // where the problem starts
    octet_range next_;     // the line after it
    std::size_t data_last_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
