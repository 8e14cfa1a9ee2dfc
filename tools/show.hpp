#ifndef FOLDWISE_TOOLS_SHOW_HPP
#define FOLDWISE_TOOLS_SHOW_HPP

#include "counted.hpp"
#include "decoded_text.hpp"
#include "field_text.hpp"
#include "input.hpp"
#include "named_if_several.hpp"
#include "progress.hpp"
#include "protection_text.hpp"
#include "report_summary.hpp"
#include "shown_body.hpp"
#include "terminal.hpp"
#include "wrap.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Shows messages as a person reads them: the chief fields, the text, what a report says, and the
/// attachments. On a terminal, lines are wrapped to its width; elsewhere they keep their length.
class show {
  public:
    show(options const& options, output& out, terminal const& terminal)
        : terminal_{terminal}, decoder_{options.fallback}, messages_{out},
          rule_{options.ascii ? "-" : "\xE2\x94\x80"} {}

    /// Shows a message.
    void operator()(found const& found) {
        text_.clear();
        append_rule(found.name(), !messages_.is_at_start());
        auto heading = std::exchange(text_, {});
        foldwise::entity const root{found.entry};
        append_fields(root.header());
        append_lines(protection_of_all(root));
        append_body(root);
        append_events(root);
        bool const is_report = append_report(root);
        append_attachments(root);
        if (!is_report) append_forwarded(root); // a report holds the reported message
        messages_.add(found.is_among_several || found.is_followed, std::move(heading),
                      std::move(text_));
    }

    void finish() { messages_.finish(); }

    std::uint64_t messages() const { return messages_.count(); }

  private:
    static constexpr std::uint64_t most_parts =
        1000; // the most that are shown, of texts and of attachments
    static constexpr std::uint64_t most_forwarded = 20;

    /// Appends a line that names what follows, after an empty line if `is_after_text`.
    void append_rule(std::string_view name, bool is_after_text) {
        auto const width = terminal_.width() == 0 ? 72 : terminal_.width();
        if (is_after_text) text_ += '\n';
        terminal_.style(text_, "33");
        std::size_t used = 0;
        for (; used < 3; ++used) text_ += rule_;
        text_ += ' ';
        used += terminal_.append_name(text_, name) + 2;
        text_ += ' ';
        for (; used < width; ++used) text_ += rule_;
        terminal_.plain(text_);
        text_ += "\n\n";
    }

    void append_fields(foldwise::header_section const& header) {
        for (std::string_view const name :
             {"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject"})
            for (auto const field : header.find_all(name)) append_field(name, field);
    }

    /// Appends a field, wrapped. A line ending that was in an encoded-word is shown as a control
    /// character and does not start a line.
    void append_field(std::string_view name, foldwise::field const& field) {
        std::string shown;
        terminal_.append(shown, field_text(decoder_, field, " (no address)"));
        terminal_.style(text_, "1");
        text_.append(name).append(":");
        terminal_.plain(text_);
        text_ += ' ';
        auto const width = terminal_.width();
        std::string wrapped;
        append_wrapped(wrapped, std::string(name.size() + 2, ' ').append(shown), terminal_, width);
        text_.append(wrapped, name.size() + 2);
    }

    /// Appends the texts of a message. Blank ones are only counted, unless there is but one text.
    void append_body(foldwise::entity const& root) {
        std::uint64_t shown = 0;
        std::uint64_t blank = 0;
        std::uint64_t more = 0;
        std::string first_blank;
        body_.for_each(root, [&](std::string const& text) {
            if (text.find_first_not_of(" \t\r\n") == text.npos) {
                if (++blank == 1) first_blank = text;
            } else if (shown == most_parts) {
                ++more;
            } else {
                ++shown;
                append_text(text);
            }
        });
        if (shown == 0 && blank == 1) return append_text(first_blank);
        if (blank != 0) append_left_out(blank, "empty part");
        if (more != 0) append_left_out(more, "more part");
    }

    void append_text(std::string_view text) {
        text_ += '\n';
        append_wrapped(text_, text, terminal_, terminal_.width());
    }

    /// Says how many parts of the message are not shown.
    void append_left_out(std::uint64_t count, std::string_view what) {
        append_lines(left_out_text(count, what));
    }

    /// Appends lines after an empty line; returns whether there are any.
    bool append_lines(std::string_view lines) {
        if (lines.empty()) return false;
        append_text(lines);
        return true;
    }

    bool append_report(foldwise::entity const& root) {
        return append_lines(report_summary{decoder_}.read(root));
    }

    /// Appends the events of calendar objects that are not the text of the message.
    void append_events(foldwise::entity const& root) {
        for (auto const& at : foldwise::part_roles{root})
            if (at.role != foldwise::part_role::text &&
                at.part.content_type().is("text", "calendar"))
                append_lines(body_.events_of(at.part));
    }

    /// Appends the chief fields and the text of each attached message. At most 20 are shown,
    /// because to find the end of one is O(message).
    void append_forwarded(foldwise::entity const& root) {
        std::uint64_t count = 0;
        bool is_inside = false; // the part before this one is an attached message
        for (auto const part : root.walk()) {
            bool const is_message = part.kind() == foldwise::entity_kind::message;
            if (std::exchange(is_inside, false)) {
                append_fields(part.header());
                if (!is_message) append_body(part);
            }
            if (!is_message || ++count > most_forwarded) continue;
            append_rule("part " + part.path().to_string() + ": a message", true);
            is_inside = true;
        }
        if (count > most_forwarded)
            append_left_out(count - most_forwarded, "more attached message");
    }

    void append_attachments(foldwise::entity const& root) {
        std::uint64_t count = 0;
        auto const append = [&](auto const& line) {
            if (++count > most_parts) return;
            if (count == 1) {
                text_ += '\n';
                terminal_.style(text_, "1");
                text_ += "Attachments:";
                terminal_.plain(text_);
                text_ += '\n';
            }
            auto const all = static_cast<std::size_t>(-1);
            terminal_.append(text_, line(), terminal_.width() == 0 ? all : terminal_.width());
            text_ += '\n';
        };
        for (auto const& at : foldwise::part_roles{root}) {
            if (at.role == foldwise::part_role::text)
                for_each_file(at.part, [&](foldwise::uuencoded_file const& file) {
                    append([&] { return body_.line_of(at.part, file); });
                });
            if (at.role == foldwise::part_role::attachment)
                append([&] { return body_.line_of(at.part); });
        }
        if (count > most_parts) append_left_out(count - most_parts, "more attachment");
    }

    terminal const& terminal_;
    text_decoder decoder_;
    shown_body body_{decoder_};
    named_if_several messages_;
    std::string_view rule_; // one column of the rule
    std::string text_;
};

} // namespace tool

#endif
