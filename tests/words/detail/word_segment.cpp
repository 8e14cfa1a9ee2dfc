#include <foldwise/words/detail/word_segment.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise::detail;
using foldwise::charset;
using foldwise::word_encoding;

constexpr bool charsets_of_labels() {
    REQUIRE_TRUE(stated_by("Latin1") == charset::windows_1252);
    REQUIRE_TRUE(stated_by("us-ascii") == charset::us_ascii);
    REQUIRE_TRUE(stated_by("Unknown-8bit") == charset::us_ascii); // RFC 1428 section 3
    REQUIRE_TRUE(stated_by("x-unknown") == charset::replacement);
    REQUIRE_TRUE(decoded_as(charset::us_ascii) == charset::utf_8);
    REQUIRE_TRUE(decoded_as(charset::koi8_r) == charset::koi8_r);
    auto readable = charset_set::built_in();
    REQUIRE_TRUE(readable.contains(charset::utf_7) && !readable.contains(charset::gbk));
    readable.add(charset::gbk);
    REQUIRE_TRUE(readable.contains(charset::gbk) && !readable.contains(charset::replacement));
    return true;
}
CASE("word_segment: charsets of labels", charsets_of_labels)

struct row {
    charset from;
    word_encoding encoding;
    std::string_view octets;
    bool starts_with_escape;
};
constexpr row table[] = {
    {charset::iso_2022_jp, word_encoding::q, "=1B$B", true},
    {charset::iso_2022_jp_2, word_encoding::q, "=1b$A", true},
    {charset::iso_2022_kr, word_encoding::b, "GyQpQw==", true},
    {charset::iso_2022_jp, word_encoding::q, "=1C", false},
    {charset::iso_2022_jp, word_encoding::q, "a=1B", false},
    {charset::iso_2022_jp, word_encoding::b, "Gw==", true},  // 1B
    {charset::iso_2022_jp, word_encoding::b, "G/8=", true},  // 1B FF
    {charset::iso_2022_jp, word_encoding::b, "Gv8=", false}, // 1A FF
    {charset::iso_2022_jp, word_encoding::b, "G", false},
    {charset::hz_gb_2312, word_encoding::q, "=1B", false},
};

constexpr bool words_that_start_with_an_escape_sequence() {
    for (auto const& r : table) {
        word_segment segment;
        segment.kind = segment_kind::word;
        segment.octets = r.octets;
        segment.charset = segment.stated = r.from;
        segment.encoding = r.encoding;
        REQUIRE_SAME(r.octets, segment.starts_with_escape(), r.starts_with_escape);
        REQUIRE_SAME(r.octets, segment.is_decoded_with(segment), !r.starts_with_escape);
        segment.piece = word_piece::later;
        REQUIRE_SAME(r.octets, segment.starts_with_escape(), false);
        segment.piece = word_piece::whole;
        segment.continues = true;
        REQUIRE_SAME(r.octets, segment.starts_with_escape(), false);
        segment.kind = segment_kind::text;
        segment.continues = false;
        REQUIRE_SAME(r.octets, segment.starts_with_escape(), false);
    }
    return true;
}
CASE("word_segment: words that start with an escape sequence",
     words_that_start_with_an_escape_sequence)

} // namespace
