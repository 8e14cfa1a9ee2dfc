#include <foldwise/base/decimal.hpp>

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

static_assert(noexcept(read_decimal(test::some_octets)) &&
              noexcept(decimal_value(test::some_octets)));
static_assert(noexcept(hex_digit_value('f')));

constexpr std::uint64_t most = UINT64_MAX;
constexpr std::uint64_t none = 0xDEAD; // not a number of the table

struct decimal_row {
    std::string_view digits;
    std::uint64_t limit;
    std::uint64_t wanted;
};

constexpr decimal_row decimal_table[] = {
    {"0", most, 0},
    {"7", most, 7},
    {"0042", most, 42},
    {"00000000000000000000000000000001", most, 1},
    {"18446744073709551615", most, most}, // 2^64 - 1
    {"18446744073709551616", most, none},
    {"18446744073709551620", most, none},
    {"99999999999999999999", most, none},
    {"184467440737095516150", most, none},
    {"0", 0, 0},
    {"1", 0, none},
    {"5", 4, none},
    {"99", 99, 99},
    {"100", 99, none},
    {"4294967295", 0xFFFFFFFF, 0xFFFFFFFF},
    {"4294967296", 0xFFFFFFFF, none},
    {"", most, none},
    {"+1", most, none},
    {"-1", most, none},
    {" 1", most, none},
    {"1 ", most, none},
    {"0x1", most, none},
    {"1/", most, none}, // before "0"
    {"1:", most, none}, // after "9"
    {"1\xB1", most, none},
};

constexpr bool numbers_and_what_is_none() {
    for (auto const& row : decimal_table)
        REQUIRE_SAME(row.digits, read_decimal(row.digits, row.limit).value_or(none), row.wanted);
    return true;
}
CASE("decimal: digits are a number up to the limit, anything else has no value",
     numbers_and_what_is_none)

constexpr bool digits_that_are_known_to_be_digits() {
    REQUIRE_TRUE(decimal_value("") == 0);
    REQUIRE_TRUE(decimal_value("07") == 7);
    REQUIRE_TRUE(decimal_value("999999999") == 999999999);
    return true;
}
CASE("decimal: the value of up to nine digits", digits_that_are_known_to_be_digits)

constexpr bool hexadecimal_digits() {
    constexpr std::string_view digits = "0123456789abcdef";
    for (unsigned value = 0; value < 256; ++value) {
        auto const octet = static_cast<char>(value);
        if (!hexdig.contains(octet)) continue;
        REQUIRE_SAME(value, std::size_t{hex_digit_value(octet)}, digits.find(ascii_lower(octet)));
    }
    return true;
}
CASE("decimal: the value of a hexadecimal digit of either case", hexadecimal_digits)

} // namespace
