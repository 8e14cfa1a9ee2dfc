#include <foldwise/lists/auto_submitted.hpp>

#include "../support.hpp"

namespace {

using foldwise::auto_submitted;
using foldwise::auto_submitted_keyword;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::read_auto_submitted;

static_assert(std::is_trivially_copyable_v<auto_submitted>);
static_assert(noexcept(read_auto_submitted("")));

struct value_row {
    std::string_view from;
    std::string_view value;
    std::string_view word;
    auto_submitted_keyword keyword;
    std::string_view parameters;
};

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"RFC 3834 section 5.1", " no", "no", auto_submitted_keyword::no, ""},
    {"RFC 3834 section 5.1", "auto-generated", "auto-generated",
     auto_submitted_keyword::auto_generated, ""},
    {"RFC 3834 section 5.1", "auto-replied", "auto-replied", auto_submitted_keyword::auto_replied,
     ""},
    {"RFC 5436 section 2.7.1", "auto-notified; owner-email=\"me@example.com\"", "auto-notified",
     auto_submitted_keyword::auto_notified, "owner-email=\"me@example.com\""},
    {"Postfix", "auto-generated (failure)", "auto-generated",
     auto_submitted_keyword::auto_generated, ""},
    {"CFWS, case", "\n (a) Auto-Replied\n (b) ;\n c=d ; e=f ", "Auto-Replied",
     auto_submitted_keyword::auto_replied, "c=d ; e=f"},
    {"CFWS, no", "(auto-replied) NO (;)", "NO", auto_submitted_keyword::no, ""},
    {"a parameter of no", "no;a=b", "no", auto_submitted_keyword::no, "a=b"},
    {"RFC 3834 section 5.1, extension", "x-mine", "x-mine", auto_submitted_keyword::other, ""},
    {"RFC 2045 section 5.1, token", "a.b*!#$%&'+-^_`{|}~", "a.b*!#$%&'+-^_`{|}~",
     auto_submitted_keyword::other, ""},
    {"in use, though no keyword", "yes", "yes", auto_submitted_keyword::other, ""},
    {"a longer word", "none", "none", auto_submitted_keyword::other, ""},
    {"no parameter behind the semicolon", "no; ", "no", auto_submitted_keyword::no, ""},
};

constexpr bool table_of_keywords() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = read_auto_submitted(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->word(), row.word);
            REQUIRE_SAME(row.value, got->keyword(), row.keyword);
            REQUIRE_SAME(row.value, got->is_automatic(), row.keyword != auto_submitted_keyword::no);
            REQUIRE_SAME(row.value, got->parameters(), row.parameters);
        });
    return true;
}
CASE("auto_submitted: the keyword and what is behind it", table_of_keywords)

constexpr bool what_is_no_keyword_has_no_value() {
    constexpr std::string_view table[] = {"",    " ",      "(no)",     "no no",     "\"no\"",
                                          ";no", "no (",   "no/no",    "no=yes",    "(no",
                                          "no,", "no\x01", "\xC3\xA9", "a\xC3\xA9", "no (a) b"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     read_auto_submitted(value).error() ==
                         diagnostic{diagnostic_code::keyword_malformed, 0, value.size()},
                     true);
    return true;
}
CASE("auto_submitted: no value", what_is_no_keyword_has_no_value)

TEST_CASE("auto_submitted: any octets; the parts in order, inside of the value") {
    test::for_each_string(" \na;(\\)\"", 6, [](std::string_view value) {
        auto const got = read_auto_submitted(value);
        if (!got) return true;
        auto const word = foldwise::offset_of(value, got->word());
        REQUIRE_SAME(value, got->word().empty(), false);
        if (got->parameters().empty()) return true;
        auto const parameters = foldwise::offset_of(value, got->parameters());
        REQUIRE_SAME(value, word + got->word().size() < parameters, true);
        return true;
    });
}

} // namespace
