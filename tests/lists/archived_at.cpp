#include <foldwise/lists/archived_at.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::read_archived_at;

static_assert(noexcept(read_archived_at("")));

constexpr bool one_uri() {
    struct {
        std::string_view value;
        std::string_view text;
        std::optional<diagnostic_code> deviation;
    } constexpr table[] = {
        {" <https://a.example/b>", "https://a.example/b", {}},
        {" <https://a.example/\n b\n /c >", "https://a.example/b/c", {}}, // RFC 5064 section 2.1
        {"\n <x:a> (b)", "x:a", {}},
        {"x:a", "x:a", diagnostic_code::list_uri_without_brackets},
        {"<x:a |>", "x:a|", diagnostic_code::list_uri_octet},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = read_archived_at(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->text() == row.text, true);
            REQUIRE_SAME(row.value, got->deviation().has_value(), row.deviation.has_value());
            if (row.deviation) REQUIRE_SAME(row.value, got->deviation()->code, *row.deviation);
        });
    return true;
}
CASE("archived_at: one URI, white space in it", one_uri)

constexpr bool no_uri_or_more_than_one() {
    constexpr std::string_view table[] = {
        "",        " ",       "(<x:a>)",  "NO",         "<a>",          "<x:a",    "<x:a> b",
        "a <x:b>", "\"x:a\"", "<x:a>, b", "<x:a><x:b>", "<x:a>, <x:b>", "<x:a> (b"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     read_archived_at(value).error() ==
                         diagnostic{diagnostic_code::list_uri_malformed, 0, value.size()},
                     true);
    return true;
}
CASE("archived_at: no value", no_uri_or_more_than_one)

} // namespace
