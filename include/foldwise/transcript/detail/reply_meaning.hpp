#ifndef FOLDWISE_TRANSCRIPT_DETAIL_REPLY_MEANING_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_REPLY_MEANING_HPP

#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// What a server did with something that the client sent, as far as its reply says.
enum class exchange_outcome : unsigned char {
    unknown, ///< there is no reply, or it is in doubt
    accepted,
    refused,
};

/// What a reply says, as far as it helps to find the command that it answers. O(reply).
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

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
