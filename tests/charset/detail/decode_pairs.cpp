#include <foldwise/charset/detail/decode_pairs.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise::detail;

/// Reads "<" and any octet as that octet, with the octets of which it read both at once counted.
class pair_reader {
  public:
    constexpr std::size_t plain_end(std::string_view octets, std::size_t at) const {
        while (!is_open_ && at < octets.size() && octets[at] != '<') ++at;
        return at;
    }
    constexpr bool is_between() const { return !is_open_; }
    constexpr char32_t pair(unsigned lead, unsigned trail) {
        if (lead != '<' || trail == '!') return 0;
        ++pairs;
        return trail;
    }
    constexpr void take(char octet, utf8_writer& to) {
        if (is_open_) to.put(number_of(octet));
        is_open_ = !is_open_;
    }
    int pairs = 0;

  private:
    bool is_open_ = false;
};

struct row {
    std::string_view first;
    std::string_view second;
    std::string_view wanted;
    int pairs;
};

constexpr row table[] = {
    {"", "", "", 0},          {"abc", "d", "abcd", 0},   {"<a<b", "", "ab", 2},
    {"<a<", "b<c", "abc", 2}, {"x<ay", "<b", "xayb", 2}, {"<!<a", "<!", "!a!", 1},
    {"x<", "", "x", 0},
};

constexpr bool pairs_in_one_piece_are_read_at_once() {
    for (auto const& row : table) {
        char text[20] = {};
        replaced_places replaced;
        pair_reader reader;
        utf8_writer to{text, 0, replaced};
        decode_pairs(reader, row.first, to);
        decode_pairs(reader, row.second, to);
        REQUIRE_SAME(row.first, std::string_view(text, to.size()), row.wanted);
        REQUIRE_SAME(row.first, reader.pairs, row.pairs);
    }
    REQUIRE_TRUE(number_of('\xFF') == 255);
    REQUIRE_TRUE(is_from(1, 3, 1) && is_from(1, 3, 3) && !is_from(1, 3, 0) && !is_from(1, 3, 4));
    return true;
}
CASE("decode_pairs: pairs in one piece are read at once", pairs_in_one_piece_are_read_at_once)

} // namespace
