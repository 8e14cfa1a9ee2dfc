#include <foldwise/base/utf8_writer.hpp>

#include "../support.hpp"

#include <vector>

namespace {

using foldwise::detail::ascii_end;
using foldwise::detail::replaced_places;
using foldwise::detail::utf8_writer;

constexpr bool code_points_in_the_shortest_form() {
    struct {
        char32_t code_point;
        std::string_view utf8;
    } constexpr table[] = {
        {0x00, {"\0", 1}},
        {0x7F, "\x7F"},
        {0x80, "\xC2\x80"},
        {0x7FF, "\xDF\xBF"},
        {0x800, "\xE0\xA0\x80"},
        {0xD7FF, "\xED\x9F\xBF"},
        {0xE000, "\xEE\x80\x80"},
        {0xFFFF, "\xEF\xBF\xBF"},
        {0x10000, "\xF0\x90\x80\x80"},
        {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    };
    for (auto const& row : table) {
        char text[4] = {};
        replaced_places replaced;
        utf8_writer writer{text, 0, replaced};
        writer.put(row.code_point);
        REQUIRE_SAME(row.utf8, std::string_view(text, writer.size()), row.utf8);
        REQUIRE_SAME(row.utf8, replaced.count, std::size_t{0});
    }
    return true;
}
CASE("utf8_writer: code points are written in the shortest form", code_points_in_the_shortest_form)

constexpr bool replaced_places_are_known() {
    char text[8] = {};
    replaced_places replaced;
    utf8_writer writer{text, 100, replaced};
    writer.pass(7);
    writer.copy("ab");
    writer.replace(3, 1);
    REQUIRE_SAME("first", replaced.first, std::size_t{104});
    REQUIRE_SAME("last", replaced.last, std::size_t{106});
    writer.pass(1);
    writer.replace(1, 0);
    REQUIRE_SAME("first", replaced.first, std::size_t{104});
    REQUIRE_SAME("last", replaced.last, std::size_t{108});
    REQUIRE_SAME("count", replaced.count, std::size_t{2});
    REQUIRE_SAME("text", std::string_view(text, writer.size()), "ab\xEF\xBF\xBD\xEF\xBF\xBD");
    return true;
}
CASE("utf8_writer: the places replaced by U+FFFD are recorded", replaced_places_are_known)

constexpr bool ascii_ends_at_any_place() {
    for (std::size_t size = 0; size <= 20; ++size) {
        for (std::size_t at = 0; at <= size; ++at) {
            char octets[21] = {};
            REQUIRE_SAME("ASCII alone", ascii_end({octets, size}, at), size);
            for (std::size_t other = 0; other < size; ++other) {
                octets[other] = '\x80';
                REQUIRE_SAME("another", ascii_end({octets, size}, at), other < at ? size : other);
                octets[other] = '\x7F';
            }
        }
    }
    return true;
}
CASE("utf8_writer: ascii_end finds the end at any place", ascii_ends_at_any_place)

TEST_CASE("utf8_writer: ascii_end finds the end at any place of a long text") {
    for (std::size_t size = 0; size < 200; ++size)
        for (std::size_t other = 0; other <= size; ++other) {
            std::vector<char> octets(size, 'a'); // the allocation ends with the text
            if (other < size) octets[other] = '\x80';
            for (std::size_t at = 0; at <= size; at += 1 + size / 5)
                REQUIRE_SAME(size, ascii_end({octets.data(), size}, at), other < at ? size : other);
        }
}

/// "<" and an octet are that octet; pairs of them are read at once.
struct bracket_reader {
    constexpr std::size_t copy_plain(std::string_view octets, std::size_t at,
                                     utf8_writer& to) const {
        return is_open ? at : to.copy_ascii<'<'>(octets, at);
    }
    constexpr std::size_t take_run(std::string_view octets, std::size_t at, utf8_writer& to) {
        auto const start = at;
        auto* end = to.end();
        for (; !is_open && octets.substr(at).starts_with("<") && octets.size() - at > 1; at += 2) {
            *end++ = octets[at + 1];
            ++runs;
        }
        to.wrote(end, at - start);
        return at;
    }
    constexpr void take(char octet, utf8_writer& to) {
        if (is_open) to.put(static_cast<unsigned char>(octet));
        is_open = !is_open;
    }
    bool is_open = false;
    int runs = 0;
};

constexpr bool a_decoder_has_its_three_ways() {
    struct {
        std::string_view first;
        std::string_view second;
        std::string_view wanted;
        int runs;
    } constexpr table[] = {
        {"", "", "", 0},          {"abc", "d", "abcd", 0},   {"<a<b", "", "ab", 2},
        {"<a<", "b<c", "abc", 2}, {"x<ay", "<b", "xayb", 2}, {"x<", "", "x", 0},
    };
    for (auto const& row : table) {
        char text[20] = {};
        replaced_places replaced;
        bracket_reader reader;
        utf8_writer to{text, 0, replaced};
        foldwise::detail::decode(reader, row.first, to);
        foldwise::detail::decode(reader, row.second, to);
        REQUIRE_SAME(row.first, std::string_view(text, to.size()), row.wanted);
        REQUIRE_SAME(row.first, reader.runs, row.runs);
        to.replace(1, 0); // all octets were counted
        REQUIRE_SAME(row.first, replaced.last, row.first.size() + row.second.size());
    }
    return true;
}
CASE("utf8_writer: decode copies, takes runs, and takes octets", a_decoder_has_its_three_ways)

} // namespace
