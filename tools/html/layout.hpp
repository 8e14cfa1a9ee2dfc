#ifndef FOLDWISE_TOOLS_HTML_LAYOUT_HPP
#define FOLDWISE_TOOLS_HTML_LAYOUT_HPP

#include "attributes.hpp"
#include "references.hpp"

#include <foldwise/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Whether white space of the source becomes one space or stays unchanged.
enum class white_space : unsigned char { collapsed, kept };

/// Builds lines of text. Spaces and line endings between two texts are written only when the second
/// text comes, so that no line ends with spaces, and the text does not end with empty lines.
class html_layout {
  public:
    /// Calls `put` with the lines, block by block. A block consists of whole characters.
    explicit html_layout(std::function<void(std::string_view)> put) : put_{std::move(put)} {}

    /// The next text starts a line.
    void start_line() { break_lines(1); }
    /// The next text starts a line, after an empty line.
    void start_paragraph() { break_lines(2); }

    /// <br>: ends the line, or makes an empty line. Several empty lines become one.
    void line_break() { break_lines(std::min<std::size_t>(breaks_ + 1, 2)); }

    /// At least two spaces separate the next text from the text before it, if that is on the same
    /// line.
    void start_cell() {
        if (!is_at_start()) spaces_ = std::max<std::size_t>(spaces_, 2);
    }

    /// From here on each line also begins with `prefix`, and the next line with `first`, which has
    /// the same length. Once the prefixes have 40 octets, more are ignored.
    void indent(std::string_view first, std::string_view prefix) {
        if (prefix_.size() >= 40) return;
        first_prefix_.append(first);
        prefix_.append(prefix);
    }
    /// The size of all prefixes together.
    std::size_t indentation() const { return prefix_.size(); }
    /// Removes prefixes, down to an earlier indentation().
    void outdent_to(std::size_t indentation) {
        prefix_.resize(indentation);
        first_prefix_.resize(indentation);
        least_ = std::min(least_, indentation);
    }

    /// Adds text of the source.
    void append(std::string_view text, white_space mode) {
        for (std::size_t at = 0; at < text.size();) {
            auto const c = foldwise::utf8_character_at(text, at);
            at += c.size;
            if (c.code_point < 0x80 && html_blanks.contains(static_cast<char>(c.code_point)))
                append_blank(static_cast<char>(c.code_point), text.substr(at), mode);
            else if (c.code_point == 0xA0)
                ++spaces_;
            else if (!is_invisible(c.code_point))
                put(c.code_point);
        }
    }

    /// Adds a line of dashes, which is not part of a link's text.
    void append_rule() {
        auto const was_recording = std::exchange(is_recording_, false);
        start_line();
        append("--------------------", white_space::collapsed);
        start_line();
        is_recording_ = was_recording;
    }

    /// Adds a word to the line that was written last, after a space.
    void append_to_line(std::string_view word) {
        auto const breaks = breaks_;
        breaks_ = 0;
        if (has_line_) spaces_ = std::max<std::size_t>(spaces_, 1);
        append(word, white_space::kept);
        breaks_ = breaks;
    }

    /// Starts to record the text that is added from now on, as one line: the first `most` octets,
    /// and perhaps the rest of a character.
    void start_recording(std::size_t most) {
        record_.clear();
        most_recorded_ = most;
        is_recording_ = true;
    }
    /// Stops that; returns the record.
    std::string stop_recording() {
        is_recording_ = false;
        return std::move(record_);
    }

    /// Ends the last line, and passes on what was not passed on yet.
    void finish() {
        if (has_line_) text_ += '\n';
        pass_on();
    }

  private:
    void pass_on() {
        if (!text_.empty()) put_(text_);
        text_.clear();
    }
    void pass_on_if_long() {
        constexpr std::size_t long_text = 1 << 14;
        if (text_.size() >= long_text) pass_on();
    }

    /// Whether no text has been written yet, or the next text starts a line.
    bool is_at_start() const { return !has_line_ || breaks_ != 0; }

    void break_lines(std::size_t count) {
        if (has_line_) breaks_ = std::max(breaks_, count);
        spaces_ = 0;
    }

    /// Notes one blank of the source. `rest` is the text after it.
    void append_blank(char blank, std::string_view rest, white_space mode) {
        if (mode == white_space::collapsed) {
            if (!is_at_start()) spaces_ = std::max<std::size_t>(spaces_, 1);
        } else if (blank == '\n' || (blank == '\r' && !rest.starts_with('\n'))) {
            if (has_line_) ++breaks_;
            spaces_ = 0;
        } else if (blank == '\t') {
            spaces_ += 4;
        } else if (blank == ' ') {
            ++spaces_;
        }
    }

    /// Characters without width and meaning outside a web page, which fill much bulk mail: NUL,
    /// soft hyphens, zero width spaces and no-break spaces, grapheme joiners; and after a blank,
    /// where they join nothing, the zero width joiner and non-joiner.
    bool is_invisible(char32_t c) const {
        if (c == 0x200C || c == 0x200D) return is_at_start() || spaces_ != 0;
        return c == 0 || c == 0xAD || c == 0x34F || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    }

    void put(char32_t c) {
        if (!has_line_ || breaks_ != 0) {
            auto quotes = prefix_.substr(0, least_); // of the empty lines
            while (quotes.ends_with(' ')) quotes.pop_back();
            for (; breaks_ > 1; --breaks_) {
                (text_ += '\n').append(quotes);
                pass_on_if_long();
            }
            if (breaks_ == 1) text_ += '\n';
            breaks_ = 0;
            has_line_ = true;
            text_.append(first_prefix_);
            first_prefix_ = prefix_;
            least_ = prefix_.size();
            if (is_recording() && !record_.empty()) record_ += ' ';
        }
        for (; spaces_ != 0; --spaces_) {
            text_ += ' ';
            if (is_recording() && !record_.empty()) record_ += ' ';
            pass_on_if_long();
        }
        append_character(text_, c);
        if (is_recording()) append_character(record_, c);
        pass_on_if_long();
    }
    bool is_recording() const { return is_recording_ && record_.size() < most_recorded_; }

    std::function<void(std::string_view)> put_;
    std::string text_;         // not passed on yet, without the ending of the last line
    std::string prefix_;       // of each line
    std::string first_prefix_; // of the next line
    std::string record_;
    std::size_t most_recorded_ = 0;
    std::size_t least_ = 0;  // the smallest size of the prefix since the last text
    std::size_t breaks_ = 0; // line endings before the next text
    std::size_t spaces_ = 0; // before the next text, on its line
    bool has_line_ = false;
    bool is_recording_ = false;
};

} // namespace tool

#endif
