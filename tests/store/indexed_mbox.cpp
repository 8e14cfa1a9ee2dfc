#include <foldwise/store/indexed_mbox.hpp>

#include "../support.hpp"
#include "mailboxes.hpp"

#include <foldwise/store/mbox.hpp>

#include <algorithm>
#include <ranges>
#include <span>
#include <string>

namespace {

using foldwise::byte_range;
using foldwise::field;
using foldwise::field_slot;
using foldwise::indexed_mbox;
using foldwise::mbox;
using foldwise::mbox_options;

static_assert(std::ranges::input_range<indexed_mbox> && !std::ranges::forward_range<indexed_mbox>);
static_assert(std::ranges::view<indexed_mbox> && std::ranges::borrowed_range<indexed_mbox>);
static_assert(std::is_trivially_copyable_v<indexed_mbox>);
static_assert(!std::is_constructible_v<indexed_mbox, std::string, std::span<field_slot>>);
static_assert(noexcept(indexed_mbox{}.begin()));

/// Checks that the entries are those of mbox, each with the fields of its message.
constexpr bool agrees_with_mbox(std::string_view from, std::string_view bytes, mbox_options options,
                                byte_range range, std::size_t most) {
    field_slot room[4] = {};
    auto wanted = mbox{bytes, options, range}.begin();
    for (auto const [entry, fields] :
         indexed_mbox{bytes, std::span{room}.first(most), options, range}) {
        if (!REQUIRE_SAME(from, wanted != std::default_sentinel, true)) return false;
        auto const header = (*wanted).message().header();
        bool const is_same =
            REQUIRE_SAME(from, entry.offset(), (*wanted).offset()) &&
            REQUIRE_SAME(from, entry.raw(), (*wanted).raw()) &&
            REQUIRE_SAME(from, entry.message_bytes(), (*wanted).message_bytes()) &&
            REQUIRE_SAME(from, entry.message().header().raw(), header.raw()) &&
            REQUIRE_SAME(from, entry.message().separator(), (*wanted).message().separator()) &&
            REQUIRE_SAME(from, std::ranges::equal(fields, header, {}, &field::raw, &field::raw),
                         true);
        if (!is_same) return false;
        ++wanted;
    }
    return REQUIRE_SAME(from, wanted == std::default_sentinel, true);
}

constexpr bool with_room_for(std::size_t most, std::size_t first = 0, std::size_t last = SIZE_MAX) {
    test::for_each_mailbox(
        [most](test::mailbox_row const& row, std::string_view bytes, test::written_with) {
            agrees_with_mbox(row.from, bytes, row.options, {}, most);
        },
        first, last);
    return true;
}
constexpr std::size_t third = std::size(test::mailboxes) / 3;
constexpr bool first_mailboxes() { return with_room_for(2, 0, third); }
constexpr bool more_mailboxes() { return with_room_for(2, third, 2 * third); }
constexpr bool last_mailboxes() { return with_room_for(2, 2 * third); }
CASE("indexed_mbox: the same entries as mbox, with their fields: first rows", first_mailboxes)
CASE("indexed_mbox: the same entries as mbox, with their fields: more rows", more_mailboxes)
CASE("indexed_mbox: the same entries as mbox, with their fields: last rows", last_mailboxes)
TEST_CASE("indexed_mbox: room for any number of fields") {
    for (std::size_t const most : {0u, 1u, 3u, 4u}) CHECK(with_room_for(most));
}

constexpr mbox_options all_options[] = {
    {foldwise::mbox_format::mboxrd, foldwise::mbox_separator::after_empty_line},
    {foldwise::mbox_format::mboxrd, foldwise::mbox_separator::any},
    {foldwise::mbox_format::mboxcl, foldwise::mbox_separator::after_empty_line},
    {foldwise::mbox_format::mboxcl, foldwise::mbox_separator::any},
    {foldwise::mbox_format::mboxcl2, foldwise::mbox_separator::dated},
};

constexpr std::string_view mailboxes[] = {
    "From a\nA: 1\n b\n\nx\n\nFrom b\nB: 2\nC: 3\nD: 4\n\ny\n",
    "From a\nA: 1\nFrom b\nB: 2\n\nFrom c\n\n", // header sections that end at a separator
    "From a\nA: 1\n\nFrom b\n\nFrom c\nC: 3",   // an empty line that belongs to the mbox
    "A: 1\n\nno mbox\n\nFrom a\n",
    "\n\nFrom a\nContent-Length: 2\n\nx\n\nFrom b\n",
    "From a",
    "",
};

constexpr bool of_a_range(byte_range range) {
    for (auto const text : mailboxes)
        test::with_both_line_endings(text, [range](std::string_view bytes) {
            for (auto const options : all_options)
                agrees_with_mbox(bytes, bytes, options, range, 3);
        });
    return true;
}
constexpr bool any_options() { return of_a_range({}); }
CASE("indexed_mbox: the same with any options", any_options)
TEST_CASE("indexed_mbox: the same with any range") {
    for (std::uint64_t first = 0; first != 60; ++first)
        for (auto const size : {1u, 20u}) CHECK(of_a_range({first, first + size}));
}

TEST_CASE("indexed_mbox: steps over an entry") {
    foldwise::field_slot room[4];
    foldwise::indexed_mbox const two{"From a\nB: c\n\nFrom d\nE: f\n", room};
    auto it = two.begin();
    it++;
    CHECK((*it).fields.find("E"));
    it++;
    CHECK(it == two.end());
}

} // namespace
