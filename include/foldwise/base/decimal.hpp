#ifndef FOLDWISE_BASE_DECIMAL_HPP
#define FOLDWISE_BASE_DECIMAL_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The value of `digits`, if it is 1*DIGIT (RFC 5234) and the value is at most `limit`.
///     read_decimal("0042", 99)  ->  42
///     read_decimal("100", 99)   ->  nothing, as for "", "+1", "1 " and "0x1"
/// Any number of leading zeros is accepted. Never overflows. O(digits).
constexpr optional<std::uint64_t> read_decimal(std::string_view digits,
                                               std::uint64_t limit = UINT64_MAX) noexcept {
    if (digits.empty()) return std::nullopt;
    std::uint64_t number = 0;
    for (char const octet : digits) {
        auto const units = static_cast<std::uint64_t>(octet) - '0';
        if (units > 9 || units > limit || number > (limit - units) / 10) return std::nullopt;
        number = number * 10 + units;
    }
    return number;
}

/// The value of `digits`, which must consist of DIGITs, at most nine so that the value fits.
///     decimal_value("0042")  ->  42
/// For text that is known to consist of digits; for any other text use read_decimal. O(digits).
constexpr int decimal_value(std::string_view digits) noexcept {
    FOLDWISE_ASSERT(digits.size() <= 9);
    int number = 0;
    for (char const octet : digits) number = number * 10 + (octet - '0');
    return number;
}

/// The value of a hexadecimal digit in either case. `octet` must be in `hexdig`.
///     hex_digit_value('f')  ->  15
constexpr unsigned hex_digit_value(char octet) noexcept {
    // octet         hexadecimal    value
    // "0" to "9"    30 to 39       lower four bits
    // "A" to "F"    41 to 46       lower four bits + 9
    // "a" to "f"    61 to 66       lower four bits + 9
    auto const value = static_cast<unsigned char>(octet);
    return (value & 15u) + (value > '9' ? 9u : 0u);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif
