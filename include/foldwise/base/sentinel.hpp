#ifndef FOLDWISE_BASE_SENTINEL_HPP
#define FOLDWISE_BASE_SENTINEL_HPP

/// std::default_sentinel_t and the iterator categories. The common standard libraries have them in
/// <string_view> already; <iterator> has stream iterators as well, which cost a sixth of the time
/// that <ranges> takes to compile.

#include <string_view>
#if !defined(__GLIBCXX__) && !defined(_LIBCPP_VERSION) && !defined(_MSVC_STL_VERSION)
#include <iterator>
#endif

#endif
