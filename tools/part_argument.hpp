#ifndef FOLDWISE_TOOLS_PART_ARGUMENT_HPP
#define FOLDWISE_TOOLS_PART_ARGUMENT_HPP

#include "options.hpp"

#include <foldwise/base/char_class.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// Whether `word` has the form of a part's number: "1", "2.1", "TEXT", "2.TEXT".
constexpr bool is_part_number(std::string_view word) {
    if (word == "TEXT") return true;
    if (word.ends_with(".TEXT")) word.remove_suffix(5);
    bool is_after_digit = false;
    for (char const octet : word) {
        bool const is_digit = foldwise::digit.contains(octet);
        if (!is_digit && (octet != '.' || !is_after_digit)) return false;
        is_after_digit = is_digit;
    }
    return is_after_digit;
}

/// Moves PART of `extract`, the first word after the command, from the files to the part, unless
/// several parts are wanted. Returns what is wrong, in one line; empty if nothing is.
inline std::string take_part(options& options) {
    auto& files = options.files;
    bool const is_one = options.parts == extracted_parts::one;
    std::error_code ignored;
    if (!is_one && !files.empty() && is_part_number(files.front()) &&
        !std::filesystem::exists(files.front(), ignored))
        return std::string{"PART ("}
            .append(files.front())
            .append(options.parts == extracted_parts::all
                        ? ") and --all exclude each other"
                        : ") and --attachments exclude each other");
    if (is_one && !files.empty()) {
        auto const word = std::string{files.front()};
        if (!is_part_number(word))
            return "extract needs PART before FILE, such as 1.2, and '" + word +
                   "' is none; or --all or --attachments and -o DIR";
        options.part = files.front();
        files.erase(files.begin());
        return {};
    }
    if (!is_one && !options.directory.empty()) return {};
    return "extract needs PART, such as 1.2, or --all or --attachments and -o DIR";
}

/// If there is a file whose name is `part`, says that it is not meant; otherwise empty.
inline std::string file_like(std::string_view part) {
    std::error_code ignored;
    if (part.empty() || !std::filesystem::exists(part, ignored)) return {};
    return std::string{": '"}.append(part).append("' is PART, not the file");
}

} // namespace tool

#endif
