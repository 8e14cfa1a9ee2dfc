#include <foldwise/message/indexed_message.hpp>

#include "../support.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <type_traits>

namespace {

using foldwise::field;
using foldwise::field_index;
using foldwise::field_slot;
using foldwise::indexed_message;
using foldwise::message;

static_assert(std::is_trivially_copyable_v<indexed_message>);
static_assert(!std::is_constructible_v<indexed_message, std::string, std::span<field_slot>>);
static_assert(std::is_constructible_v<indexed_message, std::string const&, std::span<field_slot>>);
static_assert(noexcept(indexed_message{test::some_octets, {}}.fields()) &&
              noexcept(indexed_message{}.message()));

constexpr bool both_are_the_same(std::string_view bytes) {
    message const wanted{bytes};
    field_slot room[5] = {};
    for (std::size_t size = 0; size <= std::size(room); ++size) {
        indexed_message const got{bytes, std::span{room}.first(size)};
        field_slot other_room[5] = {};
        field_index const index{wanted.header(), std::span{other_room}.first(size)};
        auto const fields = got.fields();
        bool const is_same =
            REQUIRE_SAME(bytes, got.message().header().raw(), wanted.header().raw()) &&
            REQUIRE_SAME(bytes, got.message().separator(), wanted.separator()) &&
            REQUIRE_SAME(bytes, got.message().body(), wanted.body()) &&
            REQUIRE_SAME(bytes, got.header_end().found(), !wanted.separator().empty()) &&
            REQUIRE_SAME(bytes, fields.slot_count(), index.slot_count()) &&
            REQUIRE_SAME(bytes, fields.rest(), index.rest()) &&
            REQUIRE_SAME(bytes,
                         std::ranges::equal(fields, wanted.header(), {}, &field::raw, &field::raw),
                         true) &&
            REQUIRE_SAME(
                bytes, std::ranges::equal(fields, wanted.header(), {}, &field::name, &field::name),
                true);
        if (!is_same) return false;
    }
    return true;
}

constexpr bool a_message_and_its_index_are_made_at_once() {
    for (std::string_view const text :
         {"Subject: hello\n\nHello, world!\n", "A: b\n c\nD: e\nF: g\n\nx", "A: b\nC: d\n", "A: b",
          "\xEF\xBB\xBF"
          "A: b\nC: d\n\nx",
          "\xEF\xBB\xBF"
          "A: b\nC: d\nA: c\n\nx",
          "\n\n", "\nA: b\n", "bad\n x\n\rA: b\n\n", ""})
        test::with_both_line_endings(text, both_are_the_same);
    return true;
}
CASE("indexed_message: it equals a message and its index, with any number of slots",
     a_message_and_its_index_are_made_at_once)

constexpr bool short_messages() { return test::for_each_string("\n\r a", 2, both_are_the_same); }
CASE("indexed_message: any octets", short_messages)
TEST_CASE("indexed_message: any octets, longer messages") {
    CHECK(test::for_each_string("\n\r a:", 6, both_are_the_same));
}

constexpr bool nothing_is_a_message() {
    indexed_message const none;
    REQUIRE_TRUE(none.message().raw().empty() && none.fields().empty());
    REQUIRE_TRUE(!none.header_end().found());
    return true;
}
CASE("indexed_message: a default indexed_message is empty", nothing_is_a_message)

} // namespace
