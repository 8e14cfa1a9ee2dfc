#ifndef FOLDWISE_SMTP_FORWARD_PATH_HPP
#define FOLDWISE_SMTP_FORWARD_PATH_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_path.hpp>
#include <foldwise/smtp/smtp_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether `text` ends with `words`, and not only with a part of the first word.
constexpr bool ends_with_words(std::string_view text, std::string_view words) noexcept {
    if (text.size() < words.size()) return false;
    auto const before = text.substr(0, text.size() - words.size());
    bool const is_start = before.empty() || !alpha.contains(before.back());
    return is_start && ascii_iequals(text.substr(before.size()), words);
}

/// Whether the path after `text` is the one that the server names for the recipient. Never if
/// `text` has a quote, or a bracket that is not closed: the path may then be part of another one.
constexpr bool announces_path(std::string_view text, int code) noexcept {
    auto const bracket = text.rfind('<');
    bool const is_open = bracket != text.npos && scan::octet(text, '>', bracket) == text.size();
    if (is_open || scan::octet(text, '"', 0) != text.size()) return false;
    constexpr std::string_view forwarded[] = {"forward to", "forwarded to", "forwarding to"};
    if (code == 551) return ends_with_words(text, "try") || ends_with_words(text, "moved to");
    for (auto const words : forwarded)
        if (ends_with_words(text, words)) return true;
    return false;
}

} // namespace detail

/// The address that a server names instead of that of the recipient, in its reply to RCPT or VRFY
/// (RFC 5321 sections 3.4 and 4.2.3). With 251 it forwards the message there; with 551 it does not
/// take the message.
///     251 User not local; will forward to <forward-path>
///     551 User not local; please try <forward-path>
///     forward_path_of(*reply_line::read("551 please try <foe@sample.net>"))->addr_spec()
///         ->  foe@sample.net
/// Empty for any other code or text; in particular, a path in another place is often that of the
/// refused recipient. "forwarding to", "forwarded to" and "moved to" are also read, and a dot after
/// the path. Nobody vouches for the address: show it to the user rather than send to it (section
/// 7.4). Borrows the line; O(line).
constexpr optional<smtp_path> forward_path_of(reply_line const& line) noexcept {
    if (line.code() != 251 && line.code() != 551) return std::nullopt;
    auto text = trim_end(line.text_after_status(), wsp);
    if (text.ends_with('.')) text.remove_suffix(1);
    auto const at = text.rfind('<');
    if (at == text.npos || !detail::announces_path(trim_end(text.substr(0, at), wsp), line.code()))
        return std::nullopt;
    auto const path = smtp_path::read(text.substr(at));
    if (!path || path->is_null()) return std::nullopt;
    return *path;
}

/// The address in the lines of a reply, a range of reply_line; empty if the lines do not agree on
/// one, or if they have different codes. O(lines).
template <class Lines>
constexpr optional<smtp_path> forward_path_of_lines(Lines const& lines) noexcept {
    optional<smtp_path> found;
    int code = 0;
    for (auto const line : lines) {
        if (code != 0 && line.code() != code) return std::nullopt;
        code = line.code();
        auto const path = forward_path_of(line);
        if (path && found && path->raw() != found->raw()) return std::nullopt;
        if (path) found = path;
    }
    return found;
}

/// The address in the lines of a reply; empty as for forward_path_of_lines(), and if the reply is
/// not complete. O(reply).
constexpr optional<smtp_path> forward_path_of(smtp_reply const& reply) noexcept {
    return reply.is_complete() ? forward_path_of_lines(reply.lines()) : std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
