#include "../../tools/utf8.hpp"

#include "../support.hpp"
#include "display.hpp"

namespace {

/// What a reader makes of `text`: each code point with the octets that it took.
std::string characters_of(std::string_view text) {
    std::string seen;
    for (std::size_t at = 0; at < text.size();) {
        auto const c = tool::character_at(text, at);
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%s%04X/%u", at == 0 ? "" : " ",
                      static_cast<unsigned>(c.code_point), static_cast<unsigned>(c.size));
        seen += buffer;
        at += c.size;
    }
    return seen;
}

struct row {
    std::string_view from;
    std::string_view octets;
    std::string_view seen; // code point / octets
};

using namespace std::string_view_literals;

constexpr row table[] = {
    {"ASCII", "aZ~", "0061/1 005A/1 007E/1"},
    {"controls are characters", "\0\x1B\x7F"sv, "0000/1 001B/1 007F/1"},
    {"the least and the most of two octets", "\xC2\x80\xDF\xBF", "0080/2 07FF/2"},
    {"of three", "\xE0\xA0\x80\xEF\xBF\xBF", "0800/3 FFFF/3"},
    {"of four", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", "10000/4 10FFFF/4"},
    {"around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", "D7FF/3 E000/3"},
    {"U+FFFD itself", "\xEF\xBF\xBD", "FFFD/3"},
    {"an octet that continues nothing", "\x80\xBF!", "FFFD/1 FFFD/1 0021/1"},
    {"octets that are in no UTF-8", "\xC0\xC1\xF5\xFE\xFF", "FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1"},
    {"ISO-8859-1", "caf\xE9 x", "0063/1 0061/1 0066/1 FFFD/1 0020/1 0078/1"},
    {"cut off after the first of two", "\xC3", "FFFD/1"},
    {"cut off after the second of three", "\xE2\x82", "FFFD/2"},
    {"cut off after the third of four", "\xF0\x9F\x98", "FFFD/3"},
    {"a character in the middle of another", "\xE2\x82\xC3\xA9", "FFFD/2 00E9/2"},
    {"Unicode 15 table 3-8, overlong forms", "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
     "FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 0041/1"},
    {"Unicode 15 table 3-9, surrogates", "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
     "FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 0041/1"},
    {"Unicode 15 table 3-10, others", "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
     "FFFD/1 FFFD/1 FFFD/1 FFFD/1 FFFD/1 0041/1 FFFD/1 FFFD/1 0042/1"},
    {"Unicode 15 table 3-11, cut off", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
     "FFFD/2 FFFD/1 FFFD/3 FFFD/2 0041/1"},
};

struct range {
    char32_t first;
    char32_t last;
};

/// All that is unsafe, and nothing else.
constexpr range unsafe[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
};

} // namespace

TEST_CASE("tool utf8: characters, and what is none") {
    for (auto const& row : table) REQUIRE_SAME(row.from, characters_of(row.octets), row.seen);
}

TEST_CASE("tool utf8: every code point reads as itself") {
    for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        auto const text = test::utf8(c);
        auto const read = tool::character_at(text, 0);
        if (read.code_point != c || read.size != text.size()) // a million of them: no message each
            REQUIRE_SAME(text, static_cast<std::uint32_t>(read.code_point), c);
    }
}

TEST_CASE("tool utf8: nothing is read behind the end, nothing is left out") {
    for (unsigned first = 0; first < 0x100; ++first) {
        for (unsigned second = 0; second < 0x100; ++second) {
            char const octets[] = {static_cast<char>(first), static_cast<char>(second)};
            for (std::size_t size = 1; size <= 2; ++size) {
                std::string_view const text{octets, size};
                auto const read = tool::character_at(text, 0).size;
                if (read == 0 || read > size) REQUIRE_SAME(text, read, size);
            }
        }
    }
}

TEST_CASE("tool utf8: what is unsafe to show") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        bool wanted = false;
        for (auto const& range : unsafe) wanted = wanted || (range.first <= c && c <= range.last);
        if (tool::is_unsafe(c) != wanted) REQUIRE_SAME(test::utf8(c), tool::is_unsafe(c), wanted);
    }
}

TEST_CASE("tool utf8: the replacement character") {
    std::string text = "a";
    tool::append_replacement(text);
    CHECK(text == "a\xEF\xBF\xBD");
}
