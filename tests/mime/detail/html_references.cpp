#include <foldwise/mime/detail/html_references.hpp>

#include "../../support.hpp"

#include <string>

namespace {

using namespace foldwise;

constexpr bool has(detail::link_hashes const& found, std::string_view id) {
    return found.has(text_hash{}.add(id).value());
}

TEST_CASE("html_references: the first ones of many are kept") {
    std::string html;
    for (int i = 0; i < 1000; ++i)
        html.append("<img src=\"cid:").append(std::to_string(i)).append("\">");
    auto const text = "Content-Type: text/html\n\n" + html;
    auto const found = detail::html_references(entity{message{text}});
    CHECK((has(found, "0") && has(found, "47") && !has(found, "500")));
}

} // namespace
