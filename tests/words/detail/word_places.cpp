#include <foldwise/words/detail/word_places.hpp>

#include "../../support.hpp"
#include "../segments_shown.hpp"

namespace {

using namespace foldwise;
using namespace foldwise::detail;

static_assert(walker<text_segment_walker> && walker<comment_segment_walker>);
static_assert(walker<phrase_segment_walker>);

#define U "=?utf-8?Q?b?="

struct row {
    std::string_view raw;
    std::string_view segments;
};

template <class Walker, std::size_t Size>
constexpr bool are_cut(row const (&rows)[Size]) {
    for (auto const& r : rows) {
        Walker const at{r.raw, charset_set::built_in()};
        REQUIRE_SAME(r.raw, std::string_view{test::shown_segments(at)}, r.segments);
    }
    return true;
}

constexpr row texts[] = {
    {" a " U "\n ", "text{a }word{" U "}"},
    {" \n ", ""},
};
constexpr bool text_has_no_white_space_at_its_ends() { return are_cut<text_segment_walker>(texts); }
CASE("word_places: text has no white space at its ends", text_has_no_white_space_at_its_ends)

constexpr row in_comments[] = {
    {" a ", "text{ a }"},
    {"a\\(b", "text{a}text{(b}"},
    {U "(x)", "word{" U "}text{(x)}"},
};
constexpr bool a_comment_is_what_is_in_it() { return are_cut<comment_segment_walker>(in_comments); }
CASE("word_places: a comment keeps white space and parentheses", a_comment_is_what_is_in_it)

constexpr row phrases[] = {
    {"a b", "text{a}gap{ }text{b}"},
    {U " " U, "word{" U "}word{" U "}"},
    {"a " U "\n b", "text{a}gap{ }word{" U "}gap{ }text{b}"},
    // RFC 2047 section 5 (3) allows no encoded-word in a quoted-string
    {"\"" U "\" " U, "word{" U "}gap{ }word{" U "}"},
    {"\"" U " x " U "\"", "word{" U "}quoted{ x }word{" U "}"},
    // A word of several tokens
    {"a=?utf-8?Q?b \"c?= d\" e",
     "text{a}word{=?utf-8?Q?b \"c?=}piece{b \"c}gap{ }text{d}quoted{ e}"},
    {"=?utf-8?Q?b [c], (d)?=(e) " U,
     "word{=?utf-8?Q?b [c], (d)?=}piece{b [c], (d)}gap{ }word{" U "}"},
    {"=?utf-8?Q?b " U " c?=", "text{=?utf-8?Q?b}gap{ }word{" U "}gap{ }text{c?=}"},
    {"\"a \\\" b\" c", "quoted{a }quoted{\" b}gap{ }text{c}"},
    // A comment between words is a gap
    {U " (c) " U, "word{" U "}gap{ }word{" U "}"},
    {"(c) a (d)", "text{a}"},
    {"=?x?Q?b?= " U, "unread{=?x?Q?b?=}gap{ }word{" U "}"},
    {"", ""},
};
constexpr bool a_phrase_is_cut_token_by_token() { return are_cut<phrase_segment_walker>(phrases); }
CASE("word_places: a phrase is cut token by token", a_phrase_is_cut_token_by_token)

} // namespace
