#include <foldwise/mime/detail/related_root.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view start;
    unsigned before; // the root; 9 if start names no part
};

// RFC 2387 section 3.2.
constexpr row table[] = {
    {"\"<a@b>\"", 0},     {"\"<c@d>\"", 2},
    {"c@d", 2},           {"\" <c@d>\"", 2},
    {"\"<C@d>\"", 9},     {"\"<bare>\"", 3},
    {"\"<inner@b>\"", 9}, {"\"\"", 9},
    {"\"<c@d\"", 2},      {"*0=\"<c@\"; start*1=\"d>\"", 2},
};

constexpr bool roots_are_found() {
    for (auto const& r : table) {
        test::text_buffer text;
        text.append("Content-Type: multipart/related; boundary=b; start");
        if (!r.start.starts_with('*')) text.append("=");
        text.append(r.start);
        text.append("\n\n--b\nContent-ID: <a@b>\n\none\n--b\nContent-Type: multipart/mixed; "
                    "boundary=c\n\n--c\nContent-ID: <inner@b>\n\ntwo\n--c--\n--b\n"
                    "Content-ID: <c@d>\n\nthree\n--b\nContent-ID: bare\n\nfour\n--b--\n");
        test::with_both_line_endings(text, [&](std::string_view octets) {
            entity const root{message{octets}};
            auto const start = root.content_type().parameters().find("start");
            REQUIRE_SAME(r.start, start.has_value(), true);
            auto const before =
                detail::parts_before_root(detail::entity_walker{root}, start->text());
            REQUIRE_SAME(r.start, before.value_or(9), r.before);
        });
    }
    return true;
}
CASE("related_root: the part that start names, or none", roots_are_found)

TEST_CASE("related_root: a long identifier names nothing") {
    std::string const id(256, 'a');
    auto const text = "Content-Type: multipart/related; boundary=b; start=\"" + id +
                      "@b\"\n\n--b\n\none\n--b\nContent-ID: <" + id + "@b>\n\ntwo\n--b--\n";
    entity const root{message{text}};
    auto const start = root.content_type().parameters().find("start")->text();
    CHECK(!detail::parts_before_root(detail::entity_walker{root}, start));
}

} // namespace
