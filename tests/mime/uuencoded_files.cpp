#include <foldwise/mime/uuencoded_files.hpp>

#include <foldwise/mime/reads_parts.hpp>

#include "../support.hpp"

#include <iterator>
#include <string>

namespace {

using namespace foldwise;
using namespace std::literals;

static_assert(std::forward_iterator<uuencoded_files::iterator>);
static_assert(reads_parts<uuencoded_files>);

struct row {
    std::string_view origin;
    std::string_view text;
    std::string_view files; // name=content, each followed by "|"
};

#define CAT "\n#0V%T\n`\nend\n"

#define SIXTY_ZEROS "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define ZEROS                                                                                      \
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"

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
    {"words and a line \"end\"", "begin 100 days\n\nend\nbegin 644 a\nend\n", ""},
    {"cut, with an end", "begin 644 a\n&0V\nend\n", "a=C`\0\0\0\0|"sv},
    {"not at the start of a line", " begin 644 a" CAT "> begin 644 a" CAT, ""},
};

constexpr row base64_table[] = {
    {"POSIX, base64", "Hi\nbegin-base64 644 a\nQ2F0\n====\nBye\n", "a=Cat|"},
    {"base64, padded", "begin-base64 0644 a b\n\nQ2E=\n\n====\n", "a b=Ca|"},
    {"base64, twice padded", "begin-base64 0644 a\nQw==\n====\n", "a=C|"},
    {"three equals signs", "begin-base64 0644 a\nQ===\n====\n", ""},
    {"no base64 at the start of a line", "begin-base64 0644 a\n-2F0\n====\n", ""},
    {"after an empty line", "\nbegin-base64 0644 a\nQ2F0\n====\n", "a=Cat|"},
    {"base64, no octets", "begin-base64 644 a\n====\n", "a=|"},
    {"base64, no end", "begin-base64 644 a\n" SIXTY_ZEROS "\n-- \nBye\n", "a=" ZEROS "|"sv},
    {"base64 and classic", "begin-base64 644 a\n" SIXTY_ZEROS "\nbegin 644 b" CAT,
     "a=" ZEROS "|b=Cat|"sv},
    {"words, base64",
     "begin-base64 644 words\nHELLO\n\nBYE\nbegin-base64 64 a\nQ2F0\n====\n"
     "begin-base32 644 a\nQ2F0\n====\nbegin-base64644 a\nQ2F0\n====\n",
     ""},
};

template <std::size_t Count>
constexpr bool files_are_found(row const (&rows)[Count]) {
    for (auto const& r : rows)
        test::with_both_line_endings(r.text, [&](std::string_view text) {
            test::text_buffer found;
            std::size_t count = 0;
            uuencoded_files const files{text};
            for (auto const file : files) {
                found.append(file.name());
                found.append('=');
                for (char const octet : file.content()) found.append(octet);
                found.append('|');
                REQUIRE_TRUE(file.raw().starts_with("begin") && file.mode().size() >= 3);
                ++count;
            }
            REQUIRE_SAME(r.origin, std::string_view{found}, r.files);
            REQUIRE_SAME(r.origin, files.deviation().has_value(), count != 0);
        });
    return true;
}
constexpr bool classic_files_are_found() { return files_are_found(table); }
CASE("uuencoded_files: files in texts", classic_files_are_found)

constexpr bool base64_files_are_found() { return files_are_found(base64_table); }
CASE("uuencoded_files: files in base64", base64_files_are_found)

/// The names that a finder passes on if the text arrives in blocks of `size` octets, and those of
/// uuencoded_files.
constexpr bool names_are_the_same(row const& r, std::string_view text, std::size_t size) {
    test::text_buffer found;
    test::text_buffer wanted;
    auto const add = [&found](std::string_view name) {
        found.append(name);
        found.append('|');
    };
    uuencoded_name_finder finder{add};
    for (std::size_t at = 0; at < text.size(); at += size) finder.take(text.substr(at, size));
    finder.finish();
    for (auto const file : uuencoded_files{text}) {
        wanted.append(file.name());
        wanted.append('|');
    }
    REQUIRE_SAME(r.origin, std::string_view{found}, std::string_view{wanted});
    return true;
}
template <std::size_t Count>
constexpr bool names_are_found(row const (&rows)[Count], std::size_t size) {
    for (auto const& r : rows)
        test::with_both_line_endings(
            r.text, [&](std::string_view text) { names_are_the_same(r, text, size); });
    return true;
}
constexpr bool classic_names_are_found() { return names_are_found(table, 7); }
CASE("uuencoded_name_finder: names of files in texts", classic_names_are_found)

constexpr bool base64_names_are_found() { return names_are_found(base64_table, 17); }
CASE("uuencoded_name_finder: names of files in base64", base64_names_are_found)

TEST_CASE("uuencoded_name_finder: it does not matter where blocks end") {
    for (std::size_t const size : {1U, 2U, 3U, 11U, 1000U}) {
        names_are_found(table, size);
        names_are_found(base64_table, size);
    }
}

TEST_CASE("uuencoded_name_finder: long names and lines") {
    for (std::size_t const size : {113U, 114U, 115U, 116U, 117U, 200U, 2000U})
        for (auto const* const ending : {"\n", "\r\n"}) {
            auto const text = std::string(size, 'a') + "\nbegin 644 " + std::string(size, 'b') +
                              ending + "#0V%T\nend\n" + std::string(size, 'c');
            for (std::size_t const block : {1U, 128U, 5000U})
                names_are_the_same({"a long name", "", ""}, text, block);
        }
}

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

constexpr bool encoded_texts_have_files() {
    auto const has = [](std::string_view text) {
        return has_uuencoded_file(entity{message{text}});
    };
    REQUIRE_TRUE(has("A: b\n\nbegin 644 a" CAT));
    REQUIRE_TRUE(has("Content-Transfer-Encoding: quoted-printable\n\nHi\nbegin 644 a=20\n#0V=\n"
                     "%T\n`\nend"));
    REQUIRE_TRUE(has("Content-Transfer-Encoding: base64\n\nYmVnaW4gNjQ0IGEKIzBWJVQKYAplbmQK"));
    REQUIRE_TRUE(!has("Content-Transfer-Encoding: base64\n\nYmVnaW4gNjQ0IGEKZW5kCg=="));
    REQUIRE_TRUE(!has("Content-Type: text/html\n\nbegin 644 a" CAT));
    return true;
}
CASE("uuencoded_files: texts that are encoded", encoded_texts_have_files)

constexpr bool deviations_of_base64_are_reported() {
    auto const deviation = [](std::string_view text) {
        return (*uuencoded_files{text}.begin()).deviation();
    };
    REQUIRE_TRUE(!deviation("begin-base64 644 a\nQ2F0\n====\n"));
    auto const problem = deviation("begin-base64 644 a\nQ2F0Q\n====\n");
    REQUIRE_TRUE(problem && problem->offset >= 19 && problem->offset < 25);
    auto const open = deviation("begin-base64 644 a\n" SIXTY_ZEROS "\n");
    REQUIRE_TRUE(open && open->code == diagnostic_code::uuencode_not_ended && open->length == 18);
    REQUIRE_TRUE(open->offset == 0);
    return true;
}
CASE("uuencoded_files: deviations of base64", deviations_of_base64_are_reported)

TEST_CASE("uuencoded_files: what was read in vain is not read again") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text.append("begin 644 a\nHELLO\n\n");
    CHECK(uuencoded_files{std::string_view{text}}.empty());
}

constexpr bool raw_is_what_was_read_and_two_that_end_the_text_differ() {
    constexpr std::string_view text = "begin 644 a\n#0V%T\n`\nend\n";
    foldwise::uuencoded_files const files{text};
    REQUIRE_TRUE(files.raw() == text);
    auto after = files.begin();
    REQUIRE_TRUE(after++ == files.begin());
    REQUIRE_TRUE(after != files.begin() && after == files.end());
    return true;
}
CASE("uuencoded_files: raw() is what was read, and two that end the text differ",
     raw_is_what_was_read_and_two_that_end_the_text_differ)

constexpr bool iterators_are_compared() {
    uuencoded_files const two{"begin 644 a" CAT "begin 644 b" CAT};
    auto const first = two.begin();
    auto const second = std::next(first);
    auto const end = std::next(second);
    REQUIRE_TRUE(first == two.begin() && first != second);
    REQUIRE_TRUE(second != end && first != end && end == two.end());
    return true;
}
CASE("uuencoded_files: iterators of different files differ", iterators_are_compared)

} // namespace
