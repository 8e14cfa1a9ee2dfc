#include <foldwise/mime/mime_version.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::mime_version;

static_assert(std::is_trivially_copyable_v<mime_version>);
static_assert(foldwise::reads_fields<mime_version>);

struct value_row {
    std::string_view from;
    std::string_view value;
    mime_version wanted;
};

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"RFC 2045 section 4", " 1.0", {1, 0}},
    {"RFC 2045 section 4", "1.0 (produced by MetaSend Vx.x)", {1, 0}},
    {"RFC 2045 section 4", "(produced by MetaSend Vx.x) 1.0", {1, 0}},
    {"RFC 2045 section 4", "1.(produced by MetaSend Vx.x)0", {1, 0}},
    {"Apple Mail", "1.0 (Mac OS X Mail 16.0 \\(3731.400.51.1.1\\))", {1, 0}},
    {"folded", "\n 1\n .\n 0\n ", {1, 0}},
    {"another version", "2.0", {2, 0}},
    {"another version", "1.10", {1, 10}},
    {"leading zeros", "01.00", {1, 0}},
    {"nine digits", "999999999.999999999", {999999999, 999999999}},
};

constexpr bool table_of_versions() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = mime_version::read(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->raw(), value);
            REQUIRE_SAME(row.value, got->major_number(), row.wanted.major_number());
            REQUIRE_SAME(row.value, got->minor_number(), row.wanted.minor_number());
            REQUIRE_SAME(row.value, *got == row.wanted, true);
        });
    return true;
}
CASE("mime_version: versions, with comments anywhere", table_of_versions)

constexpr bool versions_are_compared() {
    auto const version = *mime_version::read(foldwise::field{"MIME-Version: 01.(a)0\n"});
    REQUIRE_TRUE(version.is("1.0") && !version.is("1.1") && !version.is("2.0") && !version.is(""));
    REQUIRE_TRUE(version == mime_version{} && !version.deviation());
    REQUIRE_TRUE(!(version == mime_version{1, 1}) && !(version == mime_version{2, 0}));
    REQUIRE_TRUE(mime_version::read(" 1.1 ")->deviation() ==
                 foldwise::diagnostic{foldwise::diagnostic_code::mime_version_unknown, 1, 3});
    std::size_t problems = 0;
    auto const count = [&problems](diagnostic const& problem) {
        REQUIRE_TRUE(problem == diagnostic{diagnostic_code::mime_version_unknown, 1, 3});
        ++problems;
    };
    mime_version::read(" 1.1 ")->diagnose(count);
    mime_version::read(" 1.0 ")->diagnose(count);
    REQUIRE_TRUE(problems == 1);
    return true;
}
CASE("mime_version: is and == compare the numbers", versions_are_compared)

constexpr bool other_values_are_errors() {
    constexpr std::string_view table[] = {
        "",      " ",     "abc",       "1",     "1.",   ".0",   "1.0.0",        "1.0 x",
        "x 1.0", "1,0",   "-1.0",      "(1.0)", "1.0(", "1.(0", "\"1\".0",      "\"1.0\"",
        "1.0x",  "0x1.0", "+1.0",      "1 0",   "1..0", "1.0;", "1000000000.0", "1.0000000000",
        "1.(0)", "(1).0", "\xD9\xA1.0"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     mime_version::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::mime_version_malformed, value),
                     true);
    return true;
}
CASE("mime_version: values that are not versions", other_values_are_errors)

TEST_CASE("mime_version: any octets; a version is two numbers with a dot between them") {
    test::for_each_string(" \n1.(\\)a", 6, [](std::string_view value) {
        std::string tokens; // one character for each token that is not a comment
        foldwise::lexer in{value};
        for (auto next = in.next(); !next.is(foldwise::token_kind::end); next = in.next()) {
            bool const is_number = next.raw().find_first_not_of('1') == std::string_view::npos;
            if (!next.is(foldwise::token_kind::comment) || !next.is_closed())
                tokens += next.is('.') ? '.' : is_number ? '1' : 'x';
        }
        REQUIRE_SAME(value, mime_version::read(value).has_value(), tokens == "1.1");
        return true;
    });
}

} // namespace
