#ifndef FOLDWISE_TOOLS_LINK_TABLE_HPP
#define FOLDWISE_TOOLS_LINK_TABLE_HPP

#include "smallest_half.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tool {

/// Counts numbers, such as delays in seconds: exactly below 64, otherwise to within 3 %.
class delay_counts {
  public:
    void add(std::uint64_t seconds) {
        auto const bucket = bucket_of(seconds);
        auto const at = std::lower_bound(counts_.begin(), counts_.end(), std::pair{bucket, 0u});
        if (at != counts_.end() && at->first == bucket)
            ++at->second;
        else
            counts_.insert(at, {bucket, 1u});
        ++count_;
    }

    std::uint64_t count() const { return count_; }

    /// The median; of two middle numbers, the smaller one.
    std::uint64_t median() const {
        auto before = (count_ - 1) / 2;
        for (auto const& [bucket, count] : counts_) {
            if (before < count) return middle_of(bucket);
            before -= count;
        }
        return 0;
    }

  private:
    // Below 64 seconds, each number has its own bucket. From 64 on, numbers whose five highest bits
    // are the same share one: 64 to 67 have bucket 64, 68 to 71 have 65 ... If `shift` bits follow
    // these five, the bucket is 16 * shift + (seconds >> shift) + 16.
    static std::uint32_t bucket_of(std::uint64_t seconds) {
        if (seconds < 64) return static_cast<std::uint32_t>(seconds);
        auto const shift = static_cast<unsigned>(std::bit_width(seconds)) - 5;
        return static_cast<std::uint32_t>(std::uint64_t{shift} * 16 + (seconds >> shift) + 16);
    }
    static std::uint64_t middle_of(std::uint32_t bucket) {
        if (bucket < 64) return bucket;
        auto const shift = (bucket - 32) / 16;
        auto const first = std::uint64_t{bucket - 16 - shift * 16} << shift;
        return first + (std::uint64_t{1} << shift >> 1);
    }

    std::vector<std::pair<std::uint32_t, std::uint32_t>> counts_; // by bucket
    std::uint64_t count_ = 0;
};

/// The delays of messages on the way from one host to another.
struct link {
    std::string from;
    std::string by;
    std::string slowest_label; ///< the message that took longest
    std::uint64_t all = 0;     ///< seconds, of all messages together
    std::uint64_t fastest = 0;
    std::uint64_t slowest = 0;
    bool is_exact = true;      ///< otherwise earlier hops may have been forgotten
    std::uint64_t missing = 0; ///< at most so many seconds were forgotten with them
    delay_counts delays;

    std::uint64_t median() const { return std::clamp(delays.median(), fastest, slowest); }
};

/// The links with the longest delays, in bounded memory: if there are too many, the half with the
/// least total time is dropped (see remove_smallest_half). A link that comes back after that starts from zero, so its numbers
/// are only lower bounds. If more of its time may be missing than is left, first() leaves it out.
class link_table {
  public:
    /// Adds a hop with a delay in seconds. `label` names its message.
    void add(std::string_view from, std::string_view by, std::uint64_t delay,
             std::string_view label) {
        key_.assign(from.substr(0, longest_name_)).append("\n").append(by.substr(0, longest_name_));
        auto const [at, is_new] = links_.try_emplace(key_);
        auto& found = at->second;
        if (is_new) {
            found.from = from.substr(0, longest_name_);
            found.by = by.substr(0, longest_name_);
            found.fastest = delay;
            found.is_exact = forgotten_hops_ == 0;
            found.missing = most_forgotten_;
        }
        if (is_new || delay > found.slowest) // a string, because of a false warning of g++ 12 (-O3)
            found.slowest_label = std::string{label};
        found.fastest = std::min(found.fastest, delay);
        found.slowest = std::max(found.slowest, delay);
        found.all += delay;
        found.delays.add(delay);
        if (links_.size() > most_links_) forget_half();
    }

    /// The first `count` links, in order of falling total time.
    std::vector<link const*> first(std::size_t count) const {
        std::vector<link const*> links;
        links.reserve(links_.size());
        for (auto const& [key, value] : links_)
            if (value.is_exact || value.all > value.missing) links.push_back(&value);
        std::sort(links.begin(), links.end(), [](link const* left, link const* right) {
            if (left->all != right->all) return left->all > right->all;
            return std::pair{left->from, left->by} < std::pair{right->from, right->by};
        });
        links.resize(std::min(count, links.size()));
        return links;
    }

    /// The number of links that are known.
    std::uint64_t size() const { return links_.size(); }
    /// The number of hops whose links were forgotten. If it is 0, all numbers are exact.
    std::uint64_t forgotten_hops() const { return forgotten_hops_; }

  private:
    static constexpr std::size_t longest_name_ = 255;
    static constexpr std::size_t most_links_ = 2048;

    void forget_half() {
        remove_smallest_half(
            links_, [](link const& each) { return std::pair{each.all + each.missing, each.all}; },
            [this](link const& each) {
                forgotten_hops_ += each.delays.count();
                most_forgotten_ = std::max(most_forgotten_, each.all + each.missing);
            });
    }

    std::unordered_map<std::string, link> links_;
    std::string key_;
    std::uint64_t forgotten_hops_ = 0;
    std::uint64_t most_forgotten_ = 0; // the most seconds that a forgotten link can have
};

} // namespace tool

#endif
