#ifndef FOLDWISE_TRANSCRIPT_DETAIL_REPLY_MEANING_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_REPLY_MEANING_HPP

#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>

namespace foldwise::detail {

/// What a server did with something that the client sent, as far as its reply says.
enum class exchange_outcome : unsigned char {
    unknown, ///< there is no reply, or it is in doubt
    accepted,
    refused,
};

/// What a reply says, for its place among the others. O(reply).
struct reply_meaning {
    constexpr explicit reply_meaning(transcript_line_walker const& first) noexcept {
        transcript_reply const reply{first};
        auto const before = reply_line::read(first.text())->code();
        bool differs = false;
        bool is_complete = false;
        for (auto const line : reply.lines()) {
            code = line.code();
            differs = differs || code != before;
            goes_ahead = goes_ahead || code == 354;
            is_complete = line.is_last();
        }
        if (differs) return;
        if (code >= 400) outcome = exchange_outcome::refused;
        if (code < 400 && is_complete) outcome = exchange_outcome::accepted;
    }

    /// Whether this can be the reply to what the client sent with `line` (RFC 5321 section 4.3.2).
    constexpr bool fits(transcript_line_walker const& line) const noexcept {
        using enum smtp_verb;
        auto const verb = line.verb();
        auto const kind = line.kind();
        bool const is_command =
            kind == transcript_line_kind::command || kind == transcript_line_kind::possible_command;
        if (goes_ahead) return verb == data;
        switch (code) {
        case 220: return verb == starttls || verb == xclient;
        case 221: return verb == quit || (is_command && verb == other);
        case 235:
        case 334: return verb == auth || kind == transcript_line_kind::credentials;
        default:
            return code >= 400 || (code < 300 && verb != data) || (is_command && verb == other);
        }
    }

    int code = 0;            ///< of the last line
    bool goes_ahead = false; ///< a line has the code 354
    exchange_outcome outcome = exchange_outcome::unknown;
};

/// What the server knows of the transaction at hand. In LMTP, there is a reply to the message for
/// each accepted recipient (RFC 2033 section 4.2).
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
            is_known = is_known && is_accepted;
            return;
        case helo:
        case ehlo:
        case lhlo: is_lmtp = verb == lhlo; [[fallthrough]];
        case rset:
        case starttls:
        case xclient:
        case mail:
            is_known = is_accepted || (is_known && accepted == 0);
            accepted = 0;
            from = is_accepted ? (verb == mail ? sender::known : sender::none) : sender::unknown;
            return;
        default: return;
        }
    }

    /// Whether a server in this state does this: without a sender, there are no recipients and no
    /// message, and there is only one sender.
    constexpr bool allows(transcript_line_walker const& line,
                          exchange_outcome outcome) const noexcept {
        if (outcome != exchange_outcome::accepted) return true;
        switch (line.verb()) {
        case smtp_verb::rcpt:
        case smtp_verb::data: return from != sender::none;
        case smtp_verb::mail: return from != sender::known;
        default: return true;
        }
    }

    /// How many replies there are to what the client sent with `line`.
    constexpr std::size_t replies_to(transcript_line_walker const& line) const noexcept {
        return is_lmtp && accepted > 1 && is_message_exchange(line) ? accepted : 1;
    }

    /// Whether the server's reply to what starts at this line is the reply to a message.
    static constexpr bool is_message_exchange(transcript_line_walker const& line) noexcept {
        auto const facts = line.facts();
        return facts.starts_data || facts.has_no_data || facts.is_last_chunk;
    }

    std::size_t accepted = 0; ///< recipients since MAIL
    bool is_known = true;     ///< that number
    bool is_lmtp = false;
    sender from = sender::unknown;

  private:
    constexpr void end(sender after) noexcept {
        accepted = 0;
        is_known = true;
        from = after;
    }
};

} // namespace foldwise::detail

#endif
