#include <foldwise/diagnostic/diagnostic.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(std::is_trivially_copyable_v<diagnostic>);

constexpr bool a_diagnostic_has_the_properties_of_its_code() {
    for (auto const& kind : foldwise::detail::diagnostic_kinds) {
        diagnostic const problem{kind.code, 7, 1};
        REQUIRE_SAME(kind.name, problem.severity(), kind.severity);
        REQUIRE_SAME(kind.name, problem.rfc(), kind.rfc);
        REQUIRE_SAME(kind.name, problem.name(), kind.name);
        REQUIRE_SAME(kind.name, problem.text(), kind.text);
    }
    return true;
}
CASE("diagnostic: a problem has the severity, the section and the text of its code",
     a_diagnostic_has_the_properties_of_its_code)

constexpr bool equal_diagnostics_have_the_same_code_and_place() {
    diagnostic const problem{diagnostic_code::nul, 7, 1};
    REQUIRE_TRUE(problem == diagnostic{diagnostic_code::nul, 7, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::bare_cr, 7, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::nul, 8, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::nul, 7, 2});
    return true;
}
CASE("diagnostic: diagnostics are equal if they have the same code and place",
     equal_diagnostics_have_the_same_code_and_place)

constexpr bool to_string_is_one_line() {
    if (!test::can_allocate()) return true;
    REQUIRE_SAME("with a section", to_string(diagnostic{diagnostic_code::bare_cr, 7, 1}),
                 "ambiguity [bare_cr] a CR that no LF follows; kept as data, but other programs "
                 "may end the line here (RFC 5322 section 2.3)");
    REQUIRE_SAME("with an appendix", to_string(diagnostic{diagnostic_code::mbox_from_line, 0, 7}),
                 "note [mbox_from_line] a \"From \" line of a mailbox file before the header; kept "
                 "as a field without a name (RFC 4155 appendix A)");
    REQUIRE_SAME("without an RFC",
                 to_string(diagnostic{diagnostic_code::content_length_missing, 0, 0}),
                 "violation [content_length_missing] no Content-Length field; the message ends "
                 "before the next separator line");
    for (auto const& kind : foldwise::detail::diagnostic_kinds) {
        auto const line = to_string(diagnostic{kind.code, 0, 0});
        REQUIRE_SAME(kind.name, line.find(kind.text) != line.npos, true);
        REQUIRE_SAME(kind.name, line.starts_with(name_of(kind.severity)), true);
        REQUIRE_SAME(kind.name, line.find("RFC") != line.npos, !kind.rfc.empty());
    }
    return true;
}
CASE("diagnostic: to_string is one line with severity, name, text and section",
     to_string_is_one_line)

} // namespace
