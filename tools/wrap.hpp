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

/// The start of a line, and the start of the lines that continue it.
struct line_start {
    std::string_view own;
    std::string others;
};

/// The lines that continue a line repeat its quote marks and spaces; a list marker becomes spaces.
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

/// The line with spaces in place of TABs, each of which leads to the next eighth column.
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
        std::string_view rest = line;
        auto const start = start_of(rest);
        auto used = terminal.append(to, start.own);
        auto const indentation = start.others.size() <= columns / 2 ? start.others.size() : 0;
        rest.remove_prefix(start.own.size());
        bool is_first = true; // whether no word has been written yet
        std::string word;
        while (!rest.empty()) {
            auto const blanks = foldwise::scan::not_in(foldwise::wsp, rest, 0);
            auto const end = foldwise::scan::in(foldwise::wsp, rest, blanks);
            word.clear();
            auto const width = terminal.append(word, rest.substr(blanks, end - blanks));
            rest.remove_prefix(end);
            if (width == 0 && rest.empty()) break;
            if (!is_first && used + blanks + width > columns) {
                to.append("\n").append(start.others, 0, indentation);
                used = indentation;
            } else {
                to.append(blanks, ' ');
                used += blanks;
            }
            to += word;
            used += width;
            is_first = false;
        }
        to += '\n';
    }
}

} // namespace tool

#endif
