#include <foldwise/message/detail/cut_fields.hpp>

#include "../../support.hpp"

#include <foldwise/message/message.hpp>

#include <iterator>
#include <string>
#include <vector>

namespace {

using foldwise::field_slot;
using foldwise::message;
using foldwise::detail::cut_fields;

static_assert(noexcept(cut_fields("", {})));

/// With room for `room` fields, those are cut that a walk over the header section gives.
constexpr bool agrees_with_a_walk(std::string_view bytes, std::size_t most) {
    message const m{bytes};
    field_slot room[9] = {};
    auto const cut = cut_fields(bytes, std::span{room}.first(most));
    std::size_t count = 0;
    std::size_t position = 0;
    for (auto const wanted : m.header()) {
        if (count == most) break;
        if (!REQUIRE_SAME(bytes, count < cut.count, true)) return false;
        auto const got = room[count].get();
        if (!REQUIRE_SAME(bytes, got.raw(), wanted.raw())) return false;
        if (!REQUIRE_SAME(bytes, got.value().length(), wanted.value().length())) return false;
        if (!REQUIRE_SAME(bytes, got.raw().data() == wanted.raw().data(), true)) return false;
        position += got.raw().size();
        ++count;
    }
    if (!REQUIRE_SAME(bytes, cut.count, count) || !REQUIRE_SAME(bytes, cut.position, position))
        return false;
    if (cut.end.found())
        return REQUIRE_SAME(bytes, cut.end.position, m.header().raw().size()) &&
               REQUIRE_SAME(bytes, cut.end.separator_size, m.separator().size());
    return REQUIRE_SAME(bytes, m.separator().empty() || count == most, true);
}

constexpr bool with_any_room(std::string_view bytes) {
    for (std::size_t const most : {9u, 2u, 1u, 0u})
        if (!agrees_with_a_walk(bytes, most)) return false;
    return true;
}

constexpr std::string_view texts[] = {
    "Subject: hello\n\nHello, world!\n",
    "A: b\n c\n\td\nE: f\n\n g\n",
    "A: b",
    "A: b\n",
    "\n",
    "\nA: b\n",
    " a\n\n",
    "A: b\n\rC: d\n\n",
    "A: b\n\r",
    "bad\n\n",
    "A: b\n \n\nx",
    "A: 1\nB: 2\nC: 3\nD: 4\nE: 5\nF: 6\nG: 7\nH: 8\nI: 9\nJ: 10\n\n",
};

constexpr bool fields_are_cut() {
    for (auto const text : texts)
        test::with_both_line_endings(text, [](std::string_view bytes) { with_any_room(bytes); });
    return true;
}
CASE("cut_fields: fields are cut as a walk gives them, up to the empty line", fields_are_cut)

constexpr bool short_strings_agree() { return test::for_each_string("\n\r a", 2, with_any_room); }
CASE("cut_fields: any octets", short_strings_agree)
TEST_CASE("cut_fields: any octets, longer strings") {
    CHECK(test::for_each_string("\n\r a:", 6, with_any_room));
}

// Each place in a block of 64 octets, before the last block, in it, and behind 16 blocks. The bytes
// are all that was allocated, so that a sanitizer sees a read behind them.
TEST_CASE("cut_fields: long fields") {
    for (std::size_t size = 1; size != 1300; ++size)
        for (std::string_view const end :
             {"\n", "\r\n", "\r\n x\r\n", "\n\ny", "\n x\n\r\ny", ""}) {
            auto const text = std::string(size, 'x').append(end).append("A: b\r\n");
            std::vector<char> const octets(text.begin(), text.end());
            if (!with_any_room({octets.data(), octets.size()})) return;
        }
    CHECK(with_any_room(std::string(5000, 'x')));
}

bool what_is_behind_the_bytes_does_not_count() {
    for (std::size_t size = 1; size <= 200; ++size) {
        auto const text = std::string(size - 1, 'x') + "\n\ny";
        if (!with_any_room(std::string_view{text}.substr(0, size))) return false;
    }
    return true;
}
TEST_CASE("cut_fields: what is behind the bytes does not count") {
    CHECK(what_is_behind_the_bytes_does_not_count());
}

} // namespace
