#ifndef FOLDWISE_TOOLS_HTML_TEXT_HPP
#define FOLDWISE_TOOLS_HTML_TEXT_HPP

#include "reader.hpp"

#include <string>
#include <string_view>

namespace tool {

/// HTML as readable text: lines of UTF-8 that are not wrapped, each with LF.
///
///     <p>See <a href="https://a.example/x">the page</a>.<ul><li>one<li>two</ul>
///
///     See the page <https://a.example/x>.
///
///     * one
///     * two
///
/// Nothing is fetched and no script is run, so <noscript> is shown. An image is replaced with its
/// alternative text, such as "[Logo]", or left out if it has none. The address of a link follows
/// the text of the link, unless the text is the address. Elements that a web browser does not show
/// are left out: scripts, styles, comments, templates, and elements that `visibility_of` calls
/// hidden. Lines of quotes begin with "> ", items of lists with an asterisk or a number, and the
/// cells of a row are on one line.
///
/// `html` is UTF-8; other octets become U+FFFD. Total: any octets can be read. O(html): each octet
/// costs a bounded number of steps and adds a bounded number of octets. No recursion, at most 256
/// open elements. Control characters and marks of direction stay in the text; the class `terminal`
/// makes them harmless. html_reader reads pages of any size in little memory.
inline std::string html_text(std::string_view html) {
    std::string text;
    html_reader reader{[&text](std::string_view block) { text += block; }};
    reader.take(html);
    reader.finish();
    return text;
}

} // namespace tool

#endif
