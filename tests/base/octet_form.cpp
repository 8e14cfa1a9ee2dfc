#include <foldwise/base/octet_form.hpp>

#include "../support.hpp"

namespace {

using foldwise::octet_form;

static_assert(std::is_trivially_copyable_v<octet_form>);
static_assert(noexcept(octet_form{"00000000"}.read("12345678")));

constexpr octet_form form{"00:?0+00"};

constexpr bool numbers_of_two_digits() {
    auto const read = form.read("90:x7+09");
    REQUIRE_TRUE(read.has_form);
    REQUIRE_TRUE(read.number(0) == 90 && read.number(6) == 9);
    auto const digits = octet_form{"00000000"}.read("98765432");
    REQUIRE_TRUE(digits.has_form);
    for (int place = 0; place < 7; ++place)
        REQUIRE_SAME(place, digits.number(place), (9 - place) * 10 + 8 - place);
    for (char const sign : {'+', '-'}) { // a form that is made at run time
        char pattern[9] = "00:?0?00";
        pattern[5] = sign;
        octet_form const made{pattern};
        REQUIRE_SAME(sign, made.read("90:x7+09").has_form, sign == '+');
        REQUIRE_SAME(sign, made.read("90:x7-09").has_form, sign == '-');
    }
    return true;
}
CASE("octet_form: numbers of two digits", numbers_of_two_digits)

/// Each octet at each place, where all other octets match the form, and where none does.
constexpr bool each_octet_at_each_place() {
    constexpr std::string_view pattern = "00:?0+00";
    for (std::size_t place = 0; place < 8; ++place)
        for (int value = 0; value < 256; ++value) {
            auto const octet = static_cast<char>(static_cast<unsigned char>(value));
            bool const is_digit = octet >= '0' && octet <= '9';
            char const wanted = pattern[place];
            bool const has_form = wanted == '?' || (wanted == '0' ? is_digit : octet == wanted);
            char good[9] = "59:?9+99";
            char bad[9] = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
            good[place] = bad[place] = octet;
            REQUIRE_SAME(std::string_view(good, 8), form.read(good).has_form, has_form);
            REQUIRE_SAME(std::string_view(bad, 8), form.read(bad).has_form, false);
        }
    return true;
}
CASE("octet_form: each octet at each place", each_octet_at_each_place)

} // namespace
