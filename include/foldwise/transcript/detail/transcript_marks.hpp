#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_MARKS_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_MARKS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

struct transcript_mark {
    transcript_notation notation;
    transcript_side side; ///< none for remarks of the program
    std::string_view octets;
};

/// The marks of each notation; one that another one starts with comes after it.
inline constexpr transcript_mark transcript_marks[] = {
    {transcript_notation::client_server, transcript_side::client, "C:"},
    {transcript_notation::client_server, transcript_side::server, "S:"},
    {transcript_notation::client_server, transcript_side::client, "Client:"},
    {transcript_notation::client_server, transcript_side::server, "Server:"},
    {transcript_notation::sender_receiver, transcript_side::client, "S:"},
    {transcript_notation::sender_receiver, transcript_side::server, "R:"},
    {transcript_notation::arrows, transcript_side::client, ">>>"},
    {transcript_notation::arrows, transcript_side::server, "<<<"},
    {transcript_notation::swaks, transcript_side::client, "->"},
    {transcript_notation::swaks, transcript_side::client, "~>"},
    {transcript_notation::swaks, transcript_side::client, "**>"},
    {transcript_notation::swaks, transcript_side::client, "*~>"},
    {transcript_notation::swaks, transcript_side::server, "<-"},
    {transcript_notation::swaks, transcript_side::server, "<~*"},
    {transcript_notation::swaks, transcript_side::server, "<~"},
    {transcript_notation::swaks, transcript_side::server, "<**"},
    {transcript_notation::swaks, transcript_side::none, "==="},
    {transcript_notation::swaks, transcript_side::none, "***"},
    {transcript_notation::swaks, transcript_side::none, "!!"},
    {transcript_notation::curl, transcript_side::client, ">"},
    {transcript_notation::curl, transcript_side::server, "<"},
    {transcript_notation::curl, transcript_side::none, "*"},
    {transcript_notation::msmtp, transcript_side::client, "-->"},
    {transcript_notation::msmtp, transcript_side::server, "<--"},
    {transcript_notation::exim, transcript_side::client, "SMTP>>"},
    {transcript_notation::exim, transcript_side::server, "SMTP<<"},
    {transcript_notation::postfix, transcript_side::client, "In:"},
    {transcript_notation::postfix, transcript_side::server, "Out:"},
    {transcript_notation::phpmailer, transcript_side::client, "CLIENT -> SERVER:"},
    {transcript_notation::phpmailer, transcript_side::server, "SERVER -> CLIENT:"},
};

/// A mark at the start of a line.
struct found_mark {
    transcript_side side = transcript_side::none;
    std::size_t size = 0; ///< of the mark with what is before it; 0 if there is none
};

/// How many octets of `line` may be before a mark: white space and, before a word, also a time.
constexpr std::size_t size_before_mark(std::string_view line) noexcept {
    auto const blanks = scan::not_in(wsp, line, 0);
    if (blanks == line.size() || !(digit + char_class{"["}).contains(line[blanks])) return blanks;
    auto const time = scan::not_in(digit + char_class{" \t:.,-/[]"}, line, blanks);
    return time < line.size() && alpha.contains(line[time]) ? time : blanks;
}

/// Whether `line`, without its first `from` octets, starts with this mark. One space after the mark
/// belongs to it.
constexpr found_mark read_mark(std::string_view line, std::size_t from,
                               transcript_mark const& mark) noexcept {
    if (!line.substr(from).starts_with(mark.octets)) return {};
    auto const end = from + mark.octets.size();
    bool const has_space = end < line.size() && is_wsp(line[end]);
    return {mark.side, end + (has_space ? 1 : 0)};
}

/// The mark of this notation at the start of `line`.
///     find_mark(" C: QUIT", transcript_notation::client_server)  ->  client, 4 octets
constexpr found_mark find_mark(std::string_view line, transcript_notation notation) noexcept {
    auto const from = size_before_mark(line);
    if (from == line.size()) return {};
    for (auto const& mark : transcript_marks) {
        if (mark.notation != notation) continue;
        if (auto const found = read_mark(line, from, mark); found.size != 0) return found;
    }
    return {};
}

/// Whether `text` starts as only a command that opens a session or a transaction does.
constexpr bool starts_conversation(std::string_view text) noexcept {
    constexpr std::string_view starts[] = {"HELO ", "EHLO ", "LHLO ", "MAIL FROM:", "RCPT TO:"};
    for (auto const start : starts)
        if (ascii_iequals(text.substr(0, start.size()), start)) return true;
    return ascii_iequals(text, "DATA");
}

/// Whether `line` has the form of a reply line: three digits, of which the first is 2 to 5, and
/// then SP, "-" or the end.
constexpr bool is_reply_form(std::string_view line) noexcept {
    if (line.size() < 3 || line[0] < '2' || line[0] > '5') return false;
    if (!digit.contains(line[1]) || !digit.contains(line[2])) return false;
    return line.size() == 3 || line[3] == ' ' || line[3] == '-';
}

/// Whether a line with such a mark shows which notation the transcript has.
constexpr bool is_marked_line(std::string_view line, transcript_mark const& mark,
                              std::size_t from) noexcept {
    auto const found = read_mark(line, from, mark);
    if (found.size == 0) return false;
    auto const text = trim(line.substr(found.size), wsp);
    if (found.side == transcript_side::client) return starts_conversation(text);
    return found.side == transcript_side::server && is_reply_form(text);
}

/// The notation of a transcript: that of the first line with a mark that is a reply, or a command
/// that opens a session or transaction; `plain` if such a command without a mark comes first. (A
/// reply without a mark decides nothing, since some programs mark commands only.) So marks in the
/// message that a plain transcript carries are text. O(bytes).
constexpr transcript_notation find_notation(std::string_view bytes) noexcept {
    for (auto const each : lines{bytes}) {
        auto const text = each.text();
        if (starts_conversation(text)) return transcript_notation::plain;
        auto const from = size_before_mark(text);
        if (from == text.size()) continue;
        for (auto const& mark : transcript_marks)
            if (is_marked_line(text, mark, from)) return mark.notation;
    }
    return transcript_notation::plain;
}

} // namespace foldwise::detail

#endif
