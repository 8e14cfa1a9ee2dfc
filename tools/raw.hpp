#ifndef FOLDWISE_TOOLS_RAW_HPP
#define FOLDWISE_TOOLS_RAW_HPP

#include "counted.hpp"
#include "date_text.hpp"
#include "input.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/from_quotes.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/trace/path.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Writes messages for other programs. One message that FILE names is written unchanged: its
/// octets, without the `From ` line of an mbox and the empty line before the next one. Several
/// messages are written as an mbox: the entries of an mbox stay as they are, and other messages get
/// a `From ` line and what --format asks for: quotes (those of mboxrd, unless it is given),
/// Content-Length, or both. Read with the same --format, the result has the same messages.
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

    /// Reports what cannot be read back. To be called after all messages.
    void finish() const {
        if (ambiguous_ == 0) return;
        complain(counted(ambiguous_, "line") + (ambiguous_ == 1 ? " starts" : " start") +
                 " with \">From \", and will be read as quoted: only --format mboxrd and mboxcl2 "
                 "can tell the difference");
    }

  private:
    /// Whether the command line names one message: FILE:K, or a file that is not a mailbox.
    bool names_one(found const& found) const {
        if (options_.files.size() != 1) return false;
        bool const is_a_file = found.entry.is_alone() && found.file == found.argument;
        return (is_a_file && !found.is_among_several) || locate(options_.files.front()).is_one();
    }

    /// Writes octets; to a terminal, control characters in visible form.
    void write(std::string_view octets) {
        if (!is_shown_) return out_.write(octets);
        for (auto const line : foldwise::lines{octets}) {
            line_.clear();
            terminal_.append(line_, line.text());
            out_.write(line_ += '\n');
        }
    }

    /// Whether the output has the size of each body.
    bool has_lengths() const {
        using enum foldwise::mbox_format;
        return options_.mbox.format == mboxcl || options_.mbox.format == mboxcl2;
    }

    /// Writes a message as an entry of an mbox.
    void write_entry(foldwise::mbox_entry const& entry) {
        out_.write(std::exchange(before_next_, {}));
        auto const from_line = entry.from_line();
        if (!from_line || entry.is_mmdf()) return add_entry(entry);
        auto octets = entry.raw().substr(foldwise::offset_of(entry.raw(), from_line->raw()));
        // A byte order mark belongs only at the start of an mbox.
        if (messages_ > 1 && octets.starts_with(foldwise::utf8_byte_order_mark))
            octets.remove_prefix(foldwise::utf8_byte_order_mark.size());
        keep_entry(octets, entry);
    }

    /// Writes an entry of an mbox, of which `octets` are from its `From ` line on. What must be
    /// between it and another one is written before that one.
    void keep_entry(std::string_view octets, foldwise::mbox_entry const& entry) {
        write(octets);
        auto const end = ending_of_first_line(octets);
        if (has_lengths() && entry.content_length()) {
            // Exactly one line ending is between the body and the next entry.
            auto const message = entry.message_bytes();
            bool const is_last =
                foldwise::offset_of(octets, message) + message.size() == octets.size();
            if (is_last) before_next_ = end;
            return;
        }
        if (!octets.ends_with('\n')) before_next_ = end;
        if (!octets.ends_with("\n\n") && !octets.ends_with("\n\r\n")) before_next_ += end;
    }

    /// Writes a message that is in no mbox, with all that an entry needs.
    void add_entry(foldwise::mbox_entry const& entry) {
        auto const message = entry.message();
        auto const end = std::string{ending_of_first_line(message.raw())};
        auto const own = entry.from_line();
        write(own && own->is_dated() ? std::string{foldwise::without_ending(own->raw())} + end
                                     : from_line_of(entry) + end);
        auto const body = message.body();
        bool const is_ended = message.raw().empty() || message.raw().ends_with('\n');
        for (auto const field : message.header())
            if (!has_lengths() || !field.is("Content-Length")) write(field.raw());
        if (has_lengths() && !message.separator().empty()) {
            auto size = body.size() + (is_ended ? 0 : end.size());
            for_each_quoted(body, [&size](std::size_t) { ++size; });
            write("Content-Length: " + std::to_string(size) + end);
        }
        write(message.separator());
        std::size_t written = 0;
        for_each_quoted(body, [&](std::size_t at) {
            write(body.substr(written, at - written));
            out_.write(">");
            written = at;
        });
        write(body.substr(written));
        out_.write(is_ended ? end : end + end);
        if (foldwise::quoting_of(options_.mbox.format) == foldwise::from_quoting::mboxo)
            for (auto const line : foldwise::lines{body})
                if (line.raw().starts_with(">From ")) ++ambiguous_;
    }

    static std::string_view ending_of_first_line(std::string_view octets) {
        auto const first = octets.substr(0, foldwise::scan::line_feed(octets, 0) + 1);
        bool const is_crlf = foldwise::ending_of(first) == foldwise::line_ending::crlf;
        return is_crlf ? "\r\n" : "\n";
    }

    /// Calls `use` with the offset of each line of a body that gets a `>` before it.
    template <class Use>
    void for_each_quoted(std::string_view body, Use use) const {
        auto const quoting = foldwise::quoting_of(options_.mbox.format);
        if (quoting == foldwise::from_quoting::none) return;
        for (auto const line : foldwise::lines{body}) {
            auto text = line.raw();
            if (quoting == foldwise::from_quoting::mboxrd)
                text.remove_prefix(std::min(text.find_first_not_of('>'), text.size()));
            if (text.starts_with("From ")) use(foldwise::offset_of(body, line.raw()));
        }
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
        constexpr std::size_t longest = 900; // a separator line has at most 998 octets
        bool const is_one_word =
            foldwise::scan::not_in(foldwise::vchar, sender, 0) == sender.size();
        if (sender.empty() || !is_one_word || sender.size() > longest) sender = "MAILER-DAEMON";
        auto when = delivery_date_of(entry, fields);
        if (!when) when = date_of(fields).when;
        // A postmark has a year of four digits.
        constexpr std::int64_t first = -30'610'224'000; // 1000-01-01
        constexpr std::int64_t last = 253'402'300'799;  // 9999-12-31
        bool const is_usual = when && first <= when->unix_seconds() && when->unix_seconds() <= last;
        auto const seconds = static_cast<std::time_t>(is_usual ? when->unix_seconds() : 0);
        char date[32] = {};
        if (auto const* const parts = std::gmtime(&seconds))
            std::strftime(date, sizeof date, "%a %b %e %H:%M:%S %Y", parts);
        return "From " + sender + ' ' + date;
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    bool is_shown_;
    bool is_one_ = false;
    std::uint64_t messages_ = 0;
    std::string before_next_;     // what must be between the last entry and another one
    std::uint64_t ambiguous_ = 0; // the lines that will be read as quoted, although they are not
    std::string line_;
};

} // namespace tool

#endif
