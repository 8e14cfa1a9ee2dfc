#include <foldwise/mime/detail/html_references.hpp>

#include "../../support.hpp"

#include <string>

namespace {

using namespace foldwise;

constexpr bool has(detail::cid_hashes const& found, std::string_view id) {
    return found.has(text_hash{}.add(id).value());
}

struct row {
    std::string_view html;
    std::string_view found; // identifiers, each after a space
};

constexpr row table[] = {
    {"<img src=\"cid:a@b\"><img src='CID:c%40d'>", " a@b c@d c%40d"},
    {"<img src=cid:a@b>cid:c@d", " a@b"},
    {"url(cid:a@b) url( cid:c@d )", " a@b c@d"},
    {"\"cid:%\" \"cid:%4\" \"cid:%%41\" \"cid:%zz\"", " % %4 %A %zz"},
    {"\"cid:\" \"cid\" \"cid:", ""},
    {"\"cid:a", " a"},
};

constexpr bool references_are_found() {
    for (auto const& r : table) {
        detail::cid_hashes found;
        detail::cid_finder finder{found};
        for (char const octet : r.html) finder.take(octet);
        finder.finish();
        REQUIRE_SAME(r.html, found.empty(), r.found.empty());
        for (auto rest = r.found; !rest.empty();) {
            rest.remove_prefix(1);
            auto const id = rest.substr(0, rest.find(' '));
            REQUIRE_SAME(r.html, has(found, id), true);
            rest.remove_prefix(id.size());
        }
        REQUIRE_SAME(r.html, has(found, "cid"), false);
    }
    return true;
}
CASE("html_references: cid URLs", references_are_found)

TEST_CASE("html_references: the first ones of many are kept") {
    std::string html;
    for (int i = 0; i < 1000; ++i)
        html.append("<img src=\"cid:").append(std::to_string(i)).append("\">");
    auto const text = "Content-Type: text/html\n\n" + html;
    auto const found = detail::html_references(entity{message{text}});
    CHECK((has(found, "0") && has(found, "47") && !has(found, "500")));
}

} // namespace
