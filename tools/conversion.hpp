#ifndef FOLDWISE_TOOLS_CONVERSION_HPP
#define FOLDWISE_TOOLS_CONVERSION_HPP

#include "help/command_table.hpp"
#include "options.hpp"

#include <string>
#include <string_view>

namespace tool {

/// The command of this run as it is typed, with the arguments that it needs besides FILE.
inline std::string command_text(options const& options) {
    std::string text{row_of(options.command).name};
    if (options.command != command::extract) return text;
    switch (options.parts) {
    case extracted_parts::all: return text + " --all -o DIR";
    case extracted_parts::attachments: return text + " --attachments -o DIR";
    default: return text + " PART";
    }
}

/// A command line that passes a converted file to the command of this run. `filter` is the command
/// that converts FILE, such as "gzip -dc FILE" or "tr a b <FILE"; `path` is the file.
///
///     gzip -dc FILE | foldwise show -
///     ... | gzip -dc | foldwise show -    if the file is standard input
///     gzip -dc FILE >NEW                  for split, which cannot read a pipe
inline std::string conversion(std::string filter, std::string_view path, options const& options) {
    if (options.command == command::split) return filter + " >NEW";
    if (path == "-") {
        auto const file = filter.find("FILE");
        auto const before = filter.rfind(' ', file);
        filter.erase(before, file + 4 - before);
        filter = std::string{"... | "}.append(filter);
    }
    return filter + " | foldwise " + command_text(options) + " -";
}

} // namespace tool

#endif
