#include <foldwise/message/field_index.hpp>

#include "../support.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <type_traits>

namespace {

using foldwise::field;
using foldwise::field_index;
using foldwise::field_slot;
using foldwise::header_section;

static_assert(std::is_trivially_copyable_v<field_index>);
static_assert(std::ranges::forward_range<field_index> && std::ranges::view<field_index>);
static_assert(std::ranges::borrowed_range<field_index>);
static_assert(std::ranges::forward_range<field_index::named_range>);
static_assert(std::ranges::view<field_index::named_range>);
static_assert(noexcept(field_index{}.find(test::some_octets)) &&
              noexcept(field_index{}.find_all(test::some_octets).begin()));

constexpr std::string_view bytes = "Received: one\n"
                                   "From: a\n"
                                   " b\n"
                                   "no field\n"
                                   "received: two\n"
                                   "Subject : x\n"
                                   "From: c\n"
                                   "Received: three\n";

/// Whether both ranges have the same fields. (std::ranges::equal takes too many steps at compile
/// time.)
template <class Left, class Right>
constexpr bool are_same(Left const& left, Right const& right) {
    auto other = right.begin();
    for (auto const f : left) {
        if (other == right.end() || f.raw() != (*other).raw()) return false;
        ++other;
    }
    return other == right.end();
}

/// An index returns the same as the header section, with any number of slots: here `First` and the
/// four numbers after it.
template <std::size_t First>
constexpr bool an_index_gives_what_the_section_gives() {
    test::with_both_line_endings(bytes, [](std::string_view text) {
        header_section const header{text};
        field_slot room[9] = {};
        for (auto size = First; size < First + 5; ++size) {
            field_index const index{header, std::span{room}.first(size)};
            REQUIRE_SAME(size, index.slot_count(), std::min(size, std::size_t{7}));
            std::size_t in_slots = 0;
            for (std::size_t i = 0; i != index.slot_count(); ++i)
                in_slots += room[i].get().raw().size();
            REQUIRE_SAME(size, in_slots + index.rest().size(), text.size());
            REQUIRE_SAME(size, are_same(index, header), true);
            for (std::string_view const name :
                 {"received", "From", "SUBJECT", "no field", "Date", "", "Fro", "Subject "}) {
                auto const found = index.find(name);
                auto const wanted = header.find(name);
                REQUIRE_SAME(name, found.has_value(), wanted.has_value());
                if (found) REQUIRE_TRUE(found->raw().data() == wanted->raw().data());
                REQUIRE_SAME(name, are_same(index.find_all(name), header.find_all(name)), true);
                REQUIRE_SAME(name, index.find_all(name).empty(), !wanted);
            }
        }
    });
    return true;
}
CASE("field_index: an index returns the same as the section, with up to 4 slots",
     an_index_gives_what_the_section_gives<0>)
CASE("field_index: an index returns the same as the section, with 5 to 9 slots",
     an_index_gives_what_the_section_gives<5>)

/// As in header_section, an empty line inside of the bytes is a field without a name.
constexpr bool any_bytes_are_fields() {
    test::with_both_line_endings("A: b\n\nC: d\n\n e\n\n\nF: g", [](std::string_view text) {
        header_section const header{text};
        field_slot room[9] = {};
        for (std::size_t size = 0; size <= std::size(room); ++size) {
            field_index const index{header, std::span{room}.first(size)};
            REQUIRE_SAME(size, index.slot_count(), std::min(size, std::size_t{7}));
            REQUIRE_SAME(size, are_same(index, header), true);
            REQUIRE_SAME(size, index.find("F").has_value(), true);
        }
    });
    return true;
}
CASE("field_index: bytes that are not a header section have fields, too", any_bytes_are_fields)

/// The marked rows of header_section.cpp, with any number of slots.
constexpr bool a_byte_order_mark_is_before_the_first_name() {
    constexpr std::string_view texts[] = {
        "\xEF\xBB\xBF"
        "A: b\nC: d\nE: f\n",
        "\xEF\xBB\xBF"
        "A: b\nC: d\na : e\n",
        "\xEF\xBB\xBF"
        "no name\nA: b\n",
        "\xEF\xBB\xBF\n",
        "C: d\n\xEF\xBB\xBF"
        "A: b\nE: f\n",
    };
    for (auto const text : texts)
        for (auto const place :
             {foldwise::header_place::message_start, foldwise::header_place::elsewhere}) {
            header_section const header{text, place};
            field_slot room[4] = {};
            for (std::size_t size = 0; size <= std::size(room); ++size) {
                field_index const index{header, std::span{room}.first(size)};
                REQUIRE_SAME(
                    text, std::ranges::equal(index, header, {}, &field::name, &field::name), true);
                for (std::string_view const name : {"A", "c", "E", "no"}) {
                    auto const wanted = header.find(name);
                    auto const found = index.find(name);
                    REQUIRE_SAME(text, found.has_value(), wanted.has_value());
                    if (found) REQUIRE_SAME(text, found->raw(), wanted->raw());
                    if (found) REQUIRE_SAME(text, found->value() == wanted->value(), true);
                    REQUIRE_SAME(text,
                                 std::ranges::equal(index.find_all(name), header.find_all(name), {},
                                                    &field::raw, &field::raw),
                                 true);
                }
            }
        }
    return true;
}
CASE("field_index: a byte order mark is before the first name",
     a_byte_order_mark_is_before_the_first_name)

constexpr bool iterators_can_be_kept() {
    field_slot room[3] = {};
    field_index const index{header_section{bytes}, room};
    auto const all = index.find_all("received");
    auto const first = all.begin();
    auto next = first;
    REQUIRE_TRUE(next == first && next++ == first && next != first);
    REQUIRE_SAME("the first", (*first).value(), "one");
    REQUIRE_SAME("the second", (*next).value(), "two");
    auto const second = next++;
    REQUIRE_SAME("the third", (*next).value(), "three");
    REQUIRE_TRUE(second != next && ++next == all.end());
    REQUIRE_TRUE(field_index{}.find_all("a").empty() && !field_index{}.find("a"));
    REQUIRE_TRUE(field_index{}.empty() && field_index{}.begin() == field_index{}.end());
    REQUIRE_TRUE(foldwise::detail::indexed_field_walker{}.at_end());
    auto each = index.begin();
    for (auto const f : index) REQUIRE_TRUE((*each++).raw().data() == f.raw().data());
    REQUIRE_TRUE(each == index.end() && !index.empty());
    return true;
}
CASE("field_index: an iterator can be kept and read again", iterators_can_be_kept)

} // namespace
