#include <foldwise/store/detail/mmdf_marks.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::find_mark;
using foldwise::detail::find_opening_mark;
using foldwise::detail::is_mark;
using foldwise::detail::opens_message;
using foldwise::detail::verdict;
using enum foldwise::mbox_input;
using enum foldwise::detail::verdict;

struct mark_row {
    std::string_view bytes;
    verdict is_mark[2]; // with more bytes to follow, and without
    verdict opens[2];
};

constexpr mark_row mark_table[] = {
    {"", {undecided, no}, {undecided, no}},
    {"\1\1\1", {undecided, no}, {undecided, no}},
    {"\1\1\1\1", {undecided, yes}, {undecided, no}},
    {"\1\1\1\1\r", {undecided, no}, {undecided, no}},
    {"\1\1\1\1 \n", {no, no}, {no, no}},
    {"\1\1\1\1\1\n", {no, no}, {no, no}},
    {"\1\1\1\1\n", {yes, yes}, {undecided, no}},
    {"\1\1\1\1\r\n", {yes, yes}, {undecided, no}},
    {"\1\1\1\1\nA", {yes, yes}, {yes, yes}},
    {"\1\1\1\1\n\1\1", {yes, yes}, {undecided, yes}},
    {"\1\1\1\1\n\1\1\1\1\n", {yes, yes}, {no, no}},
    {"\1\1\1\1\n\1\1\1\1x", {yes, yes}, {yes, yes}},
    {"\1\1\1\1\n\n", {yes, yes}, {undecided, no}},
    {"\1\1\1\1\r\n\r", {yes, yes}, {undecided, yes}},
    {"\1\1\1\1\n\n\1\1\1\1\n", {yes, yes}, {no, no}},
    {"\1\1\1\1\n\nA", {yes, yes}, {yes, yes}},
    {"\1\1\1\1\n\n\n", {yes, yes}, {yes, yes}},
};

constexpr bool marks() {
    for (auto const& row : mark_table)
        for (auto const input : {continues, ended}) {
            auto const i = input == continues ? 0 : 1;
            REQUIRE_SAME(row.bytes, is_mark(row.bytes, 0, input) == row.is_mark[i], true);
            REQUIRE_SAME(row.bytes, opens_message(row.bytes, 0, input) == row.opens[i], true);
        }
    return true;
}
CASE("mmdf_marks: which lines are marks, and which open a message", marks)

constexpr bool the_next_mark() {
    constexpr std::string_view bytes = "\1\1\1\1\nx\n\1\1\1\1\n\1\1\1\1\ny\n";
    REQUIRE_TRUE(find_mark(bytes, 0, ended).position == 7);
    REQUIRE_TRUE(find_opening_mark(bytes, 0, ended).position == 12);
    REQUIRE_TRUE(find_mark(bytes, 12, ended).is_wanted == no);
    REQUIRE_TRUE(find_mark(bytes, 12, ended).position == bytes.size());
    REQUIRE_TRUE(find_mark(bytes, 12, continues).resume() == bytes.size() - 1);
    return true;
}
CASE("mmdf_marks: the next mark", the_next_mark)

} // namespace
