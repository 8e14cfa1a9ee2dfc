#include <foldwise/dmarc/dmarc_uri.hpp>

#include "../support.hpp"

#include <ranges>
#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::dmarc_uri;
using foldwise::dmarc_uri_list;

static_assert(std::ranges::forward_range<dmarc_uri_list>);
static_assert(std::ranges::view<dmarc_uri_list>);
static_assert(std::ranges::borrowed_range<dmarc_uri_list>);
static_assert(!std::is_constructible_v<dmarc_uri_list, std::string>);

constexpr std::uint64_t no_size = 77;

struct uri_row {
    std::string_view from;
    std::string_view item;
    std::string_view uri; // empty: no URI
    std::uint64_t size = no_size;
};

constexpr uri_row uri_table[] = {
    {"RFC 7489 section 6.2", "mailto:reports@example.com!50m", "mailto:reports@example.com",
     50u * 1024 * 1024},
    {"without a size", "mailto:a@b.example", "mailto:a@b.example"},
    {"white space", " \n mailto:a@b.example\t", "mailto:a@b.example"},
    {"another scheme", "HTTPS://a.example/b?c=d#e", "HTTPS://a.example/b?c=d#e"},
    {"octets", "x:1!5", "x:1", 5},
    {"kilobytes", "x:1!1K", "x:1", 1024},
    {"gigabytes", "x:1!2g", "x:1", 2ull << 30},
    {"terabytes", "x:1!16777215t", "x:1", 16777215ull << 40},
    {"zero", "x:1!0", "x:1", 0},
    {"all of 64 bits", "x:1!18446744073709551615", "x:1", 18446744073709551615ull},
    {"percent-encoded", "mailto:a%2Cb%21@c.example", "mailto:a%2Cb%21@c.example"},
    {"more than 64 bits", "x:1!18446744073709551616", ""},
    {"more than 64 bits with a unit", "x:1!16777216t", ""},
    {"an unknown unit", "x:1!1p", ""},
    {"a unit alone", "x:1!m", ""},
    {"two units", "x:1!1mm", ""},
    {"no size after the mark", "x:1!", ""},
    {"two sizes", "x:1!1!2", ""},
    {"a size that is negative", "x:1!-1", ""},
    {"no scheme", "a@b.example", ""},
    {"an empty scheme", ":a", ""},
    {"a scheme that starts with a digit", "1x:a", ""},
    {"a scheme alone", "mailto:", ""},
    {"white space in it", "mailto:a b", ""},
    {"percent with one digit", "x:%2", ""},
    {"percent without hexadecimal digits", "x:%2g", ""},
    {"nothing", "", ""},
};

constexpr bool table_of_uris() {
    for (auto const& row : uri_table)
        test::with_both_line_endings(row.item, [&row](std::string_view item) {
            std::size_t count = 0;
            for (auto const uri : dmarc_uri_list{item, 3}) {
                ++count;
                REQUIRE_SAME(row.from, uri.has_value(), !row.uri.empty());
                if (uri) REQUIRE_SAME(row.from, uri->uri, row.uri);
                if (uri) REQUIRE_SAME(row.from, uri->maximum_size.value_or(no_size), row.size);
                auto const malformed =
                    diagnostic{diagnostic_code::tag_value_malformed, 3, item.size()};
                if (!uri) REQUIRE_SAME(row.from, uri.error() == malformed, true);
            }
            REQUIRE_SAME(row.from, count, std::size_t{1});
        });
    return true;
}
CASE("dmarc_uri: URIs, and sizes", table_of_uris)

constexpr bool lists() {
    std::string_view const raw = " mailto:a@b.example!10m ,\n x:y,, z";
    struct {
        std::string_view uri;
        std::size_t offset;
        std::size_t length;
    } constexpr wanted[] = {
        {"mailto:a@b.example", 0, 0}, {"x:y", 0, 0}, {"", 131, 0}, {"", 132, 2}};
    auto const* one = std::begin(wanted);
    for (auto const uri : dmarc_uri_list{raw, 100}) {
        if (uri) REQUIRE_SAME(raw, uri->uri, one->uri);
        if (!uri) REQUIRE_SAME(raw, uri.error().offset, one->offset);
        if (!uri) REQUIRE_SAME(raw, uri.error().length, one->length);
        REQUIRE_SAME(raw, uri.has_value(), !one->uri.empty());
        ++one;
    }
    REQUIRE_TRUE(one == std::end(wanted));
    REQUIRE_TRUE(dmarc_uri_list{}.empty() && !dmarc_uri_list{""}.empty());
    dmarc_uri_list const starts_with_comma{",x:y"};
    auto const malformed = diagnostic{diagnostic_code::tag_value_malformed, 0, 0};
    REQUIRE_TRUE((*starts_with_comma.begin()).error() == malformed);
    REQUIRE_TRUE((*++starts_with_comma.begin())->uri == "x:y");
    dmarc_uri_list const unreadable{diagnostic{diagnostic_code::tag_value_octet, 5, 6}};
    REQUIRE_TRUE(!unreadable.empty() && (*unreadable.begin()).error().length == 6);
    REQUIRE_TRUE(++unreadable.begin() == unreadable.end());
    return true;
}
CASE("dmarc_uri: lists", lists)

} // namespace
