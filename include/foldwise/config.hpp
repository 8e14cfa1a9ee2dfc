#ifndef FOLDWISE_CONFIG_HPP
#define FOLDWISE_CONFIG_HPP

#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error foldwise needs C++20: compile with -std=c++20 (/std:c++20)
#endif

/// The only file that defines macros: the version, attributes that compilers spell differently, and
/// the assertion. No type and no result depends on any of them.

/// The version (semver.org). The build files read it from here. To compare versions in an #if, use
/// FOLDWISE_VERSION_NUMBER: 10203 is version 1.2.3.
#define FOLDWISE_VERSION_MAJOR 0
#define FOLDWISE_VERSION_MINOR 2
#define FOLDWISE_VERSION_PATCH 0
#define FOLDWISE_VERSION "0.2.0"
#define FOLDWISE_VERSION_NUMBER                                                                    \
    (FOLDWISE_VERSION_MAJOR * 10000 + FOLDWISE_VERSION_MINOR * 100 + FOLDWISE_VERSION_PATCH)

/// The inline namespace in which the library declares everything. Programs leave it out: they write
/// foldwise::message. It gives each version names of its own for the linker, so that one program
/// can contain libraries that were built with different versions of foldwise. For declarations
/// without definitions, include forward.hpp.
#define FOLDWISE_ABI v0_2_0

/// Marks a parameter from which the result borrows, so that a compiler that knows
/// the attribute warns when the result outlives the argument.
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

/// FOLDWISE_VECTORS_...: the processor has vector instructions, and the compiler has the vector
/// types of GCC and clang.
/// FOLDWISE_TARGET_...: marks a function with instructions that not every processor of the family
/// has. Call it only if `__builtin_cpu_supports` returns true.
#if defined(__GNUC__) && !defined(_MSC_VER)
#if defined(__x86_64__)
#define FOLDWISE_VECTORS_X86_64
#define FOLDWISE_TARGET_SSSE3 __attribute__((target("ssse3")))
#define FOLDWISE_TARGET_AVX2 __attribute__((target("avx2")))
#elif defined(__AARCH64EL__) && defined(__ARM_NEON)
#define FOLDWISE_VECTORS_ARM64
#define FOLDWISE_TARGET_SSSE3 // every ARM64 processor has the equivalent
#endif
#endif

/// Marks a function in a hot loop that compilers would not inline by themselves.
#if defined(__GNUC__)
#define FOLDWISE_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define FOLDWISE_ALWAYS_INLINE
#endif

/// Marks a function that is rarely called, so that its callers stay small.
#if defined(__GNUC__)
#define FOLDWISE_NOINLINE [[gnu::noinline]]
#else
#define FOLDWISE_NOINLINE
#endif

/// Marks a function that is called for unusual input only. It is optimized for size, with
/// everything that is inlined into it.
#if defined(__GNUC__)
#define FOLDWISE_COLD [[gnu::noinline, gnu::cold]]
#else
#define FOLDWISE_COLD
#endif

/// Checks a precondition that the caller must meet, never a property of the bytes that are read.
/// Define it before the first include to use something other than assert().
#ifndef FOLDWISE_ASSERT
#include <cassert>
#define FOLDWISE_ASSERT(...) assert((__VA_ARGS__))
#endif

#endif
