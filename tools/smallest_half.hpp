#ifndef FOLDWISE_TOOLS_SMALLEST_HALF_HPP
#define FOLDWISE_TOOLS_SMALLEST_HALF_HPP

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tool {

/// Removes half of the entries of a map, those for which `size_of(value)` is smallest, and calls
/// `use(value)` with each of them before. Of entries with the same size, those whose keys are
/// greater are removed. O(entries) on average.
///
/// With it, a table of bounded size finds what is frequent, as Space-Saving does (Metwally, Agrawal
/// and El Abbadi, 2005), but in batches: a key that is not in the table had at most as many
/// occurrences as the greatest size that was ever removed. A key that comes (back) starts at this
/// number, and its size is the most occurrences that it can have had. If the table keeps at least k
/// entries, the number is at most 1/k of all occurrences.
template <class Map, class Size, class Use>
void remove_smallest_half(Map& map, Size size_of, Use use) {
    std::vector<typename Map::iterator> all;
    all.reserve(map.size());
    for (auto at = map.begin(); at != map.end(); ++at) all.push_back(at);
    auto const middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end(), [&](auto const& left, auto const& right) {
        auto const left_size = size_of(left->second);
        auto const right_size = size_of(right->second);
        return left_size != right_size ? left_size < right_size : left->first > right->first;
    });
    for (auto at = all.begin(); at != middle; ++at) {
        use((*at)->second);
        map.erase(*at);
    }
}

} // namespace tool

#endif
