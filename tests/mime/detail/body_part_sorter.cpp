#include <foldwise/mime/detail/body_part_sorter.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

// The example of text_body(). In the expected text, the letter of each leaf is followed by its
// lists: "t" text body, "h" HTML body, "a" attachments, "i" inline parts. "T" or "H" is a body that
// gets the part from the other one.
constexpr std::string_view bytes = "Content-Type: multipart/mixed; boundary=m\n\n"
                                   "--m\nContent-Type: multipart/alternative; boundary=a\n\n"
                                   "--a\nContent-Type: text/plain\n\nA\n"
                                   "--a\nContent-Type: multipart/related; boundary=r\n\n"
                                   "--r\nContent-Type: text/html\n\nB\n"
                                   "--r\nContent-Type: image/png\n\nC\n"
                                   "--r--\n--a--\n"
                                   "--m\nContent-Type: image/jpeg\n\nD\n"
                                   "--m\nContent-Type: application/pdf\n\nE\n"
                                   "--m--\n";

constexpr bool parts_are_sorted() {
    using enum body_list;
    test::text_buffer sorted;
    detail::body_part_sorter<rfc8621_rule> at{entity{message{bytes}}, {}};
    for (; !at.at_end(); at.advance()) {
        if (!at.current().is_leaf()) continue;
        sorted.append(at.current().raw_body().substr(0, 1));
        auto const lists = at.lists();
        if (lists.has(text)) sorted.append('t');
        if (lists.has(html)) sorted.append('h');
        if (lists.has(text) && !lists.has(html) && at.is_in(html)) sorted.append('H');
        if (lists.has(html) && !lists.has(text) && at.is_in(text)) sorted.append('T');
        if (lists.has(attachments)) sorted.append('a');
        if (lists.has(inline_parts)) sorted.append('i');
    }
    REQUIRE_SAME("the example", std::string_view{sorted}, "AtBhCaiDthiEa");
    return true;
}
CASE("body_part_sorter: the lists of each part", parts_are_sorted)

} // namespace
