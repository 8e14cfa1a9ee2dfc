#include <foldwise/store/mbox.hpp>

#include "../support.hpp"
#include "mailboxes.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::byte_range;
using foldwise::mbox;
using foldwise::mbox_options;

static_assert(std::ranges::forward_range<mbox>);
static_assert(std::ranges::view<mbox>);
static_assert(std::ranges::borrowed_range<mbox>);
static_assert(std::is_trivially_copyable_v<mbox>);

constexpr void check_entries(test::mailbox_row const& row, std::string_view bytes,
                             test::written_with written) {
    std::size_t count = 0;
    std::size_t end = 0;
    for (auto const entry : mbox{bytes, row.options}) {
        REQUIRE_SAME(row.from, entry.offset(), end);
        REQUIRE_SAME(row.from, entry.raw(), bytes.substr(end, entry.raw().size()));
        if (count < row.count)
            REQUIRE_SAME(row.from, entry.message_bytes(),
                         std::string_view{test::message_of(row, count, written)});
        REQUIRE_SAME(row.from, entry.message_bytes(),
                     bytes.substr(static_cast<std::size_t>(entry.message_offset()),
                                  entry.message_bytes().size()));
        end += entry.raw().size();
        ++count;
    }
    REQUIRE_SAME(row.from, count, row.count);
    REQUIRE_SAME(row.from, end, bytes.size());
}

constexpr bool table_of_mailboxes() {
    test::for_each_mailbox(check_entries);
    return true;
}
CASE("mbox: entries and their messages, without losing a byte", table_of_mailboxes)

/// The number of entries of `bytes` in the range. Checks that they are in order.
constexpr std::size_t count(std::string_view bytes, mbox_options options, byte_range range) {
    std::size_t entries = 0;
    for (auto const entry : mbox{bytes, options, range}) {
        static_cast<void>(entry);
        ++entries;
    }
    return entries;
}

constexpr bool an_entry_belongs_to_the_range_of_its_from_line() {
    constexpr std::string_view bytes = "From a\n\nx\n\nFrom b\n\ny\n";
    REQUIRE_TRUE(count(bytes, test::rd, {0, 1}) == 1);
    REQUIRE_TRUE(count(bytes, test::rd, {0, 11}) == 1);
    REQUIRE_TRUE(count(bytes, test::rd, {0, 12}) == 2);
    REQUIRE_TRUE(count(bytes, test::rd, {1, 11}) == 0);
    REQUIRE_TRUE(count(bytes, test::rd, {11, 12}) == 1);
    REQUIRE_TRUE(count(bytes, test::rd, {12, 100}) == 0);
    REQUIRE_TRUE(count(bytes, test::rd, {0, 0}) == 0);
    REQUIRE_TRUE(count(bytes, test::rd, {11, 11}) == 0);
    REQUIRE_TRUE(count(bytes, test::rd, {100, 200}) == 0);
    auto const entry = *mbox{bytes, test::rd, {5, 100}}.begin();
    REQUIRE_TRUE(entry.offset() == 11);
    REQUIRE_TRUE(entry.message_offset() == 18);
    REQUIRE_TRUE(entry.message_bytes() == "\ny\n");
    REQUIRE_TRUE(count("\n\nFrom a\n", test::rd, {0, 2}) == 0);
    REQUIRE_TRUE(count("\n\nFrom a\n", test::rd, {2, 3}) == 1);
    REQUIRE_TRUE(count("no mbox\n\nFrom a\n", test::rd, {0, 1}) == 1);
    REQUIRE_TRUE(count("no mbox\n\nFrom a\n", test::rd, {1, 100}) == 0);
    return true;
}
CASE("mbox: an entry belongs to the range in which its From line starts",
     an_entry_belongs_to_the_range_of_its_from_line)

TEST_CASE("mbox: each entry is in exactly one of the ranges of any partition") {
    test::for_each_mailbox(
        [](test::mailbox_row const& row, std::string_view bytes, test::written_with) {
            for (std::size_t a = 0; a <= bytes.size() + 1; ++a) {
                for (std::size_t b = a; b <= bytes.size() + 1; ++b) {
                    std::size_t found = 0;
                    std::uint64_t end = 0;
                    for (byte_range const range :
                         {byte_range{0, a}, byte_range{a, b}, byte_range{b, UINT64_MAX}}) {
                        for (auto const entry : mbox{bytes, row.options, range}) {
                            REQUIRE_SAME(row.from, entry.offset(), end);
                            end += entry.raw().size();
                            ++found;
                        }
                    }
                    REQUIRE_SAME(row.from, found, row.count);
                    REQUIRE_SAME(row.from, end, bytes.size());
                }
            }
        });
}

constexpr bool two_passes_see_the_same() {
    mbox const box{"From a\n\nFrom b\n", test::rd};
    auto first = box.begin();
    auto const copy = first;
    REQUIRE_TRUE(first++ == copy);
    REQUIRE_TRUE(first != copy);
    REQUIRE_TRUE((*first).offset() == 8);
    REQUIRE_TRUE((*copy).offset() == 0);
    REQUIRE_TRUE(++first == box.end());
    REQUIRE_TRUE(first == foldwise::mbox::iterator{});
    REQUIRE_TRUE(copy == box.begin());
    REQUIRE_TRUE(std::ranges::distance(box.begin(), box.end()) == 2);
    REQUIRE_TRUE(!box.empty());
    REQUIRE_TRUE(mbox{""}.empty());
    REQUIRE_TRUE(mbox{}.empty());
    return true;
}
CASE("mbox: is a forward range", two_passes_see_the_same)

constexpr bool bodies_come_unquoted() {
    constexpr std::string_view bytes = "From a\nA: 1\n\n>From b\n>>From c\n";
    auto const body = [&](foldwise::mbox_format format) {
        return (*mbox{bytes, {format, {}}}.begin()).body();
    };
    REQUIRE_TRUE(body(foldwise::mbox_format::mboxrd) == "From b\n>From c\n");
    REQUIRE_TRUE(body(foldwise::mbox_format::mboxo) == "From b\n>>From c\n");
    REQUIRE_TRUE(body(foldwise::mbox_format::mboxcl) == "From b\n>>From c\n");
    REQUIRE_TRUE(body(foldwise::mbox_format::mboxcl2) == ">From b\n>>From c\n");
    return true;
}
CASE("mbox: the format determines how bodies are unquoted", bodies_come_unquoted)

} // namespace
