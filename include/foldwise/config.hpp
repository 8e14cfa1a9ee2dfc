#ifndef FOLDWISE_CONFIG_HPP
#define FOLDWISE_CONFIG_HPP

/// The one file with macros: the version, what compilers call the same thing,
/// and the assertion. No type and no result depends on any of them.

/// The version (semver.org). The build files read it from here.
#define FOLDWISE_VERSION_MAJOR 0
#define FOLDWISE_VERSION_MINOR 1
#define FOLDWISE_VERSION_PATCH 0
#define FOLDWISE_VERSION "0.1.0"

/// On a parameter whose bytes the result borrows, so that a compiler that knows
/// the attribute warns when the result outlives them.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define FOLDWISE_LIFETIMEBOUND [[clang::lifetimebound]]
#elif __has_cpp_attribute(msvc::lifetimebound)
#define FOLDWISE_LIFETIMEBOUND [[msvc::lifetimebound]]
#endif
#endif
#ifndef FOLDWISE_LIFETIMEBOUND
#define FOLDWISE_LIFETIMEBOUND
#endif

/// Which vectors of 16 octets every processor has that the compiler makes code for; none, and the
/// scalar twins of what uses them do the same.
#if defined(__GNUC__) && defined(__SSE2__)
#define FOLDWISE_VECTORS_SSE2 1
#elif defined(__GNUC__) && defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#define FOLDWISE_VECTORS_NEON 1
#endif

/// States what a caller must have seen to; it never depends on the bytes read.
/// Define it before the first include to send it elsewhere.
#ifndef FOLDWISE_ASSERT
#include <cassert>
#define FOLDWISE_ASSERT(...) assert((__VA_ARGS__))
#endif

#endif
