// Properties of the searches: from any start, vector code finds the same octets as scalar code. It
// does not read after the end of the bytes, where their memory ends.

#include "properties.hpp"

#include <foldwise/base/scan_blocks.hpp>
#include <foldwise/base/scan_pairs.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise::scan::detail;

template <pair_pattern pattern>
void the_twins_agree(std::string_view bytes, std::size_t from) {
    auto const wanted = scalar::find_pair(pattern, bytes, from);
    REQUIRE_PROPERTY(find_pair<pattern>(bytes, from) == wanted);
    auto const first = wanted + (pattern.is_reversed ? 1 : 0);
    REQUIRE_PROPERTY(wanted == bytes.size() || bytes[first] == pattern.first);
}

void letters_agree(std::string_view bytes, std::size_t from, char letter) {
    auto const wanted =
        scalar::find_pair(pair_pattern::line_feed_before_letter(letter), bytes, from);
    REQUIRE_PROPERTY(line_feed_before(letter, bytes, from) == wanted);
}

void line_feeds_agree(std::string_view bytes) {
    auto const blocks = bytes.size() / 64;
    std::vector<std::uint64_t> found(blocks);
    std::vector<std::uint64_t> wanted(blocks);
    vectors::line_feed_bits(bytes.data(), blocks, found.data());
    scalar::line_feed_bits(bytes.data(), blocks, wanted.data());
    REQUIRE_PROPERTY(found == wanted);
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    auto const size = bytes.size();
    for (std::size_t const from : {std::size_t{0}, dice.roll(size), dice.roll(size), size}) {
        the_twins_agree<pair_pattern{'\n', 'F', 'F'}>(bytes, from);
        the_twins_agree<pair_pattern{'\n', '-', '-'}>(bytes, from);
        the_twins_agree<pair_pattern{'\n', ' ', '\t'}>(bytes, from);
        the_twins_agree<pair_pattern{'\n', ' ', '\t', true}>(bytes, from);
        the_twins_agree<pair_pattern{'\n', '\n', '\r'}>(bytes, from);
        the_twins_agree<pair_pattern{'\n', '*', '-', false, 'c', ' '}>(bytes, from);
        the_twins_agree<pair_pattern{'.', '\n', '\r', false, '\0', 0, true}>(bytes, from);
        REQUIRE_PROPERTY(vectors::not_visible_or<':'>(bytes, from) ==
                         scalar::not_visible_or<':'>(bytes, from));
        REQUIRE_PROPERTY(vectors::is_ascii_without<'='>(bytes.substr(from)) ==
                         scalar::is_ascii_without<'='>(bytes.substr(from)));
        REQUIRE_PROPERTY((vectors::find_one_of<' ', '\t', '?'>(bytes, from) ==
                          scalar::find_one_of<' ', '\t', '?'>(bytes, from)));
        line_feeds_agree(bytes.substr(from));
        letters_agree(bytes, from, 's');
        if (from != size) letters_agree(bytes, from, static_cast<char>(bytes[from] | 0x20));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::vector<char> const octets(data, data + size); // the memory ends with the octets
    properties_of({octets.data(), size});
    return 0;
}
