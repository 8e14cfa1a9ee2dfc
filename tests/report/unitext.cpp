#include <foldwise/report/unitext.hpp>

#include "../support.hpp"

#include <foldwise/base/utf8.hpp>

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<unitext>);
static_assert(!std::is_constructible_v<unitext, std::string>);
static_assert(std::ranges::borrowed_range<unitext::piece_range>);

struct row {
    std::string_view from;
    std::string_view raw;
    std::string_view text;
};

constexpr row decoded_table[] = {
    {"two digits", "jos\\x{E9}@a.example", "jos\xC3\xA9@a.example"},
    {"lower case", "\\x{e9}", "\xC3\xA9"},
    {"three digits", "\\x{3b1}\\x{3b2}", "\xCE\xB1\xCE\xB2"},
    {"four digits", "a\\x{4E2D}b",
     "a\xE4\xB8\xAD"
     "b"},
    {"five digits", "\\x{1F600}", "\xF0\x9F\x98\x80"},
    {"six digits", "\\x{10FFFF}", "\xF4\x8F\xBF\xBF"},
    {"the least and the most", "\\x{80}\\x{7FF}\\x{800}\\x{FFFF}\\x{10000}",
     "\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80"},
    {"characters that SMTP parameters cannot contain", "a\\x{20}\\x{2B}\\x{3D}\\x{5C}\\x{7F}b",
     "a +=\\\x7F"
     "b"},
    {"control characters", "\\x{01}\\x{10}\\x{19}", "\x01\x10\x19"},
    {"UTF-8 next to it", "\xC3\xA9\\x{E9}", "\xC3\xA9\xC3\xA9"},
    {"plus is not xtext", "a+2Bb", "a+2Bb"},
};

constexpr row kept_table[] = {
    {"characters that need no encoding", "a\\x{40}b\\x{41}\\x{2E}", "a\\x{40}b\\x{41}\\x{2E}"},
    {"line endings and other characters outside of the grammar", "\\x{0A}\\x{0D}\\x{00}\\x{1B}",
     "\\x{0A}\\x{0D}\\x{00}\\x{1B}"},
    {"leading zeros", "\\x{0E9}\\x{00E9}\\x{0000E9}", "\\x{0E9}\\x{00E9}\\x{0000E9}"},
    {"surrogates", "\\x{D800}\\x{DFFF}", "\\x{D800}\\x{DFFF}"},
    {"beyond Unicode", "\\x{110000}\\x{200000}", "\\x{110000}\\x{200000}"},
    {"too few digits, and too many", "\\x{}\\x{9}\\x{10FFFFF}", "\\x{}\\x{9}\\x{10FFFFF}"},
    {"no digits", "\\x{G9}\\x{ E9}\\x{E9 }", "\\x{G9}\\x{ E9}\\x{E9 }"},
    {"not closed", "\\x{E9", "\\x{E9"},
    {"similar text", "\\X{E9}\\{E9}x{E9}\\", "\\X{E9}\\{E9}x{E9}\\"},
    {"one in another", "\\x{\\x{E9}}", "\\x{\xC3\xA9}"},
    {"folded inside", "\\x{E\n 9}", "\\x{E 9}"},
};

constexpr void check(row const& r, std::string_view raw) {
    unitext const text{raw};
    REQUIRE_SAME(r.from, text == r.text, true);
    REQUIRE_SAME(r.from, text.length(), r.text.size());
    REQUIRE_SAME(r.from, text.empty(), r.text.empty());
    for (auto const piece : text.pieces()) REQUIRE_SAME(r.from, piece.empty(), false);
}

constexpr bool characters_are_decoded() {
    for (auto const& r : decoded_table) check(r, r.raw);
    return true;
}
CASE("unitext: characters are decoded", characters_are_decoded)

constexpr bool what_is_no_character_is_text() {
    for (auto const& r : kept_table)
        test::with_both_line_endings(r.raw, [&r](std::string_view raw) { check(r, raw); });
    return true;
}
CASE("unitext: anything else is text", what_is_no_character_is_text)

constexpr bool the_plain_form_is_unfolded() {
    unitext const text{"\\x{E9}\r\n b", unitext_form::plain};
    REQUIRE_TRUE(text == "\\x{E9} b");
    REQUIRE_TRUE(text.raw() == "\\x{E9}\r\n b");
    REQUIRE_TRUE(unitext{}.empty() && unitext{}.contiguous() == "");
    REQUIRE_TRUE(unitext{"\\x{E9", unitext_form::plain}.contiguous() == "\\x{E9");
    REQUIRE_TRUE(unitext{"a@b"}.contiguous() == "a@b");
    REQUIRE_TRUE(!unitext{"a\\x{E9}"}.contiguous() && !unitext{"\\x{20}"}.contiguous());
    REQUIRE_TRUE(!unitext{"a\n b"}.contiguous());
    return true;
}
CASE("unitext: the plain form is only unfolded", the_plain_form_is_unfolded)

TEST_CASE("unitext: any octets; iterators differ, and the text is UTF-8") {
    test::for_each_string("\\x{2e}9", 7, [](std::string_view raw) {
        unitext const text{raw};
        auto const copy = text.to_string();
        REQUIRE_SAME(raw, text == copy, true);
        for (std::size_t at = 0; at < copy.size();) {
            auto const next = utf8_character_at(copy, at);
            REQUIRE_SAME(raw, next.is_well_formed, true);
            at += next.size;
        }
        auto const pieces = text.pieces();
        for (auto it = pieces.begin(); it != pieces.end();) {
            auto const before = it++;
            REQUIRE_SAME(raw, it == before, false);
        }
        return true;
    });
}

} // namespace
