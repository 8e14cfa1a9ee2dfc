#include "../../tools/wrap.hpp"

#include "../support.hpp"
#include "display.hpp"

namespace {

struct row {
    std::string_view from;
    std::string_view text;
    std::size_t columns;
    std::string_view wrapped;
};

constexpr row table[] = {
    {"nothing", "", 10, ""},
    {"a short line", "one two", 10, "one two\n"},
    {"it just fits", "one two", 7, "one two\n"},
    {"one column short", "one two", 6, "one\ntwo\n"},
    {"no limit", "one two three", 0, "one two three\n"},
    {"lines stay", "one\n\ntwo\n", 10, "one\n\ntwo\n"},
    {"CRLF", "one two\r\nthree\r\n", 5, "one\ntwo\nthree\n"},
    {"a long word", "a https://sample.net/x b", 8, "a\nhttps://sample.net/x\nb\n"},
    {"a long word first", "https://sample.net/x b", 8, "https://sample.net/x\nb\n"},
    {"quote marks", "> one two three", 9, "> one two\n> three\n"},
    {"several quote marks", "> > one two three", 9, "> > one\n> > two\n> > three\n"},
    {"quote marks without spaces", ">>one two three", 9, ">>one two\n>>three\n"},
    {"nothing but quote marks", ">\n> \n", 9, ">\n> \n"},
    {"indented", "  one two", 6, "  one\n  two\n"},
    {"an item", "* one two", 6, "* one\n  two\n"},
    {"a quoted item", "> - one two", 8, "> - one\n>   two\n"},
    {"a numbered item", "12. one two", 8, "12. one\n    two\n"},
    {"a number is not an item", "12 one two", 6, "12 one\ntwo\n"},
    {"a line start that is too wide", "> > > > a b c", 9, "> > > > a\nb c\n"},
    {"spaces between words", "a  b   c", 5, "a  b\nc\n"},
    {"spaces at the end", "a b  ", 10, "a b\n"},
    {"a tab in a pipe", "-\ta\t\tb\n", 0, "-\ta\t\tb\n"},
    {"a tab leads to the next eighth column", "-\ta\n1234567\tb\n", 20, "-       a\n1234567 b\n"},
    {"two tabs", "a\tb\tc", 20, "a       b       c\n"},
    {"a tab in the eighth column", "12345678\tb", 20, "12345678        b\n"},
    {"a tab after wide characters", "\xE7\x94\xB1\xE7\xBE\x8E\tb", 20,
     "\xE7\x94\xB1\xE7\xBE\x8E    b\n"},
    {"a tab after a control, which has two columns", "\x1B\tb", 20, "^[      b\n"},
    {"lines end at tabs, too", "a\tb c", 3, "a\nb c\n"},
    {"wide characters", "\xE7\x94\xB1\xE7\xBE\x8E \xE7\x94\xB1", 6,
     "\xE7\x94\xB1\xE7\xBE\x8E\n\xE7\x94\xB1\n"},
    {"characters of several octets", "\xC3\xA9\xC3\xA9 \xC3\xA9", 4, "\xC3\xA9\xC3\xA9 \xC3\xA9\n"},
    {"controls", "a\x1B[2J b", 8, "a^[[2J b\n"},
    {"controls have columns", "a\x1B[2J b", 7, "a^[[2J\nb\n"},
};

std::string wrapped(std::string_view text, std::size_t columns) {
    std::string shown;
    tool::append_wrapped(shown, text, tool::terminal{false, false}, columns);
    return shown;
}

std::string without_blanks(std::string_view text) {
    std::string left;
    for (char const octet : text)
        if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') left += octet;
    return left;
}

} // namespace

TEST_CASE("tool wrap: texts and their lines") {
    for (auto const& r : table) REQUIRE_SAME(r.from, wrapped(r.text, r.columns), r.wrapped);
}

TEST_CASE("tool wrap: any text; words are kept whole, and only long words make wide lines") {
    test::for_each_string("ab \n-.1", 6, [](std::string_view text) {
        for (std::size_t columns = 1; columns <= 4; ++columns) {
            auto const shown = wrapped(text, columns);
            REQUIRE_SAME(text, without_blanks(shown), without_blanks(text));
            for (auto const l : foldwise::lines{shown}) {
                auto const line = l.text();
                auto const start = line.find_first_not_of(' ');
                bool const has_words = start != line.npos && line.find(' ', start) != line.npos;
                // The mark of an item is not separated from its first word.
                bool const is_item = has_words && tool::start_of(line).others.size() != start;
                if (line.size() > columns) REQUIRE_SAME(text, has_words && !is_item, false);
            }
        }
        return true;
    });
}

TEST_CASE("tool wrap: quote marks do not multiply") {
    std::string text(10000, '>');
    for (int i = 0; i < 10000; ++i) text += " a";
    CHECK(wrapped(text, 80).size() < 2 * text.size());
    CHECK(wrapped(std::string(10000, ' ') + "a b", 80).size() < 10010);
}
