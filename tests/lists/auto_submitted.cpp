#include <foldwise/lists/auto_submitted.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::auto_submitted;
using foldwise::auto_submitted_keyword;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(foldwise::reads_fields<auto_submitted>);

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
    {"in use, but not registered", "yes", "yes", auto_submitted_keyword::other, ""},
    {"a longer word", "none", "none", auto_submitted_keyword::other, ""},
    {"no parameter after the semicolon", "no; ", "no", auto_submitted_keyword::no, ""},
};

constexpr bool table_of_keywords() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = auto_submitted::read(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->raw(), value);
            REQUIRE_SAME(row.value, got->word(), row.word);
            REQUIRE_SAME(row.value, got->keyword(), row.keyword);
            REQUIRE_SAME(row.value, got->is_automatic(), row.keyword != auto_submitted_keyword::no);
            REQUIRE_SAME(row.value, got->parameters(), row.parameters);
        });
    return true;
}
CASE("auto_submitted: keywords and parameters", table_of_keywords)

constexpr bool words_compare_in_any_case() {
    auto const got = *auto_submitted::read(" X-Mine;a=b");
    REQUIRE_TRUE(got.is("x-mine") && got.is("X-Mine") && !got.is("x-min") && !got.is(""));
    REQUIRE_TRUE(!got.deviation());
    got.diagnose([](diagnostic const&) { REQUIRE_TRUE(false); });
    return true;
}
CASE("auto_submitted: is() ignores case", words_compare_in_any_case)

constexpr bool malformed_values_have_no_value() {
    constexpr std::string_view table[] = {"",    " ",      "(no)",     "no no",     "\"no\"",
                                          ";no", "no (",   "no/no",    "no=yes",    "(no",
                                          "no,", "no\x01", "\xC3\xA9", "a\xC3\xA9", "no (a) b"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     auto_submitted::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::keyword_malformed, value),
                     true);
    return true;
}
CASE("auto_submitted: malformed values have no value", malformed_values_have_no_value)

TEST_CASE("auto_submitted: any octets; the word comes before the parameters") {
    test::for_each_string(" \na;(\\)\"", 6, [](std::string_view value) {
        auto const got = auto_submitted::read(value);
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
