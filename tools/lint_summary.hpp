#ifndef FOLDWISE_TOOLS_LINT_SUMMARY_HPP
#define FOLDWISE_TOOLS_LINT_SUMMARY_HPP

#include "input.hpp"
#include "output.hpp"
#include "stable_sort.hpp"
#include "terminal.hpp"
#include "json/writer.hpp"

#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/kind_of.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Counts problems by code, with the first message that has each of them.
class lint_summary {
  public:
    static constexpr std::size_t code_count = std::size(foldwise::diagnostic_kinds());

    /// Counts a problem of a message. `message` is the number of the message, counted over all
    /// files, `name` its name, and `piece` the number of the piece of the input that it is in.
    void add(foldwise::diagnostic_code code, std::uint64_t message, found const& found,
             std::string_view name, std::uint64_t piece) {
        auto& row = rows_[static_cast<std::size_t>(code)];
        if (row.problems++ == 0) {
            row.code = code;
            row.place = name;
            row.piece = piece;
            row.file = found.file;
            row.index = found.number;
            row.entry_offset = found.entry.offset();
        }
        if (row.last_message == message) return;
        ++row.messages;
        row.last_message = message;
    }

    /// Adds what was counted in other pieces of the input.
    void add(lint_summary const& other) {
        for (std::size_t i = 0; i < code_count; ++i) {
            auto& row = rows_[i];
            auto const& more = other.rows_[i];
            if (more.problems == 0) continue;
            auto const problems = row.problems + more.problems;
            auto const messages = row.messages + more.messages;
            if (row.problems == 0 || more.piece < row.piece) row = more;
            row.problems = problems;
            row.messages = messages;
        }
    }

    /// Writes a line for each code, the gravest first, and equally grave ones by the number of
    /// their problems. In a pipe, TABs separate the values.
    void write(output& out, terminal const& terminal) const {
        std::string text;
        std::size_t widest = 0;
        for (auto const* const row : sorted())
            widest = std::max(widest,
                              first_width + kind_of(row->code).name.size() + 2 + row->place.size());
        if (terminal.width() != 0 && widest != 0) {
            terminal.style(text, "1");
            text += "problems  messages  severity   code, and the first message";
            terminal.plain(text);
            text += '\n';
        }
        for (auto const* const row : sorted()) {
            auto const& kind = kind_of(row->code);
            auto const problems = std::to_string(row->problems);
            auto const messages = std::to_string(row->messages);
            auto const severity = foldwise::name_of(kind.severity);
            if (terminal.width() == 0) {
                for (std::string_view const value :
                     {std::string_view{problems}, std::string_view{messages}, severity, kind.name})
                    text.append(value).append("\t");
                text.append(row->place).append("\n");
                continue;
            }
            text.append(8 - std::min<std::size_t>(problems.size(), 8), ' ').append(problems);
            text.append(10 - std::min<std::size_t>(messages.size(), 10), ' ').append(messages);
            text.append("  ").append(severity).append(11 - severity.size(), ' ');
            text.append(kind.name);
            text.append(widest <= terminal.width() ? "  " : "\n    ").append(row->place);
            text += '\n';
        }
        out.write(text);
    }

    /// Writes an object for each code, one per line, in the same order.
    void write(json_writer& json) const {
        for (auto const* const row : sorted()) {
            auto const& kind = kind_of(row->code);
            json.open('{').key("code").value(kind.name);
            json.key("severity").value(foldwise::name_of(kind.severity));
            json.key("problems").value(row->problems).key("messages").value(row->messages);
            json.key("file").value(row->file).key("index").value_or_null(row->index);
            json.key("entry_offset").value(row->entry_offset);
            json.key("rfc").value(kind.rfc).key("text").value(kind.text).close('}').end_line();
        }
    }

  private:
    static constexpr std::size_t first_width = 31; // of the columns before the code

    struct entry {
        foldwise::diagnostic_code code{};
        std::uint64_t problems = 0;
        std::uint64_t messages = 0;
        std::uint64_t last_message = 0; // from 1
        // The first message.
        std::string place;
        std::uint64_t piece = 0;
        std::string file;
        std::optional<std::uint64_t> index;
        std::uint64_t entry_offset = 0;
    };

    std::vector<entry const*> sorted() const {
        std::vector<entry const*> found;
        for (auto const& each : rows_)
            if (each.problems != 0) found.push_back(&each);
        stable_sort(found, [](entry const* left, entry const* right) {
            auto const a = kind_of(left->code).severity;
            auto const b = kind_of(right->code).severity;
            return a != b ? a > b : left->problems > right->problems;
        });
        return found;
    }

    std::vector<entry> rows_ = std::vector<entry>(code_count);
};

} // namespace tool

#endif
