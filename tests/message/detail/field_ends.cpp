#include <foldwise/message/detail/field_ends.hpp>

#include "../../support.hpp"

#include <foldwise/base/char_class.hpp>

#include <string>
#include <type_traits>

namespace {

using foldwise::detail::field_ends;

static_assert(std::is_trivially_copyable_v<field_ends>);
static_assert(noexcept(field_ends{""}.advance()));

/// Goes over the fields of `bytes` beside a loop over single octets.
constexpr bool agrees_with_a_loop(std::string_view bytes) {
    std::size_t folds = 0;
    field_ends ends{bytes};
    for (std::size_t at = 0; at != bytes.size(); ++at) {
        if (bytes[at] != '\n' && at + 1 != bytes.size()) continue;
        auto const behind = bytes.substr(at + 1);
        if (bytes[at] == '\n' && (behind.starts_with(' ') || behind.starts_with('\t'))) {
            folds += at != 0 && bytes[at - 1] == '\r' ? 2u : 1u;
            continue;
        }
        if (!REQUIRE_SAME(bytes, ends.current().position, at + 1)) return false;
        if (!REQUIRE_SAME(bytes, ends.current().fold_octets, folds)) return false;
        folds = 0;
        ends.advance();
    }
    return REQUIRE_SAME(bytes, ends.current().position, bytes.size());
}

constexpr bool fields_and_their_folds_are_found() {
    for (std::string_view const bytes :
         {"", "a", "\n", "a: b\n", "a: b\n c\n", "a: b\r\n c\r\n", "a: b\r\n\tc\r\n \r\n d",
          "\n x\ny", "a\r\n\r\n b", "a: b\n ", "a\n\n\nb"})
        REQUIRE_TRUE(agrees_with_a_loop(bytes));
    return true;
}
CASE("field_ends: fields and the octets that fold them are found", fields_and_their_folds_are_found)

constexpr bool short_strings_agree() {
    return test::for_each_string("\n\r \tx", 3, agrees_with_a_loop);
}
CASE("field_ends: any octets are read as a loop reads them", short_strings_agree)

TEST_CASE("field_ends: any octets are read as a loop reads them, longer strings") {
    CHECK(test::for_each_string("\n\r \tx", 7, agrees_with_a_loop));
}

// More than is looked at ahead, in octets and in fields; and each place in a block of octets.
TEST_CASE("field_ends: long fields and many fields") {
    for (std::size_t size = 0; size != 1200; ++size)
        for (std::string_view const end : {"\n", "\r\n", "\r\n x\r\n", "\n x\n"}) {
            auto const filler = std::string(size, 'x').append(end);
            CHECK(agrees_with_a_loop(filler));
            if (size < 140) CHECK(agrees_with_a_loop(filler + filler + filler + "\n\n a"));
        }
    std::string lines;
    for (int i = 0; i != 300; ++i) {
        lines.append(i % 7 == 0 ? "\n\t" : i % 5 == 0 ? "a\r\n b\r\n" : "\n");
        CHECK(agrees_with_a_loop(lines));
    }
}

bool what_is_behind_the_bytes_does_not_count() {
    for (std::size_t size = 1; size <= 200; ++size) {
        auto const text = std::string(size - 1, 'x') + "\n y";
        field_ends const all{std::string_view{text}.substr(0, size)};
        REQUIRE_SAME(size, all.current().position, size);
        REQUIRE_SAME(size, all.current().fold_octets, std::size_t{0});
    }
    return true;
}
TEST_CASE("field_ends: what is behind the bytes does not count") {
    CHECK(what_is_behind_the_bytes_does_not_count());
}

} // namespace
