#include <foldwise/smtp/xtext.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using namespace std::string_view_literals;

static_assert(std::is_trivially_copyable_v<xtext>);

struct row {
    std::string_view from;
    std::string_view raw;
    std::string_view text;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 3461 10.1", "QQ314159", "QQ314159"},
    {"RFC 3461 4, plus and equals signs", "a+2Bb+3Dc", "a+b=c"},
    {"RFC 4954 5", "e+3Dmc2@example.com", "e=mc2@example.com"},
    {"RFC 3461 4, a CHAR may be encoded", "+41+7E", "A~"},
    {"RFC 4954 5, unknown", "<>", "<>"},
    {"empty", "", ""},
    {"a space", "+20", " "},
    {"beyond ASCII", "+C3+A9", "\xC3\xA9"},
    {"a decoded plus sign decodes nothing", "+2B41", "+41"},
    {"adjacent", "+2B+2B", "++"},
    {"lower case", "a+2bb", "a+b", "xtext_lower_case 1 3"},
    {"mixed case", "+aF", "\xAF", "xtext_lower_case 0 3"},
    {"no digits", "a+b@c", "a+b@c", "xtext_malformed 1 1"},
    {"one digit", "+2", "+2", "xtext_malformed 0 1"},
    {"a digit and a letter", "+2G", "+2G", "xtext_malformed 0 1"},
    {"a plus sign at the end", "a+", "a+", "xtext_malformed 1 1"},
    {"a plus sign before a hexchar", "++2B", "++", "xtext_malformed 0 1"},
    {"an equals sign", "a=b", "a=b", "xtext_malformed 1 1"},
    {"a space", "a b", "a b", "xtext_malformed 1 1"},
    {"unencoded, beyond ASCII", "\xC3\xA9", "\xC3\xA9", "xtext_malformed 0 1, xtext_malformed 1 1"},
    {"an injected line", "a+0D+0ARCPT", "a\r\nRCPT",
     "xtext_control_character 1 3, xtext_control_character 4 3"},
    {"NUL in lower case", "+0a", "\n", "xtext_lower_case 0 3, xtext_control_character 0 3"},
    {"NUL", "a+00", "a\0"sv, "xtext_control_character 1 3"},
    {"DEL", "+7F", "\x7F", "xtext_control_character 0 3"},
};

constexpr bool texts_are_decoded() {
    for (auto const& r : table) {
        xtext const read{r.raw};
        REQUIRE_SAME(r.from, read.raw(), r.raw);
        REQUIRE_SAME(r.from, read == r.text, true);
        REQUIRE_SAME(r.from, read.length(), r.text.size());
        REQUIRE_SAME(r.from, read.empty(), r.text.empty());
        REQUIRE_SAME(r.from, read.contiguous().has_value(), r.raw == r.text);
        if (auto const whole = read.contiguous()) REQUIRE_SAME(r.from, *whole, r.raw);
        REQUIRE_SAME(r.from, std::string_view{test::problems_of(read)}, r.problems);
        REQUIRE_SAME(r.from, read.deviation().has_value(), !r.problems.empty());
        for (auto const piece : read.pieces()) REQUIRE_SAME(r.from, piece.empty(), false);
        test::text_buffer octets;
        for (char const octet : read) octets.append(octet);
        REQUIRE_SAME(r.from, std::string_view{octets}, r.text);
    }
    REQUIRE_TRUE(xtext{"+41+2B"} == xtext{"A+2B"});
    return true;
}
CASE("xtext: texts are decoded", texts_are_decoded)

TEST_CASE("xtext: as a string") { CHECK(xtext{"a+2Bb"}.to_string() == "a+b"); }

} // namespace
