#ifndef FOLDWISE_TOOLS_LS_HPP
#define FOLDWISE_TOOLS_LS_HPP

#include "date_text.hpp"
#include "decoded_text.hpp"
#include "input.hpp"
#include "ls_columns.hpp"
#include "part_text.hpp"
#include "row_text.hpp"
#include "terminal.hpp"

#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/part_role.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// Prints one line per message: number, date, from, subject, size, and "+" if something is
/// attached. On a terminal, it is a table that fits; elsewhere, the values are whole, with TABs
/// between them.
class ls {
  public:
    ls(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, decoder_{options.fallback}, columns_{terminal.width()} {
        if (options.files.size() < 2) return;
        // So that the messages of all files have the same columns.
        std::string ignored;
        for (auto const file : options.files)
            if (auto const used = terminal.append(ignored, file) + 3; is_short(used - 3))
                columns_.widen_label(std::min(used, columns_.longest_name()));
    }

    /// Prints the line of a message.
    void operator()(found const& found) {
        ++messages_;
        foldwise::entity const root{found.entry.message()};
        foldwise::field_index const fields{root.header(), room_};
        auto const date = date_in(found.entry, fields);
        line_.clear();
        if (terminal_.width() == 0)
            append_values(found, root, fields, date);
        else
            append_row(found, root, fields, date);
        out_.write(line_);
    }

    std::uint64_t messages() const { return messages_; }

  private:
    static constexpr std::string_view gap = "  ";

    /// What the column of the date shows.
    struct date_column {
        std::string text;
        bool is_read = false;        ///< otherwise the text is the value of the field
        bool is_of_delivery = false; ///< there is no Date field
        bool is_doubtful = false;    ///< other programs may read another date
    };

    /// Appends a line for programs: the name of the message, the ISO date, the whole From and
    /// Subject, the octets, and "+" if something is attached.
    void append_values(found const& found, foldwise::entity const& root,
                       foldwise::field_index const& fields, date_column const& date) {
        terminal_.style(line_, "33");
        terminal_.append_name(line_, found.name());
        terminal_.plain(line_);
        line_.append("\t").append(date.is_of_delivery ? "~" : "");
        terminal_.append(line_, date.text);
        line_.append(date.is_doubtful ? "?\t" : "\t");
        terminal_.append(line_, row_value(decoder_, fields, "From"));
        line_ += '\t';
        terminal_.append(line_, row_value(decoder_, fields, "Subject"));
        line_.append("\t").append(std::to_string(found.entry.message().raw().size())).append("\t");
        line_ += foldwise::has_attachment(root) ? "+\n" : "\n";
    }

    /// Appends a row of the table for people.
    void append_row(found const& found, foldwise::entity const& root,
                    foldwise::field_index const& fields, date_column const& date) {
        auto const fit = columns_.fit(append_label(found));
        terminal_.style(line_, "0;2");
        line_ += ' ';
        if (fit.date != 0) {
            line_ += date.is_of_delivery ? '~' : ' ';
            auto const text = std::string_view{date.text};
            terminal_.append_column(line_, date.is_read ? text.substr(0, fit.date) : text,
                                    fit.date);
            line_ += date.is_doubtful ? '?' : ' ';
        }
        terminal_.style(line_, "0;36");
        line_ += ' ';
        terminal_.append_column(line_, row_author(decoder_, fields), fit.from);
        terminal_.plain(line_);
        line_ += gap;
        terminal_.append_column(line_, row_value(decoder_, fields, "Subject"), fit.subject);
        terminal_.style(line_, "2");
        auto const size = short_size(found.entry.message().raw().size());
        line_ += gap;
        line_.append(size.size() < ls_columns::size ? ls_columns::size - size.size() : 0, ' ');
        line_ += size;
        terminal_.plain(line_);
        if (foldwise::has_attachment(root)) line_ += " +";
        line_ += '\n';
    }

    /// Whether the names of the messages in a file are short enough for the table. `columns` is the
    /// width of the name of the file.
    bool is_short(std::size_t columns) const {
        return columns + ls_columns::number <= columns_.longest_name();
    }

    /// Appends the number of the message, or if there are several files, its name. If the name
    /// would leave too little for the rest, the name of the file is on a line of its own, before
    /// the messages of the file. Returns the number of columns.
    std::size_t append_label(found const& found) {
        std::string path;
        bool is_named = false;
        if (found.is_among_several) {
            is_named = is_short(terminal_.append(path, found.argument));
            if (!is_named && heading_ != found.argument) {
                terminal_.style(line_, "33");
                line_.append(path).append(":\n");
            }
            heading_ = is_named ? std::string_view{} : found.argument;
        }
        std::string label;
        auto const used = terminal_.append(label, is_named ? found.name() : found.label());
        auto const width = columns_.widen_label(used);
        terminal_.style(line_, "33");
        if (!is_named) line_.append(width - used, ' ');
        line_ += label;
        if (is_named) line_.append(width - used, ' ');
        return width;
    }

    /// "900", "2.0K": the octets of a message, in at most four columns.
    static std::string short_size(std::uint64_t octets) {
        auto text = human_size(octets);
        auto const space = text.find(' ');
        auto const unit = text[space + 1];
        text.resize(space);
        return unit == 'B' ? text : text + unit;
    }

    /// The date, short and in the reader's local time on a terminal, complete elsewhere; the
    /// unfolded value if it cannot be read. If there is no Date field, the date of delivery.
    date_column date_in(foldwise::mbox_entry const& entry, foldwise::field_index const& fields) {
        auto const shown = [this](foldwise::date_time const& when) {
            return terminal_.width() == 0 ? when.to_string() : local_text(when);
        };
        if (!fields.find("Date")) {
            auto const delivered = delivery_date_of(entry, fields);
            return delivered ? date_column{shown(*delivered), true, true} : date_column{};
        }
        auto const found = date_of(fields);
        if (!found.when) return {row_value(decoder_, fields, "Date")};
        return {shown(*found.when), true, false, found.is_doubtful()};
    }

    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    ls_columns columns_;
    std::string heading_;           // the file whose name was on a line of its own
    foldwise::field_slot room_[64]; // for the fields of a message
    std::string line_;
    std::uint64_t messages_ = 0;
};

} // namespace tool

#endif
