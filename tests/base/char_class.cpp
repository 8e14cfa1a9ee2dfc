#include <foldwise/base/char_class.hpp>

#include "../support.hpp"

namespace {

using foldwise::char_class;

static_assert(std::is_trivially_copyable_v<char_class>);
static_assert(sizeof(char_class) == 32);
static_assert(noexcept(foldwise::ftext.contains('a')));
static_assert(noexcept(foldwise::alpha + foldwise::digit - foldwise::hexdig));

/// The octets, in ascending order, of ABNF terminals as RFC 5234 section 2.3 writes them:
/// "%d33-39 / %d42 / %x41-5A". No other ABNF is supported.
constexpr test::text_buffer octets_of(std::string_view abnf) {
    bool holds[256] = {};
    for (std::size_t i = 0; i < abnf.size(); ++i) {
        if (abnf[i] != '%') continue;
        unsigned const base = abnf[i + 1] == 'x' ? 16 : 10;
        unsigned bounds[2] = {};
        int bound = 0;
        for (i += 2; i < abnf.size() && abnf[i] != ' '; ++i) {
            if (abnf[i] == '-')
                ++bound;
            else
                bounds[bound] = bounds[bound] * base +
                                static_cast<unsigned>(abnf[i] - (abnf[i] <= '9' ? '0' : 'A' - 10));
        }
        for (auto octet = bounds[0]; octet <= bounds[bound]; ++octet) holds[octet] = true;
    }
    test::text_buffer octets;
    for (int octet = 0; octet < 256; ++octet)
        if (holds[octet]) octets.append(static_cast<char>(octet));
    return octets;
}

constexpr test::text_buffer octets_of(char_class const& set) {
    test::text_buffer octets;
    for (int octet = 0; octet < 256; ++octet)
        if (set.contains(static_cast<char>(octet))) octets.append(static_cast<char>(octet));
    return octets;
}

struct class_row {
    std::string_view from;
    char_class set;
    std::string_view abnf;
};

constexpr class_row class_table[] = {
    {"RFC 5234 appendix B.1, ALPHA", foldwise::alpha, "%x41-5A / %x61-7A"},
    {"RFC 5234 appendix B.1, DIGIT", foldwise::digit, "%x30-39"},
    {"RFC 5234 appendix B.1, HEXDIG; a literal's case does not count", foldwise::hexdig,
     "%x30-39 / %x41-46 / %x61-66"},
    {"RFC 5234 appendix B.1, VCHAR", foldwise::vchar, "%x21-7E"},
    {"RFC 5234 appendix B.1, WSP = SP / HTAB", foldwise::wsp, "%x20 / %x09"},
    {"RFC 5234 appendix B.1, CTL", foldwise::ctl, "%x00-1F / %x7F"},
    {"RFC 6532 section 3.1, and octets not in UTF-8", foldwise::utf8_non_ascii, "%x80-FF"},
    {"RFC 5322 section 3.2.3, specials", foldwise::specials,
     "%d34 / %d40 / %d41 / %d44 / %d46 / %d58 / %d59 / %d60 / %d62 / %d64 / %d91 / %d92 / %d93"},
    {"RFC 5322 section 3.2.3, atext", foldwise::atext,
     "%d65-90 / %d97-122 / %d48-57 / %d33 / %d35 / %d36 / %d37 / %d38 / %d39 / %d42 / %d43 / "
     "%d45 / %d47 / %d61 / %d63 / %d94 / %d95 / %d96 / %d123 / %d124 / %d125 / %d126"},
    {"RFC 5322 section 3.6.8, ftext", foldwise::ftext, "%d33-57 / %d59-126"},
    {"RFC 5322 section 3.2.2, ctext", foldwise::ctext, "%d33-39 / %d42-91 / %d93-126"},
    {"RFC 5322 section 3.2.4, qtext", foldwise::qtext, "%d33 / %d35-91 / %d93-126"},
    {"RFC 5322 section 3.4.1, dtext", foldwise::dtext, "%d33-90 / %d94-126"},
    {"RFC 5322 section 4.1, obs-NO-WS-CTL", foldwise::obs_no_ws_ctl,
     "%d1-8 / %d11 / %d12 / %d14-31 / %d127"},
    {"nothing", char_class{}, ""},
    {"one octet", char_class::range(0x40, 0x40), "%x40"},
    {"every octet", char_class::range(0x00, 0xFF), "%x00-FF"},
    {"the last octet", char_class::range(0xFF, 0xFF), "%xFF"},
    {"across the 64-bit words", char_class::range(0x3F, 0xC0), "%x3F-C0"},
    {"a list with NUL, an octet beyond ASCII, and one twice",
     char_class{std::string_view{"a\0\xFE"
                                 "a",
                                 4}},
     "%x00 / %x61 / %xFE"},
};

constexpr bool table_of_classes() {
    for (auto const& row : class_table) {
        auto const got = octets_of(row.set);
        auto const wanted = octets_of(row.abnf);
        REQUIRE_SAME(row.from, std::string_view{got}, std::string_view{wanted});
        REQUIRE_TRUE(char_class{std::string_view{got}} == row.set);
    }
    return true;
}
CASE("char_class: each class holds the octets of its ABNF and no others", table_of_classes)

constexpr bool the_octets_of_either_and_of_only_one() {
    for (auto const& left : class_table)
        for (auto const& right : class_table) {
            auto const either = left.set + right.set;
            auto const only_left = left.set - right.set;
            for (int value = 0; value < 256; value += 7) {
                auto const octet = static_cast<char>(value);
                bool const in_left = left.set.contains(octet);
                bool const in_right = right.set.contains(octet);
                REQUIRE_SAME(left.from, either.contains(octet), in_left || in_right);
                REQUIRE_SAME(left.from, only_left.contains(octet), in_left && !in_right);
            }
        }
    return true;
}
CASE("char_class: a + b has the octets of either, a - b those of a that are not in b",
     the_octets_of_either_and_of_only_one)

constexpr bool equal_classes_hold_the_same_octets() {
    REQUIRE_TRUE(char_class{"abc"} == char_class::range('a', 'c'));
    REQUIRE_TRUE(char_class{"cba"} == char_class{"abcabc"});
    REQUIRE_TRUE(char_class{"abc"} != char_class{"abd"});
    REQUIRE_TRUE(char_class{std::string_view{"abc"}} == char_class{"abc"});
    REQUIRE_TRUE(char_class{std::string_view{"a\0", 2}} ==
                 char_class{"a"} + char_class::range(0, 0));
    REQUIRE_TRUE(char_class::range(2, 1) == char_class{});
    REQUIRE_TRUE(char_class{} != char_class::range(0, 0));
    REQUIRE_TRUE(char_class{} != char_class::range(0xFF, 0xFF));
    REQUIRE_TRUE(foldwise::vchar - foldwise::specials == foldwise::atext); // RFC 5322 3.2.3
    REQUIRE_TRUE(foldwise::atext + foldwise::specials == foldwise::vchar);
    return true;
}
CASE("char_class: two classes are equal when they hold the same octets",
     equal_classes_hold_the_same_octets)

} // namespace
