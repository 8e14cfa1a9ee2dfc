#include <foldwise/charset/detail/two_octet_decoder.hpp>

#include "../utf8_read.hpp"

namespace {

using namespace foldwise::detail;

/// A charset that shows what it is asked: 80 is a character, 81 starts a pair, and the second octet
/// of a pair is "A" or FF.
struct small_charset {
    static constexpr bool is_lead(unsigned octet) noexcept { return octet == 0x81; }
    static constexpr char32_t single(unsigned octet) noexcept { return octet == 0x80 ? 'x' : 0; }
    static constexpr char32_t pair(unsigned lead, unsigned trail) noexcept {
        return lead == 0x81 && (trail == 'A' || trail == 0xFF) ? 'y' : 0;
    }
    static constexpr bool put_two(unsigned, unsigned trail, utf8_writer& to) noexcept {
        if (trail == 'B') to.copy("12");
        return trail == 'B';
    }
};

struct row {
    std::string_view octets;
    std::string_view wanted;
    std::size_t first; // of the octets that were replaced
    std::size_t last;
};

constexpr row table[] = {
    {"", "", 0, 0},
    {"abc", "abc", 0, 0},
    {"\x80"
     "a\x80",
     "xax", 0, 0},
    {"\x81"
     "A\x81\xFF",
     "yy", 0, 0},
    {"\x81"
     "Bz",
     "12z", 0, 0},
    {"a\x82"
     "b",
     "a\xEF\xBF\xBD"
     "b",
     1, 2},
    {"a\x81"
     "b",
     "a\xEF\xBF\xBD"
     "b",
     1, 2},
    {"a\x81\x82"
     "b",
     "a\xEF\xBF\xBD"
     "b",
     1, 3},
    {"a\x81", "a\xEF\xBF\xBD", 1, 2},
};

constexpr bool characters_of_one_and_two_octets() {
    for (auto const& row : table) {
        auto const taken = test::taken_one_by_one(two_octet_decoder<small_charset>{}, row.octets);
        REQUIRE_SAME(row.octets, std::string_view{taken}, row.wanted);
        for (std::size_t cut = 0; cut <= row.octets.size(); ++cut) {
            char text[40] = {};
            replaced_places replaced;
            two_octet_decoder<small_charset> decoder;
            utf8_writer first{text, 0, replaced};
            decode(decoder, row.octets.substr(0, cut), first);
            utf8_writer second{text + first.size(), cut, replaced};
            decode(decoder, row.octets.substr(cut), second);
            decoder.finish(second);
            REQUIRE_SAME(row.octets, std::string_view(text, first.size() + second.size()),
                         row.wanted);
            REQUIRE_SAME(row.octets, replaced.first, row.first);
            REQUIRE_SAME(row.octets, replaced.last, row.last);
        }
    }
    return true;
}
CASE("two_octet_decoder: characters of one and of two octets", characters_of_one_and_two_octets)

} // namespace
