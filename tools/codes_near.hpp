#ifndef FOLDWISE_TOOLS_CODES_NEAR_HPP
#define FOLDWISE_TOOLS_CODES_NEAR_HPP

#include "stable_sort.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/diagnostic/diagnostic_kind.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// The name of a code as it may be typed or copied: "[bare_cr]", "Bare-CR".
inline std::string normal_code(std::string_view typed) {
    std::string code;
    for (char const c : typed)
        if (c != '[' && c != ']') code += c == '-' || c == ' ' ? '_' : foldwise::ascii_lower(c);
    return code;
}

/// How many characters have to be added, removed or replaced to make `right` of `left`.
inline std::size_t edits_between(std::string_view left, std::string_view right) {
    std::vector<std::size_t> edits(right.size() + 1); // of the part of `left` so far
    for (std::size_t i = 0; i <= right.size(); ++i) edits[i] = i;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        auto diagonal = std::exchange(edits[0], row);
        for (std::size_t i = 1; i <= right.size(); ++i) {
            auto const replaced = diagonal + (left[row - 1] == right[i - 1] ? 0 : 1);
            diagonal = edits[i];
            edits[i] = std::min({replaced, edits[i] + 1, edits[i - 1] + 1});
        }
    }
    return edits[right.size()];
}

/// Whether `code` contains each word of `typed`; words are separated by "_".
inline bool has_words_of(std::string_view code, std::string_view typed) {
    while (!typed.empty()) {
        auto const word = typed.substr(0, typed.find('_'));
        if (code.find(word) == code.npos) return false;
        typed.remove_prefix(std::min(word.size() + 1, typed.size()));
    }
    return true;
}

/// The codes that `typed` may have meant, at most `most`: first those that differ in a few
/// characters, then those that contain its words.
inline std::vector<std::string_view> codes_near(std::string_view typed, std::size_t most = 5) {
    std::vector<std::pair<std::size_t, std::string_view>> near; // with their distance
    if (typed.size() > 100) return {};
    for (auto const& kind : foldwise::diagnostic_kinds()) {
        auto const edits = edits_between(typed, kind.name);
        if (edits <= 1 + typed.size() / 5)
            near.emplace_back(edits, kind.name);
        else if (typed.size() > 2 && has_words_of(kind.name, typed))
            near.emplace_back(100 + std::min<std::size_t>(kind.name.find(typed), 100), kind.name);
    }
    stable_sort(near, [](auto const& left, auto const& right) { return left.first < right.first; });
    std::vector<std::string_view> names;
    for (auto const& each : near)
        if (names.size() < most) names.push_back(each.second);
    return names;
}

} // namespace tool

#endif
