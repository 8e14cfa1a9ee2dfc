#ifndef FOLDWISE_SMTP_DETAIL_ENVELOPE_COMMAND_HPP
#define FOLDWISE_SMTP_DETAIL_ENVELOPE_COMMAND_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The error of a command that is not read: smtp_line_ending, which covers the CR or LF, or
/// smtp_command_malformed, which covers the line without CRLF.
constexpr diagnostic unread_command(smtp_command const& command) noexcept {
    auto const text = command.text();
    if (command.has_bare_line_ending())
        return {diagnostic_code::smtp_line_ending, scan::in(char_class{"\r\n"}, text, 0), 1};
    return {diagnostic_code::smtp_command_malformed, 0, text.size()};
}

/// The size of the path at the start of `text`: up to the ">" if it starts with "<", otherwise up
/// to white space. Neither counts in a quoted-string, or in a domain-literal, which starts with
/// "@[". All of `text` if there is no such octet.
///     smtp_path_size("<\"a> b\"@c> SIZE=1")  ->  10
constexpr std::size_t smtp_path_size(std::string_view text) noexcept {
    bool const has_bracket = text.starts_with('<');
    char closing = '\0'; // of the quoted-string or domain-literal
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const octet = text[at];
        if (closing != '\0') {
            if (octet == '\\') ++at;
            if (octet == closing) closing = '\0';
        } else if (octet == '"') {
            closing = '"';
        } else if (octet == '[' && at != 0 && text[at - 1] == '@') {
            closing = ']';
        } else if (has_bracket && octet == '>') {
            return at + 1;
        } else if (!has_bracket && is_wsp(octet)) {
            return at;
        }
    }
    return text.size();
}

/// A MAIL or RCPT command.
///     verb SP keyword ":" path [SP parameters] CRLF
struct envelope_command {
    smtp_command command;
    std::string_view keyword; // FROM or TO, as written
    smtp_path path;
    esmtp_parameters parameters;

    /// The errors are those of unread_command and of smtp_path::read.
    static constexpr result<envelope_command> read(smtp_command const& command, smtp_verb verb,
                                                   std::string_view keyword) noexcept {
        if (command.verb() != verb) return unread_command(command);
        envelope_command found;
        found.command = command;
        cursor in{command.argument()};
        found.keyword = in.take(keyword.size());
        in.take_while(wsp);
        if (!ascii_iequals(found.keyword, keyword) || !in.skip(':')) return unread_command(command);
        in.take_while(wsp);
        auto const path = in.take(smtp_path_size(in.rest()));
        if (path.empty() || (!in.at_end() && !in.sees(wsp))) return unread_command(command);
        auto const read = smtp_path::read(path);
        if (!read) return found.shifted(read.error(), path);
        found.path = *read;
        in.take_while(wsp);
        found.parameters = esmtp_parameters{in.rest()};
        return found;
    }

    /// `problem`, which counts from the start of `part`, counted from the start of the line.
    constexpr diagnostic shifted(diagnostic problem, std::string_view part) const noexcept {
        problem.offset += offset_of(command.raw(), part);
        return problem;
    }

    /// Reports the problems that MAIL and RCPT have in common. Offsets count from the start of the
    /// line.
    template <class Report>
    constexpr void diagnose(Report& report) const {
        auto const raw = command.raw();
        if (raw.empty()) return;
        command.diagnose(report);
        auto const note = [&](char const* from, char const* to) {
            if (from < to)
                report(shifted(diagnostic{diagnostic_code::smtp_white_space, 0,
                                          static_cast<std::size_t>(to - from)},
                               raw.substr(static_cast<std::size_t>(from - raw.data()))));
        };
        auto const* const keyword_end = keyword.data() + keyword.size();
        auto const* const path_end = path.raw().data() + path.raw().size();
        auto const* const rest = parameters.raw().data();
        auto const* colon = keyword_end;
        while (*colon != ':') ++colon;
        note(keyword_end, colon);
        note(colon + 1, path.raw().data());
        path.diagnose([&](diagnostic const& found) { report(shifted(found, path.raw())); });
        if (rest != path_end && (*path_end != ' ' || rest - path_end != 1)) note(path_end, rest);
        parameters.diagnose(
            [&](diagnostic const& found) { report(shifted(found, parameters.raw())); });
    }
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
