#ifndef FOLDWISE_TESTS_STEPS_READERS_HPP
#define FOLDWISE_TESTS_STEPS_READERS_HPP

#include "hostile.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace test {

struct reader {
    std::string_view name;
    std::size_t (*read)(std::string_view value); ///< gives what depends on all that it read
    hostile const* input;
    std::size_t most; ///< steps an octet
};

/// Everything that reads octets and is not made of another one of these alone.
std::span<reader const> readers() noexcept;

/// One for each way that steps are counted in.
std::span<reader const> quadratic_readers() noexcept;

} // namespace test

#endif
