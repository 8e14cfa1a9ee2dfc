#include <foldwise/transfer/uuencode.hpp>

#include "decoders.hpp"

#include <iterator>

namespace {

using namespace foldwise;

static_assert(std::forward_iterator<uuencode_decoded::iterator>);
static_assert(noexcept(decode_uuencode(test::some_octets, nullptr, 0)));

struct row {
    std::string_view origin;
    std::string_view text;
    std::string_view octets;
};

constexpr row table[] = {
    {"nothing", "", ""},
    {"POSIX, the example", "begin 664 test.txt\n#0V%T\n`\nend\n", "Cat"},
    {"text around it", "Hi,\nbegin 664 a\n#0V%T\n`\nend\nBye #0V%T\n", "Cat"},
    {"spaces for zeros", "begin 664 a\n#    \n \nend\n", std::string_view{"\0\0\0", 3}},
    {"spaces that are missing", "begin 664 a\n#\n&0V\n\nend\n",
     std::string_view{"\0\0\0C`\0\0\0\0", 9}},
    {"one and two octets", "begin 0644 a b\n\"0V$\n!0P\n`\nend", "CaC"},
    {"an unused character, a checksum", "begin 644 a\n!0V%T\n#0V%T*\n`\nend", "CCat"},
    {"two files", "begin 644 a\n!0P\n`\nend\nand\nbegin 644 b\n!00\n`\nend", "CA"},
    {"no end", "begin 644 a\n#0V%T\n`\nBye\n#0V%T\n", "Cat"},
    {"no last line", "begin 644 a\n#0V%T\nend\n#0V%T\n", "Cat"},
    {"no last line and no end", "begin 644 a\n#0V%T", "Cat"},
    {"a blank line", "begin 644 a\n#0V%T\n\n#0V%T\n`\n", "CatCat"},
    {"data after the last line", "begin 644 a\n#0V%T\n`\n#0V%T\nend\n", "Cat"},
    {"another line", "begin 644 a\n#0V%T\n#0v%t\n#0V%T\n", "Cat"},
    {"too long", "begin 644 a\n#0V%T\n#0V%TAAA\n#0V%T\n", "Cat"},
    {"no begin", "\n#0V%T\n#0V%T\n`\nend\n", "CatCat"},
    {"no begin, and text", "Hi\n#0V%T\n", ""},
    {"not a begin", "begin 64 a\n#0V%T\nbegin 648 a\n#0V%T\nbegin 644 \n#0V%T\n", ""},
    {"not a begin, either", "Begin 644 a\n#0V%T\nbegin  644 a\n#0V%T\nbegin", ""},
    {"white space after the end", "begin 644 a \n#0V%T  \n`\t\nend \n!0P\n", "Cat"},
};

template <std::size_t First, std::size_t Last>
constexpr bool texts_are_decoded() {
    for (auto i = First; i < Last && i < std::size(table); ++i)
        test::with_both_line_endings(table[i].text, [&](std::string_view text) {
            test::check_decoded<uuencode_decoder>(table[i].origin, text, table[i].octets);
        });
    return true;
}
CASE("uuencode: texts are decoded, 1", (texts_are_decoded<0, 2>))
TEST_CASE("uuencode: texts are decoded, 2") { CHECK(texts_are_decoded<2, 100>()); }

TEST_CASE("uuencode: any short text, in every way") {
    test::for_each_string("#0V \n", 7, [](std::string_view text) {
        std::string lazily;
        for (char const octet : uuencode_decoded{text}) lazily += octet;
        test::check_decoded<uuencode_decoder>(text, text, lazily);
        return true;
    });
}

TEST_CASE("uuencode: long lines are cut alike") {
    for (std::size_t blanks = 110; blanks < 140; ++blanks)
        for (std::string const end : {"", "x", "\r", "\r\n#0V%T", "x\n#0V%T"}) {
            auto const text = "begin 644 a\n#0V%T" + std::string(blanks, ' ') + end;
            std::string lazily;
            for (char const octet : uuencode_decoded{text}) lazily += octet;
            for (std::size_t cut = 0; cut < text.size(); ++cut)
                CHECK(std::string_view{test::decoded_in_two<uuencode_decoder>(text, cut, 16)} ==
                      lazily);
        }
}

constexpr bool all_at_once() {
    char to[8] = {};
    auto const done = foldwise::decode_uuencode("begin 644 a\n#0V%T\n`\nend\n", to, sizeof to);
    REQUIRE_TRUE(std::string_view(to, done.written) == "Cat");
    return true;
}
CASE("decode_uuencode: all at once", all_at_once)

} // namespace
