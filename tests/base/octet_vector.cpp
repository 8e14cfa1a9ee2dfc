#include <foldwise/base/octet_vector.hpp>

#include "../support.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using foldwise::detail::joined_octets;

constexpr bool tables_are_there_twice() {
    for (std::size_t i = 0; i < 16; ++i)
        REQUIRE_SAME(i, joined_octets.of[i] == joined_octets.of[i + 16], true);
    return true;
}
CASE("octet_vector: a table holds its 16 octets twice", tables_are_there_twice)

constexpr bool a_set_has_its_members_only() {
    using foldwise::detail::set_table;
    using foldwise::detail::vector_table;
    struct {
        vector_table table;
        std::string_view members;
    } constexpr sets[] = {
        {set_table({'\r', '\n'}), "\r\n"},
        {set_table({' ', '\t'}), " \t"},
        {set_table({'a'}), "a"},
        {set_table({}), ""},
    };
    for (auto const& set : sets)
        for (unsigned value = 0; value < 256; ++value) {
            // What look_up returns for this octet.
            auto const found = value < 128 ? set.table.of[value % 16] : 0u;
            bool const is_member = set.members.find(static_cast<char>(value)) != set.members.npos;
            REQUIRE_SAME(set.members, found == value, is_member);
        }
    return true;
}
CASE("octet_vector: a set table finds only its members", a_set_has_its_members_only)

constexpr bool tables_made_at_run_time() {
    for (char const member : {'!', '~', 'a'}) {
        auto const table = foldwise::detail::set_table({member, '\n'});
        for (unsigned value = 0; value < 128; ++value)
            REQUIRE_SAME(value, table.of[value % 16] == value,
                         value == static_cast<unsigned char>(member) || value == '\n');
    }
    foldwise::detail::kept_places places;
    for (unsigned bits = 0; bits < 256; ++bits)
        REQUIRE_SAME(bits, places.of[bits], foldwise::detail::kept_table.of[bits]);
    return true;
}
CASE("octet_vector: tables that are made at run time are the same", tables_made_at_run_time)

constexpr bool kept_octets_have_places() {
    using foldwise::detail::kept_table;
    REQUIRE_TRUE(kept_table.of[0] == 0);
    REQUIRE_TRUE(kept_table.of[0b10010010] == 0x070401);
    REQUIRE_TRUE(kept_table.of[255] == 0x0706050403020100);
    return true;
}
CASE("octet_vector: kept_table has the places of the octets to keep", kept_octets_have_places)

using octet = unsigned char;

/// Different octets, some of them above 127.
void fill(octet (&octets)[32], unsigned seed) {
    for (unsigned i = 0; i < 32; ++i) octets[i] = static_cast<octet>(i * 73 + seed * 151 + i / 7);
}

/// The results of the functions for vectors of `size` octets.
struct results {
    std::size_t size;
    octet averages[32];
    octet found[32];  // look_up
    octet joined[32]; // join_sextets of the low six bits
    unsigned high;    // 32 octets: high_bits(a); 16 octets: first_high(a)
    unsigned held;    // 32 octets: bits_of(a == b); 16 octets: first_of(a == b)
};

void check(octet const (&a)[32], octet const (&b)[32], results const& r, unsigned high) {
    for (std::size_t i = 0; i < r.size; ++i) {
        REQUIRE_SAME(i, r.averages[i] == (a[i] + b[i] + 1) / 2, true);
        REQUIRE_SAME(i, r.found[i] == (b[i] < 128 ? a[i / 16 * 16 + b[i] % 16] : 0), true);
    }
    for (std::size_t i = 0; i < r.size; i += 4) {
        unsigned bits = 0;
        for (std::size_t k = 0; k < 4; ++k) bits = bits << 6 | (a[i + k] & 63u);
        for (std::size_t k = 0; k < 3; ++k)
            REQUIRE_SAME(i, r.joined[i / 4 * 3 + k] == (bits >> (16 - 8 * k) & 0xFF), true);
    }
    REQUIRE_SAME(r.size, r.high, high);
    unsigned equal = 0;
    for (unsigned i = 0; i < r.size; ++i) equal |= unsigned{a[i] == b[i]} << i;
    auto const first = static_cast<unsigned>(std::countr_zero(equal | 1u << 16));
    REQUIRE_SAME(r.size, r.held, r.size == 32 ? equal : first);
}

#if defined(FOLDWISE_VECTORS_X86_64)
unsigned high_bits_of(octet const (&a)[32]) {
    unsigned bits = 0;
    for (unsigned i = 0; i < 32; ++i) bits |= static_cast<unsigned>(a[i] >> 7) << i;
    return bits;
}

FOLDWISE_TARGET_AVX2 results of_32(octet const (&left)[32], octet const (&right)[32]) {
    using namespace foldwise::detail;
    results r{32, {}, {}, {}, {}, {}};
    auto const a = load_wide(left);
    auto const b = load_wide(right);
    store(average(a, b), r.averages);
    store(look_up(a, b), r.found);
    store(join_sextets(a & 63), r.joined);
    r.high = high_bits(a);
    r.held = static_cast<unsigned>(bits_of(a == b));
    return r;
}
FOLDWISE_TARGET_AVX2 std::string kept_of(std::uint64_t octets, unsigned kept) {
    char to[8];
    auto const* const end = foldwise::detail::put_kept(octets, kept, to);
    return {static_cast<char const*>(to), end};
}
TEST_CASE("octet_vector: put_kept writes the octets to keep without gaps") {
    if (!__builtin_cpu_supports("avx2")) return;
    for (unsigned kept = 0; kept < 256; ++kept) {
        std::string wanted;
        for (unsigned i = 0; i < 8; ++i)
            if ((kept >> i & 1) != 0) wanted += static_cast<char>('a' + i);
        REQUIRE_SAME(kept, kept_of(0x6867666564636261, kept), wanted);
    }
}
TEST_CASE("octet_vector: 32 octets") {
    if (!__builtin_cpu_supports("avx2")) return;
    for (unsigned seed = 0; seed < 256; ++seed) {
        octet a[32], b[32];
        fill(a, seed);
        fill(b, 2 * seed + 1);
        for (unsigned i = seed % 32; i < 32; i += 5) b[i] = a[i];
        check(a, b, of_32(a, b), high_bits_of(a));
    }
}
#endif

#if defined(FOLDWISE_VECTORS_X86_64) || defined(FOLDWISE_VECTORS_ARM64)
FOLDWISE_TARGET_SSSE3 results of_16(octet const (&left)[32], octet const (&right)[32]) {
    using namespace foldwise::detail;
    results r{16, {}, {}, {}, {}, {}};
    auto const a = load(left);
    auto const b = load(right);
    store(average(a, b), r.averages);
    store(look_up(a, b), r.found);
    store(join_sextets(a & 63), r.joined);
    r.high = static_cast<unsigned>(first_high(a));
    r.held = static_cast<unsigned>(first_of(a == b));
    return r;
}
TEST_CASE("octet_vector: 16 octets") {
#if defined(FOLDWISE_VECTORS_X86_64)
    if (!__builtin_cpu_supports("ssse3")) return;
#endif
    for (unsigned seed = 0; seed < 256; ++seed)
        for (std::size_t low = 0; low <= 16; ++low) { // the first octets are below 128
            octet a[32], b[32];
            fill(a, seed);
            for (std::size_t i = 0; i < low; ++i) a[i] &= 0x7F;
            fill(b, 2 * seed + 1);
            for (unsigned i = seed % 32; i < 16; i += 5) b[i] = a[i];
            unsigned first = 0;
            while (first < 16 && a[first] < 128) ++first;
            check(a, b, of_16(a, b), first);
        }
}
#endif

} // namespace
