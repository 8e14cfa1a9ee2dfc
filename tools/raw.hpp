#ifndef FOLDWISE_TOOLS_RAW_HPP
#define FOLDWISE_TOOLS_RAW_HPP

#include "date_text.hpp"
#include "input.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/trace/path.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

namespace tool {

/// Writes messages for other programs. One message that FILE names is written unchanged: its
/// octets, without the `From ` line of an mbox and the empty line before the next one. Several
/// messages are written as an mbox: the entries of an mbox stay as they are, and other messages get
/// a `From ` line and the quotes of mboxrd, or with another --format those of mboxo.
class raw {
  public:
    raw(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal}, is_shown_{is_terminal(stdout)} {}

    /// Writes a message.
    void operator()(found const& found) {
        if (messages_++ == 0) is_one_ = names_one(found);
        if (is_one_)
            write(found.entry.message_bytes());
        else
            write_entry(found.entry);
    }

    std::uint64_t messages() const { return messages_; }

  private:
    /// Whether the command line names one message: FILE:K, or a file that is not a mailbox.
    bool names_one(found const& found) const {
        if (options_.files.size() != 1) return false;
        bool const is_a_file = found.entry.is_alone() && found.file == found.argument;
        return (is_a_file && !found.is_among_several) || locate(options_.files.front()).is_one();
    }

    /// Writes octets; to a terminal, control characters in visible form.
    void write(std::string_view octets) {
        if (!octets.empty())
            end_ = octets.substr(octets.size() - std::min<std::size_t>(octets.size(), 3));
        if (!is_shown_) return out_.write(octets);
        for (auto const line : foldwise::lines{octets}) {
            line_.clear();
            terminal_.append(line_, line.text());
            out_.write(line_ += '\n');
        }
    }

    /// Writes a message as an entry of an mbox.
    void write_entry(foldwise::mbox_entry const& entry) {
        auto const from_line = entry.from_line();
        auto const octets =
            from_line ? entry.raw().substr(foldwise::offset_of(entry.raw(), from_line->raw()))
                      : entry.message_bytes();
        auto const first = octets.substr(0, foldwise::scan::line_feed(octets, 0) + 1);
        auto const end_of_line =
            foldwise::ending_of(first) == foldwise::line_ending::crlf ? "\r\n" : "\n";
        if (messages_ > 1) write_empty_line(end_of_line);
        if (from_line) return write(octets);
        write(from_line_of(entry).append(end_of_line));
        write_quoted(entry.message());
    }

    /// Ends the previous entry with an empty line, unless it has one.
    void write_empty_line(std::string_view end_of_line) {
        if (!end_.ends_with('\n')) out_.write(end_of_line);
        if (!end_.ends_with("\n\n") && !end_.ends_with("\n\r\n")) out_.write(end_of_line);
    }

    /// A `From ` line for a message that has none: the sender that Return-Path names, and the date
    /// when the message was delivered, or else the one when it was written.
    static std::string from_line_of(foldwise::mbox_entry const& entry) {
        foldwise::field_slot room[64];
        foldwise::field_index const fields{entry.message().header(), room};
        std::string sender;
        if (auto const field = fields.find("Return-Path"))
            if (auto const path = foldwise::path::read(*field))
                if (auto const address = path->addr_spec()) sender = address->to_string();
        bool const is_one_word =
            foldwise::scan::not_in(foldwise::vchar, sender, 0) == sender.size();
        if (sender.empty() || !is_one_word) sender = "MAILER-DAEMON";
        auto when = delivery_date_of(entry, fields);
        if (!when) when = date_of(fields).when;
        auto const seconds = static_cast<std::time_t>(when ? when->unix_seconds() : 0);
        char date[32] = {};
        if (auto const* const parts = std::gmtime(&seconds))
            std::strftime(date, sizeof date, "%a %b %e %H:%M:%S %Y", parts);
        return "From " + sender + ' ' + date;
    }

    /// Writes a message with a `>` before each line of its body that could start another message.
    void write_quoted(foldwise::message const& message) {
        auto const body = message.body();
        auto rest = message.raw();
        for (auto const line : foldwise::lines{body}) {
            auto text = line.raw();
            if (options_.mbox.format == foldwise::mbox_format::mboxrd)
                text.remove_prefix(std::min(text.find_first_not_of('>'), text.size()));
            if (!text.starts_with("From ")) continue;
            auto const before = foldwise::offset_of(rest, line.raw());
            write(rest.substr(0, before));
            out_.write(">");
            rest.remove_prefix(before);
        }
        write(rest);
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    bool is_shown_;
    bool is_one_ = false;
    std::uint64_t messages_ = 0;
    std::string end_; // the last octets that were written
    std::string line_;
};

} // namespace tool

#endif
