#include "../../tools/joined_octets.hpp"

#include "../support.hpp"

TEST_CASE("tool joined_octets: a range of the text covers a range of the file") {
    std::string_view const file = "C: one\nC: ..two\nC: x";
    tool::joined_octets joined;
    joined.add(file.substr(3, 4), 3);
    joined.add("", 9);
    joined.add(file.substr(11, 5), 11);
    joined.add(file.substr(19, 1), 19);
    joined.end_line(20, foldwise::line_ending::lf);
    REQUIRE_SAME("text", joined.text(), "one\n.two\nx\r\n");
    struct {
        std::size_t offset, length;
        std::size_t first, size;
    } const rows[] = {
        {0, 3, 3, 3},   // in one piece
        {0, 0, 3, 0},   // nothing
        {4, 4, 11, 4},  // in the second one
        {2, 3, 5, 7},   // in two pieces: with what is between them
        {0, 9, 3, 13},  // two whole pieces
        {8, 2, 15, 5},  // with a mark between
        {9, 0, 19, 0},  // at the start of a piece
        {12, 0, 21, 0}, // at the end
    };
    for (auto const& row : rows) {
        auto const got = joined.in_file({foldwise::diagnostic_code::nul, row.offset, row.length});
        auto const name = std::to_string(row.offset) + "+" + std::to_string(row.length);
        REQUIRE_SAME(name, got.offset, row.first);
        REQUIRE_SAME(name, got.length, row.size);
    }
    joined.end_line(30, foldwise::line_ending::crlf);
    REQUIRE_SAME("CRLF", joined.in_file({foldwise::diagnostic_code::nul, 14, 0}).offset, 32u);
    REQUIRE_SAME("empty", tool::joined_octets{}.in_file({}).offset, 0u);
}
