#ifndef FOLDWISE_TOOLS_COUNTS_BY_NAME_HPP
#define FOLDWISE_TOOLS_COUNTS_BY_NAME_HPP

#include "smallest_half.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tool {

/// A count of messages.
struct message_count {
    std::uint64_t messages = 0;
    std::string example = {}; ///< the name of the first one, if names are wanted
    void add(message_count const& other) { messages += other.messages; }
};

/// The decimal digits of a count, after ">=" if it is only a lower bound.
inline std::string count_text(std::uint64_t count, bool is_exact) {
    return (is_exact ? "" : ">=") + std::to_string(count);
}

/// What is said of the counts of the names that are in no row, if they were not counted one by one:
/// "at most 3 each". Empty if there is no such name.
inline std::string at_most_text(std::uint64_t most) {
    return most == 0 ? "" : "at most " + std::to_string(most) + " each";
}

/// Counts by name, in bounded memory: if there are too many names, the counts of the rarest ones
/// are moved to the others (see remove_smallest_half). A name that comes back after that starts
/// from zero, so its count may be too small. Such a count is marked as a lower bound, and if more
/// of it may be missing than is left, it is added to the others.
template <class Counts>
class counts_by_name {
  public:
    struct row {
        std::string_view name;
        Counts counts;
        std::uint64_t most; ///< the most messages that it can have

        /// Otherwise, some of its messages may be among the others.
        bool is_exact() const { return counts.messages == most; }
    };

    explicit counts_by_name(std::size_t longest_name = 255) : longest_name_{longest_name} {}

    /// The counts of `name`, to add to.
    Counts& of(std::string_view name) {
        key_.assign(name.substr(0, longest_name_)).append(name.size() > longest_name_ ? "..." : "");
        if (auto const at = counts_.find(key_); at != counts_.end()) return at->second.counts;
        if (counts_.size() >= most_) forget_half();
        return counts_.emplace(key_, entry{{}, most_forgotten_}).first->second.counts;
    }

    /// The most frequent names first.
    std::vector<row> rows() const {
        std::vector<row> sorted;
        for (auto const& [name, each] : counts_)
            if (is_row(each)) sorted.push_back({name, each.counts, each.most()});
        std::sort(sorted.begin(), sorted.end(), [](row const& left, row const& right) {
            if (left.counts.messages != right.counts.messages)
                return left.counts.messages > right.counts.messages;
            return left.name < right.name;
        });
        return sorted;
    }

    /// The sum of the counts that are not among the rows.
    Counts others() const {
        auto sum = others_;
        for (auto const& [name, each] : counts_)
            if (!is_row(each)) sum.add(each.counts);
        return sum;
    }

    /// The most messages that a name can have that is not among the rows; 0 if there is none.
    std::uint64_t most_of_another() const {
        auto most = most_forgotten_;
        for (auto const& [name, each] : counts_)
            if (!is_row(each)) most = std::max(most, each.most());
        return most;
    }

  private:
    static constexpr std::size_t most_ = 4096;

    struct entry {
        Counts counts;
        std::uint64_t missing; ///< at most so many of its messages are among the others

        /// The most messages that it can have.
        std::uint64_t most() const { return counts.messages + missing; }
    };

    static bool is_row(entry const& each) {
        return each.missing == 0 || each.counts.messages > each.missing;
    }

    void forget_half() {
        remove_smallest_half(
            counts_, [](entry const& each) { return std::pair{each.most(), each.counts.messages}; },
            [this](entry const& each) {
                others_.add(each.counts);
                most_forgotten_ = std::max(most_forgotten_, each.most());
            });
    }

    std::size_t longest_name_;
    std::unordered_map<std::string, entry> counts_;
    std::string key_;
    Counts others_;
    std::uint64_t most_forgotten_ = 0; // the most messages that a forgotten name can have
};

} // namespace tool

#endif
