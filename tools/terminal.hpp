#ifndef FOLDWISE_TOOLS_TERMINAL_HPP
#define FOLDWISE_TOOLS_TERMINAL_HPP

#include "utf8.hpp"

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/utf8.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#if defined(_WIN32)
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace tool {

/// Whether a file is a terminal.
inline bool is_terminal(std::FILE* file) {
#if defined(_WIN32)
    return _isatty(_fileno(file)) != 0;
#else
    return ::isatty(::fileno(file)) != 0;
#endif
}

/// The columns of the terminal if standard output is one, otherwise 0.
inline std::size_t terminal_width() {
    if (!is_terminal(stdout)) return 0;
#if defined(TIOCGWINSZ)
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) return size.ws_col;
#endif
    return 80;
}

/// Writes text of mail in a form that cannot control the terminal, in columns and colours.
class terminal {
  public:
    /// `width` is the number of columns; 0 if there is no terminal, and therefore no limit.
    terminal(bool color, bool ascii, std::size_t width = terminal_width())
        : color_{color}, ascii_{ascii}, width_{width} {}

    /// The number of columns; 0 if there is no terminal, and therefore no limit.
    std::size_t width() const { return width_; }

    /// Appends `text`, which may be any octets, in visible form: control characters as "^[", marks
    /// of direction and characters that cannot be seen as "<U+202E>", octets that are not UTF-8 as
    /// U+FFFD. Joiners and selectors of emoji stay where they make one emoji of several. Text that
    /// is wider than `columns` ends with an ellipsis. Returns the number of columns used.
    std::size_t append(std::string& to, std::string_view text,
                       std::size_t columns = static_cast<std::size_t>(-1)) const {
        std::size_t used = 0;
        std::size_t cut_size = to.size(); // where an ellipsis would still fit
        std::size_t cut_used = 0;
        for (std::size_t at = 0; at < text.size();) {
            auto run = shown_as_it_is.not_in(text, at) - at;
            if (run != 0 && unicode::makes_keycap(text, at + run)) --run;
            if (run != 0 && run < columns - used) {
                to.append(text, at, run);
                used += run;
                at += run;
                cut_size = to.size();
                cut_used = used;
                continue;
            }
            std::size_t size = 0;
            auto const wide = show(to, text.substr(at), size);
            if (wide > columns - used) {
                to.resize(cut_size);
                if (columns != 0) append_ellipsis(to);
                return columns == 0 ? 0 : cut_used + 1;
            }
            used += wide;
            at += size;
            if (used < columns) {
                cut_size = to.size();
                cut_used = used;
            }
        }
        return used;
    }

    /// Appends `text` in `columns` columns, cut or filled with spaces on the right. Without a
    /// terminal, nothing is cut.
    void append_column(std::string& to, std::string_view text, std::size_t columns) const {
        auto const used = append(to, text, width_ == 0 ? static_cast<std::size_t>(-1) : columns);
        if (used < columns) to.append(columns - used, ' ');
    }

    /// Appends the name of a file or message, whole. For programs, its octets are unchanged, so
    /// that it can be passed back; only TAB and LF, which end values and lines there, become "^I"
    /// and "^J". For people, like append(). Returns the number of columns.
    std::size_t append_name(std::string& to, std::string_view name) const {
        if (width_ != 0 || ascii_ || color_) return append(to, name);
        for (char const octet : name)
            if (octet == '\t' || octet == '\n')
                append_visible(to, static_cast<char32_t>(octet));
            else
                to += octet;
        return columns_of(name);
    }

    /// The number of columns of `text`.
    std::size_t columns_of(std::string_view text) const {
        std::string shown;
        return append(shown, text);
    }

    /// Appends a line of values with TABs between them, for programs.
    void append_line(std::string& to, std::initializer_list<std::string_view> values) const {
        bool is_first = true;
        for (auto const value : values) {
            if (!std::exchange(is_first, false)) to += '\t';
            append(to, value);
        }
        to += '\n';
    }

    /// Appends the ellipsis for text that was cut, one column wide.
    void append_ellipsis(std::string& to) const { to += ascii_ ? "~" : "\xE2\x80\xA6"; }

    /// Appends a bar whose length is `share`, from 0 to 1, of `columns`; at least an eighth of a
    /// column.
    void append_bar(std::string& to, double share, std::size_t columns) const {
        auto const eighths =
            static_cast<std::size_t>(std::lround(share * static_cast<double>(columns * 8)));
        if (ascii_) {
            to.append(eighths < 8 ? 1 : eighths / 8, '#');
            return;
        }
        for (std::size_t i = 0; i < eighths / 8; ++i) to += "\xE2\x96\x88";
        auto const rest = eighths == 0 ? 1 : eighths % 8;
        if (rest != 0) // U+258F is one eighth, U+2589 seven: U+2590 - rest
            to.append("\xE2\x96").append(1, static_cast<char>(0x90 - rest));
    }

    /// Begins a style, given as SGR parameters ("1" bold, "36" cyan). Appends nothing without
    /// colour.
    void style(std::string& to, std::string_view parameters) const {
        if (color_) to.append("\x1B[").append(parameters).append("m");
    }
    /// Ends all styles.
    void plain(std::string& to) const { style(to, "0"); }

  private:
    static constexpr foldwise::octet_table shown_as_it_is{foldwise::vchar +
                                                          foldwise::char_class{" "}};

    /// Appends the first character of `text` in visible form; returns its width in columns. Sets
    /// `size` to the number of octets that were read.
    std::size_t show(std::string& to, std::string_view text, std::size_t& size) const {
        auto const c = foldwise::utf8_character_at(text, 0);
        size = c.size;
        if (c.code_point >= ' ' && c.code_point < 0x7F && !unicode::makes_keycap(text, 1)) {
            to += static_cast<char>(c.code_point);
            return 1;
        }
        if (c.code_point == '\t') {
            to += ' ';
            return 1;
        }
        if (is_unsafe(c.code_point)) return append_visible(to, c.code_point);
        unicode::kind const kind{c.code_point};
        unicode::cluster shown{c.size, kind.columns()};
        if (unicode::may_start_cluster(c.code_point, kind))
            if (auto const found = unicode::cluster_reader{text}.result(); found.size != 0)
                shown = found;
        size = shown.size;
        if (ascii_) {
            to += '?';
            return 1;
        }
        if (c.code_point == 0xFFFD)
            append_replacement(to);
        else
            to.append(text.substr(0, size));
        return shown.columns;
    }

    bool color_;
    bool ascii_;
    std::size_t width_;
};

} // namespace tool

#endif
