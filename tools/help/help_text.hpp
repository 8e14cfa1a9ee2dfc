#ifndef FOLDWISE_TOOLS_HELP_HELP_TEXT_HPP
#define FOLDWISE_TOOLS_HELP_HELP_TEXT_HPP

#include "command_table.hpp"
#include "option_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// What FILE may be.
inline constexpr std::string_view file_paragraph =
    "FILE is an mbox (MMDF too), a Maildir, an .emlx of Apple Mail, a single message, a folder of "
    "these, or - (standard input, which is also read if it is a pipe and no FILE is given). The "
    "kind is recognised. FILE:K is the K-th message, counted from 1, FILE:K-L are several, and "
    "FILE:@OFFSET is the one that holds the octet at that offset.";

/// What the exit statuses mean.
inline constexpr std::string_view status_paragraph =
    "0 done; 1 nothing matched, or lint found something; 2 bad usage or an unreadable file.";

/// The names and the value of an option: "-o, --output DIR".
inline std::string names_of(option_row const& row) {
    std::string text{row.letter};
    text.append(text.empty() ? "" : ", ").append(row.name);
    if (row.value.empty()) return text;
    return text.append(row.value.starts_with('[') ? "" : " ").append(row.value);
}

/// Writes the help as plain text, in lines of a given width.
class help_text {
  public:
    explicit help_text(std::size_t columns) : columns_{std::max<std::size_t>(columns, 40)} {}

    /// The first page: examples, all commands, all options.
    std::string overview() {
        add("Reads mail in files. " + std::string{file_paragraph});
        text_ += '\n';
        add_examples(first_examples);
        text_ += "\nUsage: foldwise [COMMAND] [OPTION]... FILE...\n";
        text_ += "\nCommands (more about each: foldwise help COMMAND)\n";
        for (auto const& row : command_table) add_item(row.name, row.brief, 12);
        text_ += "\nOptions\n";
        for (auto const& row : option_table) {
            auto const names =
                names_commands(row) ? std::string{} : commands_text(row.commands, ", ");
            auto const description = std::string{names}.append(names.empty() ? "" : ": ");
            add_item(names_of(row), description + std::string{row.text}, option_column());
        }
        text_ += '\n';
        add("Exit status: " + std::string{status_paragraph});
        return std::move(text_);
    }

    /// The page of a command.
    std::string page(command_row const& command) {
        add("foldwise " + std::string{command.name} + ": " + std::string{command.brief});
        text_ += '\n';
        std::string_view label = "Usage: ";
        for (auto rest = command.arguments; !rest.empty(); label = "       ") {
            auto const end = std::min(rest.find('\n'), rest.size());
            auto const line = std::string{label}.append("foldwise ").append(command.name);
            add(line + ' ' + std::string{rest.substr(0, end)}, 9);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        text_ += '\n';
        add(command.text);
        text_ += "\nExamples\n";
        add_examples(command.examples);
        text_ += "\nOptions\n";
        for (auto const& row : option_table)
            if (row.commands.has(command.id))
                add_item(names_of(row), text_for(row, command.name), option_column());
        return std::move(text_);
    }

  private:
    std::size_t option_column() const { return columns_ < 60 ? 6 : 24; }

    /// Adds a name and what it is, which starts in a column of its own.
    void add_item(std::string_view name, std::string_view description, std::size_t column) {
        auto line = std::string{"  "}.append(name);
        bool const is_long = line.size() + 1 > column;
        if (!is_long) line.append(column - line.size(), ' ');
        if (is_long) text_.append(line) += '\n';
        add_words(is_long ? std::string(column, ' ') : line, description, column);
    }

    template <std::size_t Size>
    void add_examples(example_row const (&rows)[Size]) {
        constexpr std::size_t column = 45;
        for (auto const& row : rows) {
            if (row.line.empty()) continue;
            auto line = std::string{"  "}.append(row.line);
            for (auto at = line.find('\n'); at != line.npos; at = line.find('\n', at + 1))
                line.insert(at + 1, "  ");
            bool const is_long = columns_ < 78 || line.size() + 2 > column;
            if (!is_long) line.append(column - line.size(), ' ');
            if (is_long) text_.append(line) += '\n';
            add_words(is_long ? std::string(6, ' ') : line, row.what, is_long ? 6 : column);
        }
    }

    void add(std::string_view text, std::size_t indent = 0) {
        auto const start = std::min(text.find_first_not_of(' '), text.size());
        add_words(std::string{text.substr(0, start)}, text.substr(start), indent);
    }

    /// Adds `line` and after it the words of `text`. The lines after the first one are indented.
    void add_words(std::string line, std::string_view text, std::size_t indent) {
        bool is_first = true; // of its line
        while (!text.empty()) {
            auto const word = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(word.size() + 1, text.size()));
            if (!is_first && line.size() + 1 + word.size() > columns_) {
                text_.append(line) += '\n';
                line.assign(indent, ' ');
                is_first = true;
            }
            line.append(is_first ? "" : " ").append(word);
            is_first = false;
        }
        text_.append(line) += '\n';
    }

    std::size_t columns_;
    std::string text_;
};

} // namespace tool

#endif
