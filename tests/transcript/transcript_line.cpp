#include <foldwise/transcript/transcript_line.hpp>

#include "../support.hpp"

#include <foldwise/transcript/transcript.hpp>

#include <string_view>

namespace {

using foldwise::smtp_verb;
using foldwise::transcript;
using foldwise::transcript_line_kind;
using foldwise::transcript_side;

constexpr bool a_line_has_a_side_and_a_text() {
    using enum transcript_line_kind;
    struct {
        std::string_view raw;
        std::string_view text;
        std::string_view carried;
        transcript_line_kind kind;
        transcript_side side;
        smtp_verb verb;
    } constexpr table[] = {
        {"two people talk\r\n", "two people talk", "", unplaced, transcript_side::none,
         smtp_verb::other},
        {"  C: mail from:<>\r\n", "mail from:<>", "", command, transcript_side::client,
         smtp_verb::mail},
        {"  S: 250 ok\r\n", "250 ok", "", reply, transcript_side::server, smtp_verb::other},
        {"\r\n", "", "", remark, transcript_side::none, smtp_verb::other},
        {"  C: BDAT 3\r\n", "BDAT 3", "", command, transcript_side::client, smtp_verb::bdat},
        {"  C: a\r\n", "a", "a\r\n", chunk, transcript_side::client, smtp_verb::other},
        {"  C: AUTH PLAIN\r\n", "AUTH PLAIN", "", command, transcript_side::client,
         smtp_verb::auth},
        {"  S: 334 \r\n", "334 ", "", reply, transcript_side::server, smtp_verb::other},
        {"  C: QUIT\r\n", "QUIT", "", credentials, transcript_side::client, smtp_verb::other},
        {"  C: DATA\r\n", "DATA", "", command, transcript_side::client, smtp_verb::data},
        {"  S: 354\r\n", "354", "", reply, transcript_side::server, smtp_verb::other},
        {"  C: ..b\r\n", "..b", ".b\r\n", data, transcript_side::client, smtp_verb::other},
        {"  C:\r\n", "", "\r\n", data, transcript_side::client, smtp_verb::other},
        {"  C: .\r\n", ".", "", end_of_data, transcript_side::client, smtp_verb::other},
    };
    test::text_buffer bytes;
    for (auto const& row : table) bytes.append(row.raw);
    transcript const t{std::string_view{bytes}};
    auto at = t.lines().begin();
    for (auto const& row : table) {
        auto const line = *at;
        ++at;
        REQUIRE_SAME(row.raw, line.raw(), row.raw);
        REQUIRE_SAME(row.raw, line.text(), row.text);
        REQUIRE_SAME(row.raw, line.carried(), row.carried);
        REQUIRE_SAME(row.raw, line.kind(), row.kind);
        REQUIRE_SAME(row.raw, line.side(), row.side);
        REQUIRE_SAME(row.raw, line.verb(), row.verb);
    }
    REQUIRE_TRUE(at == t.lines().end());
    return true;
}
CASE("transcript_line: side, kind and text", a_line_has_a_side_and_a_text)

} // namespace
