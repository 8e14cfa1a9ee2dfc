#include <foldwise/mime/body_part_rule.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

static_assert(body_part_rule<rfc8621_rule>);
static_assert(body_part_rule<bool (*)(placed_part const&)>);
static_assert(!body_part_rule<bool (*)(int)>);
static_assert(noexcept(rfc8621_rule{}(placed_part{entity{}})));

struct row {
    std::string_view origin;
    std::string_view header;
    // Where the part is shown: "f" as a first part; as a later part, "m" in a multipart/mixed,
    // "a" in a multipart/alternative, "r" in a multipart/related.
    std::string_view shown;
};

constexpr row table[] = {
    {"RFC 2045 section 5.2: the default is text/plain", "", "fma"},
    {"RFC 8621 section 4.1.4", "Content-Type: text/plain\n", "fma"},
    {"RFC 8621 section 4.1.4", "Content-Type: TEXT/HTML; charset=utf-8\n", "fma"},
    {"RFC 2046 section 4.1.4: any text", "Content-Type: text/calendar\n", "fma"},
    {"RFC 6522 section 4: not a header section", "Content-Type: text/rfc822-headers\n", ""},
    {"RFC 8621 section 4.1.4", "Content-Type: image/svg+xml\n", "fma"},
    {"RFC 8621 section 4.1.4", "Content-Type: audio/ogg; name=a\n", "fma"},
    {"RFC 8621 section 4.1.4", "Content-Type: Video/mp4\nContent-Disposition: inline\n", "fma"},
    {"RFC 8621 section 4.1.4", "Content-Type: application/pdf\nContent-Disposition: inline\n", ""},
    {"RFC 8621 section 4.1.4: a name", "Content-Type: text/html; name=a\n", "f"},
    {"RFC 8621 section 4.1.4: a name", "Content-Disposition: inline; filename=a\n", "f"},
    {"RFC 8621 section 4.1.4: attachment", "Content-Disposition: ATTACHMENT\n", ""},
    {"RFC 8621 section 4.1.4: attachment", "Content-Type: image/a\nContent-Disposition: attachment",
     ""},
    {"RFC 8621 section 4.1.4: any other disposition", "Content-Disposition: a\n", "fma"},
    {"RFC 8621 section 4.1.4: a malformed disposition", "Content-Disposition: ; a=b\n", "fma"},
    {"RFC 2046 section 5.1: a multipart without parts", "Content-Type: multipart/mixed\n", ""},
};

constexpr bool the_rule_is_that_of_the_rfc() {
    rfc8621_rule const shows;
    for (auto const& r : table)
        test::with_both_line_endings(r.header, [&](std::string_view text) {
            using enum multipart_kind;
            entity const part{message{text}};
            auto const wanted = [&](char place) { return r.shown.find(place) != r.shown.npos; };
            for (auto const in : {mixed, alternative, related})
                REQUIRE_SAME(r.header, shows({part, in, true}), wanted('f'));
            REQUIRE_SAME(r.header, shows({part, mixed, false}), wanted('m'));
            REQUIRE_SAME(r.header, shows({part, alternative, false}), wanted('a'));
            REQUIRE_SAME(r.header, shows({part, related, false}), wanted('r'));
        });
    return true;
}
CASE("body_part_rule: rfc8621_rule is the rule of the RFC", the_rule_is_that_of_the_rfc)

} // namespace
