#ifndef FOLDWISE_TOOLS_STABLE_SORT_HPP
#define FOLDWISE_TOOLS_STABLE_SORT_HPP

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace tool {

/// Sorts `all` by `less`; equal elements keep their order. std::stable_sort is not used, because
/// libstdc++ 12 implements it with a deprecated function, about which clang 19 warns.
template <class T, class Less>
void stable_sort(std::vector<T>& all, Less less) {
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        if (less(all[left], all[right])) return true;
        return !less(all[right], all[left]) && left < right;
    });
    std::vector<T> sorted;
    sorted.reserve(all.size());
    for (auto const at : order) sorted.push_back(std::move(all[at]));
    all = std::move(sorted);
}

} // namespace tool

#endif
