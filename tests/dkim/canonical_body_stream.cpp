#include <foldwise/dkim/canonical_body_stream.hpp>

#include "../support.hpp"

namespace {

using foldwise::bare_lf;
using foldwise::canonical_body;
using foldwise::canonical_body_stream;
using foldwise::canonical_form;

/// The octets that a stream gives for `body` in chunks of `size` octets.
constexpr test::text_buffer streamed(std::string_view body, std::size_t size, canonical_form form,
                                     bare_lf lf, std::uint64_t limit) {
    test::text_buffer text;
    auto const append = [&text](std::string_view piece) {
        REQUIRE_TRUE(!piece.empty());
        text.append(piece);
    };
    canonical_body_stream stream{form, lf, limit};
    while (!body.empty()) {
        stream.update(body.substr(0, size), append);
        body.remove_prefix(size < body.size() ? size : body.size());
    }
    stream.finish(append);
    return text;
}

constexpr bool agrees_with_canonical_body(std::string_view body) {
    for (auto const form : {canonical_form::simple, canonical_form::relaxed})
        for (auto const lf : {bare_lf::data, bare_lf::crlf})
            for (std::size_t size = 1; size <= body.size() + 1; ++size) {
                canonical_body const whole{body, form, lf};
                auto const text = streamed(body, size, form, lf, 1000);
                REQUIRE_SAME(body, whole == std::string_view{text}, true);
                auto const limited = streamed(body, size, form, lf, 3);
                REQUIRE_SAME(body, whole.first(3) == std::string_view{limited}, true);
            }
    return true;
}

constexpr bool short_bodies_in_chunks() {
    for (std::string_view const body :
         {"", "a\r", "\r\n\r\n", "a \r\n", " \t\r\n b\r\n", "\n\na \n"})
        if (!agrees_with_canonical_body(body)) return false;
    return true;
}
CASE("canonical_body_stream: bodies in chunks of any size", short_bodies_in_chunks)

TEST_CASE("canonical_body_stream: all short bodies in chunks of any size") {
    CHECK(test::for_each_string("a \t\r\n", 6, agrees_with_canonical_body));
}

TEST_CASE("canonical_body_stream: many empty lines are held back and then used") {
    for (std::size_t lines = 0; lines < 70; ++lines) {
        std::string body = "a";
        for (std::size_t i = 0; i < lines; ++i) body += "\r\n";
        CHECK(agrees_with_canonical_body(body));
        CHECK(agrees_with_canonical_body(body + "b"));
    }
}

} // namespace
