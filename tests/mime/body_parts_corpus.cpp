// The lists of real messages, compared with those of the algorithm in RFC 8621 section 4.1.4.

#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/linked_part.hpp>

#include <foldwise/store/mbox.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"
#include "plain_lists.hpp"

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

struct figures {
    std::size_t messages = 0;
    std::size_t with_text = 0;
    std::size_t with_html = 0;
    std::size_t with_attachments = 0;
    std::size_t identified = 0; // parts that have a Content-ID
};

void add_message(figures& sums, std::string const& path, message const& m) {
    entity const root{m};
    test::check_lists(path, root);
    ++sums.messages;
    auto const is_html = [](entity const& part) { return part.content_type().is("text", "html"); };
    for (auto const part : text_body(root))
        if (part.content_type().is("text", "plain")) {
            ++sums.with_text;
            break;
        }
    for (auto const part : html_body(root))
        if (is_html(part)) {
            ++sums.with_html;
            break;
        }
    sums.with_attachments += attachments(root).empty() ? 0u : 1u;
    for (auto const part : root.walk()) {
        auto const id = content_id(part);
        if (!id) continue;
        ++sums.identified;
        auto const text = id->text().to_string();
        REQUIRE_SAME(path, find_by_content_id(root, text).has_value(), true);
        REQUIRE_SAME(path, find_linked(root, part, "cid:" + text).has_value(), true);
    }
}

TEST_CASE("body_parts: real messages are sorted as by the RFC") {
    figures sums;
    bool is_there = false;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        if (path.find("/shared/corpus/") != path.npos) is_there = true;
        add_message(sums, path, message{bytes});
        if (bytes.starts_with("From "))
            for (auto const entry : mbox{bytes}) add_message(sums, path, entry.message());
    });
    CHECK(sums.messages >= 20);
    if (!is_there) return;
    CHECK(sums.messages >= 2600);
    CHECK(sums.with_text >= 2200);
    CHECK(sums.with_html >= 270);
    CHECK(sums.with_attachments >= 590);
    CHECK(sums.identified >= 130);
}

} // namespace
