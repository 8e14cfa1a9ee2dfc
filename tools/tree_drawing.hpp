#ifndef FOLDWISE_TOOLS_TREE_DRAWING_HPP
#define FOLDWISE_TOOLS_TREE_DRAWING_HPP

#include "decoded_text.hpp"
#include "found.hpp"
#include "options.hpp"
#include "part_text.hpp"
#include "progress.hpp"
#include "structure_table.hpp"
#include "terminal.hpp"

#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Draws the parts of one message, one line per part: number, type, declared properties and size.
/// Problems of the structure are listed below.
class tree_drawing {
  public:
    tree_drawing(options const& options, terminal const& terminal)
        : terminal_{terminal}, decoder_{options.fallback},
          branches_{options.ascii ? ascii : lines} {}

    /// The drawing: lines, each with LF.
    std::string draw(found const& found) {
        foldwise::entity const root{found.entry};
        text_.clear();
        auto const last = last_ones(root);
        auto is_last = last.begin();
        std::vector<bool> goes_on; // by depth: whether another part follows
        bool is_message = false;   // whether the part before is an attached message
        for (auto const part : root.walk()) {
            goes_on.resize(part.depth());
            goes_on.push_back(!*is_last++);
            add_branches(goes_on);
            add_part(part);
            if (is_message) add_subject(part);
            if (part.is_leaf()) add_size(part.decoded().length());
            is_message = part.kind() == foldwise::entity_kind::message;
            end_line();
        }
        foldwise::diagnose_parts(root, [this](foldwise::diagnostic const& problem) {
            if (problem.code == foldwise::diagnostic_code::field_duplicate) return;
            add("31", std::string{problem.name()}.append(": ").append(problem.text()));
            end_line();
        });
        return std::move(text_);
    }

  private:
    struct branches {
        std::string_view part;
        std::string_view last_part;
        std::string_view more;
        std::string_view no_more;
    };
    static constexpr std::size_t branch_width = 3;
    static constexpr branches ascii = {"|- ", "`- ", "|  ", "   "};
    static constexpr branches lines = {"\xE2\x94\x9C\xE2\x94\x80 ", "\xE2\x94\x94\xE2\x94\x80 ",
                                       "\xE2\x94\x82  ", "   "};
    static constexpr std::string_view gap = "  ";

    /// For each part, whether it is the last one in its container.
    static std::vector<bool> last_ones(foldwise::entity const& root) {
        std::vector<std::size_t> depths;
        for (auto const part : root.walk()) depths.push_back(part.depth());
        std::vector<bool> is_last(depths.size());
        std::vector<bool> has_later; // by depth
        for (auto i = depths.size(); i-- > 0;) {
            has_later.resize(depths[i] + 1);
            is_last[i] = !has_later[depths[i]];
            has_later[depths[i]] = true;
        }
        return is_last;
    }

    /// Adds text to the line, cut at its end.
    void add(std::string_view style, std::string_view text) {
        auto const all = static_cast<std::size_t>(-1);
        auto const width = terminal_.width() == 0 ? all : terminal_.width();
        if (used_ >= width || text.empty()) return;
        terminal_.style(text_, style);
        used_ += terminal_.append(text_, text, width - used_);
        terminal_.plain(text_);
    }
    void end_line() {
        text_ += '\n';
        used_ = 0;
    }

    /// Adds the branches that lead from the message to the part. If the part is nested deeply, only
    /// the innermost levels fit.
    void add_branches(std::vector<bool> const& goes_on) {
        std::size_t depth = 1;
        if (auto const most = terminal_.width() / 2 / branch_width;
            terminal_.width() != 0 && goes_on.size() > most + 1) {
            depth = goes_on.size() - most;
            terminal_.append_ellipsis(text_);
            text_ += gap;
            used_ += branch_width;
        }
        std::string drawn;
        for (; depth < goes_on.size(); ++depth) {
            bool const is_part = depth + 1 == goes_on.size();
            if (goes_on[depth])
                drawn += is_part ? branches_.part : branches_.more;
            else
                drawn += is_part ? branches_.last_part : branches_.no_more;
            used_ += branch_width;
        }
        terminal_.style(text_, "2");
        text_ += drawn;
        terminal_.plain(text_);
    }

    void add_part(foldwise::entity const& part) {
        add("33", part.path().to_string());
        auto const type = part.content_type();
        add("1", std::string{gap}.append(armor_word(part)).append(type_text(type)));
        if (auto const charset = charset_text(type)) add_word(*charset);
        if (auto const encoding = encoding_text(part)) add_word(*encoding);
        if (auto const disposition = disposition_text(part)) add_word(*disposition);
        if (auto const name = file_name_text(decoder_, part)) add_quoted(*name);
    }
    void add_subject(foldwise::entity const& message) {
        if (auto const subject = message.header().find("Subject"))
            add_quoted(decoder_.text(foldwise::decoded_text{subject->raw_value()}));
    }
    void add_size(std::size_t octets) { add("2", std::string{gap}.append(human_size(octets))); }
    void add_word(std::string_view word) { add("", std::string{gap}.append(word)); }
    void add_quoted(std::string_view text) {
        add("36", std::string{gap}.append("\"").append(text).append("\""));
    }

    terminal const& terminal_;
    text_decoder decoder_;
    branches branches_;
    std::string text_;
    std::size_t used_ = 0; // columns of the current line
};

} // namespace tool

#endif
