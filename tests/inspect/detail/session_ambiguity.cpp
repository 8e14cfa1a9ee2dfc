#include <foldwise/inspect/detail/session_ambiguity.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

#include <iterator>
#include <string_view>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::transcript;
using foldwise::detail::extent;
using foldwise::detail::session_ambiguity_rows;

constexpr std::string_view of_sessions[] = {"smtp_", "esmtp_", "reply_", "ehlo_", "transcript_"};

constexpr bool is_of_a_session(std::string_view name) {
    for (auto const each : of_sessions)
        if (name.starts_with(each)) return true;
    return false;
}

constexpr bool each_code_has_its_row_in_order() {
    std::size_t next = 0;
    for (auto const& kind : foldwise::detail::diagnostic_kinds) {
        if (kind.severity != foldwise::severity::ambiguity || !is_of_a_session(kind.name)) continue;
        REQUIRE_TRUE(next != std::size(session_ambiguity_rows));
        auto const& row = session_ambiguity_rows[next++];
        REQUIRE_SAME(kind.name, foldwise::kind_of(row.code).name, kind.name);
        REQUIRE_TRUE(!row.first.text.empty() && !row.second.text.empty());
        REQUIRE_TRUE(row.first.text != row.second.text);
        REQUIRE_TRUE(foldwise::detail::session_ambiguity_row_of(row.code) == &row);
    }
    REQUIRE_TRUE(next == std::size(session_ambiguity_rows));
    REQUIRE_TRUE(foldwise::detail::session_ambiguity_row_of(diagnostic_code::nul) == nullptr);
    return true;
}
CASE("session_ambiguity: each ambiguity of a session, in the order of the codes",
     each_code_has_its_row_in_order)

struct row {
    std::string_view before;
    std::string_view problem;
    std::string_view after;
    diagnostic_code code;
    extent which;
    std::string_view octets;
};

using enum diagnostic_code;

constexpr row line_table[] = {
    {"C: NOOP\nS: 250 ok\nS: ", "251", " b\nC: QUIT\n", reply_code_differs, extent::line,
     "S: 251 b\n"},
    {"C: NOOP\nS: 250 ok\nS: ", "251", " b\nC: QUIT\n", reply_code_differs, extent::line_before,
     "S: "},
    {"C: NOOP\nS: 250 ok\nS: ", "251", " b\nC: QUIT\n", reply_code_differs, extent::line_after,
     " b\n"},
    {"C: NOOP\nS: 250 ok\nS: ", "251", " b\nC: QUIT\n", reply_code_differs, extent::next_line,
     "C: QUIT\n"},
    {"C: NOOP\nS: 250 ok\nS: ", "251", " b", reply_code_differs, extent::next_line, ""},
    {"C: NOOP\nS: 250-a\n", "", "C: QUIT\n", reply_not_complete, extent::line, "S: 250-a\n"},
    {"C: NOOP\nS: 250-a\n", "", "C: QUIT\n", reply_not_complete, extent::next_line, "C: QUIT\n"},
    {"C: NOOP\r\nS: 250-a\r\n", "", "", reply_not_complete, extent::line, "S: 250-a\r\n"},
    {"", "", "220 a\n", reply_not_complete, extent::line, "220 a\n"},
    {"", "", "", reply_not_complete, extent::line, ""},
    {"220 a\r\nHELO b\r\n250 a\r\nNOOP", "\n", "QUIT\r\n", smtp_line_ending, extent::line,
     "NOOP\nQUIT\r\n"},
    {"220 a\r\nHELO b\r\n250 a\r\nNOOP", "\n", "QUIT\r\n", smtp_line_ending, extent::line_after,
     "QUIT\r\n"},
    {"C: DATA\nS: 354 a\n", "Subject: b\n", "\nc\n.\nS: 250 d\n", transcript_mark_missing,
     extent::entity_from, "Subject: b\n\nc\n"},
};

constexpr row earlier_table[] = {
    {"EHLO a\n250-b\n250-SIZE 1\n250-Dsn\n250-DSN x\n250 ", "DSN", " y\n", ehlo_keyword_duplicate,
     extent::earlier_field, "Dsn"},
    {"EHLO a\n250-b\n250-SIZE 1\n250 ", "Size", " 2\n", ehlo_keyword_duplicate, extent::field_after,
     "Size 2"},
    {"EHLO a\n250-SIZE\n250-size 1\n250 ", "SIZE", " 2\n", ehlo_keyword_duplicate,
     extent::earlier_field, "size 1"}, // the server's name is SIZE
    {"EHLO a\n250-b\n250 SIZE 1\nEHLO a\n250-b\n250-SIZE 2\n250 ", "SIZE", " 3\n",
     ehlo_keyword_duplicate, extent::earlier_field, "SIZE 2"},
    {"EHLO a\n250-b\n250 ", "SIZE", " 2\n", ehlo_keyword_duplicate, extent::earlier_field,
     "SIZE 2"},
    {"MAIL FROM:<> A=1 ", "a=2", "\n", esmtp_parameter_duplicate, extent::earlier_field, "A=1"},
    {"RCPT TO:<a@b> c=1 A B=2 C=3 ", "C", "\n", esmtp_parameter_duplicate, extent::earlier_field,
     "c=1"},
    {"QUIT ", "a=2", "\n", esmtp_parameter_duplicate, extent::earlier_field, ""},
    {"NOOP\n550-a\n550-5.1.1 b\n550 ", "5.7.1", " c\n", reply_status_differs, extent::earlier_field,
     "5.1.1"},
    {"NOOP\n550-5.1.0 a\n550 5.1.1 b\nNOOP\n550-5.7.1 c\n550 ", "5.7.2", " d\n",
     reply_status_differs, extent::earlier_field, "5.7.1"},
    {"a ", "5.7.2", " d\n", reply_status_differs, extent::earlier_field, ""},
};

template <std::size_t Count>
constexpr bool readings_are_found(row const (&rows)[Count]) {
    for (auto const& r : rows) {
        test::text_buffer text;
        text.append(r.before);
        text.append(r.problem);
        text.append(r.after);
        std::string_view const bytes = text;
        diagnostic const problem{r.code, r.before.size(), r.problem.size()};
        auto const [first, last] =
            foldwise::detail::session_place{transcript{bytes}, problem}.range_of(r.which);
        REQUIRE_SAME(bytes, bytes.substr(first, last - first), r.octets);
    }
    return true;
}
constexpr bool lines_are_found() { return readings_are_found(line_table); }
CASE("session_ambiguity: lines, with their marks", lines_are_found)

constexpr bool earlier_ones_are_found() { return readings_are_found(earlier_table); }
CASE("session_ambiguity: parameters, status codes and extensions", earlier_ones_are_found)

} // namespace
