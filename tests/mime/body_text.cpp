#include <foldwise/mime/body_text.hpp>

#include "../support.hpp"

#include <iterator>
#include <optional>
#include <string>
#include <type_traits>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<body_text>);
static_assert(noexcept(body_text{entity{}}));

struct row {
    std::string_view origin;
    std::string_view part;
    std::string_view text;
    std::string_view problems; // names of diagnostics
};

constexpr row table[] = {
    {"RFC 2046 section 4.1.2: us-ascii", "\nHello\n", "Hello\n", ""},
    {"RFC 2046 section 4.1.2: other octets are replaced", "\nna\xC3\xAFve", "na\uFFFD\uFFFDve",
     "charset_octets_replaced"},
    {"RFC 2046 section 4.1.2: named", "Content-Type: text/plain; charset=\"UTF-8\"\n\nna\xC3\xAFve",
     "na\xC3\xAFve", ""},
    {"RFC 2045 section 6.7",
     "Content-Type: text/html; charset=latin1\n"
     "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nau lait",
     "caf\xC3\xA9 au lait", ""},
    {"RFC 2045 section 6.8",
     "Content-Type: text/plain; charset=utf-16be\nContent-Transfer-Encoding: base64\n\n2D3eAA==",
     "\xF0\x9F\x98\x80", ""},
    {"RFC 2045 section 6.8: a truncated character",
     "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nYcM=",
     "a\uFFFD", "charset_octets_replaced"},
    {"RFC 2045 section 6: an unknown encoding",
     "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: x\n\n=41", "=41", ""},
    {"an unknown charset is read as US-ASCII", "Content-Type: text/plain; charset=x-b\n\na\xE9z",
     "a\uFFFDz", "charset_octets_replaced"},
    {"so is a charset with a very long label",
     "Content-Type: text/plain; charset=\"utf-8                                                  "
     "                x\"\n\n\xC3\xAF",
     "\uFFFD\uFFFD", "charset_octets_replaced"},
    {"RFC 2045 section 5.2: so is a malformed type", "Content-Type: text; charset=utf-8\n\n\xE9",
     "\uFFFD", "charset_octets_replaced"},
    {"other types: the charset parameter",
     "Content-Type: application/json; charset=utf-8\n\n\xC3\xAF", "\xC3\xAF", ""},
    {"other types: us-ascii by default", "Content-Type: application/json\n\na\xE9", "a\uFFFD",
     "charset_octets_replaced"},
    {"a charset that needs a converter", "Content-Type: text/plain; charset=big5\n\na", "\uFFFD",
     "charset_not_converted"},
    {"RFC 2781 section 4.3: without a byte order mark",
     "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\nYQA=", "a",
     "charset_byte_order_missing"},
    {"without a body", "Content-Type: text/plain; charset=utf-8\n\n", "", ""},
};

constexpr test::text_buffer text_of(body_text const& body) {
    test::text_buffer text;
    body.for_each_block([&](std::string_view block) { text.append(block); });
    return text;
}

template <std::size_t First, std::size_t Last>
constexpr bool texts_are_converted() {
    for (auto i = First; i < Last && i < std::size(table); ++i) {
        auto const& r = table[i];
        body_text const body{entity{message{r.part}}};
        auto const text = text_of(body);
        REQUIRE_SAME(r.origin, std::string_view{text}, r.text);
        if (test::can_allocate()) REQUIRE_TRUE(body.to_string() == r.text);
        test::text_buffer problems;
        body.diagnose([&](diagnostic const& problem) { problems.append(problem.name()); });
        REQUIRE_SAME(r.origin, std::string_view{problems}, r.problems);
    }
    return true;
}
CASE("body_text: tables, 1", (texts_are_converted<0, 5>))
CASE("body_text: tables, 2", (texts_are_converted<5, 10>))
CASE("body_text: tables, 3", (texts_are_converted<10, 100>))

constexpr bool what_it_is_read_in_can_be_asked_and_said() {
    entity const part{message{"Content-Type: text/plain; charset=x-b\n\nna\xC3\xAFve"}};
    REQUIRE_TRUE(charset_of(part.content_type()) == std::nullopt);
    REQUIRE_TRUE(charset_of(content_type{"text/plain; charset=Latin1"}) == charset::windows_1252);
    REQUIRE_TRUE(charset_of(content_type{"text/html"}) == charset::us_ascii);
    REQUIRE_TRUE(charset_of(content_type{"text/html; charset=\"\""}) == std::nullopt);
    REQUIRE_TRUE(body_text{part}.charset() == charset::us_ascii);
    body_text const said{part, charset::utf_8};
    REQUIRE_TRUE(said.charset() == charset::utf_8 && said.octets().raw() == "na\xC3\xAFve");
    REQUIRE_TRUE(std::string_view{text_of(said)} == "na\xC3\xAFve");
    REQUIRE_TRUE(text_of(body_text{}).operator std::string_view().empty());
    return true;
}
CASE("body_text: the charset can be queried and chosen", what_it_is_read_in_can_be_asked_and_said)

/// A converter that writes "#" for every octet, and reports one malformed character.
class number_signs : public charset_converter {
  public:
    constexpr bool start(charset) noexcept override { return true; }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        for (std::size_t i = 0; i < octets.size(); ++i) to[i] = '#';
        return {octets.size(), 1};
    }
    constexpr written finish(char*) noexcept override { return {0, 0}; }
};

constexpr bool a_converter_reads_what_is_not_built_in() {
    body_text const body{entity{message{"Content-Type: text/plain; charset=big5\n\nabc"}}};
    number_signs converter;
    test::text_buffer text;
    body.for_each_block([&](std::string_view block) { text.append(block); },
                        {.converter = &converter});
    REQUIRE_TRUE(std::string_view{text} == "###");
    if (test::can_allocate()) REQUIRE_TRUE(body.to_string({.converter = &converter}) == "###");
    std::size_t problems = 0;
    body.diagnose(
        [&](diagnostic const& problem) {
            ++problems;
            REQUIRE_TRUE(problem == diagnostic{diagnostic_code::charset_octets_replaced, 0, 3});
        },
        {.converter = &converter});
    REQUIRE_TRUE(problems == 1);
    return true;
}
CASE("body_text: a converter reads other charsets", a_converter_reads_what_is_not_built_in)

TEST_CASE("body_text: long texts, in whole characters") {
    for (auto const encoding : {"8bit", "base64", "quoted-printable"})
        for (std::size_t size = 4000; size < 4200; size += 13) {
            std::string text;
            for (std::size_t i = 0; i < size; ++i) text.append(i % 7 == 0 ? "\xE2\x82\xAC" : "ab");
            if (std::string_view{encoding} == "base64") text.assign(size, 'A'); // NUL
            std::string part{"Content-Type: text/plain; charset=utf-8\n"};
            part.append("Content-Transfer-Encoding: ").append(encoding).append("\n\n").append(text);
            body_text const body{entity{message{part}}};
            auto const wanted = body.octets().to_string();
            CHECK(body.to_string() == wanted);
            body.for_each_block([&](std::string_view block) {
                CHECK(block.size() <= 4096);
                CHECK((static_cast<unsigned char>(block.front()) & 0xC0) != 0x80);
            });
        }
}

} // namespace
