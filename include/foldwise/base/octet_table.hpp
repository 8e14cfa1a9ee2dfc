#ifndef FOLDWISE_BASE_OCTET_TABLE_HPP
#define FOLDWISE_BASE_OCTET_TABLE_HPP

#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A char_class as a table with one entry for each octet. A loop that tests every octet of a value
/// needs half as many instructions with it.
///     inline constexpr octet_table digits{digit};
///     digits.not_in("15 Dec", 0)  ->  2
/// Takes 256 bytes: define one as an `inline constexpr` variable, not as a local one.
class octet_table {
  public:
    /// A table of the octets in `set`.
    explicit constexpr octet_table(char_class const& set) noexcept {
        for (int octet = 0; octet < 256; octet += 64) {
            auto bits = set.bits_[octet / 64];
            for (int i = octet; bits != 0; ++i, bits >>= 1) contains_[i] = (bits & 1) != 0;
        }
    }

    /// Whether `octet` is in the set. O(1).
    constexpr bool contains(char octet) const noexcept {
        return contains_[static_cast<unsigned char>(octet)];
    }

    /// The offset of the first octet of `bytes` from `from` on that is in the set; bytes.size() if
    /// there is none. O(octets passed).
    constexpr std::size_t in(std::string_view bytes, std::size_t from) const noexcept {
        while (from < bytes.size() && !contains(bytes[from])) ++from;
        return from;
    }

    /// The offset of the first octet from `from` on that is not in the set; bytes.size() if there
    /// is none. O(octets passed).
    constexpr std::size_t not_in(std::string_view bytes, std::size_t from) const noexcept {
        for (; bytes.size() - from >= 4; from += 4) { // one bounds check for four octets
            if (!contains(bytes[from])) return from;
            if (!contains(bytes[from + 1])) return from + 1;
            if (!contains(bytes[from + 2])) return from + 2;
            if (!contains(bytes[from + 3])) return from + 3;
        }
        while (from < bytes.size() && contains(bytes[from])) ++from;
        return from;
    }

  private:
    bool contains_[256] = {};
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif
