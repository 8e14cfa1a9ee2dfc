#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_MARKS_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_MARKS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// What a program writes before a line to say who sent it.
struct transcript_mark {
    transcript_notation notation;
    transcript_side side; ///< none for remarks of the program
    std::string_view octets;
};

/// The marks of each notation. Within a notation, a longer mark comes before one that it starts
/// with.
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
    {transcript_notation::exim, transcript_side::client, "SMTP|>"}, // more follows in the group
    {transcript_notation::exim, transcript_side::client, "SMTP+>"},
    {transcript_notation::exim, transcript_side::server, "SMTP<<"},
    {transcript_notation::postfix, transcript_side::client, "In:"},
    {transcript_notation::postfix, transcript_side::server, "Out:"},
    {transcript_notation::phpmailer, transcript_side::client, "CLIENT -> SERVER:"},
    {transcript_notation::phpmailer, transcript_side::server, "SERVER -> CLIENT:"},
};

/// A mark at the start of a line.
struct found_mark {
    transcript_side side = transcript_side::none;
    std::size_t size = 0;   ///< of the mark, what is before it, and its space; 0 if there is none
    bool has_space = false; ///< the size includes an SP or HTAB after the mark
};

/// How many octets of `line` may be before a mark: white space and, before a letter, also a time.
///     size_before_mark("12:00:00 SMTP<< 250 ok")  ->  9
constexpr std::size_t size_before_mark(std::string_view line) noexcept {
    auto const blanks = scan::not_in(wsp, line, 0);
    if (blanks == line.size() || !(digit + char_class{"["}).contains(line[blanks])) return blanks;
    auto const time = scan::not_in(digit + char_class{" \t:.,-/[]"}, line, blanks);
    return time < line.size() && alpha.contains(line[time]) ? time : blanks;
}

/// How many octets of a line without a mark may be before the text, if the line continues a reply
/// whose text starts at `column` in the line before: white space, or a time and a number, as Exim
/// writes them.
///     12:00:00 12345   SMTP<< 250-mail.example.org
///     12:00:00 12345          250 HELP
constexpr std::size_t size_before_continuation(std::string_view line, std::size_t column) noexcept {
    auto const blanks = scan::not_in(wsp, line, 0);
    if (column == 0 || column >= line.size() || !is_wsp(line[column - 1])) return blanks;
    auto const time = scan::not_in(digit + char_class{" \t:.,-/[]"}, line, 0);
    return time >= column ? column : blanks;
}

/// This mark, if it is at `from` in `line`; otherwise the size is 0. One SP or HTAB after the mark
/// belongs to it.
constexpr found_mark read_mark(std::string_view line, std::size_t from,
                               transcript_mark const& mark) noexcept {
    if (!line.substr(from).starts_with(mark.octets)) return {};
    auto const end = from + mark.octets.size();
    bool const has_space = end < line.size() && is_wsp(line[end]);
    return {mark.side, end + (has_space ? 1 : 0), has_space};
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

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
