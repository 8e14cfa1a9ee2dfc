#ifndef FOLDWISE_TRANSCRIPT_DETAIL_EXCHANGE_WALKER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_EXCHANGE_WALKER_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/reply_meaning.hpp>
#include <foldwise/transcript/detail/reply_window.hpp>
#include <foldwise/transcript/detail/server_state.hpp>
#include <foldwise/transcript/detail/transcript_form.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Iterates over what the client sent, with one cursor, and over the replies, with another one: a
/// server replies in the order of the commands (RFC 2920 section 3.1), however many of them the
/// client sends ahead. See reply_window. Each cursor passes each line once, and each window is read
/// at most twice when the first cursor comes to it, so a traversal is O(bytes). The constructor
/// reads the first window.
class exchange_walker {
  public:
    constexpr exchange_walker() = default;
    constexpr exchange_walker(std::string_view bytes, transcript_form form) noexcept
        : sent_{bytes, form}, reply_{sent_} {
        if (!reply_.at_end() && !reply_.facts().starts_reply) go_to_next_reply();
        open_window();
        if (!sent_.at_end() && !starts_exchange()) go_to_next_start();
        settle();
    }

    constexpr bool at_end() const noexcept { return sent_.at_end(); }
    constexpr transcript_exchange current() const noexcept {
        return {sent_, has_reply_ ? optional{transcript_reply{reply_}} : std::nullopt};
    }
    constexpr void advance() noexcept {
        auto further = has_reply_ ? state_.replies_to(sent_) : 0;
        state_.note(sent_, outcome());
        for (; further != 0 && !reply_.at_end(); --further) go_to_next_reply();
        has_new_session_ = false;
        unexpected_reply_ = reply_window::nowhere;
        go_to_next_start();
        settle();
    }
    constexpr std::size_t position() const noexcept { return sent_.position(); }

    /// What the client sent.
    constexpr transcript_line_walker const& sent() const noexcept { return sent_; }

    /// Whether that is a message after a 354.
    constexpr bool is_message() const noexcept {
        return exchange_kind_of(sent_.kind()) == exchange_kind::message;
    }

    /// The first line of the reply, if there is one.
    constexpr optional<transcript_line_walker> reply_start() const noexcept {
        return has_reply_ ? optional{reply_} : std::nullopt;
    }

    /// What the server did with what the client sent.
    constexpr exchange_outcome outcome() const noexcept {
        return has_reply_ ? reply_meaning{reply_}.outcome : exchange_outcome::unknown;
    }

    /// Whether it is in doubt which reply answers what the client sent.
    constexpr bool is_doubtful() const noexcept {
        return sent_.position() >= window_.doubt_start && !is_answered_data();
    }
    constexpr reply_window const& window() const noexcept { return window_; }

    /// Whether the message that the exchange before carries is not whole.
    constexpr bool has_passed_cut() const noexcept { return has_passed_cut_; }

    /// Whether another session starts between the exchange before and this one.
    constexpr bool has_new_session() const noexcept { return has_new_session_; }

    /// Where the first reply is, of those between the exchange before and this one, that comes
    /// while nothing waits for a reply; reply_window::nowhere if there is none.
    constexpr std::size_t unexpected_reply() const noexcept { return unexpected_reply_; }

    /// Goes to the next reply, if there is one.
    static constexpr void go_to_reply_after(transcript_line_walker& at) noexcept {
        do at.advance();
        while (!at.at_end() && !at.facts().starts_reply);
    }

    /// Whether the server sends one reply for each accepted recipient after the message (RFC 2033
    /// section 4.2).
    constexpr bool is_lmtp() const noexcept { return state_.is_lmtp; }

  private:
    constexpr bool starts_exchange() const noexcept {
        return reply_window_reader::starts_exchange(sent_, window_.possible);
    }

    constexpr void go_to_next_start() noexcept {
        has_passed_cut_ = !sent_.at_end() && sent_.facts().has_no_data;
        do {
            sent_.advance();
            has_passed_cut_ |= sent_.at_end()
                                   ? sent_.is_in_message()
                                   : sent_.facts().cuts_message && !sent_.facts().has_no_data;
            if (!sent_.at_end() && sent_.position() >= window_.last) open_window();
        } while (!sent_.at_end() && !starts_exchange());
    }
    constexpr void go_to_next_reply() noexcept { go_to_reply_after(reply_); }

    /// Reads the window that starts at the cursor. Its replies are those from there on.
    constexpr void open_window() noexcept {
        if (window_.ends_with_greeting) {
            has_new_session_ = true;
            state_ = {};
        }
        window_ = read_reply_window(sent_, state_);
        if (window_.has_unexpected_reply && !window_.has_commands &&
            unexpected_reply_ == reply_window::nowhere)
            unexpected_reply_ = window_.first_reply;
        while (!reply_.at_end() && reply_.position() < sent_.position()) go_to_next_reply();
    }

    constexpr bool is_answered_data() const noexcept {
        return window_.go_ahead != reply_window::nowhere && sent_.position() == window_.data;
    }

    /// Finds the reply to the current exchange.
    constexpr void settle() noexcept {
        has_reply_ = false;
        if (at_end() || is_doubtful()) return;
        bool const is_in_doubt = sent_.position() >= window_.doubt_start;
        while (is_in_doubt && reply_.position() < window_.go_ahead) go_to_next_reply();
        has_reply_ = !reply_.at_end() && reply_.position() < window_.last &&
                     reply_meaning{reply_}.fits(sent_);
    }

    transcript_line_walker sent_;
    transcript_line_walker reply_; // the first line of the reply, if has_reply_
    reply_window window_;          // where the exchange is
    server_state state_;           // before the exchange
    std::size_t unexpected_reply_ = reply_window::nowhere;
    bool has_reply_ = false;
    bool has_passed_cut_ = false;
    bool has_new_session_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
