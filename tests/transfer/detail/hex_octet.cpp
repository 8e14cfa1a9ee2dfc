#include <foldwise/transfer/detail/hex_octet.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::hex_octet;

constexpr bool two_digits_are_an_octet() {
    constexpr std::string_view upper = "0123456789ABCDEF";
    constexpr std::string_view lower = "0123456789abcdef";
    for (unsigned value = 0; value < 256; ++value) {
        REQUIRE_SAME(value, hex_octet(upper[value / 16], upper[value % 16]), value);
        REQUIRE_SAME(value, hex_octet(lower[value / 16], upper[value % 16]), value);
        auto const octet = static_cast<char>(value);
        bool const is_digit = upper.find(octet) != upper.npos || lower.find(octet) != lower.npos;
        REQUIRE_SAME(value, hex_octet(octet, '0') < 256, is_digit);
        REQUIRE_SAME(value, hex_octet('F', octet) < 256, is_digit);
    }
    return true;
}
CASE("hex_octet: two digits are an octet, anything else is not", two_digits_are_an_octet)

constexpr bool a_table_made_at_run_time_is_the_same() {
    foldwise::detail::hex_values made;
    for (std::size_t octet = 0; octet < 256; ++octet)
        REQUIRE_TRUE(made.high.of[octet] == foldwise::detail::hex_table.high.of[octet] &&
                     made.low.of[octet] == foldwise::detail::hex_table.low.of[octet]);
    return true;
}
CASE("hex_octet: a table made at run time is the same", a_table_made_at_run_time_is_the_same)

} // namespace
