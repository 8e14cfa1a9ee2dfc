#ifndef FOLDWISE_TESTS_DIAGNOSTICS_HPP
#define FOLDWISE_TESTS_DIAGNOSTICS_HPP

// For tests of diagnose functions.

#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>

namespace test {

/// Counts diagnostics. It cannot be copied or moved, so a function that takes its reporter by value
/// does not compile.
struct still_reporter {
    std::size_t count = 0;

    still_reporter() = default;
    still_reporter(still_reporter const&) = delete;
    still_reporter& operator=(still_reporter const&) = delete;
    constexpr void operator()(foldwise::diagnostic const&) noexcept { ++count; }
};

} // namespace test

#endif
