#include <foldwise/words/word_segments.hpp>

#include "../support.hpp"
#include "segments_shown.hpp"

#include <string>
#include <type_traits>

namespace {

using namespace foldwise;
using namespace foldwise::detail;

static_assert(walker<word_segment_walker<folds>>);
static_assert(std::is_trivially_copyable_v<word_segment_walker<folds>>);

#define U "=?utf-8?Q?b?="
#define J "=?shift_jis?B?YQ==?="

struct row {
    std::string_view text;
    std::string_view segments;
};

constexpr row in_text[] = {
    {"", ""},
    {"a b", "text{a b}"},
    {U, "word{" U "}"},
    {"a " U " c", "text{a }word{" U "}text{ c}"},
    // RFC 2047 section 6.2: white space between two words is not part of the text,
    {U " \t" U "\n " U, "word{" U "}word{" U "}word{" U "}"},
    {U U, "word{" U "}word{" U "}"},
    {U " a " U, "word{" U "}text{ a }word{" U "}"},
    // unless one of the two is not decoded
    {U " " J " " J " " U, "word{" U "}text{ }unread{" J "}text{ }unread{" J "}text{ }word{" U "}"},
    {"=?x-none?Q?b?=", "unread{=?x-none?Q?b?=}"},
    // Text that is not an encoded-word
    {"=?utf-8?Q?b", "text{=?utf-8?Q?b}"},
    // A word may have white space, unless another "=?" is in it
    {"=?utf-8?Q?b c?=", "word{=?utf-8?Q?b c?=}piece{b c}"},
    {"a " U "\n =?utf-8?Q?b\n  c?=",
     "text{a }word{" U "}word{=?utf-8?Q?b\n  c?=}piece{b}piece{  c}"},
    {"=?utf-8?Q?b =?c?=", "text{=?utf-8?Q?b =?c?=}"},
    {"=?utf-8?Q?b " U, "text{=?utf-8?Q?b }word{" U "}"},
    {"=?x-none?Q?b\n c?=", "unread{=?x-none?Q?b\n c?=}piece{=?x-none?Q?b}piece{ c?=}"},
    {"=?utf-8?X?b?=", "text{=?utf-8?X?b?=}"},
    {"=??Q?b?=", "text{=??Q?b?=}"},
    {"=?utf-8?Q?=?utf-8?Q?b?=", "word{=?utf-8?Q?=?utf-8?Q?b?=}"},
    {"=?=?utf-8?Q?b?=", "text{=?}word{=?utf-8?Q?b?=}"},
    // Folds are removed
    {"a\n b", "text{a}text{ b}"},
    {"=?utf-8?Q?b\n ?=", "word{=?utf-8?Q?b\n ?=}piece{b}piece{ }"},
    // A "?" may be in a word
    {"=?utf-8?Q?b?c?=", "word{=?utf-8?Q?b?c?=}"},
};

constexpr bool text_is_cut_into_segments() {
    for (auto const& r : in_text) {
        word_segment_walker<folds> const at{r.text, {}, word_place::text, charset_set::built_in()};
        REQUIRE_SAME(r.text, std::string_view{test::shown_segments(at)}, r.segments);
    }
    return true;
}
CASE("word_segments: text is cut into segments", text_is_cut_into_segments)

constexpr row in_comments[] = {
    {"a " U, "text{a }word{" U "}"},
    // RFC 2047 section 5 (2) allows no parenthesis and no backslash in a word; they are accepted
    {"=?utf-8?Q?(b)?=", "word{=?utf-8?Q?(b)?=}"},
    {"=?utf-8?Q?\\b?=", "word{=?utf-8?Q?\\b?=}piece{b}"},
    {"=?utf-8?Q?\\?=?=", "word{=?utf-8?Q?\\?=?=}piece{?=}"},
    {"\\" U, "text{" U "}"},
};

constexpr bool a_backslash_quotes() {
    for (auto const& r : in_comments) {
        word_segment_walker<quoted_pairs> const at{
            r.text, {}, word_place::comment, charset_set::built_in()};
        REQUIRE_SAME(r.text, std::string_view{test::shown_segments(at)}, r.segments);
    }
    word_segment_walker<quoted_pairs> const quoted{
        "a " U, {}, word_place::quotes, charset_set::built_in()};
    REQUIRE_TRUE(std::string_view{test::shown_segments(quoted)} == "quoted{a }word{" U "}");
    word_segment_walker<quoted_pairs> const none{
        U, {}, word_place::no_words, charset_set::built_in()};
    REQUIRE_TRUE(std::string_view{test::shown_segments(none)} == "quoted{" U "}");
    return true;
}
CASE("word_segments: a backslash quotes the next octet in comments", a_backslash_quotes)

constexpr bool what_can_be_read_is_read() {
    auto readable = charset_set::built_in();
    REQUIRE_TRUE(readable.contains(charset::utf_7) && !readable.contains(charset::shift_jis));
    readable.add(charset::shift_jis);
    word_segment_walker<folds> const at{J, {}, word_place::text, readable};
    REQUIRE_TRUE(at.current().kind == segment_kind::word);
    REQUIRE_TRUE(at.current().charset == charset::shift_jis);
    REQUIRE_TRUE(stated_by("x-none") == charset::replacement && stated_by("L1") != stated_by(""));
    return true;
}
CASE("word_segments: a word is decoded if its charset can be read", what_can_be_read_is_read)

constexpr bool words_of_one_charset_go_on() {
    word_segment const text{};
    word_segment const utf8{segment_kind::word, U, charset::utf_8, charset::utf_8};
    word_segment const other{segment_kind::word, J, charset::shift_jis, charset::shift_jis};
    word_segment const unread{segment_kind::unread_word, J, charset::utf_8, charset::shift_jis};
    REQUIRE_TRUE(utf8.is_decoded_with(utf8) && text.is_decoded_with(unread));
    REQUIRE_TRUE(!utf8.is_decoded_with(text) && !text.is_decoded_with(utf8) &&
                 !utf8.is_decoded_with(other));
    return true;
}
CASE("word_segments: words of one charset are read by one decoder", words_of_one_charset_go_on)

constexpr bool is_white_space(std::string_view text) {
    return text.find_first_not_of(" \n") == text.npos;
}

TEST_CASE("word_segments: any octets: segments are in order, and only white space is lost") {
    CHECK(test::for_each_string("=?qu \n", 8, [](std::string_view tail) {
        auto const text = std::string{"=?u?q?"}.append(tail);
        auto const view = std::string_view{text};
        std::size_t end = 0;
        for (word_segment_walker<folds> at{view, {}, word_place::text, charset_set::built_in()};
             !at.at_end(); at.advance()) {
            if (at.current().piece == word_piece::later) continue;
            auto const octets = at.current().raw();
            auto const first = offset_of(view, octets);
            REQUIRE_SAME(text, first >= end && !octets.empty(), true);
            REQUIRE_SAME(text, is_white_space(view.substr(end, first - end)), true);
            end = first + octets.size();
        }
        return is_white_space(view.substr(end));
    }));
}

} // namespace
