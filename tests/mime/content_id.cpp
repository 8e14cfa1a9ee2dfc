#include <foldwise/mime/content_id.hpp>

#include "../support.hpp"

#include <iterator>
#include <optional>
#include <type_traits>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<cid_url>);
static_assert(noexcept(content_id(entity{})) && noexcept(cid_url::read(test::some_octets)));

struct row {
    std::string_view origin;
    std::string_view header;
    std::string_view id; // "-": no identifier
};

constexpr row table[] = {
    {"RFC 2392 section 2, the example", "Content-ID: <foo4*foo1@bar.net>\n", "foo4*foo1@bar.net"},
    {"RFC 2045 section 7: folded, with a comment", "Content-ID: (a)\n <b@c>\n", "b@c"},
    {"RFC 2045 section 7: the first of two", "Content-ID: <a@b> <c@d>\nContent-ID: <e@f>\n", "a@b"},
    {"without \"@\", as many programs write it", "content-id: <image001>\n", "image001"},
    {"without brackets", "Content-ID: a@b\n", "a@b"},
    {"an empty value", "Content-ID:\n", "-"},
    {"no such field", "Message-ID: <a@b>\n", "-"},
};

constexpr bool ids_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.header, [&](std::string_view text) {
            auto const id = content_id(entity{message{text}});
            REQUIRE_SAME(r.origin, id.has_value(), r.id != "-");
            if (id) REQUIRE_SAME(r.origin, id->text() == r.id, true);
        });
    return true;
}
CASE("content_id: the identifier of an entity", ids_are_read)

struct url_row {
    std::string_view origin;
    std::string_view url;
    std::string_view header;
    bool is_same;
};

constexpr url_row urls[] = {
    {"RFC 2392 section 2", "cid:foo4*foo1@bar.net", "<foo4*foo1@bar.net>", true},
    {"RFC 2392 section 2: decoded", "cid:foo4%2Afoo1%40bar.net", "<foo4*foo1@bar.net>", true},
    {"RFC 2111 section 2, the example", "cid:foo4%25foo1@bar.net", "<foo4%foo1@bar.net>", true},
    {"RFC 2392 section 2: decoded once", "cid:foo4%25foo1@bar.net", "<foo4%25foo1@bar.net>", false},
    {"RFC 3986 section 3.1: case of the scheme", "CID:a@b", "<a@b>", true},
    {"RFC 3986 section 2.1: case of the digits", "cid:%4a%4A", "<JJ>", true},
    {"RFC 2392: the case of an identifier counts", "cid:a@b", "<A@b>", false},
    {"shorter", "cid:a@b", "<a@bc>", false},
    {"longer", "cid:a@bc", "<a@b>", false},
    {"no digits", "cid:a%@b%4", "<a%@b%4>", true},
    {"no digits", "cid:a%zz@b%", "<a%zz@b%>", true},
    {"any octet", "cid:%00%ff@b", {"<\0\xFF@b>", 6}, true},
    {"white space in the field", "cid:a@b", "<a@\r\n b>", true},
};

constexpr bool urls_are_compared() {
    for (auto const& r : urls) {
        auto const url = cid_url::read(r.url);
        auto const id = message_ids{r.header}.first();
        REQUIRE_SAME(r.origin, url.has_value() && id.has_value(), true);
        if (url && id) REQUIRE_SAME(r.url, url->refers_to(*id), r.is_same);
    }
    auto const url = *cid_url::read("cid:a%40b");
    REQUIRE_TRUE(url.raw() == "cid:a%40b" && url.encoded_id() == "a%40b");
    REQUIRE_TRUE(
        (cid_url::read("mid:a").error() == diagnostic{diagnostic_code::cid_url_malformed, 0, 5}));
    for (auto const other : {"", "cid", "mid:a@b", "http://cid:a", " cid:a@b", "a@b"})
        REQUIRE_TRUE(!cid_url::read(other));
    return true;
}
CASE("content_id: cid URLs and the identifiers that they refer to", urls_are_compared)

constexpr bool any_url_is_compared() {
    auto const id = *message_ids{"<%4A%>"}.first();
    REQUIRE_TRUE(test::for_each_string("%4A", 5, [&](std::string_view text) {
        char url[16] = {'c', 'i', 'd', ':'};
        text.copy(url + 4, text.size());
        bool const is_same = cid_url::read({url, text.size() + 4})->refers_to(id);
        // The URL "cid:%4A%" decodes to "J%", which is another identifier.
        bool const wanted = text == "%254A%" || text == "%%34A%" || text == "%4%41%";
        return is_same == wanted;
    }));
    return true;
}
CASE("content_id: any URL is compared", any_url_is_compared)

} // namespace
