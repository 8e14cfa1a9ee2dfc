#include <foldwise/base/octet_table.hpp>

#include "../support.hpp"

namespace {

using foldwise::octet_table;

static_assert(sizeof(octet_table) == 256);
static_assert(noexcept(octet_table{foldwise::digit}.not_in(test::some_octets, 0)));

constexpr octet_table digits{foldwise::digit};
constexpr octet_table beyond_ascii{foldwise::utf8_non_ascii};

constexpr bool has_what_its_class_has() {
    for (int octet = 0; octet < 256; ++octet) {
        auto const each = static_cast<char>(static_cast<unsigned char>(octet));
        REQUIRE_SAME(octet, digits.contains(each), foldwise::digit.contains(each));
        REQUIRE_SAME(octet, beyond_ascii.contains(each), octet >= 128);
    }
    return true;
}
CASE("octet_table: contains the octets of its class", has_what_its_class_has)

constexpr bool tables_of_other_classes() {
    for (auto const& set : {foldwise::wsp, foldwise::atext, foldwise::utf8_non_ascii}) {
        octet_table const table{set};
        for (int octet = 0; octet < 256; ++octet) {
            auto const each = static_cast<char>(static_cast<unsigned char>(octet));
            REQUIRE_SAME(octet, table.contains(each), set.contains(each));
        }
    }
    return true;
}
CASE("octet_table: so do tables that are made at run time", tables_of_other_classes)

constexpr bool searches() {
    REQUIRE_TRUE(digits.in("", 0) == 0 && digits.not_in("", 0) == 0);
    REQUIRE_TRUE(digits.in("July 4", 0) == 5 && digits.not_in("15 Dec", 0) == 2);
    REQUIRE_TRUE(digits.in("1x", 1) == 2 && digits.not_in("x1", 1) == 2);
    REQUIRE_TRUE(digits.in("xyz", 3) == 3 && digits.not_in("123", 1) == 3);
    REQUIRE_TRUE(beyond_ascii.in("a\xC3\xA9", 0) == 1 && beyond_ascii.not_in("a\xC3\xA9", 1) == 3);
    return true;
}
CASE("octet_table: finds the next octet that is in it, or not in it", searches)

constexpr bool runs_of_all_sizes() {
    constexpr std::string_view text = "0123456789x0123x567x";
    for (std::size_t size = 0; size <= text.size(); ++size)
        for (std::size_t from = 0; from <= size; ++from) {
            auto const bytes = text.substr(0, size);
            auto const end = bytes.find('x', from);
            REQUIRE_SAME(bytes, digits.not_in(bytes, from), end < size ? end : size);
            auto const next = bytes.find_first_of("0123456789", from);
            REQUIRE_SAME(bytes, digits.in(bytes, from), next < size ? next : size);
        }
    return true;
}
CASE("octet_table: finds the end of runs of all sizes", runs_of_all_sizes)

} // namespace
