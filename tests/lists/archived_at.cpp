#include <foldwise/lists/archived_at.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::archived_at;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(foldwise::reads_fields<archived_at>);

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
            auto const got = archived_at::read(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->uri().text() == row.text, true);
            REQUIRE_SAME(row.value, got->deviation().has_value(), row.deviation.has_value());
            if (row.deviation) REQUIRE_SAME(row.value, got->deviation()->code, *row.deviation);
            REQUIRE_SAME(row.value, got->raw(), value);
            int count = 0;
            got->diagnose([&](diagnostic const& d) { count += d == *got->deviation() ? 1 : 0; });
            REQUIRE_SAME(row.value, count, row.deviation ? 1 : 0);
        });
    return true;
}
CASE("archived_at: one URI, possibly folded", one_uri)

constexpr bool deviations_have_a_place_in_raw() {
    auto const bare = archived_at::read(" x:a (b)");
    REQUIRE_TRUE(bare->deviation() == diagnostic{diagnostic_code::list_uri_without_brackets, 1, 3});
    foldwise::field const field{"Archived-At: (b) <x:a|>\n"};
    REQUIRE_TRUE(archived_at::read(field)->raw() == " (b) <x:a|>");
    REQUIRE_TRUE(archived_at::read(field)->deviation() ==
                 diagnostic{diagnostic_code::list_uri_octet, 9, 1});
    return true;
}
CASE("archived_at: where deviations are", deviations_have_a_place_in_raw)

constexpr bool no_uri_or_more_than_one() {
    constexpr std::string_view table[] = {
        "",        " ",       "(<x:a>)",  "NO",         "<a>",          "<x:a",    "<x:a> b",
        "a <x:b>", "\"x:a\"", "<x:a>, b", "<x:a><x:b>", "<x:a>, <x:b>", "<x:a> (b"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     archived_at::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::list_uri_malformed, value),
                     true);
    return true;
}
CASE("archived_at: a field with no URI or with several has no value", no_uri_or_more_than_one)

} // namespace
