#include <foldwise/store/detail/separators.hpp>

#include "../../support.hpp"

namespace {

using foldwise::mbox_input;
using foldwise::mbox_separator;
using foldwise::detail::back_over_empty_line;
using foldwise::detail::find_separator;
using foldwise::detail::is_from_line;
using foldwise::detail::may_become_from_line;
using foldwise::detail::resume_separator;

constexpr auto after_empty_line = mbox_separator::after_empty_line;
constexpr auto any = mbox_separator::any;
constexpr auto dated = mbox_separator::dated;

constexpr bool empty_lines_before_a_line_feed() {
    REQUIRE_TRUE(back_over_empty_line("a\n\nb", 2) == 2);
    REQUIRE_TRUE(back_over_empty_line("a\r\n\r\nb", 4) == 3);
    REQUIRE_TRUE(back_over_empty_line("\nb", 0) == 0 && back_over_empty_line("\r\nb", 1) == 0);
    REQUIRE_TRUE(back_over_empty_line("a\nb", 1) == 2 && back_over_empty_line("a\n\rb\n", 4) == 5);
    return true;
}
CASE("separators: the start of an empty line", empty_lines_before_a_line_feed)

constexpr bool lines_that_separate() {
    using enum mbox_input;
    constexpr std::string_view line = "From a@b Fri Jan  2 10:00:00 2015";
    REQUIRE_TRUE(is_from_line("From x\n", 0, any, continues) &&
                 is_from_line("From ", 0, any, ended));
    REQUIRE_TRUE(!is_from_line("From", 0, any, ended) && !is_from_line("from x\n", 0, any, ended));
    REQUIRE_TRUE(is_from_line(line, 0, dated, ended) && !is_from_line("From x\n", 0, dated, ended));
    REQUIRE_TRUE(!is_from_line(line, 0, dated, continues)); // more bytes may extend the line
    return true;
}
CASE("separators: lines that are separators by their own text", lines_that_separate)

constexpr bool the_next_separator() {
    using enum mbox_input;
    constexpr std::string_view bytes = "From a\nA: 1\nFrom b\n\nFrom c\n";
    REQUIRE_TRUE(find_separator(bytes, 0, any, ended) == 12);
    REQUIRE_TRUE(find_separator(bytes, 12, any, ended) == 20);
    REQUIRE_TRUE(find_separator(bytes, 0, after_empty_line, ended) == 20);
    REQUIRE_TRUE(find_separator(bytes, 0, dated, ended) == bytes.size());
    return true;
}
CASE("separators: the next separator by each rule", the_next_separator)

constexpr bool lines_that_may_become_separators() {
    REQUIRE_TRUE(may_become_from_line("Fro", 0, any) && may_become_from_line("", 0, any));
    REQUIRE_TRUE(!may_become_from_line("From ", 0, any) && !may_become_from_line("Fra", 0, any));
    REQUIRE_TRUE(may_become_from_line("From a", 0, dated));
    REQUIRE_TRUE(!may_become_from_line("From a\n", 0, dated));
    REQUIRE_TRUE(resume_separator("ab\nFr", any) == 2 && resume_separator("ab\nX", any) == 4);
    REQUIRE_TRUE(resume_separator("ab\nFrom x", any) == 9);
    REQUIRE_TRUE(resume_separator("ab\nFrom x", dated) == 2 && resume_separator("", any) == 0);
    return true;
}
CASE("separators: where the search continues with more bytes", lines_that_may_become_separators)

} // namespace
