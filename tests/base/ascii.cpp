#include <foldwise/base/ascii.hpp>

#include "../support.hpp"

#include <string>

namespace {

using foldwise::ascii_iequals;
using foldwise::ascii_istarts_with;
using foldwise::ascii_lower;

static_assert(noexcept(ascii_lower('A')));
static_assert(noexcept(ascii_iequals(test::some_octets, test::some_octets)));

constexpr bool letters_become_small_and_nothing_else_changes() {
    constexpr std::string_view capital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view small = "abcdefghijklmnopqrstuvwxyz";
    for (unsigned value = 0; value < 256; ++value) {
        auto const octet = static_cast<char>(value);
        auto const letter = capital.find(octet);
        auto const wanted = letter == capital.npos ? octet : small[letter];
        REQUIRE_SAME(value, ascii_lower(octet), wanted);
    }
    return true;
}
CASE("ascii: A to Z become lower case, no other octet changes",
     letters_become_small_and_nothing_else_changes)

constexpr bool starts_are_compared_without_case() {
    REQUIRE_TRUE(ascii_istarts_with("Resent-Date", "resent-"));
    REQUIRE_TRUE(ascii_istarts_with("resent-", "Resent-"));
    REQUIRE_TRUE(ascii_istarts_with("a", ""));
    REQUIRE_TRUE(!ascii_istarts_with("Resent", "resent-"));
    REQUIRE_TRUE(!ascii_istarts_with("X-Resent-Date", "resent-"));
    return true;
}
CASE("ascii: starts are compared without case", starts_are_compared_without_case)

struct comparison_row {
    std::string_view from;
    std::string_view left;
    std::string_view right;
    bool same;
};

constexpr comparison_row comparison_table[] = {
    {"RFC 5322 section 1.2.2, case does not count", "Return-Path", "return-path", true},
    {"RFC 5322 section 1.2.2, all capitals", "MESSAGE-ID", "message-id", true},
    {"unchanged", "Subject", "Subject", true},
    {"nothing", "", "", true},
    {"nothing and one octet", "", "a", false},
    {"a prefix of the other", "Date", "Dates", false},
    {"the first octet differs", "To", "Mo", false},
    {"the last octet differs", "Resent-To", "Resent-Tp", false},
    {"white space counts", "To", "To ", false},
    {"@ and ` are 32 apart, like A and a", "@", "`", false},
    {"[ and { are 32 apart", "[", "{", false},
    {"^ and ~ are 32 apart", "^", "~", false},
    {"digits and controls are 32 apart", "0", "\x10", false},
    {"an octet beyond ASCII equals itself", "\xC4", "\xC4", true},
    {"capital and small A-umlaut of ISO-8859-1", "\xC4", "\xE4", false},
    {"A and the octet 128 greater", "A", "\xC1", false},
    {"NUL does not end the comparison", {"a\0b", 3}, {"A\0C", 3}, false},
    {"NUL is an octet", {"a\0b", 3}, {"A\0B", 3}, true},
};

constexpr bool table_of_comparisons() {
    for (auto const& row : comparison_table) {
        REQUIRE_SAME(row.from, ascii_iequals(row.left, row.right), row.same);
        REQUIRE_SAME(row.from, ascii_iequals(row.right, row.left), row.same);
    }
    return true;
}
CASE("ascii: a comparison ignores the case of letters, and nothing else", table_of_comparisons)

bool many_octets_agree_with_single_ones() {
    for (std::size_t size = 1; size != 26; ++size)
        for (unsigned left = 0; left != 256; ++left)
            for (unsigned const right : {left, left ^ 0x20, left ^ 0x80, left ^ 1}) {
                auto const at = (left + right) % size;
                std::string one(size, 'Q');
                std::string other(size, 'q');
                one[at] = static_cast<char>(left);
                other[at] = static_cast<char>(right);
                bool const wanted = ascii_lower(one[at]) == ascii_lower(other[at]);
                if (!REQUIRE_SAME(one, ascii_iequals(one, other), wanted)) return false;
            }
    return true;
}
TEST_CASE("ascii: long texts are compared as single octets are") {
    CHECK(many_octets_agree_with_single_ones());
}

} // namespace
