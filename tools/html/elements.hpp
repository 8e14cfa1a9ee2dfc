#ifndef FOLDWISE_TOOLS_HTML_ELEMENTS_HPP
#define FOLDWISE_TOOLS_HTML_ELEMENTS_HPP

#include <foldwise/base/ascii.hpp>

#include <string_view>

namespace tool {

/// How an element affects the layout of text.
enum class html_kind : unsigned char {
    phrase,       ///< part of a line, without effect; also unknown elements
    block,        ///< on its own lines
    paragraph,    ///< on its own lines, with empty lines around it
    list,         ///< a paragraph, its items with "* "
    ordered_list, ///< with numbers
    list_item,
    term,       ///< of a list of definitions
    definition, ///< indented
    option,     ///< of a form
    quote,      ///< a paragraph, its lines with "> "
    preformatted,
    table,
    row,
    cell,
    line_break,
    rule,
    image,
    link,
    quotation, ///< in quotation marks
    empty,     ///< without end tag and text
    hidden,    ///< not shown, with everything in it
};

/// An element, by the name of its tags.
struct html_element {
    std::string_view name;
    html_kind kind;
};

/// The kind of the element with this name, as the section "Rendering" of WHATWG HTML describes it.
constexpr html_kind kind_of(std::string_view name) {
    using enum html_kind;
    constexpr html_element elements[] = {
        {"a", link},
        {"br", line_break},
        {"img", image},
        {"image", image},
        {"hr", rule},
        {"q", quotation},
        // Without end tags.
        {"area", empty},
        {"base", empty},
        {"basefont", empty},
        {"bgsound", empty},
        {"col", empty},
        {"embed", empty},
        {"frame", empty},
        {"input", empty},
        {"keygen", empty},
        {"link", empty},
        {"meta", empty},
        {"param", empty},
        {"source", empty},
        {"track", empty},
        {"wbr", empty},
        // Never shown where scripts are off.
        {"script", hidden},
        {"style", hidden},
        {"title", hidden},
        {"template", hidden},
        {"iframe", hidden},
        {"noembed", hidden},
        {"noframes", hidden},
        {"datalist", hidden},
        // Tables.
        {"table", table},
        {"tr", row},
        {"td", cell},
        {"th", cell},
        {"caption", block},
        {"tbody", block},
        {"thead", block},
        {"tfoot", block},
        // Paragraphs.
        {"p", paragraph},
        {"h1", paragraph},
        {"h2", paragraph},
        {"h3", paragraph},
        {"h4", paragraph},
        {"h5", paragraph},
        {"h6", paragraph},
        {"dl", paragraph},
        {"figure", paragraph},
        {"fieldset", paragraph},
        {"ul", list},
        {"menu", list},
        {"dir", list},
        {"ol", ordered_list},
        {"li", list_item},
        {"dt", term},
        {"dd", definition},
        {"blockquote", quote},
        {"pre", preformatted},
        {"listing", preformatted},
        {"xmp", preformatted},
        {"plaintext", preformatted},
        // Lines.
        {"address", block},
        {"article", block},
        {"aside", block},
        {"body", block},
        {"center", block},
        {"details", block},
        {"dialog", block},
        {"div", block},
        {"figcaption", block},
        {"footer", block},
        {"form", block},
        {"frameset", block},
        {"header", block},
        {"hgroup", block},
        {"html", block},
        {"legend", block},
        {"main", block},
        {"nav", block},
        {"optgroup", block},
        {"search", block},
        {"section", block},
        {"select", block},
        {"summary", block},
        {"option", option},
    };
    for (auto const& each : elements)
        if (foldwise::ascii_iequals(each.name, name)) return each.kind;
    return phrase;
}

/// Whether an element of this kind starts a new line. Such an element also ends an open <p>.
constexpr bool is_block(html_kind kind) {
    using enum html_kind;
    return kind != phrase && kind != link && kind != quotation && kind != hidden &&
           kind != line_break && kind != image && kind != empty && kind != cell;
}

} // namespace tool

#endif
