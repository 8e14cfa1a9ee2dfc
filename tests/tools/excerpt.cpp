#include "../../tools/excerpt.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"

#include <string>
#include <string_view>

TEST_CASE("tool excerpt: the octets in their line, with marks below") {
    struct {
        std::string_view bytes;
        std::size_t first;
        std::size_t length;
        std::string_view shown;
    } const rows[] = {
        {"a\nhello\nb\n", 3, 2, "hello\n ^~\n"},
        {"hello", 0, 5, "hello\n^~~~~\n"},
        {"hello\r\n", 0, 7, "hello\n^~~~~\n"},
        {"hel\rlo\n", 3, 1, "hel^Mlo\n   ^~\n"},
        {"hello\r\r\n", 5, 1, "hello^M\n     ^~\n"},
        {{"a\0b\n", 4}, 1, 1, "a^@b\n ^~\n"},
        {"hello\n", 5, 0, "hello\n     ^\n"},
        {"hello\r\n", 5, 0, "hello\n     ^\n"},
        {"", 0, 0, "\n^\n"},
        {"hello\nb\n", 5, 1, "hello^J\n     ^~\n"},       // an LF that should be CRLF
        {"hello\r\nb\n", 5, 2, "hello^M^J\n     ^~~~\n"}, // a line ending that should not be
        {"a\tb\n", 1, 1, "a^Ib\n ^~\n"},
        {"a\tb\n", 2, 1, "a b\n  ^\n"},
        {"one\ntwo\nthree\n", 0, 8, "one\n^~~\n"}, // of several lines, the first one
        {"caf\xE9s\n", 3, 1, "caf<E9>s\n   ^~~~\n"},
        {"caf\xC3\xA9s\n", 3, 2, "caf\xC3\xA9s\n   ^\n"},
        {"\xC3\xA9\n", 1, 1, "<C3><A9>\n    ^~~~\n"}, // a part of a character
        {"a\xE2\x80\xAEz\n", 1, 3, "a<U+202E>z\n ^~~~~~~~\n"},
        {"e\xCC\x81z\n", 3, 1, "e<U+0301>z\n         ^\n"}, // no width of its own
        {"\xEF\xBB\xBF"
         "a\n",
         0, 3, "<U+FEFF>a\n^~~~~~~~\n"},
        {"\xE6\xB8\xA1z\n", 3, 1, "\xE6\xB8\xA1z\n  ^\n"}, // two columns
    };
    tool::terminal const terminal{false, false};
    tool::excerpt const excerpt{terminal, false, 0};
    for (auto const& row : rows) {
        std::string shown;
        excerpt.append(shown, row.bytes, row.first, row.length);
        REQUIRE_SAME(row.bytes, shown, std::string{row.shown});
    }
    std::string shown;
    tool::excerpt{terminal, true, 2}.append(shown, "caf\xC3\xA9 a\n", 6, 1);
    REQUIRE_SAME("ASCII", shown, std::string{"  caf<U+00E9> a\n              ^\n"});
}

TEST_CASE("tool excerpt: any octets, anywhere, are shown in two lines that fit") {
    std::string bytes;
    for (int octet = 0; octet < 256; ++octet) bytes += static_cast<char>(octet);
    for (int i = 0; i < 40; ++i) bytes += "\xE6\xB8\xA1\xE2\x80\xAE\x1B[2J\xCC\x81 word ";
    bytes += std::string(3000, 'x') + "\n";
    tool::terminal const terminal{false, false};
    tool::excerpt const excerpt{terminal, false, 4};
    for (std::size_t first = 0; first <= bytes.size(); first += first < 800 ? 1 : 97)
        for (std::size_t const length : {0u, 1u, 2u, 7u, 100u, 3000u}) {
            if (length > bytes.size() - first) continue;
            std::string shown;
            excerpt.append(shown, bytes, first, length);
            auto const row = std::to_string(first) + "+" + std::to_string(length);
            auto const lines = test::lines_of(shown);
            REQUIRE_SAME(row, lines.size(), 2u);
            REQUIRE_SAME(row, test::danger_in(shown), std::string{});
            for (auto const& line : lines) REQUIRE_SAME(row, test::columns_of(line) <= 84, true);
            REQUIRE_SAME(row, lines[1].find('^') <= test::columns_of(lines[0]), true);
        }
}
