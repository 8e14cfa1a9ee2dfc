#include <foldwise/parameters/parameter_text.hpp>

#include "../support.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;
using detail::parameter_section_walker;
using detail::parameter_segment_walker;

static_assert(walker<parameter_section_walker> && walker<detail::parameter_piece_walker>);
static_assert(std::ranges::forward_range<parameter_text::piece_range>);
static_assert(std::ranges::borrowed_range<parameter_text::piece_range>);
static_assert(std::is_trivially_copyable_v<parameter_text>);

/// The sections of the parameter that starts with segment number `first`, counted from 0.
constexpr parameter_section_walker sections_of(std::string_view value, int first = 0) {
    parameter_segment_walker at{value, 0};
    for (; first > 0; --first) at.advance();
    return {value, 0, at};
}
constexpr parameter_text text_of(std::string_view value, int first = 0) {
    return parameter_text{sections_of(value, first)};
}

struct row {
    std::string_view value;
    int first;
    std::string_view text;
    bool is_contiguous;
};

constexpr row table[] = {
    {"a=b", 0, "b", true},
    {"a=\"b c\"", 0, "b c", true},
    {"a=\"b\n c\"", 0, "b c", false},
    {"a=\"b\\\"c\"", 0, "b\"c", false},
    {"a=", 0, "", true},
    {"a=50%25", 0, "50%25", true},
    // RFC 2231 section 4
    {"t*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", 0, "This is ***fun***", false},
    {"t*=''", 0, "", true},
    {"t*=''%41", 0, "A", false},
    {"t*=''a", 0, "a", true},
    {"t*=''%c3%A9%00", 0, std::string_view{"\xC3\xA9\0", 3}, false},
    {"t*=''50%", 0, "50%", true},
    {"t*=''50%4", 0, "50%4", true},
    {"t*=''50%%41%4g%41", 0, "50%A%4gA", false},
    {"t*=\"''%4\\1\"", 0, "%41", false}, // not an encoded octet, because of the backslash
    // RFC 2231 section 3
    {"URL*0=\"ftp://\";URL*1=\"cs.utk.edu\"", 0, "ftp://cs.utk.edu", false},
    // RFC 2231 section 4.1
    {"t*0*=us-ascii'en'This%20is%20even%20more%20;t*1*=%2A%2A%2Afun%2A%2A%2A%20;t*2=\"isn't it!\"",
     0, "This is even more ***fun*** isn't it!", false},
    {"t*1=b;t*0=a", 1, "ab", false},
    {"t*2=c;t*0=a;x=y;t*1=b", 1, "abc", false},
    {"t*3=d;t*2=c;t*1=b;t*0=a", 3, "abcd", false},
    {"T*0=a;t*1=b", 0, "ab", false},
    {"t*0=a;t*2=c", 0, "a", true},
    {"t*0=a;u*1=b;t;t*1;t*1=", 0, "a", true},
    {"t*0=a;t*1=b;t*1=c;t*0=d", 0, "ab", false},
    {"t*0=%41;t*1*=%41", 0, "%41A", false},
    {"t=a;t*1=b", 0, "a", true},
    {"t*=''a;t*1=b", 0, "a", true},
};

constexpr bool texts_are_put_together() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) {
            auto const text = text_of(value, r.first);
            REQUIRE_TRUE(text == r.text);
            REQUIRE_SAME(r.value, text.length(), r.text.size());
            REQUIRE_SAME(r.value, text.empty(), r.text.empty());
            REQUIRE_SAME(r.value, text.contiguous().has_value(), r.is_contiguous);
            if (text.contiguous()) REQUIRE_SAME(r.value, *text.contiguous(), r.text);
            if (test::can_allocate()) REQUIRE_SAME(r.value, text.to_string(), r.text);
            for (auto const piece : text.pieces()) REQUIRE_SAME(r.value, piece.empty(), false);
        });
    return true;
}
CASE("parameter_text: quotes, folds, sections and percent-encoding are undone",
     texts_are_put_together)

constexpr bool every_octet_can_be_encoded() {
    for (unsigned octet = 0; octet < 256; ++octet) {
        constexpr std::string_view digits = "0123456789ABCDEF0123456789abcdef";
        for (std::size_t i = 0; i < 32; i += 16) {
            char const value[] = {
                'a', '*', '=', '\'', '\'', '%', digits[octet / 16 + i], digits[octet % 16 + i]};
            char const wanted = static_cast<char>(octet);
            REQUIRE_TRUE(text_of(std::string_view{value, 8}) == std::string_view{&wanted, 1});
        }
    }
    return true;
}
CASE("parameter_text: every octet can be percent-encoded", every_octet_can_be_encoded)

constexpr bool texts_are_compared() {
    REQUIRE_TRUE(text_of("a=bc") == text_of("a*0=b;a*1*=%63"));
    REQUIRE_TRUE(text_of("a*0=b;a*1*=%63") == text_of("a=bc"));
    REQUIRE_TRUE(text_of("a=") == parameter_text{});
    for (auto const other : {"a=b", "a=bcd", "a=", "a=Bc", "a*0=b;a*1*=%64", "a*0=bc;a*1=c"}) {
        REQUIRE_TRUE(text_of("a=bc") != text_of(other));
        REQUIRE_TRUE(text_of(other) != text_of("a=bc"));
        REQUIRE_TRUE(text_of("a*0=b;a*1*=%63") != text_of(other));
    }
    return true;
}
CASE("parameter_text: two texts are compared octet by octet", texts_are_compared)

constexpr bool pieces_are_gone_over_again() {
    auto const pieces = text_of("a*0*=''b%63d;a*1=\"e\\f\"").pieces();
    constexpr std::string_view wanted[] = {"b", "c", "d", "e", "f"};
    REQUIRE_TRUE(std::ranges::equal(pieces, wanted));
    auto const third = std::next(pieces.begin(), 2);
    REQUIRE_TRUE(third == std::next(pieces.begin(), 2) && third != pieces.begin());
    REQUIRE_TRUE(*third == "d" && *std::next(third) == "e" && *third == "d");
    REQUIRE_TRUE(std::next(third, 3) == pieces.end());
    return true;
}
CASE("parameter_text: the pieces are a forward range", pieces_are_gone_over_again)

/// `count` sections with the text "a" each, from the last section to section 0.
std::string reversed(int count) {
    std::string value;
    for (int i = count - 1; i >= 0; --i) value.append("t*").append(std::to_string(i)).append("=a;");
    return value;
}

TEST_CASE("parameter_text: 16 sections in any order, or any number of sections in order") {
    auto const last = [](std::string_view value, int first) {
        auto at = sections_of(value, first);
        while (!at.at_end()) at.advance();
        return at.has_given_up();
    };
    CHECK(text_of(reversed(15), 14).length() == 15);
    CHECK(!last(reversed(15), 14));
    CHECK(text_of(reversed(16), 15).length() == 16);
    CHECK(text_of(reversed(1000), 999).length() == 16);
    CHECK(last(reversed(1000), 999));
    std::string ordered;
    for (int i = 0; i < 5000; ++i) ordered.append("t*").append(std::to_string(i)).append("=a;");
    CHECK(text_of(ordered).length() == 5000);
    CHECK(!last(ordered, 0));
}

} // namespace
