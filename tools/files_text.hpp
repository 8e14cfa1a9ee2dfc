#ifndef FOLDWISE_TOOLS_FILES_TEXT_HPP
#define FOLDWISE_TOOLS_FILES_TEXT_HPP

#include "counted.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// The files of the command line, as the start of a report about all of them: "a.eml", or "a.eml
/// and 2 other files".
inline std::string files_text(std::vector<std::string_view> const& files) {
    if (files.empty()) return {};
    std::string text{files.front()};
    if (files.size() == 1) return text;
    return text.append(" and ").append(counted(files.size() - 1, "other file"));
}

} // namespace tool

#endif
