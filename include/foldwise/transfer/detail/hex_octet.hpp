#ifndef FOLDWISE_TRANSFER_DETAIL_HEX_OCTET_HPP
#define FOLDWISE_TRANSFER_DETAIL_HEX_OCTET_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::detail {

/// For each octet that is a hexadecimal digit of either case: its value times 16 in `high`, its
/// value in `low`. For any other octet: 256.
struct hex_values {
    constexpr hex_values() noexcept {
        constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
        for (auto& value : high) value = 256;
        for (auto& value : low) value = 256;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            auto const octet = static_cast<unsigned char>(digits[i]);
            high[octet] = static_cast<std::uint16_t>(i % 16 * 16);
            low[octet] = static_cast<std::uint16_t>(i % 16);
        }
    }
    std::uint16_t high[256] = {};
    std::uint16_t low[256] = {};
};
inline constexpr hex_values hex_table{};

/// The octet that two hexadecimal digits encode; 256 or more if one of them is not a digit.
///     hex_octet('C', '3')  ->  0xC3
constexpr unsigned hex_octet(char high, char low) noexcept {
    return unsigned{hex_table.high[static_cast<unsigned char>(high)]} |
           unsigned{hex_table.low[static_cast<unsigned char>(low)]};
}

} // namespace foldwise::detail

#endif
