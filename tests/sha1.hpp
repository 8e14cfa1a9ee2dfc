#ifndef FOLDWISE_TESTS_SHA1_HPP
#define FOLDWISE_TESTS_SHA1_HPP

// SHA-1 (FIPS 180-4), to check the hashes in signatures of old mail, for which it is no longer
// accepted (RFC 8301). Simple, not fast, and not for use outside of the tests.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace test {

class sha1 {
  public:
    using digest = std::array<unsigned char, 20>;

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
        for (std::size_t i = 0; i != octets.size(); ++i)
            octets[i] = static_cast<unsigned char>(state_[i / 4] >> (24 - 8 * (i % 4)));
        return octets;
    }

  private:
    constexpr void put(unsigned char octet) {
        block_[size_++ % 64] = octet;
        if (size_ % 64 == 0) mix();
    }

    static constexpr std::uint32_t turned(std::uint32_t word, unsigned bits) {
        return word << bits | word >> (32 - bits);
    }

    constexpr void mix() {
        std::uint32_t w[80] = {};
        for (std::size_t i = 0; i != 64; ++i) w[i / 4] = w[i / 4] << 8 | block_[i];
        for (std::size_t i = 16; i != 80; ++i)
            w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        auto s = state_;
        for (std::size_t i = 0; i != 80; ++i) {
            constexpr std::uint32_t k[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
            auto const f = i < 20              ? (s[1] & s[2]) | (~s[1] & s[3])
                           : i < 40 || i >= 60 ? s[1] ^ s[2] ^ s[3]
                                               : (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3]);
            s = {turned(s[0], 5) + f + s[4] + k[i / 20] + w[i], s[0], turned(s[1], 30), s[2], s[3]};
        }
        for (std::size_t i = 0; i != state_.size(); ++i) state_[i] += s[i];
    }

    std::array<std::uint32_t, 5> state_ = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
                                           0xc3d2e1f0};
    unsigned char block_[64] = {};
    std::uint64_t size_ = 0;
};

} // namespace test

#endif
