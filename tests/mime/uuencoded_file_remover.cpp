#include <foldwise/mime/uuencoded_file_remover.hpp>

#include "../support.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using foldwise::uuencoded_file_remover;

/// What a remover passes on of a text that arrives in blocks of `size` octets.
constexpr test::text_buffer rest_of(std::string_view text, std::size_t size) {
    test::text_buffer rest;
    uuencoded_file_remover remover{[&rest](std::string_view piece) { rest.append(piece); }};
    for (std::size_t at = 0; at < text.size(); at += size) remover.take(text.substr(at, size));
    remover.finish();
    return rest;
}

#define CAT "\n#0V%T\n`\nend\n"
#define LINE "M86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C86)C\n"

struct row {
    std::string_view origin;
    std::string_view text;
    std::string_view rest;
};
constexpr row table[] = {
    {"no text", "", ""},
    {"text", "a\nb\n\nbegin\nx", "a\nb\n\nbegin\nx"},
    {"a file", "begin 664 a" CAT, ""},
    {"in a text", "Hi,\n\nbegin 644 a b.txt " CAT "Bye\n", "Hi,\n\nBye\n"},
    {"two", "begin 644 a" CAT "begin\nbegin 0755 b" CAT "b", "begin\nb"},
    {"no end, and another one", "begin 644 a\n#0V%T\nbegin 644 b" CAT, ""},
    {"empty lines after it", "begin 644 a\n" LINE "\n\nBye\n", "\n\nBye\n"},
    {"empty lines after it, at the end", "begin 644 a\n" LINE "\n\n", "\n\n"},
    {"empty lines in it", "begin 644 a\n" LINE "\n\n" LINE "`\nend\nBye", "Bye"},
    {"empty lines before it is one", "begin 644 a\n\n#0V%T\n\n`\nend\nBye", "Bye"},
    {"the text ends in it", "x\nbegin 644 a\n" LINE "M86)C", "x\n"},
    {"words", "begin 644 words\nfrom here\n", "begin 644 words\nfrom here\n"},
    {"words, and then a file", "begin 644 words\nHELLO\nbegin 644 a" CAT "c",
     "begin 644 words\nHELLO\nc"},
    {"words and a line \"end\"", "begin 100 days\n\nend\nb\n", "begin 100 days\n\nend\nb\n"},
    {"words at the end", "begin 644 words\n\n", "begin 644 words\n\n"},
    {"base64", "a\nbegin-base64 644 a\nQ2F0\n====\nBye\n", "a\nBye\n"},
    {"not at the start of a line", "> begin 644 a\n> #0V%T\n", "> begin 644 a\n> #0V%T\n"},
};

constexpr bool files_are_removed() {
    for (auto const& r : table)
        for (std::size_t const size : {1U, 7U, 1000U})
            REQUIRE_SAME(r.origin, std::string_view{rest_of(r.text, size)}, r.rest);
    return true;
}
CASE("uuencoded_file_remover: the text around files", files_are_removed)

/// The text around uuencoded_files.
std::string around_files(std::string_view text) {
    std::string rest;
    std::size_t end = 0;
    for (auto const file : foldwise::uuencoded_files{text}) {
        auto const start = foldwise::offset_of(text, file.raw());
        rest += text.substr(end, start - end);
        end = start + file.raw().size();
    }
    return rest += text.substr(end);
}

std::string passed_on(std::string_view text, std::size_t size) {
    std::string rest;
    uuencoded_file_remover remover{[&rest](std::string_view piece) {
        REQUIRE_TRUE(!piece.empty());
        rest += piece;
        return true;
    }};
    for (std::size_t at = 0; at < text.size(); at += size) remover.take(text.substr(at, size));
    remover.finish();
    return rest;
}

} // namespace

TEST_CASE("uuencoded_file_remover: the same as uuencoded_files, whatever lines follow each other") {
    std::string_view const lines[] = {"begin 644 a\n",
                                      "begin-base64 644 a\n",
                                      "#0V%T\n",
                                      LINE,
                                      "`\n",
                                      "end\n",
                                      "\n",
                                      "\r\n",
                                      "====\n",
                                      "Q2F0\n",
                                      "text\n",
                                      "b"};
    constexpr std::size_t count = std::size(lines);
    unsigned random = 1;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int i = 0; i < 9; ++i) {
            random = random * 1664525 + 1013904223;
            text += lines[(random >> 16) % count];
        }
        REQUIRE_SAME(text, passed_on(text, 1 + (random >> 8) % 40), around_files(text));
    }
}

TEST_CASE("uuencoded_file_remover: lines of any length") {
    for (std::size_t const size : {113U, 116U, 127U, 128U, 129U, 3900U, 3968U, 4096U, 9000U})
        for (std::string const start : {"begin 644 ", "b", "begin 644 a\n" LINE "M"})
            for (std::size_t const block : {1U, 128U, 5000U}) {
                auto const text = start + std::string(size, 'b') + "\n" LINE "end\nx\n";
                auto const wanted =
                    size > 3900 && start == "begin 644 " ? text : around_files(text);
                REQUIRE_SAME(std::to_string(size) + start, passed_on(text, block), wanted);
            }
}

TEST_CASE("uuencoded_file_remover: what may be a file is held up to a limit") {
    std::string short_lines = "begin 644 a\n";
    while (short_lines.size() < 3900) short_lines += "&0V\n"; // cut
    CHECK(passed_on(short_lines + LINE "`\nend\nx\n", 1000) == "x\n");
    short_lines += short_lines.substr(12);
    auto const too_many = short_lines + LINE "`\nend\nx\n";
    CHECK(passed_on(too_many, 1000) == too_many);
    // In a file, empty lines are passed on from there on, but do not end it.
    auto const empty = std::string(6000, '\n');
    auto const rest = passed_on("begin 644 a\n" LINE + empty + LINE "`\nend\nx\n", 7);
    CHECK(rest.ends_with("\nx\n"));
    CHECK(rest.find_first_not_of("\n") == rest.size() - 2);
}
