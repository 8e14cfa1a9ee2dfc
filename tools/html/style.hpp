#ifndef FOLDWISE_TOOLS_HTML_STYLE_HPP
#define FOLDWISE_TOOLS_HTML_STYLE_HPP

#include "attributes.hpp"
#include "references.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>

#include <string>
#include <string_view>

namespace tool {

/// Whether an element is visible, and keeps its white space, by its own style and attributes.
struct html_visibility {
    bool is_gone = false;                            ///< hidden, with everything in it
    enum { as_before, none, some } text = as_before; ///< visible text, by font-size
    enum { unset, collapsed, kept } spaces = unset;  ///< white space, by white-space
};

namespace style {

/// Reads "font-size: 0px" and the like. Relative sizes do not change a size of 0.
inline void read_font_size(std::string_view value, html_visibility& found) {
    auto const number =
        foldwise::scan::not_in(foldwise::digit + foldwise::char_class{".+-"}, value, 0);
    if (number == 0) {
        bool const is_relative = value == "inherit" || value == "unset" || value == "revert" ||
                                 value == "larger" || value == "smaller";
        if (!is_relative) found.text = html_visibility::some;
    } else if (value.substr(0, number).find_first_of("123456789") == value.npos) {
        found.text = html_visibility::none;
    } else if (auto const unit = value.substr(number);
               unit != "%" && unit != "em" && unit != "ex") {
        found.text = html_visibility::some;
    }
}

/// Reads "white-space: pre-wrap" and the like.
inline void read_white_space(std::string_view value, html_visibility& found) {
    if (value == "pre" || value == "pre-wrap" || value == "break-spaces")
        found.spaces = html_visibility::kept;
    else if (value == "normal" || value == "nowrap")
        found.spaces = html_visibility::collapsed;
}

/// Whether a value is a number that is 0, perhaps with a unit.
inline bool is_zero(std::string_view value) {
    auto const number =
        foldwise::scan::not_in(foldwise::digit + foldwise::char_class{"."}, value, 0);
    return number != 0 && value.substr(0, number).find_first_of("123456789") == value.npos;
}

/// Reads a declaration, which is in lower case and without white space.
inline void read_declaration(std::string_view text, html_visibility& found) {
    auto const colon = text.find(':');
    if (colon == text.npos) return;
    auto const name = text.substr(0, colon);
    auto value = text.substr(colon + 1);
    if (value.ends_with("!important")) value.remove_suffix(10);
    if (name == "display" && value == "none") found.is_gone = true;
    if (name == "visibility" && (value == "hidden" || value == "collapse")) found.is_gone = true;
    if ((name == "opacity" || name == "max-height") && is_zero(value)) found.is_gone = true;
    if (name == "font-size") read_font_size(value, found);
    if (name == "white-space") read_white_space(value, found);
}

} // namespace style

/// Recognises `white-space` in a `style` attribute, and text that a web browser hides: by the
/// `hidden` attribute, or by display:none, visibility:hidden, opacity:0, max-height:0 or
/// font-size:0 in a `style` attribute. (Style sheets, colours and positions are ignored.)
/// O(attributes).
inline html_visibility visibility_of(std::string_view attributes) {
    html_visibility found;
    if (find_attribute(attributes, "hidden")) found.is_gone = true;
    auto const raw = find_attribute(attributes, "style");
    if (!raw) return found;
    std::string decoded;
    append_decoded(decoded, *raw, reference_place::attribute);
    std::string declaration;
    std::size_t at = 0;
    while (at <= decoded.size()) {
        bool const ends = at == decoded.size() || decoded[at] == ';';
        if (ends) {
            style::read_declaration(declaration, found);
            declaration.clear();
        } else if (decoded.compare(at, 2, "/*") == 0) {
            auto const end = decoded.find("*/", at + 2);
            at = end == decoded.npos ? decoded.size() : end + 2;
            continue;
        } else if (!html_blanks.contains(decoded[at])) {
            declaration += foldwise::ascii_lower(decoded[at]);
        }
        ++at;
    }
    return found;
}

} // namespace tool

#endif
