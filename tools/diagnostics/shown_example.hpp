#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_SHOWN_EXAMPLE_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_SHOWN_EXAMPLE_HPP

#include "example.hpp"

#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// Writes an example for people: each line of it, and below it a line that marks the octets that
/// the diagnostic covers.
///     To: friend@example.org; foe@sample.net
///                           ^
/// Control characters and spaces at the end of a line are shown as the pictures that Unicode has
/// for them, and octets that are not UTF-8 in hexadecimal, as <E9>. Line endings are shown only if
/// they are not all alike.
class shown_example {
  public:
    explicit shown_example(diagnostic_example const& example) {
        std::string octets;
        append_unmarked(octets, example.marked);
        has_visible_endings_ = has_several_endings(octets);
        for_each_piece(example.marked, [this](example_piece const& piece) { take(piece); });
        if (!line_.empty() || !marks_.empty()) end_line();
    }

    /// The lines, each with LF.
    std::string const& text() const noexcept { return text_; }

  private:
    static bool has_several_endings(std::string_view octets) noexcept {
        std::size_t crlf = 0;
        std::size_t lf = 0;
        for (std::size_t at = 0; at < octets.size(); ++at)
            if (octets[at] == '\n') ++(at != 0 && octets[at - 1] == '\r' ? crlf : lf);
        return crlf != 0 && lf != 0;
    }

    void take(example_piece const& piece) {
        is_marked_ = piece.is_marked;
        if (piece.is_marked && piece.text.empty()) mark_column();
        if (piece.times != 1) add("[", 1);
        take_octets(piece.text, piece.times != 1);
        if (piece.times == 1) return;
        auto const count = std::to_string(piece.times);
        add(" \xC3\x97 ", 3);
        add(count, count.size());
        add("]", 1);
        if (piece.text.ends_with('\n')) end_line();
    }

    /// Adds octets of a piece. If `is_repeated`, line endings are shown, and do not end the line.
    void take_octets(std::string_view octets, bool is_repeated) {
        for (std::size_t at = 0; at < octets.size();) {
            auto const rest = octets.substr(at);
            bool const is_crlf = rest.starts_with("\r\n");
            if (is_crlf || rest[0] == '\n') {
                if (is_crlf && (has_visible_endings_ || is_repeated)) add_control('\r');
                if (has_visible_endings_ || is_repeated) add_control('\n');
                if (!is_repeated) end_line();
                at += is_crlf ? 2 : 1;
                continue;
            }
            at += take_character(rest);
        }
    }

    /// Adds the character that `text` starts with; returns its size.
    std::size_t take_character(std::string_view text) {
        auto const value = static_cast<unsigned char>(text[0]);
        if (value < 0x20 || value == 0x7F) {
            add_control(text[0]);
            return 1;
        }
        auto const next = foldwise::utf8_character_at(text, 0);
        bool const is_mark = text.starts_with(foldwise::utf8_byte_order_mark);
        if (value < 0x80 || (next.is_well_formed && !is_mark)) {
            add(text.substr(0, next.size), 1);
            return next.size;
        }
        constexpr std::string_view digits = "0123456789ABCDEF";
        char const shown[] = {'<', digits[value / 16u], digits[value % 16u], '>'};
        add(std::string_view{shown, sizeof shown}, sizeof shown);
        return 1;
    }

    /// Adds the picture of a control character, U+2400 to U+241F or U+2421.
    void add_control(char octet) {
        auto const value = static_cast<unsigned char>(octet);
        auto const last = static_cast<char>(0x80 + (value == 0x7F ? 0x21 : value));
        char const picture[] = {'\xE2', '\x90', last};
        add(std::string_view{picture, sizeof picture}, 1);
    }

    void add(std::string_view shown, std::size_t columns) {
        line_ += shown;
        columns_ += columns;
        while (is_marked_ && columns-- != 0) {
            marks_.resize(columns_ - columns - 1, ' ');
            marks_ += '^';
        }
    }
    void mark_column() {
        marks_.resize(columns_, ' ');
        marks_ += '^';
    }

    void end_line() {
        auto const end = line_.find_last_not_of(' ') + 1; // npos + 1 is 0
        text_.append(line_, 0, end);
        for (auto spaces = line_.size() - end; spaces != 0; --spaces) text_ += "\xE2\x90\xA0";
        text_ += '\n';
        if (!marks_.empty()) text_.append(marks_).append("\n");
        line_.clear();
        marks_.clear();
        columns_ = 0;
    }

    std::string text_;
    std::string line_;
    std::string marks_; // what is below the line
    std::size_t columns_ = 0;
    bool is_marked_ = false;
    bool has_visible_endings_ = false;
};

} // namespace tool

#endif
