#include <foldwise/charset/charset_decoder.hpp>

#include "../diagnostics.hpp"
#include "utf8_read.hpp"

#include <type_traits>

namespace {

using namespace std::string_view_literals;
using foldwise::charset;
using foldwise::charset_decoder;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(std::is_trivially_copyable_v<charset_decoder>);
static_assert(noexcept(charset_decoder{}.write(test::some_octets, nullptr)));
static_assert(noexcept(charset_decoder{}.finish(nullptr)));

struct row {
    std::string_view from;
    foldwise::charset charset;
    std::string_view octets;
    std::string_view problems; // each as "name offset length;"
};

constexpr row table[] = {
    {"nothing wrong", charset::utf_8, "a\xC3\xA9", ""},
    {"one octet", charset::utf_8, "ab\xE9z", "charset_octets_replaced 2 1;"},
    {"from the first to the last", charset::utf_8, "a\xE9z\xE2\x82z",
     "charset_octets_replaced 1 4;"},
    {"cut off", charset::utf_8, "abc\xE2\x82", "charset_octets_replaced 3 2;"},
    {"an octet without a meaning", charset::us_ascii, "\x80z", "charset_octets_replaced 0 1;"},
    {"a lead alone", charset::utf_16be, "\0a\xD8\x00\0z"sv, "charset_octets_replaced 2 2;"},
    {"a trail alone", charset::utf_16be, "\0a\xDC\x00\0z"sv, "charset_octets_replaced 2 2;"},
    {"half a unit", charset::utf_16be, "\0a\0"sv, "charset_octets_replaced 2 1;"},
    {"a mark", charset::utf_16, "\xFE\xFF\0a"sv, ""},
    {"no mark", charset::utf_16, "a\0"sv, "charset_byte_order_missing 0 2;"},
    {"no mark, and half a unit", charset::utf_16, "a\0b"sv,
     "charset_octets_replaced 2 1;charset_byte_order_missing 0 2;"},
    {"a set that needs no mark", charset::utf_16le, "a\0"sv, ""},
    {"UTF-32, a mark", charset::utf_32, "\0\0\xFE\xFF\0\0\0a"sv, ""},
    {"UTF-32, no mark", charset::utf_32, "\0\0\0a"sv, "charset_byte_order_missing 0 4;"},
    {"UTF-32, a surrogate", charset::utf_32be, "\0\0\0a\0\0\xD8\0"sv,
     "charset_octets_replaced 4 4;"},
    {"UTF-32, cut off", charset::utf_32le, "a\0\0\0z\0"sv, "charset_octets_replaced 4 2;"},
    {"UTF-7", charset::utf_7, "a+ z\xE9z", "charset_octets_replaced 1 4;"},
    {"UTF-7, at the end", charset::utf_7, "a+J", "charset_octets_replaced 2 1;"},
    {"no converter", charset::gbk, "abc", "charset_not_converted 0 3;"},
    {"no text", charset::gbk, "", ""},
};

constexpr void append_number(test::text_buffer& to, std::size_t number) {
    if (number >= 10) append_number(to, number / 10);
    to.append(static_cast<char>('0' + static_cast<char>(number % 10)));
}

constexpr bool problems_and_their_places() {
    for (auto const& row : table) {
        for (std::size_t cut = 0; cut <= row.octets.size(); ++cut) {
            charset_decoder decoder{row.charset};
            char unused[charset_decoder::max_size(16)] = {};
            decoder.write(row.octets.substr(0, cut), unused);
            decoder.write(row.octets.substr(cut), unused);
            decoder.finish(unused);
            test::text_buffer problems;
            decoder.diagnose([&problems](diagnostic const& problem) {
                problems.append(problem.name());
                problems.append(' ');
                append_number(problems, problem.offset);
                problems.append(' ');
                append_number(problems, problem.length);
                problems.append(';');
            });
            REQUIRE_SAME(row.from, std::string_view{problems}, row.problems);
        }
    }
    return true;
}
CASE("charset_decoder: problems and their places", problems_and_their_places)

constexpr bool a_reporter_is_not_copied() {
    charset_decoder decoder{charset::utf_16};
    char unused[charset_decoder::max_size(4)] = {};
    decoder.write(std::string_view{"a\0\0\xD8", 4}, unused);
    decoder.finish(unused);
    test::still_reporter report;
    decoder.diagnose(report);
    REQUIRE_SAME("problems", report.count, std::size_t{2}); // replaced octets, no byte order mark
    return true;
}
CASE("charset_decoder: a reporter is not copied", a_reporter_is_not_copied)

constexpr bool a_string_gets_the_same() {
    if (!test::can_allocate()) return true;
    charset_decoder decoder{charset::windows_1252};
    std::string text = "> ";
    decoder.append_to("Beno\xEE", text);
    decoder.append_to("t", text);
    decoder.append_end_to(text);
    REQUIRE_TRUE(text == "> Benoît");
    charset_decoder cut{charset::utf_8};
    cut.append_to("\xC3", text);
    REQUIRE_TRUE(text == "> Benoît");
    cut.append_end_to(text);
    REQUIRE_TRUE(text == "> Benoît\xEF\xBF\xBD");
    return true;
}
CASE("charset_decoder: append_to appends the same text to a string", a_string_gets_the_same)

TEST_CASE("charset_decoder: characters of a long text are not cut where blocks end") {
    for (std::size_t before = 0; before < 8; ++before) {
        std::string octets(before, 'a');
        for (int i = 0; i < 2000; ++i) octets += "\xF0\x9F\x98\x80";
        std::string text;
        charset_decoder decoder{charset::utf_8};
        decoder.append_to(octets, text);
        decoder.append_end_to(text);
        CHECK(text == octets);
        CHECK(decoder.replaced() == 0);
    }
}

TEST_CASE("charset_decoder: any two octets of any set become UTF-8") {
    for (std::size_t number = 0; number < foldwise::detail::charset_count; ++number) {
        auto const set = static_cast<charset>(number);
        for (unsigned first = 0; first < 0x100; ++first) {
            for (unsigned second = 0; second < 0x100; second += 5) {
                char const octets[] = {static_cast<char>(first), static_cast<char>(second)};
                charset_decoder decoder{set};
                test::utf8_read got;
                got.write(decoder, {octets, 2});
                got.finish(decoder);
                std::string_view const text = got;
                if (!test::is_utf8(text) || text.size() > 6)
                    REQUIRE_SAME(foldwise::name_of(set), text, "UTF-8");
            }
        }
    }
}

} // namespace
