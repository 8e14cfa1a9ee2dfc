#include <foldwise/base/scan_pairs.hpp>

#include "../support.hpp"

#include <string>
#include <vector>

namespace {

namespace scalar = foldwise::scan::detail::scalar;
using foldwise::scan::detail::pair_pattern;

struct place {
    std::string_view bytes;
    std::size_t from;
    std::string to_string() const { return std::string{bytes} + ", from " + std::to_string(from); }
};

constexpr pair_pattern before_dot{'.', '\n', '\r', false, '\0', 0, true};

/// Whether the vector function and its scalar twin return the same for a pattern.
template <pair_pattern pattern>
bool twins_agree(std::string_view bytes, std::size_t from) {
    place const row{bytes, from};
    return REQUIRE_SAME(row, foldwise::scan::detail::find_pair<pattern>(bytes, from),
                        scalar::find_pair(pattern, bytes, from));
}

// Blocks of 16, 64 and 128 octets, with and without octets after them.
TEST_CASE("scan_pairs: the twins agree in long bytes") {
    for (std::size_t const size : {17u, 65u, 81u, 129u, 145u, 257u, 273u, 300u, 400u, 529u, 530u})
        for (std::size_t at = 0; at < size; ++at)
            for (std::string_view const hit :
                 {"\n", "\n ", "\n\t", "\nF", "\n\n", "\n\r", "\n.", "\r."}) {
                std::vector<char> octets(size, 'x');
                for (std::size_t i = 0; i < hit.size() && at + i < size; ++i)
                    octets[at + i] = hit[i];
                std::string_view const bytes{octets.data(), size};
                for (std::size_t const from : {std::size_t{0}, at / 2, at, at + 1}) {
                    bool const is_same =
                        twins_agree<pair_pattern{'\n', 'F', 'F'}>(bytes, from) &&
                        twins_agree<pair_pattern{'\n', ' ', '\t'}>(bytes, from) &&
                        twins_agree<pair_pattern{'\n', ' ', '\t', true}>(bytes, from) &&
                        twins_agree<pair_pattern{'\n', '\n', '\r'}>(bytes, from) &&
                        twins_agree<before_dot>(bytes, from);
                    if (!is_same) return;
                }
            }
    CHECK(twins_agree<pair_pattern{'\n', '\n', '\r'}>("\n\n", 0));
}

TEST_CASE("scan_pairs: the twins agree, whatever octet follows the first one") {
    for (int octet = 0; octet != 256; ++octet)
        for (std::size_t const at : {3u, 270u, 300u, 340u, 380u}) {
            std::string bytes(600, 'x');
            bytes[at] = '\n';
            bytes[at + 1] = static_cast<char>(octet);
            bool const is_same =
                twins_agree<pair_pattern{'\n', 'F', 'F'}>(bytes, 0) &&
                twins_agree<pair_pattern{'\n', ' ', '\t'}>(bytes, 0) &&
                twins_agree<pair_pattern{'\n', ' ', '\t', true}>(bytes, 0) &&
                twins_agree<pair_pattern{'\n', '\n', '\r'}>(bytes, 0) &&
                twins_agree<pair_pattern{'\n', '*', '-', false, 'c', ' '}>(bytes, 0) &&
                twins_agree<before_dot>(bytes, 0);
            bytes[at] = static_cast<char>(octet);
            bytes[at + 1] = '.';
            if (!twins_agree<before_dot>(bytes, 0)) return;
            if (!is_same) return;
        }
    CHECK(twins_agree<pair_pattern{'\n', '*', '-', false, 'c', ' '}>("a: b\nCc: d\n", 0));
}

// The allocation ends with the bytes, so that a sanitizer reports a read after them.
TEST_CASE("scan_pairs: line_feed_before agrees with its twin, for each letter and size") {
    for (int letter = 0; letter != 256; ++letter)
        for (std::size_t const size : {1u, 2u, 17u, 40u, 130u, 258u, 300u, 400u, 530u})
            for (std::size_t at = static_cast<unsigned>(letter) % 7; at < size; at += 7) {
                std::vector<char> octets(size, 'x');
                octets[at] = '\n';
                if (at + 1 != size) octets[at + 1] = static_cast<char>(letter);
                place const row{{octets.data(), size}, at < 300 ? at / 2 : at};
                for (int const sought : {letter | 0x20, 'x' | 0x20, 0}) {
                    auto const of = static_cast<char>(sought);
                    auto const found =
                        foldwise::scan::detail::line_feed_before(of, row.bytes, row.from);
                    auto const wanted = scalar::find_pair(pair_pattern::line_feed_before_letter(of),
                                                          row.bytes, row.from);
                    if (!REQUIRE_SAME(row, found, wanted)) return;
                }
            }
    CHECK(foldwise::scan::detail::line_feed_before('c', "a: b\nCc: d\n", 0) == 4);
}

} // namespace
