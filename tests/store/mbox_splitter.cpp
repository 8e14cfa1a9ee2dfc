#include <foldwise/store/mbox_splitter.hpp>

#include "../support.hpp"
#include "mailboxes.hpp"

#include <foldwise/store/mbox.hpp>

#include <string>
#include <vector>

using foldwise::byte_range;
using foldwise::mbox_entry;
using foldwise::mbox_input;
using foldwise::mbox_options;
using foldwise::mbox_splitter;

namespace {

/// A copy of an entry. The bytes that the entry borrows move with the window.
struct seen {
    std::uint64_t offset;
    std::string raw;
    std::string message;
    friend bool operator==(seen const&, seen const&) = default;
};

/// Copies an entry, and checks that its header section is the one that `message` finds.
seen note(mbox_entry const& entry) {
    foldwise::message const searched{entry.message_bytes()};
    REQUIRE_SAME(entry.raw(), entry.message().header().raw(), searched.header().raw());
    REQUIRE_SAME(entry.raw(), entry.message().separator(), searched.separator());
    return {entry.offset(), std::string{entry.raw()}, std::string{entry.message_bytes()}};
}

/// Reads `bytes` from `stream_offset` on, in pieces of `piece` bytes.
std::vector<seen> read_in_pieces(std::string_view bytes, std::size_t piece, mbox_options options,
                                 byte_range range = {}, std::size_t stream_offset = 0) {
    std::vector<seen> found;
    mbox_splitter splitter{options, range, stream_offset};
    std::string buffer;
    auto rest = bytes.substr(stream_offset);
    auto input = mbox_input::continues;
    while (input == mbox_input::continues && !splitter.done()) {
        // Each window has new memory, so that sanitizers detect a view into an old window.
        buffer = std::string{buffer} + std::string{rest.substr(0, piece)};
        if (rest.empty()) input = mbox_input::ended;
        rest.remove_prefix(piece < rest.size() ? piece : rest.size());
        std::string_view window{buffer};
        while (auto const entry = splitter.next(window, input)) found.push_back(note(*entry));
        buffer.erase(0, buffer.size() - window.size());
    }
    return found;
}

std::vector<seen> read_at_once(std::string_view bytes, mbox_options options,
                               byte_range range = {}) {
    std::vector<seen> found;
    for (auto const entry : foldwise::mbox{bytes, options, range}) found.push_back(note(entry));
    return found;
}

constexpr bool entries_come_when_they_are_whole() {
    constexpr std::string_view bytes = "From a\nA: 1\n\nFrom b\nB: 2\n";
    mbox_splitter splitter{test::rd};
    // The separator is recognized once it cannot become a field "From :".
    for (std::size_t size = 0; size < 19; ++size) {
        auto window = bytes.substr(0, size);
        REQUIRE_SAME(size, splitter.next(window, mbox_input::continues).has_value(), false);
        REQUIRE_SAME(size, window.size(), size);
    }
    auto window = bytes.substr(0, 19);
    auto const first = splitter.next(window, mbox_input::continues);
    REQUIRE_TRUE(first->raw() == "From a\nA: 1\n\n");
    REQUIRE_TRUE(first->message_bytes() == "A: 1\n");
    REQUIRE_TRUE(window == "From b");
    window = bytes.substr(13);
    REQUIRE_TRUE(!splitter.next(window, mbox_input::continues));
    REQUIRE_TRUE(!splitter.done());
    REQUIRE_TRUE(splitter.next(window, mbox_input::ended)->message_bytes() == "B: 2\n");
    REQUIRE_TRUE(window.empty());
    REQUIRE_TRUE(!splitter.next(window, mbox_input::ended));
    REQUIRE_TRUE(splitter.done());
    return true;
}
CASE("mbox_splitter: an entry is returned once it is complete", entries_come_when_they_are_whole)

constexpr bool a_single_message_ends_with_the_input() {
    mbox_splitter splitter{test::rd};
    std::string_view window = "A: 1\n\nFrom b\n";
    REQUIRE_TRUE(!splitter.next(window, mbox_input::continues));
    REQUIRE_TRUE(!splitter.next(window, mbox_input::continues));
    REQUIRE_TRUE(splitter.next(window, mbox_input::ended)->message_bytes() == "A: 1\n\nFrom b\n");
    REQUIRE_TRUE(splitter.done());
    return true;
}
CASE("mbox_splitter: a single message ends with its input", a_single_message_ends_with_the_input)

TEST_CASE("mbox_splitter: pieces of any size yield the entries of mbox") {
    test::for_each_mailbox(
        [](test::mailbox_row const& row, std::string_view bytes, test::written_with) {
            auto const wanted = read_at_once(bytes, row.options);
            for (std::size_t piece = 1; piece <= bytes.size() + 1; ++piece)
                REQUIRE_SAME(row.from, read_in_pieces(bytes, piece, row.options) == wanted, true);
        });
}

TEST_CASE("mbox_splitter: a range, from the start of the file") {
    test::for_each_mailbox(
        [](test::mailbox_row const& row, std::string_view bytes, test::written_with) {
            for (std::size_t first = 0; first <= bytes.size(); ++first) {
                byte_range const range{first, first + bytes.size() / 2};
                auto const wanted = read_at_once(bytes, row.options, range);
                for (std::size_t const piece : {std::size_t{1}, std::size_t{7}, bytes.size() + 1})
                    REQUIRE_SAME(row.from,
                                 read_in_pieces(bytes, piece, row.options, range) == wanted, true);
            }
        });
}

TEST_CASE("mbox_splitter: a range, from any offset shortly before it") {
    test::for_each_mailbox([](test::mailbox_row const& row, std::string_view bytes,
                              test::written_with) {
        // An entry after empty lines at the start of the file includes them.
        bool const is_mmdf = row.options.format == foldwise::mbox_format::mmdf;
        bool const is_mbox = bytes.starts_with(is_mmdf ? "\1" : "From ") &&
                             (*foldwise::mbox{bytes, row.options}.begin()).message_offset() != 0;
        if (!is_mbox || row.options.format == foldwise::mbox_format::mboxcl2) return;
        for (auto first = mbox_splitter::lookbehind; first <= bytes.size(); ++first) {
            byte_range const range{first, first + bytes.size() / 2};
            auto const wanted = read_at_once(bytes, row.options, range);
            for (std::uint64_t offset = first - mbox_splitter::lookbehind; offset != UINT64_MAX;
                 --offset)
                for (std::size_t const piece : {std::size_t{1}, bytes.size() + 1})
                    REQUIRE_SAME(row.from,
                                 read_in_pieces(bytes, piece, row.options, range, offset) == wanted,
                                 true);
        }
    });
}

TEST_CASE("mbox_splitter: dated separators have at most 998 octets") {
    // A From line without a date, longer than a window, then a real separator.
    std::string bytes = "From a Fri Jan  2 10:00:00 2015\n\nFrom " + std::string(5000, 'x') +
                        " Fri Jan  2 10:00:00 2015\n\nFrom b Fri Jan  2 10:00:00 2015\n";
    auto const wanted = read_at_once(bytes, test::dated);
    CHECK(wanted.size() == 2);
    for (std::size_t const piece : {1u, 999u, 1000u, 1001u, 4096u})
        CHECK(read_in_pieces(bytes, piece, test::dated) == wanted);
    // A line of 998 octets without its ending is a separator, a line of 999 is not.
    for (std::size_t const extra : {0u, 1u}) {
        std::string line = "From ";
        line.append(998 - 5 - 25 + extra, 'x').append(" Fri Jan  2 10:00:00 2015");
        CHECK(line.size() == 998 + extra);
        for (std::string_view const ending : {"", "\n", "\r\n"}) {
            auto const box = bytes.substr(0, 33) + line + std::string{ending};
            CHECK(read_at_once(box, test::dated).size() == 2 - extra);
            for (std::size_t const piece : {1u, 33u + 999u, 33u + 1000u})
                CHECK(read_in_pieces(box, piece, test::dated).size() == 2 - extra);
        }
    }
}

TEST_CASE("mbox_splitter: a range inside a long entry is not searched beyond its end") {
    std::string bytes = "From a Fri Jan  2 10:00:00 2015\n\n";
    bytes.append(100'000, 'x').append("\n\nFrom b Fri Jan  2 10:00:00 2015\n");
    for (auto const input : {mbox_input::continues, mbox_input::ended}) {
        mbox_splitter splitter{{}, {1000, 2000}};
        std::string_view window = bytes;
        CHECK(!splitter.next(window, input));
        CHECK(splitter.done());
        CHECK(window.size() > 90'000);
    }
}

TEST_CASE("mbox_splitter: each entry belongs to one range, however far the line after it reaches") {
    std::string bytes;
    for (std::size_t const size : {0u, 900u, 5000u, 1u, 20'000u, 990u, 3u, 9000u}) {
        // The separator needs the name of the field after it, which is as long as it may be.
        std::string const separator = "From " + std::string(size % 990, 'a') + '\n';
        std::string const field = std::string(900, 'N') + ": value\n\n";
        bytes.append(separator).append(field).append(size, 'x').append("\n\n");
    }
    auto const wanted = read_at_once(bytes, {});
    CHECK(wanted.size() == 8);
    for (std::uint64_t const ranges : {1u, 2u, 3u, 7u, 64u, 1000u}) {
        std::vector<seen> found;
        for (std::uint64_t k = 0; k < ranges; ++k)
            for (auto const& entry :
                 read_at_once(bytes, {}, foldwise::shard(bytes.size(), k, ranges)))
                found.push_back(entry);
        CHECK(found == wanted);
    }
    for (std::size_t first = 0; first < bytes.size(); ++first) {
        auto const found = read_at_once(bytes, {}, {first, first + 1});
        bool const starts = first == 0 || bytes.substr(first - 1).starts_with("\nFrom ");
        REQUIRE_SAME(first, found.size(), starts ? 1u : 0u);
    }
}

/// How many octets the reader of a range takes from a stream that starts as late as it may.
std::size_t octets_for(std::string_view bytes, byte_range range) {
    std::size_t const start = range.first == 0 ? 0 : range.first - mbox_splitter::lookbehind;
    mbox_splitter splitter{{}, range, start};
    std::size_t passed = start;
    for (auto end = start; end < bytes.size(); ++end) {
        auto window = bytes.substr(passed, end - passed);
        while (splitter.next(window, mbox_input::continues)) {
        }
        if (splitter.done()) return end - start;
        passed = end - window.size();
    }
    return bytes.size() - start;
}

TEST_CASE(
    "mbox_splitter: the octets that a range takes are those that bench/many_machines.py counts") {
    std::string bytes;
    for (std::size_t const size : {100u, 3000u, 70'000u, 200u, 9000u, 1u, 20'000u})
        bytes.append("From a Fri Jan  2 10:00:00 2015\nTo: b\n\n").append(size, 'x').append("\n\n");
    for (std::uint64_t const ranges : {2u, 5u, 16u}) {
        auto const first_entry = [&](std::uint64_t offset) {
            auto const found = bytes.find("\nFrom ", static_cast<std::size_t>(offset) - 1);
            return found == bytes.npos ? bytes.size() : found + 1;
        };
        for (std::uint64_t k = 0; k < ranges; ++k) {
            auto const range = foldwise::shard(bytes.size(), k, ranges);
            bool const is_empty = k != 0 && first_entry(range.first) >= range.last;
            auto const end = is_empty ? range.last : first_entry(range.last);
            auto const wanted = end - range.first;
            auto const taken = octets_for(bytes, range);
            CAPTURE(ranges);
            CAPTURE(k);
            // And a few lines more: those that decide where the last entry ends.
            CHECK(taken >= wanted);
            CHECK(taken <= wanted + 100);
        }
    }
}

} // namespace
