#include <foldwise/mime/detail/sorted_parts.hpp>

#include "../../support.hpp"
#include "../body_tree.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view tree;
    std::string_view lists; // of each part: "t" text, "h" html, "a" attachments, "i" inline_parts
};

constexpr row table[] = {
    {"m(t i o)", "Ath Bthi Ca"},
    {"a(x h o)", "A Bth C"},
    {"r(i h)", "Athi Bthi"},
    {"m(n o!)", "Ath Ba"},
};

constexpr bool parts_are_in_lists() {
    using enum body_list;
    for (auto const& r : table) {
        test::text_buffer text_of_mail;
        test::body_tree_writer{r.tree, text_of_mail};
        test::text_buffer lists;
        detail::sorted_parts<rfc8621_rule> at{entity{message{text_of_mail}}, {}};
        for (; !at.at_end(); at.advance()) {
            if (!at.current().is_leaf()) continue;
            if (!std::string_view{lists}.empty()) lists.append(' ');
            lists.append(at.current().raw_body().substr(0, 1));
            if (at.is_in(text)) lists.append('t');
            if (at.is_in(html)) lists.append('h');
            if (at.is_in(attachments)) lists.append('a');
            if (at.is_in(inline_parts)) lists.append('i');
        }
        REQUIRE_SAME(r.tree, std::string_view{lists}, r.lists);
    }
    return true;
}
CASE("sorted_parts: the lists of each part", parts_are_in_lists)

} // namespace
