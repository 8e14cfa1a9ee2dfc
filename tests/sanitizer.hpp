#ifndef FOLDWISE_TESTS_SANITIZER_HPP
#define FOLDWISE_TESTS_SANITIZER_HPP

// Whether the tests are compiled with a sanitizer, which needs much stack and address space.

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FOLDWISE_TEST_HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) ||                         \
    __has_feature(thread_sanitizer)
#define FOLDWISE_TEST_HAS_SANITIZER 1
#endif
#endif
#ifndef FOLDWISE_TEST_HAS_SANITIZER
#define FOLDWISE_TEST_HAS_SANITIZER 0
#endif

namespace test {

#if defined(__linux__)
/// Whether the address space of a run of the tool can be limited.
inline constexpr bool can_limit_memory = !FOLDWISE_TEST_HAS_SANITIZER;
#else
inline constexpr bool can_limit_memory = false;
#endif

} // namespace test

#endif
