#include <foldwise/mime/content_location.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <iterator>
#include <optional>
#include <type_traits>

namespace {

using namespace foldwise;

static_assert(reads_fields<content_location>);
static_assert(noexcept(content_location{test::some_octets}) && noexcept(location_of(entity{})));

struct row {
    std::string_view origin;
    std::string_view value;
    std::string_view text;
};

constexpr row table[] = {
    {"RFC 2557 section 9.2, the example",
     "\n   http://www.ietf.cnri.reston.va.us/images/ietflogo.gif",
     "http://www.ietf.cnri.reston.va.us/images/ietflogo.gif"},
    {"RFC 2557 section 4.2: relative", " fiction1/fiction2 ", "fiction1/fiction2"},
    {"RFC 2557 section 4.1: comments", "(a (b)) (c) x:y (d) (e)", "x:y"},
    {"RFC 2557 section 4.1: comments, folded", "\n (a)\n x:y\n (b)\n ", "x:y"},
    {"RFC 2017 section 3.1: folded", "http://a/b\n c\n\td", "http://a/bcd"},
    {"RFC 3986 section 3.3: parentheses are not always comments", "http://a/b(1).gif",
     "http://a/b(1).gif"},
    {"parentheses at the start", "(1).gif", "(1).gif"},
    {"parentheses at the end", "a(1)", "a(1)"},
    {"parentheses after a fold", "a\n (1).gif", "a(1).gif"},
    {"parentheses in it, and a comment", "a(1).gif (b)", "a(1).gif"},
    {"not closed", "(a x:y", "(ax:y"},
    {"not closed at the end", "x:y (a", "x:y(a"},
    {"only a comment", "(a)", ""},
    {"nothing", "", ""},
};

constexpr bool locations_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&](std::string_view value) {
            content_location const location{value};
            REQUIRE_SAME(r.origin, location.text() == r.text, true);
            REQUIRE_SAME(r.origin, location.is(r.text), true);
        });
    return true;
}
CASE("content_location: comments and folding around the URI", locations_are_read)

constexpr bool uris_are_compared_octet_by_octet() {
    content_location const location{" http://a/%2eb "};
    REQUIRE_TRUE(location.raw() == " http://a/%2eb " && location.raw_text() == "http://a/%2eb");
    REQUIRE_TRUE(location.is("http://a/%2eb"));
    for (auto const other : {"http://a/.b", "http://a/%2Eb", "http://A/%2eb", "http://a/%2e", ""})
        REQUIRE_TRUE(!location.is(other));
    // RFC 2557 section 4.4.1
    content_location const encoded{"=?us-ascii?Q?my=20?=\r\n =?us-ascii?Q?logo.gif?="};
    REQUIRE_TRUE(encoded.is("my logo.gif") && !encoded.is("mylogo.gif"));
    REQUIRE_TRUE(content_location{"my logo.gif"}.is("my logo.gif"));
    return true;
}
CASE("content_location: URIs are compared octet by octet", uris_are_compared_octet_by_octet)

constexpr bool an_entity_has_one() {
    entity const part{message{"Content-Location: a\nContent-Location: b\n\n"}};
    REQUIRE_TRUE(location_of(part)->is("a"));
    REQUIRE_TRUE(!location_of(entity{}));
    return true;
}
CASE("content_location: the first field of an entity", an_entity_has_one)

constexpr bool any_value_is_read() {
    REQUIRE_TRUE(test::for_each_string("( )a\\", 6, [](std::string_view value) {
        auto const raw = content_location{value}.raw_text();
        if (offset_of(value, raw) + raw.size() > value.size()) return false;
        return raw.empty() || (raw.front() != ' ' && raw.back() != ' ');
    }));
    return true;
}
TEST_CASE("content_location: any value is read") { CHECK(any_value_is_read()); }

constexpr bool everything_is_one() {
    REQUIRE_TRUE(foldwise::content_location{"a b"}.raw() == "a b");
    REQUIRE_TRUE(!foldwise::content_location{"a b"}.deviation());
    return true;
}
CASE("content_location: everything is one", everything_is_one)

} // namespace
