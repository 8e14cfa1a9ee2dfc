#include <foldwise/inspect/detail/ambiguity_place.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::message;
using foldwise::detail::ambiguity_place;
using foldwise::detail::extent;

// 0     6    11     18
// A: b\nFrom:  x@y z\nA: c\n\nbody\n
constexpr std::string_view bytes = "A: b\nFrom: a x@y z\nB: c\nFrom: d\n\nbody\nend\n";

struct extent_row {
    extent which;
    std::string_view octets;
};

constexpr extent_row extent_table[] = {
    // of the octets "x@y"
    {extent::covered, "x@y"},
    {extent::nothing, ""},
    {extent::line, "From: a x@y z\n"},
    {extent::line_before, "From: a "},
    {extent::line_after, " z\n"},
    {extent::next_line, "B: c\n"},
    {extent::two_lines, "From: a x@y z\nB: c\n"},
    {extent::field, "From: a x@y z\n"},
    {extent::field_before, "From: a "},
    {extent::field_through, "From: a x@y"},
    {extent::field_after, " z\n"},
    {extent::earlier_field, ""},
    {extent::lowest_field, "From: d\n"},
    {extent::value_before, " a "},
    {extent::value_through, " a x@y"},
    {extent::value_after, " z"},
    {extent::header_from, "x@y z\nB: c\nFrom: d\n"},
    {extent::fields_from, "x@y z\nB: c\nFrom: d\n"},
    {extent::entity_from, "x@y z\nB: c\nFrom: d\n\nbody\nend\n"},
    {extent::entity_after, " z\nB: c\nFrom: d\n\nbody\nend\n"},
    {extent::body, "body\nend\n"},
    {extent::address, "x@y"},
    {extent::address_after, " z"},
    {extent::mailbox, "x@y"},
    {extent::parameter, "x@y"},
};

constexpr bool table_of_extents() {
    ambiguity_place const place{message{bytes}, diagnostic{{}, 13, 3}};
    for (auto const& row : extent_table) {
        auto const [first, last] = place.range_of(row.which);
        REQUIRE_SAME(row.octets, bytes.substr(first, last - first), row.octets);
    }
    return true;
}
CASE("ambiguity_place: the octets of each extent", table_of_extents)

} // namespace
