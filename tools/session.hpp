#ifndef FOLDWISE_TOOLS_SESSION_HPP
#define FOLDWISE_TOOLS_SESSION_HPP

#include <foldwise/message/field.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <cstddef>
#include <string_view>

namespace tool {

/// Whether the first field of a message is one that a transcript cannot start with: it has a name,
/// and the name does not mark a side, as "C:" does.
inline bool starts_as_mail(foldwise::message const& message) {
    if (message.header().empty()) return false; // a transcript may start with an empty line
    auto const first = *message.header().begin();
    if (!first.has_name()) return false;
    for (std::string_view const mark : {"C", "S", "R", "Client", "Server", "In", "Out"})
        if (first.is(mark)) return false;
    return true;
}

/// Whether a file is a recorded SMTP session instead of a mailbox: in its first 200 lines, a server
/// or a client (with HELO, EHLO or LHLO) speaks before there is a field that mail starts with, and
/// a command and a reply follow. O(header section + 200 lines).
inline bool is_session(foldwise::mbox_entry const& entry) {
    if (!entry.is_alone() || entry.message_offset() != 0) return false;
    if (starts_as_mail(entry.message())) return false;
    constexpr std::size_t most_lines = 200;
    std::size_t count = 0;
    bool is_greeted = false;
    bool has_command = false;
    foldwise::transcript const session{entry.raw()};
    for (auto const line : session.lines()) {
        if (++count > most_lines) return false;
        using foldwise::smtp_verb;
        auto const verb = line.verb();
        bool const is_hello =
            verb == smtp_verb::helo || verb == smtp_verb::ehlo || verb == smtp_verb::lhlo;
        bool const is_command =
            line.side() == foldwise::transcript_side::client && (is_greeted || is_hello);
        bool const is_reply = line.side() == foldwise::transcript_side::server;
        if (is_reply && has_command) return true;
        if (is_command) has_command = true;
        if (is_command || is_reply) is_greeted = true;
        if (is_greeted) continue;
        foldwise::field const field{line.raw()};
        for (std::string_view const name : {"From", "Received", "Subject", "Date", "To",
                                            "Message-ID", "Return-Path", "Content-Type"})
            if (field.is(name)) return false;
    }
    return false;
}

} // namespace tool

#endif
