#include <foldwise/transcript/detail/reply_window.hpp>

#include "../../support.hpp"
#include "../../tables.hpp"

#include <string_view>

namespace {

using foldwise::detail::possible_commands;
using foldwise::detail::read_reply_window;
using foldwise::detail::reply_window;
using foldwise::detail::server_state;
using foldwise::detail::transcript_form;
using foldwise::detail::transcript_line_walker;

/// A letter for each window: "=" if its replies are certain, "+" if so, and if possible commands are
/// commands, "~" if they are certain only up to a possible command, "?" if they are in doubt.
constexpr test::text_buffer windows_of(std::string_view bytes) {
    test::text_buffer letters;
    transcript_line_walker at{bytes, transcript_form::of(bytes)};
    while (!at.at_end()) {
        auto const window = read_reply_window(at, server_state{});
        REQUIRE_TRUE(window.last > at.position() && window.last <= bytes.size());
        bool const is_certain = window.doubt_start == reply_window::nowhere;
        if (is_certain)
            letters.append(window.possible == possible_commands::taken ? '+' : '=');
        else
            letters.append(window.doubt_start == 0 ? '?' : '~');
        while (!at.at_end() && at.position() < window.last) at.advance();
    }
    return letters;
}

struct row {
    std::string_view bytes; // after the greeting and EHLO, which are two windows
    std::string_view windows;
};

template <std::size_t N>
constexpr bool rows_hold(row const (&table)[N]) {
    for (auto const& each : table) {
        test::text_buffer all;
        all.append("220 a\nEHLO a\n250 a\n");
        all.append(each.bytes);
        test::with_both_line_endings(std::string_view{all}, [&each](std::string_view bytes) {
            test::text_buffer letters;
            letters.append("==");
            letters.append(each.windows);
            REQUIRE_SAME(each.bytes, std::string_view{windows_of(bytes)},
                         std::string_view{letters});
        });
    }
    return true;
}

constexpr row waiting[] = {
    {"NOOP\n250\nNOOP\n500\n", "=="},           // one after the other
    {"NOOP\nNOOP\n250\n500\nNOOP\n", "=="},     // sent ahead
    {"NOOP\nNOOP\n250\nNOOP\n250\n250\n", "="}, // sent while a reply is missing yet
    {"NOOP\nNOOP\n250\n", "?"},                 // cut off, or is a reply missing?
    {"NOOP\nNOOP\n250\nNOOP\n", "?"},           // or is a reply missing?
    {"NOOP\n250\n250\nNOOP\n500\n", "?="},      // a reply too many
    {"NOOP\nDATA\n250\n354\n.\n250\n", "=="},
    {"NOOP\nDATA\n354\n.\n250\n", "?="}, // the 354 says where the replies are again
    {"NOOP\n250\n354\n.\n250\n", "?="},
    {"NOOP\nQUIT\n221\n", "?"},
    {"NOOP\nQUIT\n250\n221\n", "="},
    {"NOOP\n421\n", "="},
    {"NOOP\nNOOP\n421\n220 a\nNOOP\n250\n", "?=="}, // another session
    {"NOOP\nNOOP\n220 a\nNOOP\n250\n", "=="},
    {"STARTTLS\n220\nEHLO a\n250\n", "=="},
    {"STARTTLS\nMAIL FROM:<>\n220\n250\n", "="},
    {"DATA\n250\n", "?"}, // no reply to DATA
};
constexpr bool replies_are_counted() { return rows_hold(waiting); }
CASE("reply_window: replies are counted", replies_are_counted)

constexpr row possible[] = {
    {"FOO\n500\nNOOP\n250\n", "+="},
    {"FOO\nNOOP\n500\n250\n", "+"},
    {"NOOP\nfoo bar\n250\nNOOP\n500\nQUIT\n221\n", "?"}, // whose is the 250?
    {"foo\nNOOP\n250\nNOOP\n500\nQUIT\n221\n", "="},     // a remark, since the rest is in turns
    {"NOOP\n250\nfoo\nNOOP\n250\n", "=~"},               // perhaps the 250 is the reply to foo
    {"NOOP\nfoo\n250\n", "?"},
    {"FOO\nFOO\nNOOP\n500\n250\n250\n", "+"},
    {"FOO\nFOO\nNOOP\n500\n250\nQUIT\n221\n", "?"}, // one of two
    {"NOOP\n250\nfoo\n", "=="},                     // nothing was replied
    {"QUIT\n221\nclosed\n", "=="},
    {"\x01NOOP\nNOOP\n500\n250\nNOOP\n250\n", "?="}, // a command that is not recognized
};
constexpr bool possible_commands_are_counted() { return rows_hold(possible); }
CASE("reply_window: possible commands are commands if there are replies for all of them",
     possible_commands_are_counted)

} // namespace
