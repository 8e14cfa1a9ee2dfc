#include <foldwise/address/detail/separator_check.hpp>

#include "../../support.hpp"

#include <foldwise/address/address_list.hpp>

namespace {

using foldwise::address_list;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

/// The list, with "^" under each comma that is obsolete, ";" under each semicolon that is reported,
/// and "." elsewhere.
constexpr test::text_buffer separators_of(std::string_view list) {
    test::text_buffer shown;
    for (std::size_t at = 0; at != list.size(); ++at) {
        char sign = '.';
        address_list{list}.diagnose([&](diagnostic const& problem) {
            if (problem.offset != at || problem.length != 1) return;
            if (problem.code == diagnostic_code::address_obsolete) sign = '^';
            if (problem.code == diagnostic_code::address_semicolon) sign = ';';
        });
        shown.append(sign);
    }
    return shown;
}

constexpr bool separators() {
    struct {
        std::string_view list;
        std::string_view shown;
    } constexpr table[] = {
        {"a@b, c@d", "........"},
        {"a@b,, c@d", "....^...."},
        {"a@b, (x), c@d", "........^...."},
        {", a@b", "^...."},
        {",a@b,", "^...^"},
        {"a@b,c,", ".....^"},
        {",", "^"},
        {",;", "^;"},
        {"a@b; c@d", "...;...."},
        {"a@b;", "...;"},
        {"a@b;, c@d;", "...;^....;"},
        {"x; a@b", ".;...."},
        {"g:;, a@b", "........"},
        {"g:; a@b", "..;...."},
        {"g:c@d; a@b", ".....;...."},
        {"g:,;", "..^."},
        {"g:,c@d,,e@f,;", "..^....^...^."},
        {"g:x,y,;", ".....^."},
        {"g:a@b,;,", ".....^.^"},
        {"g:a@b", "....."},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.list, std::string_view{separators_of(row.list)}, row.shown);
    return true;
}
CASE("separator_check: empty elements and semicolons", separators)

constexpr bool gravest() {
    auto const obsolete = address_list{" a@b,, c@d"}.deviation();
    REQUIRE_TRUE((obsolete == diagnostic{diagnostic_code::address_obsolete, 5, 1}));
    REQUIRE_TRUE(!address_list{" a@b, c@d"}.deviation() && !address_list{""}.deviation());
    return true;
}
CASE("separator_check: an empty element is a deviation of the list", gravest)

} // namespace
