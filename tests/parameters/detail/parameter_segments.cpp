#include <foldwise/parameters/detail/parameter_segments.hpp>

#include "../../support.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;
using walker_type = detail::parameter_segment_walker;
using segment_range = walk_range<walker_type>;

static_assert(walker<walker_type>);
static_assert(std::ranges::forward_range<segment_range>);
static_assert(std::ranges::view<segment_range> && std::ranges::borrowed_range<segment_range>);
static_assert(std::is_trivially_copyable_v<segment_range>);

constexpr segment_range segments_of(std::string_view value, std::size_t start = 0) {
    return segment_range{walker_type{value, start}};
}

/// For each segment "[raw_name=raw_value codes]", for each diagnostic "[!code octets]".
constexpr test::text_buffer summary(std::string_view value) {
    test::text_buffer text;
    for (auto const s : segments_of(value)) {
        text.append('[');
        if (s) {
            text.append(s->raw_name());
            text.append('=');
            text.append(s->raw_value());
            s->diagnose([&text](diagnostic const& problem) {
                text.append(' ');
                text.append(problem.name().substr(10)); // without "parameter_"
            });
        } else {
            text.append('!');
            text.append(s.error().name().substr(10));
            text.append(' ');
            text.append(value.substr(s.error().offset, s.error().length));
        }
        text.append(']');
    }
    return text;
}

struct row {
    std::string_view value;
    std::string_view summary;
};

constexpr row table[] = {
    {"", ""},
    {" \n ", ""},
    {" (a;b=c) ", ""},
    // RFC 2045 section 5.1
    {"; charset=us-ascii (Plain text)", "[charset=us-ascii]"},
    {"; charset=\"us-ascii\"", "[charset=\"us-ascii\"]"},
    {"a=b", "[a=b]"},
    {"a=b;c=d", "[a=b][c=d]"},
    {";\n a=b\n ;\n\tc=d\n ", "[a=b][c=d]"},
    {"; a=\"b;c=d\"; e=f", "[a=\"b;c=d\"][e=f]"},
    {"; a=\"b\\\";c=d\"; e=f", "[a=\"b\\\";c=d\"][e=f]"},
    {"; a=b (; c=d); e=f", "[a=b][e=f]"},
    {"; (; c=d) a=b", "[a=b]"},
    {"; a=b (((x) y) z)", "[a=b]"},
    // White space and comments next to the equals sign
    {"; a =b", "[a=b white_space]"},
    {"; a= b", "[a=b white_space]"},
    {"; a=(x)b", "[a=b white_space]"},
    {"; a(x)=\n \"b\"", "[a=\"b\" white_space]"},
    // Semicolons
    {";", "[!empty ]"},
    {"; a=b;", "[a=b][!empty ]"},
    {"; a=b; ", "[a=b][!empty  ]"},
    {"; a=b;;c=d", "[a=b][!empty ][c=d]"},
    {"; a=b (x) c=d", "[a=b][c=d without_semicolon]"},
    {"; a=b c=d e", "[a=b][c=d e without_semicolon value_unquoted]"},
    {"; a=\"b\"c=d", "[a=\"b\"][c=d without_semicolon]"},
    {"; a=\"b\" c =d", "[a=\"b\"][c=d without_semicolon white_space]"},
    {"; a c=d", "[!malformed a][c=d without_semicolon]"},
    // Values that should be in quotes
    {"; name=a b.txt; c=d", "[name=a b.txt value_unquoted][c=d]"},
    {"; name=a\n b.txt ", "[name=a\n b.txt value_unquoted]"},
    {"; boundary=----=_Part_1", "[boundary=----=_Part_1 value_unquoted]"},
    {"; a=b/c,d@e", "[a=b/c,d@e value_unquoted]"},
    {"; a=C:\\d;c=d", "[a=C:\\d value_unquoted][c=d]"},
    {"; a=\xC3\xA9", "[a=\xC3\xA9 value_unquoted]"},
    {"; a=b(1).txt", "[a=b(1).txt comment_in_value value_unquoted]"},
    {"; a=b (1).txt (c)", "[a=b (1).txt comment_in_value value_unquoted]"},
    {"; a=b\"c;d\"e;f=g", "[a=b\"c;d\"e value_unquoted][f=g]"},
    {"; a=; b=c", "[a= value_empty][b=c]"},
    {"; a= (x)", "[a= value_empty]"},
    {"; a=", "[a= value_empty]"},
    {"; a=\"\"", "[a=\"\"]"},
    // Delimiters that are not closed
    {"; a=\"b; c=d", "[a=\"b; c=d not_closed]"},
    {"; a=\"", "[a=\" not_closed]"},
    {"; a=b\"c; d=e", "[a=b\"c; d=e not_closed value_unquoted]"},
    {"; a=b (c; d=e", "[a=b not_closed]"},
    {"; a=\"b\" (c; d=e", "[a=\"b\" not_closed]"},
    {"; a=(b; c=d", "[a= not_closed value_empty]"},
    {"; (a=b", "[!not_closed  (a=b]"},
    // Text after a value in quotes
    {"; a=\"b\"c; d=e", "[a=\"b\" text_after_value][d=e]"},
    {"; a=\"b \"c\" d\"; e=f", "[a=\"b \" text_after_value][e=f]"},
    {"; a=\"b\" c d=e", "[a=\"b\" text_after_value][d=e without_semicolon]"},
    {"; a=\"b\"\"c;d=e", "[a=\"b\" not_closed text_after_value]"},
    // Text that is not a parameter
    {"; a; b=c", "[!malformed a][b=c]"},
    {"; a (;x=y) b; c=d", "[!malformed a (;x=y) b][c=d]"},
    {"; =a; b=c", "[!malformed =a][b=c]"},
    {"; \"a\"=b; c=d", "[!malformed \"a\"=b][c=d]"},
    {"; a/b=c; d=e", "[!malformed a/b=c][d=e]"},
    {"; \xC3\xA9=b; c=d", "[!malformed \xC3\xA9=b][c=d]"},
    {"; ====", "[!malformed ====]"},
    // RFC 2047 section 5 forbids encoded-words here; delimiters in them are text
    {"; a==?utf-8?q?b;c=5F?= =?utf-8?q?d?=; e=f",
     "[a==?utf-8?q?b;c=5F?= =?utf-8?q?d?= value_unquoted encoded_word][e=f]"},
    {"; a==?utf-8?q?b?=; e=f", "[a==?utf-8?q?b?= encoded_word][e=f]"},
    {"; a=\"=?utf-8?q?b?=\"", "[a=\"=?utf-8?q?b?=\" encoded_word]"},
};

constexpr bool segments_are_cut() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) {
            std::string_view const wanted = r.summary;
            if (value == r.value) REQUIRE_SAME(r.value, std::string_view{summary(value)}, wanted);
            if (value != r.value)
                REQUIRE_SAME(r.value, std::string_view{summary(value)},
                             std::string_view{test::with_crlf(wanted)});
        });
    return true;
}
CASE("parameter_segments: a value is cut into segments", segments_are_cut)

constexpr bool a_range_is_gone_over_again() {
    constexpr std::string_view value = "text/plain; a=b; c; d=e";
    auto const all = segments_of(value, 10);
    auto const second = std::next(all.begin());
    REQUIRE_TRUE((*all.begin())->raw() == "a=b" && all.begin() == all.begin());
    REQUIRE_TRUE(!*second &&
                 (*second).error() == diagnostic{diagnostic_code::parameter_malformed, 17, 1});
    REQUIRE_TRUE(second != all.begin() && std::next(second, 2) == all.end());
    REQUIRE_TRUE((*std::next(second))->raw() == "d=e");
    REQUIRE_TRUE(segments_of("").empty() && walker_type{}.at_end());
    return true;
}
CASE("parameter_segments: they are a forward range", a_range_is_gone_over_again)

constexpr bool any_value_has_segments_in_order() {
    constexpr auto check = [](std::string_view value) {
        std::size_t end = 0;
        for (auto const s : segments_of(value)) {
            auto const at = s ? offset_of(value, s->raw()) : s.error().offset;
            auto const size = s ? s->raw().size() : s.error().length;
            REQUIRE_SAME(value, at >= end && size <= value.size() - at, true);
            end = at + size;
            if (!s) continue;
            REQUIRE_SAME(value, s->raw().starts_with(s->raw_name()), true);
            auto const value_at = offset_of(s->raw(), s->raw_value());
            REQUIRE_SAME(value, value_at > s->raw_name().size(), true);
        }
        REQUIRE_SAME(value, std::string_view{summary(test::with_crlf(value))},
                     std::string_view{test::with_crlf(summary(value))});
        return true;
    };
    constexpr std::string_view alphabet = "a=;\"( )\\\n";
    return test::for_each_string(alphabet, std::is_constant_evaluated() ? 1 : 5, check);
}
CASE("parameter_segments: any value has segments in order, the same with LF and CRLF",
     any_value_has_segments_in_order)

} // namespace
