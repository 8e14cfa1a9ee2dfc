#ifndef FOLDWISE_TOOLS_SHOWN_BODY_HPP
#define FOLDWISE_TOOLS_SHOWN_BODY_HPP

#include "calendar_text.hpp"
#include "decoded_text.hpp"
#include "html/reader.hpp"
#include "part_text.hpp"
#include "progress.hpp"
#include "terminal.hpp"

#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/flowed_text.hpp>
#include <foldwise/mime/uuencoded_file_remover.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace tool {

/// Reads the body of a message as people read it: the parts of its text, decoded, with HTML and
/// flowed text turned into lines.
class shown_body {
  public:
    explicit shown_body(text_decoder& decoder) : decoder_{decoder} {}

    /// Calls `use` with the text of each part, in order. The text of another part, such as a
    /// picture between two texts, is one line about it.
    void for_each(foldwise::entity const& root,
                  std::function<void(std::string const&)> const& use) {
        for_each_part(root, [&use](auto const& write) {
            std::string text;
            write([&text](std::string_view block) { text += block; });
            use(text);
        });
    }

    /// The same for texts of any length: calls `use` with a function that passes the text of a part
    /// on, block by block. A block is never empty, and consists of whole characters.
    template <class Use>
    void for_each_part(foldwise::entity const& root, Use use) {
        for (auto const part : foldwise::text_body(root)) {
            use([&](std::function<void(std::string_view)> const& put) {
                if (is_html(part)) {
                    html_reader reader{put};
                    decoder_.for_each_block(
                        foldwise::body_text{part},
                        [&reader](std::string_view block) { reader.take(block); });
                    reader.finish();
                } else if (is_plain(part)) {
                    put_text(part, put);
                } else if (auto const text = text_of(part); !text.empty()) {
                    put(std::string_view{text});
                }
            });
        }
    }

    /// The events of a calendar object, which may be an attachment or an alternative of the text.
    std::string events_of(foldwise::entity const& part) {
        return calendar_text{decoder_.text(foldwise::body_text{part})}.lines();
    }

    /// A line about a part: "  2  image/png  "a.png"  12 KiB".
    std::string line_of(foldwise::entity const& part) {
        constexpr std::string_view gap = "  ";
        auto line = std::string{gap}.append(part.path().to_string());
        line.append(gap).append(type_text(part.content_type()));
        if (auto const name = file_name_text(decoder_, part))
            line.append(gap).append("\"").append(*name).append("\"");
        auto const size = part.is_leaf() ? part.decoded().length() : part.raw_body().size();
        return line.append(gap).append(human_size(size));
    }

    /// A line about a uuencoded file in a part.
    std::string line_of(foldwise::entity const& part, foldwise::uuencoded_file const& file) {
        constexpr std::string_view gap = "  ";
        auto line = std::string{gap}.append(part.path().to_string()).append(gap).append("\"");
        line.append(decoder_.undeclared(file.name())).append("\"").append(gap);
        return line.append(human_size(file.content().length()));
    }

  private:
    static bool is_html(foldwise::entity const& part) {
        return part.content_type().is("text", "html");
    }

    /// Whether a part is text that is shown while it is decoded. A calendar, or flowed text, is read
    /// first, and held for that; one of more than 1 MiB is shown as it is. A multipart in which no
    /// part can be found is shown as text.
    static bool is_plain(foldwise::entity const& part) {
        constexpr std::size_t longest_read = 1 << 20;
        auto const type = part.content_type();
        if (!type.is("text")) return type.is("multipart");
        bool const is_read = type.is("text", "calendar") || foldwise::flowed_delsp(type);
        return !is_read || part.raw_body().size() > longest_read;
    }

    /// The text of a part that is not HTML and not plain, or a line about it.
    std::string text_of(foldwise::entity const& part) {
        auto const type = part.content_type();
        if (!type.is("text")) return line_of(part);
        std::string text;
        put_text(part, [&text](std::string_view block) { text += block; });
        if (type.is("text", "calendar")) {
            auto const events = calendar_text{text}.lines();
            return events.empty() ? text : events;
        }
        if (auto const spaces = foldwise::flowed_delsp(type))
            return joined(foldwise::flowed_text{text, *spaces});
        return text;
    }

    /// Passes on the text of a part without the uuencoded files in it, which are listed instead.
    void put_text(foldwise::entity const& part, std::function<void(std::string_view)> const& put) {
        foldwise::body_text const text{part};
        if (!foldwise::uuencoded_files::may_have_files(part))
            return decoder_.for_each_block(text, put);
        foldwise::uuencoded_file_remover remover{[&put](std::string_view piece) { put(piece); }};
        decoder_.for_each_block(text, [&remover](std::string_view block) { remover.take(block); });
        remover.finish();
    }

    /// Joins the lines of each paragraph (RFC 3676), and puts its quote marks before it.
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

    text_decoder& decoder_;
};

} // namespace tool

#endif
