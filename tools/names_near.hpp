#ifndef FOLDWISE_TOOLS_NAMES_NEAR_HPP
#define FOLDWISE_TOOLS_NAMES_NEAR_HPP

#include "help/command_table.hpp"
#include "stable_sort.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/diagnostic/kind_of.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// The name of a code, from a form in which it may be typed or copied.
///     "[bare_cr]"  ->  "bare_cr"        "Bare-CR"  ->  "bare_cr"
inline std::string normal_code(std::string_view typed) {
    std::string code;
    for (char const c : typed)
        if (c != '[' && c != ']') code += c == '-' || c == ' ' ? '_' : foldwise::ascii_lower(c);
    return code;
}

/// How many characters have to be added, removed, replaced or swapped with the next one to turn
/// `left` into `right`. O(left times right).
inline std::size_t edits_between(std::string_view left, std::string_view right) {
    std::vector<std::size_t> edits(right.size() + 1); // of the part of `left` so far
    auto last = edits;                                // of the part without its last character
    auto last_but_one = edits;
    for (std::size_t i = 0; i <= right.size(); ++i) edits[i] = i;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        std::swap(last_but_one, last);
        std::swap(last, edits);
        edits[0] = row;
        for (std::size_t i = 1; i <= right.size(); ++i) {
            auto const replaced = last[i - 1] + (left[row - 1] == right[i - 1] ? 0 : 1);
            edits[i] = std::min({replaced, last[i] + 1, edits[i - 1] + 1});
            if (row > 1 && i > 1 && left[row - 1] == right[i - 2] && left[row - 2] == right[i - 1])
                edits[i] = std::min(edits[i], last_but_one[i - 2] + 1);
        }
    }
    return edits[right.size()];
}

/// Whether `name` contains each word of `typed`; words are separated by "_".
inline bool has_words_of(std::string_view name, std::string_view typed) {
    while (!typed.empty()) {
        auto const word = typed.substr(0, typed.find('_'));
        if (name.find(word) == name.npos) return false;
        typed.remove_prefix(std::min(word.size() + 1, typed.size()));
    }
    return true;
}

/// The names that may have been meant by `typed`, at most `most`: first those that differ in a few
/// characters, then those that contain its words.
inline std::vector<std::string_view> names_near(std::string_view typed,
                                                std::vector<std::string_view> const& names,
                                                std::size_t most = 5) {
    std::vector<std::pair<std::size_t, std::string_view>> near; // with their distance
    if (typed.size() > 100) return {};
    for (auto const name : names) {
        auto const edits = edits_between(typed, name);
        if (edits <= 1 + typed.size() / 5)
            near.emplace_back(edits, name);
        else if (typed.size() > 2 && has_words_of(name, typed))
            near.emplace_back(100 + std::min<std::size_t>(name.find(typed), 100), name);
    }
    stable_sort(near, [](auto const& left, auto const& right) { return left.first < right.first; });
    std::vector<std::string_view> nearest;
    for (auto const& each : near)
        if (nearest.size() < most) nearest.push_back(each.second);
    return nearest;
}

/// "; did you mean ls, show or raw?", to end a report; nothing if no name is near.
inline std::string did_you_mean(std::vector<std::string_view> const& near) {
    std::string text;
    for (std::size_t i = 0; i < near.size(); ++i)
        text.append(i == 0                 ? "; did you mean "
                    : i + 1 == near.size() ? " or "
                                           : ", ")
            .append(near[i]);
    return near.empty() ? text : text + '?';
}

/// The codes that may have been meant by `typed`.
inline std::vector<std::string_view> codes_near(std::string_view typed) {
    std::vector<std::string_view> names;
    for (auto const& kind : foldwise::diagnostic_kinds()) names.push_back(kind.name);
    return names_near(typed, names);
}

/// did_you_mean() for a word that is not a command.
inline std::string did_you_mean_command(std::string_view typed) {
    std::vector<std::string_view> names;
    for (auto const& row : command_table) names.push_back(row.name);
    return did_you_mean(names_near(typed, names));
}

} // namespace tool

#endif
