#ifndef FOLDWISE_TOOLS_PARAGRAPH_HPP
#define FOLDWISE_TOOLS_PARAGRAPH_HPP

#include "terminal.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// How a paragraph is laid out.
struct paragraph_layout {
    std::size_t columns = 80; ///< of a line
    std::size_t used = 0;     ///< columns of the first line that are used already
    std::size_t indent = 0;   ///< of the other lines
};

/// Appends the words of `text` in a style (see terminal::style), and ends the line. A word that
/// does not fit goes to the next line; one that is longer than a line is cut. The style ends with
/// each line, because pagers forget it there. O(text).
inline void append_paragraph(std::string& to, terminal const& terminal, std::string_view style,
                             std::string_view text, paragraph_layout layout) {
    if (!style.empty()) terminal.style(to, style);
    bool is_first = true; // of its line
    std::string shown;
    while (!text.empty()) {
        auto const size = std::min(text.find(' '), text.size());
        auto const word = text.substr(0, size);
        text.remove_prefix(std::min(size + 1, text.size()));
        if (word.empty()) continue;
        shown.clear();
        auto columns = terminal.append(shown, word);
        if (!is_first && layout.used + 1 + columns > layout.columns) {
            if (!style.empty()) terminal.plain(to);
            to += '\n';
            to.append(layout.indent, ' ');
            if (!style.empty()) terminal.style(to, style);
            layout.used = layout.indent;
            is_first = true;
        }
        if (!is_first) {
            to += ' ';
            ++layout.used;
        }
        if (auto const rest = layout.columns - std::min(layout.used, layout.columns);
            columns > rest) {
            shown.clear();
            columns = terminal.append(shown, word, std::max<std::size_t>(rest, 1));
        }
        to += shown;
        layout.used += columns;
        is_first = false;
    }
    if (!style.empty()) terminal.plain(to);
    to += '\n';
}

} // namespace tool

#endif
