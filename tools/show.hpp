#ifndef FOLDWISE_TOOLS_SHOW_HPP
#define FOLDWISE_TOOLS_SHOW_HPP

#include "decoded_text.hpp"
#include "field_text.hpp"
#include "html/text.hpp"
#include "input.hpp"
#include "part_text.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "wrap.hpp"

#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/flowed_text.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Shows messages as a person reads them: the chief fields, the text and the attachments. On a
/// terminal, lines are wrapped to its width; elsewhere they keep their length.
class show {
  public:
    show(options const& options, output& out, terminal const& terminal)
        : out_{out}, terminal_{terminal}, rule_{options.ascii ? "-" : "\xE2\x94\x80"} {}

    void operator()(found const& found) {
        text_.clear();
        if (++messages_ > 1) append_rule(found.label());
        foldwise::entity const root{found.entry};
        append_fields(root.header());
        append_bodies(root);
        append_attachments(root);
        out_.write(text_);
    }

    std::uint64_t messages() const { return messages_; }

  private:
    static constexpr std::string_view gap = "  ";

    /// Prints the line between two messages.
    void append_rule(std::string_view label) {
        auto const width = terminal_.width() == 0 ? 72 : terminal_.width();
        text_ += '\n';
        terminal_.style(text_, "33");
        std::size_t used = 0;
        for (; used < 3; ++used) text_ += rule_;
        used += terminal_.append(text_, std::string{" "}.append(label).append(" "));
        for (; used < width; ++used) text_ += rule_;
        terminal_.plain(text_);
        text_ += "\n\n";
    }

    void append_fields(foldwise::header_section const& header) {
        for (std::string_view const name :
             {"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject"})
            for (auto const field : header.find_all(name)) append_field(name, field);
    }

    /// A line ending that was in an encoded-word is shown as a control character. It does not start
    /// a line.
    void append_field(std::string_view name, foldwise::field const& field) {
        std::string shown;
        terminal_.append(shown, field_text(decoder_, field));
        terminal_.style(text_, "1");
        text_.append(name).append(":");
        terminal_.plain(text_);
        text_ += ' ';
        auto const width = terminal_.width();
        std::string wrapped;
        append_wrapped(wrapped, std::string(name.size() + 2, ' ').append(shown), terminal_, width);
        text_.append(wrapped, name.size() + 2);
    }

    void append_bodies(foldwise::entity const& root) {
        bool is_shown = false;
        for (auto const part : foldwise::text_body(root)) {
            text_ += '\n';
            append_body(part);
            is_shown = true;
        }
        // A multipart in which no part can be found is shown as text.
        if (is_shown || !root.is_leaf() || !root.content_type().is("multipart")) return;
        text_ += '\n';
        append_text(root, foldwise::charset::us_ascii);
    }

    void append_body(foldwise::entity const& part) {
        auto const type = part.content_type();
        if (!type.is("text")) return append_part(part);
        append_text(part, foldwise::charset_of(type).value_or(foldwise::charset::us_ascii));
    }

    void append_text(foldwise::entity const& part, foldwise::charset from) {
        foldwise::body_text const body{part, from};
        auto text = decoder_.text(body);
        auto const type = part.content_type();
        if (type.is("text", "html"))
            text = html_text(text);
        else if (auto const spaces = foldwise::flowed_delsp(type))
            text = joined(foldwise::flowed_text{text, *spaces});
        append_wrapped(text_, text, terminal_, terminal_.width());
    }

    /// Joins the lines of each paragraph, after its quote marks.
    static std::string joined(foldwise::flowed_text const& text) {
        std::string lines;
        for (auto const paragraph : text) {
            lines.append(paragraph.quote_depth(), '>');
            if (paragraph.quote_depth() != 0) lines += ' ';
            paragraph.append_to(lines);
            lines += '\n';
        }
        return lines;
    }

    void append_attachments(foldwise::entity const& root) {
        bool is_first = true;
        for (auto const part : foldwise::attachments(root)) {
            if (std::exchange(is_first, false)) {
                text_ += '\n';
                terminal_.style(text_, "1");
                text_ += "Attachments:";
                terminal_.plain(text_);
                text_ += '\n';
            }
            append_part(part);
        }
    }

    /// In one line: "  2  image/png  "a.png"  12 KiB".
    void append_part(foldwise::entity const& part) {
        auto line = std::string{gap}.append(part.path().to_string());
        line.append(gap).append(type_text(part.content_type()));
        if (auto const name = file_name_text(decoder_, part))
            line.append(gap).append("\"").append(*name).append("\"");
        auto const size = part.is_leaf() ? part.decoded().length() : part.raw_body().size();
        line.append(gap).append(human_size(size));
        auto const all = static_cast<std::size_t>(-1);
        terminal_.append(text_, line, terminal_.width() == 0 ? all : terminal_.width());
        text_ += '\n';
    }

    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    std::string_view rule_; // one column of the rule
    std::string text_;
    std::uint64_t messages_ = 0;
};

} // namespace tool

#endif
