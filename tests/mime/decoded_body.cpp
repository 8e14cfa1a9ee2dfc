#include <foldwise/mime/decoded_body.hpp>

#include "../support.hpp"

#include <iterator>
#include <string>
#include <type_traits>

namespace {

using namespace foldwise;

static_assert(std::forward_iterator<decltype(decoded_body{}.begin())>);
static_assert(std::is_trivially_copyable_v<decoded_body>);
static_assert(!std::is_constructible_v<decoded_body, std::string, transfer_encoding>);
static_assert(std::is_constructible_v<decoded_body, std::string&, transfer_encoding>);

struct row {
    std::string_view raw;
    transfer_encoding encoding;
    std::string_view octets;
};

constexpr row table[] = {
    {"SGVs\nbG8=", transfer_encoding::base64, "Hello"},
    {"", transfer_encoding::base64, ""},
    {"caf=C3=\n=A9", transfer_encoding::quoted_printable, "caf\xC3\xA9"},
    {"a=\nb =20", transfer_encoding::quoted_printable, "ab  "},
    {"", transfer_encoding::quoted_printable, ""},
    {"SGVsbG8=", transfer_encoding::seven_bit, "SGVsbG8="},
    {"=41", transfer_encoding::eight_bit, "=41"},
    {"=41", transfer_encoding::binary, "=41"},
    {"=41", transfer_encoding::other, "=41"},
    {"", transfer_encoding::binary, ""},
};

constexpr bool bodies_are_decoded() {
    for (auto const& r : table)
        test::with_both_line_endings(r.raw, [&](std::string_view raw) {
            decoded_body const body{raw, r.encoding};
            REQUIRE_TRUE(body.raw() == raw && body.encoding() == r.encoding);
            test::text_buffer one_by_one;
            for (char const octet : body) one_by_one.append(octet);
            REQUIRE_SAME(raw, std::string_view{one_by_one}, r.octets);
            test::text_buffer blocks;
            body.for_each_block([&](std::string_view block) {
                REQUIRE_TRUE(!block.empty());
                blocks.append(block);
            });
            REQUIRE_SAME(raw, std::string_view{blocks}, r.octets);
            REQUIRE_SAME(raw, body.length(), r.octets.size());
            REQUIRE_TRUE(body.size_limit() >= r.octets.size() && body.size_limit() <= raw.size());
            char copy[16] = {};
            REQUIRE_SAME(raw, std::string_view(copy, body.copy_to(copy, sizeof copy)), r.octets);
            REQUIRE_SAME(raw, body.copy_to(copy, 1), r.octets.empty() ? 0u : 1u);
            if (test::can_allocate()) {
                std::string text = "<";
                body.append_to(text);
                REQUIRE_SAME(raw, text, std::string{"<"}.append(r.octets));
                REQUIRE_SAME(raw, body.to_string(), r.octets);
            }
        });
    return true;
}
CASE("decoded_body: bodies are decoded by their encoding", bodies_are_decoded)

struct quoted_row {
    std::string_view raw; // in an mbox
    transfer_encoding encoding;
    std::string_view octets;
};

constexpr quoted_row quoted_table[] = {
    {">From me\n", transfer_encoding::seven_bit, "From me\n"},
    {"a\n>From me\n>>From you\n> From\n", transfer_encoding::eight_bit,
     "a\nFrom me\n>From you\n> From\n"},
    {">From =3D\n=3EFrom\na=\n>From b\n>From c", transfer_encoding::quoted_printable,
     "From =\n>From\naFrom b\nFrom c"},
    {"a \n>>From b \n>=\n>From c\n", transfer_encoding::quoted_printable, "a\n>From b\n>From c\n"},
    {">From\nSGVsbG8=", transfer_encoding::base64, "\x16\xBA\x26Hello"},
    {"no quotes\n", transfer_encoding::quoted_printable, "no quotes\n"},
    {"", transfer_encoding::seven_bit, ""},
};

constexpr void check_quoted(std::string_view raw, transfer_encoding encoding,
                            std::string_view octets) {
    decoded_body const body{raw, encoding, from_quotes{}};
    REQUIRE_TRUE(body.raw() == raw);
    test::text_buffer one_by_one;
    for (char const octet : body) one_by_one.append(octet);
    REQUIRE_SAME(raw, std::string_view{one_by_one}, octets);
    test::text_buffer blocks;
    body.for_each_block([&](std::string_view block) { blocks.append(block); });
    REQUIRE_SAME(raw, std::string_view{blocks}, octets);
    REQUIRE_SAME(raw, body.length(), octets.size());
    REQUIRE_TRUE(body.size_limit() >= octets.size());
    char copy[64] = {};
    REQUIRE_SAME(raw, std::string_view(copy, body.copy_to(copy, sizeof copy)), octets);
    REQUIRE_SAME(raw, std::string_view(copy, body.copy_to(copy, 1)), octets.substr(0, 1));
    if (test::can_allocate()) REQUIRE_SAME(raw, body.to_string(), octets);
}

constexpr bool quotes_are_removed_before_decoding() {
    for (auto const& r : quoted_table) {
        check_quoted(r.raw, r.encoding, r.octets);
        if (r.encoding == transfer_encoding::base64) continue;
        auto const raw = test::with_crlf(r.raw);
        auto const octets = test::with_crlf(r.octets);
        check_quoted(raw, r.encoding, octets);
    }
    REQUIRE_TRUE(!decoded_body(">From ", transfer_encoding::binary, from_quotes{}).is_raw());
    REQUIRE_TRUE(!decoded_body("a\n>From ", transfer_encoding::binary, from_quotes{}).is_raw());
    REQUIRE_TRUE(decoded_body(">From", transfer_encoding::binary, from_quotes{}).is_raw());
    REQUIRE_TRUE(decoded_body(">From ", transfer_encoding::binary).is_raw());
    return true;
}
CASE("decoded_body: the quotes of an mbox are removed", quotes_are_removed_before_decoding)

TEST_CASE("decoded_body: what the decoder keeps until the end of the text is not lost") {
    std::string const spaces(1500, ' ');
    for (std::string const& raw : {std::string{"a=4"}, "a" + spaces, "a" + spaces + "=4",
                                   "a =" + spaces, std::string(255, 'a') + "=4", "=41" + spaces}) {
        decoded_body const body{raw, transfer_encoding::quoted_printable};
        std::string one_by_one;
        for (char const octet : body) one_by_one += octet;
        REQUIRE_SAME(raw, one_by_one, body.to_string());
    }
    decoded_body const body{"begin 644 a\n#0V%T", transfer_encoding::uuencode};
    std::string one_by_one;
    for (char const octet : body) one_by_one += octet;
    CHECK(one_by_one == "Cat");
}

constexpr bool an_iterator_without_a_body_is_at_the_end() {
    REQUIRE_TRUE(decltype(decoded_body{}.begin()){} == std::default_sentinel);
    REQUIRE_TRUE(decoded_body{}.begin() == std::default_sentinel);
    return true;
}
CASE("decoded_body: an iterator without a body is at the end",
     an_iterator_without_a_body_is_at_the_end)

constexpr bool a_block_of_one_octet() {
    std::size_t octets = 0;
    std::size_t blocks = 0;
    auto const count = [&](std::string_view block) {
        octets += block.size();
        ++blocks;
    };
    decoded_body{"YQ==", transfer_encoding::base64}.for_each_block(count);
    decoded_body{"b", transfer_encoding::quoted_printable}.for_each_block(count);
    REQUIRE_TRUE(octets == 2 && blocks == 2);
    return true;
}
CASE("decoded_body: a block of one octet", a_block_of_one_octet)

TEST_CASE("decoded_body: the blocks of a long body make up the body") {
    std::string raw;
    for (int i = 0; i < 3000; ++i) raw += "QUJD\n";
    for (auto const encoding : {transfer_encoding::base64, transfer_encoding::quoted_printable,
                                transfer_encoding::binary}) {
        decoded_body const body{raw, encoding};
        std::string blocks;
        body.for_each_block([&](std::string_view block) { blocks += block; });
        CHECK(blocks == body.to_string());
        CHECK(blocks.size() == (encoding == transfer_encoding::base64 ? 9000 : 15000));
    }
}

// Around the sizes of one and two blocks of an iterator.
TEST_CASE("decoded_body: iterators go from block to block, and can be used again") {
    for (std::size_t size : {1u, 255u, 256u, 257u, 511u, 512u, 513u, 1000u})
        for (auto const encoding : {transfer_encoding::base64, transfer_encoding::quoted_printable,
                                    transfer_encoding::uuencode, transfer_encoding::binary}) {
            std::string raw = "begin 644 a\n";
            for (std::size_t i = 0; i < size; ++i)
                raw += i % 61 == 60 ? '\n' : static_cast<char>('!' + i % 57);
            for (auto const quotes : {from_quotes{}, from_quotes{from_quoting::none}}) {
                raw += "\n>From a\n";
                decoded_body const body{raw, encoding, quotes};
                auto const wanted = body.to_string();
                std::string found;
                auto middle = body.begin();
                for (auto at = body.begin(); at != body.end(); ++at) {
                    if (found.size() == wanted.size() / 2) middle = at;
                    bool const is_middle = found.empty() || found.size() == wanted.size() / 2;
                    REQUIRE_SAME(raw, at == middle, is_middle);
                    found += *at;
                }
                REQUIRE_SAME(raw, found, wanted);
                found.resize(wanted.size() / 2);
                for (auto at = middle; at != body.end(); at++) found += *at;
                REQUIRE_SAME(raw, found, wanted);
                REQUIRE_SAME(raw, body.empty(), wanted.empty());
            }
        }
}

} // namespace
