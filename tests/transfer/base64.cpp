#include <foldwise/transfer/base64.hpp>

#include "decoders.hpp"

namespace {

using foldwise::base64_decoder;

struct row {
    std::string_view from;
    std::string_view text;
    std::string_view octets;
};

constexpr row table[] = {
    {"RFC 4648 section 10, nothing", "", ""},
    {"RFC 4648 section 10, 1", "Zg==", "f"},
    {"RFC 4648 section 10, 2", "Zm8=", "fo"},
    {"RFC 4648 section 10, 3", "Zm9v", "foo"},
    {"RFC 4648 section 10, 4", "Zm9vYg==", "foob"},
    {"RFC 4648 section 10, 5", "Zm9vYmE=", "fooba"},
    {"RFC 4648 section 10, 6", "Zm9vYmFy", "foobar"},
    {"RFC 4648 section 9, 6 octets", "FPucA9l+", "\x14\xFB\x9C\x03\xD9\x7E"},
    {"RFC 4648 section 9, 5 octets", "FPucA9k=", "\x14\xFB\x9C\x03\xD9"},
    {"RFC 4648 section 9, 4 octets", "FPucAw==", "\x14\xFB\x9C\x03"},
    {"RFC 2045 table 1, the last two", "++//", "\xFB\xEF\xFF"},
    {"line endings between quanta", "Zm9v\nYmFy\n", "foobar"},
    {"line endings inside a quantum", "Z\nm9vYm\nF\ny", "foobar"},
    {"several quanta a line", "Zm9vYmFyZm9vYmFyZm9v\nYmFyZm9vYmFy\n", "foobarfoobarfoobarfoobar"},
    {"white space anywhere", " Zm\t9v Ym Fy ", "foobar"},
    {"RFC 2045 section 6.8, other octets are ignored", "Zm-9v*\xC3\xA9YmFy!", "foobar"},
    {"the URL alphabet is not decoded", "-_-_", ""},
    {"NUL is ignored", {"Zm9v\0YmFy", 9}, "foobar"},
    {"padding in the middle", "Zg==Zm8=Zm9v", "ffofoo"},
    {"padding across lines", "Zg=\n=\nZg==", "ff"},
    {"too little padding", "Zg=", "f"},
    {"too little padding, data after it", "Zg=Zm9v", "ffoo"},
    {"too much padding", "Zg===Zm8==", "ffo"},
    {"padding alone", "====", ""},
    {"padding after a whole quantum", "Zm9v=Zm9v", "foofoo"},
    {"padding after one sextet drops it", "Z=Zm9v", "foo"},
    {"bits that belong to no octet", "Zh==Zm9=", "ffo"},
    {"no padding, 1 octet", "Zg", "f"},
    {"no padding, 2 octets", "Zm8", "fo"},
    {"one sextet is not an octet", "Zm9vZ", "foo"},
};

constexpr bool table_of_texts() {
    for (auto const& r : table) test::check_decoded<base64_decoder>(r.from, r.text, r.octets);
    return true;
}
CASE("base64: texts are decoded, however they are cut", table_of_texts)

constexpr bool line_endings_are_alike() {
    for (auto const& r : table) {
        auto const crlf = test::with_crlf(r.text);
        REQUIRE_SAME(r.from, std::string_view{test::decoded_at_once<base64_decoder>(crlf)},
                     r.octets);
        REQUIRE_SAME(r.from, std::string_view{test::decoded_lazily<base64_decoder>(crlf)},
                     r.octets);
    }
    return true;
}
CASE("base64: CRLF is read like LF", line_endings_are_alike)

constexpr bool every_sextet() {
    for (std::size_t i = 0; i < 64; ++i) {
        char const text[] = {'A', foldwise::base64_alphabet[i], '=', '='};
        char octet[1] = {};
        auto const done = foldwise::decode_base64({text, 4}, octet, 1);
        REQUIRE_SAME(i, done == foldwise::transcoded{4, 1}, true);
        REQUIRE_SAME(i, static_cast<std::size_t>(octet[0]), i >> 4);
        char const low[] = {'A', 'A', 'A', foldwise::base64_alphabet[i]};
        char three[3] = {};
        foldwise::decode_base64({low, 4}, three, 3);
        REQUIRE_SAME(i, static_cast<std::size_t>(three[2]), i);
    }
    return true;
}
CASE("base64: every letter of the alphabet", every_sextet)

constexpr bool limits_are_met() {
    constexpr std::string_view text = "Zm9vYmFyZm9v";
    constexpr std::size_t limits[] = {0, 0, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9};
    for (std::size_t size = 0; size <= text.size(); ++size) {
        REQUIRE_SAME(size, foldwise::base64_decoded_size_limit(size), limits[size]);
        REQUIRE_SAME(size,
                     test::decoded_at_once<base64_decoder>(text.substr(0, size)) ==
                         std::string_view{"foobarfoo"}.substr(0, limits[size]),
                     true);
    }
    return true;
}
CASE("base64: text without padding decodes to exactly the size limit", limits_are_met)

constexpr bool writes_no_further_than_there_is_room() {
    for (std::size_t room = 0; room <= 9; ++room) {
        char octets[] = {'.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.'};
        auto const done = foldwise::decode_base64("Zm9vYmFyZm9vYmFy", octets, room);
        REQUIRE_SAME(room, done.written, room);
        REQUIRE_SAME(room, std::string_view(octets, room),
                     std::string_view{"foobarfoo"}.substr(0, room));
        for (auto at = room; at < sizeof octets; ++at) REQUIRE_SAME(room, octets[at], '.');
    }
    return true;
}
CASE("base64: nothing is written after the room", writes_no_further_than_there_is_room)

constexpr bool stops_where_there_is_no_room() {
    char octets[] = {'.', '.', '.', '.'};
    base64_decoder in;
    REQUIRE_TRUE(in.decode("Zm9vYmFy", octets, 0) == foldwise::transcoded{1, 0});
    REQUIRE_TRUE(in.decode("m9vYmFy", octets, 3) == foldwise::transcoded{4, 3});
    REQUIRE_TRUE(std::string_view(octets, 4) == "foo.");
    REQUIRE_TRUE(in.finish(octets, 4) == 0);
    REQUIRE_TRUE(in.decode("YmFy", octets, 3) == foldwise::transcoded{4, 3});
    REQUIRE_TRUE(std::string_view(octets, 4) == "bar.");
    return true;
}
CASE("base64: a decoder stops where there is no room, and continues from there",
     stops_where_there_is_no_room)

TEST_CASE("base64: any short text, however it is cut") {
    test::for_each_string("Az/= \n-", 5, [](std::string_view text) {
        auto const all = test::decoded_at_once<base64_decoder>(text);
        test::check_decoded<base64_decoder>(text, text, all);
        return true;
    });
}

TEST_CASE("base64: long lines of any length, however they are cut") {
    for (std::size_t length = 1; length < 20; ++length) {
        std::string text;
        for (std::size_t i = 0; i < 60; ++i) {
            text += foldwise::base64_alphabet[(i * 37 + length) % 64];
            if (i % length == length - 1) text += "\r\n";
        }
        test::check_decoded<base64_decoder>(text, text, test::decoded_lazily<base64_decoder>(text));
    }
}

} // namespace
