#ifndef FOLDWISE_TESTS_TRANSCRIPT_TRANSCRIPT_SUMMARY_HPP
#define FOLDWISE_TESTS_TRANSCRIPT_TRANSCRIPT_SUMMARY_HPP

#include <foldwise/transcript/transcript.hpp>

#include "../support.hpp"

#include <string_view>

namespace test {

/// A letter for each line of a transcript: command, credentials (k), data, end of data (.), chunk
/// (h), reply, possible command (p),
/// remark (m), unplaced (u).
constexpr text_buffer kinds_of_lines(foldwise::transcript const& t) {
    text_buffer letters;
    for (auto const line : t.lines())
        letters.append("ckd.hrpmu"[static_cast<std::size_t>(line.kind())]);
    return letters;
}

constexpr void append_code(text_buffer& to,
                           foldwise::optional<foldwise::transcript_reply> const& reply) {
    if (!reply) return to.append(" -");
    to.append(' ');
    to.append(reply->last().raw().substr(0, 3));
}

constexpr void append_path(text_buffer& to, foldwise::result<foldwise::mail_command> const& c) {
    to.append(c ? c->reverse_path().raw() : c.error().name());
}
constexpr void append_path(text_buffer& to, foldwise::result<foldwise::rcpt_command> const& c) {
    to.append(c ? c->forward_path().raw() : c.error().name());
}

/// One line for each transaction: the client, the sender and the recipients with replies, the reply
/// to DATA, the message (its line endings as "|", and "..." if it is not whole), the final reply and
/// the queue identifier.
constexpr text_buffer summary_of(foldwise::transcript const& t) {
    text_buffer text;
    for (auto const one : t) {
        text.append(one.client_name());
        text.append(": ");
        append_path(text, one.mail());
        append_code(text, one.mail_reply());
        for (auto const recipient : one.recipients()) {
            text.append(", ");
            append_path(text, recipient.command());
            append_code(text, recipient.reply());
            if (!recipient.delivery()) continue;
            text.append('/');
            append_code(text, recipient.delivery());
        }
        text.append(';');
        append_code(text, one.data_reply());
        if (one.has_message()) {
            text.append(" \"");
            for (auto const piece : one.message().pieces())
                for (char const octet : piece)
                    if (octet != '\r') text.append(octet == '\n' ? '|' : octet);
            text.append(one.message().is_whole() ? "\"" : "...");
        }
        append_code(text, one.final_reply());
        if (auto const id = one.queue_id()) {
            text.append(" ");
            text.append(*id);
        }
        text.append('\n');
    }
    return text;
}

/// The names of the diagnostics, in order.
constexpr text_buffer problems_of(foldwise::transcript const& t) {
    text_buffer names;
    t.diagnose([&names](foldwise::diagnostic const& problem) {
        names.append(problem.name());
        names.append(' ');
    });
    return names;
}

} // namespace test

#endif
