#ifndef FOLDWISE_TOOLS_HTML_ATTRIBUTES_HPP
#define FOLDWISE_TOOLS_HTML_ATTRIBUTES_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tool {

/// An attribute of a start tag.
struct html_attribute {
    std::string_view name;
    std::string_view value; ///< without quotes, with character references
};

/// The white space of HTML.
inline constexpr foldwise::char_class html_blanks{" \t\n\f\r"};

/// Removes the next attribute from the front of `rest` and returns it (WHATWG HTML sections
/// 13.2.5.32 to 39). Returns nothing at the end, or at the ">" that ends the tag. O(attribute).
constexpr std::optional<html_attribute> take_attribute(std::string_view& rest) {
    using namespace foldwise;
    rest.remove_prefix(scan::not_in(html_blanks + char_class{"/"}, rest, 0));
    if (rest.empty() || rest.front() == '>') return std::nullopt;
    auto const name_size = scan::in(html_blanks + char_class{"/>="}, rest, 1);
    html_attribute found{rest.substr(0, name_size), {}};
    auto const sign = scan::not_in(html_blanks, rest, name_size);
    if (sign == rest.size() || rest[sign] != '=') {
        rest.remove_prefix(name_size);
        return found;
    }
    rest.remove_prefix(scan::not_in(html_blanks, rest, sign + 1));
    bool const is_quoted = rest.starts_with('"') || rest.starts_with('\'');
    auto const end = is_quoted ? scan::octet(rest, rest.front(), 1)
                               : scan::in(html_blanks + char_class{">"}, rest, 0);
    auto const start = is_quoted ? std::size_t{1} : std::size_t{0};
    found.value = rest.substr(start, end - start);
    rest.remove_prefix(is_quoted && end < rest.size() ? end + 1 : end);
    return found;
}

/// The value of the first attribute with this name, whose case does not count. O(attributes).
constexpr std::optional<std::string_view> find_attribute(std::string_view attributes,
                                                         std::string_view name) {
    while (auto const found = take_attribute(attributes))
        if (foldwise::ascii_iequals(found->name, name)) return found->value;
    return std::nullopt;
}

} // namespace tool

#endif
