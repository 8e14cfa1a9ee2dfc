#include <foldwise/mime/linked_part.hpp>

#include "../support.hpp"

#include <iterator>
#include <optional>
#include <string>

namespace {

using namespace foldwise;

static_assert(noexcept(find_by_content_id(entity{}, test::some_octets)) &&
              noexcept(find_by_location(entity{}, test::some_octets)));
static_assert(noexcept(find_linked(entity{}, entity{}, test::some_octets)));

constexpr std::string_view nested = "Content-Type: multipart/mixed; boundary=a\n"
                                    "Content-ID: <root@x>\n"
                                    "\n"
                                    "--a\n" // 1
                                    "Content-Location: logo\n"
                                    "Content-ID: <logo@x>\n"
                                    "\n"
                                    "--a\n" // 2
                                    "Content-Type: multipart/related; boundary=b\n"
                                    "Content-Location: outer\n"
                                    "\n"
                                    "--b\n" // 2.1
                                    "Content-Type: text/html\n"
                                    "\n"
                                    "--b\n" // 2.2
                                    "Content-Location: logo\n"
                                    "Content-ID: <a%40b@x>\n"
                                    "\n"
                                    "--b\n" // 2.3
                                    "Content-Type: multipart/related; boundary=c\n"
                                    "Content-Location: more\n"
                                    "\n"
                                    "--c\n" // 2.3.1
                                    "Content-Type: text/html\n"
                                    "Content-ID: <same@x>\n"
                                    "\n"
                                    "--c\n" // 2.3.2
                                    "Content-Location: logo\n"
                                    "Content-ID: <logo@x>\n"
                                    "\n"
                                    "--c--\n"
                                    "--b\n" // 2.4
                                    "Content-Location: deep\n"
                                    "Content-ID: <same@x>\n"
                                    "\n"
                                    "--b--\n"
                                    "--a\n" // 3
                                    "Content-Type: multipart/related; boundary=d\n"
                                    "\n"
                                    "--d\n" // 3.1
                                    "Content-Type: text/html\n"
                                    "\n"
                                    "--d\n" // 3.2
                                    "Content-Type: message/rfc822\n"
                                    "\n"
                                    "Content-Location: deep\n" // 3.2.1
                                    "Content-ID: <a@b@x>\n"
                                    "\n"
                                    "--d--\n"
                                    "--a--\n";

constexpr entity at_path(entity const& root, std::string_view path) {
    for (auto const part : root.walk())
        if (part.path() == path) return part;
    REQUIRE_SAME(path, false, true);
    return {};
}

constexpr void is_at(std::string_view row, std::optional<entity> const& found,
                     std::string_view path) {
    REQUIRE_SAME(row, found.has_value(), !path.empty());
    if (found) REQUIRE_SAME(row, found->path() == path, true);
}

struct row {
    std::string_view origin;
    std::string_view from;
    std::string_view uri;
    std::string_view path; // empty: not found
};

constexpr row table[] = {
    {"RFC 2557 section 8.2: in the same multipart/related", "2.1", "logo", "2.2"},
    {"RFC 2557 section 8.2: the innermost multipart/related first", "2.3.1", "logo", "2.3.2"},
    {"RFC 2557 section 8.2: then the one around it", "2.3.1", "deep", "2.4"},
    {"RFC 2557 section 8.2: the first of several in one", "2.3.1", "more", "2.3"},
    {"outside of it: the first one", "3.1", "logo", "1"},
    {"outside of all", "1", "logo", "1"},
    {"RFC 2557 section 4.3: the location of a multipart", "2.1", "outer", "2"},
    {"in an attached message", "3.1", "deep", "3.2.1"},
    {"nowhere", "2.1", "nothing", ""},
    {"nothing", "2.1", "", ""},
    {"RFC 2557 section 8.3: a cid URL is not a location", "2.1", "cid:logo", ""},
    {"RFC 2557 section 8.3: a location is not a cid URL", "2.1", "logo@x", ""},
    {"RFC 2392 section 2", "2.1", "cid:logo@x", "2.3.2"},
    {"RFC 2392 section 2: nearest first", "2.3.1", "CID:logo%40x", "2.3.2"},
    {"RFC 2392 section 2: the first of several", "3.1", "cid:logo@x", "1"},
    {"RFC 2392 section 2: decoded first", "2.1", "cid:a%40b@x", "3.2.1"},
    {"RFC 2392 section 2: then as written", "2.1", "cid:a%2540b@x", "2.2"},
    {"RFC 2392 section 2: the root may have one", "2.1", "cid:root@x", "TEXT"},
    {"itself", "2.3.1", "cid:same@x", "2.3.1"},
    {"nowhere", "2.1", "cid:", ""},
};

template <std::size_t First, std::size_t Last>
constexpr bool links_are_followed() {
    test::with_both_line_endings(nested, [](std::string_view text) {
        entity const root{message{text}};
        for (auto i = First; i < Last && i < std::size(table); ++i) {
            auto const from = at_path(root, table[i].from);
            is_at(table[i].origin, find_linked(root, from, table[i].uri), table[i].path);
        }
    });
    return true;
}
CASE("find_linked: tables, 1", (links_are_followed<0, 3>))
CASE("find_linked: tables, 2", (links_are_followed<3, 6>))
CASE("find_linked: tables, 3", (links_are_followed<6, 9>))
CASE("find_linked: tables, 4", (links_are_followed<9, 12>))
CASE("find_linked: tables, 5", (links_are_followed<12, 15>))
CASE("find_linked: tables, 6", (links_are_followed<15, 18>))
CASE("find_linked: tables, 7", (links_are_followed<18, 100>))

constexpr bool the_first_one_is_found() {
    entity const root{message{nested}};
    is_at("first", find_by_content_id(root, "logo@x"), "1");
    is_at("first", find_by_location(root, "logo"), "1");
    is_at("root", find_by_content_id(root, "root@x"), "TEXT");
    is_at("octet by octet", find_by_content_id(root, "Logo@x"), "");
    is_at("octet by octet", find_by_content_id(root, "a%40b@x"), "2.2");
    is_at("octet by octet", find_by_location(root, "Logo"), "");
    auto const part = at_path(root, "2");
    is_at("in a part", find_by_content_id(part, "logo@x"), "2.3.2");
    is_at("in a part", find_by_location(part, "logo"), "2.2");
    is_at("in a part", find_by_location(part, "outer"), "2");
    is_at("in a part", find_linked(part, at_path(part, "2.3.1"), "logo"), "2.3.2");
    is_at("in a part", find_linked(part, at_path(part, "2.3.1"), "deep"), "2.4");
    return true;
}
CASE("find_by_content_id, find_by_location: the first one is found", the_first_one_is_found)

constexpr bool only_multipart_related_makes_things_near() {
    entity const root{message{"Content-Type: multipart/related; boundary=a\n\n"
                              "--a\nContent-Location: b\n\n"
                              "--a\nContent-Type: multipart/mixed; boundary=c\n\n"
                              "--c\nContent-Type: text/html\n\n"
                              "--c\nContent-Location: b\n\n--c--\n--a--\n"}};
    is_at("2.1", find_linked(root, at_path(root, "2.1"), "b"), "1");
    return true;
}
CASE("find_linked: only parts of the same multipart/related are near",
     only_multipart_related_makes_things_near)

constexpr bool what_comes_after_is_not_near() {
    entity const root{message{"Content-Type: multipart/mixed; boundary=a\n\n"
                              "--a\nContent-Location: b\n\n"
                              "--a\nContent-Type: multipart/related; boundary=c\n\n"
                              "--c\nContent-Type: text/html\n\n--c--\n"
                              "--a\nContent-Location: b\n\n--a--\n"}};
    is_at("2.1", find_linked(root, at_path(root, "2.1"), "b"), "1");
    return true;
}
CASE("find_linked: parts after the multipart/related are not near", what_comes_after_is_not_near)

TEST_CASE("find_linked: parts of the greatest depth") {
    std::string text;
    for (int i = 0; i < 110; ++i) text.append("Content-Type: message/rfc822\n\n");
    entity const root{message{text}};
    entity deepest;
    for (auto const part : root.walk()) deepest = part;
    CHECK(deepest.depth() == deepest_entity);
    CHECK(!find_linked(root, deepest, "a"));
}

constexpr bool examples_of_the_rfcs_are_linked() {
    // RFC 2392 section 2, without the empty line before the second header section
    entity const first{message{"From: foo1@bar.net\nTo: foo2@bar.net\nSubject: A simple example\n"
                               "Mime-Version: 1.0\nContent-Type: multipart/related; boundary=\""
                               "boundary-example-1\";\n              type=Text/HTML\n\n"
                               "--boundary-example-1\nContent-Type: Text/HTML; charset=US-ASCII\n\n"
                               "<IMG SRC=\"cid:foo4*foo1@bar.net\" ALT=\"IETF logo\">\n\n"
                               "--boundary-example-1\nContent-ID: <foo4*foo1@bar.net>\n"
                               "Content-Type: IMAGE/GIF\nContent-Transfer-Encoding: BASE64\n\n"
                               "R0lGODlhGAGgAPEAAP\n\n--boundary-example-1--\n"}};
    is_at("RFC 2392 section 2", find_linked(first, first, "cid:foo4*foo1@bar.net"), "2");
    // RFC 2557 section 9.5
    entity const second{message{"Content-Type: multipart/related; boundary=a\n\n--a\n\n--a\n"
                                "Content-Location: CID:something@else ; this header is disregarded"
                                "\nContent-ID: <foo4@foo1@bar.net>\n\n--a--\n"}};
    is_at("RFC 2557 section 9.5", find_linked(second, second, "cid:foo4@foo1@bar.net"), "2");
    is_at("RFC 2557 section 9.5", find_linked(second, second, "CID:something@else"), "");
    return true;
}
CASE("find_linked: examples of the RFCs", examples_of_the_rfcs_are_linked)

} // namespace
