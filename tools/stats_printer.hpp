#ifndef FOLDWISE_TOOLS_STATS_PRINTER_HPP
#define FOLDWISE_TOOLS_STATS_PRINTER_HPP

#include "counted.hpp"
#include "counts_by_name.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "json/writer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Prints numbers and tables: with bars for people on a terminal, with TABs for programs in a pipe,
/// or as one JSON object.
class stats_printer {
  public:
    /// Labels and how often each occurs.
    using table = std::vector<std::pair<std::string, std::uint64_t>>;
    using named_rows = std::vector<counts_by_name<message_count>::row>;

    stats_printer(output& out, terminal const& terminal, bool is_json, bool is_ascii)
        : out_{out}, terminal_{terminal}, is_json_{is_json},
          json_{text_, is_ascii ? json_characters::ascii : json_characters::utf8} {
        if (is_json_) json_.open('{');
    }

    /// Whether tables have bars, and leave out rows.
    bool is_for_people() const { return !is_json_ && terminal_.width() != 0; }

    /// Prints a number. If it is that of one message, `label` is the name of the message.
    void number(std::string_view name, std::uint64_t value, std::string_view label = {}) {
        if (is_json_) {
            json_.key(name).value(value);
            if (!label.empty()) json_.key(std::string{name} + "_message").value(label);
        } else if (terminal_.width() == 0) {
            auto const digits = std::to_string(value);
            text_.append(name).append("\t").append(digits);
            if (!label.empty()) terminal_.append_name(text_ += '\t', label);
            text_ += '\n';
        } else {
            add_number(name, value, label);
        }
    }

    /// Prints a word, such as a date.
    void word(std::string_view name, std::string_view value) {
        if (is_json_)
            json_.key(name).value(value);
        else if (terminal_.width() == 0)
            terminal_.append_line(text_, {name, value});
        else
            add_line(name, value);
    }

    /// Prints a table in the order of its rows, each of which is a range, such as a day.
    void ranges(std::string_view name, table const& rows) {
        if (!is_for_people()) {
            open_rows(name);
            for (auto const& [label, count] : rows) add_row(name, label, count, true);
            return close_rows(name, 0, 0);
        }
        add_title(name);
        std::size_t widest = 0;
        std::uint64_t most = 1;
        for (auto const& row : rows) most = std::max(most, row.second);
        for (auto const& row : rows) widest = std::max(widest, row.first.size());
        for (auto const& [label, count] : rows) {
            text_.append("  ").append(label).append(widest - label.size(), ' ');
            add_count(std::to_string(count));
            auto const used = 2 + widest + count_width + gap.size();
            auto const rest = terminal_.width() > used + 1 ? terminal_.width() - used : 1;
            add_bar(count, most, rest);
            text_ += '\n';
        }
    }

    /// Prints a table, of which people see only the first rows. `others` is the number of messages
    /// that are in no row, and `most_of_another` the most that one of their names can have.
    void names(std::string_view name, named_rows const& rows, std::uint64_t others,
               std::uint64_t most_of_another) {
        if (!is_for_people()) {
            open_rows(name);
            for (auto const& row : rows)
                add_row(name, row.name, row.counts.messages, row.is_exact());
            return close_rows(name, others, most_of_another);
        }
        add_title(name);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const count = rows[at].counts.messages;
            if (at >= most_rows) {
                others += count;
                if (most_of_another != 0)
                    most_of_another = std::max(most_of_another, rows[at].most);
                continue;
            }
            add_count(count_text(count, rows[at].is_exact()));
            auto const used = add_bar(count, rows.front().counts.messages, bar_width);
            text_.append(bar_width - used, ' ');
            add_end(rows[at].name);
        }
        if (others == 0) return;
        add_count(std::to_string(others));
        text_.append(bar_width, ' ');
        auto const remark = at_most_text(most_of_another);
        add_end(remark.empty() ? "(others)" : "(others, " + remark + ')');
    }

    /// Writes everything. To be called last.
    void finish() {
        if (is_json_) json_.close('}').end_line();
        out_.write(text_);
    }

  private:
    static constexpr std::string_view gap = "  ";
    static constexpr std::size_t count_width = 9; // with the gap before it
    static constexpr std::size_t bar_width = 12;
    static constexpr std::size_t most_rows = 10;
    static constexpr std::size_t name_width = 18;

    // A table for programs.
    void open_rows(std::string_view name) {
        if (is_json_) json_.key(std::string{name} + 's').open('[');
    }
    void add_row(std::string_view name, std::string_view label, std::uint64_t count,
                 bool is_exact) {
        auto const digits = std::to_string(count);
        if (is_json_) {
            json_.open('{').key(name).value(label).key("messages").value(count);
            if (!is_exact) json_.key("at_least").boolean(true);
            json_.close('}');
        } else if (is_exact) {
            terminal_.append_line(text_, {name, digits, label});
        } else {
            terminal_.append_line(text_, {name, digits, label, "at least"});
        }
    }
    void close_rows(std::string_view name, std::uint64_t others, std::uint64_t most_of_another) {
        auto const digits = std::to_string(others);
        if (is_json_) {
            auto const key = "other_" + std::string{name} + 's';
            json_.close(']').key(key).value(others);
            if (most_of_another != 0) json_.key(key + "_at_most").value(most_of_another);
        } else if (most_of_another != 0) {
            terminal_.append_line(text_, {name, digits, "", at_most_text(most_of_another)});
        } else if (others != 0) {
            terminal_.append_line(text_, {name, digits, ""});
        }
    }

    /// Adds a line above the tables, for people.
    void add_line(std::string_view name, std::string_view value) {
        terminal_.append_column(text_, title_of(name), name_width);
        auto const width = terminal_.width();
        terminal_.append(text_, value, width > name_width ? width - name_width : 1);
        text_ += '\n';
    }
    void add_number(std::string_view name, std::uint64_t value, std::string_view label) {
        bool const is_size = name == "octets" || name == "median" || name == "largest";
        if (value == 0 && !is_size) return;
        auto text = is_size ? human_size(value) : std::to_string(value);
        if (label.empty()) return add_line(name, text);
        // A name is never cut: a long one is on a line of its own.
        auto const used = name_width + text.size() + gap.size() + terminal_.columns_of(label);
        terminal_.append_column(text_, title_of(name), name_width);
        text_.append(text).append(used <= terminal_.width() ? gap : "\n  ");
        terminal_.append_name(text_, label);
        text_ += '\n';
    }

    static std::string_view title_of(std::string_view name) {
        static constexpr std::pair<std::string_view, std::string_view> titles[] = {
            {"messages", "Messages"},
            {"octets", "In all"},
            {"median", "Median size"},
            {"largest", "Largest"},
            {"undated", "Without date"},
            {"attachments", "With attachments"},
            {"first", "First day (UTC)"},
            {"last", "Last day (UTC)"},
            {"day", "Days"},
            {"month", "Months"},
            {"year", "Years"},
            {"size", "Sizes"},
            {"sender", "Senders"},
            {"structure", "Structures"},
        };
        for (auto const& [key, title] : titles)
            if (key == name) return title;
        return name;
    }

    void add_title(std::string_view name) {
        text_ += '\n';
        terminal_.style(text_, "1");
        text_ += title_of(name);
        terminal_.plain(text_);
        text_ += '\n';
    }
    void add_count(std::string const& digits) {
        text_.append(digits.size() < count_width ? count_width - digits.size() : 1, ' ');
        text_.append(digits).append(gap);
    }
    /// Adds a bar, none for 0; returns the number of columns.
    std::size_t add_bar(std::uint64_t count, std::uint64_t most, std::size_t columns) {
        if (count == 0) return 0;
        std::string bar;
        auto const share = static_cast<double>(count) / static_cast<double>(most);
        terminal_.append_bar(bar, share, columns);
        terminal_.style(text_, "36");
        auto const used = terminal_.append(text_, bar);
        terminal_.plain(text_);
        return std::min(used, columns);
    }
    void add_end(std::string_view label) {
        auto const used = count_width + 2 * gap.size() + bar_width;
        text_ += gap;
        terminal_.append(text_, label, terminal_.width() > used ? terminal_.width() - used : 1);
        text_ += '\n';
    }

    output& out_;
    terminal const& terminal_;
    bool is_json_;
    std::string text_;
    json_writer json_;
};

} // namespace tool

#endif
