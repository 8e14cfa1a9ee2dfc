#include <foldwise/transfer/uuencode_encoder.hpp>

#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/uuencode.hpp>

#include "../support.hpp"

#include <string>

namespace {

using namespace foldwise;

constexpr bool the_example_is_encoded() {
    char text[16] = {};
    REQUIRE_TRUE(encode_uuencode("Cat", text) == 10 && uuencoded_size(3) == 10);
    REQUIRE_TRUE((std::string_view{text, 10}) == "#0V%T\r\n`\r\n");
    REQUIRE_TRUE(encode_uuencode("", text, line_ending::lf) == 2);
    REQUIRE_TRUE((std::string_view{text, 2}) == "`\n");
    return true;
}
CASE("uuencode_encoder: the example of POSIX", the_example_is_encoded)

TEST_CASE("uuencode_encoder: what is encoded is decoded") {
    std::string octets;
    for (int size = 0; size < 200; ++size) {
        for (auto const ending : {line_ending::lf, line_ending::crlf}) {
            auto const text = uuencoded{octets, "a b.txt", ending}.to_string();
            CHECK(uuencode_decoded{text}.to_string() == octets);
            std::size_t problems = 0;
            diagnose_uuencode(text, [&](diagnostic const&) { ++problems; });
            CHECK(problems == 0);
            auto const ends = std::string_view{"begin 644 a b.txtend"}.size() + 2 * size_of(ending);
            CHECK(text.size() == ends + uuencoded_size(octets.size(), ending));
        }
        octets += static_cast<char>(size * 7);
    }
}

} // namespace
