#ifndef FOLDWISE_TOOLS_HTML_READER_HPP
#define FOLDWISE_TOOLS_HTML_READER_HPP

#include "attributes.hpp"
#include "elements.hpp"
#include "layout.hpp"
#include "references.hpp"
#include "style.hpp"
#include "target.hpp"
#include "tokens.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/decimal.hpp>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Reads a page that arrives in pieces, and lays out its text: see html_text. Open elements are on
/// a stack, as in web browsers, with two differences: elements nested deeper than 256 are closed
/// only together with the elements around them, and misplaced tags are ignored instead of repaired.
class html_reader {
  public:
    /// Calls `put` with the text of the page, block by block. A block is never empty, and consists
    /// of whole characters if the blocks of the page do.
    explicit html_reader(std::function<void(std::string_view)> put) : out_{std::move(put)} {}

    /// Reads a piece, which may end inside a tag, but not inside a character.
    void take(std::string_view piece) {
        in_.add(piece);
        read_tokens();
    }

    /// To be called after the last piece.
    void finish() {
        in_.finish();
        read_tokens();
        end_link();
        out_.finish();
    }

  private:
    using enum html_kind;
    static constexpr std::size_t deepest = 256;

    void read_tokens() {
        for (auto token = in_.next(); token.kind != html_token_kind::end; token = in_.next()) {
            switch (token.kind) {
            case html_token_kind::text: append_decoded_text(token.text); break;
            case html_token_kind::raw_text: append_text(token.text); break;
            case html_token_kind::start_tag: start(token); break;
            default: end(token.text); break;
            }
        }
    }

    struct open_element {
        std::string name; // see html_tag_reader
        html_kind kind = phrase;
        bool is_gone = false;
        bool has_text = true; // false if the font size is 0
        bool is_preformatted = false;
        std::size_t indentation = 0; // before the element
        unsigned next_number = 1;    // of an ordered list
    };

    struct open_link {
        std::string target;
        bool has_image = false;
    };

    open_element const& top() const {
        static open_element const page;
        return stack_.empty() ? page : stack_.back();
    }

    // ---- Text.

    void append_text(std::string_view text) {
        bool const starts_pre = starts_preformatted_;
        starts_preformatted_ = false;
        if (top().is_gone || !top().has_text) return;
        if (starts_pre && text.starts_with('\r')) text.remove_prefix(1);
        if (starts_pre && text.starts_with('\n')) text.remove_prefix(1);
        out_.append(text, top().is_preformatted ? white_space::kept : white_space::collapsed);
    }

    void append_decoded_text(std::string_view text) {
        std::string decoded;
        append_decoded(decoded, text, reference_place::text);
        append_text(decoded);
    }

    // ---- Start tags.

    void start(html_token const& tag) {
        starts_preformatted_ = false;
        auto const kind = kind_of(tag.text);
        close_implied(kind);
        auto const seen = visibility_of(tag.attributes);
        bool const is_gone = top().is_gone || seen.is_gone || kind == hidden;
        switch (kind) {
        case empty: return;
        case line_break:
            if (!is_gone) out_.line_break();
            return;
        case rule:
            if (!is_gone) out_.append_rule();
            return;
        case image:
            if (!is_gone) append_image(tag.attributes);
            return;
        default: break;
        }
        open_element element{std::string{tag.text}, kind,  is_gone,
                             top().has_text,        false, out_.indentation()};
        element.is_preformatted = top().is_preformatted || kind == preformatted;
        if (seen.spaces != html_visibility::unset)
            element.is_preformatted = seen.spaces == html_visibility::kept;
        if (seen.text != html_visibility::as_before)
            element.has_text = seen.text == html_visibility::some;
        if (!is_gone) lay_out_start(element, tag.attributes);
        // "<name/>" ends the element in XML, which SVG and Office use; HTML has no such tags.
        bool const is_closed = kind == phrase && tag.attributes.ends_with('/');
        if (stack_.size() < deepest && !is_closed)
            stack_.push_back(std::move(element));
        else
            out_.outdent_to(element.indentation);
    }

    void lay_out_start(open_element& element, std::string_view attributes) {
        switch (element.kind) {
        case paragraph:
        case table: out_.start_paragraph(); break;
        case list:
        case ordered_list: start_list(element, attributes); break;
        case list_item: start_item(attributes); break;
        case definition:
            out_.start_line();
            out_.indent("  ", "  ");
            break;
        case quote:
            out_.start_paragraph();
            out_.indent("> ", "> ");
            break;
        case preformatted:
            out_.start_paragraph();
            starts_preformatted_ = true;
            break;
        case cell: out_.start_cell(); break;
        case link:
            end_link();
            if (auto const target = find_attribute(attributes, "href")) {
                link_ = open_link{target_of(*target)};
                out_.start_recording(link_->target.size() + 1); // a longer text is not the target
            }
            break;
        case quotation: append_text("\""); break;
        case phrase: break;
        default: out_.start_line(); break;
        }
    }

    void start_list(open_element& element, std::string_view attributes) {
        bool const is_nested = find_open({list_item}, {cell}) != stack_.size();
        if (is_nested)
            out_.start_line();
        else
            out_.start_paragraph();
        element.next_number = number_in(attributes, "start").value_or(1);
    }

    void start_item(std::string_view attributes) {
        out_.start_line();
        auto const at = find_open({list, ordered_list}, {cell});
        std::string marker = "* ";
        if (at != stack_.size() && stack_[at].kind == ordered_list) {
            auto const number = number_in(attributes, "value").value_or(stack_[at].next_number);
            stack_[at].next_number = number + 1;
            marker = std::to_string(number) + ". ";
        }
        out_.indent(marker, std::string(marker.size(), ' '));
    }

    /// The value of a numeric attribute below a million.
    static std::optional<unsigned> number_in(std::string_view attributes, std::string_view name) {
        auto const value = find_attribute(attributes, name);
        if (!value || value->size() > 6) return std::nullopt;
        auto const number = foldwise::read_decimal(*value);
        return number ? std::optional{static_cast<unsigned>(*number)} : std::nullopt;
    }

    /// Shows an image as its alternative text. An image without such text is decoration, or tracks
    /// readers.
    void append_image(std::string_view attributes) {
        if (link_) link_->has_image = true;
        auto const raw = find_attribute(attributes, "alt");
        if (!raw) return;
        std::string decoded;
        append_decoded(decoded, *raw, reference_place::attribute);
        std::string text;
        html_layout line{[&text](std::string_view piece) { text += piece; }};
        line.append(decoded, white_space::collapsed);
        line.finish();
        if (text.empty()) return;
        text.back() = ']'; // in place of the line ending
        out_.append("[", white_space::collapsed);
        out_.append(text, white_space::collapsed);
    }

    // ---- End tags.

    void end(std::string_view name) {
        starts_preformatted_ = false;
        auto const kind = kind_of(name);
        if (kind == line_break && !top().is_gone) out_.line_break(); // as web browsers read </br>
        if (kind == link && !top().is_gone) end_link(); // even if it was opened in another block
        auto const at = find_to_end(name, kind);
        if (at != stack_.size())
            close_to(at);
        else if (stack_.size() == deepest && is_block(kind) && !top().is_gone)
            out_.start_line();
    }

    /// The place on the stack of the element that an end tag closes; the size of the stack if there
    /// is none. The search goes outwards, and where it stops depends on the end tag:
    ///     of a phrase, such as </b>           at a block or a cell
    ///     of a block, such as </div>          at a cell
    ///     </tr>, </td>, </body> and the like  at a table
    ///     </table>                            nowhere
    std::size_t find_to_end(std::string_view name, html_kind kind) const {
        bool const is_phrase = !is_block(kind) && kind != cell;
        bool const is_of_table = kind == table || kind == row || kind == cell ||
                                 foldwise::ascii_iequals(name, "tbody") ||
                                 foldwise::ascii_iequals(name, "body") ||
                                 foldwise::ascii_iequals(name, "html");
        for (auto at = stack_.size(); at-- > 0;) {
            auto const& each = stack_[at];
            if (each.kind == kind && foldwise::ascii_iequals(each.name, name)) return at;
            if (is_phrase && (is_block(each.kind) || each.kind == cell)) break;
            if (!is_of_table && each.kind == cell) break;
            if (is_of_table && kind != table && each.kind == table) break;
        }
        return stack_.size();
    }

    /// The place on the stack of the innermost element of a `wanted` kind; the size of the stack if
    /// there is none, or if an element of a kind in `barriers` is inside it.
    std::size_t find_open(std::initializer_list<html_kind> wanted,
                          std::initializer_list<html_kind> barriers) const {
        auto const is_one = [](html_kind kind, std::initializer_list<html_kind> of) {
            for (auto const each : of)
                if (each == kind) return true;
            return false;
        };
        for (auto at = stack_.size(); at-- > 0;) {
            if (is_one(stack_[at].kind, wanted)) return at;
            if (is_one(stack_[at].kind, barriers)) break;
        }
        return stack_.size();
    }

    /// Ends the elements whose end tag may be omitted before this start tag (WHATWG HTML section
    /// 13.1.2.4).
    void close_implied(html_kind kind) {
        auto at = stack_.size();
        switch (kind) {
        case list_item: at = find_open({list_item}, {list, ordered_list, cell}); break;
        case term:
        case definition: at = find_open({term, definition}, {cell}); break;
        case option: at = find_open({option}, {block, cell}); break;
        case cell: at = find_open({cell}, {table}); break;
        case row: at = find_open({row}, {table}); break;
        default: break;
        }
        if (at != stack_.size()) close_to(at);
        if (!is_block(kind)) return;
        for (at = stack_.size(); at-- > 0;) {
            if (!foldwise::ascii_iequals(stack_[at].name, "p")) continue;
            close_to(at);
            return;
        }
    }

    void close_to(std::size_t size) {
        while (stack_.size() > size) {
            auto const closed = std::move(stack_.back());
            if (!closed.is_gone) lay_out_end(closed.kind);
            out_.outdent_to(closed.indentation);
            stack_.pop_back();
        }
    }

    void lay_out_end(html_kind kind) {
        switch (kind) {
        case paragraph:
        case quote:
        case preformatted:
        case table: out_.start_paragraph(); break;
        case list:
        case ordered_list:
            if (find_open({list_item}, {cell}) == stack_.size())
                out_.start_paragraph();
            else
                out_.start_line();
            break;
        case link: end_link(); break;
        case quotation: append_text("\""); break;
        case phrase:
        case cell: break;
        default: out_.start_line(); break;
        }
    }

    void end_link() {
        if (!link_) return;
        auto const text = out_.stop_recording();
        auto const shown = shown_target(text, link_->target);
        bool const has_image = link_->has_image;
        link_.reset();
        if (shown.empty()) return;
        if (!text.empty())
            out_.append_to_line(shown);
        else if (has_image)
            out_.append(shown, white_space::collapsed);
    }

    html_tokens in_;
    html_layout out_;
    std::vector<open_element> stack_;
    std::optional<open_link> link_;
    bool starts_preformatted_ = false; // a line ending directly after <pre> is ignored
};

} // namespace tool

#endif
