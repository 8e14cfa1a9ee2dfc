#ifndef FOLDWISE_TOOLS_LS_HPP
#define FOLDWISE_TOOLS_LS_HPP

#include "address_text.hpp"
#include "date_text.hpp"
#include "decoded_text.hpp"
#include "field_text.hpp"
#include "input.hpp"
#include "part_text.hpp"
#include "terminal.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/part_role.hpp>

#include <string>
#include <string_view>

namespace tool {

/// Prints one line per message: number, date, from, subject, size, and "+" if something is
/// attached. On a terminal, a line fits its width; elsewhere nothing is cut.
class ls {
  public:
    ls(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, decoder_{options.fallback} {}

    void operator()(found const& found) {
        auto const message = found.entry.message();
        foldwise::entity const root{message};
        foldwise::field_index const fields{root.header(), room_};
        auto const number = found.short_name();
        auto const size = human_size(message.raw().size());
        line_.clear();
        terminal_.style(line_, "33");
        auto const columns = fit(append_number(number));
        terminal_.style(line_, "0;2");
        line_ += gap;
        terminal_.append_column(line_, date(found.entry, fields), columns.date);
        terminal_.style(line_, "0;36");
        line_ += gap;
        terminal_.append_column(line_, from(fields), columns.from);
        terminal_.plain(line_);
        line_ += gap;
        terminal_.append_column(line_, value(fields, "Subject"), columns.subject);
        terminal_.style(line_, "2");
        line_.append(size.size() < size_width ? size_width - size.size() : 0, ' ').append(gap);
        line_ += size;
        terminal_.plain(line_);
        if (foldwise::has_attachment(root)) line_ += attachment_mark;
        line_ += '\n';
        out_.write(line_);
    }

  private:
    static constexpr std::string_view gap = "  ";
    static constexpr std::string_view attachment_mark = " +";
    static constexpr std::size_t number_width = 4;
    static constexpr std::size_t date_width = 17; // "2014-12-15 10:00?" or "~2014-12-15 10:00"
    static constexpr std::size_t size_width = 7;  // "999 KiB"

    struct widths {
        std::size_t date = date_width;
        std::size_t from = 18;
        std::size_t subject = 15;
    };

    /// Divides the columns that the number and the size leave. On a wide terminal, the subject gets
    /// the rest; a narrow terminal shows no dates.
    widths fit(std::size_t number) const {
        widths columns;
        if (terminal_.width() == 0) return columns;
        auto const taken = number + size_width + 4 * gap.size() + attachment_mark.size();
        auto const rest = terminal_.width() > taken ? terminal_.width() - taken : 0;
        if (rest < columns.date + columns.from + columns.subject) {
            columns.date = rest < 2 * date_width ? 0 : date_width;
            columns.from = (rest - columns.date) / 2;
        }
        columns.subject = rest - columns.date - columns.from;
        return columns;
    }

    /// Appends the number, aligned to the right; returns the number of columns. On a terminal, a
    /// long file name loses its start.
    std::size_t append_number(std::string_view number) {
        auto const most = terminal_.width() == 0 ? number.size() : terminal_.width() / 3;
        std::string shown;
        auto used = terminal_.append(shown, number);
        bool const cut = used > most && most > 1;
        while (cut && used > most - 1) {
            number.remove_prefix(foldwise::utf8_character_at(number, 0).size);
            shown.clear();
            used = terminal_.append(shown, number);
        }
        if (cut) {
            terminal_.append_ellipsis(line_);
            ++used;
        }
        if (used < number_width) line_.append(number_width - used, ' ');
        line_ += shown;
        return used < number_width ? number_width : used;
    }

    /// The date, short on a terminal and complete elsewhere, with "?" if other programs may read
    /// another date; the unfolded value if it cannot be read. If there is no Date field, the date
    /// of delivery, after "~".
    std::string date(foldwise::mbox_entry const& entry, foldwise::field_index const& fields) {
        auto const shown = [this](foldwise::date_time const& when) {
            return terminal_.width() == 0 ? when.to_string() : short_text(when);
        };
        if (!fields.find("Date")) {
            auto const delivered = delivery_date_of(entry, fields);
            return delivered ? '~' + shown(*delivered) : std::string{};
        }
        auto const found = date_of(fields);
        if (!found.when) return value(fields, "Date");
        return shown(*found.when) + (found.is_doubtful() ? "?" : "");
    }

    /// The author; the whole value if nothing is cut, or if there is no address.
    std::string from(foldwise::field_index const& fields) {
        auto whole = value(fields, "From");
        if (terminal_.width() == 0) return whole;
        auto const field = fields.find("From");
        auto author =
            short_author(decoder_, foldwise::address_list{field ? field->raw_value() : ""});
        return author.empty() ? whole : author;
    }

    std::string value(foldwise::field_index const& fields, std::string_view name) {
        auto const field = fields.find(name);
        return field ? field_text(decoder_, *field) : std::string{};
    }

    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    foldwise::field_slot room_[64]; // for the fields of a message
    std::string line_;
};

} // namespace tool

#endif
