#include <foldwise/transfer/quoted_printable_encoder.hpp>

#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include "../support.hpp"

namespace {

using foldwise::encoded_lines;
using foldwise::line_ending;
using foldwise::quoted_printable_encoded;
using content = foldwise::quoted_printable_content;

struct row {
    std::string_view from;
    std::string_view octets;
    encoded_lines lines;
    std::string_view text;   // encoded as text
    std::string_view binary; // encoded as binary
};

constexpr encoded_lines usual{76, line_ending::crlf};
constexpr encoded_lines short_lf{8, line_ending::lf};

constexpr row table[] = {
    {"nothing", "", usual, "", ""},
    {"RFC 2045 rule 1, an equals sign", "1=1", usual, "1=3D1", "1=3D1"},
    {"RFC 2045 rule 1, octets", "\x0C\xE9\x7F", usual, "=0C=E9=7F", "=0C=E9=7F"},
    {"RFC 2045 rule 3, white space", " a\tb \n\t", usual, " a\tb=20\r\n=09", " a\tb =0A=09"},
    {"RFC 2045 rule 4, line endings", "a\r\nb\n", usual, "a\r\nb\r\n", "a=0D=0Ab=0A"},
    {"all line endings become LF", "a\r\nb\n", {76, line_ending::lf}, "a\nb\n", "a=0D=0Ab=0A"},
    {"a CR elsewhere", "a\rb\r\r\n", usual, "a=0Db=0D\r\n", "a=0Db=0D=0D=0A"},
    {"RFC 2045 rule 5, a line of the greatest length", "12345678\n1", short_lf, "12345678\n1",
     "1234567=\n8=0A1"},
    {"RFC 2045 rule 5, a longer line", "123456789", short_lf, "1234567=\n89", "1234567=\n89"},
    {"an encoded octet is not cut", "12345\xE9x", short_lf, "12345=\n=E9x", "12345=\n=E9x"},
    {"an encoded octet at the end", "12345\xE9", short_lf, "12345=E9", "12345=E9"},
    {"white space before a soft line break", "123456 89", short_lf, "123456 =\n89", "123456 =\n89"},
    {"the shortest lines", "\xE9\xE9z", {4, line_ending::lf}, "=E9=\n=E9z", "=E9=\n=E9z"},
};

constexpr void check(row const& r, content what, std::string_view wanted) {
    char text[128] = {};
    auto const size = encode_quoted_printable(r.octets, what, text, r.lines);
    REQUIRE_SAME(r.from, std::string_view(text, size), wanted);
    auto const limit = foldwise::quoted_printable_encoded_size_limit(r.octets.size(), r.lines);
    REQUIRE_SAME(r.from, size <= limit, true);
    if (!test::can_allocate()) return;
    quoted_printable_encoded const encoded{r.octets, what, r.lines};
    REQUIRE_SAME(r.from, encoded.to_string() == wanted, true);
    std::string appended = "x";
    encoded.append_to(appended);
    REQUIRE_SAME(r.from, std::string_view{appended}.substr(1), wanted);
}

constexpr bool table_of_octets() {
    for (auto const& r : table) {
        check(r, content::text, r.text);
        check(r, content::binary, r.binary);
    }
    return true;
}
CASE("quoted_printable_encoder: octets are encoded in lines", table_of_octets)

/// `octets` with each line ending replaced by `ending`.
std::string with_ending(std::string_view octets, line_ending ending) {
    std::string text;
    for (auto const line : foldwise::lines{octets}) {
        text += line.text();
        if (line.ending() != line_ending::none) text += foldwise::octets_of(ending);
    }
    return text;
}

void check_inverse(std::string_view octets, content what, encoded_lines lines) {
    auto const text = quoted_printable_encoded{octets, what, lines}.to_string();
    auto const wanted =
        what == content::binary ? std::string{octets} : with_ending(octets, lines.ending);
    REQUIRE_SAME(octets, foldwise::quoted_printable_decoded{text}.to_string(), wanted);
    auto const limit = foldwise::quoted_printable_encoded_size_limit(octets.size(), lines);
    REQUIRE_SAME(octets, text.size() <= limit, true);
    for (auto const line : foldwise::lines{text})
        REQUIRE_SAME(octets, line.text().size() <= lines.length, true);
    foldwise::diagnose_quoted_printable(text, [&](foldwise::diagnostic const& problem) {
        REQUIRE_SAME(octets, problem.name(), "no problem");
    });
}

TEST_CASE("quoted_printable_encoder: decoding restores the octets, without any problem") {
    test::for_each_string("a= \r\n\xE9", 5, [](std::string_view octets) {
        for (auto const what : {content::text, content::binary})
            for (auto const ending : {line_ending::lf, line_ending::crlf})
                for (std::size_t length = 4; length < 8; ++length)
                    check_inverse(octets, what, {length, ending});
        return true;
    });
    std::string octets;
    for (unsigned i = 0; i < 300; ++i) {
        for (auto const what : {content::text, content::binary}) check_inverse(octets, what, {});
        octets += static_cast<char>(static_cast<unsigned char>(i * 151 % 256));
    }
}

} // namespace
