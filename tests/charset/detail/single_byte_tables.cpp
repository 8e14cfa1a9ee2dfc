#include <foldwise/charset/detail/single_byte_tables.hpp>

#include "../../support.hpp"
#include "../../tools/display.hpp"

#include <foldwise/charset/utf8_text.hpp>

#include <algorithm>
#include <cstdint>

#if defined(__GLIBC__)
#include <iconv.h>
#endif

namespace {

using foldwise::charset;
using foldwise::detail::single_byte_table;

struct point {
    foldwise::charset charset;
    unsigned octet;
    std::uint32_t code_point;
};

// Octets that differ between sets that are easily confused, and octets for which other tables
// differ from the WHATWG Encoding Standard.
constexpr point points[] = {
    {charset::ibm866, 0x80, 0x0410},         {charset::iso_8859_2, 0xA1, 0x0104},
    {charset::iso_8859_5, 0xF0, 0x2116},     {charset::iso_8859_7, 0xA4, 0x20AC},
    {charset::iso_8859_8_i, 0xE0, 0x05D0},   {charset::iso_8859_15, 0xA4, 0x20AC},
    {charset::iso_8859_16, 0xA4, 0x20AC},    {charset::koi8_r, 0xAE, 0x255D},
    {charset::koi8_u, 0xAE, 0x045E},         {charset::koi8_u, 0xBE, 0x040E},
    {charset::macintosh, 0xDB, 0x20AC},      {charset::macintosh, 0xF0, 0xF8FF},
    {charset::windows_874, 0xDB, 0xFFFD},    {charset::windows_1251, 0x98, 0x0098},
    {charset::windows_1252, 0x80, 0x20AC},   {charset::windows_1252, 0x81, 0x0081},
    {charset::windows_1253, 0xAA, 0xFFFD},   {charset::windows_1254, 0xDD, 0x0130},
    {charset::windows_1255, 0xCA, 0x05BA},   {charset::windows_1255, 0xD9, 0xFFFD},
    {charset::windows_1257, 0xA1, 0xFFFD},   {charset::windows_1258, 0xFE, 0x20AB},
    {charset::x_mac_cyrillic, 0xA2, 0x0490}, {charset::x_mac_cyrillic, 0xFF, 0x20AC},
    {charset::ibm437, 0xE1, 0x00DF},         {charset::ibm850, 0xD5, 0x0131},
    {charset::ibm852, 0x88, 0x0142},         {charset::ibm858, 0xD5, 0x20AC},
    {charset::us_ascii, 0x80, 0xFFFD},       {charset::us_ascii, 0xFF, 0xFFFD},
    {charset::x_user_defined, 0x80, 0xF780}, {charset::x_user_defined, 0xFF, 0xF7FF},
};

constexpr bool points_that_differ() {
    for (auto const& [set, octet, code_point] : points)
        REQUIRE_SAME(foldwise::name_of(set), std::uint32_t{single_byte_table(set)[octet - 0x80]},
                     code_point);
    return true;
}
CASE("single_byte_tables: octets that other tables read differently", points_that_differ)

constexpr bool other_sets_have_none() {
    for (auto const set : {charset::utf_8, charset::utf_16, charset::utf_16be, charset::utf_16le,
                           charset::utf_32, charset::utf_7, charset::gb18030, charset::replacement})
        REQUIRE_TRUE(single_byte_table(set) == nullptr);
    return true;
}
CASE("single_byte_tables: other sets have no table", other_sets_have_none)

constexpr bool octets_without_a_meaning() {
    struct {
        foldwise::charset charset;
        std::size_t count; // in the indexes of the WHATWG Encoding Standard
    } constexpr table[] = {
        {charset::iso_8859_3, 7},    {charset::iso_8859_6, 45},  {charset::iso_8859_7, 3},
        {charset::iso_8859_8, 36},   {charset::windows_874, 8},  {charset::windows_1253, 3},
        {charset::windows_1255, 10}, {charset::windows_1257, 2}, {charset::us_ascii, 128},
    };
    std::size_t others = 0;
    for (auto set = charset::ibm866; set <= charset::x_user_defined;
         set = static_cast<charset>(static_cast<int>(set) + 1)) {
        auto const* const codes = single_byte_table(set);
        std::size_t wanted = set == charset::iso_8859_8_i ? 36u : 0u;
        for (auto const& row : table)
            if (row.charset == set) wanted = row.count;
        std::size_t count = 0;
        for (std::size_t i = 0; i < 128; ++i) count += codes[i] == 0xFFFD ? 1u : 0u;
        REQUIRE_SAME(foldwise::name_of(set), count, wanted);
        ++others;
    }
    REQUIRE_SAME("sets", others, std::size_t{34});
    return true;
}
CASE("single_byte_tables: how many octets have no meaning", octets_without_a_meaning)

#if defined(__GLIBC__)

struct iconv_row {
    foldwise::charset charset;
    char const* name;
};

constexpr iconv_row iconv_table[] = {
    {charset::ibm866, "CP866"},
    {charset::iso_8859_2, "ISO-8859-2"},
    {charset::iso_8859_3, "ISO-8859-3"},
    {charset::iso_8859_4, "ISO-8859-4"},
    {charset::iso_8859_5, "ISO-8859-5"},
    {charset::iso_8859_6, "ISO-8859-6"},
    {charset::iso_8859_7, "ISO-8859-7"},
    {charset::iso_8859_8, "ISO-8859-8"},
    {charset::iso_8859_8_i, "ISO-8859-8"},
    {charset::iso_8859_10, "ISO-8859-10"},
    {charset::iso_8859_13, "ISO-8859-13"},
    {charset::iso_8859_14, "ISO-8859-14"},
    {charset::iso_8859_15, "ISO-8859-15"},
    {charset::iso_8859_16, "ISO-8859-16"},
    {charset::koi8_r, "KOI8-R"},
    {charset::koi8_u, "KOI8-U"},
    {charset::macintosh, "MACINTOSH"},
    {charset::windows_874, "CP874"},
    {charset::windows_1250, "CP1250"},
    {charset::windows_1251, "CP1251"},
    {charset::windows_1252, "CP1252"},
    {charset::windows_1253, "CP1253"},
    {charset::windows_1254, "CP1254"},
    {charset::windows_1255, "CP1255"},
    {charset::windows_1256, "CP1256"},
    {charset::windows_1257, "CP1257"},
    {charset::windows_1258, "CP1258"},
    {charset::x_mac_cyrillic, "MAC-UK"},
    {charset::ibm437, "CP437"},
    {charset::ibm850, "CP850"},
    {charset::ibm852, "CP852"},
    {charset::ibm858, "CP858"},
    {charset::us_ascii, "US-ASCII"},
};

/// The code point that iconv reads the octet as; U+FFFD if it has none.
std::uint32_t by_iconv(iconv_t descriptor, unsigned octet) {
    char in[] = {static_cast<char>(octet)};
    char out[8] = {};
    char* from = in;
    char* to = out;
    std::size_t in_left = 1;
    std::size_t out_left = sizeof out;
    ::iconv(descriptor, nullptr, nullptr, nullptr, nullptr);
    auto const status = ::iconv(descriptor, &from, &in_left, &to, &out_left);
    ::iconv(descriptor, nullptr, nullptr, &to, &out_left); // flush
    std::string_view text{out, sizeof out - out_left};
    return status != 0 || text.empty() ? 0xFFFD : test::take_utf8(text).value_or(0xFFFD);
}

// What glibc has where it differs from the WHATWG Encoding Standard.
constexpr point differences[] = {
    {charset::koi8_u, 0xAE, 0x255D},         // as in RFC 2319; the standard has U+045E
    {charset::koi8_u, 0xBE, 0x256C},         // as in RFC 2319; the standard has U+040E
    {charset::macintosh, 0xC6, 0x0394},      // a Greek delta; the standard has the increment sign
    {charset::macintosh, 0xF0, 0xE01E},      // another private character for Apple's logo
    {charset::windows_1255, 0xCA, 0xFFFD},   // an older version of the set, without U+05BA
    {charset::x_mac_cyrillic, 0xFF, 0x00A4}, // an older version of the set, without the euro sign
};

/// Whether the octet, below A0, has no meaning in a Windows set, where the standard has a control
/// character.
bool is_control_of_windows(charset set, unsigned octet, std::uint32_t wanted) {
    return set >= charset::windows_874 && set <= charset::windows_1258 && octet < 0xA0 &&
           wanted == octet;
}

TEST_CASE("single_byte_tables: glibc has the same tables, except for known differences") {
    std::size_t different = 0;
    for (auto const& row : iconv_table) {
        auto const descriptor = ::iconv_open("UTF-8", row.name);
        REQUIRE(reinterpret_cast<std::intptr_t>(descriptor) != -1);
        for (unsigned octet = 0x80; octet < 0x100; ++octet) {
            std::uint32_t const ours = single_byte_table(row.charset)[octet - 0x80];
            auto const theirs = by_iconv(descriptor, octet);
            if (ours == theirs) continue;
            if (theirs == 0xFFFD && is_control_of_windows(row.charset, octet, ours)) continue;
            bool const is_known = std::ranges::any_of(differences, [&](point const& known) {
                return known.charset == row.charset && known.octet == octet &&
                       known.code_point == theirs;
            });
            different += is_known ? 1u : 0u;
            if (!is_known) REQUIRE_SAME(row.name + std::to_string(octet), ours, theirs);
        }
        ::iconv_close(descriptor);
    }
    CHECK(different == std::size(differences));
}

#endif

} // namespace
