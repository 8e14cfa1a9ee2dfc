#ifndef FOLDWISE_TOOLS_LOCATION_HPP
#define FOLDWISE_TOOLS_LOCATION_HPP

#include <foldwise/base/decimal.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// The messages from `first` to `last`, both included, counted from 1.
struct message_numbers {
    std::uint64_t first;
    std::uint64_t last;

    bool contains(std::uint64_t number) const { return first <= number && number <= last; }
    friend bool operator==(message_numbers const&, message_numbers const&) = default;
};

/// " 3", or "s 3 to 5", to be appended to a noun: "no messages 3 to 5".
inline std::string numbers_text(message_numbers numbers) {
    auto const first = std::to_string(numbers.first);
    return numbers.first == numbers.last ? ' ' + first
                                         : "s " + first + " to " + std::to_string(numbers.last);
}

/// Why there can be no such messages or transactions; `noun` says which of both. Empty if there can.
inline std::string problem_of(message_numbers numbers, std::string_view noun) {
    auto const first = std::to_string(numbers.first);
    auto const last = std::to_string(numbers.last);
    std::string text{"no "};
    text += noun;
    if (numbers.first > numbers.last)
        return text + "s from " + first + " to " + last + ": the first number is the greater one";
    if (numbers.first == 0 && numbers.last != 0)
        return text + " 0: " + std::string{noun} + "s are counted from 1";
    return {};
}

/// FILE of the command line, and which of its messages are meant:
///
///     in.mbox         all
///     in.mbox:3       the third
///     in.mbox:3-5     the third to the fifth
///     in.mbox:@4096   the one whose entry contains the octet at offset 4096
struct location {
    std::string path;
    std::optional<message_numbers> numbers = {};
    std::optional<std::uint64_t> octet = {};

    /// Whether all messages are meant.
    bool is_whole() const { return !numbers && !octet; }
    /// Whether one message is meant.
    bool is_one() const { return octet || (numbers && numbers->first == numbers->last); }
};

/// Separates FILE from what follows it. If there is a file whose whole name is `argument`, that
/// file is meant, even if its name looks like FILE:K: file names in a Maildir contain colons.
inline location locate(std::string_view argument) {
    std::string const path{argument};
    auto const colon = argument.rfind(':');
    std::error_code ignored;
    if (colon == argument.npos || std::filesystem::exists(path, ignored)) return {path};
    auto const file = path.substr(0, colon);
    auto const which = argument.substr(colon + 1);
    if (which.starts_with('@')) {
        auto const octet = foldwise::read_decimal(which.substr(1));
        return octet ? location{file, {}, *octet} : location{path};
    }
    auto const dash = which.find('-');
    auto const first = foldwise::read_decimal(which.substr(0, dash));
    auto const last = dash == which.npos ? first : foldwise::read_decimal(which.substr(dash + 1));
    return first && last ? location{file, message_numbers{*first, *last}} : location{path};
}

} // namespace tool

#endif
