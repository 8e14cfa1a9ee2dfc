#ifndef FOLDWISE_TRANSCRIPT_DETAIL_SERVER_STATE_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_SERVER_STATE_HPP

#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/reply_meaning.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// What the server knows of the transaction in progress.
struct server_state {
    enum class sender : unsigned char { unknown, none, known };

    /// Notes what the server did with something that the client sent.
    constexpr void note(transcript_line_walker const& line, exchange_outcome outcome) noexcept {
        using enum smtp_verb;
        bool const is_accepted = outcome == exchange_outcome::accepted;
        auto const verb = line.verb();
        if (is_message_exchange(line)) return end(verb == bdat ? sender::unknown : sender::none);
        if (outcome == exchange_outcome::refused) return;
        switch (verb) {
        case rcpt:
            accepted += is_accepted ? 1 : 0;
            is_accepted_known = is_accepted_known && is_accepted;
            return;
        case helo:
        case ehlo:
        case lhlo: is_lmtp = verb == lhlo; [[fallthrough]];
        case rset:
        case starttls:
        case xclient:
        case mail:
            is_accepted_known = is_accepted || (is_accepted_known && accepted == 0);
            accepted = 0;
            mail_sender =
                is_accepted ? (verb == mail ? sender::known : sender::none) : sender::unknown;
            return;
        default: return;
        }
    }

    /// Whether a server in this state can reply to `line` with this outcome: it accepts recipients
    /// and DATA only after a sender, and no second sender.
    constexpr bool allows(transcript_line_walker const& line,
                          exchange_outcome outcome) const noexcept {
        if (outcome != exchange_outcome::accepted) return true;
        switch (line.verb()) {
        case smtp_verb::rcpt:
        case smtp_verb::data: return mail_sender != sender::none;
        case smtp_verb::mail: return mail_sender != sender::known;
        default: return true;
        }
    }

    /// How many replies there are to what the client sent with `line`: in LMTP, one to the message
    /// for each accepted recipient (RFC 2033 section 4.2).
    constexpr std::size_t replies_to(transcript_line_walker const& line) const noexcept {
        return is_lmtp && accepted > 1 && is_message_exchange(line) ? accepted : 1;
    }

    /// Whether the server's reply to what starts at this line is the reply to a message.
    static constexpr bool is_message_exchange(transcript_line_walker const& line) noexcept {
        auto const facts = line.facts();
        return facts.starts_data || facts.has_no_data || facts.is_last_chunk;
    }

    std::size_t accepted = 0;      ///< recipients since MAIL
    bool is_accepted_known = true; ///< whether `accepted` is certain
    bool is_lmtp = false;
    sender mail_sender = sender::unknown;

  private:
    constexpr void end(sender after) noexcept {
        accepted = 0;
        is_accepted_known = true;
        mail_sender = after;
    }
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
