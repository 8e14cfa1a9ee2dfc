#include "../../tools/utf8.hpp"

#include "../support.hpp"
#include "display.hpp"

namespace {

struct range {
    char32_t first;
    char32_t last;
};

/// All unsafe characters: those of the general categories Cc, Cf, Zl and Zp, and
/// Default_Ignorable_Code_Point (Unicode 15.0).
constexpr range unsafe[] = {
    {0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},       {0x34F, 0x34F},
    {0x600, 0x605},     {0x61C, 0x61C},     {0x6DD, 0x6DD},     {0x70F, 0x70F},
    {0x890, 0x891},     {0x8E2, 0x8E2},     {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD}, {0x13430, 0x1343F},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

} // namespace

TEST_CASE("tool utf8: unsafe characters") {
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
