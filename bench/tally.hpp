#ifndef FOLDWISE_BENCH_TALLY_HPP
#define FOLDWISE_BENCH_TALLY_HPP

// The result of a task, and the two simple tasks that it is compared with.

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace bench {

/// The result of a task, which is compared with the expected one. All lengths are summed in
/// `octets`; seconds since 1970 are added to them, modulo the size of the type.
struct tally {
    std::size_t count = 0;
    std::size_t octets = 0;

    friend bool operator==(tally const&, tally const&) = default;

    tally& operator+=(tally const& other) {
        count += other.count;
        octets += other.octets;
        return *this;
    }
};

using byte_pieces = std::span<std::string_view const>;

inline std::size_t size_of(byte_pieces pieces) {
    std::size_t sum = 0;
    for (auto const piece : pieces) sum += piece.size();
    return sum;
}

/// The first comparison: counts the line feeds with memchr, at about the speed of reading memory.
inline tally walk_lines(byte_pieces pieces) {
    tally found;
    for (auto const piece : pieces) {
        auto const* at = piece.data();
        auto const* const end = at + piece.size();
        while (at != end) {
            auto const* const hit = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
            if (hit == nullptr) break;
            at = static_cast<char const*>(hit) + 1;
            ++found.count;
        }
        found.octets += piece.size();
    }
    return found;
}

/// The second comparison, for tasks that write as much as they read.
inline tally copy_octets(byte_pieces pieces, std::vector<char>& to) {
    tally found;
    for (auto const piece : pieces) {
        std::memcpy(to.data() + found.octets, piece.data(), piece.size());
        found.octets += piece.size();
    }
    return found;
}

/// Makes the compiler assume that the octets of `block` are read, so that it cannot omit writing
/// them.
inline void keep(std::string_view block) {
#if defined(__GNUC__)
    asm volatile("" : : "r"(block.data()) : "memory");
#else
    static char const* volatile seen;
    seen = block.data();
#endif
}

} // namespace bench

#endif
