#include <foldwise/transfer/base64_encoder.hpp>

#include "../support.hpp"

namespace {

using foldwise::base64_encoded;
using foldwise::encoded_lines;
using foldwise::line_ending;

struct row {
    std::string_view from;
    std::string_view octets;
    encoded_lines lines;
    std::string_view text;
};

constexpr encoded_lines usual{76, line_ending::crlf};
constexpr row table[] = {
    {"RFC 4648 section 10, nothing", "", usual, ""},
    {"RFC 4648 section 10, 1", "f", usual, "Zg=="},
    {"RFC 4648 section 10, 2", "fo", usual, "Zm8="},
    {"RFC 4648 section 10, 3", "foo", usual, "Zm9v"},
    {"RFC 4648 section 10, 4", "foob", usual, "Zm9vYg=="},
    {"RFC 4648 section 10, 5", "fooba", usual, "Zm9vYmE="},
    {"RFC 4648 section 10, 6", "foobar", usual, "Zm9vYmFy"},
    {"RFC 4648 section 9", "\x14\xFB\x9C\x03\xD9\x7E", usual, "FPucA9l+"},
    {"RFC 2045 table 1, the last two", "\xFB\xEF\xFF", usual, "++//"},
    {"lines", "foobar", {4, line_ending::lf}, "Zm9v\nYmFy"},
    {"lines are whole quanta", "foobarf", {11, line_ending::crlf}, "Zm9vYmFy\r\nZg=="},
    {"one line", "foobar", {4, line_ending::none}, "Zm9vYmFy"},
    {"RFC 2045 section 6.8, 76 octets",
     "123456789012345678901234567890123456789012345678901234567x", usual,
     "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3\r\neA=="},
};

constexpr bool table_of_octets() {
    for (auto const& r : table) {
        char text[128] = {};
        auto const size = encode_base64(r.octets, text, r.lines);
        REQUIRE_SAME(r.from, std::string_view(text, size), r.text);
        REQUIRE_SAME(r.from, foldwise::base64_encoded_size(r.octets.size(), r.lines), size);
        base64_encoded const encoded{r.octets, r.lines};
        REQUIRE_SAME(r.from, encoded.length(), size);
        if (!test::can_allocate()) continue;
        REQUIRE_SAME(r.from, encoded.to_string() == r.text, true);
        std::string appended = "x";
        encoded.append_to(appended);
        REQUIRE_SAME(r.from, std::string_view{appended}.substr(1), r.text);
    }
    return true;
}
CASE("base64_encoder: octets are encoded in lines", table_of_octets)

TEST_CASE("base64_encoder: decoding restores the octets, and lines are as long as allowed") {
    std::string octets;
    for (unsigned i = 0; i < 300; ++i) {
        for (std::size_t const length : {std::size_t{4}, std::size_t{7}, std::size_t{76}})
            for (auto const ending : {line_ending::none, line_ending::lf, line_ending::crlf}) {
                auto const text = base64_encoded{octets, {length, ending}}.to_string();
                REQUIRE_SAME(octets, foldwise::base64_decoded{text}.to_string(), octets);
                if (ending == line_ending::none) continue;
                for (auto const line : foldwise::lines{text}) {
                    bool const is_last = line.ending() == line_ending::none;
                    REQUIRE_SAME(octets, is_last || line.ending() == ending, true);
                    REQUIRE_SAME(octets, is_last || line.text().size() == length / 4 * 4, true);
                    REQUIRE_SAME(octets, line.text().size() <= length, true);
                }
            }
        octets += static_cast<char>(static_cast<unsigned char>(i * 151 % 256));
    }
    test::for_each_string({"\0\xFFz\r", 4}, 5, [](std::string_view short_octets) {
        auto const text = base64_encoded{short_octets}.to_string();
        REQUIRE_SAME(short_octets, foldwise::base64_decoded{text}.to_string(), short_octets);
        return true;
    });
}

} // namespace
