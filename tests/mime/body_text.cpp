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
    {"RFC 2046 section 4.1.2: other octets are UTF-8", "\nna\xC3\xAFve", "na\xC3\xAFve",
     "charset_undeclared"},
    {"RFC 2046 section 4.1.2: or replaced", "\nna\xEFve", "na\uFFFDve", "charset_octets_replaced"},
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
    {"an unknown charset says nothing", "Content-Type: text/plain; charset=x-b\n\na\xE9z",
     "a\uFFFDz", "charset_octets_replaced"},
    {"so is a charset with a very long label",
     "Content-Type: text/plain; charset=\"utf-8                                                  "
     "                x\"\n\n\xC3\xAF",
     "\xC3\xAF", "charset_undeclared"},
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

struct undeclared_row {
    std::string_view origin;
    std::string_view part;
    std::string_view without;          // the text without a fallback
    std::string_view with;             // the text with fallback windows-1252
    std::string_view problems_without; // names of diagnostics
    std::string_view problems_with;
    std::size_t offset; // of the first one
    std::size_t length;
};

constexpr undeclared_row undeclared_table[] = {
    {"no charset: UTF-8", "\ncaf\xC3\xA9 au lait", "café au lait", "café au lait",
     "charset_undeclared", "charset_undeclared", 3, 2},
    {"no charset: not UTF-8", "\n\xE9t\xE9 x", "\uFFFDt\uFFFD x", "été x",
     "charset_octets_replaced", "charset_fallback", 0, 3},
    {"no charset: ASCII", "\nHello", "Hello", "Hello", "", "", 0, 0},
    {"UTF-8 that is cut at the end", "\nx caf\xC3", "x caf\uFFFD", "x cafÃ",
     "charset_octets_replaced", "charset_fallback", 5, 1},
    {"us-ascii: UTF-8", "Content-Type: text/plain; charset=US-ASCII\n\n\xE2\x82\xAC", "€", "€",
     "charset_undeclared", "charset_undeclared", 0, 3},
    {"us-ascii: not UTF-8", "Content-Type: text/plain; charset=us-ascii\n\n\x80 1", "\uFFFD 1",
     "€ 1", "charset_octets_replaced", "charset_fallback", 0, 1},
    {"an unknown charset", "Content-Type: text/plain; charset=x-b\n\n\xE9", "\uFFFD", "é",
     "charset_octets_replaced", "charset_fallback", 0, 1},
    {"quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\na=E9=\nb", "a\uFFFDb",
     "aéb", "charset_octets_replaced", "charset_fallback", 1, 1},
    {"base64", "Content-Transfer-Encoding: base64\n\nYcOp", "aé", "aé", "charset_undeclared",
     "charset_undeclared", 1, 2},
    {"a declared charset does not use the fallback",
     "Content-Type: text/plain; charset=utf-8\n\n\xE9", "\uFFFD", "\uFFFD",
     "charset_octets_replaced", "charset_octets_replaced", 0, 1},
    {"a byte order mark: UTF-8", "Content-Type: text/plain; charset=utf-8\n\n\xEF\xBB\xBFx", "x",
     "x", "", "", 0, 0},
    {"only the first mark is left out",
     "Content-Type: text/plain; charset=utf-8\n\n\xEF\xBB\xBF\xEF\xBB\xBF", "\uFEFF", "\uFEFF", "",
     "", 0, 0},
    {"a mark before text without a charset", "\n\xEF\xBB\xBFx\xE9", "x\uFFFD", "x\uFFFD",
     "charset_from_mark charset_octets_replaced", "charset_from_mark charset_octets_replaced", 0,
     5},
    {"a mark in UTF-16", "Content-Transfer-Encoding: base64\n\n//7pAA==", "é", "é",
     "charset_from_mark", "charset_from_mark", 0, 3},
    {"a mark in big-endian UTF-16", "Content-Transfer-Encoding: base64\n\n/v8A6Q==", "é", "é",
     "charset_from_mark", "charset_from_mark", 0, 4},
    {"RFC 2781 section 4.1: a mark and a label",
     "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\n//7pAA==",
     "é", "é", "", "", 0, 0},
    {"a mark in UTF-32", "Content-Transfer-Encoding: base64\n\n//4AAOkAAAA=", "é", "é",
     "charset_from_mark", "charset_from_mark", 0, 5},
    {"a mark in big-endian UTF-32", "Content-Transfer-Encoding: base64\n\nAAD+/wAAAOk=", "é", "é",
     "charset_from_mark", "charset_from_mark", 2, 6},
    {"a mark means nothing in a declared charset",
     "Content-Type: text/plain; charset=latin1\n\n\xEF\xBB\xBFx", "ï»¿x", "ï»¿x", "", "", 0, 0},
    {"HTML: meta charset", "Content-Type: text/html\n\n<meta charset=windows-1251>\xC4\xE0",
     "<meta charset=windows-1251>Да", "<meta charset=windows-1251>Да", "charset_from_html",
     "charset_from_html", 27, 2},
    {"HTML: meta http-equiv",
     "Content-Type: text/html\n\n<meta http-equiv=Content-Type "
     "content='text/html;charset=koi8-r'>\xE4",
     "<meta http-equiv=Content-Type content='text/html;charset=koi8-r'>Д",
     "<meta http-equiv=Content-Type content='text/html;charset=koi8-r'>Д", "charset_from_html",
     "charset_from_html", 65, 1},
    {"HTML: the parameter counts more",
     "Content-Type: text/html; charset=iso-8859-2\n\n<meta charset=koi8-r>\xE6",
     "<meta charset=koi8-r>ć", "<meta charset=koi8-r>ć", "", "", 0, 0},
    {"HTML: an unknown charset says nothing",
     "Content-Type: text/html; charset=x-b\n\n<meta charset=koi8-r>\xE4", "<meta charset=koi8-r>Д",
     "<meta charset=koi8-r>Д", "charset_from_html", "charset_from_html", 21, 1},
    {"HTML: a mark counts more than meta",
     "Content-Type: text/html\n\n\xEF\xBB\xBF<meta charset=koi8-r>\xC3\xA9",
     "<meta charset=koi8-r>é", "<meta charset=koi8-r>é", "charset_from_mark", "charset_from_mark",
     0, 26},
    {"HTML: without a declaration", "Content-Type: text/html\n\n<p>\xC3\xA9", "<p>é", "<p>é",
     "charset_undeclared", "charset_undeclared", 3, 2},
    {"HTML: without a declaration, not UTF-8", "Content-Type: text/html\n\n<p>\xE9", "<p>\uFFFD",
     "<p>é", "charset_octets_replaced", "charset_fallback", 3, 1},
    {"HTML: in a comment", "Content-Type: text/html\n\n<!-- <meta charset=koi8-r> -->\xE9",
     "<!-- <meta charset=koi8-r> -->\uFFFD", "<!-- <meta charset=koi8-r> -->é",
     "charset_octets_replaced", "charset_fallback", 30, 1},
    {"HTML: UTF-7 is never read", "Content-Type: text/html\n\n<meta charset=utf-7>+AOk-\xC3\xA9",
     "<meta charset=utf-7>+AOk-é", "<meta charset=utf-7>+AOk-é", "charset_undeclared",
     "charset_undeclared", 25, 2},
    {"HTML: UTF-16 means UTF-8", "Content-Type: text/html\n\n<meta charset=utf-16>\xC3\xA9",
     "<meta charset=utf-16>é", "<meta charset=utf-16>é", "charset_from_html", "charset_from_html",
     21, 2},
    {"HTML: us-ascii says nothing", "Content-Type: text/html\n\n<meta charset=us-ascii>\xC3\xA9",
     "<meta charset=us-ascii>é", "<meta charset=us-ascii>é", "charset_undeclared",
     "charset_undeclared", 23, 2},
    {"HTML: in base64",
     "Content-Type: text/html\nContent-Transfer-Encoding: "
     "base64\n\nPG1ldGEgY2hhcnNldD1rb2k4LXI+5A==",
     "<meta charset=koi8-r>Д", "<meta charset=koi8-r>Д", "charset_from_html", "charset_from_html",
     21, 1},
    {"HTML: in quoted-printable",
     "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<meta "
     "char=\nset=3Dkoi8-r>=E4",
     "<meta charset=koi8-r>Д", "<meta charset=koi8-r>Д", "charset_from_html", "charset_from_html",
     21, 1},
    {"other types do not declare it inside", "\n<meta charset=koi8-r>\xE4",
     "<meta charset=koi8-r>\uFFFD", "<meta charset=koi8-r>ä", "charset_octets_replaced",
     "charset_fallback", 21, 1},
    {"HTML: ISO-2022-JP has seven bits, and needs a converter",
     "Content-Type: text/html\n\n<meta charset=iso-2022-jp>", "\uFFFD", "\uFFFD",
     "charset_from_html charset_not_converted", "charset_from_html charset_not_converted", 0, 26},
};

constexpr void read_undeclared(undeclared_row const& r, std::string_view part, bool with) {
    text_options const options{.fallback = with ? charset::windows_1252 : charset::utf_8};
    body_text const body{entity{message{part}}};
    auto const chosen = body.charset_for(options);
    REQUIRE_TRUE(body.charset() == chosen || body.charset() == charset::us_ascii);
    test::text_buffer text;
    body.for_each_block([&](std::string_view block) { text.append(block); }, options);
    test::text_buffer as_chosen;
    body_text{entity{message{part}}, chosen}.for_each_block(
        [&](std::string_view block) { as_chosen.append(block); });
    REQUIRE_SAME(r.origin, std::string_view{as_chosen}, std::string_view{text});
    REQUIRE_SAME(r.origin, std::string_view{text}, with ? r.with : r.without);
    if (test::can_allocate()) REQUIRE_TRUE(body.to_string(options) == std::string_view{text});
    test::text_buffer problems;
    body.diagnose(
        [&](diagnostic const& problem) {
            if (!std::string_view{problems}.empty()) {
                problems.append(' ');
            } else {
                REQUIRE_TRUE(problem.offset == r.offset || problem.name().ends_with("replaced"));
                REQUIRE_TRUE(problem.length == r.length || problem.name().ends_with("replaced"));
            }
            problems.append(problem.name());
        },
        options);
    REQUIRE_SAME(r.origin, std::string_view{problems}, with ? r.problems_with : r.problems_without);
}

template <std::size_t First, std::size_t Last>
constexpr bool undeclared_texts_are_read() {
    for (auto i = First; i < Last && i < std::size(undeclared_table); ++i) {
        auto const& r = undeclared_table[i];
        test::with_both_line_endings(r.part, [&r](std::string_view part) {
            read_undeclared(r, part, false);
            read_undeclared(r, part, true);
        });
    }
    return true;
}
CASE("body_text: without a charset, 1", (undeclared_texts_are_read<0, 8>))
CASE("body_text: without a charset, 2", (undeclared_texts_are_read<8, 16>))
CASE("body_text: without a charset, 3", (undeclared_texts_are_read<16, 20>))
CASE("body_text: without a charset, 4", (undeclared_texts_are_read<20, 24>))
CASE("body_text: without a charset, 5", (undeclared_texts_are_read<24, 28>))
CASE("body_text: without a charset, 6", (undeclared_texts_are_read<28, 32>))
CASE("body_text: without a charset, 7", (undeclared_texts_are_read<32, 100>))

TEST_CASE("body_text: HTML declares its charset in the first 1,024 octets") {
    for (std::size_t size = 980; size < 1040; ++size) {
        std::string const declaration = "<meta charset=koi8-r>";
        auto html = std::string{"<p title='"}.append(size - 12, 'x').append("'>");
        html += declaration;
        bool const counts = html.size() <= 1024;
        std::string const part = "Content-Type: text/html\n\n" + html + "\xC4";
        auto const text =
            body_text{entity{message{part}}}.to_string({.fallback = charset::windows_1252});
        CHECK(text == html + (counts ? "д" : "Ä"));
    }
}

TEST_CASE("body_text: the charset is chosen for each part by itself") {
    std::string const mail =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\xC3\xA9\n--b\n\n"
        "\xE9\n--b\nContent-Type: text/html\n\n<meta charset=koi8-r>\xC4\n"
        "--b\nContent-Type: text/html; charset=us-ascii\n\n\xE2\x82\xAC\n--b--\n";
    test::with_both_line_endings(mail, [](std::string_view octets) {
        std::string texts;
        for (auto const part : entity{message{octets}}.walk())
            if (part.is_leaf())
                texts += body_text{part}.to_string({.fallback = charset::windows_1252}) + "|";
        CHECK(texts == "é|é|<meta charset=koi8-r>д|€|");
    });
}

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
