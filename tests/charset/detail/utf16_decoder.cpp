#include <foldwise/charset/detail/utf16_decoder.hpp>

#include "../../tools/display.hpp"
#include "../utf8_read.hpp"

#include <cstdint>

namespace {

using namespace std::string_view_literals;
using foldwise::charset;
using test::read_row;

#define BAD "\xEF\xBF\xBD"

constexpr auto big = charset::utf_16be;
constexpr auto little = charset::utf_16le;
constexpr auto marked = charset::utf_16;

constexpr read_row table[] = {
    {"nothing", big, "", "", 0},
    {"ASCII", big, "\0H\0i"sv, "Hi", 0},
    {"ASCII", little, "H\0i\0"sv, "Hi", 0},
    {"NUL", big, "\0\0"sv, "\0"sv, 0},
    {"RFC 2781 section 4.1, U+12345 = Ra", big, "\xD8\x08\xDF\x45\0=\0R\0a"sv,
     "\xF0\x92\x8D\x85=Ra", 0},
    {"RFC 2781 section 4.2", little, "\x08\xD8\x45\xDF=\0R\0a\0"sv, "\xF0\x92\x8D\x85=Ra", 0},
    {"RFC 2781 section 4.3, big-endian", marked, "\xFE\xFF\xD8\x08\xDF\x45\0=\0R\0a"sv,
     "\xF0\x92\x8D\x85=Ra", 0},
    {"RFC 2781 section 4.3, little-endian", marked, "\xFF\xFE\x08\xD8\x45\xDF=\0R\0a\0"sv,
     "\xF0\x92\x8D\x85=Ra", 0},
    {"no mark: little-endian, as in the WHATWG standard", marked, "H\0i\0"sv, "Hi", 0},
    {"a second mark is text", marked, "\xFE\xFF\xFE\xFF", "\xEF\xBB\xBF", 0},
    {"a mark in the middle is text", marked, "\xFE\xFF\0a\xFE\xFF"sv, "a\xEF\xBB\xBF", 0},
    {"RFC 2781 section 3.3: no mark where the order is known", big, "\xFE\xFF\0a"sv,
     "\xEF\xBB\xBF"
     "a",
     0},
    {"the mark of the other order is U+FFFE", little, "\xFE\xFF", "\xEF\xBF\xBE", 0},
    {"the ends of the planes", big, "\xD8\x00\xDC\x00\xDB\xFF\xDF\xFF"sv,
     "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 0},
    {"around the surrogates", big, "\xD7\xFF\xE0\x00"sv, "\xED\x9F\xBF\xEE\x80\x80", 0},
    {"lead alone", big, "\xD8\x3D\0a"sv, BAD "a", 1},
    {"trail alone", big, "\xDE\x00\0a"sv, BAD "a", 1},
    {"trail before lead", big, "\xDE\x00\xD8\x3D"sv, BAD BAD, 2},
    {"two leads, one trail", big, "\xD8\x3D\xD8\x3D\xDE\x00"sv, BAD "\xF0\x9F\x98\x80", 1},
    {"lead at the end", big, "\0a\xD8\x3D"sv, "a" BAD, 1},
    {"lead and half a unit at the end", big, "\xD8\x3D\xDE", BAD, 1},
    {"half a unit at the end", big, "\0a\0"sv, "a" BAD, 1},
    {"half a mark", marked, "\xFE", BAD, 1},
};

constexpr bool utf16_and_what_is_none() {
    test::each_reads(table);
    return true;
}
CASE("utf16_decoder: characters and malformed octets", utf16_and_what_is_none)

// Reads the whole text, unit by unit, by the steps of the WHATWG Encoding Standard.
std::string plainly_read(std::string_view octets) {
    std::string text;
    std::size_t at = 0;
    auto const unit_at = [&](std::size_t from) -> std::uint32_t {
        auto const octet = [&](std::size_t i) -> std::uint32_t {
            return static_cast<unsigned char>(octets[from + i]);
        };
        return octet(0) * 256 + octet(1);
    };
    while (octets.size() - at >= 2) {
        auto const unit = unit_at(at);
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            test::append_utf8(text, unit);
            continue;
        }
        bool const has_next = octets.size() - at >= 2;
        if (unit < 0xDC00 && !has_next) {
            text += BAD;
            at = octets.size();
            break;
        }
        if (unit < 0xDC00 && unit_at(at) >= 0xDC00 && unit_at(at) <= 0xDFFF) {
            test::append_utf8(text, 0x10000 + (unit - 0xD800) * 0x400 + unit_at(at) - 0xDC00);
            at += 2;
        } else {
            text += BAD;
        }
    }
    if (at != octets.size()) text += BAD;
    return text;
}

std::string plainly_read_little(std::string_view octets) {
    std::string swapped{octets};
    for (std::size_t i = 0; i + 1 < swapped.size(); i += 2) std::swap(swapped[i], swapped[i + 1]);
    return plainly_read(swapped);
}

TEST_CASE("utf16_decoder: any octets, in pieces, read as the whole text does") {
    test::each_string_reads("\0a\xD8\xDB\xDC\xDF\xFF"sv, 6, big, plainly_read);
    test::each_string_reads("\0\xD8\xDC\xFF"sv, 7, little, plainly_read_little);
    test::each_string_reads("\0\xD8\xDC\xFE\xFF"sv, 6, marked, [](std::string_view octets) {
        if (octets.starts_with("\xFE\xFF")) return plainly_read(octets.substr(2));
        if (octets.starts_with("\xFF\xFE")) return plainly_read_little(octets.substr(2));
        return plainly_read_little(octets);
    });
}

} // namespace
