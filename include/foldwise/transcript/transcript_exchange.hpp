#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_EXCHANGE_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_EXCHANGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// What the client sent, to which the server replies.
enum class exchange_kind : unsigned char {
    command,     ///< a command; that of BDAT includes its chunk
    credentials, ///< a line of credentials after a 334 (RFC 4954 section 4)
    message,     ///< the data after a 354, up to the "." at its end
};

namespace detail {

/// What a line of this kind starts, if it starts an exchange.
constexpr exchange_kind exchange_kind_of(transcript_line_kind line) noexcept {
    switch (line) {
    case transcript_line_kind::command: return exchange_kind::command;
    case transcript_line_kind::credentials: return exchange_kind::credentials;
    default: return exchange_kind::message;
    }
}

} // namespace detail

/// Something that the client sent, and the server's reply to it.
///     MAIL FROM:<foe@sample.net>   250 2.1.0 ok
/// Borrows the transcript's bytes; trivially copyable; each member is O(1).
class transcript_exchange {
  public:
    constexpr transcript_exchange(detail::transcript_line_walker const& from,
                                  optional<transcript_reply> const& reply) noexcept
        : from_{from}, reply_{reply} {}

    constexpr exchange_kind kind() const noexcept { return detail::exchange_kind_of(from_.kind()); }

    /// The verb of a command; `other` if it is unknown, or if this is no command.
    constexpr smtp_verb verb() const noexcept { return from_.verb(); }

    /// The line of the command or of the credentials, for `smtp_command`; the first line of a
    /// message.
    constexpr std::string_view text() const noexcept { return from_.text(); }

    /// The reply. Empty if it is not in the transcript.
    constexpr optional<transcript_reply> const& reply() const noexcept { return reply_; }

    /// Where the line starts, in octets from the start of the transcript.
    constexpr std::size_t offset() const noexcept { return from_.position(); }

  private:
    detail::transcript_line_walker from_;
    optional<transcript_reply> reply_;
};

namespace detail {

/// Iterates over what the client sent, with one cursor, and over the replies, with another one: a
/// server replies in the order of the commands (RFC 2920 section 3.1), however many of them the
/// client sends ahead. A reply that is recorded before the command that it would answer answers
/// none. Each cursor passes each line once, so a traversal is O(bytes).
class exchange_walker {
  public:
    constexpr exchange_walker() = default;
    constexpr exchange_walker(std::string_view bytes, transcript_form form) noexcept
        : from_{bytes, form}, reply_{from_} {
        if (!from_.at_end() && !starts_exchange()) go_to_next_start();
        if (!reply_.at_end() && !reply_.facts().starts_reply) go_to_next_reply();
        settle();
    }

    constexpr bool at_end() const noexcept { return from_.at_end(); }
    constexpr transcript_exchange current() const noexcept {
        return {from_, has_reply_ ? optional{transcript_reply{reply_}} : std::nullopt};
    }
    constexpr void advance() noexcept {
        auto further = further_replies();
        count_recipients();
        if (has_reply_) go_to_next_reply();
        for (; further != 0 && !reply_.at_end(); --further) go_to_next_reply();
        go_to_next_start();
        settle();
    }
    constexpr std::size_t position() const noexcept { return from_.position(); }

    /// What the client sent.
    constexpr transcript_line_walker const& from() const noexcept { return from_; }

    /// Whether that is a message after a 354.
    constexpr bool is_message() const noexcept {
        return exchange_kind_of(from_.kind()) == exchange_kind::message;
    }

    /// The first line of the reply, if there is one.
    constexpr optional<transcript_line_walker> reply_start() const noexcept {
        return has_reply_ ? optional{reply_} : std::nullopt;
    }

    /// Whether the message that the exchange before carries is not whole.
    constexpr bool has_passed_cut() const noexcept { return has_passed_cut_; }

    /// Where the code of the first reply is that answers nothing, of those between the replies to
    /// the exchange before and to this one; the size of the bytes if there is none.
    constexpr std::size_t unexpected_reply() const noexcept { return unexpected_reply_; }

    /// Goes to the next reply, if there is one.
    static constexpr void go_to_reply_after(transcript_line_walker& at) noexcept {
        do at.advance();
        while (!at.at_end() && !at.facts().starts_reply);
    }

    /// Whether the server sends one reply for each accepted recipient after the message (RFC 2033
    /// section 4.2).
    constexpr bool is_lmtp() const noexcept { return is_lmtp_; }

  private:
    constexpr bool starts_exchange() const noexcept {
        return from_.kind() == transcript_line_kind::command ||
               from_.kind() == transcript_line_kind::credentials || from_.facts().starts_data ||
               from_.facts().has_no_data;
    }

    constexpr void go_to_next_start() noexcept {
        has_passed_cut_ = from_.facts().has_no_data;
        do {
            from_.advance();
            has_passed_cut_ |= from_.at_end()
                                   ? from_.is_in_message()
                                   : from_.facts().cuts_message && !from_.facts().has_no_data;
        } while (!from_.at_end() && !starts_exchange());
    }
    constexpr void go_to_next_reply() noexcept { go_to_reply_after(reply_); }

    /// Finds the reply to the current exchange, from the first one that answers nothing yet.
    constexpr void settle() noexcept {
        unexpected_reply_ = from_.bytes().size();
        while (!reply_.at_end() && reply_.position() < from_.position()) {
            bool const is_noted = unexpected_reply_ != from_.bytes().size();
            // The greeting of another session, or a server that closes the channel, which it may do
            // at any time (RFC 5321 section 3.8).
            bool const needs_no_command =
                reply_.text().starts_with("220") || reply_.text().starts_with("421");
            if (!is_noted && !needs_no_command)
                unexpected_reply_ = offset_of(reply_.bytes(), reply_.text());
            go_to_next_reply();
        }
        has_reply_ = !at_end() && !reply_.at_end() && fits();
    }

    /// Only DATA is answered with 354. If another command seems to be, its own reply is missing.
    constexpr bool fits() const noexcept {
        return from_.verb() == smtp_verb::data || !reply_.text().starts_with("354");
    }

    constexpr bool has_positive_reply() const noexcept {
        return has_reply_ && transcript_reply{reply_}.is_positive();
    }

    /// How many replies to the current exchange follow the first one.
    constexpr std::size_t further_replies() const noexcept {
        bool const is_end = is_message() || from_.facts().is_last_chunk;
        return is_lmtp_ && is_end && recipients_ > 1 ? recipients_ - 1 : 0;
    }

    constexpr void count_recipients() noexcept {
        using enum smtp_verb;
        auto const verb = from_.verb();
        if (verb == rcpt && has_positive_reply()) ++recipients_;
        if (verb == mail || verb == rset) recipients_ = 0;
        if (verb == helo || verb == ehlo || verb == lhlo) is_lmtp_ = verb == lhlo;
    }

    transcript_line_walker from_;
    transcript_line_walker reply_; // the first line of the reply, if has_reply_
    std::size_t unexpected_reply_ = 0;
    std::size_t recipients_ = 0; // accepted ones since MAIL
    bool has_reply_ = false;
    bool has_passed_cut_ = false;
    bool is_lmtp_ = false;
};

} // namespace detail

} // namespace foldwise

#endif
