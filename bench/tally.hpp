#ifndef FOLDWISE_BENCH_TALLY_HPP
#define FOLDWISE_BENCH_TALLY_HPP

// What a task gives back, and the two yardsticks that it stands beside.

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace bench {

/// What a task found, to be compared with what was put in. Everything that is a number of octets
/// goes into `octets`, and so do seconds since 1970, modulo the size of the type.
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

/// The yardstick: counts the line feeds with memchr. What is fast as memory is
/// about as fast as this.
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

/// The other yardstick, for what writes as much as it reads.
inline tally copy_octets(byte_pieces pieces, std::vector<char>& to) {
    tally found;
    for (auto const piece : pieces) {
        std::memcpy(to.data() + found.octets, piece.data(), piece.size());
        found.octets += piece.size();
    }
    return found;
}

/// Has the compiler believe that somebody looks at the octets of `block`, so that it may not leave
/// out writing them.
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
