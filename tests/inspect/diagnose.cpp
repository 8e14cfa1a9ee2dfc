#include <foldwise/inspect/diagnose.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnose;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::message;

struct diagnose_row {
    std::string_view from;
    std::string_view bytes;
    std::size_t count;
    diagnostic problems[4];
};

constexpr auto bare_cr = diagnostic_code::bare_cr;
constexpr auto nul = diagnostic_code::nul;

constexpr diagnose_row diagnose_table[] = {
    {"RFC 5322 section 2.1: nothing wrong", "A: b\r\nC: d\r\n e\r\n\r\nbody\r\n", 0, {}},
    {"LF alone is not a problem", "A: b\n c\n\nbody\n", 0, {}},
    {"an empty message", "", 0, {}},
    {"RFC 5322 section 2.2: a line without a name",
     "A: b\nno name\nC: d\n",
     1,
     {{diagnostic_code::field_without_name, 5, 8}}},
    {"with its folded lines",
     "no name\n at all\nC: d\n",
     1,
     {{diagnostic_code::field_without_name, 0, 16}}},
    {"a folded line before any field",
     " a\nC: d\n",
     1,
     {{diagnostic_code::field_without_name, 0, 3}}},
    {"a byte order mark before the first name",
     "\xEF\xBB\xBF"
     "A : b\nC: d\n",
     2,
     {{diagnostic_code::byte_order_mark, 0, 3}, {diagnostic_code::space_before_colon, 4, 1}}},
    {"a byte order mark before a second field",
     "\xEF\xBB\xBF"
     "A: b\nA: d\n",
     2,
     {{diagnostic_code::byte_order_mark, 0, 3}, {diagnostic_code::field_without_name, 0, 8}}},
    {"a byte order mark in the middle",
     "A: b\n\xEF\xBB\xBF"
     "C: d\n",
     1,
     {{diagnostic_code::field_without_name, 5, 8}}},
    {"RFC 4155: a From line first", "From a\nC: d\n", 1, {{diagnostic_code::mbox_from_line, 0, 7}}},
    {"a From line after a field is a field without a name",
     "C: d\nFrom a\n",
     1,
     {{diagnostic_code::field_without_name, 5, 7}}},
    {"RFC 5322 section 4.5: white space before the colon",
     "A \t: b\n",
     1,
     {{diagnostic_code::space_before_colon, 1, 2}}},
    {"RFC 5322 section 4.2: a folded line of white space",
     "A: b\n \t\n c\nD: e\n",
     1,
     {{diagnostic_code::blank_continuation, 5, 3}}},
    {"the same with CRLF", "A: b\r\n \r\n c\r\n", 1, {{diagnostic_code::blank_continuation, 6, 3}}},
    {"RFC 5322 section 2.3: CR without LF",
     "A: b\rc\n\nd\re",
     2,
     {{bare_cr, 4, 1}, {bare_cr, 9, 1}}},
    {"a CR before CRLF", "A: b\r\r\n\r\n", 1, {{bare_cr, 4, 1}}},
    {"a run of CR is one problem", "\n\r\r\r", 1, {{bare_cr, 1, 3}}},
    {"a run of CR before CRLF", "\n\r\r\r\n", 1, {{bare_cr, 1, 2}}},
    {"a CR at the end of the header section alone", "A: b\r", 1, {{bare_cr, 4, 1}}},
    {"RFC 5322 section 4: NUL",
     {"A: \0b\n\n\0\0c\0", 11},
     3,
     {{nul, 3, 1}, {nul, 7, 2}, {nul, 10, 1}}},
    {"fields in order, then the body",
     {"x\r\nA : \0\n\n\r", 11},
     4,
     {{diagnostic_code::field_without_name, 0, 3},
      {diagnostic_code::space_before_colon, 4, 1},
      {nul, 7, 1},
      {bare_cr, 10, 1}}},
};

/// What follows from the octets and lines of a message alone.
constexpr bool is_about_lines(diagnostic_code code) {
    using enum diagnostic_code;
    for (auto const each : {bare_cr, nul, byte_order_mark, field_without_name, space_before_colon,
                            mbox_from_line, blank_continuation})
        if (code == each) return true;
    return false;
}

constexpr bool table_of_problems() {
    for (auto const& row : diagnose_table) {
        std::size_t count = 0;
        diagnose(message{row.bytes}, [&](diagnostic const& problem) {
            if (!is_about_lines(problem.code)) return;
            if (count < row.count) {
                REQUIRE_SAME(row.from, problem.code, row.problems[count].code);
                REQUIRE_SAME(row.from, problem.offset, row.problems[count].offset);
                REQUIRE_SAME(row.from, problem.length, row.problems[count].length);
            }
            ++count;
        });
        REQUIRE_SAME(row.from, count, row.count);
    }
    return true;
}
CASE("diagnose: each problem in the structure of a message, with the octets it covers",
     table_of_problems)

/// A reporter that counts its calls, and cannot be copied or moved.
struct counter {
    int count = 0;
    constexpr counter() = default;
    counter(counter const&) = delete;
    counter& operator=(counter const&) = delete;
    constexpr void operator()(diagnostic const&) { ++count; }
};

constexpr bool a_reporter_is_not_copied() {
    counter problems;
    diagnose(message{"no colon\nA : b\n \n\n\r"}, problems);
    REQUIRE_TRUE(problems.count == 7);
    return true;
}
CASE("diagnose: a reporter that cannot be copied keeps its count", a_reporter_is_not_copied)

constexpr bool the_example_in_the_door_is_true() {
    std::string_view const bytes = "From a@b.example Mon Dec 15 2014\n"
                                   "Subject  : Hello\n"
                                   "Date: yesterday\n"
                                   "no colon\n";
    diagnostic const expected[] = {{diagnostic_code::mbox_from_line, 0, 33},
                                   {diagnostic_code::space_before_colon, 40, 2},
                                   {diagnostic_code::date_malformed, 56, 9},
                                   {diagnostic_code::field_without_name, 66, 9}};
    std::size_t count = 0;
    diagnose(message{bytes}, [&](diagnostic const& d) {
        REQUIRE_TRUE(d == expected[count++]);
        return count < 4; // at the end comes from_missing
    });
    REQUIRE_TRUE(count == 4);
    return true;
}
CASE("diagnose: the example in inspect.hpp", the_example_in_the_door_is_true)

} // namespace
