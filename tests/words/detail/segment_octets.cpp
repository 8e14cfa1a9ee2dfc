#include <foldwise/words/detail/segment_octets.hpp>

#include "../../support.hpp"

#include <foldwise/words/detail/word_places.hpp>

#include <string>

namespace {

using namespace foldwise;
using namespace foldwise::detail;

static_assert(walker<joined_segments<text_segment_walker>>);

constexpr bool octets_are_taken_block_by_block() {
    char block[8] = {};
    word_segment word{segment_kind::word, "QUJD"};
    word.encoding = word_encoding::b;
    segment_octets octets;
    octets.start(word);
    REQUIRE_TRUE(octets.take(block, 2) == "AB" && !octets.at_end());
    REQUIRE_TRUE(octets.take(block, 2) == "C" && octets.at_end());
    REQUIRE_TRUE(octets.take(block, 2).empty());
    octets.start({segment_kind::unread_word, "=?x?B?QQ==?="});
    REQUIRE_TRUE(octets.take(block, 8) == "=?x?B?QQ");
    REQUIRE_TRUE(octets.take(block, 8) == "==?=" && octets.at_end());
    octets.start({segment_kind::word, "a=41=4g_"});
    REQUIRE_TRUE(octets.take(block, 2) == "aA" && octets.take(block, 8) == "=4g ");
    return true;
}
CASE("segment_octets: octets are taken block by block", octets_are_taken_block_by_block)

/// All octets of `value`, at most `count` at a time.
constexpr test::text_buffer octets_of(std::string_view value, std::size_t count) {
    test::text_buffer text;
    segment_octets octets;
    joined_segments at{text_segment_walker{value, charset_set::built_in()}};
    for (; !at.at_end(); at.advance()) {
        octets.start(at.current());
        char block[8] = {};
        while (!octets.at_end()) text.append(octets.take(block, count));
    }
    return text;
}

constexpr bool joined_words_are_one_text() {
    struct {
        std::string_view value;
        std::string_view octets;
    } constexpr table[] = {
        {"=?utf-8?Q?a=?= =?utf-8?Q?41b?=", "aAb"},
        {"=?utf-8?Q?a=4?= =?utf-8?Q?1=4?= =?utf-8?Q?2?=", "aAB"},
        {"=?utf-8?Q?=?= =?utf-8?Q?=?=", "=="},
        {"=?utf-8?Q?=?= =?utf-8?Q?4?= =?utf-8?Q?=?=", "=4="},
        {"=?utf-8?Q?a b=?= =?utf-8?Q?4?= =?utf-8?Q?1 c?=", "a bA c"},
        {"=?utf-8?B?Q?= =?utf-8?B?UJD?=", "ABC"},
        {"=?utf-8?B?QUI?= =?utf-8?B?D?=", "AB\x03"},
        {"=?utf-8?B?Q U?=\n =?utf-8?B? JD?=", "ABC"},
        {"=?utf-8?B?QUJDQ?= =?utf-8?B?UJDQUJDQ?= =?utf-8?B?UJD?=", "ABCABCABCABC"},
    };
    for (auto const& row : table)
        for (std::size_t count = 1; count <= 8; ++count)
            REQUIRE_SAME(row.value, std::string_view{octets_of(row.value, count)}, row.octets);
    return true;
}
CASE("segment_octets: joined words are one text", joined_words_are_one_text)

constexpr bool a_text_is_whole_if_its_octets_are() {
    struct {
        std::string_view text;
        std::size_t size;
        bool is_whole;
    } constexpr table[] = {
        {"", 0, true},         {"YWJj", 4, true},   {"Y", 1, false},   {"YQ", 2, true},
        {"YW", 2, false},      {"YWI", 3, true},    {"YWJ", 3, false}, {"YQ==", 4, true},
        {"Y W\n J", 3, false}, {"YWJjY", 5, false}, {"YW=", 3, true},  {"Y====", 5, false},
    };
    for (auto const& row : table) {
        base64_extent whole;
        whole.add(row.text);
        REQUIRE_SAME(row.text, whole.size(), row.size);
        REQUIRE_SAME(row.text, whole.is_whole(), row.is_whole);
        base64_extent pieces;
        for (std::size_t at = 0; at < row.text.size(); ++at) pieces.add(row.text.substr(at, 1));
        REQUIRE_SAME(row.text, pieces.size(), row.size);
        REQUIRE_SAME(row.text, pieces.is_whole(), row.is_whole);
        REQUIRE_SAME(row.text, pieces.has_padding(), row.text.find('=') != row.text.npos);
    }
    return true;
}
CASE("segment_octets: base64 is whole if no bits are left over", a_text_is_whole_if_its_octets_are)

/// A text that is cut anywhere into words of one charset is the same text.
TEST_CASE("segment_octets: words that are cut anywhere are joined") {
    constexpr std::string_view b = "5Lit5paH5a2X";
    constexpr std::string_view q = "=E4=B8=AD=E6=96=87=E5=AD=97";
    for (auto const& [text, start] : {std::pair{b, "=?utf-8?B?"}, std::pair{q, "=?utf-8?Q?"}})
        for (std::size_t cut = 1; cut < text.size(); ++cut) {
            auto const value = std::string{start}
                                   .append(text.substr(0, cut))
                                   .append("?=\r\n ")
                                   .append(start)
                                   .append(text.substr(cut))
                                   .append("?=");
            CHECK(std::string_view{octets_of(value, 8)} == "中文字");
        }
}

} // namespace
