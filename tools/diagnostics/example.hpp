#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_EXAMPLE_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_EXAMPLE_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <cstddef>
#include <string_view>

namespace tool {

/// What an example is, and so which type of foldwise reads it.
enum class example_kind : unsigned char {
    message,       ///< a message without its From and Date fields, which come before the text
    whole_message, ///< a whole message
    smtp_command,  ///< a command of an SMTP client
    smtp_reply,    ///< a reply of an SMTP server
    ehlo_reply,    ///< the reply to EHLO
    transcript,    ///< the record of an SMTP session
    mail_data,     ///< what an SMTP client sends after DATA
    bdat,          ///< BDAT commands and their octets
    mbox,          ///< a mailbox file
    mmdf,          ///< a mailbox file in MMDF format
    mboxcl2,       ///< a mailbox file in mboxcl2 format, in which Content-Length counts
    emlx,          ///< a message file of Apple Mail
    dmarc_record,  ///< a DMARC record of the DNS
    bimi_record,   ///< a BIMI record of the DNS
    value,         ///< text for which a function returns an error; `note` says which function
};

/// What an example is, for people, such as "an SMTP command".
constexpr std::string_view name_of(example_kind kind) noexcept {
    constexpr std::string_view names[] = {
        "a message, without its From and Date",
        "a message",
        "an SMTP command",
        "an SMTP reply",
        "a reply to EHLO",
        "a transcript of SMTP",
        "the data after DATA",
        "BDAT commands with their data",
        "a mailbox file",
        "a mailbox file in MMDF format",
        "a mailbox file in mboxcl2 format",
        "an .emlx file",
        "a DMARC record",
        "a BIMI record",
        "a value",
    };
    return names[static_cast<std::size_t>(kind)];
}

/// A small text for which foldwise reports a diagnostic.
///
/// `marked` is the text with marks, which are not part of it:
///     {{ and }}   enclose the octets that the diagnostic covers; they are adjacent if it covers
///                 none
///     {90:text}   stands for 90 times "text"
///     "MAIL FROM:<foe@sample.net>{{  }}SIZE=1024\r\n"
struct diagnostic_example {
    foldwise::diagnostic_code code;
    example_kind kind;
    std::string_view marked;
    /// The names of other codes that are necessarily reported with this one, separated by spaces.
    std::string_view also = {};
    /// What the text does not show, as a sentence; usually empty.
    std::string_view note = {};
};

/// The octets that a diagnostic covers.
struct marked_range {
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// A piece of the marked text of an example.
struct example_piece {
    std::string_view text;
    std::size_t times = 1; ///< how often `text` stands there
    bool is_marked = false;
};

/// Removes the next piece from the front of `marked`, which must not be empty, and returns it.
/// `is_marked` says whether `marked` starts inside of marks, before and after the call.
constexpr example_piece next_piece(std::string_view& marked, bool& is_marked) {
    if (marked.starts_with("{{")) {
        is_marked = true;
        marked.remove_prefix(2);
    } else if (marked.starts_with("}}")) {
        is_marked = false;
        marked.remove_prefix(2);
    }
    example_piece piece{{}, 1, is_marked};
    auto const is_digit = [](char octet) { return octet >= '0' && octet <= '9'; };
    if (marked.size() > 1 && marked[0] == '{' && is_digit(marked[1])) {
        piece.times = 0;
        for (marked.remove_prefix(1); is_digit(marked[0]); marked.remove_prefix(1))
            piece.times = piece.times * 10 + static_cast<std::size_t>(marked[0] - '0');
        auto const end = marked.find('}');
        piece.text = marked.substr(1, end - 1); // after the colon
        marked.remove_prefix(end + 1);
        return piece;
    }
    std::size_t size = 0;
    while (size != marked.size()) {
        auto const rest = marked.substr(size);
        if (rest.starts_with("{{") || rest.starts_with("}}")) break;
        if (rest.size() > 1 && rest[0] == '{' && is_digit(rest[1])) break;
        ++size;
    }
    piece.text = marked.substr(0, size);
    marked.remove_prefix(size);
    return piece;
}

/// Calls `take` with each example_piece of the marked text, in order.
template <class Take>
constexpr void for_each_piece(std::string_view marked, Take take) {
    for (bool is_marked = false; !marked.empty();) take(next_piece(marked, is_marked));
}

/// Appends the text without its marks to `text`, and returns the range that they enclose. `Text` is
/// std::string or another type with append(std::string_view).
template <class Text>
constexpr marked_range append_unmarked(Text& text, std::string_view marked) {
    marked_range range;
    std::size_t size = 0;
    bool is_found = false;
    for_each_piece(marked, [&](example_piece const& piece) {
        if (piece.is_marked && !is_found) {
            is_found = true;
            range.offset = size;
        }
        for (std::size_t i = 0; i != piece.times; ++i) text.append(piece.text);
        size += piece.text.size() * piece.times;
        if (piece.is_marked) range.length += piece.text.size() * piece.times;
    });
    return range;
}

} // namespace tool

#endif
