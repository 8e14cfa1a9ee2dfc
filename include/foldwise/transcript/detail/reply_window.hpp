#ifndef FOLDWISE_TRANSCRIPT_DETAIL_REPLY_WINDOW_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_REPLY_WINDOW_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/reply_meaning.hpp>
#include <foldwise/transcript/detail/server_state.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether possible commands are read as commands.
enum class possible_commands : unsigned char { ignored, taken };

/// A part of a transcript after which nothing that the client sent waits for a reply. The client
/// may send commands ahead (RFC 2920), and the server replies in their order, so the replies in a
/// window belong to what the client sent in it, one after the other, if there are as many:
///
///     MAIL RCPT RCPT 250 250 550     RCPT 250     DATA 354     message QUIT 250 221
///     |------------------------|     |------|     |------|     |------------------|
///
/// If not, a reply is missing, or the client sent something that was not recognized, and it is not
/// known which reply belongs to which command.
struct reply_window {
    static constexpr auto nowhere = static_cast<std::size_t>(-1);

    std::size_t last = 0;              ///< where the window ends
    std::size_t doubt_start = nowhere; ///< no reply is given to what the client sent from here on
    std::size_t first_reply = nowhere; ///< where the text of the first reply starts
    std::size_t replies_last = 0;      ///< where the line after the last reply starts
    std::size_t data = nowhere;        ///< where the command DATA is that go_ahead answers
    std::size_t go_ahead = nowhere;    ///< where the reply 354 is
    possible_commands possible = possible_commands::ignored;
    bool has_commands = false;         ///< the client sent something
    bool ends_with_greeting = false;   ///< of another session
    bool has_unexpected_reply = false; ///< other than a greeting or the closing of the channel
};

/// Reads one window on the supposition that all possible commands in it are commands, or that none
/// is. Where the window ends does not depend on that.
class reply_window_reader {
  public:
    constexpr reply_window_reader(transcript_line_walker const& start, possible_commands possible,
                                  server_state const& state) noexcept
        : at_{start}, asked_{start}, state_{state} {
        window_.possible = possible;
        for (; !at_.at_end(); at_.advance()) {
            bool const is_possible = at_.kind() == transcript_line_kind::possible_command;
            if (is_possible || starts_exchange(at_, possible_commands::ignored)) {
                if (replies_ != 0 && replies_ >= expected_) break;
                note_sent(is_possible);
            }
            note_hidden();
            if (at_.facts().starts_reply && take_reply()) break;
        }
        window_.last = at_.position();
        is_cut_ = is_cut_ || (at_.at_end() && !is_closed_);
        // An unplaced line may be a command: its reply would be counted for one that was cut off.
        if (is_cut_ && has_unplaced_ && !is_in_turns_) is_misfit_ = true;
    }

    constexpr reply_window const& window() const noexcept { return window_; }

    /// Where the first possible command is.
    constexpr std::size_t first_possible() const noexcept { return first_possible_; }

    /// Whether each reply has its command, and each command its reply. Or there is no reply.
    constexpr bool is_consistent() const noexcept {
        return !is_misfit_ && (open_ == 0 || replies_ == 0);
    }
    /// Whether the client sent each command after the reply to the one before, and no possible
    /// command comes between a command and its reply.
    constexpr bool is_in_turns() const noexcept { return is_in_turns_; }
    /// Whether the session ends with the window, so that replies may be missing.
    constexpr bool is_cut() const noexcept { return is_cut_; }
    constexpr bool has_replies() const noexcept { return replies_ != 0; }

    /// Whether the line starts something to which the server replies.
    static constexpr bool starts_exchange(transcript_line_walker const& at,
                                          possible_commands possible) noexcept {
        using enum transcript_line_kind;
        return at.kind() == command || at.facts().is_answer || at.facts().starts_data ||
               at.facts().has_no_data ||
               (possible == possible_commands::taken && at.kind() == possible_command);
    }

  private:
    constexpr void note_sent(bool is_possible) noexcept {
        ++expected_;
        window_.has_commands = true;
        is_in_turns_ = is_in_turns_ && open_ == 0;
        if (is_possible && first_possible_ == reply_window::nowhere)
            first_possible_ = at_.position();
        if (is_possible && window_.possible == possible_commands::ignored) return;
        ++open_;
        if (at_.verb() == smtp_verb::data) window_.data = at_.position();
        if (at_.verb() == smtp_verb::starttls || at_.verb() == smtp_verb::xclient) ++greetings_;
    }

    /// Notes a line in which a reply or a command may be hidden: one that is neither, but starts
    /// with three digits, such as "550: no", or one with a line ending in it.
    constexpr void note_hidden() noexcept {
        using enum transcript_line_kind;
        bool const is_unplaced = at_.kind() == unplaced;
        if (!is_unplaced && at_.kind() != reply) return;
        has_unplaced_ = has_unplaced_ || is_unplaced;
        auto const line = at_.text();
        auto const start = scan::not_in(wsp, line, 0);
        bool const has_code = scan::not_in(digit, line.substr(start, 3), 0) == 3;
        bool const has_ending = scan::line_feed(line, 0) != line.size();
        if (open_ != 0 && ((is_unplaced && has_code) || has_ending)) is_misfit_ = true;
    }

    /// Takes the reply at the cursor. If the window ends with it, goes to the line after it and
    /// returns true.
    constexpr bool take_reply() noexcept {
        reply_meaning const reply{at_};
        bool const is_greeting = reply.code == 220 && greetings_ == 0;
        bool const closes = reply.code == 221 || reply.code == 421;
        if (reply.code == 220 && !is_greeting) --greetings_;
        // A 421 may answer a command, or none: it does not show that no reply is missing.
        if (reply.code == 421 && open_ != 0 && (!is_in_turns_ || further_ != 0)) is_misfit_ = true;
        if (reply.code == 221 && open_ == 0 && window_.has_commands) is_misfit_ = true;
        if (!is_greeting && (open_ != 0 || !closes)) {
            ++replies_;
            if (window_.first_reply == reply_window::nowhere)
                window_.first_reply = offset_of(at_.bytes(), at_.text());
            answer(reply);
        }
        window_.ends_with_greeting = is_greeting;
        if (reply.goes_ahead) window_.go_ahead = at_.position();
        is_cut_ = is_greeting || reply.code == 421;
        bool const ends = is_greeting || closes || reply.goes_ahead;
        if (replies_ != 0 && !is_greeting)
            window_.replies_last = at_.position() + at_.current().raw().size();
        is_closed_ = ends;
        if (ends) at_.advance();
        return ends;
    }

    /// Assigns the reply to the first thing that waits for one.
    constexpr void answer(reply_meaning const& reply) noexcept {
        if (open_ == 0) {
            is_misfit_ = true;
            window_.has_unexpected_reply = true;
            return;
        }
        if (further_ == 0) {
            if (is_asked_) asked_.advance();
            while (!starts_exchange(asked_, window_.possible)) asked_.advance();
            is_asked_ = true;
            further_ = state_.replies_to(asked_);
            expected_ += further_ - 1;
            // The number of replies must be certain. A recipient that was accepted in the same
            // window is not, since one error in the window could hide another one.
            bool const needs_number = state_.is_lmtp && server_state::is_message_exchange(asked_);
            if (needs_number && (!state_.is_accepted_known || has_recipient_)) is_misfit_ = true;
        }
        if (!reply.fits(asked_) || !state_.allows(asked_, reply.outcome)) is_misfit_ = true;
        if (--further_ != 0) return;
        --open_;
        has_recipient_ = has_recipient_ || (asked_.verb() == smtp_verb::rcpt &&
                                            reply.outcome != exchange_outcome::refused);
        state_.note(asked_, reply.outcome);
    }

    transcript_line_walker at_;
    transcript_line_walker asked_; // what the last reply answers, if is_asked_
    server_state state_;           // before it is answered
    reply_window window_;
    std::size_t first_possible_ = reply_window::nowhere;
    std::size_t expected_ = 0; // replies, if all possible commands are commands
    std::size_t replies_ = 0;
    std::size_t open_ = 0;      // how much waits for a reply
    std::size_t greetings_ = 0; // that STARTTLS and XCLIENT ask for
    std::size_t further_ = 0;   // replies to what asked_ is at
    bool is_asked_ = false;
    bool is_misfit_ = false;
    bool has_recipient_ = false;
    bool is_in_turns_ = true;
    bool is_cut_ = false;
    bool has_unplaced_ = false;
    bool is_closed_ = false; // whether the last reply ends the window
};

/// Reads the window that starts at this line. Possible commands are commands if there are replies
/// for all of them and for all commands. They are not commands if there are replies for the
/// commands alone and the client waited for each: if one of them was a command without a reply, the
/// replies to the others would still be known. O(window).
constexpr reply_window read_reply_window(transcript_line_walker const& start,
                                         server_state const& state) noexcept {
    reply_window_reader const none{start, possible_commands::ignored, state};
    auto found = none.window();
    if (!none.has_replies()) return found;
    auto const first = none.first_possible();
    if (first == reply_window::nowhere) {
        if (!none.is_consistent()) found.doubt_start = 0;
        return found;
    }
    reply_window_reader const all{start, possible_commands::taken, state};
    if (all.is_consistent()) return all.window();
    if (!none.is_consistent() || !none.is_in_turns())
        found.doubt_start = 0;
    else if (none.is_cut())
        found.doubt_start = first;
    return found;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
