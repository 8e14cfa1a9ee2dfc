#ifndef FOLDWISE_TOOLS_LS_HPP
#define FOLDWISE_TOOLS_LS_HPP

#include "input.hpp"
#include "terminal.hpp"

#include <string>
#include <string_view>

namespace tool {

/// Prints a line a message: number, date, from, subject, size. On a terminal, a
/// line fits its width; elsewhere nothing is cut.
class ls {
  public:
    ls(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, several_files_{options.files.size() > 1} {}

    void operator()(found const& found) {
        auto const message = found.entry.message();
        auto const label =
            several_files_ ? std::string{found.argument} + ':' + found.label() : found.label();
        auto const size = human_size(message.raw().size());
        line_.clear();
        terminal_.style(line_, "33");
        if (label.size() < number_width) line_.append(number_width - label.size(), ' ');
        terminal_.append(line_, label);
        terminal_.style(line_, "0;2");
        line_ += gap;
        terminal_.append_column(line_, date(message), date_width);
        terminal_.style(line_, "0;36");
        line_ += gap;
        terminal_.append_column(line_, value(message, "From"), from_width);
        terminal_.plain(line_);
        line_ += gap;
        terminal_.append_column(line_, value(message, "Subject"), subject_width(label));
        terminal_.style(line_, "2");
        line_.append(size.size() < size_width ? size_width - size.size() : 0, ' ').append(gap);
        line_ += size;
        terminal_.plain(line_);
        line_ += '\n';
        out_.write(line_);
    }

  private:
    static constexpr std::string_view gap = "  ";
    static constexpr std::size_t number_width = 4;
    static constexpr std::size_t date_width = 17; // "15 Dec 2014 10:00"
    static constexpr std::size_t from_width = 18;
    static constexpr std::size_t size_width = 7; // "999 KiB"

    /// What is left of the line.
    std::size_t subject_width(std::string_view label) const {
        auto const number = label.size() > number_width ? label.size() : number_width;
        auto const others = number + date_width + from_width + size_width + 4 * gap.size();
        constexpr std::size_t least = 15;
        return terminal_.width() < others + least ? least : terminal_.width() - others;
    }

    /// As it stands; where lines are short, without the day of the week and what is
    /// behind the minutes.
    std::string_view date(foldwise::message const& message) {
        auto const text = value(message, "Date");
        if (terminal_.width() == 0) return text;
        auto const comma = text.find(", ");
        return text.substr(comma == 3 ? comma + 2 : 0, date_width);
    }

    std::string_view value(foldwise::message const& message, std::string_view name) {
        value_.clear();
        if (auto const field = message.header().find(name)) field->value().append_to(value_);
        return value_;
    }

    output& out_;
    terminal const& terminal_;
    bool several_files_;
    std::string line_;
    std::string value_;
};

} // namespace tool

#endif
