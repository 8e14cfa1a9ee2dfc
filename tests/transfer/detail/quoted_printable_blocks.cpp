#include <foldwise/transfer/detail/quoted_printable_blocks.hpp>

#include "../../support.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using foldwise::transcoded;
using foldwise::detail::hex_octet;
using blocks = foldwise::detail::quoted_printable_blocks;

constexpr bool hexadecimal_digits() {
    constexpr std::string_view digits = "0123456789ABCDEF";
    REQUIRE_TRUE(hex_octet('c', '3') == 0xC3 && hex_octet('f', 'F') == 0xFF);
    for (int i = 0; i < 256; ++i) {
        auto const octet = static_cast<char>(static_cast<unsigned char>(i));
        auto const upper = octet >= 'a' && octet <= 'f' ? static_cast<char>(octet - 32) : octet;
        auto const value = digits.find(upper);
        bool const is_digit = value != digits.npos;
        REQUIRE_SAME(i, hex_octet(octet, '7') == 16 * value + 7, is_digit);
        REQUIRE_SAME(i, hex_octet('7', octet) == 7 * 16 + value, is_digit);
        REQUIRE_SAME(i, hex_octet('7', octet) < 256, is_digit);
        REQUIRE_SAME(i, hex_octet(octet, '7') < 256, is_digit);
    }
    return true;
}
CASE("quoted_printable_blocks: hexadecimal digits", hexadecimal_digits)

struct row {
    std::string_view text;
    std::size_t count; // octets of room
    std::size_t read;
    std::string_view octets;
};

constexpr row table[] = {
    {"", 9, 0, ""},
    {"abc", 9, 3, "abc"},
    {"abc", 2, 2, "ab"},
    {"a b\tc", 9, 5, "a b\tc"},
    {"ab ", 9, 2, "ab"}, // it may be padding
    {"ab  ", 3, 2, "ab"},
    {"ab \r", 9, 2, "ab"},
    {"ab \t\nc \r\n", 9, 9, "ab\nc\r\n"},
    {"ab \rc", 9, 5, "ab \rc"},
    {"ab \rc", 3, 2, "ab"},
    {"a\nb\r\nc\rd", 9, 8, "a\nb\r\nc\rd"},
    {"=C3=a9", 9, 6, "\xC3\xA9"},
    {"=C3=A9", 1, 3, "\xC3"},
    {"a=\nb=\r\nc", 9, 8, "abc"},
    {"abc=\n=\n", 3, 7, "abc"},
    {"a =\n b", 9, 6, "a  b"},
    {"a= \nb= \t\r\nc", 9, 11, "abc"},
    {"a= bc", 9, 5, "a= bc"},
    {"a= ", 9, 1, "a"},
    {"a=\rb", 9, 4, "a=\rb"},
    {"a=\r", 9, 1, "a"},
    {"a=4", 9, 1, "a"},
    {"a=", 9, 1, "a"},
    {"a==4x=zz", 9, 8, "a==4x=zz"},
    {"a=x", 1, 1, "a"},
};

constexpr bool all_but_what_depends_on_more() {
    for (auto const& r : table) {
        char octets[9] = {};
        transcoded const wanted{r.read, r.octets.size()};
        REQUIRE_SAME(r.text, blocks::decode(r.text, octets, r.count) == wanted, true);
        REQUIRE_SAME(r.text, std::string_view(octets, r.octets.size()), r.octets);
    }
    return true;
}
CASE("quoted_printable_blocks: it stops where the meaning depends on octets not yet seen",
     all_but_what_depends_on_more)

/// Checks that a vector function, with the scalar twin for the rest of the text, reads and writes
/// the same as the scalar twin alone. The allocations end with text and room, so that
/// AddressSanitizer reports an access after them.
void check_twin(transcoded (*decode)(std::string_view, char*, std::size_t) noexcept,
                std::string_view text, std::size_t count) {
    std::vector<char> const from{text.begin(), text.end()};
    std::vector<char> to(count, '.');
    auto const first = decode({from.data(), from.size()}, to.data(), count);
    auto const rest = blocks::decode_scalar(text.substr(first.read), to.data() + first.written,
                                            count - first.written);
    std::vector<char> scalar(count, '.');
    auto const wanted = blocks::decode_scalar(text, scalar.data(), count);
    REQUIRE_SAME(text, first.read + rest.read, wanted.read);
    REQUIRE_SAME(text, first.written + rest.written, wanted.written);
    REQUIRE_SAME(text, std::string_view(to.data(), wanted.written),
                 std::string_view(scalar.data(), wanted.written));
}

void check_all_twins(std::string_view text, std::size_t count) {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (__builtin_cpu_supports("avx2")) check_twin(blocks::decode_32, text, count);
#endif
#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
    check_twin(blocks::decode_16, text, count);
#endif
    std::vector<char> to(count), scalar(count);
    auto const done = blocks::decode(text, to.data(), count);
    auto const wanted = blocks::decode_scalar(text, scalar.data(), count);
    REQUIRE_SAME(text, done == wanted, true);
    REQUIRE_SAME(text, std::string_view(to.data(), done.written),
                 std::string_view(scalar.data(), done.written));
}

std::string plain(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
        text += i % 7 == 6 ? ' ' : static_cast<char>('a' + i * 5 % 26);
    return text;
}
std::string encoded(std::size_t octets) {
    constexpr std::string_view digits = "0123456789ABCDEFabcdef";
    std::string text;
    for (std::size_t i = 0; i < octets; ++i) {
        text += '=';
        text += digits[(i * 7 + octets) % digits.size()];
        text += digits[i * 5 % digits.size()];
    }
    return text;
}

TEST_CASE("quoted_printable_blocks: every size of text and of room") {
    for (std::size_t size = 0; size < 110; ++size)
        for (std::size_t count = 0; count < 110; ++count) {
            check_all_twins(plain(size), count);
            check_all_twins(encoded(size / 3) + plain(size % 3), count);
            check_all_twins(plain(size) + "  \n" + plain(8), count);
            check_all_twins(plain(size) + "\t \r\n =\t\nx \ry", count);
        }
}

TEST_CASE("quoted_printable_blocks: every pair of octets in a block") {
    for (unsigned first = 0; first < 256; ++first)
        for (unsigned second = 0; second < 256; ++second) {
            auto text = plain(70);
            text[30] = static_cast<char>(static_cast<unsigned char>(first));
            text[31] = static_cast<char>(static_cast<unsigned char>(second));
            check_all_twins(text, 70);
        }
}

TEST_CASE("quoted_printable_blocks: every octet at every place of encoded octets") {
    for (std::size_t at = 0; at < 36; ++at)
        for (unsigned octet = 0; octet < 256; ++octet) {
            auto text = encoded(13) + plain(40);
            text[at] = static_cast<char>(static_cast<unsigned char>(octet));
            check_all_twins(text, text.size());
        }
}

TEST_CASE("quoted_printable_blocks: another octet at each place of a text") {
    constexpr std::string_view others[] = {"=\n",   "=\r\n", "= \n", " \n", " \r\n",
                                           "\t \r", "\n",    "=4",   "==",  "=",
                                           "\r",    "=4A",   "   ",  "= ",  "\x80\n"};
    for (auto const other : others)
        for (auto const& text : {plain(100), encoded(33), plain(20) + encoded(4) + plain(68)})
            for (std::size_t at = 0; at <= text.size(); ++at) {
                auto changed = text;
                changed.insert(at, other);
                check_all_twins(changed, changed.size());
                check_all_twins(changed, at + other.size());
                check_all_twins(changed.substr(0, at + other.size()), changed.size());
            }
}

TEST_CASE("quoted_printable_blocks: long white space") {
    for (std::size_t blanks : {997u, 998u, 999u, 1040u, 2100u})
        for (std::string_view const after : {"", "\n", "\r\n", "x", "=", "\r"})
            for (std::size_t room : {std::size_t{5}, std::size_t{500}, blanks, blanks + 50}) {
                auto text = "abc" + std::string(blanks, ' ');
                text += after;
                check_all_twins(text, room);
                check_all_twins(text + plain(50), room);
            }
}

TEST_CASE("quoted_printable_blocks: room ends before a bare CR after white space") {
    using foldwise::detail::quoted_printable_blocks;
    auto const text = std::string(31, 'a') + " \rb" + std::string(40, 'c');
    char by_blocks[32] = {};
    char one_by_one[32] = {};
    auto const done = quoted_printable_blocks::decode(text, by_blocks, 32);
    auto const wanted = quoted_printable_blocks::decode_scalar(text, one_by_one, 32);
    CHECK(done.read == wanted.read);
    CHECK(std::string_view(by_blocks, done.written) ==
          std::string_view(one_by_one, wanted.written));
}

} // namespace
