#include <foldwise/mime/detail/uuencoded_block.hpp>

#include "../../support.hpp"

#include <foldwise/mime/uuencoded_files.hpp>

#include <string_view>

namespace {

using namespace foldwise;

struct row {
    std::string_view origin;
    std::string_view text;
    bool has_file;
};

constexpr row table[] = {
    {"no text", "", false},
    {"POSIX, classic", "Hi\nbegin 644 a\n#0V%T\n`\nend\n", true},
    {"POSIX, base64", "begin-base64 644 a\nQ2F0\n====\n", true},
    {"no line ending", "begin 644 a\n#0V%T", true},
    {"base64, no line ending", "begin-base64 644 a\n====", true},
    {"a line in vain", "begin 644 a\nHELLO\nbegin 644 b\n`\nend\n", true},
    {"no data", "begin 644 a\nend\n", false},
    {"words", "begin 644 a\nHELLO\n\nBYE\n", false},
    {"base64, words", "begin-base64 644 a\nHELLO\n", false},
    {"base64, padding before data", "begin-base64 644 a\n==A=\n====\n", false},
    {"not at the start of a line", " begin 644 a\n#0V%T\n`\nend\n", false},
};

constexpr bool files_are_found_in_blocks() {
    for (auto const& r : table)
        test::with_both_line_endings(r.text, [&](std::string_view text) {
            for (std::size_t const size : {1U, 5U, 1000U}) {
                bool has_file = false;
                uuencoded_name_finder finder{[&](std::string_view) { has_file = true; }};
                for (std::size_t at = 0; at < text.size(); at += size)
                    finder.take(text.substr(at, size));
                finder.finish();
                REQUIRE_SAME(r.origin, has_file, r.has_file);
            }
        });
    return true;
}
CASE("uuencoded_block: a text in blocks", files_are_found_in_blocks)

constexpr bool lines_belong_to_the_file() {
    detail::uuencoded_block block{"begin-base64 644 a"};
    REQUIRE_TRUE(block.is_open() && !block.is_file());
    REQUIRE_TRUE(!block.take("") && block.is_open());
    REQUIRE_TRUE(block.take("Q2F0") && !block.is_file() && !block.is_ended());
    REQUIRE_TRUE(block.take("====") && block.is_file() && block.is_ended() && !block.is_open());
    detail::uuencoded_block classic{"begin 644 a"};
    REQUIRE_TRUE(classic.take("#0V%T") && classic.is_open());
    REQUIRE_TRUE(!classic.take("lower-case letters are not data") && !classic.is_open());
    REQUIRE_TRUE(!detail::uuencoded_block{"begin-base64 64 a"}.is_open());
    REQUIRE_TRUE(!detail::uuencoded_block{"begin-base64"}.is_open());
    return true;
}
CASE("uuencoded_block: which lines belong to the file", lines_belong_to_the_file)

constexpr bool long_lines_are_not_base64() {
    char line[132] = {};
    for (auto& octet : line) octet = 'A';
    for (std::size_t const size : {56U, 60U, 124U, 126U, 127U, 128U, 132U}) {
        detail::uuencoded_block block{"begin-base64 644 a"};
        REQUIRE_SAME(size, block.take({line, size}), size <= 126);
        REQUIRE_SAME(size, block.is_file(), size == 60 || size == 124); // whole groups of four
    }
    return true;
}
CASE("uuencoded_block: long lines are not base64", long_lines_are_not_base64)

} // namespace
