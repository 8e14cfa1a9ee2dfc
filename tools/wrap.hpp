#ifndef FOLDWISE_TOOLS_WRAP_HPP
#define FOLDWISE_TOOLS_WRAP_HPP

#include "terminal.hpp"

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// What a line starts with, and what the lines that continue it start with.
struct line_start {
    std::string_view own;
    std::string others;
};

/// The start of a line: quote marks, spaces and a list marker. The lines that continue it repeat
/// the quote marks and spaces, with spaces in place of the list marker.
///     "> > a b"  ->  "> > "        "  * a b"  ->  "    "        "12. a b"  ->  "    "
inline line_start start_of(std::string_view line) {
    using namespace foldwise;
    auto const quotes = scan::not_in(char_class{"> "}, line, 0);
    line_start start{line.substr(0, quotes), std::string{line.substr(0, quotes)}};
    auto const rest = line.substr(quotes);
    auto marker = scan::not_in(digit, rest.substr(0, 6), 0);
    if (marker != 0)
        marker = rest.substr(marker).starts_with(". ") ? marker + 2 : 0;
    else if (rest.starts_with("* ") || rest.starts_with("- "))
        marker = 2;
    start.own = line.substr(0, quotes + marker);
    start.others.append(marker, ' ');
    return start;
}

/// Appends `line` as `terminal` shows it, but with its TABs unchanged.
inline void append_with_tabs(std::string& to, std::string_view line, terminal const& terminal) {
    for (std::size_t at = 0;;) {
        auto const end = foldwise::scan::in(foldwise::char_class{"\t"}, line, at);
        terminal.append(to, line.substr(at, end - at));
        if (end == line.size()) return;
        to += '\t';
        at = end + 1;
    }
}

/// The line with spaces in place of TABs, which go to the next column that is a multiple of eight.
inline std::string without_tabs(std::string_view line, terminal const& terminal) {
    std::string text;
    std::string shown;
    for (std::size_t at = 0, column = 0;;) {
        auto const end = foldwise::scan::in(foldwise::char_class{"\t"}, line, at);
        text.append(line, at, end - at);
        if (end == line.size()) return text;
        shown.clear();
        column += terminal.append(shown, line.substr(at, end - at));
        text.append(8 - column % 8, ' ');
        column += 8 - column % 8;
        at = end + 1;
    }
}

/// How append_words() lays out words in lines.
struct word_layout {
    std::size_t columns;   ///< of a line
    std::size_t used;      ///< columns of the first line that are used already
    std::string_view next; ///< what further lines begin with
    std::size_t next_used; ///< the columns of `next`
    /// Whether the first word may move to another line, if it fits there.
    bool may_start_with_next = false;
};

/// Appends the words of a line as `terminal` shows them. A word that does not fit begins another
/// line, which has at least one word. Spaces between words stay, except where a line ends. O(line).
inline void append_words(std::string& to, std::string_view line, terminal const& terminal,
                         word_layout layout) {
    bool is_first = true; // whether no word has been written yet
    std::string word;
    while (!line.empty()) {
        auto const blanks = foldwise::scan::not_in(foldwise::wsp, line, 0);
        auto const end = foldwise::scan::in(foldwise::wsp, line, blanks);
        word.clear();
        auto const width = terminal.append(word, line.substr(blanks, end - blanks));
        line.remove_prefix(end);
        if (width == 0 && line.empty()) break;
        bool const may_move =
            !is_first || (layout.may_start_with_next && layout.next_used + width <= layout.columns);
        if (may_move && layout.used + blanks + width > layout.columns) {
            to.append("\n").append(layout.next);
            layout.used = layout.next_used;
        } else {
            to.append(blanks, ' ');
            layout.used += blanks;
        }
        to += word;
        layout.used += width;
        is_first = false;
    }
}

/// Appends `text` as `terminal` shows it, with its lines wrapped to `columns` columns and quote
/// marks repeated; 0 means no limit, and that TABs stay. Each line ends with LF.
///     "> one two three" in 9 columns  ->  "> one two\n> three\n"
/// A word that is too long, such as a URL, gets its own line. Spaces between words stay, except
/// where a line ends. A start that takes more than half of the columns is not repeated. O(text),
/// times `columns` at worst.
inline void append_wrapped(std::string& to, std::string_view text, terminal const& terminal,
                           std::size_t columns) {
    for (auto const each : foldwise::lines{text}) {
        if (columns == 0) {
            append_with_tabs(to, each.text(), terminal);
            to += '\n';
            continue;
        }
        auto const line = without_tabs(each.text(), terminal);
        auto const start = start_of(line);
        auto const used = terminal.append(to, start.own);
        auto const next = start.others.size() <= columns / 2 ? std::string_view{start.others} : "";
        append_words(to, std::string_view{line}.substr(start.own.size()), terminal,
                     {columns, used, next, next.size()});
        to += '\n';
    }
}

} // namespace tool

#endif
