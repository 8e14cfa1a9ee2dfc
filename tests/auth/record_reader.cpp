#include <foldwise/auth/record_reader.hpp>

#include "../but_for_cr.hpp"
#include "../support.hpp"

namespace {

using foldwise::find_not_closed;
using foldwise::find_semicolon;
using foldwise::record_reader;
using foldwise::semicolon_cutter;
using foldwise::value_reading;

constexpr bool semicolons() {
    REQUIRE_TRUE(find_semicolon("a;b;c", 0) == 1 && find_semicolon("a;b;c", 2) == 3);
    REQUIRE_TRUE(find_semicolon("a;b;c", 4) == 5 && find_semicolon("", 0) == 0);
    REQUIRE_TRUE(find_semicolon("(;(;);\\););", 0) == 10);
    REQUIRE_TRUE(find_semicolon("a\";\\\";\";", 0) == 7);
    REQUIRE_TRUE(find_semicolon("\"(\";", 0) == 3 && find_semicolon("(\");", 0) == 3);
    REQUIRE_TRUE(find_semicolon("a(;", 0) == 3 && find_semicolon("a\";", 0) == 3);
    REQUIRE_TRUE(find_semicolon("[;]", 0) == 1 && find_semicolon("\\\";\"", 0) == 4);
    REQUIRE_TRUE(find_not_closed("a (b) \"c\"", 0) == 9 && find_not_closed("(b) \"c", 0) == 4);
    REQUIRE_TRUE(find_not_closed("(a (b)", 0) == 0 && find_not_closed("(a", 1) == 2);
    return true;
}
CASE("record_reader: semicolons outside of comments and quoted-strings", semicolons)

constexpr bool elements() {
    struct {
        std::string_view value;
        std::string_view elements; // separated by bars
    } constexpr table[] = {
        {"", ""},          {" ", ""},
        {";", "|"},        {"a", "a|"},
        {"a;", "a|"},      {"a; (x) ", "a|"},
        {";a", "|a|"},     {"a;;b", "a||b|"},
        {"a; \n ", "a|"},  {"a;(x;)b", "a|(x;)b|"},
        {"a;\n", "a|\n|"}, {"a;(x", "a|"},
    };
    for (auto const& row : table) {
        test::text_buffer text;
        std::size_t end = 0; // of the previous element
        for (semicolon_cutter at{row.value, 0}; !at.at_end(); at.advance()) {
            text.append(at.raw());
            text.append('|');
            REQUIRE_SAME(row.value, at.first() >= end && at.last() >= at.first(), true);
            end = at.last() + 1;
        }
        REQUIRE_SAME(row.value, std::string_view{text}, row.elements);
    }
    REQUIRE_TRUE(semicolon_cutter{}.at_end() && semicolon_cutter{"a;b", 2}.raw() == "b");
    REQUIRE_TRUE(semicolon_cutter{}.first() == 1 && semicolon_cutter("a; ", 2).first() == 4);
    return true;
}
CASE("record_reader: elements between the semicolons", elements)

struct value_row {
    std::string_view text; // after the "="
    std::string_view raw;
    value_reading reading;
    std::string_view rest;
};

using enum value_reading;

constexpr value_row value_table[] = {
    {"", "", one, ""},
    {" (x) ", "", one, ""},
    {"a", "a", one, ""},
    {"a b", "a", one, " b"},
    {"a(x)b", "a", one, "(x)b"},
    {" (x)\n a\n b", "a", one, "\n b"},
    {"\"a b\" c", "\"a b\"", one, " c"},
    {"\"a b\"@c d", "\"a b\"@c", one, " d"},
    {"a\"b c\"d e", "a\"b c\"d", one, " e"},
    {"a=b c", "a=b", one, " c"},
    {"= b", "=", one, " b"},
    {" \"a=b\"", "\"a=b\"", one, ""},
    {" a=b", "a=b", malformed, ""},
    {"(x)a.b=c", "a.b=c", malformed, ""},
    {"a @b", "a", malformed, " @b"},
    {"a (x) .b", "a", malformed, " (x) .b"},
    {"a\n = b", "a", malformed, "\n = b"},
    {"a\x01", "a\x01", malformed, ""},
    {"a\nb", "a\nb", malformed, ""},
    {"\"a\"\x01", "\"a\"\x01", malformed, ""},
    {"\"a\"\nb", "\"a\"\nb", malformed, ""},
    {"\"\x01\"@b", "\"\x01\"@b", one, ""},
    {"\"a", "\"a", not_closed, ""},
    {"b\"a c", "b\"a c", not_closed, ""},
    {"(a", "", not_closed, ""},
    {"a (b", "a", one, " (b"},
};

constexpr bool values() {
    for (auto const& row : value_table) {
        test::with_both_line_endings(row.text, [&row](std::string_view text) {
            record_reader in{text};
            auto const taken = in.take_value();
            REQUIRE_SAME(row.text, test::same_but_for_cr(taken.raw, row.raw), true);
            REQUIRE_SAME(row.text, taken.reading, row.reading);
            REQUIRE_SAME(row.text, test::same_but_for_cr(in.rest(), row.rest), true);
        });
    }
    record_reader in{" (x)\n a.b (y"};
    REQUIRE_TRUE(in.skip_cfws() && !in.skip_cfws() && in.is_closed());
    REQUIRE_TRUE(in.take_while(foldwise::alpha) == "a" && in.skip('.') && !in.skip('.'));
    REQUIRE_TRUE(in.take_run() == "b" && in.skip_cfws() && !in.is_closed() && in.rest().empty());
    REQUIRE_TRUE(record_reader{"a\r\n b"}.take_run() == "a");
    REQUIRE_TRUE(record_reader{"a\r\nb\r c"}.take_run() == "a\r\nb\r");
    return true;
}
CASE("record_reader: values, and ambiguous values", values)

} // namespace
