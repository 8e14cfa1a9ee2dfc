#include <foldwise/mime/uuencoded_files.hpp>

#include <foldwise/mime/reads_parts.hpp>

#include "../support.hpp"

#include <iterator>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::forward_iterator<uuencoded_files::iterator>);
static_assert(reads_parts<uuencoded_files>);

struct row {
    std::string_view origin;
    std::string_view text;
    std::string_view files; // name=content, each followed by "|"
};

#define CAT "\n#0V%T\n`\nend\n"

constexpr row table[] = {
    {"no text", "", ""},
    {"POSIX, the example", "begin 664 test.txt" CAT, "test.txt=Cat|"},
    {"in a text", "Hi,\n\nbegin 644 a b.txt " CAT "Bye\n", "a b.txt=Cat|"},
    {"two", "begin 644 a" CAT "begin\nbegin 0755 b" CAT, "a=Cat|b=Cat|"},
    {"no end", "begin 644 a\n#0V%T\n-- \nBye\n", "a=Cat|"},
    {"no end, and another one", "begin 644 a\n#0V%T\nbegin 644 b" CAT, "a=Cat|b=Cat|"},
    {"no octets", "begin 644 a\n`\nend\n", "a=|"},
    {"words", "We will\nbegin 644 words\nfrom here\nbegin 64 a" CAT, ""},
    {"words that look like data", "begin 644 words\nHELLO\n\nBYE\n", ""},
    {"words, and then a file", "begin 644 words\nHELLO\nbegin 644 a" CAT, "a=Cat|"},
    {"not at the start of a line", " begin 644 a" CAT "> begin 644 a" CAT, ""},
};

constexpr bool files_are_found() {
    for (auto const& r : table)
        test::with_both_line_endings(r.text, [&](std::string_view text) {
            test::text_buffer found;
            std::size_t problems = 0;
            uuencoded_files const files{text};
            for (auto const file : files) {
                found.append(file.name());
                found.append('=');
                for (char const octet : file.content()) found.append(octet);
                found.append('|');
                REQUIRE_TRUE(file.raw().starts_with("begin ") && file.mode().size() >= 3);
                ++problems;
            }
            REQUIRE_SAME(r.origin, std::string_view{found}, r.files);
            REQUIRE_SAME(r.origin, files.deviation().has_value(), problems != 0);
        });
    return true;
}
CASE("uuencoded_files: files in texts", files_are_found)

constexpr bool parts_have_files() {
    auto const name = [](std::string_view text) {
        uuencoded_files const files{entity{message{text}}};
        return files.empty() ? std::string_view{} : (*files.begin()).name();
    };
    REQUIRE_TRUE(name("A: b\n\nbegin 644 a" CAT) == "a");
    REQUIRE_TRUE(name("Content-Type: text/x-log\n\nbegin 644 a" CAT) == "a");
    REQUIRE_TRUE(name("Content-Type: text/html\n\nbegin 644 a" CAT).empty());
    REQUIRE_TRUE(name("Content-Type: application/a\n\nbegin 644 a" CAT).empty());
    REQUIRE_TRUE(name("Content-Transfer-Encoding: base64\n\nbegin 644 a" CAT).empty());
    REQUIRE_TRUE(name("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a" CAT).empty());
    return true;
}
CASE("uuencoded_files: parts that may have some", parts_have_files)

TEST_CASE("uuencoded_files: what was read in vain is not read again") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text.append("begin 644 a\nHELLO\n\n");
    CHECK(uuencoded_files{std::string_view{text}}.empty());
}

} // namespace
