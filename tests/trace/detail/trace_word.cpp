#include <foldwise/trace/detail/trace_word.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::trace_word_walker;

static_assert(std::is_trivially_copyable_v<trace_word_walker>);

struct row {
    std::string_view from;
    std::string_view text;
    std::string_view words; // each followed by "|"
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"nothing", "", ""},
    {"folding only", " \n ", ""},
    {"RFC 5321 section 4.4", "by x.test\n id 1", "by|x.test|id|1|"},
    {"RFC 5322 section 3.2.2", "a(b (c) d)e", "a|(b (c) d)|e|"},
    {"a semicolon is a word", "a; b;;", "a|;|b|;|;|"},
    {"but not in a quoted-string", "\"a;b\"c", "\"a;b\"c|"},
    {"nor in a domain-literal", "x[a ;(]y z", "x[a ;(]y|z|"},
    {"angle brackets", "for <a by \"b>c\"@d> e", "for|<a by \"b>c\"@d>|e|"},
    {"angle brackets with comments", "<a (>) b>c", "<a (>) b>|c|"},
    {"a bracket that is not closed", "<a b <c", "<a|b|<c|"},
    {"one inside of a word", "a<b c>", "a<b|c>|"},
    {"a comment that is not closed", "a (b; c", "a|(b; c|"},
    {"a quote that is not closed", "a\"b; c", "a\"b; c|"},
};

constexpr void check(row const& row, std::string_view text) {
    auto wanted = row.words;
    for (trace_word_walker at{text}; !at.at_end(); at.advance()) {
        auto const raw = at.current().raw;
        auto const word = wanted.substr(0, raw.size());
        REQUIRE_SAME(row.from, raw, word);
        REQUIRE_SAME(row.from, wanted.substr(raw.size(), 1), "|");
        wanted.remove_prefix(raw.size() + 1);
        REQUIRE_SAME(row.from, foldwise::offset_of(text, raw), at.position());
        REQUIRE_SAME(row.from, at.end_position(), at.position() + raw.size());
        REQUIRE_SAME(row.from, at.current().is_comment(), raw.starts_with('('));
        REQUIRE_SAME(row.from, at.current().is_semicolon(), raw == ";");
        REQUIRE_SAME(row.from, at.current().is_text(), !raw.starts_with('(') && raw != ";");
    }
    REQUIRE_SAME(row.from, wanted, "");
}

constexpr bool table_of_words() {
    for (auto const& row : table)
        test::with_both_line_endings(row.text, [&](std::string_view text) { check(row, text); });
    return true;
}
CASE("trace_word: the words of a trace field", table_of_words)

TEST_CASE("trace_word: any octets; words are in order, and contain everything but white space") {
    test::for_each_string(" <>(\")[;a", 6, [](std::string_view text) {
        std::size_t end = 0;
        for (trace_word_walker at{text}; !at.at_end(); at.advance()) {
            REQUIRE_SAME(text, at.position() >= end, true);
            REQUIRE_SAME(text, text.find_first_not_of(' ', end) >= at.position(), true);
            end = at.end_position();
        }
        REQUIRE_SAME(text, text.find_first_not_of(' ', end) == text.npos, true);
        return true;
    });
}

} // namespace
