// Replaces operator new and operator delete for the whole program, and counts allocations. It is a
// file of its own so that no compiler sees a new expression together with the free() of its delete.

#include "allocation_counter.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count = 0; // some tests have threads

void* count_and_allocate(std::size_t size) noexcept {
    ++count;
    return std::malloc(size == 0 ? 1 : size);
}

} // namespace

std::size_t test::allocations() noexcept { return count; }

void* operator new(std::size_t size) {
    if (auto* const address = count_and_allocate(size)) return address;
    std::abort();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    return count_and_allocate(size);
}
void* operator new[](std::size_t size, std::nothrow_t const&) noexcept {
    return count_and_allocate(size);
}
void operator delete(void* address) noexcept { std::free(address); }
void operator delete[](void* address) noexcept { std::free(address); }
void operator delete(void* address, std::size_t) noexcept { std::free(address); }
void operator delete[](void* address, std::size_t) noexcept { std::free(address); }
