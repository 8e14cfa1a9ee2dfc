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
/// have which structure. Memory does not grow with the mailbox.
class tree {
  public:
    tree(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, drawing_{options, terminal} {}

    void operator()(found const& found) {
        drawn_ = ++messages_ == 1 ? drawing_.draw(found) : std::string{};
        table_.add(foldwise::entity{found.entry.message()});
    }

    std::uint64_t messages() const { return messages_; }

    /// Prints the result after all messages have been read.
    void finish() {
        if (messages_ == 1) out_.write(drawn_);
        if (messages_ > 1) print_table();
    }

  private:
    static constexpr std::size_t count_width = 7;
    static constexpr std::size_t bar_width = 12;
    static constexpr std::string_view gap = "  ";

    void print_table() {
        std::string text;
        auto const rows = table_.rows();
        auto const most = rows.empty() ? 1 : rows.front().counts.messages;
        for (auto const& [structure, counts, is_exact] : rows) {
            append_count(text, count_text(counts.messages, is_exact));
            terminal_.style(text, "36");
            std::string bar;
            terminal_.append_bar(
                bar, static_cast<double>(counts.messages) / static_cast<double>(most), bar_width);
            std::string shown;
            auto const used = terminal_.append(shown, bar);
            text.append(bar).append(bar_width - std::min(used, bar_width), ' ');
            terminal_.plain(text);
            text += gap;
            append_end(text, structure);
        }
        if (auto const others = table_.others(); others != 0) {
            append_count(text, std::to_string(others));
            text.append(bar_width, ' ').append(gap);
            append_end(text, "(others)");
        }
        out_.write(text);
    }

    static void append_count(std::string& to, std::string const& digits) {
        to.append(digits.size() < count_width ? count_width - digits.size() : 0, ' ');
        to.append(digits).append(gap);
    }
    void append_end(std::string& to, std::string_view text) const {
        auto const taken = count_width + bar_width + 2 * gap.size();
        auto const width = terminal_.width();
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(to, text, width == 0 ? all : width > taken ? width - taken : 1);
        to += '\n';
    }

    output& out_;
    terminal const& terminal_;
    tree_drawing drawing_;
    structure_table table_;
    std::string drawn_;
    std::uint64_t messages_ = 0;
};

} // namespace tool

#endif
