#ifndef FOLDWISE_BASE_TEXT_HASH_HPP
#define FOLDWISE_BASE_TEXT_HASH_HPP

#include <foldwise/config.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The 64-bit FNV-1a hash of a text, which may be added in any number of pieces.
///     text_hash{}.add("ab").add("c").value()  ==  text_hash{}.add("abc").value()
/// Fast for short texts; O(n). A sender can construct texts that have the same hash: compare texts
/// whose hashes are equal, and do not rely on collisions being rare.
class text_hash {
  public:
    /// Adds octets to what is hashed.
    constexpr text_hash& add(std::string_view text) noexcept {
        for (char const octet : text) add(octet);
        return *this;
    }
    constexpr text_hash& add(char octet) noexcept {
        value_ ^= static_cast<unsigned char>(octet);
        value_ *= 0x100000001B3;
        return *this;
    }
    /// The hash of everything that was added.
    constexpr std::uint64_t value() const noexcept { return value_; }

  private:
    std::uint64_t value_ = 0xCBF29CE484222325;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
