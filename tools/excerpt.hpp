#ifndef FOLDWISE_TOOLS_EXCERPT_HPP
#define FOLDWISE_TOOLS_EXCERPT_HPP

#include "terminal.hpp"
#include "utf8.hpp"

#include <foldwise/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Shows octets for people: the line that they are in and, below it, a line that marks them, as
/// compilers print them:
///
///     Subject: hel^Mlo
///                 ^~
///
/// A character that has no width, or that could control the terminal, is shown as "^M" or
/// "<U+202E>", and an octet that is not UTF-8 as "<E9>". Where something is missing, there is one
/// mark at its place. A line that does not fit is cut on both sides. At most 1024 octets before the
/// first marked one, and as many from there on, are read, however long the line is.
class excerpt {
  public:
    /// `indent` spaces come before both lines.
    excerpt(terminal const& terminal, bool ascii, std::size_t indent)
        : terminal_{terminal}, ascii_{ascii}, indent_{indent},
          columns_{terminal.width() == 0 ? 80 : std::max(terminal.width(), indent + 10) - indent} {}

    /// Appends both lines. Marks `length` octets of `bytes`, from `first` on, all of which exist.
    void append(std::string& to, std::string_view bytes, std::size_t first,
                std::size_t length) const {
        auto const from = bytes.substr(first);
        auto const near = bytes.substr(0, first);
        auto const start = near.substr(near.size() - std::min(near.size(), most_octets));
        auto const before = cells(start.substr(start.rfind('\n') + 1), false);
        auto const rest = line_of(from.substr(0, most_octets), length);
        auto const covered = cells(rest.substr(0, length), true);
        auto const after = cells(rest.substr(std::min(rest.size(), length)), false);

        auto const marked = std::min(std::max(width_of(covered), std::size_t{1}), columns_);
        auto const room = std::min(columns_ - marked, columns_ * 2 / 3);
        to.append(indent_, ' ');
        auto const used = append_end(to, before, room);
        auto const mark_at = used;
        terminal_.style(to, "1");
        auto const shown = append_start(to, covered, columns_ - used);
        terminal_.plain(to);
        append_start(to, after, columns_ - used - shown);
        to += '\n';
        to.append(indent_ + mark_at, ' ');
        terminal_.style(to, "32");
        to.append("^").append(std::max(shown, std::size_t{1}) - 1, '~');
        terminal_.plain(to);
        to += '\n';
    }

  private:
    /// The most octets that are read in each direction. More would not fit in a terminal.
    static constexpr std::size_t most_octets = 1024;

    struct cell {
        std::string text;
        std::size_t columns;
    };

    /// The octets up to the end of the line, without the line ending. If only line endings are
    /// covered, among them an LF, they are the result, so that they are shown.
    static std::string_view line_of(std::string_view from, std::size_t length) {
        auto const covered = from.substr(0, length);
        bool const is_ending = covered.find_first_not_of("\r\n") == covered.npos;
        if (is_ending && covered.find('\n') != covered.npos) return covered;
        auto line = from.substr(0, from.find('\n'));
        if (line.size() < from.size() && line.ends_with('\r') && line.size() != length)
            line.remove_suffix(1);
        return line;
    }

    /// The characters of `text` as they are shown. `is_covered` makes TABs visible.
    std::vector<cell> cells(std::string_view text, bool is_covered) const {
        std::vector<cell> all;
        for (std::size_t at = 0; at < text.size();) {
            auto const c = foldwise::utf8_character_at(text, at);
            cell one{{}, 0};
            if (!c.is_well_formed) {
                for (auto const octet : text.substr(at, c.size)) append_octet(one.text, octet);
                one.columns = one.text.size();
            } else if (is_unsafe(c.code_point)) {
                bool const is_blank = c.code_point == '\t' && !is_covered;
                one.columns = is_blank ? 1 : append_visible(one.text, c.code_point);
                if (is_blank) one.text = " ";
            } else if (!ascii_ || c.code_point < 0x80) {
                one.columns = terminal_.append(one.text, text.substr(at, c.size));
            }
            if (one.columns == 0) {
                one.text.clear();
                one.columns = append_visible(one.text, c.code_point);
            }
            all.push_back(one);
            at += c.size;
        }
        return all;
    }

    static void append_octet(std::string& to, char octet) {
        char buffer[8];
        std::snprintf(buffer, sizeof buffer, "<%02X>", static_cast<unsigned char>(octet));
        to += buffer;
    }

    static std::size_t width_of(std::vector<cell> const& cells) {
        std::size_t columns = 0;
        for (auto const& each : cells) columns += each.columns;
        return columns;
    }

    /// Appends the cells from the first one on, or as many as fit; returns the columns.
    std::size_t append_start(std::string& to, std::vector<cell> const& cells,
                             std::size_t room) const {
        bool const fits = width_of(cells) <= room;
        if (!fits && room == 0) return 0;
        std::size_t used = 0;
        for (auto const& each : cells) {
            if (used + each.columns > room - (fits ? 0 : 1)) break;
            to += each.text;
            used += each.columns;
        }
        if (fits) return used;
        terminal_.append_ellipsis(to);
        return used + 1;
    }

    /// Appends the last cells that fit; returns the columns.
    std::size_t append_end(std::string& to, std::vector<cell> const& cells,
                           std::size_t room) const {
        if (width_of(cells) <= room) return append_start(to, cells, room);
        if (room == 0) return 0;
        auto first = cells.size();
        std::size_t used = 1;
        while (first != 0 && used + cells[first - 1].columns <= room)
            used += cells[--first].columns;
        terminal_.append_ellipsis(to);
        for (; first != cells.size(); ++first) to += cells[first].text;
        return used;
    }

    terminal const& terminal_;
    bool ascii_;
    std::size_t indent_;
    std::size_t columns_;
};

} // namespace tool

#endif
