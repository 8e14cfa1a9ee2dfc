#include <foldwise/transfer/quoted_printable.hpp>

#include "decoders.hpp"

namespace {

using foldwise::quoted_printable_decoder;

struct row {
    std::string_view from;
    std::string_view text;
    std::string_view octets;
};

// The lines end with LF. Each row is checked with CRLF, too.
constexpr row table[] = {
    {"nothing", "", ""},
    {"RFC 2045 section 6.7, soft line breaks",
     "Now's the time =\nfor all folk to come=\n to the aid of their country.",
     "Now's the time for all folk to come to the aid of their country."},
    {"RFC 2045 rule 1, octets", "=0C=3D=E9", "\x0C=\xE9"},
    {"RFC 2045 note 1, lower case", "=c3=A9=c3=a9", "\xC3\xA9\xC3\xA9"},
    {"RFC 2045 rule 3, white space before an end", "a \nb\t \n \nc ", "a\nb\n\nc"},
    {"RFC 2045 rule 3, white space that is encoded", "a=20\nb =09\nc=20", "a \nb \t\nc "},
    {"RFC 2045 rule 3, white space elsewhere", " a\t b", " a\t b"},
    {"RFC 2045 rule 4, line endings", "a\n\nb\n", "a\n\nb\n"},
    {"transport padding", "a= \nb=\t \nc", "abc"},
    {"white space before a soft line break", "a =\nb \t= \nc", "a b \tc"},
    {"soft line breaks in a row", "a=\n=\n=\nb", "ab"},
    {"RFC 2045 note 2, malformed escapes", "a=b 1=2 =x =", "a=b 1=2 =x "},
    {"one hexadecimal digit", "=4=41=4x=4\n=4", "=4A=4x=4\n=4"},
    {"equals signs in a row", "===41==\n=", "==A="},
    {"RFC 2045 note 3, at the end", "a=", "a"},
    {"padding at the end", "a= \t", "a"},
    {"white space that is not at the end", "a= b", "a= b"},
    {"a bare CR is text", "a\rb =\rc \r", "a\rb =\rc \r"},
    {"RFC 2045 note 4, octets that should be encoded", {"\0\x7F\xE9", 3}, {"\0\x7F\xE9", 3}},
    {"line endings that are encoded are octets", "a =0D=0A", "a \r\n"},
};

TEST_CASE("quoted_printable: texts are decoded, however they are cut") {
    for (auto const& r : table)
        test::check_decoded<quoted_printable_decoder>(r.from, r.text, r.octets);
}

constexpr bool table_of_octets() {
    for (auto const& r : table) {
        REQUIRE_SAME(r.from,
                     std::string_view{test::decoded_at_once<quoted_printable_decoder>(r.text)},
                     r.octets);
        REQUIRE_SAME(r.from,
                     std::string_view{test::decoded_lazily<quoted_printable_decoder>(r.text)},
                     r.octets);
    }
    return true;
}
CASE("quoted_printable: texts are decoded", table_of_octets)

constexpr bool table_of_octets_with_crlf() {
    for (auto const& r : table) {
        if (r.text.find('\r') != r.text.npos || r.octets.find('\r') != r.octets.npos) continue;
        auto const text = test::with_crlf(r.text);
        auto const octets = test::with_crlf(r.octets);
        REQUIRE_SAME(r.from,
                     std::string_view{test::decoded_at_once<quoted_printable_decoder>(text)},
                     std::string_view{octets});
        REQUIRE_SAME(r.from, std::string_view{test::decoded_lazily<quoted_printable_decoder>(text)},
                     std::string_view{octets});
    }
    return true;
}
CASE("quoted_printable: CRLF stays CRLF", table_of_octets_with_crlf)

constexpr bool pieces_of_one_text() {
    constexpr std::string_view text = "a= \r\n=4a b \t\r\n= x";
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        REQUIRE_SAME(
            cut, std::string_view{test::decoded_in_two<quoted_printable_decoder>(text, cut, 16)},
            "aJ b\r\n= x");
    return true;
}
CASE("quoted_printable: a text that is cut anywhere", pieces_of_one_text)

TEST_CASE("quoted_printable: any short text, however it is cut") {
    test::for_each_string("=4a \r\n\t", 5, [](std::string_view text) {
        auto const all = test::decoded_at_once<quoted_printable_decoder>(text);
        test::check_decoded<quoted_printable_decoder>(text, text, all);
        return true;
    });
}

/// `before`, white space, then `after`.
std::string with_blanks(std::string_view before, std::size_t blanks, std::string_view after) {
    std::string text{before};
    text.append(blanks, ' ').append(after);
    return text;
}

TEST_CASE("quoted_printable: at most 998 octets of white space are removed as padding") {
    constexpr std::size_t sizes[] = {1, 997, 998, 999, 1100};
    for (auto const size : sizes) {
        auto const row = std::to_string(size);
        auto const kept = size < 998 ? 0 : size - 998;
        auto const check = [&row, size](std::string_view before, std::string_view after,
                                        std::string const& wanted) {
            test::check_decoded<quoted_printable_decoder>(row, with_blanks(before, size, after),
                                                          wanted);
        };
        for (std::string_view const end : {"", "\n", "\r\n"})
            check("a", end, with_blanks("a", kept, end));
        check("a", "\rb", with_blanks("a", size, "\rb"));
        check("a=", "\r\nb", size <= 998 ? "ab" : with_blanks("a=", kept, "\r\nb"));
    }
}

constexpr bool stops_where_there_is_no_room() {
    char octets[4] = {};
    REQUIRE_TRUE(foldwise::decode_quoted_printable("abc=\nd", octets, 3) ==
                 foldwise::transcoded{5, 3});
    REQUIRE_TRUE(foldwise::decode_quoted_printable("ab=4Ad", octets, 2) ==
                 foldwise::transcoded{2, 2});
    quoted_printable_decoder in;
    REQUIRE_TRUE(in.decode("=4", octets, 4) == foldwise::transcoded{2, 0});
    REQUIRE_TRUE(in.decode("1", octets, 4) == foldwise::transcoded{1, 1});
    REQUIRE_TRUE(in.decode("=4", octets, 4) == foldwise::transcoded{2, 0});
    REQUIRE_TRUE(in.finish(octets, 1) == 1 && octets[0] == '=');
    REQUIRE_TRUE(in.finish(octets, 4) == 1 && octets[0] == '4');
    REQUIRE_TRUE(in.decode("1", octets, 4) == foldwise::transcoded{1, 1});
    return true;
}
CASE("quoted_printable: a decoder stops where there is no room, and continues from there",
     stops_where_there_is_no_room)

} // namespace
