#ifndef FOLDWISE_TESTS_STEPS_COUNTER_HPP
#define FOLDWISE_TESTS_STEPS_COUNTER_HPP

#include <cstddef>

namespace test {

/// The steps since the program started: basic blocks that instrumented code entered, and octets
/// that memchr() and memcmp() looked at.
std::size_t steps() noexcept;

} // namespace test

#endif
