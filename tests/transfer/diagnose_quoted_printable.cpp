#include <foldwise/transfer/diagnose_quoted_printable.hpp>

#include "../diagnostics.hpp"
#include "decoders.hpp"

namespace {

using enum foldwise::diagnostic_code;

constexpr test::problem_row table[] = {
    {"nothing", "", {}},
    {"RFC 2045 section 6.7, soft line breaks", "Now's the time =\r\nfor=\n all=3D=20", {}},
    {"a soft line break before the end is allowed", "a=\r\n", {}},
    {"RFC 2045 note 1",
     "=3d=C3=c3=3D",
     {{qp_escape_lower_case, 0, 3}, {qp_escape_lower_case, 6, 3}}},
    {"RFC 2045 note 2", "1=2=3", {{qp_escape_malformed, 1, 1}, {qp_escape_malformed, 3, 1}}},
    {"an encoded octet after an equals sign", "==3D", {{qp_escape_malformed, 0, 1}}},
    {"one digit", "=3\n=3", {{qp_escape_malformed, 0, 1}, {qp_escape_malformed, 3, 1}}},
    {"a bare CR after an equals sign", "=\ra", {{qp_escape_malformed, 0, 1}, {qp_octet, 1, 1}}},
    {"RFC 2045 note 3, at the end", "a\nb=", {{qp_soft_break_at_end, 3, 1}}},
    {"at the end, padded", "b= ", {{qp_soft_break_at_end, 1, 1}, {qp_white_space, 2, 1}}},
    {"RFC 2045 rule 3", "a \t\r\nb ", {{qp_white_space, 1, 2}, {qp_white_space, 6, 1}}},
    {"a line of white space", " \n", {{qp_white_space, 0, 1}}},
    {"transport padding", "a= \r\nb", {{qp_white_space, 2, 1}}},
    {"RFC 2045 note 4", {"a\0\x7F\r\xE9 b", 7}, {{qp_octet, 1, 4}}},
    {"octets with a line ending between them", "\xE9\n\xE9", {{qp_octet, 0, 1}, {qp_octet, 2, 1}}},
    {"RFC 2045 note 5",
     "a\n1234567890123456789012345678901234567890123456789012345678901234567890123456\r\n",
     {}},
    {"RFC 2045 note 5, too long",
     "a\n12345678901234567890123456789012345678901234567890123456789012345678901234567\r\n=",
     {{encoded_line_too_long, 2, 77}, {qp_soft_break_at_end, 81, 1}}},
};

constexpr bool table_of_problems() {
    for (auto const& row : table)
        test::check_problems(row, [](std::string_view text, auto report) {
            foldwise::diagnose_quoted_printable(text, report);
        });
    test::still_reporter report;
    foldwise::diagnose_quoted_printable("a \xE9=", report);
    REQUIRE_SAME("a reporter that is not copied", report.count, std::size_t{2});
    return true;
}
CASE("diagnose_quoted_printable: each deviation and its place", table_of_problems)

TEST_CASE("diagnose_quoted_printable: any short text; problems are in order, inside it") {
    test::for_each_string("=4a \r\n\xE9", 6, [](std::string_view text) {
        std::size_t end = 0;
        foldwise::diagnose_quoted_printable(text, [&](foldwise::diagnostic const& problem) {
            REQUIRE_SAME(text, problem.offset >= end && problem.length > 0, true);
            end = problem.offset + problem.length;
            REQUIRE_SAME(text, end <= text.size(), true);
        });
        return true;
    });
}

} // namespace
