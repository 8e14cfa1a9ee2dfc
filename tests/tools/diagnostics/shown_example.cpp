#include "../../../tools/diagnostics/shown_example.hpp"

#include "../../support.hpp"

#include <string>

namespace {

struct row {
    std::string_view from;
    std::string_view marked;
    std::string_view octets;
    std::string_view covered; // the octets between the marks
    std::string_view shown;
};

constexpr row table[] = {
    {"one mark", "ab{{cd}}e\n", "abcde\n", "cd", "abcde\n  ^^\n"},
    {"nothing is covered", "ab{{}}\n", "ab\n", "", "ab\n  ^\n"},
    {"at the start of a line", "ab\n{{}}", "ab\n", "", "ab\n\n^\n"},
    {"no line ending", "a{{b}}", "ab", "b", "ab\n ^\n"},
    {"several lines", "a{{b\ncd\n}}e\n", "ab\ncd\ne\n", "b\ncd\n", "ab\n ^\ncd\n^^\ne\n"},
    {"CRLF", "a{{b}}\r\nc\r\n", "ab\r\nc\r\n", "b", "ab\n ^\nc\n"},
    {"several line endings", "a\r\nb{{\n}}", "a\r\nb\n", "\n", "a␍␊\nb␊\n ^\n"},
    {"control characters", "a{{\r}}\x7F\n", "a\r\x7F\n", "\r", "a␍␡\n ^\n"},
    {"spaces at the end", "a b {{ }}\n", "a b  \n", " ", "a b␠␠\n    ^\n"},
    {"UTF-8", "\xC3\xA9{{\xC3\xA9}}b\n",
     "\xC3\xA9\xC3\xA9"
     "b\n",
     "\xC3\xA9",
     "\xC3\xA9\xC3\xA9"
     "b\n ^\n"},
    {"not UTF-8", "a{{\xE9}}b\n",
     "a\xE9"
     "b\n",
     "\xE9", "a<E9>b\n ^^^^\n"},
    {"repeated", "a{{{3:bc}}}d\n", "abcbcbcd\n", "bcbcbc", "a[bc × 3]d\n ^^^^^^^^\n"},
    {"repeated lines", "{2:a\n}{{b}}\n", "a\na\nb\n", "b", "[a␊ × 2]\nb\n^\n"},
    {"braces", "a{b}{{c}}\n", "a{b}c\n", "c", "a{b}c\n    ^\n"},
};

TEST_CASE("shown_example: marks, and what is below the lines") {
    for (auto const& each : table) {
        std::string octets;
        auto const range = tool::append_unmarked(octets, each.marked);
        REQUIRE_SAME(each.from, octets, each.octets);
        REQUIRE_SAME(each.from, octets.substr(range.offset, range.length), each.covered);
        tool::shown_example const shown{
            {foldwise::diagnostic_code::nul, tool::example_kind::message, each.marked}};
        REQUIRE_SAME(each.from, shown.text(), each.shown);
    }
}

} // namespace
