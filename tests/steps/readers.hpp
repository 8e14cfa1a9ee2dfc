#ifndef FOLDWISE_TESTS_STEPS_READERS_HPP
#define FOLDWISE_TESTS_STEPS_READERS_HPP

#include "hostile.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace test {

struct reader {
    std::string_view name;
    std::size_t (*read)(std::string_view value); ///< the result depends on all that it read
    hostile const* input;
    std::size_t most; ///< steps per octet
};

/// A reader for everything that reads octets, except what only calls something else in this list.
std::span<reader const> readers() noexcept;

/// Readers that are quadratic, one for each way of counting steps.
std::span<reader const> quadratic_readers() noexcept;

} // namespace test

#endif
