#include <foldwise/transcript/detail/transcript_line_walker.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::detail::transcript_form;
using foldwise::detail::transcript_line_walker;

/// The sum of the sizes of the lines, each of which has its text inside.
constexpr std::size_t size_of_lines(std::string_view bytes) {
    std::size_t sum = 0;
    transcript_line_walker at{bytes, transcript_form::of(bytes)};
    for (; !at.at_end(); at.advance()) {
        auto const line = at.current();
        REQUIRE_TRUE(at.position() == sum && !line.raw().empty());
        REQUIRE_TRUE(line.text().size() <= line.raw().size());
        REQUIRE_TRUE(line.carried().size() <= line.raw().size());
        sum += line.raw().size();
    }
    return sum;
}

constexpr bool no_octet_is_lost() {
    for (std::string_view const start : {"", "354\n", "BDAT 3\n"}) {
        REQUIRE_TRUE(test::for_each_string("\r\n.", 3, [start](std::string_view end) {
            test::text_buffer bytes;
            bytes.append(start);
            bytes.append(end);
            std::string_view const all = bytes;
            return size_of_lines(all) == all.size();
        }));
    }
    return true;
}
CASE("transcript_line_walker: the lines, concatenated, are the bytes", no_octet_is_lost)

constexpr bool lines_are_marked() {
    std::string_view const bytes = "DATA\n250-a\n250 b\n354\nx\n.\nBDAT 1 LAST\ny\n";
    transcript_line_walker at{bytes, transcript_form::of(bytes)};
    at.advance();
    REQUIRE_TRUE(at.facts().starts_reply && !at.facts().ends_reply);
    at.advance();
    REQUIRE_TRUE(!at.facts().starts_reply && at.facts().ends_reply && !at.is_in_message());
    at.advance();
    REQUIRE_TRUE(at.facts().ends_reply && at.is_in_message());
    at.advance();
    REQUIRE_TRUE(at.facts().starts_data);
    at.advance();
    REQUIRE_TRUE(!at.facts().starts_data && !at.is_in_message());
    at.advance();
    REQUIRE_TRUE(at.facts().is_last_chunk && at.is_in_message());
    at.advance();
    REQUIRE_TRUE(at.carried() == "y" && !at.is_in_message());
    return true;
}
CASE("transcript_line_walker: what a line starts or leaves open", lines_are_marked)

} // namespace
