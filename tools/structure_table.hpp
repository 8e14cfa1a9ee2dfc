#ifndef FOLDWISE_TOOLS_STRUCTURE_TABLE_HPP
#define FOLDWISE_TOOLS_STRUCTURE_TABLE_HPP

#include "part_text.hpp"

#include <foldwise/mime/entity.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tool {

/// The types of the parts of a message in one line: "mixed(alternative(text/plain, text/html),
/// image/png x2)". A structure that is too deep or too long ends with "...".
inline std::string structure_of(foldwise::entity const& root) {
    constexpr std::size_t longest = 400;
    std::string text;
    std::string before;    // the type of the previous part
    std::size_t times = 0; // how often this leaf has come; 0 if it is not a leaf
    std::size_t depth = 0;
    auto const end_repetition = [&] {
        if (times > 1) text.append(" x").append(std::to_string(times));
        times = 0;
    };
    for (auto const part : root.walk()) {
        auto type = type_text(part.content_type());
        if (part.is_leaf() && times != 0 && type == before && part.depth() == depth) {
            ++times;
            continue;
        }
        end_repetition();
        if (text.size() > longest) return text.append(" ...");
        for (; depth > part.depth(); --depth) text += ')';
        if (depth < part.depth())
            text += '(';
        else if (!text.empty())
            text += ", ";
        depth = part.depth();
        bool const is_multipart = part.kind() == foldwise::entity_kind::multipart;
        text += is_multipart ? type.substr(type.find('/') + 1) : type;
        times = part.is_leaf() ? 1 : 0;
        before = std::move(type);
    }
    end_repetition();
    return text.append(depth, ')');
}

/// Counts messages by structure, in bounded memory: if there are too many structures, the rarest
/// ones are dropped.
class structure_table {
  public:
    using row = std::pair<std::string_view, std::uint64_t>;

    void add(foldwise::entity const& root) {
        ++counts_[structure_of(root)];
        if (counts_.size() > most_) forget_half();
    }

    /// The structures and their counts, the most frequent first.
    std::vector<row> rows() const {
        std::vector<row> sorted{counts_.begin(), counts_.end()};
        std::sort(sorted.begin(), sorted.end(), [](row const& left, row const& right) {
            return left.second != right.second ? left.second > right.second
                                               : left.first < right.first;
        });
        return sorted;
    }

    /// The number of messages that were dropped.
    std::uint64_t forgotten() const { return forgotten_; }

  private:
    static constexpr std::size_t most_ = 4096;

    void forget_half() {
        auto const least = rows()[most_ / 2].second;
        std::erase_if(counts_, [&](auto const& entry) {
            if (entry.second > least) return false;
            forgotten_ += entry.second;
            return true;
        });
    }

    std::unordered_map<std::string, std::uint64_t> counts_;
    std::uint64_t forgotten_ = 0;
};

} // namespace tool

#endif
