#include <foldwise/lists/one_click.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::list_uris;
using foldwise::one_click;

static_assert(foldwise::reads_fields<one_click>);
static_assert(noexcept(one_click{}.uri_in(list_uris{})));

constexpr bool the_postarg_and_nothing_else() {
    constexpr std::string_view good[] = {
        "List-Unsubscribe=One-Click", " List-Unsubscribe=One-Click",
        "\n List-Unsubscribe=One-Click ", "list-unsubscribe=one-click"};
    for (auto const value : good)
        test::with_both_line_endings(value, [](std::string_view post) {
            auto const got = one_click::read(post);
            REQUIRE_SAME(post, got.has_value() && got->raw() == post, true);
            REQUIRE_SAME(post, got->deviation().has_value(), false);
        });
    constexpr std::string_view bad[] = {"",
                                        "One-Click",
                                        "List-Unsubscribe",
                                        "List-Unsubscribe=One-Click (a)",
                                        "List-Unsubscribe = One-Click",
                                        "List-Unsubscribe=One-Click&a=b",
                                        "List-Unsubscribe=One-Click, a",
                                        "List-Unsubscribe=One\n -Click",
                                        "\"List-Unsubscribe=One-Click\"",
                                        "List-Unsubscribe=One-Clic"};
    for (auto const value : bad)
        REQUIRE_SAME(value,
                     one_click::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::keyword_malformed, value),
                     true);
    return true;
}
CASE("one_click: only the exact postarg is an offer", the_postarg_and_nothing_else)

constexpr bool which_uri() {
    struct {
        std::string_view from;
        std::string_view list_unsubscribe;
        std::string_view wanted; // empty: no URI
    } constexpr table[] = {
        {"RFC 8058 section 8.1", " <https://example.com/unsubscribe/opaquepart>",
         "https://example.com/unsubscribe/opaquepart"},
        {"RFC 8058 section 8.2",
         "\n    <mailto:listrequest@example.com?subject=unsubscribe>,\n"
         "    <https://example.com/unsubscribe.html?opaque=123456789>",
         "https://example.com/unsubscribe.html?opaque=123456789"},
        {"RFC 8058 section 8.3",
         "\n    <mailto:listrequest@example.com?subject=unsubscribe>,\n"
         "    <https://example.com/unsubscribe.html/opaque123456789>",
         "https://example.com/unsubscribe.html/opaque123456789"},
        {"RFC 3986 section 3.1, case", "<HTTPS://a.example>", "HTTPS://a.example"},
        {"folded inside", "<https://a\n .example>", "https://a.example"},
        {"RFC 2369 section 2, the first of two", "<https://a>, <https://b>", "https://a"},
        {"http beside it", "<http://a>, <https://b>", "https://b"},
        {"http is not enough", "<http://a>", ""},
        {"mailto is not enough", "<mailto:a@b>", ""},
        {"another scheme", "<httpsx://a>, <x-https:a>", ""},
        {"in a comment", "(<https://a>) <mailto:a@b>", ""},
        {"quoted", "\"<https://a>\"", ""},
        {"after text", "at <https://a>", ""},
        {"nothing", "", ""},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.list_unsubscribe, [&row](std::string_view value) {
            auto const got = one_click::read(one_click::postarg)->uri_in(list_uris{value});
            REQUIRE_SAME(row.from, got.has_value(), !row.wanted.empty());
            if (got) REQUIRE_SAME(row.from, got->text() == row.wanted, true);
        });
    return true;
}
CASE("one_click: the first https URI of List-Unsubscribe", which_uri)

} // namespace
