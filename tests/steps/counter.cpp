// Counts. Neither instrumented nor built-in: see tests/CMakeLists.txt. The compiler calls
// __sanitizer_cov_trace_pc() at the start of each basic block of the files that are. What
// std::string_view leaves to the C library would be one step, however far it looks; so that is
// written here once more, as plain loops.

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

// What clang makes of a memcmp() that only asks whether both are the same.
int bcmp(void const* left, void const* right, std::size_t size) noexcept;
int bcmp(void const* left, void const* right, std::size_t size) noexcept {
    return memcmp(left, right, size);
}

} // extern "C"
