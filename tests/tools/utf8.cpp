#include "../../tools/utf8.hpp"

#include "../support.hpp"
#include "display.hpp"

namespace {

struct range {
    char32_t first;
    char32_t last;
};

/// All unsafe characters.
constexpr range unsafe[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
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
