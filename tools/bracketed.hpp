#ifndef FOLDWISE_TOOLS_BRACKETED_HPP
#define FOLDWISE_TOOLS_BRACKETED_HPP

#include <string_view>

namespace tool {

/// The text between the angle brackets around an address or an identifier; all of it if there are
/// none, or nothing between them.
inline std::string_view without_brackets(std::string_view text) {
    bool const has_both = text.size() > 2 && text.starts_with('<') && text.ends_with('>');
    return has_both ? text.substr(1, text.size() - 2) : text;
}

} // namespace tool

#endif
