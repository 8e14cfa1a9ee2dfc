#ifndef FOLDWISE_TESTS_STEPS_COUNTER_HPP
#define FOLDWISE_TESTS_STEPS_COUNTER_HPP

#include <cstddef>

namespace test {

/// The basic blocks that instrumented code has entered since the program started, and the octets
/// that the searches and comparisons of the C library have looked at for it.
std::size_t steps() noexcept;

} // namespace test

#endif
