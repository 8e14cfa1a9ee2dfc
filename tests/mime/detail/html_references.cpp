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

TEST_CASE("html_references: HTML after an attached message, and none inside of it") {
    constexpr std::string_view text = "Content-Type: multipart/mixed; boundary=a\n\n"
                                      "--a\nContent-Type: message/rfc822\n\n"
                                      "Content-Type: text/html\n\n<img src=\"cid:inner\">\n"
                                      "--a\nContent-Type: text/html\n\n<img src=\"cid:outer\">\n"
                                      "--a--\n";
    test::with_both_line_endings(text, [](std::string_view octets) {
        auto const found = detail::html_references(entity{message{octets}});
        CHECK((has(found, "outer") && !has(found, "inner")));
    });
}

} // namespace
