#ifndef FOLDWISE_TOOLS_TREE_HPP
#define FOLDWISE_TOOLS_TREE_HPP

#include "input.hpp"
#include "structure_table.hpp"
#include "terminal.hpp"
#include "tree_drawing.hpp"

#include <foldwise/mime/entity.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// Shows the structure of messages: for one message, a drawing of its parts; for several, how many
/// have which structure, each with the first message that has it. Memory does not grow with the
/// mailbox.
class tree {
  public:
    tree(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, drawing_{options, terminal} {}

    /// Adds a message.
    void operator()(found const& found) {
        drawn_ = ++messages_ == 1 ? drawing_.draw(found) : std::string{};
        table_.add(foldwise::entity{found.entry.message()},
                   [&] { return terminal_.width() == 0 ? found.name() : found.short_name(); });
    }

    std::uint64_t messages() const { return messages_; }

    /// Prints the result after all messages have been read.
    void finish() {
        if (messages_ == 1) out_.write(drawn_);
        if (messages_ > 1) print_table();
    }

  private:
    static constexpr std::size_t count_width = 8;
    static constexpr std::size_t bar_width = 12;
    static constexpr std::size_t least_name = 5; // "first"
    static constexpr std::size_t name_indent = 4;
    static constexpr std::string_view gap = "  ";

    void print_table() {
        std::string text;
        auto const rows = table_.rows();
        auto const most = rows.empty() ? 1 : rows.front().counts.messages;
        name_width_ = least_name;
        for (auto const& row : rows)
            name_width_ = std::max(name_width_, terminal_.columns_of(row.counts.example));
        if (terminal_.width() != 0 && name_width_ > std::max(least_name, terminal_.width() / 5))
            name_width_ = 0;
        append_heads(text);
        for (auto const& row : rows) {
            auto const& counts = row.counts;
            append_count(text, count_text(counts.messages, row.is_exact()));
            append_bar(text, static_cast<double>(counts.messages) / static_cast<double>(most));
            if (has_column()) {
                text.append(name_width_ - terminal_.columns_of(counts.example), ' ');
                append_name(text, counts.example);
                text += gap;
            }
            append_end(text, row.name);
            text += '\n';
            if (has_column()) continue;
            text.append(name_indent, ' ');
            append_name(text, counts.example);
            text += '\n';
        }
        if (auto const others = table_.others(); others != 0) {
            append_count(text, std::to_string(others));
            text.append(bar_columns() + (has_column() ? name_width_ + gap.size() : 0), ' ');
            append_end(text, "(others, " + at_most_text(table_.most_of_another()) + ')');
            text += '\n';
        }
        out_.write(text);
    }

    /// Whether the names of the messages are in a column. They are never cut: if one is long, each
    /// has a line of its own.
    bool has_column() const { return name_width_ != 0; }

    /// The columns of a bar and the gap after it; 0 on a narrow terminal, which shows none.
    std::size_t bar_columns() const {
        bool const is_narrow = terminal_.width() != 0 && terminal_.width() < 60;
        return is_narrow ? 0 : bar_width + gap.size();
    }

    void append_heads(std::string& to) const {
        terminal_.style(to, "1");
        append_count(to, "messages");
        to.append(bar_columns(), ' ');
        if (has_column()) to.append(name_width_ - least_name, ' ').append("first").append(gap);
        append_end(to, has_column() ? "structure" : "structure, and the first message");
        terminal_.plain(to);
        to += '\n';
    }

    void append_bar(std::string& to, double share) const {
        if (bar_columns() == 0) return;
        std::string bar;
        terminal_.append_bar(bar, share, bar_width);
        auto const used = terminal_.columns_of(bar);
        terminal_.style(to, "36");
        to.append(bar).append(bar_width - std::min(used, bar_width), ' ');
        terminal_.plain(to);
        to += gap;
    }

    void append_name(std::string& to, std::string_view name) const {
        terminal_.style(to, "33");
        terminal_.append_name(to, name);
        terminal_.plain(to);
    }

    static void append_count(std::string& to, std::string_view digits) {
        to.append(digits.size() < count_width ? count_width - digits.size() : 0, ' ');
        to.append(digits).append(gap);
    }
    void append_end(std::string& to, std::string_view text) const {
        auto const taken = count_width + gap.size() + bar_columns() +
                           (has_column() ? name_width_ + gap.size() : 0);
        auto const width = terminal_.width();
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(to, text, width == 0 ? all : width > taken ? width - taken : 1);
    }

    output& out_;
    terminal const& terminal_;
    tree_drawing drawing_;
    structure_table table_;
    std::string drawn_;
    std::uint64_t messages_ = 0;
    std::size_t name_width_ = 0; // of the column of names; 0 if there is none
};

} // namespace tool

#endif
