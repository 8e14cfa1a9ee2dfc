#ifndef FOLDWISE_TOOLS_AUTH_TABLE_HPP
#define FOLDWISE_TOOLS_AUTH_TABLE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tool {

/// What is counted of one message.
struct auth_tally {
    bool spf = false;       ///< it has a result of SPF that counts
    bool dkim = false;      ///< it has a result of DKIM that counts
    bool is_judged = false; ///< it has results at all, by a server that counts
};

/// The messages from one domain.
struct auth_counts {
    std::uint64_t messages = 0;
    std::uint64_t spf = 0;
    std::uint64_t dkim = 0;
    std::uint64_t neither = 0;  ///< judged, but with none of both
    std::uint64_t unjudged = 0; ///< without a result that counts

    void add(auth_tally const& tally) {
        ++messages;
        if (tally.spf) ++spf;
        if (tally.dkim) ++dkim;
        if (!tally.is_judged)
            ++unjudged;
        else if (!tally.spf && !tally.dkim)
            ++neither;
    }
    void add(auth_counts const& other) {
        messages += other.messages;
        spf += other.spf;
        dkim += other.dkim;
        neither += other.neither;
        unjudged += other.unjudged;
    }
};

/// Counts by name, in bounded memory: if there are too many names, the rarest ones are added up.
template <class Counts>
class counts_by_name {
  public:
    using row = std::pair<std::string_view, Counts>;

    /// The counts of `name`, to add to.
    Counts& of(std::string_view name) {
        if (counts_.size() >= most_) forget_half();
        return counts_[std::string{name.substr(0, longest_name_)}];
    }

    /// The most frequent names first.
    std::vector<row> rows() const {
        std::vector<row> sorted{counts_.begin(), counts_.end()};
        std::sort(sorted.begin(), sorted.end(), [](row const& left, row const& right) {
            if (left.second.messages != right.second.messages)
                return left.second.messages > right.second.messages;
            return left.first < right.first;
        });
        return sorted;
    }

    /// The sum of those that were too many; its names may be among the rows, too.
    Counts const& others() const { return others_; }

  private:
    static constexpr std::size_t longest_name_ = 255;
    static constexpr std::size_t most_ = 4096;

    void forget_half() {
        auto const least = rows()[most_ / 2].second.messages;
        std::erase_if(counts_, [&](auto const& entry) {
            if (entry.second.messages > least) return false;
            others_.add(entry.second);
            return true;
        });
    }

    std::unordered_map<std::string, Counts> counts_;
    Counts others_;
};

} // namespace tool

#endif
