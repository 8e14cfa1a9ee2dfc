#ifndef FOLDWISE_TRANSCRIPT_DETAIL_REPLY_WINDOW_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_REPLY_WINDOW_HPP

#include <foldwise/base/scan.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/reply_meaning.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <cstddef>

namespace foldwise::detail {

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

    std::size_t last = 0; ///< where the window ends
    std::size_t certain_last =
        nowhere; ///< replies to what the client sent from here on are in doubt
    std::size_t first_reply = nowhere; ///< where the text of the first reply starts
    std::size_t replies_last = 0;      ///< where the line after the last reply starts
    std::size_t data = nowhere;        ///< the command DATA that ...
    std::size_t go_ahead = nowhere;    ///< ... this 354 answers
    bool takes_possible_commands = false;
    bool has_commands = false;         ///< the client sent something
    bool ends_with_greeting = false;   ///< of another session
    bool has_unexpected_reply = false; ///< other than a greeting or the closing of the channel
};

/// Reads one window on the supposition that all possible commands in it are commands, or that none
/// is. Where the window ends does not depend on that.
class reply_window_reader {
  public:
    constexpr reply_window_reader(transcript_line_walker const& start, bool takes_possible_commands,
                                  recipient_count const& recipients) noexcept
        : at_{start}, asked_{start}, recipients_{recipients} {
        window_.takes_possible_commands = takes_possible_commands;
        for (; !at_.at_end(); at_.advance()) {
            bool const is_possible = at_.kind() == transcript_line_kind::possible_command;
            if (is_possible || starts_exchange(at_, false)) {
                if (replies_ != 0 && replies_ >= expected_) break;
                note_sent(is_possible);
            }
            if (at_.facts().starts_reply && ends_with_reply()) break;
        }
        window_.last = at_.position();
        is_cut_ = is_cut_ || at_.at_end();
    }

    constexpr reply_window const& window() const noexcept { return window_; }

    /// Where the first possible command is.
    constexpr std::size_t first_possible() const noexcept { return first_possible_; }

    /// Whether each reply has its command. At the end of the session, replies may be missing to
    /// what the client sent last.
    constexpr bool is_consistent() const noexcept {
        return !is_misfit_ && (open_ == 0 || (is_cut_ && !is_interleaved_));
    }
    /// Whether also each command has its reply.
    constexpr bool is_complete() const noexcept { return is_consistent() && open_ == 0; }

    /// Whether the line starts something to which the server replies.
    static constexpr bool starts_exchange(transcript_line_walker const& at,
                                          bool takes_possible_commands) noexcept {
        using enum transcript_line_kind;
        return at.kind() == command || at.facts().is_answer || at.facts().starts_data ||
               at.facts().has_no_data || (takes_possible_commands && at.kind() == possible_command);
    }

  private:
    constexpr void note_sent(bool is_possible) noexcept {
        ++expected_;
        is_interleaved_ = is_interleaved_ || replies_ != 0;
        window_.has_commands = true;
        if (is_possible && first_possible_ == reply_window::nowhere)
            first_possible_ = at_.position();
        if (is_possible && !window_.takes_possible_commands) return;
        ++open_;
        if (at_.verb() == smtp_verb::data) window_.data = at_.position();
        if (at_.verb() == smtp_verb::starttls || at_.verb() == smtp_verb::xclient) ++greetings_;
    }

    /// Takes a reply. Whether the window ends with it; then the cursor is at the line after it.
    constexpr bool ends_with_reply() noexcept {
        reply_meaning const reply{at_};
        bool const is_greeting = reply.code == 220 && greetings_ == 0;
        bool const closes = reply.code == 221 || reply.code == 421;
        if (reply.code == 220 && !is_greeting) --greetings_;
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
        if (ends) at_.advance();
        return ends;
    }

    /// Gives the reply to the first of what waits for one.
    constexpr void answer(reply_meaning const& reply) noexcept {
        if (open_ == 0) {
            is_misfit_ = true;
            window_.has_unexpected_reply = true;
            return;
        }
        if (further_ == 0) {
            if (is_asked_) asked_.advance();
            while (!starts_exchange(asked_, window_.takes_possible_commands)) asked_.advance();
            is_asked_ = true;
            further_ = 1;
            if (ends_message(asked_)) {
                further_ = recipients_.replies();
                if (recipients_.is_lmtp && !recipients_.is_known) is_misfit_ = true;
                recipients_.end();
            }
            expected_ += further_ - 1;
        }
        if (!reply.fits(asked_)) is_misfit_ = true;
        if (--further_ != 0) return;
        --open_;
        if (!ends_message(asked_)) recipients_.note(asked_, reply.outcome);
    }

    transcript_line_walker at_;
    transcript_line_walker asked_; // what the last reply answers, if is_asked_
    recipient_count recipients_;
    reply_window window_;
    std::size_t first_possible_ = reply_window::nowhere;
    std::size_t expected_ = 0; // replies, if all possible commands are commands
    std::size_t replies_ = 0;
    std::size_t open_ = 0;      // how much waits for a reply
    std::size_t greetings_ = 0; // that STARTTLS and XCLIENT ask for
    std::size_t further_ = 0;   // replies to what asked_ is at
    bool is_asked_ = false;
    bool is_misfit_ = false;
    bool is_interleaved_ = false; // whether the client sent something after a reply
    bool is_cut_ = false;         // whether the session ends with the window
};

/// Reads the window that starts at this line.
constexpr reply_window read_reply_window(transcript_line_walker const& start,
                                         recipient_count const& recipients) noexcept {
    reply_window_reader const none{start, false, recipients};
    auto found = none.window();
    auto const first = none.first_possible();
    if (first == reply_window::nowhere) {
        if (!none.is_consistent()) found.certain_last = 0;
        return found;
    }
    reply_window_reader const all{start, true, recipients};
    if (none.is_consistent() && all.is_consistent())
        found.certain_last = first;
    else if (all.is_consistent())
        found = all.window();
    else if (!none.is_consistent())
        found.certain_last = 0;
    return found;
}

} // namespace foldwise::detail

#endif
