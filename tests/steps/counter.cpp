// Counts steps. tests/CMakeLists.txt instruments the other files, so that the compiler calls
// __sanitizer_cov_trace_pc() at the start of each basic block. This file is not instrumented.
// std::string_view calls memchr() and memcmp() of the C library, which would count as one step
// however many octets they look at. So this file replaces them with loops that count each octet. It
// is compiled with -fno-builtin, so that the compiler does not turn the loops into calls.

#include "counter.hpp"

namespace {
std::size_t count = 0;
} // namespace

std::size_t test::steps() noexcept { return count; }

extern "C" {

void __sanitizer_cov_trace_pc();
void __sanitizer_cov_trace_pc() { ++count; }

void* memchr(void const* octets, int wanted, std::size_t size) noexcept {
    auto const* at = static_cast<unsigned char const*>(octets);
    for (; size != 0; --size, ++at) {
        ++count;
        if (*at == static_cast<unsigned char>(wanted)) return const_cast<unsigned char*>(at);
    }
    return nullptr;
}

int memcmp(void const* left, void const* right, std::size_t size) noexcept {
    auto const* a = static_cast<unsigned char const*>(left);
    auto const* b = static_cast<unsigned char const*>(right);
    for (; size != 0; --size, ++a, ++b) {
        ++count;
        if (*a != *b) return *a < *b ? -1 : 1;
    }
    return 0;
}

// clang calls bcmp() for a memcmp() whose result is only compared with 0.
int bcmp(void const* left, void const* right, std::size_t size) noexcept;
int bcmp(void const* left, void const* right, std::size_t size) noexcept {
    return memcmp(left, right, size);
}

} // extern "C"
