#include <foldwise/base/utf8.hpp>

#include "../support.hpp"
#include "../tools/display.hpp"

namespace {

using foldwise::utf8_character;
using foldwise::utf8_character_at;
using foldwise::write_utf8;

static_assert(std::is_trivially_copyable_v<utf8_character>);
static_assert(noexcept(utf8_character_at(test::some_octets, 0)));
static_assert(noexcept(write_utf8(0, nullptr)));

using namespace std::string_view_literals;

constexpr char32_t bad = 0x110000; // stands for malformed octets in the table

struct read {
    char32_t code_point;
    std::size_t size; // 0: the row has no more characters
};

struct row {
    std::string_view from;
    std::string_view octets;
    read characters[9];
};

constexpr row table[] = {
    {"ASCII", "aZ~", {{'a', 1}, {'Z', 1}, {'~', 1}}},
    {"controls are characters", "\0\x1B\x7F"sv, {{0, 1}, {0x1B, 1}, {0x7F, 1}}},
    {"the least and the most of two octets", "\xC2\x80\xDF\xBF", {{0x80, 2}, {0x7FF, 2}}},
    {"the least and the most of three", "\xE0\xA0\x80\xEF\xBF\xBF", {{0x800, 3}, {0xFFFF, 3}}},
    {"the least and the most of four",
     "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
     {{0x10000, 4}, {0x10FFFF, 4}}},
    {"around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", {{0xD7FF, 3}, {0xE000, 3}}},
    {"U+FFFD itself", "\xEF\xBF\xBD", {{0xFFFD, 3}}},
    {"continuation octets alone", "\x80\xBF!", {{bad, 1}, {bad, 1}, {'!', 1}}},
    {"octets that are never in UTF-8",
     "\xC0\xC1\xF5\xFE\xFF",
     {{bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}}},
    {"ISO-8859-1", "f\xE9 x", {{'f', 1}, {bad, 1}, {' ', 1}, {'x', 1}}},
    {"cut off after the first of two", "\xC3", {{bad, 1}}},
    {"cut off after the second of three", "\xE2\x82", {{bad, 2}}},
    {"cut off after the third of four", "\xF0\x9F\x98", {{bad, 3}}},
    {"a character in the middle of another", "\xE2\x82\xC3\xA9", {{bad, 2}, {0xE9, 2}}},
    {"Unicode 15 table 3-8, overlong forms",
     "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
     {{bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {'A', 1}}},
    {"Unicode 15 table 3-9, surrogates",
     "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
     {{bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {'A', 1}}},
    {"Unicode 15 table 3-10, others",
     "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
     {{bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {bad, 1}, {'A', 1}, {bad, 1}, {bad, 1}, {'B', 1}}},
    {"Unicode 15 table 3-11, cut off",
     "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
     {{bad, 2}, {bad, 1}, {bad, 3}, {bad, 2}, {'A', 1}}},
};

constexpr bool characters_and_what_is_none() {
    for (auto const& row : table) {
        std::size_t at = 0;
        for (auto const& wanted : row.characters) {
            if (wanted.size == 0) break;
            auto const got = utf8_character_at(row.octets, at);
            REQUIRE_SAME(row.from, got.is_well_formed, wanted.code_point != bad);
            REQUIRE_SAME(row.from, std::uint32_t{got.code_point},
                         std::uint32_t{got.is_well_formed ? wanted.code_point : U'\xFFFD'});
            REQUIRE_SAME(row.from, got.size, wanted.size);
            at += got.size;
        }
        REQUIRE_SAME(row.from, at, row.octets.size());
    }
    return true;
}
CASE("utf8: characters and malformed octets", characters_and_what_is_none)

TEST_CASE("utf8: every code point reads as itself") {
    for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        auto const text = test::utf8(c);
        auto const got = utf8_character_at(text, 0);
        if (got.code_point != c || got.size != text.size() || !got.is_well_formed)
            REQUIRE_SAME(text, std::uint32_t{got.code_point}, c); // slow: only on failure
        char octets[4];
        std::string_view const written{octets, write_utf8(c, octets)};
        if (written != text) REQUIRE_SAME(c, written, text);
    }
}

constexpr bool code_points_at_the_bounds() {
    struct {
        char32_t code_point;
        std::string_view wanted;
    } constexpr bounds[] = {
        {0, {"\0", 1}},
        {0x7F, "\x7F"},
        {0x80, "\xC2\x80"},
        {0x7FF, "\xDF\xBF"},
        {0x800, "\xE0\xA0\x80"},
        {0xFFFF, "\xEF\xBF\xBF"},
        {0x10000, "\xF0\x90\x80\x80"},
        {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    };
    for (auto const& row : bounds) {
        char octets[4] = {};
        std::string_view const written{octets, write_utf8(row.code_point, octets)};
        REQUIRE_SAME(row.wanted, written, row.wanted);
    }
    return true;
}
CASE("utf8: code points are written in the shortest form", code_points_at_the_bounds)

TEST_CASE("utf8: a character has at least one octet, and ends within the text") {
    for (unsigned first = 0; first < 0x100; ++first) {
        for (unsigned second = 0; second < 0x100; ++second) {
            char const octets[] = {static_cast<char>(first), static_cast<char>(second)};
            for (std::size_t size = 1; size <= 2; ++size) {
                std::string_view const text{octets, size};
                auto const got = utf8_character_at(text, 0).size;
                if (got == 0 || got > size) REQUIRE_SAME(text, got, size);
            }
        }
    }
}

} // namespace
