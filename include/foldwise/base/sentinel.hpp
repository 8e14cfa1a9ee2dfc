#ifndef FOLDWISE_BASE_SENTINEL_HPP
#define FOLDWISE_BASE_SENTINEL_HPP

/// std::default_sentinel_t and the iterator categories. In libstdc++, <string_view> brings them, and
/// <iterator> costs a tenth of <ranges> more to compile, because it has stream iterators.

#include <string_view>
#if !defined(__GLIBCXX__)
#include <iterator>
#endif

#endif
