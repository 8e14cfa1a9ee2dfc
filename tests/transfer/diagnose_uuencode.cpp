#include <foldwise/transfer/diagnose_uuencode.hpp>

#include "../diagnostics.hpp"
#include "decoders.hpp"

namespace {

using enum foldwise::diagnostic_code;

constexpr test::problem_row table[] = {
    {"nothing", "", {}},
    {"POSIX, the example", "begin 664 test.txt\n#0V%T\n`\nend\n", {}},
    {"no file", "Hi\n", {{uuencode_other_text, 0, 2}, {uuencode_begin_missing, 0, 3}}},
    {"no begin", "#0V%T\n`\nend\n", {{uuencode_begin_missing, 0, 5}}},
    {"no end", "begin 644 a\n#0V%T\n`\n", {{uuencode_not_ended, 0, 11}}},
    {"another begin", "begin 644 a\nbegin 644 b\n`\nend\n", {{uuencode_not_ended, 0, 11}}},
    {"another line",
     "begin 644 a\n#0V%T\nabc\n",
     {{uuencode_not_ended, 0, 11}, {uuencode_line_malformed, 18, 3}}},
    {"too short, too long",
     "begin 644 a\n#0V\n#0V%T*\n`\nend\n",
     {{uuencode_line_size, 12, 3}, {uuencode_line_size, 16, 6}}},
    {"text around files",
     "a\nb\nbegin 644 a\n`\nend\n\nc\n",
     {{uuencode_other_text, 0, 1}, {uuencode_other_text, 23, 1}}},
};

constexpr bool table_of_problems() {
    for (auto const& row : table)
        test::check_problems(row, [](std::string_view text, auto report) {
            foldwise::diagnose_uuencode(text, report);
        });
    test::still_reporter report;
    foldwise::diagnose_uuencode("a", report);
    REQUIRE_SAME("a reporter that is not copied", report.count, std::size_t{2});
    return true;
}
CASE("diagnose_uuencode: each deviation and its place", table_of_problems)

} // namespace
