#ifndef FOLDWISE_TESTS_SHA256_HPP
#define FOLDWISE_TESTS_SHA256_HPP

// SHA-256 (FIPS 180-4), to check the hashes in signatures of real mail. Simple, not fast, and not
// for use outside of the tests.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace test {

class sha256 {
  public:
    using digest = std::array<unsigned char, 32>;

    constexpr void update(std::string_view octets) {
        for (char const octet : octets) put(static_cast<unsigned char>(octet));
    }

    /// The hash of all octets. Call it once.
    constexpr digest finish() {
        auto const bits = 8 * size_;
        put(0x80);
        while (size_ % 64 != 56) put(0);
        for (unsigned i = 0; i != 8; ++i) put(static_cast<unsigned char>(bits >> (56 - 8 * i)));
        digest octets{};
        for (std::size_t i = 0; i != 32; ++i)
            octets[i] = static_cast<unsigned char>(state_[i / 4] >> (24 - 8 * (i % 4)));
        return octets;
    }

  private:
    constexpr void put(unsigned char octet) {
        block_[size_++ % 64] = octet;
        if (size_ % 64 == 0) mix();
    }

    static constexpr std::uint32_t turned(std::uint32_t word, unsigned bits) {
        return word >> bits | word << (32 - bits);
    }

    constexpr void mix() {
        constexpr std::uint32_t k[64] = {
            0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
            0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
            0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
            0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
            0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
            0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
            0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
            0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
            0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
            0xc67178f2};
        std::uint32_t w[64] = {};
        for (std::size_t i = 0; i != 64; ++i) w[i / 4] = w[i / 4] << 8 | block_[i];
        for (std::size_t i = 16; i != 64; ++i) {
            auto const a = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3;
            auto const b = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16] + a + w[i - 7] + b;
        }
        auto s = state_;
        for (std::size_t i = 0; i != 64; ++i) {
            auto const from_e = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25);
            auto const one = s[7] + from_e + ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
            auto const from_a = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22);
            auto const two = from_a + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
            s = {one + two, s[0], s[1], s[2], s[3] + one, s[4], s[5], s[6]};
        }
        for (std::size_t i = 0; i != 8; ++i) state_[i] += s[i];
    }

    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    unsigned char block_[64] = {};
    std::uint64_t size_ = 0;
};

/// Octets in base64, as in bh=; small enough for a hash.
class base64_text {
  public:
    constexpr base64_text() = default;

    template <std::size_t N>
    explicit constexpr base64_text(std::array<unsigned char, N> const& octets) {
        static_assert(N <= 32);
        constexpr std::string_view alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (std::size_t bit = 0; bit < 8 * N; bit += 6) {
            auto const high = static_cast<unsigned>(octets[bit / 8]) << 8;
            auto const low = bit / 8 + 1 < N ? static_cast<unsigned>(octets[bit / 8 + 1]) : 0u;
            text_[size_++] = alphabet[(high | low) >> (10 - bit % 8) & 63];
        }
        while (size_ % 4 != 0) text_[size_++] = '=';
    }

    constexpr operator std::string_view() const { return {text_, size_}; }
    friend constexpr bool operator==(base64_text const& left, std::string_view right) {
        return std::string_view{left} == right;
    }

  private:
    char text_[44] = {};
    std::size_t size_ = 0;
};

/// The base64 of the hash of the pieces of a text.
template <class Hash = sha256, class Text>
constexpr base64_text base64_hash_of(Text const& text) {
    Hash hash;
    for (auto const piece : text.pieces()) hash.update(piece);
    return base64_text{hash.finish()};
}

} // namespace test

#endif
