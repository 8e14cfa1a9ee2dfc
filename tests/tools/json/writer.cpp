#include "../../../tools/json/writer.hpp"

#include "../../support.hpp"
#include "../strict_json.hpp"

using namespace std::string_view_literals;

namespace {

std::string json_of(std::string_view octets,
                    tool::json_characters characters = tool::json_characters::utf8) {
    std::string text;
    tool::json_writer{text, characters}.value(octets);
    return text;
}

struct string_row {
    std::string_view octets;
    std::string_view json;
};

constexpr string_row strings[] = {
    {"", R"("")"},
    {"plain", R"("plain")"},
    {R"(a "quoted\" word)", R"("a \"quoted\\\" word")"},
    {"/", R"("/")"},
    {"one\ntwo\rthree\tfour", R"("one\ntwo\rthree\tfour")"},
    {"\0\x01\x08\x0C\x1F"sv, R"("\u0000\u0001\u0008\u000c\u001f")"},
    {"\x1B[31mred", R"("\u001b[31mred")"},
    {"\x7F", R"("\u007f")"},
    {"\xC2\x80\xC2\x9F", R"("\u0080\u009f")"},
    {"\xC2\xA0", "\"\xC2\xA0\""},
    {"\xE2\x80\xAE"
     "fdp.exe",
     R"("\u202efdp.exe")"},
    {"\xE2\x81\xA6\xE2\x81\xA9", R"("\u2066\u2069")"},
    {"\xE2\x80\xA8\xE2\x80\xA9", R"("\u2028\u2029")"},
    {"caf\xC3\xA9 \xE7\x94\xB1 \xF0\x9F\x98\x80", "\"caf\xC3\xA9 \xE7\x94\xB1 \xF0\x9F\x98\x80\""},
    {"caf\xE9", "\"caf\xEF\xBF\xBD\""},
    {"\xEF\xBF\xBD", "\"\xEF\xBF\xBD\""},
    {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"\x9B"
     "31m",
     "\"\xEF\xBF\xBD"
     "31m\""},
    {"\xC2\"", "\"\xEF\xBF\xBD\\\"\""},
    {"\xE2\x80\\", "\"\xEF\xBF\xBD\\\\\""},
};

struct reader_row {
    std::string_view json;
    bool valid;
};

constexpr reader_row texts[] = {
    {"null", true},
    {"[]", true},
    {"{}", true},
    {R"({"a":[1,"b",null,true,{}]})", true},
    {R"("\u00e9\ud83d\ude00\n")", true},
    {"", false},
    {"\"", false},
    {"\"a", false},
    {"\"a\\\"", false},
    {"\"\n\"", false},
    {"\"\xE9\"", false},
    {R"("\x41")", false},
    {R"("\ud83d")", false},
    {R"("\ude00")", false},
    {"[1,]", false},
    {"[1 2]", false},
    {"[1", false},
    {"[1}", false},
    {"{1:2}", false},
    {R"({"a"})", false},
    {R"({"a":1,"a":2})", false},
    {"01", false},
    {"1 ", false},
    {"-", false},
    {"nul", false},
};

} // namespace

TEST_CASE("tool json: strings") {
    for (auto const& row : strings) REQUIRE_SAME(row.octets, json_of(row.octets), row.json);
}

TEST_CASE("tool json: with ASCII characters only") {
    constexpr string_row rows[] = {
        {"plain \"\\\n\x1B", R"("plain \"\\\n\u001b")"},
        {"caf\xC3\xA9", R"("caf\u00e9")"},
        {"caf\xE9", R"("caf\ufffd")"},
        {"\xEF\xBF\xBF\xF0\x90\x80\x80", R"("\uffff\ud800\udc00")"},
        {"\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF", R"("\ud83d\ude00\udbff\udfff")"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.octets, json_of(row.octets, tool::json_characters::ascii), row.json);
}

TEST_CASE("tool json: every character can be read back, and none controls a terminal") {
    for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        auto const text = test::utf8(c);
        auto const json = json_of(text);
        auto const back = test::strict_json::read(json);
        if (!back || back->text != text) REQUIRE_SAME(text, json, text);
        auto const danger = test::danger_in(json);
        if (!danger.empty()) REQUIRE_SAME(text, danger, "");
        auto const ascii = json_of(text, tool::json_characters::ascii);
        auto const ascii_back = test::strict_json::read(ascii);
        if (!test::is_ascii(ascii) || !ascii_back || ascii_back->text != text)
            REQUIRE_SAME(text, ascii, text);
    }
}

TEST_CASE("tool json: every pair of octets yields valid and harmless JSON") {
    for (unsigned first = 0; first < 0x100; ++first) {
        for (unsigned second = 0; second < 0x100; ++second) {
            char const octets[] = {static_cast<char>(first), static_cast<char>(second)};
            std::string_view const text{octets, 2};
            auto const json = json_of(text);
            if (!test::strict_json::read(json)) REQUIRE_SAME(text, json, "valid JSON");
            auto const danger = test::danger_in(json);
            if (!danger.empty()) REQUIRE_SAME(text, danger, "");
        }
    }
}

TEST_CASE("tool json: it does not matter where a text is cut into pieces") {
    constexpr std::string_view text =
        "a\xC3\xA9\xF0\x9F\x98\x80\xE2\x82\xE2\xF0\x9F\xC3(\xF4\x90"
        "\x80\x80\xED\xA0\x80\xC0\x80\xFF\xE2\x80\xAE\x80\xF0\x9F\x98";
    auto const whole = json_of(text);
    for (std::size_t first = 0; first <= text.size(); ++first)
        for (auto second = first; second <= text.size(); ++second) {
            std::string json;
            tool::json_writer{json}.value_by([&](auto const& put) {
                put(text.substr(0, first));
                put(text.substr(first, second - first));
                put(text.substr(second));
            });
            REQUIRE_SAME(text, json, whole);
        }
}

TEST_CASE("tool json: commas and nesting") {
    std::string text;
    tool::json_writer json{text};
    json.open('{').key("a").open('[').close(']').key("b").open('[');
    json.value(1).null().value("x").open('{').close('}');
    json.open('{').key("c").null().close('}').close(']');
    json.key("d\n").value(UINT64_MAX).key("e").open('{').close('}').close('}');
    CHECK(text == R"({"a":[],"b":[1,null,"x",{},{"c":null}],"d\n":18446744073709551615,"e":{}})");
    CHECK(test::strict_json::read(text));
}

TEST_CASE("tool json: text before a value is kept") {
    std::string text = "before ";
    tool::json_writer{text}.value("x");
    CHECK(text == "before \"x\"");
}

TEST_CASE("tool json: the reader of these tests is strict") {
    for (auto const& row : texts)
        REQUIRE_SAME(row.json, test::strict_json::read(row.json).has_value(), row.valid);
    auto const value = test::strict_json::read(R"({"a":[12,"x"],"b":"\u00e9\ud83d\ude00"})");
    CHECK((*value)["a"].items[0].number() == 12);
    CHECK((*value)["a"].items[1].text == "x");
    CHECK((*value)["b"].text == "\xC3\xA9\xF0\x9F\x98\x80");
    CHECK((*value)["c"].is_null());
}
