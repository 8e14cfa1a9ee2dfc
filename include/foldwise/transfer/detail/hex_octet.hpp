#ifndef FOLDWISE_TRANSFER_DETAIL_HEX_OCTET_HPP
#define FOLDWISE_TRANSFER_DETAIL_HEX_OCTET_HPP

#include <foldwise/config.hpp>

#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// For each octet that is a hexadecimal digit of either case: its value times 16 in `high`, its
/// value in `low`. For any other octet: 256.
struct hex_values {
    constexpr hex_values() noexcept {
        for (int i = 0; i < 256; ++i) high.of[i] = 256;
        low = high; // faster to compile than a second loop
        auto const* const digits = "0123456789abcdef0123456789ABCDEF";
        for (int i = 0; i < 32; ++i) {
            auto const octet = static_cast<unsigned char>(digits[i]);
            high.of[octet] = static_cast<std::uint16_t>(i % 16 * 16);
            low.of[octet] = static_cast<std::uint16_t>(i % 16);
        }
    }
    struct place {
        std::uint16_t of[256] = {};
    };
    place high;
    place low;
};
inline constexpr hex_values hex_table{};

/// The octet that two hexadecimal digits encode; 256 or more if one of them is not a digit.
///     hex_octet('C', '3')  ->  0xC3
constexpr unsigned hex_octet(char high, char low) noexcept {
    return unsigned{hex_table.high.of[static_cast<unsigned char>(high)]} |
           unsigned{hex_table.low.of[static_cast<unsigned char>(low)]};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif
