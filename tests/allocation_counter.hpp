#ifndef FOLDWISE_TESTS_ALLOCATION_COUNTER_HPP
#define FOLDWISE_TESTS_ALLOCATION_COUNTER_HPP

#include <cstddef>

namespace test {

/// How often the test program has allocated so far, by any form of operator new.
std::size_t allocations() noexcept;

} // namespace test

#endif
