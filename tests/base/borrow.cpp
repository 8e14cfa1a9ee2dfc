#include <foldwise/base/borrow.hpp>

#include "../support.hpp"

#include <string>

namespace {

using foldwise::offset_of;
using foldwise::owning_temporary;

static_assert(noexcept(offset_of(test::some_octets, test::some_octets)));

struct temporary_row {
    std::string_view from;
    bool is_one;
    bool wanted;
};

struct owner { // like the string type of another library
    std::string octets;
    operator std::string_view() const { return octets; }
};

// `T` is what a forwarding reference `T&&` deduces: a reference for an lvalue.
constexpr temporary_row temporary_table[] = {
    {"std::string", owning_temporary<std::string>, true},
    {"std::string const", owning_temporary<std::string const>, true},
    {"a type that converts", owning_temporary<owner>, true},
    {"std::string variable", owning_temporary<std::string&>, false},
    {"std::string const variable", owning_temporary<std::string const&>, false},
    {"std::string_view, which owns nothing", owning_temporary<std::string_view>, false},
    {"std::string_view variable", owning_temporary<std::string_view const&>, false},
    {"a literal", owning_temporary<char const (&)[4]>, false},
    {"a pointer", owning_temporary<char const*>, false},
    {"a number", owning_temporary<int>, false},
};

constexpr bool table_of_temporaries() {
    for (auto const& row : temporary_table) {
        REQUIRE_SAME(row.from, row.is_one, row.wanted);
    }
    return true;
}
CASE("borrow: a temporary that owns its bytes is recognized", table_of_temporaries)

constexpr bool every_part_has_its_offset() {
    constexpr std::string_view whole = "Subject: x\r\n";
    for (std::size_t first = 0; first <= whole.size(); ++first)
        for (std::size_t size = 0; first + size <= whole.size(); ++size)
            REQUIRE_SAME(whole.substr(first, size), offset_of(whole, whole.substr(first, size)),
                         first);
    return true;
}
CASE("borrow: every part has an offset, even if empty or the whole", every_part_has_its_offset)

constexpr bool a_part_of_a_part_has_an_offset_in_both() {
    constexpr std::string_view whole = "To: a@b.example\n";
    auto const value = whole.substr(4);
    auto const domain = value.substr(2);
    REQUIRE_SAME(whole, offset_of(whole, domain), 6u);
    REQUIRE_SAME(whole, offset_of(value, domain), 2u);
    return true;
}
CASE("borrow: an offset counts from the start of the first argument",
     a_part_of_a_part_has_an_offset_in_both)

constexpr bool nothing_is_at_the_start_of_nothing() {
    std::string_view const nothing;
    REQUIRE_SAME("no bytes at all", offset_of(nothing, nothing), 0u);
    return true;
}
CASE("borrow: the offset of an empty view in itself is 0", nothing_is_at_the_start_of_nothing)

constexpr bool octets_by_their_end_or_their_count() {
    using foldwise::octets_at;
    using foldwise::octets_between;
    constexpr std::string_view whole = "To: a";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        REQUIRE_SAME(whole, octets_at(whole.data(), size), whole.substr(0, size));
        REQUIRE_SAME(whole, octets_between(whole.data(), whole.data() + size),
                     whole.substr(0, size));
    }
    return true;
}
CASE("borrow: octets from a start, by their count or their end", octets_by_their_end_or_their_count)

} // namespace
