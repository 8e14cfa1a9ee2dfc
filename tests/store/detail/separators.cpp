#include <foldwise/store/detail/separators.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::back_over_empty_line;
using foldwise::detail::find_separator;
using foldwise::detail::found_line;
using foldwise::detail::is_separator;
using foldwise::detail::starts_field;
using foldwise::detail::verdict;
using enum foldwise::mbox_separator;
using enum foldwise::mbox_input;
using enum foldwise::detail::verdict;

constexpr bool empty_lines_before_a_line_feed() {
    REQUIRE_TRUE(back_over_empty_line("a\n\nb", 2) == 2);
    REQUIRE_TRUE(back_over_empty_line("a\r\n\r\nb", 4) == 3);
    REQUIRE_TRUE(back_over_empty_line("\nb", 0) == 0 && back_over_empty_line("\r\nb", 1) == 0);
    REQUIRE_TRUE(back_over_empty_line("a\nb", 1) == 2 && back_over_empty_line("a\n\rb\n", 4) == 5);
    return true;
}
CASE("separators: the start of an empty line", empty_lines_before_a_line_feed)

struct separator_row {
    std::string_view bytes;
    foldwise::mbox_separator rule;
    verdict continues;
    verdict ended;
};

constexpr separator_row separator_table[] = {
    {"", any, undecided, no},
    {"Fro", any, undecided, no},
    {"Fra", any, no, no},
    {"from x", any, no, no},
    {"From ", any, undecided, yes}, // "From :" is a field
    {"From  \t", any, undecided, yes},
    {"From :", any, no, no},
    {"From \t : Fri Jan  2 10:00:00 2015\n", dated, no, no},
    {"From \n", any, yes, yes},
    {"From x", any, yes, yes},
    {"From x", after_empty_line, yes, yes},
    {"From x", dated, undecided, no},
    {"From x\n", dated, no, no},
    {"From a@b Fri Jan  2 10:00:00 2015", dated, undecided, yes},
    {"From a@b Fri Jan  2 10:00:00 2015\n", dated, yes, yes},
    {"From a@b Fri Jan  2 10:00:00 2015\n", likely, yes, yes},
    {"From x", likely, undecided, no},
    {"From x\n", likely, undecided, no},
    {"From x\nSubject", likely, undecided, no},
    {"From x\nSubject:", likely, undecided, yes},
    {"From x\nSubject:/", likely, undecided, yes},
    {"From x\nhttp://", likely, no, no},
    {"From x\nSubject: a", likely, yes, yes},
    {"From x\r\nSubject \t:a", likely, yes, yes},
    {"From x\nSubject \n", likely, no, no},
    {"From x\nno field: a", likely, no, no},
    {"From x\n:a", likely, no, no},
    {"From x\n\nSubject: a\n", likely, no, no},
    {"From x\n Subject: a\n", likely, no, no},
    {"From x\n\xEF", likely, undecided, no},
    {"From x\n\xEF\xBB\xBF", likely, undecided, no},
    {"From x\n\xEF\xBB\xBFSubject: a", likely, yes, yes},
    {"From x\n\xEF\xBB Subject: a", likely, no, no},
};

constexpr bool lines_that_separate() {
    for (auto const& row : separator_table) {
        REQUIRE_SAME(row.bytes, is_separator(row.bytes, 0, row.rule, continues) == row.continues,
                     true);
        REQUIRE_SAME(row.bytes, is_separator(row.bytes, 0, row.rule, ended) == row.ended, true);
    }
    return true;
}
CASE("separators: lines that are separators by their own text and the next line",
     lines_that_separate)

constexpr bool is_at(found_line const& found, std::size_t position, verdict is_wanted) {
    return found.position == position && found.is_wanted == is_wanted;
}

constexpr bool the_next_separator() {
    constexpr std::string_view bytes = "From a\nA: 1\nFrom b\n\nFrom c\n\nFrom d\nD: 4\n";
    REQUIRE_TRUE(is_at(find_separator(bytes, 0, any, ended), 12, yes));
    REQUIRE_TRUE(is_at(find_separator(bytes, 12, any, ended), 20, yes));
    REQUIRE_TRUE(is_at(find_separator(bytes, 0, after_empty_line, ended), 20, yes));
    REQUIRE_TRUE(is_at(find_separator(bytes, 0, likely, ended), 28, yes));
    REQUIRE_TRUE(is_at(find_separator(bytes, 0, dated, ended), bytes.size(), no));
    return true;
}
CASE("separators: the next separator by each rule", the_next_separator)

constexpr bool where_the_search_continues() {
    auto const resume = [](std::string_view bytes, foldwise::mbox_separator rule) {
        return find_separator(bytes, 0, rule, continues).resume();
    };
    REQUIRE_TRUE(resume("", any) == 0 && resume("ab", any) == 2);
    REQUIRE_TRUE(resume("ab\n", any) == 2 && resume("ab\nFr", any) == 2);
    REQUIRE_TRUE(resume("ab\nX", any) == 4 && resume("ab\nFro\n", any) == 6);
    REQUIRE_TRUE(resume("ab\nFrom x", dated) == 2 && resume("ab\nFrom x\n", dated) == 9);
    REQUIRE_TRUE(resume("a\n\nFrom x\nAb", likely) == 2 &&
                 resume("a\n\nFrom x\nA\n", likely) == 11);
    return true;
}
CASE("separators: where the search continues with more bytes", where_the_search_continues)

TEST_CASE("separators: the lines that count have at most 998 octets") {
    for (std::size_t const extra : {0u, 1u}) {
        auto const wanted = extra == 0 ? yes : no;
        auto const line = "From " + std::string(998 - 5 + extra, 'x');
        for (std::string const ending : {"\n", "\r\n"}) {
            auto const bytes = line + ending + "Subject: a\n";
            CHECK(is_separator(bytes, 0, likely, ended) == wanted);
            CHECK(is_separator(bytes, 0, likely, continues) == wanted);
            CHECK(is_separator(bytes, 0, any, ended) == yes);
        }
        CHECK(is_separator(line + "xx", 0, likely, continues) == no);
        auto const name = std::string(997 + extra, 'n');
        CHECK(starts_field(name + ": a", 0, continues) == wanted);
        CHECK(starts_field(name, 0, continues) == (extra == 0 ? undecided : no));
        // A field that starts with "From" is recognised in the same part of the line.
        auto const blank = "From " + std::string(992 + extra, ' ');
        CHECK(is_separator(blank + ":", 0, any, continues) == (extra == 0 ? no : yes));
    }
}

} // namespace
