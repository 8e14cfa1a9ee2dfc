#ifndef FOLDWISE_BASE_SENTINEL_HPP
#define FOLDWISE_BASE_SENTINEL_HPP

/// Provides std::default_sentinel_t and the iterator categories. In libstdc++, <string_view>
/// defines them; <iterator> takes longer to compile, because it also defines the stream iterators.

#include <string_view>
#if !defined(__GLIBCXX__)
#include <iterator>
#endif

#endif
